// What others do during a run, and what the server does wrong.
#include <utility>

#include "paired/run.h"

namespace room_visitor::paired {
namespace {

using standin::Fault;
using standin::FaultKind;

// Places of the stand-in's faults among the kinds: of the same name.
constexpr std::array kServerKinds{
    std::pair{Kind::reset_before, FaultKind::reset_before},
    std::pair{Kind::reset_after, FaultKind::reset_after},
    std::pair{Kind::cut, FaultKind::cut},
    std::pair{Kind::stall_before, FaultKind::stall_before},
    std::pair{Kind::stall_after, FaultKind::stall_after},
    std::pair{Kind::server_error_before, FaultKind::server_error_before},
    std::pair{Kind::server_error_after, FaultKind::server_error_after},
    std::pair{Kind::rate_limit, FaultKind::rate_limit},
    std::pair{Kind::login_page, FaultKind::login_page},
    std::pair{Kind::slow, FaultKind::slow},
    std::pair{Kind::wrong_json, FaultKind::wrong_json},
    std::pair{Kind::redirect, FaultKind::redirect},
    std::pair{Kind::restart, FaultKind::restart},
    std::pair{Kind::upgrade, FaultKind::upgrade},
    std::pair{Kind::moved_before, FaultKind::moved_before},
    std::pair{Kind::moved_between, FaultKind::moved_between},
    std::pair{Kind::user_vanishes, FaultKind::user_vanishes},
    std::pair{Kind::room_vanishes_before_access, FaultKind::room_vanishes_before_access},
    std::pair{Kind::room_vanishes_after_update, FaultKind::room_vanishes_after_update}};

FaultKind fault_kind_of(Kind kind) {
  for (const auto& [own, fault] : kServerKinds)
    if (own == kind) return fault;
  return FaultKind::reset_before;
}

// Of whoever interferes most often; the two others are harder to tell from our own move.
Owner draw_mover(Chance& chance, const Scenario& scenario) {
  const int roll = chance.below(5);
  const bool is_same = scenario.old_visitor == scenario.new_visitor;
  if (roll == 0 && !is_same && scenario.new_visitor != Owner::nobody) return scenario.new_visitor;
  return roll == 1 && !is_same ? scenario.old_visitor : Owner::cleo;
}

}  // namespace

void Run::begin_world() {
  for (std::size_t i = 0; i < scenario_.plans.size(); ++i)
    if (const Plan& plan = scenario_.plans[i];
        place_of(plan.kind) == Place::world && plan.moment == Moment::at_time)
      events_.add(plan.at, EventKind::plan, i);
  if (scenario_.cancel && scenario_.cancel->moment == CancelMoment::at_time)
    events_.add(scenario_.cancel->at, EventKind::cancel);
  if (!scenario_.is_undo && scenario_.beginning == Beginning::write) return;
  // The original of an undo is the same move the other way round.
  Attempt& attempt = attempts_.emplace_back();
  attempt.number = scenario_.is_undo ? -1 : kEarlierAttempt;
  attempt.is_ours = !scenario_.is_undo;
  const bool is_undo = scenario_.is_undo;
  const Owner from = is_undo ? scenario_.new_visitor : scenario_.old_visitor;
  const Owner to = is_undo ? scenario_.old_visitor : scenario_.new_visitor;
  const VisitorUpdate update{
      {std::string(kRid)}, {std::string(id_of(from))}, {std::string(id_of(to))}};
  attempt.request =
      update_room_visitor(parse_server_url(kOrigin).value(), session(), *validate(update).update);
  attempt.request.url.erase(0, kOrigin.size());
  if (attempt.is_ours) note(What::sent, &attempt);
  for (const Millis at : scenario_.earlier_copies) add_copy(0, at, false, false);
}

void Run::happen_to(Attempt& attempt, Moment moment) {
  for (const std::size_t place : attempt.plans) {
    Plan& plan = scenario_.plans[place];
    if (!plan.done && plan.moment == moment && place_of(plan.kind) == Place::world) act(plan);
  }
}

void Run::act(Plan& plan) {
  plan.done = true;
  if (plan.kind == Kind::agent_moves) return move_room(plan.kind, Owner::cleo);
  if (plan.kind == Kind::agent_moves_back) return move_room(plan.kind, scenario_.old_visitor);
  if (plan.kind == Kind::agent_moves_too) return move_room(plan.kind, scenario_.new_visitor);
  if (plan.kind == Kind::session_ends) end_session();
  if (plan.kind == Kind::allowance_eaten) {
    const int limit = scenario_.server.allowance == Allowance::small ? 2 : 10;
    server_.use_up(plan.target, limit - chance_.below(2), now_);
  }
  if (plan.kind == Kind::server_clock_jumps) {
    const bool is_small = chance_.in(500);
    server_.jump(is_small ? chance_.millis(-5'000, 5'000)
                          : chance_.millis(-40'000, 40'000) * 1'000);
  }
  count(plan.kind);
  if (trace_ != nullptr) trace("  " + std::string(to_text(plan.kind)));
}

void Run::move_room(Kind kind, Owner owner) {
  const Owner before = server_.owner();
  if (before == Owner::nobody || owner == Owner::nobody || before == owner) return;
  if (!server_.move_to(owner, now_)) return;
  count(kind);
  note(What::moved).owner = owner;
  if (trace_ != nullptr)
    trace("  " + std::string(to_text(kind)) + ": " + std::string(id_of(owner)));
}

void Run::end_session() {
  server_.log_out(scenario_.account.user_id, scenario_.account.tokens[token_], now_);
}

std::vector<Fault> Run::script_for(const Attempt& attempt) {
  std::vector<Fault> script;
  for (const std::size_t place : attempt.plans) {
    const Plan& plan = scenario_.plans[place];
    if (!plan.done && place_of(plan.kind) == Place::server) script.push_back(fault_of(plan.kind));
  }
  return script;
}

Fault Run::fault_of(Kind kind) {
  Fault fault;
  fault.kind = fault_kind_of(kind);
  constexpr std::array kStatuses{500, 502, 503, 504};
  if (kind == Kind::cut || (kind == Kind::stall_after && chance_.in(300)))
    fault.bytes = static_cast<std::size_t>(chance_.below(200));
  if (kind == Kind::slow) fault.milliseconds = 10 * (1 << chance_.below(13));
  if (kind == Kind::rate_limit)
    fault.milliseconds = chance_.below(chance_.in(800) ? 8'000 : 90'000);
  if (kind == Kind::server_error_before || kind == Kind::server_error_after) {
    fault.status = kStatuses[static_cast<std::size_t>(chance_.below(4))];
    fault.page = chance_.in(500) ? standin::ErrorPage::html : standin::ErrorPage::json;
  }
  if (kind == Kind::wrong_json)
    fault.form = chance_.in(500) ? standin::WrongJson::truncated : standin::WrongJson::not_json;
  if (kind == Kind::redirect) fault.location = "https://login.example.com/";
  if (kind == Kind::upgrade) fault.version = ServerVersion{7, chance_.in(800) ? 2 : 8, {}};
  if (kind == Kind::moved_before) fault.visitor_id = id_of(draw_mover(chance_, scenario_));
  if (kind == Kind::moved_between) fault.visitor_id = id_of(Owner::cleo);
  return fault;
}

void Run::count_faults(const Delivery& delivery) {
  for (const auto& [kind, fault] : kServerKinds) {
    const std::uint32_t times = delivery.happened[static_cast<std::size_t>(fault)];
    if (times == 0) continue;
    for (std::uint32_t i = 0; i < times; ++i) count(kind);
    if (trace_ != nullptr) trace("  " + std::string(to_text(kind)));
  }
}

}  // namespace room_visitor::paired

// The way of requests to the server, and of answers back.
#include <cstdlib>
#include <utility>

#include "paired/run.h"

namespace room_visitor::paired {
namespace {

using standin::Ending;
using standin::FaultKind;

constexpr int kTooManyRequests = 429;
constexpr int kFound = 302;

bool happened(const Delivery& delivery, FaultKind kind) {
  return delivery.happened[static_cast<std::size_t>(kind)] > 0;
}

}  // namespace

// A few dozen milliseconds; now and then much more, so that requests overtake each other.
Millis Run::latency() {
  const Millis usual = chance_.millis(4, 70);
  const int roll = chance_.below(1024);
  if (roll < 3) return usual * 1'000;
  if (roll < 16) return usual * 60;
  return roll < 64 ? usual * 8 : usual;
}

Millis Run::about_deadline(const Attempt& attempt) {
  return std::max(now_, attempt.deadline + chance_.millis(-200, chance_.in(500) ? 400 : 60'000));
}

// Whether the attempt is planned to meet this, which happens once.
bool Run::meets(const Attempt& attempt, Kind kind) {
  for (const std::size_t place : attempt.plans) {
    Plan& plan = scenario_.plans[place];
    if (plan.done || plan.kind != kind) continue;
    plan.done = true;
    count(kind);
    if (trace_ != nullptr) trace("    meets " + std::string(to_text(kind)));
    return true;
  }
  return false;
}

void Run::plan_way(std::size_t place) {
  const Attempt& attempt = attempts_[place];
  const bool is_offline = meets(attempt, Kind::offline);
  note(is_offline ? What::kept : What::sent, &attempt).is_right = attempt.is_right;
  if (trace_ != nullptr)
    trace("#" + std::to_string(attempt.number) + " " + attempt.request.method + " " +
          attempt.request.url + " " + attempt.request.body);
  if (is_offline)
    return fail(place, now_ + chance_.millis(0, 5), FailureKind::network, Handed::to_nobody);
  if (meets(attempt, Kind::lost_before)) return;
  if (meets(attempt, Kind::broken_before))
    return fail(place, now_ + latency(), FailureKind::network);
  Millis at = now_ + latency();
  if (meets(attempt, Kind::broken_yet_delivered)) {
    fail(place, now_ + latency(), FailureKind::network);
    return add_copy(place, at + chance_.millis(0, chance_.in(500) ? 200 : 20'000), false);
  }
  if (meets(attempt, Kind::slow_way)) at = about_deadline(attempt);
  bool is_first_answered = true;
  const bool is_first_spared = chance_.in(300);
  const auto duplicate = [&](Millis copy_at, bool is_answered) {
    // A copy may also overtake the first.
    add_copy(place, copy_at, is_answered, is_first_spared);
  };
  if (meets(attempt, Kind::duplicate_early)) duplicate(at + chance_.millis(-4, 40), false);
  if (meets(attempt, Kind::duplicate_late)) duplicate(at + chance_.millis(1'000, 200'000), false);
  if (meets(attempt, Kind::answered_twice)) duplicate(at + chance_.millis(-4, 400), true);
  if (meets(attempt, Kind::duplicate_answers)) {
    is_first_answered = false;
    duplicate(at + chance_.millis(0, chance_.in(700) ? 60 : 10'000), true);
  }
  const bool is_alone = copies_.empty() || copies_.back().attempt != place;
  add_copy(place, at, is_first_answered, is_alone || !is_first_spared);
}

void Run::add_copy(std::size_t attempt, Millis at, bool is_answered, bool meets_plans) {
  copies_.push_back({attempt, is_answered, meets_plans});
  events_.add(at, EventKind::delivery, copies_.size() - 1);
}

void Run::deliver(std::size_t index) {
  const Copy copy = copies_[index];
  Attempt& attempt = attempts_[copy.attempt];
  if (copy.meets_plans) happen_to(attempt, Moment::before_delivery);
  const Delivery delivery =
      server_.deliver(attempt.request,
                      copy.meets_plans ? script_for(attempt) : std::vector<standin::Fault>{}, now_);
  count_faults(delivery);
  note_delivery(attempt, delivery);
  if (copy.is_answered) plan_answer(copy.attempt, delivery);
  if (copy.meets_plans) happen_to(attempt, Moment::after_delivery);
}

void Run::note_delivery(Attempt& attempt, const Delivery& delivery) {
  if (delivery.moved_before) note(What::moved).owner = *delivery.moved_before;
  if (happened(delivery, FaultKind::moved_between)) note(What::moved).owner = Owner::cleo;
  Fact& fact = note(attempt.is_ours ? What::delivered : What::moved, &attempt);
  fact.applied = delivery.applied;
  fact.owner = delivery.owner;
  if (!attempt.is_ours && !delivery.applied) history_.facts.pop_back();
  if (delivery.owner == Owner::nobody) note(What::moved);
  if (trace_ != nullptr)
    trace("#" + std::to_string(attempt.number) +
          " arrives: " + std::to_string(delivery.exchange.response.status) + " " +
          delivery.exchange.response.body.substr(0, 120) + (delivery.applied ? " (applied)" : ""));
  if (delivery.exchange.response.status == kTooManyRequests &&
      !happened(delivery, FaultKind::rate_limit))
    count(Kind::limited);
  if (++attempt.delivered == 2) count(Kind::delivered_twice);
  if (attempt.number < last_delivered_ && attempt.is_ours) count(Kind::reordered);
  last_delivered_ = std::max(last_delivered_, attempt.number);
  if (history_.outcome && attempt.is_ours) count(Kind::delivered_after_verdict);
}

// How the exchange ends for the client, as a host of the stand-in shows it.
void Run::plan_answer(std::size_t place, const Delivery& delivery) {
  const Attempt& attempt = attempts_[place];
  const standin::Exchange& exchange = delivery.exchange;
  Answer answer;
  answer.attempt = place;
  answer.applied = delivery.applied;
  answer.version = delivery.version;
  if (happened(delivery, FaultKind::wrong_json)) answer.arrived = Arrived::spoilt;
  const Millis at = now_ + exchange.delay_ms + exchange.slow_ms + latency();
  if (exchange.ending == Ending::stall) return;
  if (exchange.ending == Ending::reset) return fail(place, at, FailureKind::network);
  if (exchange.ending == Ending::complete)
    return plan_complete_answer(place, delivery, std::move(answer));
  if (!meets(attempt, Kind::cut_unnoticed) && !chance_.in(200))
    return fail(place, at, FailureKind::network);
  answer.response = exchange.response;
  answer.response.body.resize(*exchange.cut_at);
  answer.arrived = Arrived::spoilt;
  add_answer(at, std::move(answer));
}

void Run::plan_complete_answer(std::size_t place, const Delivery& delivery, Answer answer) {
  const Attempt& attempt = attempts_[place];
  const standin::Exchange& exchange = delivery.exchange;
  Millis at = now_ + exchange.delay_ms + exchange.slow_ms + latency();
  if (meets(attempt, Kind::lost_after)) return;
  if (meets(attempt, Kind::broken_after)) return fail(place, at, FailureKind::network);
  if (meets(attempt, Kind::no_reason)) return fail(place, at, FailureKind::cors);
  if (meets(attempt, Kind::answer_too_large)) return fail(place, at, FailureKind::too_large);
  // In a browser a redirect is opaque; elsewhere its status is seen.
  if (exchange.response.status == kFound && chance_.in(700))
    return fail(place, at, FailureKind::redirected);
  if (meets(attempt, Kind::slow_answer)) at = about_deadline(attempt);
  answer.response = exchange.response;
  if (answer.arrived == Arrived::whole) answer.window_ends = told_end(delivery);
  if (!answer.response.body.empty() && meets(attempt, Kind::cut_unnoticed)) {
    const auto length = static_cast<int>(answer.response.body.size());
    answer.response.body.resize(static_cast<std::size_t>(chance_.below(length)));
    answer.arrived = Arrived::spoilt;
    answer.window_ends = 0;
  }
  add_answer(at, std::move(answer));
}

// When the window ends that a 429 tells of, as far as the client has to believe it.
Millis Run::told_end(const Delivery& delivery) const {
  constexpr Millis kLongest = 3'600'000;
  // After its clock was set, what was learned of it before may be wrong by what a `Date` hides.
  constexpr Millis kHidden = 1'000;
  const HttpResponse& response = delivery.exchange.response;
  const std::string* reset = find_header(response.headers, "x-ratelimit-reset");
  if (response.status != kTooManyRequests || !response.body.starts_with('{') || reset == nullptr)
    return 0;
  const Millis left = std::strtod(reset->c_str(), nullptr) - delivery.wall_time;
  if (left > kLongest) return 0;
  return now_ + left - (has_met(Kind::server_clock_jumps) ? kHidden : 0);
}

void Run::fail(std::size_t attempt, Millis at, FailureKind kind, Handed handed) {
  Answer answer;
  answer.attempt = attempt;
  answer.failure = kind;
  answer.handed = handed;
  add_answer(at, std::move(answer));
}

void Run::add_answer(Millis at, Answer answer) {
  answers_.push_back(std::move(answer));
  events_.add(at, EventKind::answer, answers_.size() - 1);
}

}  // namespace room_visitor::paired

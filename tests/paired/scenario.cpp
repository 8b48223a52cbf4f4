#include "paired/scenario.h"

#include <array>

namespace room_visitor::paired {
namespace {

constexpr int kSecond = 1000;
constexpr int kMinute = 60 * kSecond;

constexpr int total_weight() {
  int total = 0;
  for (const KindRow& row : kKindRows) total += row.weight;
  return total;
}

Kind draw_kind(Chance& chance) {
  int left = chance.below(total_weight());
  for (const KindRow& row : kKindRows) {
    left -= row.weight;
    if (left < 0) return row.kind;
  }
  return Kind::lost_before;
}

// Most runs meet one fault, some two or three or none, a few a storm: what spoils everything mostly
// hides what else goes wrong.
int draw_plan_count(Chance& chance, const Scenario& scenario) {
  const int roll = chance.below(1000);
  if (roll < 8) return chance.below(8) + 4;
  if (roll < 30) return 3;
  // What is unusual by itself seldom needs more than itself.
  if (!scenario.kinds.empty() || scenario.cancel) return roll < 300 ? 1 : 0;
  if (roll < 110) return 2;
  return roll < 920 ? 1 : 0;
}

// Faults that spoil every request of their kind would mostly hide each other.
RequestKind draw_target(Chance& chance, Kind kind) {
  if (kind == Kind::moved_between || kind == Kind::user_vanishes ||
      kind == Kind::room_vanishes_before_access || kind == Kind::room_vanishes_after_update)
    return RequestKind::write;
  const int roll = chance.below(kind == Kind::allowance_eaten ? 96 : 100);
  if (roll < 72) return RequestKind::write;
  return roll < 96 ? RequestKind::read_back : RequestKind::version;
}

Moment draw_moment(Chance& chance, Kind kind) {
  // Nobody notices that a session has ended until the next request.
  if (kind == Kind::session_ends && chance.in(700)) return Moment::before_delivery;
  const int roll = chance.below(3);
  if (roll == 0) return Moment::at_time;
  return roll == 1 ? Moment::before_delivery : Moment::after_delivery;
}

Plan draw_plan(Chance& chance) {
  Plan plan;
  plan.kind = draw_kind(chance);
  plan.target = draw_target(chance, plan.kind);
  const int roll = chance.below(16);
  plan.nth = roll < 11 ? 1 : roll < 15 ? 2 : 3;
  plan.moment = draw_moment(chance, plan.kind);
  plan.at = chance.in(700) ? chance.millis(0, 400) : chance.millis(0, 2 * kMinute);
  return plan;
}

// What follows a cancel is one reading: often that one fails.
Plan draw_failing_reading(Chance& chance) {
  constexpr std::array kFaults{Kind::lost_after,  Kind::broken_after,       Kind::stall_after,
                               Kind::slow_answer, Kind::server_error_after, Kind::wrong_json};
  Plan plan;
  plan.kind = kFaults[static_cast<std::size_t>(chance.below(static_cast<int>(kFaults.size())))];
  plan.target = RequestKind::read_back;
  return plan;
}

CancelPlan draw_cancel(Chance& chance) {
  CancelPlan plan;
  plan.moment = static_cast<CancelMoment>(chance.below(4));
  if (chance.in(60)) plan.moment = CancelMoment::at_first;
  plan.at = chance.in(700) ? chance.millis(0, 600) : chance.millis(0, 3 * kMinute);
  plan.number = 1 + chance.below(chance.in(700) ? 3 : 12);
  plan.twice = chance.in(250);
  return plan;
}

// Impatient callers leave more under way than patient ones.
ReassignmentPolicy draw_policy(Chance& chance) {
  ReassignmentPolicy policy;
  if (chance.in(970)) return policy;
  policy.most_writes = 1 + chance.below(6);
  policy.most_reads_in_a_row = 1 + chance.below(5);
  policy.most_reads = policy.most_reads_in_a_row + chance.below(10);
  policy.attempt_limit = chance.millis(200, 8 * kSecond);
  policy.overall_limit = chance.millis(kSecond, 40 * kSecond);
  policy.closing_limit = chance.millis(100, 5 * kSecond);
  policy.first_backoff = chance.millis(10, kSecond);
  policy.longest_backoff = policy.first_backoff * (1 + chance.below(16));
  return policy;
}

void draw_server(Chance& chance, Scenario& scenario) {
  ServerKind& server = scenario.server;
  server.version = static_cast<std::size_t>(chance.below(kWorkingVersions));
  if (chance.in(8)) {
    server.version = kWorkingVersions + static_cast<std::size_t>(chance.below(2));
    scenario.kinds.push_back(Kind::older_server);
  }
  scenario.profile = profile_of(kVersions[server.version]);
  const bool is_older = server.version >= kWorkingVersions;
  if (chance.in(is_older ? 500 : 12)) {
    scenario.profile = Profile::unknown;
    scenario.kinds.push_back(Kind::unknown_version);
  }
  if (chance.in(100)) server.allowance = Allowance::small;
  if (chance.in(10)) {
    server.room = RoomState::closed;
    scenario.kinds.push_back(Kind::closed_room);
  }
  if (chance.in(200)) scenario.account = kAgent;
}

// The room is Ada's at first.
void draw_visitors(Chance& chance, Scenario& scenario) {
  const int roll = chance.below(1000);
  if (roll < 8) {
    scenario.new_visitor = Owner::ada;
    scenario.kinds.push_back(Kind::same_visitor);
  } else if (roll < 16) {
    scenario.old_visitor = Owner::dan;
    scenario.kinds.push_back(Kind::wrong_old_visitor);
  } else if (roll < 23) {
    scenario.new_visitor = Owner::nobody;
    scenario.kinds.push_back(Kind::unknown_new_visitor);
  }
}

void draw_earlier_copies(Chance& chance, Scenario& scenario) {
  // Most have arrived before the run begins; some never do.
  const int copies = chance.in(950) ? 1 + chance.below(2) : 0;
  for (int i = 0; i < copies; ++i)
    scenario.earlier_copies.push_back(chance.in(800) ? 0 : chance.millis(0, kMinute));
}

void draw_beginning(Chance& chance, Scenario& scenario) {
  const int roll = chance.below(1000);
  if (roll < 5) {
    scenario.beginning = Beginning::read_back;
    scenario.kinds.push_back(Kind::begins_with_reading);
    draw_earlier_copies(chance, scenario);
  } else if (roll < 17) {
    scenario.is_undo = true;
    scenario.kinds.push_back(Kind::undo);
    draw_earlier_copies(chance, scenario);
    if (chance.in(800)) scenario.original_open_for = chance.millis(0, 40 * kSecond);
  }
}

void draw_clocks(Chance& chance, Scenario& scenario) {
  constexpr Millis kSpring2023 = 1'680'000'000'000;
  // Eighths are exact: sums of times are the same whichever way they are formed.
  scenario.client_clock = chance.millis(0, 1'000'000'000) / 8;
  scenario.wall_time = kSpring2023 + chance.millis(0, 1'000'000'000);
  if (!chance.in(24)) return;
  constexpr std::array kFaults{Kind::client_clock_stands, Kind::client_wakes_late,
                               Kind::client_clock_goes_back};
  ClockFault& fault = scenario.clock_fault;
  fault.kind = kFaults[static_cast<std::size_t>(chance.below(3))];
  fault.begins = chance.in(700) ? chance.millis(0, 120) : chance.millis(0, kMinute);
  fault.lasts = chance.millis(10, 4 * kMinute);
}

}  // namespace

Scenario draw_scenario(Chance& chance) {
  Scenario scenario;
  draw_server(chance, scenario);
  draw_visitors(chance, scenario);
  draw_beginning(chance, scenario);
  draw_clocks(chance, scenario);
  scenario.policy = draw_policy(chance);
  if (chance.in(18)) scenario.cancel = draw_cancel(chance);
  const int plans = draw_plan_count(chance, scenario);
  for (int i = 0; i < plans; ++i) scenario.plans.push_back(draw_plan(chance));
  if (scenario.cancel && chance.in(500)) scenario.plans.push_back(draw_failing_reading(chance));
  const int roll = chance.below(100);
  scenario.provider = roll < 34   ? Provider::fresh
                      : roll < 56 ? Provider::same
                      : roll < 78 ? Provider::none
                                  : Provider::slow;
  return scenario;
}

}  // namespace room_visitor::paired

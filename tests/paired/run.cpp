#include "paired/run.h"

#include <cmath>
#include <utility>

namespace room_visitor::paired {
namespace {

// A machine that has more than this to do without a wait between never stops.
constexpr int kMostStepsAtOnce = 50;
constexpr int kMostSteps = 2'000;
// Of a thousand waits and ends so many are asked for again.
constexpr int kAskedAgain = 125;

const ServerUrl& server_url() {
  static const ServerUrl url = parse_server_url(kOrigin).value();
  return url;
}

std::string_view name_of(const Step& step) {
  constexpr std::array<std::string_view, 5> kNames{"send", "abort", "wait", "need credentials",
                                                   "done"};
  return kNames[step.index()];
}

bool is_same_step(const Step& one, const Step& other) {
  if (one.index() != other.index()) return false;
  if (const auto* wait = std::get_if<WaitUntil>(&one))
    return wait->time == std::get<WaitUntil>(other).time &&
           wait->why == std::get<WaitUntil>(other).why;
  if (const auto* done = std::get_if<Done>(&one))
    return done->outcome == std::get<Done>(other).outcome;
  return true;
}

}  // namespace

Run::Run(const standin::Workspace& begin, Scenario scenario, Chance chance, std::string* trace)
    : scenario_(std::move(scenario)),
      chance_(chance),
      trace_(trace),
      server_(begin, kVersions[scenario_.server.version], scenario_.wall_time) {
  history_.old_visitor = scenario_.old_visitor;
  history_.new_visitor = scenario_.new_visitor;
  history_.policy = scenario_.policy;
  history_.beginning = scenario_.beginning;
  constexpr std::size_t kUsualFacts = 48;
  history_.facts.reserve(kUsualFacts);
  for (const Kind kind : scenario_.kinds) count(kind);
}

void Run::go() {
  shown_ = client_now_ = client_time(0);
  begin_world();
  while (!events_.empty() && events_.first().at <= 0 && events_.first().kind == EventKind::delivery)
    deliver(events_.take().index);
  begin();
  if (cancels_with(CancelMoment::at_first, 1)) cancel();
  ask();
  while (!events_.empty() && !history_.spins) {
    const Event event = events_.take();
    advance(event.at);
    if (!waits_for_client(event)) happen(event);
  }
  is_record_right_ = server_.is_record_right(now_);
}

void Run::begin() {
  const VisitorUpdate wanted{{std::string(kRid)},
                             {std::string(id_of(scenario_.old_visitor))},
                             {std::string(id_of(scenario_.new_visitor))}};
  history_.began = client_now_;
  if (const ClockFault& fault = scenario_.clock_fault; fault.kind == Kind::client_wakes_late) {
    history_.stopped_from = client_time(fault.begins);
    history_.stopped_until = client_time(fault.begins + fault.lasts);
  }
  if (scenario_.original_open_for)
    history_.original_open_until = client_now_ + *scenario_.original_open_for;
  machine_.emplace(ReassignmentSetup{.server = server_url(),
                                     .update = *validate(wanted).update,
                                     .session = session(),
                                     .profile = scenario_.profile,
                                     .policy = scenario_.policy,
                                     .beginning = scenario_.beginning,
                                     .original_open_until = history_.original_open_until},
                   client_now_);
}

// Asks for steps until the machine waits or is done.
void Run::ask() {
  for (int i = 0; i < kMostStepsAtOnce; ++i) {
    const Step step = machine_->next(pacers_, shown_, chance_.fraction());
    ++steps_;
    if (trace_ != nullptr) trace("  step " + std::string(name_of(step)));
    const bool goes_on = take(step);
    if (cancels_with(CancelMoment::after_step, steps_)) {
      cancel();
      continue;
    }
    if (!goes_on) {
      if (chance_.in(kAskedAgain)) ask_again(step);
      return;
    }
  }
  history_.spins = true;
}

void Run::ask_again(const Step& step) {
  const Step again = machine_->next(pacers_, shown_, chance_.fraction());
  note(What::asked_again).agrees = is_same_step(step, again);
}

// False if there is nothing to do until something happens.
bool Run::take(const Step& step) {
  if (steps_ > kMostSteps) history_.spins = true;
  if (const auto* sending = std::get_if<Send>(&step)) send(*sending);
  if (const auto* abort = std::get_if<Abort>(&step)) give_up(*abort);
  if (std::holds_alternative<NeedCredentials>(step)) give_credentials();
  if (const auto* waiting = std::get_if<WaitUntil>(&step)) {
    wait(*waiting);
    return false;
  }
  if (const auto* done = std::get_if<Done>(&step)) {
    finish(*done);
    return false;
  }
  return !history_.spins;
}

void Run::send(const Send& send) {
  Attempt& attempt = attempts_.emplace_back();
  attempt.number = send.attempt;
  const std::optional<RequestKind> kind = kind_of(send.request);
  attempt.kind = kind.value_or(send.kind);
  attempt.is_right =
      kind == send.kind && is_right(send.request, *kind, history_,
                                    {scenario_.account.user_id, scenario_.account.tokens[given_]});
  attempt.request = send.request;
  if (attempt.request.url.starts_with(kOrigin)) attempt.request.url.erase(0, kOrigin.size());
  attempt.deadline = run_time(send.deadline);
  const int nth = ++sent_[static_cast<std::size_t>(attempt.kind)];
  for (std::size_t i = 0; i < scenario_.plans.size(); ++i) {
    const Plan& plan = scenario_.plans[i];
    const bool is_timed = place_of(plan.kind) == Place::world && plan.moment == Moment::at_time;
    if (!plan.done && !is_timed && plan.target == attempt.kind && plan.nth == nth)
      attempt.plans.push_back(i);
  }
  plan_way(attempts_.size() - 1);
}

void Run::give_up(const Abort& abort) {
  for (std::size_t i = 0; i < attempts_.size(); ++i) {
    Attempt& attempt = attempts_[i];
    if (!attempt.is_ours || attempt.number != abort.attempt || attempt.is_aborted) continue;
    note(What::aborted, &attempt);
    attempt.is_aborted = true;
    // Most transports say so at once and are silent then; in some the answer is there already.
    const int roll = chance_.below(10);
    attempt.hears_after_abort = roll >= 5;
    if (roll < 8) fail(i, now_, chance_.in(500) ? FailureKind::timeout : FailureKind::aborted);
  }
}

void Run::wait(const WaitUntil& wait) {
  Fact& fact = note(What::waits);
  fact.until = wait.time;
  ++waits_;
  waits_until_ = wait.time;
  if (!std::isfinite(wait.time)) return;
  if (trace_ != nullptr)
    trace("    until " + std::to_string(run_time(wait.time)) + ", " +
          std::string(to_text(wait.why)));
  // Timers are late: a little as a rule, much in a tab in the background.
  Millis late = 0;
  if (chance_.in(300)) late = chance_.millis(1, 15);
  if (chance_.in(20)) late = chance_.millis(100, 1'500);
  events_.add(std::max(now_, run_time(wait.time)) + late, EventKind::wake, waits_);
  if (chance_.in(60)) events_.add(now_ + chance_.millis(0, 500), EventKind::wake, waits_);
}

void Run::finish(const Done& done) {
  if (history_.outcome) {
    note(What::asked_again).agrees = *history_.outcome == done.outcome;
    return;
  }
  history_.outcome = done.outcome;
  note(What::verdict);
  if (trace_ != nullptr)
    trace("verdict " + std::string(to_text(done.outcome.verdict)) +
          (done.outcome.error ? " " + to_text(*done.outcome.error) : ""));
}

void Run::happen(const Event& event) {
  const bool is_over = history_.outcome.has_value();
  if (event.kind == EventKind::delivery) return deliver(event.index);
  if (event.kind == EventKind::plan) return act(scenario_.plans[event.index]);
  if (event.kind == EventKind::wake && (is_over || event.index != waits_)) return;
  // The sums of times that are no whole numbers are not exact.
  if (event.kind == EventKind::wake && now_ >= run_time(waits_until_))
    shown_ = std::max(shown_, waits_until_);
  client_now_ = std::max(client_now_, shown_);
  ++events_told_;
  if (cancels_with(CancelMoment::before_event, events_told_)) cancel();
  if (event.kind == EventKind::answer) tell(event.index);
  if (event.kind == EventKind::cancel) cancel();
  if (event.kind == EventKind::credentials && scenario_.provider == Provider::none)
    machine_->on_credentials({}, shown_);
  else if (event.kind == EventKind::credentials)
    give_session();
  if (cancels_with(CancelMoment::after_event, events_told_)) cancel();
  // Now and then two things happen before the machine is asked.
  const bool is_next_at_once = !events_.empty() && events_.first().at == now_;
  if (is_next_at_once && chance_.in(500)) return events_.add(now_, EventKind::wake, waits_);
  ask();
}

void Run::tell(std::size_t index) {
  const Answer& answer = answers_[index];
  Attempt& attempt = attempts_[answer.attempt];
  // A transport that was told to stop does not deliver what comes later.
  if (attempt.is_aborted && !attempt.hears_after_abort && !answer.failure) return;
  Fact& fact = note(answer.failure ? What::failed : What::answered, &attempt);
  fact.applied = answer.applied;
  if (!answer.failure && answer.arrived == Arrived::whole && attempt.kind != RequestKind::version)
    fact.owner = owner_in(answer.response);
  fact.unsent = answer.failure && answer.handed == Handed::to_nobody;
  if (!answer.failure && attempt.kind == RequestKind::write) {
    fact.listed = place_on_list(answer.response, answer.version, answer.arrived);
    const bool is_known = scenario_.profile == profile_of(answer.version);
    if (fact.listed == Listed::by_version && is_known) fact.listed = Listed::yes;
  }
  if (answer.window_ends > now_) fact.until = client_now_ + answer.window_ends - now_;
  if (!answer.failure && attempt.is_aborted) count(Kind::answered_after_abort);
  if (trace_ != nullptr)
    trace((answer.failure ? "failure of #" : "answer to #") + std::to_string(attempt.number) +
          (answer.failure ? ""
                          : ": " + std::to_string(answer.response.status) + " " +
                                answer.response.body.substr(0, 120)));
  if (answer.failure)
    machine_->on_failure(pacers_, attempt.number, *answer.failure, answer.handed, shown_);
  else
    machine_->on_response(pacers_, attempt.number, answer.response, shown_);
}

void Run::give_credentials() {
  note(What::asked_for_credentials);
  switch (scenario_.provider) {
    case Provider::fresh:
      count(Kind::fresh_credentials);
      if (token_ + 1 < scenario_.account.tokens.size()) ++token_;
      break;
    case Provider::same:
      count(Kind::same_credentials);
      break;
    case Provider::none:
      count(Kind::no_credentials);
      break;
    case Provider::slow:
      count(Kind::slow_credentials);
      if (token_ + 1 < scenario_.account.tokens.size()) ++token_;
      break;
  }
  const bool is_slow = scenario_.provider == Provider::slow;
  events_.add(now_ + (is_slow ? chance_.millis(1'000, 300'000) : chance_.millis(0, 3'000)),
              EventKind::credentials);
}

void Run::give_session() {
  given_ = token_;
  machine_->on_credentials(session(), shown_);
}

void Run::cancel() {
  // After the verdict it is too late, and changes nothing.
  if (history_.outcome) return machine_->cancel(shown_);
  if (is_cancelled_) return;
  is_cancelled_ = true;
  count(Kind::cancelled);
  if (scenario_.cancel->moment != CancelMoment::at_time) count(Kind::cancelled_between);
  note(What::cancelled);
  if (trace_ != nullptr) trace("cancel");
  machine_->cancel(shown_);
  if (scenario_.cancel->twice) machine_->cancel(shown_);
}

bool Run::cancels_with(CancelMoment moment, int number) const {
  return scenario_.cancel && !is_cancelled_ && !history_.outcome &&
         scenario_.cancel->moment == moment &&
         (moment == CancelMoment::at_first || scenario_.cancel->number == number);
}

void Run::advance(Millis at) {
  now_ = std::max(now_, at);
  shown_ = client_time(now_);
  const ClockFault& fault = scenario_.clock_fault;
  if (fault.kind && *fault.kind != Kind::client_wakes_late && now_ >= fault.begins &&
      !has_met(*fault.kind))
    count(*fault.kind);
}

// While the client is stopped nothing reaches it; all of it does when it goes on.
bool Run::waits_for_client(const Event& event) {
  const ClockFault& fault = scenario_.clock_fault;
  const Millis ends = fault.begins + fault.lasts;
  const bool is_told = event.kind != EventKind::delivery && event.kind != EventKind::plan;
  if (fault.kind != Kind::client_wakes_late || !is_told || now_ < fault.begins || now_ >= ends)
    return false;
  if (!has_met(Kind::client_wakes_late)) count(Kind::client_wakes_late);
  events_.add(ends, event.kind, event.index);
  return true;
}

void Run::count(Kind kind) {
  // What comes after the verdict tries nothing.
  if (!history_.outcome || kind == Kind::delivered_after_verdict)
    ++counts_[static_cast<std::size_t>(kind)];
}

Fact& Run::note(What what, const Attempt* attempt) {
  Fact fact;
  fact.what = what;
  fact.at = client_now_;
  if (attempt != nullptr) {
    fact.attempt = attempt->number;
    fact.kind = attempt->kind;
  }
  return history_.facts.emplace_back(fact);
}

Millis Run::client_time(Millis at) const {
  const ClockFault& fault = scenario_.clock_fault;
  Millis lost = 0;
  if (fault.kind == Kind::client_clock_stands)
    lost = std::clamp(at - fault.begins, 0.0, fault.lasts);
  if (fault.kind == Kind::client_clock_goes_back && at >= fault.begins) lost = fault.lasts;
  return scenario_.client_clock + at - lost;
}

// The first moment from which the client's clock shows that time or a later one.
Millis Run::run_time(Millis client) const {
  const ClockFault& fault = scenario_.clock_fault;
  const Millis at = client - scenario_.client_clock;
  const bool loses =
      fault.kind == Kind::client_clock_stands || fault.kind == Kind::client_clock_goes_back;
  return loses && at > fault.begins ? at + fault.lasts : at;
}

Session Run::session() const {
  return make_session({std::string(scenario_.account.user_id)},
                      {std::string(scenario_.account.tokens[token_])})
      .value();
}

void Run::trace(const std::string& line) {
  trace_->append(std::to_string(now_)).append(" ").append(line).append("\n");
}

}  // namespace room_visitor::paired

#include "machine.h"

#include <utility>

#include "room_visitor/redact.h"
#include "unicode.h"

namespace room_visitor {
namespace {

RequestKind kind_due(State state) {
  if (state == State::write_due) return RequestKind::write;
  return state == State::read_due ? RequestKind::read_back : RequestKind::version;
}

bool is_on_its_way(State state) {
  return state == State::writing || state == State::reading || state == State::asking_version;
}

}  // namespace

Machine::Machine(ReassignmentSetup setup, Millis now)
    : setup_(std::move(setup)),
      now_(now),
      ends_at_(now + setup_.policy.overall_limit),
      state_(State::write_due) {
  const std::optional<Error> pointless = error_of_profile(setup_.profile);
  if (setup_.beginning == Beginning::read_back) {
    // It may have gone out just now.
    Attempt& earlier = attempts_.add(RequestKind::write, 0, now + setup_.policy.attempt_limit);
    attempts_.note(earlier, Standing::given_up);
    write_error_ = error_of_failure(FailureKind::network);
    state_ = State::read_due;
  } else if (pointless) {
    state_ = State::done;
    outcome_ = {Verdict::not_sent, {}, *pointless};
  }
}

// Once the new visitor was seen, a copy of any write may be what applied, whatever another copy of
// it was or will be answered.
bool Machine::settled() const { return !ever_seen_new_ && attempts_.settled(); }

bool Machine::may_write() const {
  return setup_.beginning == Beginning::write && !stopped_ && !refusal_ &&
         attempts_.count(RequestKind::write) < setup_.policy.most_writes;
}

bool Machine::may_read() const {
  return !stopped_ && failed_reads_ < setup_.policy.most_reads_in_a_row &&
         attempts_.count(RequestKind::read_back) < setup_.policy.most_reads;
}

bool Machine::holds(Guard guard) const {
  switch (guard) {
    case Guard::always:
      return true;
    case Guard::nothing_sent:
      return attempts_.nothing_sent();
    case Guard::settled:
      return settled();
    case Guard::outdated: {
      const Attempt* reading = attempts_.find(current_);
      return !stopped_ && reading != nullptr && attempts_.mismatched_since(*reading);
    }
    case Guard::may_write:
      return may_write();
    case Guard::may_read:
      return may_read();
    case Guard::may_ask:
      return !asked_again_ && !stopped_;
    case Guard::original_open:
      return setup_.original_open_until && *setup_.original_open_until > now_ && !stopped_;
    case Guard::seen_new:
      return seen_new_;
  }
  return false;
}

void Machine::happen(Event event) {
  if (told_) return;
  for (std::size_t row = 0; row < transitions().size(); ++row) {
    const Transition& transition = transitions()[row];
    const bool here = transition.from == state_ || transition.from == State::anywhere;
    if (!here || transition.event != event || !holds(transition.guard)) continue;
    way_.push_back(row);
    return enter(transition);
  }
}

void Machine::enter(const Transition& transition) {
  const State before = state_;
  state_ = transition.to;
  if (!is_on_its_way(state_)) give_up_current();
  if (state_ == State::done) return finish(transition.ending);
  // Nothing is repeated at once, but for what the server or a person told to wait for.
  const bool writes_again = before == State::reading && state_ == State::write_due;
  const bool reads_again = before == State::reading &&
                           (transition.event == Event::lost || transition.event == Event::unsent);
  pause_due_ = writes_again || (reads_again && state_ == State::read_due);
  pause_until_ = now_;
  if (state_ == State::login_to_write || state_ == State::login_to_read)
    asked_again_ = asking_ = true;
}

void Machine::give_up_current() {
  Attempt* attempt = attempts_.find(std::exchange(current_, 0));
  if (attempt == nullptr || attempt->standing != Standing::on_its_way) return;
  attempts_.note(*attempt, Standing::given_up);
  aborts_.push_back(attempt->number);
}

void Machine::finish(Ending ending) {
  // What an earlier ending said, which was not told, no longer holds.
  outcome_.proof.reset();
  outcome_.error.reset();
  outcome_.verdict = verdict_of(ending);
  if (ending == Ending::applied)
    outcome_.proof = proof_;
  else
    outcome_.error = error_of(ending);
  outcome_.open_until = attempts_.open_until(now_);
  if (setup_.original_open_until.value_or(now_) > now_)
    outcome_.open_until = std::max(outcome_.open_until.value_or(now_), *setup_.original_open_until);
}

Error Machine::conflict() const {
  const VisitorUpdate& ids = setup_.update.ids();
  const std::string owner = outcome_.last_seen ? outcome_.last_seen->visitor.text : "";
  return {ErrorCode::conflict, "/room/v/_id", owner.empty() ? "no visitor" : quote_redacted(owner),
          quote_for_people(ids.old_visitor.text)};
}

Error Machine::error_of(Ending ending) const {
  Error stopped{stopped_.value_or(ErrorCode::out_of_time), "", "", ""};
  if (ending == Ending::refused_conflict && attempts_.any_mismatch()) return conflict();
  if (ending == Ending::unknown_read) return read_error_.value_or(stopped);
  const bool refused = ending == Ending::refused || ending == Ending::refused_conflict;
  if (refused && refusal_) return *refusal_;
  if (stopped_) return stopped;
  if (write_error_) return *write_error_;
  // The last write succeeded, and yet a later reading of an undo did not show it.
  const bool is_old =
      outcome_.last_seen && outcome_.last_seen->visitor == setup_.update.ids().old_visitor;
  return is_old ? Error{ErrorCode::still_old_visitor, "/room/v/_id", "", ""} : conflict();
}

void Machine::stop(ErrorCode why) {
  if (stopped_ || state_ == State::done) return;
  stopped_ = why;
  ends_at_ = now_ + setup_.policy.closing_limit;
  happen(Event::stopped);
}

void Machine::cancel(Millis now) {
  tick(now);
  stop(ErrorCode::cancelled);
}

Step Machine::next(Pacers& pacers, Millis now, double chance) {
  tick(now);
  pass_time();
  if (!aborts_.empty()) {
    const int number = aborts_.front();
    aborts_.erase(aborts_.begin());
    const Attempt* attempt = attempts_.find(number);
    pacers.of(route_of(attempt->kind)).on_lost(attempt->pacer_call, now_);
    return Abort{number};
  }
  if (state_ == State::done) {
    told_ = true;
    return Done{outcome_};
  }
  return next_due(pacers, chance);
}

// What the time alone brings about.
void Machine::pass_time() {
  if (now_ >= ends_at_ && !stopped_) stop(ErrorCode::out_of_time);
  const bool closed = stopped_ && now_ >= ends_at_;
  if (const Attempt* attempt = attempts_.find(current_);
      attempt != nullptr && (closed || now_ >= attempt->deadline)) {
    note_failure(*attempt, FailureKind::timeout);
    give_up_current();
    happen(Event::lost);
  }
  if (state_ == State::recheck_due && now_ >= setup_.original_open_until.value_or(now_))
    happen(Event::time_came);
  const bool all_read = attempts_.count(RequestKind::read_back) >= setup_.policy.most_reads;
  if (state_ == State::read_due && (closed || all_read)) happen(Event::time_came);
}

void Machine::note_failure(const Attempt& attempt, FailureKind kind) {
  (attempt.kind == RequestKind::write ? write_error_ : read_error_) = error_of_failure(kind);
  if (attempt.kind == RequestKind::read_back) ++failed_reads_;
}

Step Machine::next_due(Pacers& pacers, double chance) {
  if (const Attempt* attempt = attempts_.find(current_))
    return wait(attempt->deadline, WaitReason::answer);
  if (state_ == State::recheck_due)
    return wait(*setup_.original_open_until, WaitReason::original_write);
  if (state_ == State::login_to_write || state_ == State::login_to_read) {
    if (std::exchange(asking_, false)) return NeedCredentials{};
    return wait(ends_at_, WaitReason::credentials);
  }
  if (const auto step = pause(chance)) return *step;
  const Turn turn = pacers.of(route_of(kind_due(state_))).turn(now_);
  if (turn.at > now_)
    return wait(turn.at,
                turn.hold == Hold::other_call ? WaitReason::other_call : WaitReason::rate_limit);
  return send(pacers);
}

// Full jitter (Brooker, 2015): anything from nothing up to a bound that doubles.
std::optional<Step> Machine::pause(double chance) {
  const bool writes = state_ == State::write_due;
  if (std::exchange(pause_due_, false)) {
    const int before = writes ? attempts_.count(RequestKind::write) : failed_reads_;
    Millis bound = setup_.policy.first_backoff;
    for (int times = 1; times < before && bound < setup_.policy.longest_backoff; ++times)
      bound *= 2;
    bound = std::min(bound, setup_.policy.longest_backoff);
    pause_until_ = now_ + bound * (chance >= 0 && chance < 1 ? chance : 1);
  }
  if (pause_until_ <= now_) return {};
  return wait(pause_until_, writes ? WaitReason::retry : WaitReason::read_again);
}

Step Machine::wait(Millis time, WaitReason why) const {
  return WaitUntil{std::min(time, ends_at_), why};
}

HttpRequest Machine::request_of(RequestKind kind) const {
  switch (kind) {
    case RequestKind::write:
      return update_room_visitor(setup_.server, setup_.session, setup_.update);
    case RequestKind::read_back:
      return room_info(setup_.server, setup_.session, setup_.update.ids().rid);
    case RequestKind::version:
      return server_info(setup_.server);
  }
  return {};
}

Step Machine::send(Pacers& pacers) {
  const RequestKind kind = kind_due(state_);
  Millis deadline = now_ + setup_.policy.attempt_limit;
  if (stopped_) deadline = std::min(deadline, ends_at_);
  const int call = pacers.of(route_of(kind)).on_sent(now_, deadline);
  const Attempt& attempt = attempts_.add(kind, call, deadline);
  happen(Event::sent);
  current_ = attempt.number;
  return Send{attempt.number, kind, request_of(kind), deadline};
}

void Machine::on_credentials(std::optional<Session> session, Millis now) {
  tick(now);
  if (state_ != State::login_to_write && state_ != State::login_to_read) return;
  asking_ = false;
  if (!session) return happen(Event::no_credentials);
  setup_.session = *std::move(session);
  happen(Event::credentials);
}

}  // namespace room_visitor

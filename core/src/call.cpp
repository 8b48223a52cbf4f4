#include "room_visitor/call.h"

#include <algorithm>
#include <utility>

#include "request_parts.h"

namespace room_visitor {
namespace {

constexpr int kUnauthorized = 401;
constexpr int kServerErrors = 500;

// Asking again would bring the same, or is not wanted.
bool is_final(FailureKind kind) {
  return kind == FailureKind::aborted || kind == FailureKind::redirected ||
         kind == FailureKind::too_large;
}

}  // namespace

Call::Call(CallSetup setup, Millis now)
    : setup_(std::move(setup)),
      now_(now),
      ends_at_(now + setup_.policy.overall_limit),
      pause_until_(now) {}

void Call::tick(Millis now) { now_ = std::max(now_, now); }

void Call::finish(CallAnswer answer) {
  if (state_ == State::done) return;
  give_up();
  last_ = std::move(answer);
  state_ = State::done;
}

void Call::give_up() {
  if (state_ == State::on_its_way) to_abort_ = attempts_.back().number;
}

// Nobody knows what became of the attempt, or the server could not tell.
void Call::lose(CallAnswer answer) {
  ++unanswered_;
  const bool goes_on = setup_.repeat == Repeat::safe &&
                       unanswered_ < setup_.policy.most_unanswered &&
                       static_cast<int>(attempts_.size()) < setup_.policy.most_attempts;
  if (!goes_on) return finish(std::move(answer));
  give_up();
  last_ = std::move(answer);
  state_ = State::due;
  pause_due_ = true;
}

void Call::pass_time() {
  if (state_ == State::done) return;
  if (now_ >= ends_at_)
    finish(std::holds_alternative<NotAsked>(last_) ? CallAnswer(FailureKind::timeout) : last_);
  else if (state_ == State::on_its_way && now_ >= deadline_)
    lose(FailureKind::timeout);
}

CallStep Call::next(Pacers& pacers, Millis now, double chance) {
  tick(now);
  pass_time();
  Pacer& pacer = pacers.of(setup_.route);
  if (const auto number = std::exchange(to_abort_, std::nullopt)) {
    pacer.on_lost(attempts_[static_cast<std::size_t>(*number) - 1].pacer_call, now_);
    return Abort{*number};
  }
  if (state_ == State::done) return CallDone{last_};
  if (state_ == State::on_its_way) return wait(deadline_, WaitReason::answer);
  if (state_ == State::login_due) {
    state_ = State::login_asked;
    return NeedCredentials{};
  }
  if (state_ == State::login_asked) return wait(ends_at_, WaitReason::credentials);
  // Full jitter, as in Reassignment.
  if (std::exchange(pause_due_, false)) {
    const Millis bound = setup_.policy.first_backoff * static_cast<Millis>(1 << (unanswered_ - 1));
    pause_until_ = now_ + bound * (chance >= 0 && chance < 1 ? chance : 1);
  }
  if (pause_until_ > now_) return wait(pause_until_, WaitReason::retry);
  const Turn turn = pacer.turn(now_);
  if (turn.at > now_)
    return wait(turn.at,
                turn.hold == Hold::other_call ? WaitReason::other_call : WaitReason::rate_limit);
  return send(pacers);
}

CallStep Call::send(Pacers& pacers) {
  deadline_ = std::min(now_ + setup_.policy.attempt_limit, ends_at_);
  const int number = static_cast<int>(attempts_.size()) + 1;
  attempts_.push_back({number, pacers.of(setup_.route).on_sent(now_, deadline_), false});
  state_ = State::on_its_way;
  return CallSend{number, setup_.route, setup_.request, deadline_};
}

CallStep Call::wait(Millis time, WaitReason why) const {
  return WaitUntil{std::min(time, ends_at_), why};
}

void Call::on_response(Pacers& pacers, int number, const HttpResponse& response, Millis now) {
  tick(now);
  if (number < 1 || number > static_cast<int>(attempts_.size())) return;
  Attempt& attempt = attempts_[static_cast<std::size_t>(number) - 1];
  if (std::exchange(attempt.answered, true)) return;
  pacers.of(setup_.route).on_answer(attempt.pacer_call, read_pace(response), now_);
  if (to_abort_ == number) to_abort_.reset();
  if (state_ == State::done) return;
  const bool is_current = state_ == State::on_its_way && number == attempts_.back().number;
  // What was given up is of use only as the answer that was wanted.
  const bool is_wanted = response.status < kServerErrors && !asks_again(response);
  if (is_current) state_ = State::due;
  if (is_current || is_wanted) judge(response);
}

// Whether the answer says nothing but that the request has to be sent once more.
bool Call::asks_again(const HttpResponse& response) const {
  const bool is_expired = response.status == kUnauthorized && !asked_ &&
                          find_header(setup_.request.headers, kTokenHeader) != nullptr;
  return is_expired || read_pace(response).refused;
}

void Call::judge(const HttpResponse& response) {
  if (response.status >= kServerErrors) return lose(response);
  const bool has_attempts = static_cast<int>(attempts_.size()) < setup_.policy.most_attempts;
  if (!has_attempts || !asks_again(response)) return finish(response);
  last_ = response;
  if (response.status != kUnauthorized) return;
  asked_ = true;
  state_ = State::login_due;
}

void Call::on_failure(Pacers& pacers, int number, FailureKind kind, Millis now) {
  tick(now);
  if (number < 1 || number > static_cast<int>(attempts_.size())) return;
  Attempt& attempt = attempts_[static_cast<std::size_t>(number) - 1];
  const bool is_current = state_ == State::on_its_way && number == attempts_.back().number;
  if (std::exchange(attempt.answered, true) || !is_current) return;
  pacers.of(setup_.route).on_lost(attempt.pacer_call, now_);
  state_ = State::due;
  if (is_final(kind)) return finish(kind);
  lose(kind);
}

void Call::on_credentials(const std::optional<Session>& session, Millis now) {
  tick(now);
  if (state_ != State::login_due && state_ != State::login_asked) return;
  if (!session) return finish(last_);
  set_session(setup_.request, *session);
  state_ = State::due;
}

void Call::cancel(Millis now) {
  tick(now);
  finish(FailureKind::aborted);
}

}  // namespace room_visitor

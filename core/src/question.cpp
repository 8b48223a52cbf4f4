#include "question.h"

#include <utility>

namespace room_visitor {

Question::Question(std::unique_ptr<Topic> topic, std::optional<Session> session, CallPolicy policy)
    : topic_(std::move(topic)), session_(std::move(session)), policy_(policy) {}

// Each turn ends a call; topics ask a handful of them.
CallStep Question::next(Pacers& pacers, Millis now, double chance) {
  for (;;) {
    if (!call_) {
      auto planned = cancelled_ ? std::nullopt : topic_->next(session_);
      if (!planned) return CallDone{};
      earlier_ = attempts_;
      call_.emplace(
          CallSetup{planned->route, std::move(planned->request), planned->repeat, policy_}, now);
    }
    CallStep step = call_->next(pacers, now, chance);
    if (auto* send = std::get_if<CallSend>(&step)) attempts_ = send->attempt += earlier_;
    if (auto* abort = std::get_if<Abort>(&step)) abort->attempt += earlier_;
    auto* done = std::get_if<CallDone>(&step);
    if (done == nullptr) return step;
    topic_->take(std::move(done->answer));
    call_.reset();
  }
}

void Question::on_response(Pacers& pacers, int attempt, const HttpResponse& response, Millis now) {
  if (call_) call_->on_response(pacers, attempt - earlier_, response, now);
}

void Question::on_failure(Pacers& pacers, int attempt, FailureKind kind, Handed, Millis now) {
  if (call_) call_->on_failure(pacers, attempt - earlier_, kind, now);
}

void Question::on_credentials(const std::optional<Session>& session, Millis now) {
  if (session) session_ = session;
  if (call_) call_->on_credentials(session, now);
}

void Question::cancel(Millis now) {
  cancelled_ = true;
  if (call_) call_->cancel(now);
}

}  // namespace room_visitor

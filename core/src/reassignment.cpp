#include "room_visitor/reassignment.h"

#include <utility>

#include "machine.h"

namespace room_visitor {

std::string_view to_text(RequestKind kind) {
  switch (kind) {
    case RequestKind::write:
      return "write";
    case RequestKind::read_back:
      return "read_back";
    case RequestKind::version:
      return "version";
  }
  return "version";
}

std::string_view to_text(WaitReason why) {
  switch (why) {
    case WaitReason::answer:
      return "answer";
    case WaitReason::rate_limit:
      return "rate_limit";
    case WaitReason::other_call:
      return "other_call";
    case WaitReason::retry:
      return "retry";
    case WaitReason::read_again:
      return "read_again";
    case WaitReason::credentials:
      return "credentials";
    case WaitReason::original_write:
      return "original_write";
  }
  return "answer";
}

Pacer& Pacers::of(RequestKind kind) {
  if (kind == RequestKind::write) return write;
  return kind == RequestKind::read_back ? read_back : version;
}

Reassignment::Reassignment(ReassignmentSetup setup, Millis now)
    : machine_(std::make_unique<Machine>(std::move(setup), now)) {}
Reassignment::Reassignment(Reassignment&&) noexcept = default;
Reassignment& Reassignment::operator=(Reassignment&&) noexcept = default;
Reassignment::~Reassignment() = default;

Step Reassignment::next(Pacers& pacers, Millis now, double chance) {
  return machine_->next(pacers, now, chance);
}
void Reassignment::on_response(Pacers& pacers, int attempt, const HttpResponse& response,
                               Millis now) {
  machine_->on_response(pacers, attempt, response, now);
}
void Reassignment::on_failure(Pacers& pacers, int attempt, FailureKind kind, Handed handed,
                              Millis now) {
  machine_->on_failure(pacers, attempt, kind, handed, now);
}
void Reassignment::on_credentials(std::optional<Session> session, Millis now) {
  machine_->on_credentials(std::move(session), now);
}
void Reassignment::cancel(Millis now) { machine_->cancel(now); }
const Meaning* Reassignment::last_answer() const { return machine_->last_answer(); }

}  // namespace room_visitor

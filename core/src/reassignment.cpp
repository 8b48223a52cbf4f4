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

Route route_of(RequestKind kind) {
  switch (kind) {
    case RequestKind::write:
      return Route::room_visitor;
    case RequestKind::read_back:
      return Route::room_info;
    case RequestKind::version:
      return Route::server_info;
  }
  return Route::server_info;
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
bool Reassignment::has_begun() const { return machine_->has_begun(); }
bool Reassignment::is_done() const { return machine_->is_done(); }
const RoomId& Reassignment::room() const { return machine_->room(); }
Millis Reassignment::ends_at() const { return machine_->ends_at(); }
const Meaning* Reassignment::last_answer() const { return machine_->last_answer(); }

}  // namespace room_visitor

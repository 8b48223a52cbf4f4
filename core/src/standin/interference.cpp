#include "standin/interference.h"

#include <string>

#include "standin/handlers.h"

namespace room_visitor::standin {

bool caller_vanishes(Call& call) {
  FaultRun& faults = call.state.faults;
  if (faults.due(FaultKind::user_vanishes) == nullptr || call.user == nullptr) return false;
  const std::string id(text_or_empty(*call.user, "_id"));
  call.user = nullptr;
  call.state.users.remove(id);
  faults.happened(FaultKind::user_vanishes);
  return true;
}

std::optional<Json> room_vanishes(State& state, FaultKind kind, std::string_view rid) {
  if (state.faults.due(kind) == nullptr) return {};
  auto last_seen = state.room(rid);
  if (!last_seen) return {};
  state.remove_room(rid);
  state.faults.happened(kind);
  return last_seen;
}

void another_agent_moves(State& state, FaultKind kind, std::string_view rid, Millis now) {
  const Fault* fault = state.faults.due(kind);
  if (fault != nullptr && fault->visitor_id && move_room_to(state, rid, *fault->visitor_id, now))
    state.faults.happened(kind);
}

}  // namespace room_visitor::standin

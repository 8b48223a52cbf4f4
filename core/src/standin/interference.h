// What others do to the workspace in the middle of a request, by the script of faults (steps d, f,
// h and i of docs/wire.md section 3.2). Each does nothing unless its fault is due, and counts it.
#ifndef ROOM_VISITOR_SRC_STANDIN_INTERFERENCE_H
#define ROOM_VISITOR_SRC_STANDIN_INTERFERENCE_H

#include <optional>
#include <string_view>

#include "standin/routes.h"
#include "standin/state.h"

namespace room_visitor::standin {

/// Whether the caller's record is gone; then `call.user` is nullptr.
[[nodiscard]] bool caller_vanishes(Call& call);

/// The room as it was if it is gone now: for `kind` room_vanishes_before_access or
/// room_vanishes_after_update. References to rooms are then void.
std::optional<Json> room_vanishes(State& state, FaultKind kind, std::string_view rid);

/// Another agent moves a room to the visitor of the fault: for `kind` moved_before or
/// moved_between.
void another_agent_moves(State& state, FaultKind kind, std::string_view rid, Millis now);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_INTERFERENCE_H

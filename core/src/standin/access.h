// Who may access a room (docs/wire.md section 3.4).
#ifndef ROOM_VISITOR_SRC_STANDIN_ACCESS_H
#define ROOM_VISITOR_SRC_STANDIN_ACCESS_H

#include "standin/state.h"

namespace room_visitor::standin {

[[nodiscard]] bool may_access(const State& state, const Json& user, const Json& room,
                              AccessView view);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_ACCESS_H

// What users get to see of themselves.
#ifndef ROOM_VISITOR_SRC_STANDIN_PROFILE_H
#define ROOM_VISITOR_SRC_STANDIN_PROFILE_H

#include "standin/state.h"

namespace room_visitor::standin {

[[nodiscard]] Json own_profile(const State& state, const Json& user);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_PROFILE_H

// A workspace as the text of a seed (see seed_reader.h for the way back).
#ifndef ROOM_VISITOR_SRC_STANDIN_SAVING_H
#define ROOM_VISITOR_SRC_STANDIN_SAVING_H

#include <string>

#include "standin/state.h"

namespace room_visitor::standin {

[[nodiscard]] std::string saved_text(const State& state);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_SAVING_H

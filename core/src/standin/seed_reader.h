// Puts seed documents into a workspace, after checking their shape.
#ifndef ROOM_VISITOR_SRC_STANDIN_SEED_READER_H
#define ROOM_VISITOR_SRC_STANDIN_SEED_READER_H

#include <optional>
#include <string_view>

#include "room_visitor/result.h"
#include "standin/state.h"

namespace room_visitor::standin {

/// Adds the documents of a seed, replacing those of the same `_id`. Gives invalid_seed with the
/// place of the first fault; the state is then to be thrown away.
[[nodiscard]] std::optional<Error> add_seed(State& state, std::string_view json_text);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_SEED_READER_H

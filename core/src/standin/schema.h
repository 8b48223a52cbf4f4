// Parameter checks as the server's validator makes them: it reports the first finding only, and it
// turns numbers, booleans and null into text (docs/wire.md section 1.1).
#ifndef ROOM_VISITOR_SRC_STANDIN_SCHEMA_H
#define ROOM_VISITOR_SRC_STANDIN_SCHEMA_H

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "standin/json.h"

namespace room_visitor::standin {

/// An object whose members are all required, all strings, and the only ones allowed.
using StringMembers = std::span<const std::string_view>;

/// Changes what can be read as text into text. Gives the message of the first finding, if any.
[[nodiscard]] std::optional<std::string> check_string_members(Json& value, StringMembers members);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_SCHEMA_H

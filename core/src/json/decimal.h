// Decimals and doubles, without the C library: its reader brings the arithmetic of long doubles
// along.
#ifndef ROOM_VISITOR_SRC_JSON_DECIMAL_H
#define ROOM_VISITOR_SRC_JSON_DECIMAL_H

#include <string_view>

namespace room_visitor::json {

/// The double nearest to a JSON number, ties to even, as every engine reads it: infinite beyond the
/// range of doubles, and a zero that keeps its sign below it.
[[nodiscard]] double nearest_double(std::string_view number);

/// Whether nearest_double() is infinite; converts only what is close to that.
[[nodiscard]] bool exceeds_doubles(std::string_view number);

}  // namespace room_visitor::json

#endif  // ROOM_VISITOR_SRC_JSON_DECIMAL_H

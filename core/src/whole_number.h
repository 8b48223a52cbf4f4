// Whole numbers in decimal digits. One type for all of them: the library's conversions are
// templates, and each further type costs the module half a kilobyte.
#ifndef ROOM_VISITOR_SRC_WHOLE_NUMBER_H
#define ROOM_VISITOR_SRC_WHOLE_NUMBER_H

#include <optional>
#include <string>
#include <string_view>

namespace room_visitor {

/// Takes a number, perhaps with a minus, from the front of `rest`; nothing, and `rest` as it was,
/// if none is there or if it is out of range.
[[nodiscard]] std::optional<long long> take_whole_number(std::string_view& rest);

/// The number that `text` is; nothing if it is anything else.
[[nodiscard]] std::optional<long long> whole_number(std::string_view text);

[[nodiscard]] std::string to_decimal(long long number);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_WHOLE_NUMBER_H

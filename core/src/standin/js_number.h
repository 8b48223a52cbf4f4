// Numbers as text and back, by the rules of the imitated server's language (ECMA-262,
// Number::toString and StringToNumber).
#ifndef ROOM_VISITOR_SRC_STANDIN_JS_NUMBER_H
#define ROOM_VISITOR_SRC_STANDIN_JS_NUMBER_H

#include <optional>
#include <string>
#include <string_view>

namespace room_visitor::standin {

/// "12", "1.5", "1e+21", "0" for -0, "NaN", "-Infinity": as few digits as tell the number apart
/// from its neighbours.
[[nodiscard]] std::string js_number_text(double number);

/// What a unary plus makes of text: "12", " 1.5e3 ", "0x1F", "-Infinity"; 0 for white space alone.
/// Nothing where that is not a number.
[[nodiscard]] std::optional<double> js_number(std::string_view text);

/// The double nearest to a decimal number without a sign: digits, a point, an exponent ("12",
/// ".5", "1.5e-3"), whose form the caller has checked. Infinity beyond the range of doubles.
[[nodiscard]] double decimal_number(std::string_view text);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_JS_NUMBER_H

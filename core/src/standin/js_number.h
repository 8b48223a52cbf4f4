// Numbers as text, by the rules of the imitated server's language (ECMA-262, Number::toString).
#ifndef ROOM_VISITOR_SRC_STANDIN_JS_NUMBER_H
#define ROOM_VISITOR_SRC_STANDIN_JS_NUMBER_H

#include <string>

namespace room_visitor::standin {

/// "12", "1.5", "1e+21", "0" for -0, "NaN", "-Infinity": as few digits as tell the number apart
/// from its neighbours.
[[nodiscard]] std::string js_number_text(double number);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_JS_NUMBER_H

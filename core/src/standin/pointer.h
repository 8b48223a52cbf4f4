// Places in JSON (RFC 6901).
#ifndef ROOM_VISITOR_SRC_STANDIN_POINTER_H
#define ROOM_VISITOR_SRC_STANDIN_POINTER_H

#include <string>
#include <string_view>

namespace room_visitor::standin {

/// A reference token with the slash before it (section 3).
[[nodiscard]] inline std::string pointer_token(std::string_view name) {
  std::string token = "/";
  for (const char letter : name) {
    if (letter == '~') {
      token += "~0";
    } else if (letter == '/') {
      token += "~1";
    } else {
      token += letter;
    }
  }
  return token;
}

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_POINTER_H

// JSON Pointers, the paths of findings and differences (RFC 6901).
#ifndef ROOM_VISITOR_SRC_JSON_POINTER_H
#define ROOM_VISITOR_SRC_JSON_POINTER_H

#include <string>
#include <string_view>

namespace room_visitor {

/// Appends one step: a slash and the key, with its own slashes and tildes escaped.
inline void append_step(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (const char letter : key) {
    if (letter == '~')
      pointer += "~0";
    else if (letter == '/')
      pointer += "~1";
    else
      pointer += letter;
  }
}

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_JSON_POINTER_H

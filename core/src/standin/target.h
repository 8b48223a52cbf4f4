// The request target in its parts.
#ifndef ROOM_VISITOR_SRC_STANDIN_TARGET_H
#define ROOM_VISITOR_SRC_STANDIN_TARGET_H

#include <string_view>

namespace room_visitor::standin {

struct Target {
  std::string_view path;
  std::string_view query;
};

/// Path and query of an origin-form target; a fragment, which no client sends, is dropped.
[[nodiscard]] inline Target split_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t mark = url.find('?');
  if (mark == std::string_view::npos) return {url, {}};
  return {url.substr(0, mark), url.substr(mark + 1)};
}

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_TARGET_H

// What differs between two JSON documents, as paths that a person can read: what an update changed
// in a room, or what somebody else changed meanwhile.
//
//   diff(R"({"v":{"_id":"a"}})", R"({"v":{"_id":"b"}})");
//   // one change: path "/v/_id", before "\"a\"", after "\"b\""
#ifndef ROOM_VISITOR_DIFF_H
#define ROOM_VISITOR_DIFF_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/json_value.h"
#include "room_visitor/result.h"

namespace room_visitor {

/// One difference. `path` is a JSON Pointer (RFC 6901). A member that was added has no `before`,
/// one that was removed no `after`.
struct Change {
  std::string path;
  std::optional<JsonText> before, after;

  bool operator==(const Change&) const = default;
};

/// The differences in the order of `after`, then what was removed. Objects are compared member by
/// member whatever their order, arrays element by element; numbers are equal if they are the same
/// double. From 16 levels down values are compared as text. More than 10,000 differences, or 4 MiB
/// of paths, are reported as one change of the whole document. Errors: as read_room, for whichever
/// text is not JSON.
[[nodiscard]] Result<std::vector<Change>> diff(std::string_view before, std::string_view after);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_DIFF_H

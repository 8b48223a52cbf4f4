// The parts of a request that the web server reads before any route is looked up: query and body
// (docs/wire.md section 1.3).
#ifndef ROOM_VISITOR_SRC_STANDIN_BODY_H
#define ROOM_VISITOR_SRC_STANDIN_BODY_H

#include <optional>
#include <string_view>

#include "room_visitor/http.h"
#include "standin/json.h"

namespace room_visitor::standin {

/// What cannot be read ends here, with a page of this status.
struct UnreadableBody {
  int status;
};

struct ReadBody {
  Json value = Json::object();
  std::optional<UnreadableBody> problem;
};

[[nodiscard]] ReadBody read_body(const HttpRequest& request);

/// `a=1&b[]=2&c[0]=3` as an object. A name that is given twice, or with brackets, becomes a list or
/// an object: enough to be refused or not found where text is wanted.
[[nodiscard]] Json read_form(std::string_view text);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_BODY_H

// What requests are made of: headers, and addresses with text in them.
#ifndef ROOM_VISITOR_SRC_REQUEST_PARTS_H
#define ROOM_VISITOR_SRC_REQUEST_PARTS_H

#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/endpoints.h"

namespace room_visitor {

[[nodiscard]] std::vector<Header> session_headers(const Session& session);

/// RFC 3986 section 2.3: everything but the unreserved characters.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// A GET request with the session's headers.
[[nodiscard]] HttpRequest get_request(const ServerUrl& server, const Session& session,
                                      std::string_view path);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_REQUEST_PARTS_H

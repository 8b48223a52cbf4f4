// What requests are made of: headers, and addresses with text in them.
#ifndef ROOM_VISITOR_SRC_REQUEST_PARTS_H
#define ROOM_VISITOR_SRC_REQUEST_PARTS_H

#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/endpoints.h"

namespace room_visitor {

inline constexpr std::string_view kTokenHeader = "X-Auth-Token";
inline constexpr std::string_view kUserHeader = "X-User-Id";

[[nodiscard]] std::vector<Header> session_headers(const Session& session);

/// Makes a request that was built for one session that of another; one without any stays as it is.
void set_session(HttpRequest& request, const Session& session);

/// RFC 3986 section 2.3: everything but the unreserved characters.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// A GET request with the session's headers.
[[nodiscard]] HttpRequest get_request(const ServerUrl& server, const Session& session,
                                      std::string_view path);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_REQUEST_PARTS_H

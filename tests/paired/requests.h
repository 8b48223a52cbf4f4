// Whether a request is the one that its update needs, by its text alone: what the machine says
// about it is not believed.
#ifndef ROOM_VISITOR_TESTS_PAIRED_REQUESTS_H
#define ROOM_VISITOR_TESTS_PAIRED_REQUESTS_H

#include <optional>
#include <string_view>

#include "paired/history.h"
#include "room_visitor/http.h"

namespace room_visitor::paired {

/// What the client was given to send with.
struct Credentials {
  std::string_view user_id;
  std::string_view token;
};

/// The kind by method, origin and path, and nothing for every other request.
[[nodiscard]] std::optional<RequestKind> kind_of(const HttpRequest& request);

/// Whether all of a request of that kind is right: address, ids and headers.
[[nodiscard]] bool is_right(const HttpRequest& request, RequestKind kind, const History& history,
                            const Credentials& credentials);

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_REQUESTS_H

// The closed list of docs/verdicts.md once more, in words of its own: the answers that a server
// gives before it changes anything. The client's reading of answers is judged by it.
#ifndef ROOM_VISITOR_TESTS_PAIRED_CLOSED_LIST_H
#define ROOM_VISITOR_TESTS_PAIRED_CLOSED_LIST_H

#include "paired/history.h"
#include "room_visitor/http.h"
#include "room_visitor/server_version.h"

namespace room_visitor::paired {

/// Where an answer to a write stands that arrived whole, or not, from a server of that version.
enum class Arrived : std::uint8_t { whole, spoilt };
[[nodiscard]] Listed place_on_list(const HttpResponse& response, const ServerVersion& version,
                                   Arrived arrived);

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_CLOSED_LIST_H

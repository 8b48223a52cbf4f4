// From a reply to the answer as it is sent: the headers that the API and the web server add.
#ifndef ROOM_VISITOR_SRC_STANDIN_ANSWERS_H
#define ROOM_VISITOR_SRC_STANDIN_ANSWERS_H

#include "room_visitor/http.h"
#include "standin/replies.h"
#include "standin/state.h"

namespace room_visitor::standin {

/// The JSON answer of the API, with its own headers.
[[nodiscard]] HttpResponse api_answer(const State& state, const Reply& reply);

/// Adds what the web server puts on every answer.
void add_web_server_headers(const State& state, const HttpRequest& request, HttpResponse& response);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_ANSWERS_H

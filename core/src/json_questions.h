// Questions from their JSON form; json_tasks.h says what it is.
#ifndef ROOM_VISITOR_SRC_JSON_QUESTIONS_H
#define ROOM_VISITOR_SRC_JSON_QUESTIONS_H

#include <memory>
#include <optional>

#include "json_api_values.h"
#include "question.h"
#include "room_visitor/server_url.h"

namespace room_visitor::json_api {

/// Errors: invalid_input for an unknown question or a member of the wrong kind, missing_credentials
/// where the question needs a session, and those of calls.h.
[[nodiscard]] Result<std::unique_ptr<Topic>> read_topic(ArgumentReader& arguments,
                                                        const ServerUrl& server,
                                                        const std::optional<Session>& session);

}  // namespace room_visitor::json_api

#endif  // ROOM_VISITOR_SRC_JSON_QUESTIONS_H

// Replies to questions as JSON; json_tasks.h says what is in them.
#ifndef ROOM_VISITOR_SRC_JSON_ANSWERS_H
#define ROOM_VISITOR_SRC_JSON_ANSWERS_H

#include <string>

#include "room_visitor/capability.h"
#include "room_visitor/http.h"
#include "room_visitor/preview.h"

namespace room_visitor::json_api {

// Each takes the answer and the id of what was asked for, and tells {"ok":true,…} or
// {"ok":false,"error":…}.
[[nodiscard]] std::string reply_to_server_info(const HttpResponse& response, const std::string&);
[[nodiscard]] std::string reply_to_login(const HttpResponse& response, const std::string&);
[[nodiscard]] std::string reply_to_logout(const HttpResponse& response, const std::string&);
[[nodiscard]] std::string reply_to_me(const HttpResponse& response, const std::string&);
[[nodiscard]] std::string reply_to_room(const HttpResponse& response, const std::string& rid);
[[nodiscard]] std::string reply_to_visitor(const HttpResponse& response, const std::string& id);
[[nodiscard]] std::string reply_to_visitors(const HttpResponse& response, const std::string&);
[[nodiscard]] std::string reply_to_rooms(const HttpResponse& response, const std::string&);
[[nodiscard]] std::string reply_to_chat_history(const HttpResponse& response, const std::string&);

[[nodiscard]] std::string write_check(const Capability& capability);
[[nodiscard]] std::string write_preview(const Preview& preview);

}  // namespace room_visitor::json_api

#endif  // ROOM_VISITOR_SRC_JSON_ANSWERS_H

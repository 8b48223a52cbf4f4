// Replies to questions as JSON; json_tasks.h says what is in them.
#ifndef ROOM_VISITOR_SRC_JSON_ANSWERS_H
#define ROOM_VISITOR_SRC_JSON_ANSWERS_H

#include <string>

#include "json/json_writer.h"
#include "room_visitor/capability.h"
#include "room_visitor/http.h"
#include "room_visitor/preview.h"

namespace room_visitor::json_api {

// Each takes the answer and the id of what was asked for, and tells {"ok":true,…} or
// {"ok":false,"error":…}.
using Reply = void(json::Writer& writer, const HttpResponse& response, const std::string& id);
Reply reply_to_server_info;
Reply reply_to_login;
Reply reply_to_logout;
Reply reply_to_me;
Reply reply_to_room;
Reply reply_to_visitor;
Reply reply_to_visitors;
Reply reply_to_rooms;
Reply reply_to_chat_history;

// The members of a reply that succeeded: the object stays open.
void write_check(json::Writer& writer, const Capability& found);
void write_preview(json::Writer& writer, const Preview& seen);

}  // namespace room_visitor::json_api

#endif  // ROOM_VISITOR_SRC_JSON_ANSWERS_H

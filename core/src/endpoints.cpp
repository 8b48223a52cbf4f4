#include "room_visitor/endpoints.h"

#include <algorithm>

#include "json/json_writer.h"
#include "request_parts.h"

namespace room_visitor {
namespace {

// Nothing but visible ASCII: a line break would begin another header (RFC 9110 section 5.5).
bool is_header_safe(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return letter > ' ' && letter < '\x7F'; });
}

Error bad_credential(std::string_view path, std::string_view text) {
  if (text.empty()) return {ErrorCode::missing_credentials, std::string(path), "", ""};
  return {ErrorCode::invalid_credentials, std::string(path),
          "white space, a line break or a character outside of ASCII", "letters, digits, - and _"};
}

}  // namespace

Result<Session> make_session(UserId user_id, AuthToken auth_token) {
  if (user_id.text.empty() || !is_header_safe(user_id.text))
    return bad_credential("/userId", user_id.text);
  if (auth_token.text.empty() || !is_header_safe(auth_token.text))
    return bad_credential("/authToken", auth_token.text);
  return Session(std::move(user_id), std::move(auth_token));
}

HttpRequest update_room_visitor(const ServerUrl& server, const Session& session,
                                const ValidUpdate& update) {
  const VisitorUpdate& ids = update.ids();
  std::vector<Header> headers = session_headers(session);
  headers.push_back({"Content-Type", "application/json"});
  json::Writer body;
  body.object()
      .text("rid", ids.rid.text)
      .text("oldVisitorId", ids.old_visitor.text)
      .text("newVisitorId", ids.new_visitor.text)
      .end_object();
  return {"PUT", server.join("/api/v1/livechat/room.visitor"), std::move(headers), body.take()};
}

HttpRequest room_info(const ServerUrl& server, const Session& session, const RoomId& rid) {
  return get_request(server, session, "/api/v1/rooms.info?roomId=" + percent_encoded(rid.text));
}

HttpRequest server_info(const ServerUrl& server) {
  return {"GET", server.join("/api/info"), {}, ""};
}

}  // namespace room_visitor

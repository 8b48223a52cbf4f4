// Building requests: the only place that knows paths, headers and bodies of the server's API.
// Source: docs/wire.md sections 1 and 9.
//
//   Result<ServerUrl> server = parse_server_url("http://localhost:3000");
//   Result<Session> session = make_session({"rYhzFRd2QZjNwAAXX"}, {"8kZl86…"});
//   HttpRequest request = update_room_visitor(server.value(), session.value(), *checked.update);
//   to_curl(request, Secrets::masked);   // the call as a command, tokens hidden
#ifndef ROOM_VISITOR_ENDPOINTS_H
#define ROOM_VISITOR_ENDPOINTS_H

#include <string>
#include <string_view>

#include "room_visitor/http.h"
#include "room_visitor/ids.h"
#include "room_visitor/result.h"
#include "room_visitor/server_url.h"
#include "room_visitor/update.h"

namespace room_visitor {

/// Who sends: a user id and its auth token, both fit for a header. Made by make_session() only.
class Session {
 public:
  [[nodiscard]] const UserId& user_id() const { return user_id_; }
  [[nodiscard]] const AuthToken& auth_token() const { return auth_token_; }

  bool operator==(const Session&) const = default;

 private:
  friend Result<Session> make_session(UserId user_id, AuthToken auth_token);
  Session(UserId user_id, AuthToken auth_token)
      : user_id_(std::move(user_id)), auth_token_(std::move(auth_token)) {}

  UserId user_id_;
  AuthToken auth_token_;
};

/// Checks that both are present and consist of visible ASCII characters. Error:
/// invalid_credentials, with the place but never the value.
[[nodiscard]] Result<Session> make_session(UserId user_id, AuthToken auth_token);

/// `PUT /api/v1/livechat/room.visitor`: three headers, and the body as compact JSON in the order of
/// the documentation: rid, oldVisitorId, newVisitorId.
[[nodiscard]] HttpRequest update_room_visitor(const ServerUrl& server, const Session& session,
                                              const ValidUpdate& update);

/// `GET /api/v1/rooms.info?roomId=`: the whole room, for whoever may access it.
[[nodiscard]] HttpRequest room_info(const ServerUrl& server, const Session& session,
                                    const RoomId& rid);

/// `GET /api/info`: the server's version; needs no session.
[[nodiscard]] HttpRequest server_info(const ServerUrl& server);

/// Whether secrets are written out or replaced by kHidden.
enum class Secrets { masked, revealed };

/// The request as a curl command for a POSIX shell, one option a line, a JSON body indented by four
/// spaces. With secrets revealed it equals the call in the server's documentation.
[[nodiscard]] std::string to_curl(const HttpRequest& request, Secrets secrets);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_ENDPOINTS_H

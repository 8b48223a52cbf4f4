// Reading the answers to the requests of calls.h. Kinds are checked before use, members that are
// not known here stay in the documents' texts, and versions that wrap an answer differently are all
// understood. Source: docs/wire.md sections 2, 9 and 9.1.
//
//   LoginAnswer answer = read_login(response);
//   if (answer.second_factor) ask_for_code(answer.second_factor->method);
//   else if (answer.session) go_on_with(*answer.session);
//   else show(to_text(*answer.error));
#ifndef ROOM_VISITOR_ANSWERS_H
#define ROOM_VISITOR_ANSWERS_H

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/endpoints.h"
#include "room_visitor/http.h"
#include "room_visitor/ids.h"
#include "room_visitor/responses.h"
#include "room_visitor/result.h"

namespace room_visitor {

/// The second factor that a login needs.
struct SecondFactor {
  std::string method;  ///< "totp", "email" or "password"; the server may know others, or none
  std::vector<std::string> available_methods;
  std::optional<bool> code_sent;  ///< whether this answer came with a new code by e-mail

  bool operator==(const SecondFactor&) const = default;
};

/// A session, or the error and perhaps the factor that is missing.
struct LoginAnswer {
  std::optional<Session> session;
  std::optional<Error> error;
  std::optional<SecondFactor> second_factor;  ///< only with totp_required and totp_invalid

  bool operator==(const LoginAnswer&) const = default;
};

/// Errors: wrong_credentials, totp_required, totp_invalid, login_refused, invalid_params,
/// rate_limited and the world's codes. None repeats a token.
[[nodiscard]] LoginAnswer read_login(const HttpResponse& response);

/// Whether the session has ended: nothing if so, also where it had ended before.
[[nodiscard]] std::optional<Error> read_logout(const HttpResponse& response);

/// Who is logged in. Without `roles` nothing can be said about permissions.
struct CurrentUser {
  UserId id;
  std::string username, name;
  std::optional<std::vector<std::string>> roles;

  bool operator==(const CurrentUser&) const = default;
};

/// Errors of this and of the readers below: the server's and the world's codes.
[[nodiscard]] Result<CurrentUser> read_current_user(const HttpResponse& response);

/// The roles that hold a permission; none if the server does not know the permission.
struct PermissionRoles {
  std::string permission;
  std::vector<std::string> roles;

  bool operator==(const PermissionRoles&) const = default;
};

/// One entry for each of `permissions`, in that order.
[[nodiscard]] Result<std::vector<PermissionRoles>> read_permission_list(
    const HttpResponse& response, std::span<const std::string_view> permissions);

/// A visitor as it arrived: its exact text, which mostly holds the visitor's token, and the members
/// that a choice rests on, absent if they are not strings. The rest is for read_visitor(text).
struct VisitorDocument {
  std::string text;
  std::optional<VisitorId> id;
  std::optional<std::string> username, name;
  bool disabled = false;  ///< 6.5 to 6.13: unknown to an update

  bool operator==(const VisitorDocument&) const = default;
};

/// The visitor that was asked for. Errors, besides: visitor_not_found, no_read_permission, and
/// unexpected_answer if it is another one.
[[nodiscard]] Result<VisitorDocument> read_visitor_info(const HttpResponse& response,
                                                        const VisitorId& visitor);

/// A part of a list. `total` counts all that fit, absent if the server did not say.
template <class Document>
struct ListPart {
  std::vector<Document> items;
  double offset = 0;
  std::optional<double> total;

  /// Whether the server has said that nothing comes after these items.
  [[nodiscard]] bool is_last() const {
    return total && offset + static_cast<double>(items.size()) >= *total;
  }

  bool operator==(const ListPart&) const = default;
};

/// The answer to visitor_search(). These documents are shortened by the server: they neither have
/// the token nor say whether the visitor is disabled. Errors, besides: no_read_permission.
[[nodiscard]] Result<ListPart<VisitorDocument>> read_visitor_search(const HttpResponse& response);

/// The answer to room_list(). Errors, besides: no_read_permission.
[[nodiscard]] Result<ListPart<RoomDocument>> read_room_list(const HttpResponse& response);

/// The answer to chat_history(). Errors, besides: no_read_permission, room_access_denied,
/// room_not_found.
[[nodiscard]] Result<ListPart<RoomDocument>> read_chat_history(const HttpResponse& response);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_ANSWERS_H

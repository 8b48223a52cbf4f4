// Hides credentials in text that is shown, logged or exported. Visitor tokens are credentials: a
// room's answer carries several.
//
//   redact(R"({"v":{"token":"8b15e7"}})");  // {"v":{"token":"••••••••"}}
#ifndef ROOM_VISITOR_REDACT_H
#define ROOM_VISITOR_REDACT_H

#include <string>
#include <string_view>

#include "room_visitor/result.h"

namespace room_visitor {

/// What stands in place of a secret.
inline constexpr std::string_view kHidden = "••••••••";

/// Whether a member or header of that name holds a credential, letter case ignored: token,
/// authToken, X-Auth-Token, password, digest, code, resume and their like.
[[nodiscard]] bool is_secret_name(std::string_view name);

/// The same JSON with the value of every secret member replaced, at any depth, whatever kind the
/// value is. White space outside of strings is dropped. Errors: as read_room.
[[nodiscard]] Result<std::string> redact(std::string_view json);

/// A text of the server with everything that looks like a token hidden (32 or more characters of
/// A-Z a-z 0-9 _ - in a row with a digit among them), everything invisible spelled out as \\u{…},
/// cut after 300 characters. For error messages.
[[nodiscard]] std::string redact_prose(std::string_view text);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_REDACT_H

// What a server version means to the client: whether the endpoint exists, works, and which
// permissions it asks for. Source: docs/wire.md sections 0 and 3.3.
//
//   profile_of({6, 4, {}});                    // Profile::two_permissions
//   error_of_profile(Profile::removed)->code;  // ErrorCode::endpoint_removed
#ifndef ROOM_VISITOR_PROFILE_H
#define ROOM_VISITOR_PROFILE_H

#include <optional>
#include <string_view>

#include "room_visitor/error_code.h"
#include "room_visitor/result.h"
#include "room_visitor/server_version.h"

namespace room_visitor {

enum class Profile {
  unknown,          ///< the version could not be read
  absent,           ///< before 3.6: no such endpoint
  broken,           ///< 3.6 to 5.1: exists and can never succeed
  two_permissions,  ///< 5.2 to 6.4: view-l-room and change-livechat-room-visitor
  one_permission,   ///< 6.5 to 6.13: change-livechat-room-visitor only
  removed,          ///< from 7.0 on: no such endpoint any more
};

[[nodiscard]] Profile profile_of(const ServerVersion& version);

/// "unknown", "absent", "broken", "two_permissions", "one_permission" or "removed".
[[nodiscard]] std::string_view to_text(Profile profile);

/// The inverse of to_text. Error: invalid_input.
[[nodiscard]] Result<Profile> parse_profile(std::string_view text);

/// Why an update cannot succeed on such a server: endpoint_absent, endpoint_broken or
/// endpoint_removed; nothing where it can, or where that is not known.
[[nodiscard]] std::optional<Error> error_of_profile(Profile profile);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_PROFILE_H

// What this workspace and this user can do, found out by reading three things and changing nothing.
// Source: docs/wire.md sections 2.2, 3.3, 4, 5, 9 and 10.
//
//   CapabilityAnswers answers;
//   while (auto next = next_capability_request(answers, server, session))
//     answers[next->call] = my_application_sends(next->request);   // an answer or a FailureKind
//   Capability found = assess(answers);
//   if (found.can_update == Known::no) show(found.findings);
//
// Even `can_update == Known::yes` promises nothing about one room: whether the user may access it,
// and whose it is, only the update itself can tell.
#ifndef ROOM_VISITOR_CAPABILITY_H
#define ROOM_VISITOR_CAPABILITY_H

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "room_visitor/answers.h"
#include "room_visitor/endpoints.h"
#include "room_visitor/http.h"
#include "room_visitor/profile.h"
#include "room_visitor/responses.h"
#include "room_visitor/server_version.h"
#include "room_visitor/update.h"
#include "room_visitor/verdict.h"

namespace room_visitor {

/// Nothing was asked.
struct NotAsked {
  bool operator==(const NotAsked&) const = default;
};

/// What came of a request.
using CallAnswer = std::variant<NotAsked, HttpResponse, FailureKind>;

/// What is read, in this order.
enum class CapabilityCall { server_info, current_user, permission_list };

/// "server_info", "current_user" or "permission_list".
[[nodiscard]] std::string_view to_text(CapabilityCall call);

struct CapabilityAnswers {
  std::array<CallAnswer, 3> answers;

  [[nodiscard]] CallAnswer& operator[](CapabilityCall call) {
    return answers[static_cast<std::size_t>(call)];
  }
  [[nodiscard]] const CallAnswer& operator[](CapabilityCall call) const {
    return answers[static_cast<std::size_t>(call)];
  }

  bool operator==(const CapabilityAnswers&) const = default;
};

struct CapabilityRequest {
  CapabilityCall call = CapabilityCall::server_info;
  HttpRequest request;

  bool operator==(const CapabilityRequest&) const = default;
};

/// What to ask next; nothing if all is known that can be. Credentials are sent only if something
/// that may be a workspace is there. Without a session only the server is asked.
[[nodiscard]] std::optional<CapabilityRequest> next_capability_request(
    const CapabilityAnswers& answers, const ServerUrl& server,
    const std::optional<Session>& session);

enum class Known { yes, no, not_known };

/// "yes", "no" or "not_known".
[[nodiscard]] std::string_view to_text(Known known);

/// A permission, and what it is for.
struct PermissionCheck {
  std::string permission;
  bool needed = false;  ///< by the update on this version; else it is only of use
  Known held = Known::not_known;
  std::vector<std::string> roles;  ///< that hold it; may be empty, also where not known

  bool operator==(const PermissionCheck&) const = default;
};

enum class RateLimiting {
  limited,    ///< an answer carried the limiter's headers
  bypassed,   ///< the user holds api-bypass-rate-limit: no counting, no headers
  not_known,  ///< switched off, or the headers are unreadable across origins
};

/// "limited", "bypassed" or "not_known".
[[nodiscard]] std::string_view to_text(RateLimiting limiting);

enum class CorsState {
  fine,  ///< an answer to a request with credentials could be read, if it was another origin
  off_suspected,  ///< what needs no preflight was readable, and what needs one was not
  not_known,
};

/// "fine", "off_suspected" or "not_known".
[[nodiscard]] std::string_view to_text(CorsState cors);

/// What is nearest to an update on a server that no longer has it, none of it the same.
struct Replacement {
  std::string_view name;  ///< endpoint or member, as the server calls it
  std::string_view what;  ///< one sentence
  ServerVersion since;

  bool operator==(const Replacement&) const = default;
};

struct Capability {
  Known reachable = Known::not_known;
  std::optional<ServerVersion> version;
  Profile profile = Profile::unknown;
  std::optional<CurrentUser> user;
  /// change-livechat-room-visitor, view-l-room, view-livechat-rooms (to list the rooms of others),
  /// api-bypass-rate-limit; none where the endpoint cannot succeed.
  std::vector<PermissionCheck> permissions;
  RateLimiting rate_limiting = RateLimiting::not_known;
  std::optional<RateLimit> rate_limit;  ///< only if limited; of another route, but of one setting
  CorsState cors = CorsState::not_known;
  Known can_update = Known::not_known;
  /// Errors are why no update can succeed, warnings what is missing or could not be read. In the
  /// order: server, profile, CORS, user, permissions. `path` is the member above that it is about.
  std::vector<Issue> findings;
  std::optional<ServerVersion> removed_since;  ///< only for Profile::removed
  std::vector<Replacement> replacements;       ///< those that this version has; likewise

  bool operator==(const Capability&) const = default;
};

/// The meaning of what was read, in full or in part. Never asks for more.
[[nodiscard]] Capability assess(const CapabilityAnswers& answers);

/// Whether a permission is held, as far as `capability` knows.
[[nodiscard]] Known holds(const Capability& capability, std::string_view permission);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_CAPABILITY_H

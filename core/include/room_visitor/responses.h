// Reading answers: from any bytes to a meaning. Nothing here trusts the server: kinds are checked
// before use, and what is not recognised is called ambiguous rather than guessed.
// Source: docs/wire.md sections 1 to 6 and 10, and the closed list of docs/verdicts.md.
//
//   Meaning meaning = classify(response, Profile::two_permissions);
//   if (meaning.kind == AnswerKind::success) show(read_room(meaning.room->text));
#ifndef ROOM_VISITOR_RESPONSES_H
#define ROOM_VISITOR_RESPONSES_H

#include <optional>
#include <string>
#include <string_view>

#include "room_visitor/http.h"
#include "room_visitor/ids.h"
#include "room_visitor/profile.h"
#include "room_visitor/result.h"
#include "room_visitor/server_version.h"
#include "room_visitor/time.h"

namespace room_visitor {

/// What an answer to an update says about whether the room was changed.
enum class AnswerKind {
  success,         ///< a 2xx answer with a room; whose it is now is for settle() to judge
  refusal,         ///< an answer that the server gives before it changes anything
  compare_failed,  ///< `invalid-room-visitor`: also given when an earlier copy has applied
  ambiguous,       ///< anything else: the room may or may not have been changed
};

/// "success", "refusal", "compare_failed" or "ambiguous".
[[nodiscard]] std::string_view to_text(AnswerKind kind);

/// The rate limiter's headers and the wait that its message names. Absent members were not sent;
/// from another origin a browser shows none of the headers.
struct RateLimit {
  std::optional<double> limit;      ///< calls a window
  std::optional<double> remaining;  ///< calls left in this window
  std::optional<Millis> reset_at;   ///< end of the window by the server's clock, since the epoch
  std::optional<Millis> wait;       ///< from the text of a 429
  /// From the answer to `reset_at`, both by the server's clock: needs the header `Date`.
  std::optional<Millis> reset_in = {};

  bool operator==(const RateLimit&) const = default;
};

/// The headers of a deprecated endpoint (6.3 to 6.13).
struct Deprecation {
  std::string type, message, version;

  bool operator==(const Deprecation&) const = default;
};

/// A room as it arrived: its exact text, and the members that verdicts rest on, absent if they are
/// not strings. Everything else is for read_room(text), which most callers never need.
struct RoomDocument {
  std::string text;
  std::optional<RoomId> id;
  std::optional<std::string> t;
  std::optional<VisitorId> visitor;  ///< v._id

  bool operator==(const RoomDocument&) const = default;
};

struct Meaning {
  AnswerKind kind = AnswerKind::ambiguous;
  std::optional<Error> error;  ///< nothing for success
  std::string server_text;     ///< the server's own words, tokens hidden; empty if it gave none
  std::string error_type;      ///< the server's `errorType`; empty if it gave none
  std::optional<RateLimit> rate_limit;
  std::optional<Deprecation> deprecation;
  std::optional<RoomDocument> room;

  bool operator==(const Meaning&) const = default;
};

/// What an answer to `PUT livechat/room.visitor` says. Any status, headers and bytes are accepted.
/// The profile matters where the same bytes mean different things on different versions.
[[nodiscard]] Meaning classify(const HttpResponse& response, Profile profile);

/// The room in an answer to `GET rooms.info`, if it is the room that was asked for. Errors: the
/// server's and the world's codes, among them room_not_found, room_access_denied, room_archived,
/// other_room.
[[nodiscard]] Result<RoomDocument> read_room_info(const HttpResponse& response, const RoomId& rid);

/// The version in an answer to `GET /api/info`. Errors: the world's codes, invalid_version.
[[nodiscard]] Result<ServerVersion> read_server_info(const HttpResponse& response);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_RESPONSES_H

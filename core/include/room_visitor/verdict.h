// The verdict on an update: what may be claimed once it was sent, and no more. Source:
// docs/verdicts.md.
//
//   Meaning meaning = classify(response, profile);
//   Outcome outcome = settle(*checked.update, meaning);
//   if (outcome.verdict == Verdict::unknown) tell_the_user_to_read_the_room();
#ifndef ROOM_VISITOR_VERDICT_H
#define ROOM_VISITOR_VERDICT_H

#include <optional>
#include <string_view>

#include "room_visitor/responses.h"
#include "room_visitor/result.h"
#include "room_visitor/update.h"

namespace room_visitor {

enum class Verdict {
  applied,   ///< the room was seen with the new visitor
  refused,   ///< the server answered, and answers so only before it changes anything
  not_sent,  ///< nothing was handed to the network
  unknown,   ///< anything else
};

/// "applied", "refused", "not_sent" or "unknown".
[[nodiscard]] std::string_view to_text(Verdict verdict);

/// How it is known that the update was applied.
enum class Proof {
  answer,        ///< the room in the answer to our own request
  read_back,     ///< a reading after the first write: it is there, perhaps not by us
  wanted_state,  ///< the same where old and new visitor are one: nothing shows who wrote
};

/// "answer", "read_back" or "wanted_state".
[[nodiscard]] std::string_view to_text(Proof proof);

/// Whose the room was when it was last read.
struct LastSeen {
  VisitorId visitor;
  Millis at = 0;  ///< when that answer arrived, by the clock of `now`

  bool operator==(const LastSeen&) const = default;
};

struct Outcome {
  Verdict verdict = Verdict::unknown;
  std::optional<Proof> proof = {};  ///< only if applied
  std::optional<Error> error = {};  ///< always, unless applied
  /// Of the last reading, if one succeeded; for a conflict this is the owner.
  std::optional<LastSeen> last_seen = {};
  /// The room as last seen, in an answer or by reading.
  std::optional<RoomDocument> room = {};
  /// Until when a write without an answer, of this update or of the one it undoes, may still be
  /// carried out as far as its time limit tells; nothing if all were answered or that is over. Undo
  /// takes this.
  std::optional<Millis> open_until = {};

  bool operator==(const Outcome&) const = default;
};

/// The verdict on an update that was sent once and answered, by that answer alone. For unknown the
/// room has to be read, which Reassignment does.
[[nodiscard]] Outcome settle(const ValidUpdate& update, const Meaning& meaning);

/// Why no usable answer came.
enum class FailureKind {
  network,       ///< the connection failed or was reset
  cors,          ///< a browser gave no reason, and the server is another origin
  timeout,       ///< the time limit passed
  aborted,       ///< the caller cancelled
  redirected,    ///< a redirect, which is never followed
  too_large,     ///< the answer exceeded the limit and was not read to its end
  not_recorded,  ///< its record could not be kept, so it was handed to nobody
};

/// The inverse of the enumerator's name. Error: invalid_input.
[[nodiscard]] Result<FailureKind> parse_failure_kind(std::string_view text);

/// The error of a failure, for any request.
[[nodiscard]] Error error_of_failure(FailureKind kind);

/// Whether the request may have reached the network.
enum class Handed { to_nobody, to_transport };

/// The verdict on an update without an answer: not_sent if it was handed to nobody, else unknown.
[[nodiscard]] Outcome settle_failure(FailureKind kind, Handed handed);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_VERDICT_H

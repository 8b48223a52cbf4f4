// What happened in one run, in the order in which it happened: the server's and the network's own
// record, which the client's verdict is judged by.
#ifndef ROOM_VISITOR_TESTS_PAIRED_HISTORY_H
#define ROOM_VISITOR_TESTS_PAIRED_HISTORY_H

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "room_visitor/reassignment.h"

namespace room_visitor::paired {

/// Whose the room is.
enum class Owner : std::uint8_t { nobody, ada, ben, cleo, dan };  // nobody: the room is gone

/// The `_id` of a visitor; of nobody one that does not exist.
[[nodiscard]] std::string_view id_of(Owner owner);
/// The inverse; nobody for every other text.
[[nodiscard]] Owner owner_of(std::string_view visitor_id);

enum class What : std::uint8_t {
  sent,       ///< an attempt was handed to the network
  kept,       ///< an attempt was not handed to anybody
  delivered,  ///< a copy of an attempt reached the server
  moved,      ///< somebody else moved the room
  answered,   ///< the client was told of an answer
  failed,     ///< the client was told that there is none
  aborted,    ///< the client gave up on an attempt
  cancelled,
  asked_for_credentials,
  waits,        ///< the client wants to wait until `until`
  asked_again,  ///< the client was asked a second time; `agrees` if it said the same
  verdict,
};

/// The attempt that was made before the machine began (Beginning::read_back).
inline constexpr int kEarlierAttempt = 0;

/// What an answer to a write allows to be concluded, by the closed list of docs/verdicts.md.
enum class Listed : std::uint8_t {
  no,
  mismatch,    ///< `invalid-room-visitor`: once the room was read
  by_version,  ///< what only those can tell who know the server's version
  yes,
};

struct Fact {
  What what = What::sent;
  Millis at = 0;  ///< by the client's clock
  int attempt = -1;
  RequestKind kind = RequestKind::write;
  /// delivered, moved: whose the room is then; answered: whose the answer says it is
  Owner owner = Owner::nobody;
  bool applied = false;        ///< delivered, answered: it was this copy that changed the room
  Listed listed = Listed::no;  ///< answered
  bool agrees = true;          ///< asked_again
  bool unsent = false;         ///< failed: the client was told that nobody was handed it
  bool is_right = true;        ///< sent, kept: the request is what this update needs
  /// waits; answered: when the window that a 429 told of may end at the earliest, or 0
  Millis until = 0;
};

struct History {
  Owner old_visitor = Owner::ada;
  Owner new_visitor = Owner::ben;
  ReassignmentPolicy policy = {};
  Beginning beginning = Beginning::write;
  std::optional<Millis> original_open_until = {};
  Millis began = 0;  ///< by the client's clock
  /// While the client was stopped, by its clock: nothing reached it, and no timer woke it.
  Millis stopped_from = 0, stopped_until = 0;
  std::vector<Fact> facts;
  std::optional<Outcome> outcome;  ///< of the fact `verdict`
  bool spins = false;              ///< the machine had so much to do that it was stopped
};

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_HISTORY_H

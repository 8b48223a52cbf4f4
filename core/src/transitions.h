// The rules of one reassignment as a table: in which state what happens leads where. The machine in
// machine.cpp finds out what happened and which conditions hold; that is all it decides.
// docs/reassignment.md shows the table; a test compares the two.
#ifndef ROOM_VISITOR_SRC_TRANSITIONS_H
#define ROOM_VISITOR_SRC_TRANSITIONS_H

#include <span>
#include <string_view>

#include "room_visitor/verdict.h"

namespace room_visitor {

/// `…_due`: waits for its turn, its pause or its credentials; nothing is on its way for it.
enum class State {
  anywhere,  ///< in the table only: every state, also done as long as that is not told
  write_due,
  writing,
  login_to_write,
  version_due,
  asking_version,
  read_due,
  reading,
  login_to_read,
  recheck_due,  ///< an undo waits until a write of the original cannot arrive any more
  done,
};

enum class Event {
  nothing,
  sent,    ///< the request that was due was handed over
  unsent,  ///< it was not: nothing left this client
  lost,    ///< no answer, or none that can be used
  // Answers to a write.
  moved,         ///< the room has the new visitor
  voice_room,    ///< the room is a call and kept its visitor
  refused,       ///< an answer from the closed list, but for the next three
  rate_limited,  ///< also answers a reading
  logged_out,    ///< also answers a reading
  mismatched,    ///< `invalid-room-visitor`
  refused_late,  ///< the same as refused, to a write that was given up
  unsent_late,   ///< the one write, which was given up, turns out not to have left this client
  foreign,       ///< perhaps from a version without the endpoint
  // Answers about the version.
  endpoint_gone,
  endpoint_there,
  // Answers to a reading.
  shows_new,
  shows_old,
  shows_third,
  shut,  ///< not found, archived or not allowed
  // From outside.
  credentials,
  no_credentials,
  stopped,    ///< cancelled, or the overall time is up
  time_came,  ///< what was waited for is over
};

/// Conditions, by the time of the event.
enum class Guard {
  always,
  nothing_sent,   ///< no write was handed over
  settled,        ///< every write was answered from the closed list, mismatches were read back, and
                  ///< the new visitor was never seen
  outdated,       ///< a mismatch was answered after this reading went out; another may follow
  may_write,      ///< not stopped, and within the bounds
  may_read,       ///< within the bounds of readings
  may_ask,        ///< the credentials were not yet asked for again
  original_open,  ///< a write of the update that is undone may still arrive
  seen_new,       ///< the last time the room was seen it had the new visitor
};

/// How it ends, and where the error comes from.
enum class Ending {
  none,
  applied,
  refused,           ///< the error of a refusal; else why it was stopped; else of the last answer
  refused_conflict,  ///< a conflict if there was a mismatch; else as refused
  not_sent,          ///< why it was stopped, or what kept the write from being handed over
  unknown_write,     ///< why it was stopped; else the error of the last write
  unknown_read,      ///< the error of the last reading
};

struct Transition {
  State from = State::anywhere;
  Event event = Event::nothing;
  Guard guard = Guard::always;
  State to = State::anywhere;
  Ending ending = Ending::none;
};

/// In order: the first row of a state and event whose guard holds is taken. A pair without a row
/// changes nothing.
[[nodiscard]] std::span<const Transition> transitions();

[[nodiscard]] std::string_view to_text(State state);
[[nodiscard]] std::string_view to_text(Event event);
[[nodiscard]] std::string_view to_text(Guard guard);
[[nodiscard]] std::string_view to_text(Ending ending);

/// unknown for Ending::none.
[[nodiscard]] Verdict verdict_of(Ending ending);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_TRANSITIONS_H

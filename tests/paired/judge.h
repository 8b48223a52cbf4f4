// Whether what the client claimed is true, by the definitions of docs/verdicts.md. It knows the
// server's and the network's record and nothing of how the client came to its verdict.
#ifndef ROOM_VISITOR_TESTS_PAIRED_JUDGE_H
#define ROOM_VISITOR_TESTS_PAIRED_JUDGE_H

#include <cstdint>
#include <string_view>

#include "paired/history.h"

namespace room_visitor::paired {

/// What is wrong with a run; of several the first that is found.
enum class Wrong : std::uint8_t {
  nothing,
  applied_never_seen,     ///< no reading after the first write showed the new visitor
  answer_not_ours,        ///< the answer taken as proof was not that of a copy that applied
  wrong_proof,            ///< another proof than where old and new are, or are not, one
  refused_yet_applied,    ///< a copy of ours had changed the room
  refused_yet_seen,       ///< the client saw the new visitor
  refused_unanswered,     ///< a write had no answer
  refused_off_the_list,   ///< or one that is not given before the update only
  refused_unread,         ///< or `invalid-room-visitor`, and the room was not read afterwards
  not_sent_yet_handed,    ///< a write had been handed to the network
  unknown_yet_seen,       ///< the last thing seen was the new visitor
  unknown_yet_settled,    ///< every write was answered from the list, and the client could know it
  unknown_nothing_sent,   ///< and the client was told so
  no_reason,              ///< no error although it was not applied
  wrong_last_seen,        ///< not what the client saw last, and when
  undo_not_looked_after,  ///< a write of the original could still have arrived
  wrong_request,          ///< not the one that its kind and this update need
  numbers_do_not_rise,    ///< of attempts
  two_writes_open,        ///< the write before was neither answered nor failed nor given up
  write_after_cancel,     ///< or after the overall time, or none was to follow from the beginning
  write_without_reading,  ///< after one that may have applied, or the last reading was not "old"
  too_many_writes,
  too_many_reads,  ///< in all, in a row, or after a cancel or the overall time
  sent_too_early,  ///< within a window that a 429 had told of
  credentials_asked_twice,
  wait_in_the_past,     ///< or for ever
  asked_again_differs,  ///< the machine said something else when it was asked twice
  after_the_end,        ///< something was sent after the verdict
  spins,                ///< steps without end
};

/// "nothing", "applied_never_seen" …
[[nodiscard]] std::string_view to_text(Wrong wrong);

struct Judgement {
  Wrong wrong = Wrong::nothing;
  bool unfinished = false;  ///< no verdict within the limits of time
  int late = 0;             ///< copies that changed the room after the verdict
  /// Refused although a copy had changed the room: the network had duplicated the request, another
  /// agent then moved the room away, and only then the client read it,
  bool indistinguishable = false;
  /// or the client was told of the other copy, to which the server had given an answer from the
  /// list other than `invalid-room-visitor`: the session or the room was gone, the allowance used
  /// up.
  bool told_of_other_copy = false;
  bool readable = false;          ///< a reading succeeded
  bool unknown_readable = false;  ///< and yet the verdict is unknown

  bool operator==(const Judgement&) const = default;
};

[[nodiscard]] Judgement judge(const History& history);

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_JUDGE_H

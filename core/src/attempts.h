// What was sent for one update and what is known of it. The rules ask this book; it keeps no rules.
#ifndef ROOM_VISITOR_SRC_ATTEMPTS_H
#define ROOM_VISITOR_SRC_ATTEMPTS_H

#include <vector>

#include "room_visitor/reassignment.h"

namespace room_visitor {

enum class Standing {
  on_its_way,
  given_up,    ///< failed or aborted; an answer may still come
  unsent,      ///< never reached the network
  listed,      ///< answered from the closed list, or a request that is no write was answered
  mismatched,  ///< answered `invalid-room-visitor`, and the room was not read since
  doubtful,    ///< a write was answered with anything else
};

struct Attempt {
  int number = 0;
  RequestKind kind = RequestKind::write;
  Standing standing = Standing::on_its_way;
  int pacer_call = 0;
  Millis deadline = 0;
  int sent_as = 0;      ///< position in the order of all that happened
  int answered_as = 0;  ///< the same
};

class Attempts {
 public:
  Attempt& add(RequestKind kind, int pacer_call, Millis deadline);
  /// nullptr if there is none of that number.
  [[nodiscard]] const Attempt* find(int number) const;
  [[nodiscard]] Attempt* find(int number);
  /// Changes what is known of an attempt and remembers when.
  void note(Attempt& attempt, Standing standing);
  /// The room was read by this attempt: what mismatched before it went out has been looked after.
  void note_reading(const Attempt& reading);

  [[nodiscard]] bool any() const { return !all_.empty(); }
  [[nodiscard]] int count(RequestKind kind) const;
  /// No write reached the network.
  [[nodiscard]] bool nothing_sent() const;
  /// Every write that reached it was answered from the closed list, mismatches read back.
  [[nodiscard]] bool settled() const;
  [[nodiscard]] bool mismatched_since(const Attempt& reading) const;
  [[nodiscard]] bool any_mismatch() const { return any_mismatch_; }
  /// The latest time limit of a write without an answer; nothing if that is over.
  [[nodiscard]] std::optional<Millis> open_until(Millis now) const;

 private:
  std::vector<Attempt> all_;
  int happened_ = 0;
  bool any_mismatch_ = false;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_ATTEMPTS_H

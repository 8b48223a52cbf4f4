// Histories made by hand for the judge, true ones and one for each way to be wrong.
#ifndef ROOM_VISITOR_TESTS_PAIRED_JUDGE_STORY_H
#define ROOM_VISITOR_TESTS_PAIRED_JUDGE_STORY_H

#include <optional>
#include <ostream>
#include <string>

#include "paired/judge.h"

namespace room_visitor::paired {

/// Writes a history as a sequence of what happened, a millisecond apart.
class Story {
 public:
  Story& add(What what, int attempt = -1, RequestKind kind = RequestKind::write) {
    Fact fact;
    fact.what = what;
    fact.at = ++now_;
    fact.attempt = attempt;
    fact.kind = kind;
    history_.facts.push_back(fact);
    return *this;
  }
  Story& sent(int attempt) { return add(What::sent, attempt); }
  Story& arrives(int attempt, bool applied = false) {
    add(What::delivered, attempt);
    last().applied = applied;
    return *this;
  }
  Story& applies(int attempt) { return arrives(attempt, true); }
  Story& answered(int attempt, Listed listed, bool applied = false) {
    add(What::answered, attempt);
    last().listed = listed;
    last().applied = applied;
    return applied ? shows(history_.new_visitor) : *this;
  }
  /// The answer before says that it is this visitor's room.
  Story& shows(Owner owner) {
    last().owner = owner;
    if (owner != Owner::nobody)
      last_seen_ = LastSeen{VisitorId{std::string(id_of(owner))}, last().at};
    return *this;
  }
  Story& reads(int attempt, Owner owner) {
    add(What::sent, attempt, RequestKind::read_back);
    add(What::delivered, attempt, RequestKind::read_back);
    add(What::answered, attempt, RequestKind::read_back);
    return shows(owner);
  }
  Story& moved(Owner owner) {
    add(What::moved).last().owner = owner;
    return *this;
  }
  /// An attempt that could not be handed over, as the client is told.
  Story& unsent(int attempt) {
    add(What::kept, attempt).add(What::failed, attempt).last().unsent = true;
    return *this;
  }
  Story& waits(Millis time) {
    add(What::waits);
    last().until = last().at + time;
    return *this;
  }
  Story& ends(Verdict verdict, std::optional<Proof> proof = {}) {
    add(What::verdict);
    history_.outcome = Outcome{verdict, proof};
    history_.outcome->last_seen = last_seen_;
    if (verdict != Verdict::applied)
      history_.outcome->error = Error{ErrorCode::timed_out, "", "", ""};
    return *this;
  }
  Story& ends_applied(Proof proof) { return ends(Verdict::applied, proof); }
  Story& later(Millis time) {
    now_ += time;
    return *this;
  }

  Fact& last() { return history_.facts.back(); }
  History& history() { return history_; }
  operator History() const { return history_; }  // NOLINT: a story is a history

 private:
  History history_;
  std::optional<LastSeen> last_seen_;
  Millis now_ = 0;
};

inline Story moved_and_lost() { return Story().sent(1).applies(1).add(What::failed, 1); }
inline Story refused() {
  return Story().sent(1).arrives(1).answered(1, Listed::yes).ends(Verdict::refused);
}

inline Story with_policy(Story story, int writes, int reads, int in_a_row) {
  ReassignmentPolicy& policy = story.history().policy;
  policy.most_writes = writes;
  policy.most_reads = reads;
  policy.most_reads_in_a_row = in_a_row;
  return story;
}

inline Story with_last_seen(Story story, Owner owner, Millis at) {
  story.history().outcome->last_seen = LastSeen{VisitorId{std::string(id_of(owner))}, at};
  return story;
}

inline Story of_same_visitor(Story story) {
  story.history().new_visitor = story.history().old_visitor;
  return story;
}

inline Story without_last_seen(Story story) {
  story.history().outcome->last_seen.reset();
  return story;
}

inline Story of_undo(Story story, Millis open_until) {
  story.history().original_open_until = open_until;
  return story;
}

/// An undo that succeeds while the original may still arrive.
inline Story undone() {
  return of_undo(Story().sent(1).applies(1).answered(1, Listed::no, true), 500);
}

/// Two copies of a write arrive, of which the first applies.
inline Story applied_and_refused() { return Story().sent(1).applies(1).arrives(1); }

/// The answer to a reading that was given up.
inline Story late_reading(Owner owner) {
  return moved_and_lost()
      .add(What::sent, 2, RequestKind::read_back)
      .add(What::delivered, 2, RequestKind::read_back)
      .add(What::aborted, 2, RequestKind::read_back)
      .add(What::answered, 2, RequestKind::read_back)
      .shows(owner);
}

/// A history and what the judge has to say of it.
struct Row {
  const char* name;
  Wrong wrong;
  History history;

  friend void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }
};

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_JUDGE_STORY_H

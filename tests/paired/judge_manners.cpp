// Whether the machine sent what it may send, when it may: bounds, and one write at a time.
#include <cmath>

#include "paired/judge_facts.h"

namespace room_visitor::paired {
namespace {

bool is_cancelled(const Facts& facts) {
  return any(facts, [](const Fact& fact) { return fact.what == What::cancelled; });
}

// Whether this write may have changed the room without anybody having looked since it ended.
bool is_unread(const Facts& facts, const Fact& write, const Facts& seen) {
  const auto answer = find_answer(facts, write.attempt);
  if (answer != facts.end() && answer->listed == Listed::yes) return false;
  const auto end = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.attempt == write.attempt &&
           (fact.what == What::answered || fact.what == What::failed || fact.what == What::aborted);
  });
  return read_after(facts, end, seen) == Owner::nobody;
}

Wrong judge_write(const History& history, const Facts& earlier, const Fact& write) {
  if (history.beginning == Beginning::read_back || is_cancelled(earlier) ||
      write.at >= time_up(history))
    return Wrong::write_after_cancel;
  const bool two = any(earlier, [&](const Fact& fact) {
    return is_sending(fact) && fact.kind == RequestKind::write && is_open(earlier, fact.attempt);
  });
  if (two) return Wrong::two_writes_open;
  const Facts seen = sightings(history, earlier);
  if (!seen.empty() && seen.back().owner != history.old_visitor)
    return Wrong::write_without_reading;
  const bool unread = any(earlier, [&](const Fact& fact) {
    return is_write(fact, What::sent) && is_unread(earlier, fact, seen);
  });
  return unread ? Wrong::write_without_reading : Wrong::nothing;
}

// In a window that a 429 told of, nothing of that kind goes out.
bool is_too_early(const Facts& earlier, const Fact& sending) {
  constexpr Millis kRounding = 0.01;
  return any(earlier, [&](const Fact& fact) {
    return fact.what == What::answered && fact.kind == sending.kind &&
           fact.until > sending.at + kRounding && &*find_answer(earlier, fact.attempt) == &fact;
  });
}

/// What is sent, in order.
class Sending {
 public:
  explicit Sending(const History& history) : history_(history) {}

  Wrong add(const Fact& fact) {
    const Wrong wrong = is_sending(fact) ? judge(fact) : Wrong::nothing;
    if (fact.what == What::answered && fact.owner != Owner::nobody &&
        (fact.kind == RequestKind::read_back || shows_new(history_, fact)))
      in_a_row_ = 0;
    earlier_.push_back(fact);
    return wrong;
  }

 private:
  Wrong judge(const Fact& fact) {
    if (fact.attempt != kEarlierAttempt && fact.attempt <= last_number_)
      return Wrong::numbers_do_not_rise;
    last_number_ = fact.attempt;
    if (!fact.is_right) return Wrong::wrong_request;
    if (is_too_early(earlier_, fact)) return Wrong::sent_too_early;
    if (fact.kind == RequestKind::read_back) return judge_read(fact);
    if (fact.kind != RequestKind::write || fact.attempt == kEarlierAttempt) return Wrong::nothing;
    // What was handed to nobody does not count; readings in a row bound it, too.
    if (fact.what == What::sent && ++writes_ > history_.policy.most_writes)
      return Wrong::too_many_writes;
    return judge_write(history_, earlier_, fact);
  }

  // After a cancel, or when the time is up, there is one reading, on top of those in a row.
  Wrong judge_read(const Fact& fact) {
    const bool closing = is_cancelled(earlier_) || fact.at >= time_up(history_);
    if (fact.what == What::sent) ++reads_;
    ++in_a_row_;
    const ReassignmentPolicy& policy = history_.policy;
    const bool too_many = reads_ > policy.most_reads ||
                          (closing ? !may_close() : in_a_row_ > policy.most_reads_in_a_row);
    return too_many ? Wrong::too_many_reads : Wrong::nothing;
  }

  // One that was on its way when it was cancelled is that one.
  [[nodiscard]] bool may_close() const {
    Facts before;
    bool cancelled = false;
    for (const Fact& fact : earlier_) {
      cancelled = cancelled || fact.what == What::cancelled;
      const bool is_read = is_sending(fact) && fact.kind == RequestKind::read_back;
      if (is_read && (cancelled || fact.at >= time_up(history_))) return false;
      if (!cancelled) before.push_back(fact);
    }
    return !cancelled || !any(before, [&](const Fact& fact) {
      return is_sending(fact) && fact.kind == RequestKind::read_back &&
             is_open(before, fact.attempt);
    });
  }

  const History& history_;
  Facts earlier_;
  int writes_ = 0;
  int reads_ = 0;
  int in_a_row_ = 0;
  int last_number_ = 0;
};

Wrong judge_sending(const History& history, const Facts& facts) {
  Sending sending(history);
  for (const Fact& fact : facts)
    if (const Wrong wrong = sending.add(fact); wrong != Wrong::nothing) return wrong;
  return Wrong::nothing;
}

}  // namespace

Wrong judge_manners(const History& history, const Facts& facts) {
  if (history.spins) return Wrong::spins;
  if (count(facts, [](const Fact& fact) { return fact.what == What::asked_for_credentials; }) > 1)
    return Wrong::credentials_asked_twice;
  if (any(history.facts, [](const Fact& fact) {
        return fact.what == What::waits && !(std::isfinite(fact.until) && fact.until > fact.at);
      }))
    return Wrong::wait_in_the_past;
  if (any(history.facts,
          [](const Fact& fact) { return fact.what == What::asked_again && !fact.agrees; }))
    return Wrong::asked_again_differs;
  return judge_sending(history, facts);
}

}  // namespace room_visitor::paired

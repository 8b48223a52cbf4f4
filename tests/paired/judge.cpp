#include "paired/judge.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace room_visitor::paired {
namespace {

constexpr std::array<std::string_view, 21> kNames{"nothing",
                                                  "applied_never_seen",
                                                  "answer_not_ours",
                                                  "wrong_proof",
                                                  "refused_yet_applied",
                                                  "refused_unanswered",
                                                  "refused_off_the_list",
                                                  "refused_unread",
                                                  "not_sent_yet_handed",
                                                  "no_reason",
                                                  "wrong_last_seen",
                                                  "two_writes_open",
                                                  "write_after_cancel",
                                                  "write_without_reading",
                                                  "too_many_writes",
                                                  "too_many_reads",
                                                  "credentials_asked_twice",
                                                  "wait_in_the_past",
                                                  "asked_again_differs",
                                                  "after_the_end",
                                                  "spins"};
static_assert(kNames.size() == static_cast<std::size_t>(Wrong::spins) + 1);

// How much later than asked a timer may wake the client, as the simulation does it.
constexpr Millis kTimerSlack = 2'000;

using Facts = std::vector<Fact>;

/// The facts of a run up to its verdict, and those after it.
struct Parts {
  explicit Parts(const History& history)
      : end(std::find_if(history.facts.begin(), history.facts.end(),
                         [](const Fact& fact) { return fact.what == What::verdict; })),
        before(history.facts.begin(), end),
        after(end, history.facts.end()) {}

  Facts::const_iterator end;
  // Copies: a few dozen small facts.
  Facts before, after;
};

bool is_write(const Fact& fact, What what) {
  return fact.what == what && fact.kind == RequestKind::write;
}

template <class Holds>
bool any(const Facts& facts, Holds holds) {
  return std::any_of(facts.begin(), facts.end(), holds);
}

template <class Holds>
int count(const Facts& facts, Holds holds) {
  return static_cast<int>(std::count_if(facts.begin(), facts.end(), holds));
}

// What the client was told first; a second answer changes nothing.
Facts::const_iterator find_answer(const Facts& facts, int attempt) {
  return std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.what == What::answered && fact.attempt == attempt;
  });
}

bool is_reading(const Fact& fact) {
  return fact.what == What::answered && fact.kind == RequestKind::read_back &&
         fact.owner != Owner::nobody;
}

// A reading that went out after this and was answered itself: whose the room was, or nobody's.
Owner read_after(const Facts& facts, Facts::const_iterator begin) {
  std::vector<int> later;
  for (auto fact = begin; fact != facts.end(); ++fact) {
    if (fact->what == What::sent && fact->kind == RequestKind::read_back)
      later.push_back(fact->attempt);
    if (is_reading(*fact) && std::find(later.begin(), later.end(), fact->attempt) != later.end())
      return fact->owner;
  }
  return Owner::nobody;
}

// The readings that reached the server after the first write had left the client.
Facts readings_after_write(const Facts& facts) {
  const auto write = std::find_if(facts.begin(), facts.end(),
                                  [](const Fact& fact) { return is_write(fact, What::sent); });
  Facts readings;
  std::vector<int> later;
  for (auto fact = write; fact != facts.end(); ++fact) {
    if (fact->what == What::delivered && fact->kind == RequestKind::read_back)
      later.push_back(fact->attempt);
    if (is_reading(*fact) && std::find(later.begin(), later.end(), fact->attempt) != later.end())
      readings.push_back(*fact);
  }
  return readings;
}

Wrong judge_applied(const History& history, const Facts& facts) {
  const auto& outcome = *history.outcome;
  if (!outcome.proof) return Wrong::wrong_proof;
  if (*outcome.proof == Proof::answer) {
    const bool ours =
        any(facts, [](const Fact& fact) { return is_write(fact, What::answered) && fact.applied; });
    return ours ? Wrong::nothing : Wrong::answer_not_ours;
  }
  const bool is_same = history.old_visitor == history.new_visitor;
  if (is_same != (*outcome.proof == Proof::wanted_state)) return Wrong::wrong_proof;
  const Facts readings = readings_after_write(facts);
  const bool seen =
      any(readings, [&](const Fact& fact) { return fact.owner == history.new_visitor; });
  return seen ? Wrong::nothing : Wrong::applied_never_seen;
}

Wrong judge_answers(const Facts& facts) {
  for (const Fact& write : facts) {
    if (!is_write(write, What::sent)) continue;
    const auto answer = find_answer(facts, write.attempt);
    if (answer == facts.end()) return Wrong::refused_unanswered;
    if (answer->listed == Listed::no) return Wrong::refused_off_the_list;
    if (answer->listed == Listed::mismatch && read_after(facts, answer) == Owner::nobody)
      return Wrong::refused_unread;
  }
  return Wrong::nothing;
}

// The copy changed the room, and the client says that it was refused. Only where the network
// delivered the request twice may it be forgiven for that.
Wrong forgive(const Facts& facts, Facts::const_iterator applied, Judgement& judgement) {
  const int copies = count(facts, [&](const Fact& fact) {
    return is_write(fact, What::delivered) && fact.attempt == applied->attempt;
  });
  const bool moved =
      std::any_of(applied, facts.end(), [](const Fact& fact) { return fact.what == What::moved; });
  if (copies > 1 && moved) {
    judgement.indistinguishable = true;
    return Wrong::nothing;
  }
  const auto answer = find_answer(facts, applied->attempt);
  if (copies < 2 || answer->applied || answer->listed != Listed::yes)
    return Wrong::refused_yet_applied;
  judgement.told_of_other_copy = true;
  return Wrong::nothing;
}

Wrong judge_refused(const Facts& facts, Judgement& judgement) {
  if (const Wrong wrong = judge_answers(facts); wrong != Wrong::nothing) return wrong;
  for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
    if (!is_write(*fact, What::delivered) || !fact->applied) continue;
    if (const Wrong wrong = forgive(facts, fact, judgement); wrong != Wrong::nothing) return wrong;
  }
  return Wrong::nothing;
}

Wrong judge_last_seen(const History& history, const Facts& facts) {
  const auto& seen = history.outcome->last_seen;
  if (!seen) return Wrong::nothing;
  const bool was_seen = any(facts, [&](const Fact& fact) {
    return fact.what == What::answered && fact.owner != Owner::nobody &&
           id_of(fact.owner) == seen->visitor.text && fact.at == seen->at;
  });
  return was_seen ? Wrong::nothing : Wrong::wrong_last_seen;
}

Wrong judge_outcome(const History& history, const Facts& facts, Judgement& judgement) {
  const Outcome& outcome = *history.outcome;
  if (outcome.verdict != Verdict::applied && !outcome.error) return Wrong::no_reason;
  if (const Wrong wrong = judge_last_seen(history, facts); wrong != Wrong::nothing) return wrong;
  switch (outcome.verdict) {
    case Verdict::applied:
      return judge_applied(history, facts);
    case Verdict::refused:
      return judge_refused(facts, judgement);
    case Verdict::not_sent:
      return any(facts, [](const Fact& fact) { return is_write(fact, What::sent); })
                 ? Wrong::not_sent_yet_handed
                 : Wrong::nothing;
    case Verdict::unknown:
      return Wrong::nothing;
  }
  return Wrong::no_reason;
}

bool ends(const Fact& fact, int attempt) {
  return fact.attempt == attempt &&
         (fact.what == What::answered || fact.what == What::failed || fact.what == What::aborted);
}

bool is_open(const Facts& facts, int attempt) {
  return !any(facts, [&](const Fact& fact) { return ends(fact, attempt); });
}

// Whether this write may have changed the room without anybody having looked since it ended.
bool is_unread(const Facts& facts, const Fact& write) {
  const auto answer = find_answer(facts, write.attempt);
  if (answer != facts.end() && answer->listed == Listed::yes) return false;
  const auto end = std::find_if(facts.begin(), facts.end(),
                                [&](const Fact& fact) { return ends(fact, write.attempt); });
  return read_after(facts, end) == Owner::nobody;
}

Wrong judge_write(const History& history, const Facts& earlier) {
  const bool none_to_follow = history.beginning == Beginning::read_back;
  if (none_to_follow || any(earlier, [](const Fact& fact) { return fact.what == What::cancelled; }))
    return Wrong::write_after_cancel;
  const bool two = any(earlier, [&](const Fact& fact) {
    return (is_write(fact, What::sent) || is_write(fact, What::kept)) &&
           is_open(earlier, fact.attempt);
  });
  if (two) return Wrong::two_writes_open;
  const bool unread = any(earlier, [&](const Fact& fact) {
    return is_write(fact, What::sent) && is_unread(earlier, fact);
  });
  return unread ? Wrong::write_without_reading : Wrong::nothing;
}

// Bounds, and one write at a time.
Wrong judge_sending(const History& history, const Facts& facts) {
  Facts earlier;
  int writes = 0;
  int reads = 0;
  int in_a_row = 0;
  for (const Fact& fact : facts) {
    const bool is_sent = fact.what == What::sent || fact.what == What::kept;
    if (is_sent && fact.kind == RequestKind::write && fact.attempt != kEarlierAttempt) {
      if (const Wrong wrong = judge_write(history, earlier); wrong != Wrong::nothing) return wrong;
      // What was handed to nobody does not count; readings in a row bound it, too.
      if (fact.what == What::sent) ++writes;
      if (writes > history.policy.most_writes) return Wrong::too_many_writes;
    }
    if (is_sent && fact.kind == RequestKind::read_back) {
      if (fact.what == What::sent) ++reads;
      ++in_a_row;
      // The one reading that closes a run comes on top of those in a row.
      if (reads > history.policy.most_reads || in_a_row > history.policy.most_reads_in_a_row + 1)
        return Wrong::too_many_reads;
    }
    if (is_reading(fact)) in_a_row = 0;
    earlier.push_back(fact);
  }
  return Wrong::nothing;
}

Wrong judge_manners(const History& history, const Parts& parts) {
  if (history.spins) return Wrong::spins;
  if (count(parts.before,
            [](const Fact& fact) { return fact.what == What::asked_for_credentials; }) > 1)
    return Wrong::credentials_asked_twice;
  if (any(history.facts, [](const Fact& fact) {
        return fact.what == What::waits && !(std::isfinite(fact.until) && fact.until > fact.at);
      }))
    return Wrong::wait_in_the_past;
  if (any(history.facts,
          [](const Fact& fact) { return fact.what == What::asked_again && !fact.agrees; }))
    return Wrong::asked_again_differs;
  if (any(parts.after,
          [](const Fact& fact) { return fact.what == What::sent || fact.what == What::kept; }))
    return Wrong::after_the_end;
  return judge_sending(history, parts.before);
}

bool is_overdue(const History& history, Millis ended) {
  const ReassignmentPolicy& policy = history.policy;
  Millis limit = history.began + policy.overall_limit + policy.closing_limit;
  if (history.original_open_until) limit = std::max(limit, *history.original_open_until);
  return ended > limit + policy.attempt_limit + kTimerSlack;
}

}  // namespace

std::string_view to_text(Wrong wrong) { return kNames[static_cast<std::size_t>(wrong)]; }

Judgement judge(const History& history) {
  Judgement judgement;
  const Parts parts(history);
  judgement.readable = any(parts.before, is_reading);
  judgement.wrong = judge_manners(history, parts);
  if (!history.outcome || parts.after.empty()) {
    judgement.unfinished = true;
    return judgement;
  }
  judgement.unfinished = is_overdue(history, parts.after.front().at);
  judgement.unknown_readable = judgement.readable && history.outcome->verdict == Verdict::unknown;
  judgement.late = count(parts.after, [](const Fact& fact) {
    return is_write(fact, What::delivered) && fact.applied;
  });
  if (judgement.wrong == Wrong::nothing)
    judgement.wrong = judge_outcome(history, parts.before, judgement);
  return judgement;
}

}  // namespace room_visitor::paired

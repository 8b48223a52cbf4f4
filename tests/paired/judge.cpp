#include "paired/judge.h"

#include <array>

#include "paired/judge_facts.h"

namespace room_visitor::paired {
namespace {

constexpr std::array<std::string_view, 29> kNames{"nothing",
                                                  "applied_never_seen",
                                                  "answer_not_ours",
                                                  "wrong_proof",
                                                  "refused_yet_applied",
                                                  "refused_yet_seen",
                                                  "refused_unanswered",
                                                  "refused_off_the_list",
                                                  "refused_unread",
                                                  "not_sent_yet_handed",
                                                  "unknown_yet_seen",
                                                  "unknown_yet_settled",
                                                  "unknown_nothing_sent",
                                                  "no_reason",
                                                  "wrong_last_seen",
                                                  "undo_not_looked_after",
                                                  "wrong_request",
                                                  "numbers_do_not_rise",
                                                  "two_writes_open",
                                                  "write_after_cancel",
                                                  "write_without_reading",
                                                  "too_many_writes",
                                                  "too_many_reads",
                                                  "sent_too_early",
                                                  "credentials_asked_twice",
                                                  "wait_in_the_past",
                                                  "asked_again_differs",
                                                  "after_the_end",
                                                  "spins"};
static_assert(kNames.size() == static_cast<std::size_t>(Wrong::spins) + 1);

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

// Nobody ends anything while they are stopped.
Millis when_awake(const History& history, Millis time) {
  const bool stopped = time >= history.stopped_from && time < history.stopped_until;
  return stopped ? history.stopped_until : time;
}

// A cancel or the overall limit comes first, then at most the one reading.
bool is_overdue(const History& history, const Facts& facts, Millis ended) {
  Millis stopped = when_awake(history, time_up(history)) + kTimerSlack;
  for (const Fact& fact : facts)
    if (fact.what == What::cancelled) stopped = std::min(stopped, fact.at);
  return ended > when_awake(history, stopped + history.policy.closing_limit) + kTimerSlack;
}

}  // namespace

std::string_view to_text(Wrong wrong) { return kNames[static_cast<std::size_t>(wrong)]; }

Judgement judge(const History& history) {
  Judgement judgement;
  const Parts parts(history);
  judgement.readable = any(sightings(history, parts.before),
                           [](const Fact& fact) { return fact.kind == RequestKind::read_back; });
  judgement.wrong = judge_manners(history, parts.before);
  if (judgement.wrong == Wrong::nothing && any(parts.after, is_sending))
    judgement.wrong = Wrong::after_the_end;
  if (!history.outcome || parts.after.empty()) {
    judgement.unfinished = true;
    return judgement;
  }
  judgement.unfinished = is_overdue(history, parts.before, parts.after.front().at);
  judgement.unknown_readable = judgement.readable && history.outcome->verdict == Verdict::unknown;
  judgement.late = count(parts.after, [](const Fact& fact) {
    return is_write(fact, What::delivered) && fact.applied;
  });
  if (judgement.wrong == Wrong::nothing)
    judgement.wrong = judge_outcome(history, parts.before, judgement);
  return judgement;
}

}  // namespace room_visitor::paired

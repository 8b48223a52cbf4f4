// What the judge asks of a history: in whose order, what the client was told, and what it saw.
#ifndef ROOM_VISITOR_TESTS_PAIRED_JUDGE_FACTS_H
#define ROOM_VISITOR_TESTS_PAIRED_JUDGE_FACTS_H

#include <algorithm>
#include <vector>

#include "paired/history.h"
#include "paired/judge.h"

namespace room_visitor::paired {

/// How much later than asked a timer may wake the client, as the simulation does it.
inline constexpr Millis kTimerSlack = 2'000;

using Facts = std::vector<Fact>;

[[nodiscard]] inline bool is_write(const Fact& fact, What what) {
  return fact.what == what && fact.kind == RequestKind::write;
}

/// Handed over, or tried to.
[[nodiscard]] inline bool is_sending(const Fact& fact) {
  return fact.what == What::sent || fact.what == What::kept;
}

template <class Holds>
[[nodiscard]] bool any(const Facts& facts, Holds holds) {
  return std::any_of(facts.begin(), facts.end(), holds);
}

template <class Holds>
[[nodiscard]] int count(const Facts& facts, Holds holds) {
  return static_cast<int>(std::count_if(facts.begin(), facts.end(), holds));
}

/// What the client was told first; a second answer changes nothing.
[[nodiscard]] Facts::const_iterator find_answer(const Facts& facts, int attempt);

/// Whether the client was told how this attempt ended, or gave it up.
[[nodiscard]] bool is_open(const Facts& facts, int attempt);

/// The answers that told the client whose the room is, in order: our own that show the new visitor,
/// and readings. A reading that was given up may be older than what is known since, so it counts
/// only if it shows the new visitor.
[[nodiscard]] Facts sightings(const History& history, const Facts& facts);

/// Whose the room was by the first of these readings that went out after `begin`, or nobody's.
[[nodiscard]] Owner read_after(const Facts& facts, Facts::const_iterator begin, const Facts& seen);

/// One shows the new visitor.
[[nodiscard]] bool shows_new(const History& history, const Fact& fact);
[[nodiscard]] bool ever_new(const History& history, const Facts& seen);
/// The last one does.
[[nodiscard]] bool is_new_at_last(const History& history, const Facts& seen);

/// When the overall time is up.
[[nodiscard]] inline Millis time_up(const History& history) {
  return history.began + history.policy.overall_limit;
}

/// judge_verdict.cpp: whether the outcome may be claimed after these facts.
[[nodiscard]] Wrong judge_outcome(const History& history, const Facts& facts, Judgement& judgement);
/// judge_manners.cpp: whether the machine may have done what it did until then.
[[nodiscard]] Wrong judge_manners(const History& history, const Facts& facts);

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_JUDGE_FACTS_H

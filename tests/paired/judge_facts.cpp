#include "paired/judge_facts.h"

namespace room_visitor::paired {
namespace {

bool holds(const std::vector<int>& attempts, int attempt) {
  return std::find(attempts.begin(), attempts.end(), attempt) != attempts.end();
}

bool is_reading(const Fact& fact) {
  return fact.kind == RequestKind::read_back && fact.owner != Owner::nobody;
}

}  // namespace

Facts::const_iterator find_answer(const Facts& facts, int attempt) {
  return std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.what == What::answered && fact.attempt == attempt;
  });
}

bool is_open(const Facts& facts, int attempt) {
  return !any(facts, [&](const Fact& fact) {
    return fact.attempt == attempt &&
           (fact.what == What::answered || fact.what == What::failed || fact.what == What::aborted);
  });
}

bool shows_new(const History& history, const Fact& fact) {
  return fact.owner != Owner::nobody && fact.owner == history.new_visitor;
}

Facts sightings(const History& history, const Facts& facts) {
  Facts seen;
  std::vector<int> sent, given_up, answered;
  for (const Fact& fact : facts) {
    if (is_sending(fact)) sent.push_back(fact.attempt);
    if (fact.what == What::failed || fact.what == What::aborted) given_up.push_back(fact.attempt);
    if (fact.what != What::answered || holds(answered, fact.attempt)) continue;
    answered.push_back(fact.attempt);
    const bool is_new = shows_new(history, fact);
    const bool counts = is_new ? fact.kind != RequestKind::version
                               : is_reading(fact) && !holds(given_up, fact.attempt);
    if (counts) seen.push_back(fact);
    // Whoever has seen it waits for nothing else that is under way.
    if (is_new) given_up.insert(given_up.end(), sent.begin(), sent.end());
  }
  return seen;
}

Owner read_after(const Facts& facts, Facts::const_iterator begin, const Facts& seen) {
  std::vector<int> later;
  for (auto fact = begin; fact != facts.end(); ++fact)
    if (fact->what == What::sent && fact->kind == RequestKind::read_back)
      later.push_back(fact->attempt);
  for (const Fact& sighting : seen)
    if (is_reading(sighting) && holds(later, sighting.attempt)) return sighting.owner;
  return Owner::nobody;
}

bool ever_new(const History& history, const Facts& seen) {
  return any(seen, [&](const Fact& fact) { return shows_new(history, fact); });
}

bool is_new_at_last(const History& history, const Facts& seen) {
  return !seen.empty() && shows_new(history, seen.back());
}

}  // namespace room_visitor::paired

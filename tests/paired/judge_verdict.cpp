// Whether the verdict may be claimed: docs/verdicts.md, one function for each.
#include "paired/judge_facts.h"

namespace room_visitor::paired {
namespace {

// What is asked of one outcome, and what is known about it.
struct Case {
  const History& history;
  const Facts& facts;
  Facts seen;
  Millis ended = 0;
};

bool is_read_after_write(const Case& judged, const Fact& reading) {
  const Facts& facts = judged.facts;
  const auto write = std::find_if(facts.begin(), facts.end(),
                                  [](const Fact& fact) { return is_write(fact, What::sent); });
  return reading.kind == RequestKind::read_back &&
         std::any_of(write, facts.end(), [&](const Fact& fact) {
           return fact.what == What::delivered && fact.attempt == reading.attempt;
         });
}

Wrong judge_proof(const Case& judged) {
  const History& history = judged.history;
  const auto& proof = history.outcome->proof;
  if (!proof) return Wrong::wrong_proof;
  if (*proof == Proof::answer) {
    const bool ours = any(judged.seen, [&](const Fact& fact) {
      return is_write(fact, What::answered) && fact.applied && shows_new(history, fact);
    });
    return ours ? Wrong::nothing : Wrong::answer_not_ours;
  }
  const bool is_same = history.old_visitor == history.new_visitor;
  if (is_same != (*proof == Proof::wanted_state)) return Wrong::wrong_proof;
  const bool seen = any(judged.seen, [&](const Fact& fact) {
    return shows_new(history, fact) && is_read_after_write(judged, fact);
  });
  return seen ? Wrong::nothing : Wrong::applied_never_seen;
}

// Its own success may be overwritten as long as a write of the original can arrive: an undo looks
// again after that, unless it was cancelled, or has no time or readings left.
bool is_looked_after(const Case& judged) {
  const History& history = judged.history;
  if (!history.original_open_until) return true;
  const Millis open_until = *history.original_open_until;
  const Facts& facts = judged.facts;
  const auto is_reading_sent = [](const Fact& fact) {
    return is_sending(fact) && fact.kind == RequestKind::read_back;
  };
  return judged.seen.back().at >= open_until ||
         any(facts,
             [&](const Fact& fact) { return is_reading_sent(fact) && fact.at >= open_until; }) ||
         any(facts, [](const Fact& fact) { return fact.what == What::cancelled; }) ||
         judged.ended >= time_up(history) ||
         count(facts, is_reading_sent) >= history.policy.most_reads;
}

Wrong judge_applied(const Case& judged) {
  if (const Wrong wrong = judge_proof(judged); wrong != Wrong::nothing) return wrong;
  if (!is_new_at_last(judged.history, judged.seen)) return Wrong::applied_never_seen;
  return is_looked_after(judged) ? Wrong::nothing : Wrong::undo_not_looked_after;
}

/// What keeps one write from counting as refused.
Wrong judge_answer(const Case& judged, const Fact& write) {
  const auto answer = find_answer(judged.facts, write.attempt);
  if (answer == judged.facts.end()) return Wrong::refused_unanswered;
  if (answer->listed == Listed::no) return Wrong::refused_off_the_list;
  if (answer->listed != Listed::mismatch) return Wrong::nothing;
  const Owner owner = read_after(judged.facts, answer, judged.seen);
  return owner == Owner::nobody ? Wrong::refused_unread : Wrong::nothing;
}

Wrong judge_answers(const Case& judged) {
  for (const Fact& write : judged.facts)
    if (is_write(write, What::sent))
      if (const Wrong wrong = judge_answer(judged, write); wrong != Wrong::nothing) return wrong;
  return Wrong::nothing;
}

// Another agent took it away between that copy and what the client read last.
bool is_hidden(const Case& judged, Facts::const_iterator applied) {
  if (judged.seen.empty()) return false;
  const int last = judged.seen.back().attempt;
  const auto read = std::find_if(judged.facts.rbegin(), judged.facts.rend(), [&](const Fact& fact) {
                      return fact.what == What::delivered && fact.attempt == last;
                    }).base();
  return applied < read && std::any_of(applied, read, [&](const Fact& fact) {
           return fact.what == What::moved && fact.owner != judged.history.new_visitor;
         });
}

// The copy changed the room, and the client says that it was refused. Only where the network
// delivered the request twice, and the client never saw the new visitor, may that be forgiven.
Wrong forgive(const Case& judged, Facts::const_iterator applied, Judgement& judgement) {
  const int copies = count(judged.facts, [&](const Fact& fact) {
    return is_write(fact, What::delivered) && fact.attempt == applied->attempt;
  });
  if (copies < 2 || ever_new(judged.history, judged.seen)) return Wrong::refused_yet_applied;
  if (is_hidden(judged, applied)) {
    judgement.indistinguishable = true;
    return Wrong::nothing;
  }
  const auto answer = find_answer(judged.facts, applied->attempt);
  if (answer->applied || answer->listed < Listed::by_version) return Wrong::refused_yet_applied;
  judgement.told_of_other_copy = true;
  return Wrong::nothing;
}

Wrong judge_refused(const Case& judged, Judgement& judgement) {
  if (const Wrong wrong = judge_answers(judged); wrong != Wrong::nothing) return wrong;
  const Facts& facts = judged.facts;
  for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
    if (!is_write(*fact, What::delivered) || !fact->applied) continue;
    if (const Wrong wrong = forgive(judged, fact, judgement); wrong != Wrong::nothing) return wrong;
  }
  return ever_new(judged.history, judged.seen) ? Wrong::refused_yet_seen : Wrong::nothing;
}

bool is_told_unsent(const Case& judged, const Fact& write) {
  return any(judged.facts, [&](const Fact& fact) {
    return fact.what == What::failed && fact.attempt == write.attempt && fact.unsent;
  });
}

// Nothing better may be claimed, as far as the client could know.
Wrong judge_unknown(const Case& judged) {
  if (is_new_at_last(judged.history, judged.seen)) return Wrong::unknown_yet_seen;
  for (const Fact& fact : judged.facts)
    if (is_write(fact, What::kept) && !is_told_unsent(judged, fact)) return Wrong::nothing;
  if (!any(judged.facts, [](const Fact& fact) { return is_write(fact, What::sent); }))
    return Wrong::unknown_nothing_sent;
  // Only the record knows the version of a server that never told it.
  const bool by_version =
      any(judged.facts, [](const Fact& fact) { return fact.listed == Listed::by_version; });
  if (by_version || judge_answers(judged) != Wrong::nothing) return Wrong::nothing;
  // Only an undo goes on after it has seen the new visitor; from then on nothing is settled.
  return ever_new(judged.history, judged.seen) ? Wrong::nothing : Wrong::unknown_yet_settled;
}

Wrong judge_not_sent(const Case& judged) {
  const bool handed =
      any(judged.facts, [](const Fact& fact) { return is_write(fact, What::sent); });
  return handed ? Wrong::not_sent_yet_handed : Wrong::nothing;
}

bool is_last_seen_right(const Case& judged) {
  const auto& told = judged.history.outcome->last_seen;
  if (!told || judged.seen.empty()) return !told && judged.seen.empty();
  const Fact& last = judged.seen.back();
  return id_of(last.owner) == told->visitor.text && last.at == told->at;
}

}  // namespace

Wrong judge_outcome(const History& history, const Facts& facts, Judgement& judgement) {
  const Outcome& outcome = *history.outcome;
  if (outcome.verdict != Verdict::applied && !outcome.error) return Wrong::no_reason;
  const Case judged{history, facts, sightings(history, facts), history.facts[facts.size()].at};
  Wrong wrong = Wrong::no_reason;
  switch (outcome.verdict) {
    case Verdict::applied:
      wrong = judge_applied(judged);
      break;
    case Verdict::refused:
      wrong = judge_refused(judged, judgement);
      break;
    case Verdict::not_sent:
      wrong = judge_not_sent(judged);
      break;
    case Verdict::unknown:
      wrong = judge_unknown(judged);
      break;
  }
  if (wrong != Wrong::nothing) return wrong;
  return is_last_seen_right(judged) ? Wrong::nothing : Wrong::wrong_last_seen;
}

}  // namespace room_visitor::paired

// The judge itself: histories made by hand, true ones and one for each way to be wrong.
#include "paired/judge.h"

#include <gtest/gtest.h>

#include <limits>
#include <ostream>
#include <string>
#include <utility>

#include "paired/closed_list.h"

namespace room_visitor::paired {
namespace {

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
    return *this;
  }
  Story& reads(int attempt, Owner owner) {
    add(What::sent, attempt, RequestKind::read_back);
    add(What::delivered, attempt, RequestKind::read_back);
    add(What::answered, attempt, RequestKind::read_back);
    last().owner = owner;
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
  Millis now_ = 0;
};

Story moved_and_lost() { return Story().sent(1).applies(1).add(What::failed, 1); }
Story refused() {
  return Story().sent(1).arrives(1).answered(1, Listed::yes).ends(Verdict::refused);
}

Story with_policy(Story story, int writes, int reads, int in_a_row) {
  ReassignmentPolicy& policy = story.history().policy;
  policy.most_writes = writes;
  policy.most_reads = reads;
  policy.most_reads_in_a_row = in_a_row;
  return story;
}

Story with_last_seen(Story story, Owner owner, Millis at) {
  story.history().outcome->last_seen = LastSeen{VisitorId{std::string(id_of(owner))}, at};
  return story;
}

Story of_same_visitor(Story story) {
  story.history().new_visitor = story.history().old_visitor;
  return story;
}

struct Row {
  const char* name;
  Wrong wrong;
  History history;

  friend void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }
};

class Judge : public testing::TestWithParam<Row> {};

TEST_P(Judge, Says) {
  EXPECT_EQ(to_text(judge(GetParam().history).wrong), to_text(GetParam().wrong));
}

std::string name_of(const testing::TestParamInfo<Row>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    True, Judge,
    testing::Values(
        Row{"AppliedByAnswer", Wrong::nothing,
            Story().sent(1).applies(1).answered(1, Listed::no, true).ends_applied(Proof::answer)},
        Row{"AppliedByReading", Wrong::nothing,
            moved_and_lost().reads(2, Owner::ben).ends_applied(Proof::read_back)},
        Row{"AppliedWhereOldAndNewAreOne", Wrong::nothing,
            of_same_visitor(
                moved_and_lost().reads(2, Owner::ada).ends_applied(Proof::wanted_state))},
        Row{"Refused", Wrong::nothing, refused()},
        Row{"RefusedAfterReading", Wrong::nothing,
            Story()
                .sent(1)
                .arrives(1)
                .answered(1, Listed::mismatch)
                .reads(2, Owner::cleo)
                .ends(Verdict::refused)},
        Row{"NotSent", Wrong::nothing,
            Story().add(What::kept, 1).add(What::failed, 1).ends(Verdict::not_sent)},
        Row{"Unknown", Wrong::nothing,
            with_last_seen(moved_and_lost().reads(2, Owner::cleo).ends(Verdict::unknown),
                           Owner::cleo, 6)},
        Row{"WriteAfterARefusalThatPasses", Wrong::nothing,
            Story().sent(1).answered(1, Listed::yes).sent(2).ends(Verdict::unknown)},
        Row{"WriteAfterTheFirstWasGivenUpAndTheRoomRead", Wrong::nothing,
            Story()
                .sent(1)
                .add(What::aborted, 1)
                .reads(2, Owner::ada)
                .sent(3)
                .ends(Verdict::unknown)}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    AboutTheVerdict, Judge,
    testing::Values(
        Row{"NobodyReadTheNewVisitor", Wrong::applied_never_seen,
            moved_and_lost().reads(2, Owner::ada).ends_applied(Proof::read_back)},
        Row{"ItWasReadBeforeTheWrite", Wrong::applied_never_seen,
            Story().reads(1, Owner::ben).sent(2).ends_applied(Proof::read_back)},
        Row{"NoAnswerIsProof", Wrong::answer_not_ours,
            moved_and_lost().ends_applied(Proof::answer)},
        Row{"AnAnswerToACopyThatDidNothing", Wrong::answer_not_ours,
            Story()
                .sent(1)
                .applies(1)
                .arrives(1)
                .answered(1, Listed::no)
                .ends_applied(Proof::answer)},
        Row{"NoProof", Wrong::wrong_proof,
            Story().sent(1).applies(1).answered(1, Listed::no, true).ends(Verdict::applied)},
        Row{"WantedStateOfTwoVisitors", Wrong::wrong_proof,
            moved_and_lost().reads(2, Owner::ben).ends_applied(Proof::wanted_state)},
        Row{"ReadBackOfOneVisitor", Wrong::wrong_proof,
            of_same_visitor(moved_and_lost().reads(2, Owner::ada).ends_applied(Proof::read_back))},
        Row{"RefusedAndApplied", Wrong::refused_yet_applied,
            Story().sent(1).applies(1).answered(1, Listed::yes, true).ends(Verdict::refused)},
        Row{"RefusedAndAppliedByACopyAndNobodyMovedIt", Wrong::refused_yet_applied,
            Story()
                .sent(1)
                .applies(1)
                .arrives(1)
                .answered(1, Listed::mismatch)
                .reads(2, Owner::ben)
                .ends(Verdict::refused)},
        Row{"MovedBeforeItApplied", Wrong::refused_yet_applied,
            Story()
                .sent(1)
                .add(What::moved)
                .arrives(1)
                .applies(1)
                .answered(1, Listed::mismatch)
                .reads(2, Owner::ben)
                .ends(Verdict::refused)},
        Row{"RefusedWithoutAnswer", Wrong::refused_unanswered,
            Story().sent(1).arrives(1).add(What::failed, 1).ends(Verdict::refused)},
        Row{"OneOfTwoIsUnanswered", Wrong::refused_unanswered,
            Story()
                .sent(1)
                .add(What::aborted, 1)
                .reads(2, Owner::ada)
                .sent(3)
                .answered(3, Listed::yes)
                .ends(Verdict::refused)},
        Row{"RefusedByAnyAnswer", Wrong::refused_off_the_list,
            Story().sent(1).arrives(1).answered(1, Listed::no).ends(Verdict::refused)},
        Row{"RefusedByAMismatchAlone", Wrong::refused_unread,
            Story().sent(1).arrives(1).answered(1, Listed::mismatch).ends(Verdict::refused)},
        Row{"ReadBeforeTheMismatch", Wrong::refused_unread,
            Story()
                .sent(1)
                .add(What::aborted, 1)
                .reads(2, Owner::ada)
                .answered(1, Listed::mismatch)
                .ends(Verdict::refused)},
        Row{"NotSentAndSent", Wrong::not_sent_yet_handed, Story().sent(1).ends(Verdict::not_sent)},
        Row{"UnreadLastSeen", Wrong::wrong_last_seen,
            with_last_seen(moved_and_lost().reads(2, Owner::cleo).ends(Verdict::unknown),
                           Owner::ada, 6)},
        Row{"LastSeenAtAnotherTime", Wrong::wrong_last_seen,
            with_last_seen(moved_and_lost().reads(2, Owner::cleo).ends(Verdict::unknown),
                           Owner::cleo, 5)}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    AboutManners, Judge,
    testing::Values(
        Row{"TwoWritesAtOnce", Wrong::two_writes_open, Story().sent(1).sent(2)},
        Row{"WriteAfterCancel", Wrong::write_after_cancel, Story().add(What::cancelled).sent(1)},
        Row{"WriteAfterALostOne", Wrong::write_without_reading,
            Story().sent(1).add(What::failed, 1).sent(2)},
        Row{"WriteAfterAMismatch", Wrong::write_without_reading,
            Story().sent(1).answered(1, Listed::mismatch).sent(2)},
        Row{"WriteAfterAReadingThatFailed", Wrong::write_without_reading,
            Story().sent(1).add(What::failed, 1).reads(2, Owner::nobody).sent(3)},
        Row{"TooManyWrites", Wrong::too_many_writes,
            with_policy(Story().sent(1).answered(1, Listed::yes).sent(2), 1, 9, 9)},
        Row{"TooManyReads", Wrong::too_many_reads,
            with_policy(
                Story().sent(1).add(What::failed, 1).reads(2, Owner::ada).reads(3, Owner::ada), 1,
                1, 9)},
        Row{"TooManyReadsInARow", Wrong::too_many_reads,
            with_policy(Story()
                            .sent(1)
                            .add(What::failed, 1)
                            .reads(2, Owner::nobody)
                            .reads(3, Owner::nobody)
                            .reads(4, Owner::nobody),
                        1, 9, 1)},
        Row{"AskedTwice", Wrong::credentials_asked_twice,
            Story().add(What::asked_for_credentials).add(What::asked_for_credentials)},
        Row{"WaitUntilNow", Wrong::wait_in_the_past, Story().waits(0)},
        Row{"WaitForEver", Wrong::wait_in_the_past,
            Story().waits(std::numeric_limits<double>::infinity())},
        Row{"WaitForNoTime", Wrong::wait_in_the_past,
            Story().waits(std::numeric_limits<double>::quiet_NaN())}),
    name_of);

TEST(JudgeOfRuns, AVerdictWithoutAReasonIsWrong) {
  History history = refused();
  history.outcome->error.reset();
  EXPECT_EQ(judge(history).wrong, Wrong::no_reason);
}

TEST(JudgeOfRuns, NoWriteMayFollowAReadingOfAnEarlierOne) {
  History history = Story().sent(kEarlierAttempt).add(What::failed, kEarlierAttempt);
  history.beginning = Beginning::read_back;
  EXPECT_EQ(judge(history).wrong, Wrong::nothing) << "the earlier write itself is none";
  history.facts.push_back(Story().sent(2).last());
  EXPECT_EQ(judge(history).wrong, Wrong::write_after_cancel);
}

TEST(JudgeOfRuns, AskedAgainItSaysTheSame) {
  Story story = Story().add(What::asked_again);
  EXPECT_EQ(judge(story).wrong, Wrong::nothing);
  story.last().agrees = false;
  EXPECT_EQ(judge(story).wrong, Wrong::asked_again_differs);
}

TEST(JudgeOfRuns, NothingIsSentAfterTheEnd) {
  EXPECT_EQ(judge(refused().add(What::sent, 2, RequestKind::read_back)).wrong,
            Wrong::after_the_end);
}

TEST(JudgeOfRuns, StepsWithoutEndAreWrong) {
  History history = refused();
  history.spins = true;
  EXPECT_EQ(judge(history).wrong, Wrong::spins);
}

TEST(JudgeOfRuns, ARunWithoutVerdictIsUnfinished) {
  EXPECT_TRUE(judge(Story().sent(1)).unfinished);
  EXPECT_FALSE(judge(refused()).unfinished);
}

TEST(JudgeOfRuns, ARunThatTakesLongerThanItsLimitsIsUnfinished) {
  const ReassignmentPolicy policy;
  const Millis limit = policy.overall_limit + policy.closing_limit + policy.attempt_limit;
  const auto ended_after = [](Millis time) {
    return Story().sent(1).answered(1, Listed::yes).later(time).ends(Verdict::refused);
  };
  EXPECT_FALSE(judge(ended_after(limit - 10)).unfinished);
  EXPECT_TRUE(judge(ended_after(limit + 10'000)).unfinished);
  History undo = ended_after(limit + 10'000);
  undo.original_open_until = policy.overall_limit + policy.closing_limit + 20'000;
  EXPECT_FALSE(judge(undo).unfinished) << "an undo waits for the original";
}

TEST(JudgeOfRuns, CopiesThatApplyAfterTheVerdictAreLate) {
  EXPECT_EQ(judge(refused()).late, 0);
  EXPECT_EQ(judge(refused().arrives(1)).late, 0) << "it changed nothing";
  const Judgement judgement = judge(refused().applies(1).applies(1));
  EXPECT_EQ(judgement.late, 2);
  EXPECT_EQ(judgement.wrong, Wrong::nothing) << "nobody could know";
}

TEST(JudgeOfRuns, DuplicatesThatAnotherAgentHidesAreIndistinguishable) {
  const Judgement judgement = judge(Story()
                                        .sent(1)
                                        .applies(1)
                                        .add(What::moved)
                                        .arrives(1)
                                        .answered(1, Listed::mismatch)
                                        .reads(2, Owner::cleo)
                                        .ends(Verdict::refused));
  EXPECT_EQ(judgement.wrong, Wrong::nothing);
  EXPECT_TRUE(judgement.indistinguishable);
  EXPECT_FALSE(judgement.told_of_other_copy);
}

TEST(JudgeOfRuns, DuplicatesOfWhichTheOtherIsToldAreCountedApart) {
  const Judgement judgement =
      judge(Story().sent(1).applies(1).arrives(1).answered(1, Listed::yes).ends(Verdict::refused));
  EXPECT_EQ(judgement.wrong, Wrong::nothing);
  EXPECT_FALSE(judgement.indistinguishable);
  EXPECT_TRUE(judgement.told_of_other_copy);
}

TEST(JudgeOfRuns, CountsWhatWasReadable) {
  EXPECT_FALSE(judge(refused()).readable);
  const Judgement applied =
      judge(moved_and_lost().reads(2, Owner::ben).ends_applied(Proof::read_back));
  EXPECT_TRUE(applied.readable);
  EXPECT_FALSE(applied.unknown_readable);
  EXPECT_TRUE(
      judge(moved_and_lost().reads(2, Owner::cleo).ends(Verdict::unknown)).unknown_readable);
  EXPECT_FALSE(
      judge(moved_and_lost().reads(2, Owner::nobody).ends(Verdict::unknown)).unknown_readable);
}

HttpResponse response(int status, std::string body) { return {status, {}, std::move(body)}; }

TEST(ClosedList, KnowsWhatIsGivenBeforeTheUpdate) {
  const ServerVersion works{6, 4, {}};
  const ServerVersion gone{7, 2, {}};
  const ServerVersion older{5, 1, {}};
  const auto place = [](const HttpResponse& answer, const ServerVersion& version,
                        Arrived arrived = Arrived::whole) {
    return place_on_list(answer, version, arrived);
  };
  const HttpResponse mismatch =
      response(400, R"({"success":false,"error":"invalid-room-visitor"})");
  EXPECT_EQ(place(mismatch, works), Listed::mismatch);
  EXPECT_EQ(place(mismatch, works, Arrived::spoilt), Listed::no);
  EXPECT_EQ(place(mismatch, older), Listed::yes) << "these never change anything";
  EXPECT_EQ(place(response(400, R"({"success":false,"error":"invalid-room"})"), works),
            Listed::yes);
  EXPECT_EQ(place(response(400, R"({"success":false})"), works), Listed::no);
  EXPECT_EQ(place(response(429, R"({"success":false})"), works), Listed::yes);
  EXPECT_EQ(place(response(429, "<html>"), works), Listed::no);
  EXPECT_EQ(place(response(401, ""), works), Listed::yes);
  EXPECT_EQ(place(response(500, R"({"success":false})"), works), Listed::no);
  EXPECT_EQ(place(response(405, ""), gone), Listed::yes);
  EXPECT_EQ(place(response(405, ""), works), Listed::no);
}

}  // namespace
}  // namespace room_visitor::paired

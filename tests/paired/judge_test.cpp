// The judge itself: histories made by hand, true ones and one for each way to be wrong.
#include "paired/judge.h"

#include <gtest/gtest.h>

#include <string>

#include "paired/judge_story.h"

namespace room_visitor::paired {
namespace {

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
            Story()
                .add(What::sent, 1, RequestKind::read_back)
                .add(What::delivered, 1, RequestKind::read_back)
                .sent(2)
                .add(What::answered, 1, RequestKind::read_back)
                .shows(Owner::ben)
                .ends_applied(Proof::read_back)},
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
                .reads(2, Owner::ada)
                .ends(Verdict::refused)},
        Row{"MovedBeforeItApplied", Wrong::refused_yet_applied,
            Story()
                .sent(1)
                .moved(Owner::cleo)
                .arrives(1)
                .applies(1)
                .answered(1, Listed::mismatch)
                .reads(2, Owner::cleo)
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
    AboutUnknown, Judge,
    testing::Values(
        Row{"OurAnswerShowedTheNewVisitor", Wrong::unknown_yet_seen,
            Story().sent(1).applies(1).answered(1, Listed::no, true).ends(Verdict::unknown)},
        Row{"AReadingShowedTheNewVisitor", Wrong::unknown_yet_seen,
            moved_and_lost().reads(2, Owner::ben).ends(Verdict::unknown)},
        Row{"ALaterReadingShowedAThird", Wrong::nothing,
            of_undo(moved_and_lost().reads(2, Owner::ben).reads(3, Owner::cleo), 4)
                .ends(Verdict::unknown)},
        Row{"TheOnlyWriteWasRefused", Wrong::unknown_yet_settled,
            Story().sent(1).arrives(1).answered(1, Listed::yes).ends(Verdict::unknown)},
        Row{"OnlyTheVersionTellsThatItWasRefused", Wrong::nothing,
            Story().sent(1).arrives(1).answered(1, Listed::by_version).ends(Verdict::unknown)},
        Row{"AMismatchWasRead", Wrong::unknown_yet_settled,
            Story()
                .sent(1)
                .answered(1, Listed::mismatch)
                .reads(2, Owner::cleo)
                .ends(Verdict::unknown)},
        Row{"AMismatchWasNotRead", Wrong::nothing,
            Story()
                .sent(1)
                .answered(1, Listed::mismatch)
                .reads(2, Owner::nobody)
                .ends(Verdict::unknown)},
        Row{"NobodySaidThatTheSecondWasNotSent", Wrong::nothing,
            Story().sent(1).answered(1, Listed::yes).add(What::kept, 2).ends(Verdict::unknown)},
        Row{"TheSecondWasNotSent", Wrong::unknown_yet_settled,
            Story().sent(1).answered(1, Listed::yes).unsent(2).ends(Verdict::unknown)},
        Row{"NothingHappened", Wrong::unknown_nothing_sent, Story().ends(Verdict::unknown)},
        Row{"TheOnlyOneWasNotSent", Wrong::unknown_nothing_sent,
            Story().unsent(1).ends(Verdict::unknown)},
        Row{"NobodySaidThatTheOnlyOneWasNotSent", Wrong::nothing,
            Story().add(What::kept, 1).add(What::aborted, 1).ends(Verdict::unknown)}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    AboutWhatTheClientSaw, Judge,
    testing::Values(
        Row{"RefusedAndReadAsNew", Wrong::refused_yet_seen,
            Story().sent(1).answered(1, Listed::yes).reads(2, Owner::ben).ends(Verdict::refused)},
        Row{"AMismatchReadAsNew", Wrong::refused_yet_seen,
            Story()
                .sent(1)
                .moved(Owner::ben)
                .answered(1, Listed::mismatch)
                .reads(2, Owner::ben)
                .ends(Verdict::refused)},
        Row{"AnUndoThatSeesAThirdAfterwards", Wrong::refused_yet_seen,
            of_undo(Story().sent(1).answered(1, Listed::yes).reads(2, Owner::ben), 4)
                .reads(3, Owner::cleo)
                .ends(Verdict::refused)},
        Row{"AnUndoThatSeesAThirdAfterwardsKnowsNothing", Wrong::nothing,
            of_undo(Story().sent(1).answered(1, Listed::yes).reads(2, Owner::ben), 4)
                .reads(3, Owner::cleo)
                .ends(Verdict::unknown)},
        Row{"AnUndoWhoseMismatchComesAfterTheReading", Wrong::refused_yet_seen,
            of_undo(Story().sent(1).add(What::failed, 1).reads(2, Owner::ben), 4)
                .answered(1, Listed::mismatch)
                .reads(3, Owner::cleo)
                .ends(Verdict::refused)},
        Row{"AnUndoThatStillSeesTheNewOne", Wrong::refused_yet_seen,
            of_undo(Story().sent(1).answered(1, Listed::yes).reads(2, Owner::ben), 4)
                .reads(3, Owner::ben)
                .ends(Verdict::refused)},
        Row{"MovedAwayAfterTheReading", Wrong::refused_yet_applied,
            applied_and_refused()
                .answered(1, Listed::mismatch)
                .reads(2, Owner::ada)
                .moved(Owner::cleo)
                .ends(Verdict::refused)},
        Row{"MovedToTheNewVisitor", Wrong::refused_yet_applied,
            applied_and_refused()
                .moved(Owner::ben)
                .answered(1, Listed::mismatch)
                .reads(2, Owner::cleo)
                .ends(Verdict::refused)},
        Row{"AnErrorIsNoProof", Wrong::answer_not_ours,
            Story()
                .sent(1)
                .applies(1)
                .answered(1, Listed::no, true)
                .shows(Owner::nobody)
                .ends_applied(Proof::answer)},
        Row{"AThirdVisitorsRoomIsNoProof", Wrong::answer_not_ours,
            Story()
                .sent(1)
                .applies(1)
                .answered(1, Listed::no, true)
                .shows(Owner::cleo)
                .ends_applied(Proof::answer)},
        Row{"AppliedAndThenReadAsOld", Wrong::applied_never_seen,
            of_undo(Story().sent(1).applies(1).answered(1, Listed::no, true), 4)
                .reads(2, Owner::ada)
                .ends_applied(Proof::answer)},
        Row{"AnEarlierReadingIsNotTheLast", Wrong::wrong_last_seen,
            with_last_seen(moved_and_lost()
                               .reads(2, Owner::ada)
                               .sent(3)
                               .add(What::failed, 3)
                               .reads(4, Owner::cleo)
                               .ends(Verdict::unknown),
                           Owner::ada, 6)},
        Row{"NothingIsToldOfAReading", Wrong::wrong_last_seen,
            without_last_seen(moved_and_lost().reads(2, Owner::cleo).ends(Verdict::unknown))},
        Row{"SomethingIsToldOfNoReading", Wrong::wrong_last_seen,
            with_last_seen(moved_and_lost().ends(Verdict::unknown), Owner::ada, 1)},
        Row{"AReadingThatWasGivenUpMayBeOlder", Wrong::nothing,
            without_last_seen(late_reading(Owner::ada).ends(Verdict::unknown))},
        Row{"AReadingThatWasGivenUpShowsTheNewOne", Wrong::unknown_yet_seen,
            late_reading(Owner::ben).ends(Verdict::unknown)}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    AboutUndo, Judge,
    testing::Values(
        Row{"NotLookedAfter", Wrong::undo_not_looked_after, undone().ends_applied(Proof::answer)},
        Row{"LookedAfterTooEarly", Wrong::undo_not_looked_after,
            undone().reads(2, Owner::ben).ends_applied(Proof::read_back)},
        Row{"LookedAfter", Wrong::nothing,
            undone().later(1'000).reads(2, Owner::ben).ends_applied(Proof::read_back)},
        Row{"LookedAfterInVain", Wrong::nothing,
            undone().later(1'000).reads(2, Owner::nobody).ends_applied(Proof::answer)},
        Row{"Cancelled", Wrong::nothing, undone().add(What::cancelled).ends_applied(Proof::answer)},
        Row{"OutOfTime", Wrong::nothing,
            of_undo(undone(), 500'000)
                .later(ReassignmentPolicy{}.overall_limit)
                .ends_applied(Proof::answer)},
        Row{"NoReadingIsLeft", Wrong::nothing,
            with_policy(undone().reads(2, Owner::nobody), 1, 1, 1).ends_applied(Proof::answer)}),
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
  // Two timers may be late: the one of the overall limit and that of the closing reading.
  const Millis limit = policy.overall_limit + policy.closing_limit + 4'000;
  const auto ended_after = [](Millis time) {
    return Story().sent(1).answered(1, Listed::yes).later(time).ends(Verdict::refused);
  };
  EXPECT_FALSE(judge(ended_after(limit - 10)).unfinished);
  EXPECT_TRUE(judge(ended_after(limit + 10)).unfinished);
  History stopped = ended_after(limit + 10);
  stopped.stopped_from = policy.overall_limit - 1'000;
  stopped.stopped_until = policy.overall_limit + 60'000;
  EXPECT_FALSE(judge(stopped).unfinished) << "nobody could end it meanwhile";
  History undo = ended_after(limit + 10);
  undo.original_open_until = limit + 10;
  EXPECT_TRUE(judge(undo).unfinished) << "an undo does not wait longer than that";
}

TEST(JudgeOfRuns, ACancelledRunEndsSoon) {
  const Millis limit = ReassignmentPolicy{}.closing_limit + 2'000;
  const auto ended_after = [](Millis time) {
    return Story().sent(1).add(What::cancelled).later(time).ends(Verdict::unknown);
  };
  EXPECT_FALSE(judge(ended_after(limit - 10)).unfinished);
  EXPECT_TRUE(judge(ended_after(limit + 10)).unfinished);
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
                                        .moved(Owner::cleo)
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

}  // namespace
}  // namespace room_visitor::paired

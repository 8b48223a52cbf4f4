// The judge on what the machine may send, and when: bounds, and one write at a time.
#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "paired/judge.h"
#include "paired/judge_story.h"

namespace room_visitor::paired {
namespace {

class JudgeOfManners : public testing::TestWithParam<Row> {};

TEST_P(JudgeOfManners, Says) {
  EXPECT_EQ(to_text(judge(GetParam().history).wrong), to_text(GetParam().wrong));
}

constexpr Millis kOverall = ReassignmentPolicy{}.overall_limit;

/// A write is refused by a 429 that tells of a window.
Story limited(Millis left) {
  Story story = Story().sent(1).answered(1, Listed::yes);
  story.last().until = story.last().at + left;
  return story;
}

Story twice_answered() {
  Story story = Story().sent(1).answered(1, Listed::yes).answered(1, Listed::yes);
  story.last().until = story.last().at + 10;
  return story.sent(2).ends(Verdict::unknown);
}

Story wrong_request(What what) {
  Story story = Story().add(what, 1);
  story.last().is_right = false;
  return story;
}

std::string name_of(const testing::TestParamInfo<Row>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Wrong, JudgeOfManners,
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
        Row{"TheLastReadingComesOnTopOfThoseInARow", Wrong::nothing,
            with_policy(Story()
                            .sent(1)
                            .add(What::failed, 1)
                            .reads(2, Owner::nobody)
                            .add(What::cancelled)
                            .reads(3, Owner::nobody)
                            .ends(Verdict::unknown),
                        1, 9, 1)},
        Row{"TwoReadingsAfterACancel", Wrong::too_many_reads,
            Story().sent(1).add(What::cancelled).reads(2, Owner::ada).reads(3, Owner::ada)},
        Row{"AReadingAfterACancelBesideTheOneOnItsWay", Wrong::too_many_reads,
            Story()
                .sent(1)
                .add(What::failed, 1)
                .add(What::sent, 2, RequestKind::read_back)
                .add(What::cancelled)
                .reads(3, Owner::ada)},
        Row{"TwoReadingsAfterTheOverallTime", Wrong::too_many_reads,
            Story().sent(1).later(kOverall).reads(2, Owner::nobody).reads(3, Owner::nobody)},
        Row{"AReadingAfterTheOverallTime", Wrong::nothing,
            Story().sent(1).later(kOverall).reads(2, Owner::ada).ends(Verdict::unknown)},
        Row{"WriteAfterTheOverallTime", Wrong::write_after_cancel,
            Story().sent(1).answered(1, Listed::yes).later(kOverall).sent(2)},
        Row{"WriteAfterAReadingOfAThird", Wrong::write_without_reading,
            Story().sent(1).add(What::failed, 1).reads(2, Owner::cleo).sent(3)},
        Row{"WriteAfterAnEarlierReadingOfTheOldOne", Wrong::write_without_reading,
            Story()
                .sent(1)
                .add(What::failed, 1)
                .reads(2, Owner::ada)
                .reads(3, Owner::cleo)
                .sent(4)},
        Row{"WriteWithinTheWindow", Wrong::sent_too_early, limited(10).sent(2)},
        Row{"WriteAfterTheWindow", Wrong::nothing,
            limited(10).later(10).sent(2).ends(Verdict::unknown)},
        Row{"ReadingWithinTheWindowOfWrites", Wrong::nothing,
            limited(10).reads(2, Owner::ada).ends(Verdict::refused)},
        Row{"WriteWithinTheWindowOfASecondAnswer", Wrong::nothing, twice_answered()},
        Row{"AnotherRequest", Wrong::wrong_request, wrong_request(What::sent)},
        Row{"AnotherRequestThatNobodyWasHanded", Wrong::wrong_request, wrong_request(What::kept)},
        Row{"TheSameNumberAgain", Wrong::numbers_do_not_rise,
            Story().sent(1).answered(1, Listed::yes).sent(1)},
        Row{"ALowerNumber", Wrong::numbers_do_not_rise,
            Story().sent(2).answered(2, Listed::yes).sent(1)},
        Row{"AskedTwice", Wrong::credentials_asked_twice,
            Story().add(What::asked_for_credentials).add(What::asked_for_credentials)},
        Row{"WaitUntilNow", Wrong::wait_in_the_past, Story().waits(0)},
        Row{"WaitForEver", Wrong::wait_in_the_past,
            Story().waits(std::numeric_limits<double>::infinity())},
        Row{"WaitForNoTime", Wrong::wait_in_the_past,
            Story().waits(std::numeric_limits<double>::quiet_NaN())}),
    name_of);

}  // namespace
}  // namespace room_visitor::paired

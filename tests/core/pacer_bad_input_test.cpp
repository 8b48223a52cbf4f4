// What a pacer does with times and answers that make no sense.
#include "core/pacer_words.h"
#include "room_visitor/pacer.h"

namespace room_visitor {
namespace {

using namespace testing;

TEST(Pacer, NonsenseNeitherStallsNorSpins) {
  struct Row {
    const char* name;
    Pace pace;
  };
  const Row rows[] = {
      {"reset in the past", {true, {10, 0, kAhead - kHour, {}}, kAhead}},
      {"reset in seconds", {true, {10, 0, kAhead / 1000, {}}, kAhead}},
      {"reset days ahead", {true, {10, 0, kAhead + 72 * kHour, {}}, kAhead}},
      {"reset not a number", {true, {10, 0, kNan, {}}, kAhead}},
      {"reset infinite", {true, {10, 0, kInfinity, {}}, kAhead}},
      {"all not a number", {true, {kNan, kNan, kNan, kNan}, kNan}},
      {"negative remaining", {false, {10, -5, kAhead + 60'000, {}}, kAhead}},
      {"limit of none", {true, {0, 0, kAhead + 60'000, {}}, kAhead}},
      {"wait of days", {true, {{}, {}, {}, 72 * kHour}, {}}},
      {"wait of none", {true, {{}, {}, {}, 0.0}, {}}},
      {"wait before now", {true, {{}, {}, {}, -5.0}, {}}},
      {"infinite wait", {true, {{}, {}, {}, kInfinity}, {}}},
      {"a date far off", {true, {10, 0, kAhead + 60'000, {}}, 1.0}},
  };
  for (const Row& row : rows) {
    Pacer pacer;
    Millis now = 0;
    int sent = 0;
    for (; now < 10 * kHour; ++sent) {
      ASSERT_LT(sent, 36'100) << row.name << ": more often than once a second";
      call(pacer, now, row.pace);
      const Turn turn = pacer.turn(now);
      ASSERT_TRUE(std::isfinite(turn.at)) << row.name;
      ASSERT_GT(turn.at, now) << row.name;
      ASSERT_LE(turn.at, now + kHour + 1) << row.name;
      now = turn.at;
    }
    EXPECT_GE(sent, 10) << row.name;
  }
}

TEST(Pacer, AResetThatMakesNoSenseCostsAWindowAtMost) {
  Pacer pacer;
  call(pacer, 0, {false, {10, 0, kAhead + 72 * kHour, {}}, kAhead});
  expect_wait(pacer, 1, 60'001);
}

TEST(Pacer, RefusedAgainAfterItsWaitItWaitsForAWindow) {
  Pacer pacer;
  // Each time the window is said to end at once.
  for (Millis now = 0; now < 200'000; now = pacer.turn(now + 20).at) {
    Pace pace = told(0, now + 10, now + 10);
    pace.refused = true;
    pacer.on_answer(pacer.on_sent(now, now + kTimeLimit), pace, now + 1500);
    if (now > 0) {
      EXPECT_GE(pacer.turn(now + 1500).at, now + 60'000);
    }
  }
}

TEST(Pacer, AClockThatGoesBackStandsStill) {
  Pacer pacer;
  call(pacer, 10'000);
  call(pacer, 5000, refused(5000));
  for (const Millis now : {0.0, 5000.0, 9999.0, -1.0})
    EXPECT_EQ(pacer.turn(now), (Turn{15'001, Hold::rate_limit}));
  (void)pacer.on_sent(15'001, 20'000);
  pacer.on_answer(99, {}, 3);
  pacer.on_lost(-1, kNan);
  EXPECT_TRUE(std::isfinite(pacer.turn(kNan).at));
  EXPECT_TRUE(std::isfinite(pacer.turn(kInfinity).at));
}

TEST(Pacer, DeadlinesThatMakeNoSenseAreReplaced) {
  for (const Millis deadline : {-1.0, 0.0, kNan, kInfinity, 1e300}) {
    Pacer pacer;
    (void)pacer.on_sent(10, deadline);
    const Turn turn = pacer.turn(10);
    EXPECT_GT(turn.at, 10);
    EXPECT_LE(turn.at, 10 + kHour);
  }
}

TEST(Pacer, PoliciesThatMakeNoSenseAreBounded) {
  for (const PacerPolicy& policy :
       {PacerPolicy{kNan, 0, kNan}, PacerPolicy{-5, -1, -1}, PacerPolicy{1e300, 1, 5}}) {
    Pacer pacer(policy);
    call(pacer, 0, {true, {}, {}});
    const Turn turn = pacer.turn(1);
    EXPECT_GE(turn.at, 1);
    EXPECT_LE(turn.at, kHour + 2);
  }
}

TEST(Pacer, MoreCallsThanItAllowsAreOnlyCounted) {
  Pacer pacer({.drift = 0});
  call(pacer, 0, told(1, 60'000, 0));
  int last = 0;
  for (int i = 0; i < 50; ++i) last = pacer.on_sent(1, 1 + kTimeLimit);
  EXPECT_EQ(pacer.turn(2).hold, Hold::other_call);
  pacer.on_answer(last, told(0, 60'000, 3), 3);
  EXPECT_EQ(pacer.turn(3).hold, Hold::rate_limit);
}

TEST(Pacer, AskingChangesNothing) {
  const Pacer asked = knows_three(), other = knows_three();
  for (int i = 0; i < 5; ++i) {
    (void)asked.turn(1e9 * i);
    EXPECT_EQ(asked.turn(1001), other.turn(1001));
  }
}

}  // namespace
}  // namespace room_visitor

#include "room_visitor/pacer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace room_visitor {
namespace {

constexpr Millis kAhead = 1'700'000'000'000;  // the server's clock less ours
constexpr Millis kTimeLimit = 30'000;
constexpr Millis kHour = 3'600'000;
constexpr Millis kNan = std::numeric_limits<Millis>::quiet_NaN();
constexpr Millis kInfinity = std::numeric_limits<Millis>::infinity();

// An answer that was written at a time of ours.
Pace told(double remaining, Millis window_end, Millis at, double limit = 10) {
  const Millis date = std::floor((kAhead + at) / 1000) * 1000;
  return {false, {limit, remaining, kAhead + window_end, {}}, date};
}

Pace refused(Millis wait) { return {true, {{}, {}, {}, wait}, {}}; }

// A call that takes no time.
void call(Pacer& pacer, Millis now, const Pace& pace = {}) {
  pacer.on_answer(pacer.on_sent(now, now + kTimeLimit), pace, now);
}

void expect_at_once(const Pacer& pacer, Millis now) {
  EXPECT_EQ(pacer.turn(now), (Turn{now, Hold::nothing})) << now;
}

void expect_wait(const Pacer& pacer, Millis now, Millis until) {
  EXPECT_EQ(pacer.turn(now), (Turn{until, Hold::rate_limit})) << now;
  expect_at_once(pacer, until);
}

void expect_other(const Pacer& pacer, Millis now, Millis until) {
  EXPECT_EQ(pacer.turn(now), (Turn{until, Hold::other_call})) << now;
}

// A pacer to which a 429 has shown a limit of three, at 1000; its window is over at 61,001.
Pacer knows_three() {
  Pacer pacer;
  for (int i = 0; i < 3; ++i) call(pacer, 0);
  call(pacer, 1000, refused(60'000));
  return pacer;
}

TEST(Pacer, BeginsWithOneCall) {
  Pacer pacer;
  expect_at_once(pacer, 5);
  EXPECT_EQ(pacer.on_sent(5, 5 + kTimeLimit), 1);
  expect_other(pacer, 6, 5 + kTimeLimit);
}

TEST(Pacer, SendsTogetherWhatTheWindowHasLeft) {
  Pacer pacer;
  call(pacer, 0, told(2, 60'000, 0));
  const int first = pacer.on_sent(10, 10 + kTimeLimit);
  expect_at_once(pacer, 10);
  const int second = pacer.on_sent(10, 20 + kTimeLimit);
  expect_other(pacer, 11, 10 + kTimeLimit);
  pacer.on_answer(second, told(0, 60'000, 20), 20);
  // The other one may still be counted, but not before the window's end is anything left.
  EXPECT_EQ(pacer.turn(20).hold, Hold::rate_limit);
  pacer.on_answer(first, told(1, 60'000, 20), 30);
  EXPECT_EQ(pacer.turn(30).hold, Hold::rate_limit);
}

TEST(Pacer, WaitsForTheWindowsEndByTheServersClock) {
  for (const Millis skew : {0.0, 5 * kHour, -5 * kHour}) {
    Pacer pacer({.drift = 0});
    // Answered at once, 400 ms after a full second of the server's clock.
    Pace pace = told(0, 60'400, 400);
    *pace.limit.reset_at += skew;
    *pace.server_time += skew;
    pacer.on_answer(pacer.on_sent(300, kTimeLimit), pace, 500);
    // Date is a second wide, and the answer may have been written when it arrived.
    expect_wait(pacer, 600, 60'400 + 500 + 1);
  }
}

TEST(Pacer, LaterDatesMakeTheEndSharper) {
  Pacer pacer({.drift = 0});
  call(pacer, 400, told(1, 60'400, 400));
  call(pacer, 1010, told(0, 60'400, 1010));
  expect_wait(pacer, 1020, 60'400 + 10 + 1);
}

TEST(Pacer, ACallAtTheResetWouldStillBeCountedInTheOldWindow) {
  Pacer pacer({.drift = 0});
  call(pacer, 0, told(0, 60'000, 0));
  EXPECT_GT(pacer.turn(60'000).at, 60'000);
  expect_wait(pacer, 60'000, 60'001);
}

TEST(Pacer, ANewWindowHasTheWholeLimitLessThoseOnTheirWay) {
  Pacer pacer({.drift = 0});
  call(pacer, 0, told(1, 60'000, 0, 3));
  (void)pacer.on_sent(59'990, 59'990 + kTimeLimit);
  expect_other(pacer, 59'995, 60'001);
  (void)pacer.on_sent(60'001, 60'001 + kTimeLimit);
  expect_at_once(pacer, 60'002);
  (void)pacer.on_sent(60'002, 60'002 + kTimeLimit);
  expect_other(pacer, 60'003, 59'990 + kTimeLimit);
}

TEST(Pacer, AnOvertakenAnswerOfTheOldWindowChangesNothing) {
  Pacer pacer({.drift = 0});
  call(pacer, 0, told(5, 60'000, 0));
  const int slow = pacer.on_sent(59'000, 59'000 + kTimeLimit);
  call(pacer, 61'000, told(9, 121'000, 61'000));
  Pace late = told(0, 60'000, 60'000);
  late.refused = true;
  late.limit.wait = 1000;
  pacer.on_answer(slow, late, 61'500);
  for (int i = 0; i < 9; ++i) {
    expect_at_once(pacer, 61'500);
    (void)pacer.on_sent(61'500, 61'500 + kTimeLimit);
  }
  EXPECT_EQ(pacer.turn(61'500).hold, Hold::other_call);
}

TEST(Pacer, ResetsOfOneWindowMayDifferByMilliseconds) {
  Pacer pacer({.drift = 0});
  call(pacer, 0, told(1, 60'003, 0));
  call(pacer, 0, told(0, 60'000, 0));
  call(pacer, 0, told(0, 60'009, 0));
  expect_wait(pacer, 1, 60'001);
}

TEST(Pacer, ALostCallIsTakenAsCountedUntilALaterAnswer) {
  Pacer pacer({.drift = 0});
  call(pacer, 0, told(1, 60'000, 0));
  pacer.on_lost(pacer.on_sent(100, 100 + kTimeLimit), 200);
  EXPECT_EQ(pacer.turn(201).hold, Hold::rate_limit);

  Pacer other({.drift = 0});
  call(other, 0, told(3, 60'000, 0));
  other.on_lost(other.on_sent(100, 100 + kTimeLimit), 200);
  call(other, 300, told(2, 60'000, 300));
  (void)other.on_sent(301, 301 + kTimeLimit);
  expect_at_once(other, 302);
}

TEST(Pacer, ACallOfWhichNothingIsHeardIsLostAtItsDeadline) {
  Pacer pacer;
  (void)pacer.on_sent(0, 1000);
  expect_other(pacer, 999, 1000);
  expect_at_once(pacer, 1000);
}

TEST(Pacer, ALateAnswerStillCountsForWhatItTells) {
  Pacer pacer({.drift = 0});
  const int lost = pacer.on_sent(0, 1000);
  pacer.on_lost(lost, 1000);
  pacer.on_answer(lost, told(0, 60'000, 2000), 2000);
  expect_wait(pacer, 2001, 60'001);
}

TEST(Pacer, A429WithHeadersEndsTheWindowForAll) {
  Pacer pacer({.drift = 0});
  call(pacer, 0, told(4, 60'000, 0));
  Pace pace = told(0, 60'000, 100);
  pace.refused = true;
  call(pacer, 100, pace);
  expect_wait(pacer, 200, 60'001);
}

TEST(Pacer, WithoutHeadersTheTextNamesTheWait) {
  Pacer pacer;
  call(pacer, 0);
  call(pacer, 1000, refused(12'000));
  expect_wait(pacer, 1001, 13'001);
}

TEST(Pacer, WithoutHeadersALearnedLimitGoesTogetherAndTheNextAlone) {
  Pacer pacer = knows_three();
  const Millis next = pacer.turn(1000).at;
  const int a = pacer.on_sent(next, next + kTimeLimit);
  pacer.on_answer(a, {}, next);
  const int b = pacer.on_sent(next, next + kTimeLimit);
  expect_at_once(pacer, next);
  const int c = pacer.on_sent(next, next + kTimeLimit);
  EXPECT_EQ(pacer.turn(next).hold, Hold::other_call);
  pacer.on_answer(b, {}, next + 1);
  EXPECT_EQ(pacer.turn(next + 1).hold, Hold::other_call);
  pacer.on_answer(c, {}, next + 1);
  expect_at_once(pacer, next + 1);
  const int beyond = pacer.on_sent(next + 1, next + kTimeLimit);
  EXPECT_EQ(pacer.turn(next + 1).hold, Hold::other_call);
  pacer.on_answer(beyond, refused(60'000), next + 2);
  EXPECT_EQ(pacer.turn(next + 2).hold, Hold::rate_limit);
}

TEST(Pacer, WithoutHeadersAnAnswerBeyondTheLimitRaisesIt) {
  Pacer pacer = knows_three();
  Millis now = pacer.turn(1000).at;
  for (int i = 0; i < 5; ++i) call(pacer, now);
  call(pacer, now + 1000, refused(60'000));
  now = pacer.turn(now + 1000).at;
  call(pacer, now);
  for (int i = 1; i < 5; ++i) {
    expect_at_once(pacer, now);
    (void)pacer.on_sent(now, now + kTimeLimit);
  }
  EXPECT_EQ(pacer.turn(now).hold, Hold::other_call);
}

TEST(Pacer, WithoutHeadersAndWithoutA429ItBecomesUnlimited) {
  Pacer pacer;
  for (int i = 0; i < 19; ++i) call(pacer, i * 10'000);
  (void)pacer.on_sent(200'000, 200'000 + kTimeLimit);
  EXPECT_EQ(pacer.turn(200'000).hold, Hold::other_call);
  pacer.on_answer(20, {}, 200'001);
  for (int i = 0; i < 100; ++i) {
    expect_at_once(pacer, 200'002);
    (void)pacer.on_sent(200'002, 200'002 + kTimeLimit);
  }
}

TEST(Pacer, A429TakesTrustAway) {
  Pacer pacer({.trusted_after = 2});
  for (int i = 0; i < 4; ++i) call(pacer, 0);
  call(pacer, 10, refused(60'000));
  expect_wait(pacer, 11, 60'011);
}

TEST(Pacer, AnswersWithinALearnedLimitEarnNoTrust) {
  Pacer pacer = knows_three();
  for (int i = 1; i < 50; ++i) call(pacer, i * 61'100);
  const Millis now = 51 * 61'100;
  call(pacer, now);
  (void)pacer.on_sent(now, now + kTimeLimit);
  (void)pacer.on_sent(now, now + kTimeLimit);
  EXPECT_EQ(pacer.turn(now).hold, Hold::other_call);
}

TEST(Pacer, A429WithoutANumberWaitsForTheRestOfAWholeWindow) {
  Pacer pacer;
  call(pacer, 0);
  call(pacer, 5000, {true, {}, {}});
  expect_wait(pacer, 5001, 60'001);
  Pacer at_once;
  call(at_once, 5000, {true, {}, {}});
  expect_wait(at_once, 5001, 65'001);
}

TEST(Pacer, ShorterWindowsAreLearnedFromTexts) {
  Pacer pacer;
  for (int i = 0; i < 3; ++i) call(pacer, 0);
  call(pacer, 1500, refused(9000));
  // Not used up, this window ends by its length, which is no more than 10.5 s.
  const Millis next = pacer.turn(1500).at;
  EXPECT_EQ(next, 10'501);
  call(pacer, next);
  (void)pacer.on_sent(next + 10'600, next + kHour);
  // It may be that it is not over, so that its first call goes alone.
  EXPECT_EQ(pacer.turn(next + 10'600).hold, Hold::other_call);
}

TEST(Pacer, NoDateAndNo429MeansTheWindowOfThePolicy) {
  Pacer pacer;
  Pace pace = told(0, 60'000, 0);
  pace.server_time.reset();
  pacer.on_answer(pacer.on_sent(0, kTimeLimit), pace, 250);
  expect_wait(pacer, 300, 60'251);
}

TEST(Pacer, AServersClockThatWasSetIsFollowed) {
  Pacer pacer({.drift = 0});
  call(pacer, 0, told(5, 60'000, 0));
  Pace pace = told(0, 60'000, 1000);
  *pace.server_time -= 40'000;  // the window ends by the clock that was set back
  call(pacer, 1000, pace);
  expect_wait(pacer, 1001, 100'001);
}

TEST(Pacer, ADateThatCannotBeTheLimitersIsNotBelieved) {
  Pacer pacer({.drift = 0});
  Pace pace = told(0, 60'000, 0);
  *pace.server_time += 2 * kHour;
  call(pacer, 0, pace);
  expect_wait(pacer, 1, 60'001);
}

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

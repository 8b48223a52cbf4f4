#include "room_visitor/pacer.h"

#include "core/pacer_words.h"

namespace room_visitor {
namespace {

using namespace testing;

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

// The end of such a window used to move with each asking, for ever.
TEST(Pacer, AWindowOfCallsOfWhichNothingIsHeardEnds) {
  for (const int limit : {1, 2, 10}) {
    Pacer pacer;
    call(pacer, 0, told(limit - 1, 60'000, 0, limit));
    for (int i = 0; i < limit; ++i) static_cast<void>(pacer.on_sent(70'000, 100'000));
    Millis now = 70'000;
    for (int askings = 0; askings < 5 && pacer.turn(now).at > now; ++askings)
      now = pacer.turn(now).at;
    EXPECT_LE(now, 100'000 + 2 * 60'000) << limit;
    expect_at_once(pacer, now);
  }
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

// Without a Date the clock was believed to be where it was before it was set back, and the next
// call was sent four seconds too early.
TEST(Pacer, A429TellsThatTheClockWasSetBack) {
  const auto refused_with_headers = [](Millis window_end, Millis wait) {
    Pace pace = told(0, window_end, 0);
    pace.refused = true;
    pace.limit.wait = wait;
    pace.server_time.reset();
    return pace;
  };
  Pacer pacer({.drift = 0});
  call(pacer, 0, refused_with_headers(1000, 1000));
  expect_wait(pacer, 0, 1001);
  call(pacer, 1001, refused_with_headers(60'000, 63'000));
  expect_wait(pacer, 1002, 64'002);
}

}  // namespace
}  // namespace room_visitor

// Words for tests of the pacer: answers of a limiter, and when the next call may go.
#ifndef ROOM_VISITOR_TESTS_CORE_PACER_WORDS_H
#define ROOM_VISITOR_TESTS_CORE_PACER_WORDS_H

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "room_visitor/pacer.h"

namespace room_visitor::testing {

inline constexpr Millis kAhead = 1'700'000'000'000;  // the server's clock less ours
inline constexpr Millis kTimeLimit = 30'000;
inline constexpr Millis kHour = 3'600'000;
inline constexpr Millis kNan = std::numeric_limits<Millis>::quiet_NaN();
inline constexpr Millis kInfinity = std::numeric_limits<Millis>::infinity();

// An answer that was written at a time of ours.
inline Pace told(double remaining, Millis window_end, Millis at, double limit = 10) {
  const Millis date = std::floor((kAhead + at) / 1000) * 1000;
  return {false, {limit, remaining, kAhead + window_end, {}}, date};
}

inline Pace refused(Millis wait) { return {true, {{}, {}, {}, wait}, {}}; }

// A call that takes no time.
inline void call(Pacer& pacer, Millis now, const Pace& pace = {}) {
  pacer.on_answer(pacer.on_sent(now, now + kTimeLimit), pace, now);
}

inline void expect_at_once(const Pacer& pacer, Millis now) {
  EXPECT_EQ(pacer.turn(now), (Turn{now, Hold::nothing})) << now;
}

inline void expect_wait(const Pacer& pacer, Millis now, Millis until) {
  EXPECT_EQ(pacer.turn(now), (Turn{until, Hold::rate_limit})) << now;
  expect_at_once(pacer, until);
}

inline void expect_other(const Pacer& pacer, Millis now, Millis until) {
  EXPECT_EQ(pacer.turn(now), (Turn{until, Hold::other_call})) << now;
}

// A pacer to which a 429 has shown a limit of three, at 1000; its window is over at 61,001.
inline Pacer knows_three() {
  Pacer pacer;
  for (int i = 0; i < 3; ++i) call(pacer, 0);
  call(pacer, 1000, refused(60'000));
  return pacer;
}

}  // namespace room_visitor::testing

#endif  // ROOM_VISITOR_TESTS_CORE_PACER_WORDS_H

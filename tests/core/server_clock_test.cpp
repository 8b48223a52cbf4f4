#include "room_visitor/server_clock.h"

#include <gtest/gtest.h>

#include <limits>

namespace room_visitor {
namespace {

constexpr Millis kAhead = 1'700'000'000'000;

TEST(ServerClock, KnowsNothingBeforeAnAnswer) {
  const ServerClock clock;
  EXPECT_EQ(clock.surely_at(kAhead), std::nullopt);
  EXPECT_TRUE(clock.agrees({kAhead, kAhead + 1}, {10, 20}));
}

TEST(ServerClock, IsNeverTooEarlyAndGetsSharper) {
  ServerClock clock;
  // Read at 150 of ours, as kAhead + 150, in a header of whole seconds.
  clock.add({kAhead, kAhead + 1000}, {100, 200});
  EXPECT_EQ(clock.surely_at(kAhead + 60'000), 60'200);
  clock.add({kAhead + 1000, kAhead + 2000}, {980, 1040});
  EXPECT_EQ(clock.surely_at(kAhead + 60'000), 60'040);
  // This one tells less than is known.
  clock.add({kAhead + 1000, kAhead + 2000}, {1700, 2100});
  EXPECT_EQ(clock.surely_at(kAhead + 60'000), 60'040);
}

TEST(ServerClock, GetsVaguerWithAge) {
  ServerClock clock(0.001);
  clock.add({kAhead, kAhead + 1000}, {100, 200});
  const Millis at = clock.surely_at(kAhead + 60'000).value_or(0);
  EXPECT_GT(at, 60'200 + 59);
  EXPECT_LT(at, 60'200 + 61);
}

TEST(ServerClock, WhatItKnewIsVaguerWhenMoreIsTold) {
  ServerClock clock(0.001);
  clock.add({kAhead, kAhead + 1000}, {100, 200});
  // A minute later a clock that loses 0.03 ms in each is still the same clock.
  clock.add({kAhead + 60'000, kAhead + 61'000}, {60'210, 60'230});
  EXPECT_EQ(clock.surely_at(kAhead + 60'000), 60'230);
  clock.add({kAhead + 120'000, kAhead + 121'000}, {120'500, 120'600});
  EXPECT_NEAR(clock.surely_at(kAhead + 120'600).value_or(0), 120'890, 1);
}

TEST(ServerClock, StartsAfreshWhenTheServersWasSet) {
  ServerClock clock;
  clock.add({kAhead, kAhead + 1000}, {100, 200});
  EXPECT_FALSE(clock.agrees({kAhead - 40'000, kAhead - 39'000}, {300, 400}));
  clock.add({kAhead - 40'000, kAhead - 39'000}, {300, 400});
  EXPECT_EQ(clock.surely_at(kAhead), 40'400);
}

TEST(ServerClock, AnOlderCallDoesNotStartItAfresh) {
  ServerClock clock;
  clock.add({kAhead, kAhead + 1000}, {100, 200});
  clock.add({kAhead + 90'000, kAhead + 91'000}, {300, 400});
  EXPECT_TRUE(clock.agrees({kAhead, kAhead + 1000}, {150, 500}));
  clock.add({kAhead, kAhead + 1000}, {150, 500});
  EXPECT_EQ(clock.surely_at(kAhead + 90'000), 400);
}

TEST(ServerClock, OneSidedReadingsOnlyContradict) {
  ServerClock clock;
  constexpr Millis kNever = std::numeric_limits<Millis>::infinity();
  clock.add({-kNever, kAhead}, {100, 200});
  EXPECT_EQ(clock.surely_at(kAhead), std::nullopt);
  EXPECT_FALSE(clock.agrees({kAhead + 5000, kAhead + 6000}, {200, 300}));
  EXPECT_TRUE(clock.agrees({kAhead - 5000, kAhead - 4000}, {200, 300}));
}

}  // namespace
}  // namespace room_visitor

// The pacer against the stand-in's limiter, for an hour: what it uses of the allowance, and how
// often it is refused. Each case prints its numbers.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "paired/simulated_hour.h"

namespace room_visitor {
namespace {

constexpr Millis kFiveHours = 18'000'000;

HourReport simulated(const HourSetup& setup) {
  const HourReport report = simulate_hour(setup);
  std::printf(
      "%-48s %5d of %5d (%6.2f %%), refused %3d, avoidable %3d, most a window %2d (then %2d)\n",
      setup.name, report.passed, report.allowance, 100 * report.used(), report.refused,
      report.avoidable, report.most_refused_in_a_window, report.most_refused_later);
  // A wait that is over too soon would be asked about again and again.
  EXPECT_LE(report.asked, 4 * (report.sent + 10)) << setup.name;
  return report;
}

TEST(PacerHour, WithHeadersTheAllowanceIsUsedAndNoCallIsRefused) {
  for (const HourSetup& setup :
       {HourSetup{.name = "one at a time"}, HourSetup{.name = "four together", .together = 4},
        HourSetup{.name = "twelve together", .together = 12, .seed = 2},
        HourSetup{.name = "latencies all alike", .together = 4, .mostly_quick = false, .seed = 3},
        HourSetup{.name = "server five hours ahead", .together = 4, .skew = kFiveHours},
        HourSetup{.name = "server five hours behind", .together = 4, .skew = -kFiveHours},
        HourSetup{.name = "server's clock 0.1 per mille fast", .together = 4, .drift = 0.0001},
        HourSetup{.name = "server's clock 0.1 per mille slow", .together = 4, .drift = -0.0001},
        HourSetup{.name = "100 in 60 s", .limit = 100, .together = 4},
        HourSetup{.name = "no Date", .seen = Seen::no_date, .together = 4}}) {
    const HourReport report = simulated(setup);
    EXPECT_EQ(report.refused, 0) << setup.name;
    EXPECT_GE(report.used(), 0.99) << setup.name;
    EXPECT_LE(report.used(), 1) << setup.name;
    EXPECT_EQ(report.most_together, std::min(setup.together, setup.limit)) << setup.name;
  }
}

// The way to the server alone takes up to three hundredths of such a window.
TEST(PacerHour, ShortWindowsLoseATenthOfASecondEach) {
  for (const int together : {1, 4}) {
    const HourReport report = simulated(
        {.name = "3 in 10 s", .limit = 3, .window = 10'000, .together = together, .seed = 2});
    EXPECT_EQ(report.refused, 0);
    EXPECT_GE(report.used(), 0.985);
  }
}

TEST(PacerHour, WithHeadersOnlyWhatOthersJustTookIsRefused) {
  int refused = 0;
  for (const std::uint32_t seed : {1U, 2U}) {
    const HourReport report =
        simulated({.name = "another caller", .together = 12, .others_a_minute = 4, .seed = seed});
    EXPECT_EQ(report.avoidable, 0);
    EXPECT_GE(report.used(), 0.99);
    refused += report.refused;
  }
  EXPECT_GT(refused, 0) << "no case of what is tested came about";
}

TEST(PacerHour, AClockThatIsSetIsNoticedWithTheNextAnswer) {
  const HourReport report = simulated({.name = "clock set by 2 h, -40 s, -20 min, 5 s",
                                       .together = 4,
                                       .clock_sets = {{600'000, 7'200'000},
                                                      {1'230'000, -40'000},
                                                      {2'000'000, -1'200'000},
                                                      {3'400'000, 5'000}}});
  EXPECT_EQ(report.avoidable, 0);
  EXPECT_LE(report.refused, 2 * 4) << "those on their way when the clock went back";
  EXPECT_GE(report.used(), 0.98);
}

TEST(PacerHour, ADateOfAnotherClockThanTheLimitersMisleadsOnce) {
  for (const Millis ahead : {2000.0, 500.0, 7'200'000.0, -2000.0, -7'200'000.0}) {
    const HourReport report =
        simulated({.name = "Date of another clock", .together = 4, .date_ahead = ahead});
    EXPECT_LE(report.refused, 5) << ahead;
    EXPECT_GE(report.used(), 0.95) << ahead;
  }
}

TEST(PacerHour, LostCallsCostNoRefusals) {
  const HourReport report =
      simulated({.name = "two in a hundred lost", .together = 4, .lost = 0.02});
  EXPECT_EQ(report.refused, 0);
  EXPECT_GE(report.used(), 0.97);
}

TEST(PacerHour, WithoutHeadersOneCallAWindowIsRefused) {
  for (const HourSetup& setup :
       {HourSetup{.name = "texts: one at a time", .seen = Seen::bodies},
        HourSetup{.name = "texts: four together", .seen = Seen::bodies, .together = 4},
        HourSetup{.name = "texts: latencies all alike",
        .seen = Seen::bodies,
        .together = 12,
        .mostly_quick = false},
        HourSetup{.name = "texts: 3 in 10 s",
        .seen = Seen::bodies,
        .limit = 3,
        .window = 10'000,
        .together = 4}}) {
    const HourReport report = simulated(setup);
    EXPECT_EQ(report.most_refused_in_a_window, 1) << setup.name;
    EXPECT_GE(report.used(), 0.95) << setup.name;
  }
}

TEST(PacerHour, WithoutHeadersALimitBeyondTrustIsLearnedInTheFirstWindow) {
  const HourReport report =
      simulated({.name = "texts: 100 in 60 s", .seen = Seen::bodies, .limit = 100, .together = 4});
  EXPECT_LE(report.most_refused_in_a_window, 4);
  EXPECT_EQ(report.most_refused_later, 1);
  EXPECT_GE(report.used(), 0.95);
}

TEST(PacerHour, WithoutHeadersOthersAndLossesAreLivedWith) {
  const HourReport others = simulated(
      {.name = "texts: another caller", .seen = Seen::bodies, .together = 4, .others_a_minute = 3});
  EXPECT_GE(others.used(), 0.95);
  EXPECT_LE(others.refused, 2 * 60);
  const HourReport lossy = simulated(
      {.name = "texts: two in a hundred lost", .seen = Seen::bodies, .together = 4, .lost = 0.02});
  EXPECT_GE(lossy.used(), 0.95);
  EXPECT_LE(lossy.most_refused_in_a_window, 2);
}

TEST(PacerHour, WhoBypassesTheLimiterIsNotSlowed) {
  constexpr Millis kLatency = 2000;
  const HourSetup setup{
      .name = "bypass", .together = 8, .least = kLatency, .most = kLatency, .bypasses = true};
  const HourReport report = simulated(setup);
  constexpr double kTrips = 3'600'000 / (2 * kLatency);
  EXPECT_EQ(report.most_together, 8);
  EXPECT_GE(report.sent, (kTrips - 20) * 8);
}

}  // namespace
}  // namespace room_visitor

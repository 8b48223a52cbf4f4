// Reassignments through a network that loses, delays, doubles and reorders, to a server that fails
// in every way the stand-in knows. `npm run simulate` does the same a million times.
#include "paired/simulation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace room_visitor::paired {
namespace {

constexpr std::uint64_t kSeries = 2023;
// Enough for the rarest kind of fault to happen several times.
constexpr std::uint64_t kRuns = ROOM_VISITOR_SIMULATED_RUNS;

std::uint64_t count_of(const Totals& totals, Kind kind) {
  return totals.faults[static_cast<std::size_t>(kind)];
}

Totals play(std::uint64_t runs) {
  Simulation simulation;
  Totals totals;
  int shown = 0;
  for (std::uint64_t number = 0; number < runs; ++number) {
    const RunReport report = simulation.run(run_seed(kSeries, number));
    totals.add(report);
    if (!is_failed(report) || ++shown > 3) continue;
    const RunReport again = simulation.run(run_seed(kSeries, number), Tracing::on);
    ADD_FAILURE() << describe(again, kSeries, number);
  }
  return totals;
}

// One series for all tests of it: it is the longest part of the suite.
const Totals& totals() {
  static const Totals all = play(kRuns);
  return all;
}

TEST(Simulation, EveryVerdictIsTrueAndEveryRunEnds) {
  EXPECT_EQ(totals().runs, kRuns);
  EXPECT_EQ(totals().wrong, 0U);
  EXPECT_EQ(totals().unfinished, 0U);
  for (std::size_t i = 0; i < totals().verdicts.size(); ++i)
    EXPECT_GT(totals().verdicts[i], 0U) << to_text(static_cast<Verdict>(i));
}

TEST(Simulation, EveryKindOfFaultHappens) {
  for (const KindRow& row : kKindRows) EXPECT_GT(count_of(totals(), row.kind), 0U) << row.name;
}

TEST(Simulation, TheNetworkDeliversLateAndTwice) {
  EXPECT_GT(totals().late, 0U);
  EXPECT_GT(count_of(totals(), Kind::delivered_twice), 0U);
  EXPECT_GT(count_of(totals(), Kind::delivered_after_verdict), 0U);
  EXPECT_GT(count_of(totals(), Kind::answered_after_abort), 0U);
}

// What a reading showed is seldom of no use. The bound is a fiftieth; a short series scatters.
TEST(Simulation, UnknownIsRareWhereTheRoomWasRead) {
  EXPECT_GT(totals().readable, 0U);
  EXPECT_LT(totals().unknown_readable * 40, totals().readable);
}

TEST(Simulation, EqualSeedsGiveEqualRuns) {
  Simulation one;
  Simulation other;
  // In another order, so that nothing is left over from one run for the next.
  for (std::uint64_t i = 0; i < 60; ++i)
    static_cast<void>(other.run(run_seed(kSeries, 59 - i), Tracing::off));
  for (std::uint64_t i = 0; i < 60; ++i) {
    const RunReport first = one.run(run_seed(kSeries, i), Tracing::on);
    const RunReport second = other.run(run_seed(kSeries, i), Tracing::on);
    EXPECT_EQ(first.trace, second.trace);
    EXPECT_EQ(first.counts, second.counts);
    EXPECT_EQ(first.judgement, second.judgement);
  }
}

// scripts/run-suites.mjs compares the property with that of the build before: it has to be the same
// natively and as WebAssembly, whichever compiler built it.
TEST(Simulation, EqualSeedsGiveEqualRunsOnEveryPlatform) {
  Simulation simulation;
  std::uint64_t sum = 0;
  for (std::uint64_t i = 0; i < 200; ++i)
    for (const char letter : simulation.run(run_seed(kSeries, i), Tracing::on).trace)
      sum = mixed(sum + static_cast<unsigned char>(letter));
  EXPECT_NE(sum, 0U);
  RecordProperty("same_everywhere", std::to_string(sum));
}

TEST(Simulation, SumsDoNotDependOnTheOrder) {
  Simulation simulation;
  Totals forwards;
  Totals backwards;
  Totals first;
  Totals second;
  for (std::uint64_t i = 0; i < 100; ++i) {
    forwards.add(simulation.run(run_seed(kSeries, i)));
    (i < 50 ? first : second).add(simulation.run(run_seed(kSeries, i)));
  }
  backwards.add(second);
  backwards.add(first);
  EXPECT_EQ(forwards.json(0), backwards.json(0));
}

TEST(Simulation, ATraceSaysWhatHappenedAndHowToReplayIt) {
  Simulation simulation;
  const RunReport report = simulation.run(run_seed(kSeries, 0), Tracing::on);
  const std::string text = describe(report, kSeries, 0);
  for (const char* part : {"PUT /api/v1/livechat/room.visitor", "step send", "verdict ",
                           "npm run simulate -- --seed 2023 --run 0 --trace"})
    EXPECT_NE(text.find(part), std::string::npos) << part << " is not in:\n" << text;
  EXPECT_TRUE(simulation.run(run_seed(kSeries, 0)).trace.empty());
}

}  // namespace
}  // namespace room_visitor::paired

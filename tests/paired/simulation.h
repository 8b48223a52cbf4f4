// Simulated reassignments: client half and stand-in half, a network between them, everything from
// one seed. docs/verdicts.md says what the verdicts have to be.
//
//   Simulation simulation;
//   RunReport report = simulation.run(run_seed(7, 0), {});
//   report.judgement.wrong;   // Wrong::nothing, or the machine has a fault
#ifndef ROOM_VISITOR_TESTS_PAIRED_SIMULATION_H
#define ROOM_VISITOR_TESTS_PAIRED_SIMULATION_H

#include <array>
#include <cstdint>
#include <string>

#include "paired/judge.h"
#include "paired/run.h"

namespace room_visitor::paired {

/// The seed of one run of a series: any run can be had alone.
[[nodiscard]] constexpr std::uint64_t run_seed(std::uint64_t series, std::uint64_t number) {
  return mixed(mixed(series + 1) + number);
}

enum class Tracing : std::uint8_t { off, on };

struct RunReport {
  Judgement judgement;
  Verdict verdict = Verdict::unknown;
  bool ended = false;
  bool is_record_right = true;
  Counts counts{};
  std::string trace;
};

/// Sums over runs; the order in which they are added makes no difference.
struct Totals {
  std::uint64_t runs = 0;
  std::array<std::uint64_t, kKinds> faults{};
  std::array<std::uint64_t, 4> verdicts{};
  std::uint64_t late = 0, indistinguishable = 0, told_of_other_copy = 0;
  std::uint64_t readable = 0, unknown_readable = 0;
  std::uint64_t wrong = 0, unfinished = 0;

  void add(const RunReport& report);
  void add(const Totals& totals);
  /// One line of JSON.
  [[nodiscard]] std::string json(std::uint64_t runs_per_second) const;
};

/// Keeps what runs have in common; use one for each thread.
class Simulation {
 public:
  [[nodiscard]] RunReport run(std::uint64_t seed, Tracing tracing = Tracing::off);

 private:
  Servers servers_;
};

/// What a run has to say: what is wrong, its trace, and the command that replays it.
[[nodiscard]] std::string describe(const RunReport& report, std::uint64_t series,
                                   std::uint64_t number);

/// Whether the run has to be called failed: wrong, unfinished, or the simulation's own record is.
[[nodiscard]] bool is_failed(const RunReport& report);

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_SIMULATION_H

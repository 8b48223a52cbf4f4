// Simulates many reassignments and counts what happened. `npm run simulate` builds and runs it.
//
//   simulate --runs 1000000 --seed 7 --threads 2 --json    one JSON object, last on stdout
//   simulate --seed 7 --run 123456 --trace                 one run of them, and all that happened
//
// Ends with 1 if a run is wrong or unfinished, with 2 if an option is.
#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "paired/simulation.h"

namespace {

using room_visitor::paired::run_seed;
using room_visitor::paired::RunReport;
using room_visitor::paired::Simulation;
using room_visitor::paired::Totals;
using room_visitor::paired::Tracing;
using Clock = std::chrono::steady_clock;

// Large enough that threads seldom meet, small enough for progress to be seen.
constexpr std::uint64_t kBatch = 2'000;
constexpr std::uint64_t kPulse = 100'000;
constexpr std::uint64_t kMostThreads = 64;
/// More failed runs than these are counted and not shown.
constexpr std::uint64_t kShown = 5;

struct Options {
  std::uint64_t runs = 10'000;
  std::uint64_t seed = 1;
  std::uint64_t threads = 1;
  std::optional<std::uint64_t> run;
  bool json = false;
  bool trace = false;
};

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, problem] = std::from_chars(text.data(), end, number);
  if (problem != std::errc{} || rest != end) return {};
  return number;
}

std::optional<Options> read_options(const std::vector<std::string_view>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view name = arguments[i];
    if (name == "--json") {
      options.json = true;
    } else if (name == "--trace") {
      options.trace = true;
    } else {
      const auto number = i + 1 < arguments.size() ? read_number(arguments[i + 1]) : std::nullopt;
      if (!number) return {};
      if (name == "--runs") {
        options.runs = *number;
      } else if (name == "--seed") {
        options.seed = *number;
      } else if (name == "--threads" && *number >= 1 && *number <= kMostThreads) {
        options.threads = *number;
      } else if (name == "--run") {
        options.run = *number;
      } else {
        return {};
      }
      ++i;
    }
  }
  return options;
}

void show(const std::string& text) { std::fputs(text.c_str(), stderr); }

/// Hands out runs to threads, and adds up what they report.
class Series {
 public:
  explicit Series(const Options& options) : options_(options) {}

  Totals play() {
    std::vector<std::thread> others;
    for (std::uint64_t i = 1; i < options_.threads; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    return totals_;
  }

 private:
  void work() {
    Simulation simulation;
    for (;;) {
      const std::uint64_t begin = next_.fetch_add(kBatch);
      if (begin >= options_.runs) return;
      const std::uint64_t end = std::min(begin + kBatch, options_.runs);
      Totals totals;
      for (std::uint64_t number = begin; number < end; ++number) {
        const RunReport report = simulation.run(run_seed(options_.seed, number));
        totals.add(report);
        if (is_failed(report)) show_failure(simulation, number);
      }
      add(totals);
    }
  }

  void add(const Totals& totals) {
    const std::lock_guard lock(mutex_);
    const std::uint64_t before = totals_.runs;
    totals_.add(totals);
    if (before / kPulse != totals_.runs / kPulse)
      show(std::to_string(totals_.runs) + " of " + std::to_string(options_.runs) + " runs, " +
           std::to_string(totals_.wrong) + " wrong, " + std::to_string(totals_.unfinished) +
           " unfinished\n");
  }

  void show_failure(Simulation& simulation, std::uint64_t number) {
    if (shown_.fetch_add(1) >= kShown) return;
    const RunReport again = simulation.run(run_seed(options_.seed, number), Tracing::on);
    const std::lock_guard lock(mutex_);
    show(describe(again, options_.seed, number));
  }

  Options options_;
  std::atomic<std::uint64_t> next_ = 0;
  std::atomic<std::uint64_t> shown_ = 0;
  std::mutex mutex_;
  Totals totals_;
};

void print(const Totals& totals, std::uint64_t runs_per_second, const Options& options) {
  std::fputs((totals.json(runs_per_second) + "\n").c_str(), options.json ? stdout : stderr);
}

int play_one(const Options& options, std::uint64_t number) {
  Simulation simulation;
  const Tracing tracing = options.trace ? Tracing::on : Tracing::off;
  const RunReport report = simulation.run(run_seed(options.seed, number), tracing);
  if (is_failed(report) || options.trace) show(describe(report, options.seed, number));
  Totals totals;
  totals.add(report);
  print(totals, 0, options);
  return is_failed(report) ? 1 : 0;
}

int play(const Options& options) {
  const auto begin = Clock::now();
  const Totals totals = Series(options).play();
  const std::chrono::duration<double> spent = Clock::now() - begin;
  const double seconds = std::max(spent.count(), 1e-9);
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(totals.runs) / seconds);
  print(totals, rate, options);
  return totals.wrong + totals.unfinished == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** texts) {
  const auto options = read_options(std::vector<std::string_view>(texts + 1, texts + count));
  if (!options) {
    show(
        "simulate: expected --runs, --seed, --threads (1 to 64) or --run with a whole number,\n"
        "--json or --trace\n");
    return 2;
  }
  return options->run ? play_one(*options, *options->run) : play(*options);
}

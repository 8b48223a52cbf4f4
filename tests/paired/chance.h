// The simulation's own chance: whole numbers only, so that equal seeds give equal runs natively and
// as WebAssembly.
#ifndef ROOM_VISITOR_TESTS_PAIRED_CHANCE_H
#define ROOM_VISITOR_TESTS_PAIRED_CHANCE_H

#include <cstddef>
#include <cstdint>

#include "room_visitor/time.h"

namespace room_visitor::paired {

/// SplitMix64's mixing step (Steele, Lea and Flood, 2014).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t number) {
  number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9U;
  number = (number ^ number >> 27) * 0x94D049BB133111EBU;
  return number ^ number >> 31;
}

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  [[nodiscard]] std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    return mixed(state_);
  }

  /// A whole number from 0 up to, not including, `end`.
  [[nodiscard]] int below(int end) {
    return static_cast<int>(next() % static_cast<std::uint64_t>(end));
  }

  /// Whole milliseconds from `least` to `most`, both included.
  [[nodiscard]] Millis millis(int least, int most) { return least + below(most - least + 1); }

  /// True in `permille` of a thousand cases.
  [[nodiscard]] bool in(int permille) { return below(1000) < permille; }

  /// From 0 up to, not including, 1: a multiple of 2^-53, which is exact everywhere.
  [[nodiscard]] double fraction() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_CHANCE_H

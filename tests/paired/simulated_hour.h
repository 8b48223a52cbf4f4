// An hour of calls that a pacer lets go, to a stand-in behind a network with a clock and a chance
// of its own: latencies, losses, another caller, a server whose clock is wrong or is set.
#ifndef ROOM_VISITOR_TESTS_PAIRED_SIMULATED_HOUR_H
#define ROOM_VISITOR_TESTS_PAIRED_SIMULATED_HOUR_H

#include <cstdint>
#include <vector>

#include "room_visitor/time.h"

namespace room_visitor {

enum class Seen { everything, no_date, bodies };

struct ClockSet {
  Millis at = 0;
  Millis by = 0;
};

struct HourSetup {
  const char* name = "";
  Seen seen = Seen::everything;
  int limit = 10;
  Millis window = 60'000;
  int together = 1;  ///< how many calls the callers would have on their way, if they may
  Millis skew = 0;
  double drift = 0;  ///< how much faster the server's clock goes than ours
  std::vector<ClockSet> clock_sets = {};
  Millis date_ahead = 0;          ///< how far the clock that writes `Date` is before the limiter's
  int others_a_minute = 0;        ///< calls of somebody else behind the same address
  double lost = 0;                ///< share of calls that go lost, on one way or the other
  Millis least = 20, most = 300;  ///< latency each way
  bool mostly_quick = true;       ///< most calls near the least, few near the most; else all alike
  bool bypasses = false;
  std::uint32_t seed = 1;
};

struct HourReport {
  int allowance = 0;  ///< of the windows that the server could have had
  int passed = 0;     ///< calls of all callers that the limiter let pass
  int sent = 0;
  int refused = 0;
  int avoidable = 0;  ///< refused although earlier answers had shown that they would be
  int most_refused_in_a_window = 0;
  int most_refused_later = 0;  ///< likewise, but for the first window
  int most_together = 0;
  int asked = 0;  ///< how often the pacer was asked

  [[nodiscard]] double used() const { return static_cast<double>(passed) / allowance; }
};

[[nodiscard]] HourReport simulate_hour(const HourSetup& setup);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_TESTS_PAIRED_SIMULATED_HOUR_H

#include "standin/order.h"

#include <algorithm>

namespace room_visitor::standin {

namespace {

using Positions = std::vector<std::size_t>;

// Merges the sorted runs [first, middle) and [middle, last).
void merge_runs(const Positions& from, Positions& to, std::size_t first, std::size_t middle,
                std::size_t last, ComesBefore before) {
  std::size_t left = first;
  std::size_t right = middle;
  for (std::size_t at = first; at < last; ++at) {
    const bool takes_right =
        left == middle ||
        (right < last && before.function(before.context, from[right], from[left]));
    to[at] = from[takes_right ? right++ : left++];
  }
}

}  // namespace

// Runs of 1, 2, 4 … positions are merged in pairs.
std::vector<std::size_t> sorted_positions(std::size_t count, ComesBefore before) {
  Positions positions(count);
  for (std::size_t i = 0; i < count; ++i) positions[i] = i;
  Positions merged(count);
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t first = 0; first < count; first += 2 * run)
      merge_runs(positions, merged, first, std::min(first + run, count),
                 std::min(first + 2 * run, count), before);
    positions.swap(merged);
  }
  return positions;
}

}  // namespace room_visitor::standin

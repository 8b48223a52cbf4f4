#include "standin/order.h"

#include <algorithm>

namespace room_visitor::standin {

// Runs of 1, 2, 4 … positions are merged in pairs.
std::vector<std::size_t> sorted_positions(std::size_t count, ComesBefore before) {
  std::vector<std::size_t> positions(count);
  for (std::size_t i = 0; i < count; ++i) positions[i] = i;
  std::vector<std::size_t> merged(count);
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t first = 0; first < count; first += 2 * run) {
      const std::size_t middle = std::min(first + run, count);
      const std::size_t last = std::min(first + 2 * run, count);
      std::size_t left = first;
      std::size_t right = middle;
      for (std::size_t at = first; at < last; ++at) {
        const bool takes_right =
            left == middle ||
            (right < last && before.function(before.context, positions[right], positions[left]));
        merged[at] = positions[takes_right ? right++ : left++];
      }
    }
    positions.swap(merged);
  }
  return positions;
}

}  // namespace room_visitor::standin

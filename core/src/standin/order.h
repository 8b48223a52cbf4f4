// Sorting by position: one function for lists of every type.
//   for (std::size_t at : sorted_positions(names.size(), [&](std::size_t one, std::size_t other) {
//          return names[one] < names[other];
//        })) …
#ifndef ROOM_VISITOR_SRC_STANDIN_ORDER_H
#define ROOM_VISITOR_SRC_STANDIN_ORDER_H

#include <cstddef>
#include <utility>
#include <vector>

namespace room_visitor::standin {

/// Whether the item at position `one` belongs before the one at `other`.
struct ComesBefore {
  bool (*function)(const void* context, std::size_t one, std::size_t other);
  const void* context;
};

/// The positions from 0 to `count` in order; equal items stay as they are.
[[nodiscard]] std::vector<std::size_t> sorted_positions(std::size_t count, ComesBefore before);

template <class Before>
[[nodiscard]] std::vector<std::size_t> sorted_positions(std::size_t count, const Before& before) {
  return sorted_positions(count,
                          ComesBefore{[](const void* context, std::size_t one, std::size_t other) {
                                        return (*static_cast<const Before*>(context))(one, other);
                                      },
                                      &before});
}

/// The items in order; equal ones stay as they are.
template <class Item, class Before>
void sort_items(std::vector<Item>& items, const Before& before) {
  const auto positions = sorted_positions(items.size(), [&](std::size_t one, std::size_t other) {
    return before(items[one], items[other]);
  });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::size_t at : positions) sorted.push_back(std::move(items[at]));
  items = std::move(sorted);
}

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_ORDER_H

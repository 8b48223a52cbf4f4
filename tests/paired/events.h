// What is still to come in a run: time jumps from one event to the next.
#ifndef ROOM_VISITOR_TESTS_PAIRED_EVENTS_H
#define ROOM_VISITOR_TESTS_PAIRED_EVENTS_H

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "room_visitor/time.h"

namespace room_visitor::paired {

enum class EventKind : std::uint8_t {
  delivery,  ///< of the copy `index`
  answer,    ///< `index` of an answer, or of the word that there is none
  plan,      ///< of the scenario
  wake,      ///< the wait `index` is over, or somebody asks early
  cancel,
  credentials,
};

struct Event {
  Millis at = 0;
  std::uint32_t order = 0;  ///< of two at the same time the first that was added comes first
  EventKind kind = EventKind::wake;
  std::size_t index = 0;
};

/// Few enough at a time that looking through them is faster than a heap.
class Events {
 public:
  void add(Millis at, EventKind kind, std::size_t index = 0) {
    events_.push_back({at, next_++, kind, index});
  }

  [[nodiscard]] bool empty() const { return events_.empty(); }
  [[nodiscard]] const Event& first() const { return *find_first(); }

  Event take() {
    const auto place = find_first();
    const Event event = *place;
    events_.erase(place);
    return event;
  }

 private:
  [[nodiscard]] std::vector<Event>::const_iterator find_first() const {
    return std::min_element(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
      return a.at != b.at ? a.at < b.at : a.order < b.order;
    });
  }

  std::vector<Event> events_;
  std::uint32_t next_ = 0;
};

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_EVENTS_H

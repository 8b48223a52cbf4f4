#include "standin/limiter.h"

#include <algorithm>
#include <limits>

namespace room_visitor::standin {

Allowance Limiter::count(const std::string& route_and_method, std::string_view client_ip, int limit,
                         Millis window, Millis now) {
  const auto [place, is_new] = places_.add(route_and_method, windows_.size());
  if (is_new) windows_.emplace_back();
  Window& current = windows_[place];
  // A call at the very moment of the reset still belongs to the old window.
  if (is_new || current.started + window - now < 0) {
    current = {now, {}, {}};
  }
  const auto caller = current.callers.add(client_ip, current.calls.size());
  if (caller.is_new) current.calls.push_back(0);
  int& calls = current.calls[caller.number];
  if (calls < std::numeric_limits<int>::max()) ++calls;
  return {calls <= limit, std::max(0, limit - calls), current.started + window - now};
}

}  // namespace room_visitor::standin

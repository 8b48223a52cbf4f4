#include "standin/limiter.h"

#include <algorithm>
#include <limits>

namespace room_visitor::standin {

Allowance Limiter::count(const std::string& route_and_method, std::string_view client_ip, int limit,
                         Millis window, Millis now) {
  const auto [place, is_new] = windows_.try_emplace(route_and_method);
  Window& current = place->second;
  // A call at the very moment of the reset still belongs to the old window.
  if (is_new || current.started + window - now < 0) {
    current.started = now;
    current.calls.clear();
  }
  int& calls = current.calls[std::string(client_ip)];
  if (calls < std::numeric_limits<int>::max()) ++calls;
  return {calls <= limit, std::max(0, limit - calls), current.started + window - now};
}

}  // namespace room_visitor::standin

#include "room_visitor/server_clock.h"

#include <algorithm>
#include <cmath>

namespace room_visitor {
namespace {

// Milliseconds since the epoch have a rest of 0.0002 as a double; sums of them need a little more.
constexpr Millis kRounding = 0.01;

}  // namespace

Span ServerClock::offset_at(Millis moment) const {
  const Millis widened = drift_ * std::max(0.0, moment - at_);
  return {offset_.from - widened, offset_.to + widened};
}

Span ServerClock::common(const Span& server, const Span& ours) const {
  const Span known = offset_at(ours.to);
  return {std::max(known.from, server.from - ours.to), std::min(known.to, server.to - ours.from)};
}

bool ServerClock::agrees(const Span& server, const Span& ours) const {
  if (ours.from < begun_) return true;
  const Span left = common(server, ours);
  // By as much it has widened while the call was on its way.
  const Millis way = std::isfinite(ours.from) ? ours.to - ours.from : 0;
  return left.to - left.from >= kRounding + drift_ * way;
}

void ServerClock::add(const Span& server, const Span& ours) {
  Span left = common(server, ours);
  if (!agrees(server, ours)) {
    left = {server.from - ours.to, server.to - ours.from};
    begun_ = ours.to;
  } else if (left.to - left.from < kRounding) {
    return;
  }
  offset_ = left;
  at_ = std::max(at_, ours.to);
}

std::optional<Millis> ServerClock::surely_at(Millis server_time) const {
  if (!std::isfinite(offset_.from)) return {};
  // Until then the interval goes on widening, so that waiting makes the wait longer.
  return at_ + (server_time - offset_.from - at_) / (1 - drift_);
}

}  // namespace room_visitor

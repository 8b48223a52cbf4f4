// Between the network and the server: how requests reach it and answers leave it, faults included.
#ifndef ROOM_VISITOR_SRC_STANDIN_DELIVERY_H
#define ROOM_VISITOR_SRC_STANDIN_DELIVERY_H

#include <string_view>

#include "standin/state.h"

namespace room_visitor::standin {

/// A request as it arrives.
struct Arrival {
  const HttpRequest& request;
  std::string_view client_ip;
  Millis now;
};

/// What the server makes of a request that reached it.
using Serve = Exchange (*)(State& state, const Arrival& arrival);

/// Answers a request with whatever is due to go wrong.
[[nodiscard]] Exchange deliver(State& state, const Arrival& arrival, Serve serve);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_DELIVERY_H

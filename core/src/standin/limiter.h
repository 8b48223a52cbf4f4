// The rate limiter (docs/wire.md section 4): a fixed window for each route and method, counted by
// client address; when the window is over the counters of all addresses start again together.
#ifndef ROOM_VISITOR_SRC_STANDIN_LIMITER_H
#define ROOM_VISITOR_SRC_STANDIN_LIMITER_H

#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/time.h"
#include "standin/text_index.h"

namespace room_visitor::standin {

struct Allowance {
  bool allowed = true;
  int remaining = 0;
  Millis until_reset = 0;
};

class Limiter {
 public:
  /// Counts one call and says whether it passes.
  [[nodiscard]] Allowance count(const std::string& route_and_method, std::string_view client_ip,
                                int limit, Millis window, Millis now);

 private:
  struct Window {
    Millis started = 0;
    TextIndex callers;  // by address: its place in `calls`
    std::vector<int> calls;
  };
  TextIndex places_;  // by route and method: its place in `windows_`
  std::vector<Window> windows_;
};

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_LIMITER_H

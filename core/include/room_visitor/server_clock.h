// Where the server's clock stands, as far as its answers tell. An answer shows that the server's
// clock read a certain time at some moment between sending and receipt; what all answers together
// leave open is an interval, which gets narrower with each answer and wider with age.
//
//   ServerClock clock;
//   clock.add({date, date + 1000}, {sent, received});   // a Date header, whole seconds
//   clock.surely_at(reset);                             // never too early, by our own clock
#ifndef ROOM_VISITOR_SERVER_CLOCK_H
#define ROOM_VISITOR_SERVER_CLOCK_H

#include <limits>
#include <optional>

#include "room_visitor/time.h"

namespace room_visitor {

/// From when until when.
struct Span {
  Millis from = -std::numeric_limits<Millis>::infinity();
  Millis to = std::numeric_limits<Millis>::infinity();

  bool operator==(const Span&) const = default;
};

/// A value. Our own times are monotonic, the server's are since the epoch.
class ServerClock {
 public:
  /// `drift` is how far two clocks may drift apart, per millisecond that passes.
  explicit ServerClock(double drift = 0) : drift_(drift) {}

  /// Whether the server's clock can have been in `server` at some moment of `ours`. What came from
  /// a call that was sent before this clock was started afresh contradicts nothing.
  [[nodiscard]] bool agrees(const Span& server, const Span& ours) const;
  /// Takes it in. What does not agree starts the clock afresh: the server's was set.
  void add(const Span& server, const Span& ours);
  /// The first moment of ours at which the server's clock has surely reached this time; nothing if
  /// no answer has told.
  [[nodiscard]] std::optional<Millis> surely_at(Millis server_time) const;

 private:
  // Server's clock less ours, as it could be at that moment of ours.
  [[nodiscard]] Span offset_at(Millis moment) const;
  [[nodiscard]] Span common(const Span& server, const Span& ours) const;

  double drift_ = 0;
  Span offset_;
  Millis at_ = 0;
  Millis begun_ = -std::numeric_limits<Millis>::infinity();
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SERVER_CLOCK_H

// When the next call of one route may be sent. The server counts calls in fixed windows that begin
// with the first call after the last one ended; a pacer follows one such count from outside: by the
// limiter's headers where they can be read, else by the text of a 429, else by feeling its way.
// Source: docs/verdicts.md, Rate limit; docs/wire.md section 4.
//
//   Turn turn = pacer.turn(now);
//   if (turn.at > now) wait_until(turn.at);               // or until another call is answered
//   int call = pacer.on_sent(now, deadline);
//   pacer.on_answer(call, read_pace(response), now);      // or on_lost(call, now)
#ifndef ROOM_VISITOR_PACER_H
#define ROOM_VISITOR_PACER_H

#include <optional>
#include <string_view>
#include <vector>

#include "room_visitor/http.h"
#include "room_visitor/responses.h"
#include "room_visitor/server_clock.h"
#include "room_visitor/time.h"

namespace room_visitor {

/// What an answer tells about the limiter.
struct Pace {
  bool refused = false;               ///< the limiter's 429, as JSON
  RateLimit limit;                    ///< what its headers or its text say
  std::optional<Millis> server_time;  ///< the header `Date`, whole seconds since the epoch

  bool operator==(const Pace&) const = default;
};

[[nodiscard]] Pace read_pace(const HttpResponse& response);

/// Why a call has to wait.
enum class Hold {
  nothing,     ///< it has not
  rate_limit,  ///< the window's calls are used up; `at` is its end
  other_call,  ///< a call on its way has to be answered first; `at` is its deadline, or the
               ///< window's end if that comes first
};

/// When a call may be sent: `at` is `now` if at once.
struct Turn {
  Millis at = 0;
  Hold hold = Hold::nothing;

  bool operator==(const Turn&) const = default;
};

/// What a pacer assumes until it knows better.
struct PacerPolicy {
  /// Length of a window until an answer tells another: the server's default. At most an hour.
  Millis window = 60'000;
  /// How many calls in a row have to be answered without a 429 and without headers before more than
  /// one at a time is sent: twice the server's default limit.
  int trusted_after = 20;
  /// How far two clocks may drift apart, per millisecond that passes.
  double drift = 0.0002;
};

/// Follows the limit of one route and method of one server. A value; all connections of a page
/// share one. `now` is monotonic; a clock that goes back is taken as standing still.
///
/// With headers as many calls are on their way together as the window has left, and none is refused
/// but for calls of others that no answer has shown yet. Without headers one call goes at a time,
/// until a 429 shows the limit (then so many go together, and those beyond it one at a time) or
/// `trusted_after` answers show that there is none.
///
/// Whatever an answer says, no wait ends later than an hour after it, nor, where it names no end
/// that can be believed, than a window of the policy after it.
class Pacer {
 public:
  explicit Pacer(PacerPolicy policy = {});

  /// When the next call may be sent. Asking changes nothing.
  [[nodiscard]] Turn turn(Millis now) const;

  /// A call goes out now and is given up at `deadline`. Gives its number, for what becomes of it.
  [[nodiscard]] int on_sent(Millis now, Millis deadline);
  /// It was answered. An answer to a call that was lost before still counts for what it tells.
  void on_answer(int call, const Pace& pace, Millis now);
  /// It got no answer, or was given up: the server may have counted it or not. A call of which
  /// nothing was heard is lost at its deadline.
  void on_lost(int call, Millis now);

 private:
  struct Call {
    int number = 0;
    Millis sent = 0;
    Millis deadline = 0;
  };

  struct Window {
    Millis start = 0;                 ///< when its first call was sent; times are ours
    Millis told_at = 0;               ///< when the first answer told `reset`
    std::optional<Millis> began_by;   ///< when it had surely begun
    std::optional<Millis> reset;      ///< its end by the server's clock
    std::optional<Millis> named_end;  ///< its end by the text of a 429
    double counted = 0;               ///< calls that the server said it counted
    int answered = 0;                 ///< calls whose answers said nothing
    int uncertain = 0;                ///< calls that may have been counted in it
    Millis uncertain_at = 0;          ///< when the latest of `answered` and `uncertain` was added
    bool full = false;                ///< a call was refused
    bool alone = false;               ///< its first call goes alone

    [[nodiscard]] double used() const { return counted + answered + uncertain; }
  };

  struct End {
    Millis at = 0;
    bool sure = false;
  };

  [[nodiscard]] End end() const;
  [[nodiscard]] Millis length() const;
  [[nodiscard]] bool is_open(Millis now) const;
  [[nodiscard]] bool goes_alone() const;
  [[nodiscard]] bool may_join(double used, bool alone) const;
  Millis step(Millis now);
  Millis take(int number);
  void give_up(Millis now);
  void lose(Millis now);
  void read_clock(const Pace& pace, const Span& ours);
  bool enter(std::optional<Millis> reset, const Span& ours);
  void follow(const Pace& pace, const Span& ours);
  void feel(const Span& ours);
  void refuse(const Pace& pace, const Span& ours);
  void refuse_unmarked(const Pace& pace, const Span& ours);
  void learn_length(const Pace& pace, const Span& ours);

  PacerPolicy policy_;
  ServerClock clock_;
  int contradictions_ = 0;
  Millis latest_ = 0;
  int last_number_ = 0;
  std::vector<Call> on_their_way_;
  std::optional<Window> window_;
  std::optional<Millis> last_reset_;
  std::optional<Millis> learned_length_;
  std::optional<double> limit_;
  bool told_ = false;
  int unlimited_ = 0;
  std::optional<Millis> refused_at_;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_PACER_H

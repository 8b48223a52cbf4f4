// One request that moves no room, carried to an answer: paced, repeated when the line fails, with
// other credentials when these have run out. A state machine without I/O, as Reassignment is.
//
//   Call call({Route::room_info, room_info(server, session, rid)}, now);
//   for (;;) {
//     CallStep step = call.next(pacers, now, chance);
//     if (auto* send = std::get_if<CallSend>(&step)) start(send->attempt, send->request);
//     else if (auto* abort = std::get_if<Abort>(&step)) stop(abort->attempt);
//     else if (auto* wait = std::get_if<WaitUntil>(&step)) sleep_until(wait->time);  // or any
//     event else if (std::get_if<NeedCredentials>(&step)) ask_for_credentials(); else return
//     std::get<CallDone>(step).answer;      // for a reader of answers.h
//   }
//
// Report what happens at once, and ask next() after each report and when a wait is over.
#ifndef ROOM_VISITOR_CALL_H
#define ROOM_VISITOR_CALL_H

#include <optional>
#include <variant>
#include <vector>

#include "room_visitor/capability.h"
#include "room_visitor/endpoints.h"
#include "room_visitor/http.h"
#include "room_visitor/pacers.h"
#include "room_visitor/steps.h"
#include "room_visitor/time.h"
#include "room_visitor/verdict.h"

namespace room_visitor {

/// Whether a request may be sent again when nobody knows what became of it.
enum class Repeat {
  safe,   ///< it only reads, or doing it twice is doing it once
  never,  ///< each login makes another token
};

/// Bounds in number and time.
struct CallPolicy {
  int most_attempts = 6;    ///< 429s and expired credentials included
  int most_unanswered = 3;  ///< failures of the line, and answers of 5xx
  Millis attempt_limit = 30'000;
  Millis overall_limit = 120'000;  ///< a rate window can be waited for
  Millis first_backoff = 250;      ///< upper bound of the first pause; doubles
};

struct CallSetup {
  Route route = Route::server_info;
  HttpRequest request;
  Repeat repeat = Repeat::safe;
  CallPolicy policy = {};
};

/// Hand this request to the network, and report what becomes of it. It is given up at `deadline`.
struct CallSend {
  int attempt = 0;  ///< counted from 1
  Route route = Route::server_info;
  HttpRequest request;
  Millis deadline = 0;
};

/// The end: an answer of any status, or why there is none. Said again whenever asked.
struct CallDone {
  CallAnswer answer;
};

using CallStep = std::variant<CallSend, Abort, WaitUntil, NeedCredentials, CallDone>;

class Call {
 public:
  Call(CallSetup setup, Millis now);

  /// What to do now. `chance` is a fresh number from 0 up to, not including, 1.
  [[nodiscard]] CallStep next(Pacers& pacers, Millis now, double chance);

  /// An attempt was answered. Unknown numbers and second answers change nothing.
  void on_response(Pacers& pacers, int attempt, const HttpResponse& response, Millis now);
  /// An attempt ended without an answer.
  void on_failure(Pacers& pacers, int attempt, FailureKind kind, Millis now);
  /// The credentials that were asked for, or nothing if there are none: then the answer stands.
  void on_credentials(const std::optional<Session>& session, Millis now);
  /// Gives up; the answer is FailureKind::aborted unless the call had ended.
  void cancel(Millis now);

 private:
  enum class State { due, on_its_way, login_due, login_asked, done };
  struct Attempt {
    int number = 0;
    int pacer_call = 0;
    bool answered = false;
  };

  void tick(Millis now);
  void pass_time();
  void finish(CallAnswer answer);
  void lose(CallAnswer answer);
  void judge(const HttpResponse& response);
  void give_up();
  [[nodiscard]] bool asks_again(const HttpResponse& response) const;
  [[nodiscard]] CallStep send(Pacers& pacers);
  [[nodiscard]] CallStep wait(Millis time, WaitReason why) const;

  CallSetup setup_;
  State state_ = State::due;
  Millis now_;
  Millis ends_at_;
  Millis deadline_ = 0;
  Millis pause_until_;
  bool pause_due_ = false;
  bool asked_ = false;
  int unanswered_ = 0;
  std::vector<Attempt> attempts_;
  std::optional<int> to_abort_;
  CallAnswer last_;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_CALL_H

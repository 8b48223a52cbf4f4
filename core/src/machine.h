// The state machine behind Reassignment. It finds out what happened and which conditions hold;
// where that leads is in transitions.h.
#ifndef ROOM_VISITOR_SRC_MACHINE_H
#define ROOM_VISITOR_SRC_MACHINE_H

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "attempts.h"
#include "room_visitor/reassignment.h"
#include "transitions.h"

namespace room_visitor {

class Machine {
 public:
  Machine(ReassignmentSetup setup, Millis now);

  Step next(Pacers& pacers, Millis now, double chance);
  void on_response(Pacers& pacers, int number, const HttpResponse& response, Millis now);
  void on_failure(Pacers& pacers, int number, FailureKind kind, Handed handed, Millis now);
  void on_credentials(std::optional<Session> session, Millis now);
  void cancel(Millis now);
  [[nodiscard]] bool has_begun() const { return attempts_.any() || stopped_ || is_done(); }
  [[nodiscard]] bool is_done() const { return state_ == State::done; }
  [[nodiscard]] const RoomId& room() const { return setup_.update.ids().rid; }
  [[nodiscard]] Millis ends_at() const { return ends_at_; }
  [[nodiscard]] const Meaning* last_answer() const { return last_answer_.get(); }
  /// The rows of transitions() that were taken, in order.
  [[nodiscard]] const std::vector<std::size_t>& way() const { return way_; }

 private:
  // The clock of one machine never goes back.
  void tick(Millis now) { now_ = std::max(now_, now); }
  void happen(Event event);
  [[nodiscard]] bool holds(Guard guard) const;
  [[nodiscard]] bool settled() const;
  [[nodiscard]] bool may_write() const;
  [[nodiscard]] bool may_read() const;
  void enter(const Transition& transition);
  void finish(Ending ending);
  [[nodiscard]] Error error_of(Ending ending) const;
  [[nodiscard]] Error conflict() const;
  void stop(ErrorCode why);
  void give_up_current();
  void pass_time();
  void note_failure(const Attempt& attempt, FailureKind kind);

  Step next_due(Pacers& pacers, double chance);
  [[nodiscard]] std::optional<Step> pause(double chance);
  Step send(Pacers& pacers);
  [[nodiscard]] HttpRequest request_of(RequestKind kind) const;
  [[nodiscard]] Step wait(Millis time, WaitReason why) const;

  Event judge_write(Attempt& attempt, const HttpResponse& response);
  Event judge_answer(Attempt& attempt, const Meaning& meaning, const HttpResponse& response);
  Event judge_reading(Attempt& attempt, const HttpResponse& response);
  Event judge_version(const HttpResponse& response);
  void see(RoomDocument room);

  ReassignmentSetup setup_;
  Millis now_;
  Millis ends_at_;
  State state_;
  Attempts attempts_;
  std::vector<std::size_t> way_;
  int current_ = 0;          // the attempt on its way, or 0
  std::vector<int> aborts_;  // to be told
  int failed_reads_ = 0;     // in a row
  bool pause_due_ = false;   // a pause begins when next() has a chance to draw
  Millis pause_until_ = 0;
  bool asked_again_ = false;  // for credentials
  bool asking_ = false;       // the request for them is still to be told
  bool seen_new_ = false;     // the last time
  bool ever_seen_new_ = false;
  bool told_ = false;  // the verdict: until then an answer can still change it
  Proof proof_ = Proof::answer;
  std::optional<ErrorCode> stopped_;
  std::optional<Error> refusal_;  // that no further write can overcome
  std::optional<Error> write_error_;
  std::optional<Error> read_error_;
  std::unique_ptr<const Meaning> last_answer_;
  std::optional<HttpResponse> foreign_;  // to be judged again when the version is known
  int foreign_attempt_ = 0;
  Outcome outcome_;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_MACHINE_H

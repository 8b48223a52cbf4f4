// One run: a reassignment, the network and a server, each with its own idea of time, until nothing
// is under way any more.
#ifndef ROOM_VISITOR_TESTS_PAIRED_RUN_H
#define ROOM_VISITOR_TESTS_PAIRED_RUN_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "paired/chance.h"
#include "paired/closed_list.h"
#include "paired/events.h"
#include "paired/history.h"
#include "paired/kinds.h"
#include "paired/requests.h"
#include "paired/scenario.h"
#include "paired/server.h"
#include "room_visitor/reassignment.h"

namespace room_visitor::paired {

using Counts = std::array<std::uint32_t, kKinds>;

class Run {
 public:
  /// `trace` gets a line for each event; nullptr: nobody reads it.
  Run(const standin::Workspace& begin, Scenario scenario, Chance chance, std::string* trace);

  void go();

  [[nodiscard]] const History& history() const { return history_; }
  [[nodiscard]] const Counts& counts() const { return counts_; }
  /// False if the room is not whose the record says it is.
  [[nodiscard]] bool is_record_right() const { return is_record_right_; }

 private:
  /// An attempt as the network sees it: the machine's, or one that was made before it began.
  struct Attempt {
    int number = 0;
    RequestKind kind = RequestKind::write;
    HttpRequest request;  // in origin-form
    bool is_right = true;
    Millis deadline = 0;  // in the run's time
    bool is_ours = true;  // else the original of an undo
    bool is_aborted = false;
    bool hears_after_abort = false;
    int delivered = 0;
    std::vector<std::size_t> plans;  // that befall it
  };
  struct Copy {
    std::size_t attempt = 0;
    bool is_answered = true;  // the client gets the answer to this one
    bool meets_plans = true;  // the server's faults and what others do befall this one
  };
  /// What the client is to be told.
  struct Answer {
    std::size_t attempt = 0;
    HttpResponse response;  // if `failure` is nothing
    std::optional<FailureKind> failure;
    Handed handed = Handed::to_transport;
    bool applied = false;  // by the copy that is answered
    Arrived arrived = Arrived::whole;
    ServerVersion version;
    Millis window_ends = 0;  // of a 429: by the run's time, as it told; else 0
  };

  // run.cpp: the client's side.
  void begin();
  void ask();
  bool take(const Step& step);
  void send(const Send& send);
  void give_up(const Abort& abort);
  void wait(const WaitUntil& wait);
  void finish(const Done& done);
  void ask_again(const Step& step);
  void happen(const Event& event);
  void tell(std::size_t index);
  void give_credentials();
  void give_session();
  void cancel();
  [[nodiscard]] bool cancels_with(CancelMoment moment, int number) const;
  void advance(Millis at);
  [[nodiscard]] bool waits_for_client(const Event& event);

  // run_network.cpp: the way there and back.
  void plan_way(std::size_t place);
  void add_copy(std::size_t attempt, Millis at, bool is_answered, bool meets_plans = true);
  void deliver(std::size_t index);
  void note_delivery(Attempt& attempt, const Delivery& delivery);
  void plan_answer(std::size_t place, const Delivery& delivery);
  void plan_complete_answer(std::size_t place, const Delivery& delivery, Answer answer);
  void fail(std::size_t attempt, Millis at, FailureKind kind, Handed handed = Handed::to_transport);
  void add_answer(Millis at, Answer answer);
  [[nodiscard]] Millis told_end(const Delivery& delivery) const;
  [[nodiscard]] bool meets(const Attempt& attempt, Kind kind);
  [[nodiscard]] Millis latency();
  [[nodiscard]] Millis about_deadline(const Attempt& attempt);

  // run_world.cpp: others, and clocks.
  void begin_world();
  void happen_to(Attempt& attempt, Moment moment);
  void act(Plan& plan);
  void move_room(Kind kind, Owner owner);
  void end_session();
  [[nodiscard]] std::vector<standin::Fault> script_for(const Attempt& attempt);
  [[nodiscard]] standin::Fault fault_of(Kind kind);
  void count_faults(const Delivery& delivery);

  void count(Kind kind);
  [[nodiscard]] bool has_met(Kind kind) const {
    return counts_[static_cast<std::size_t>(kind)] > 0;
  }
  Fact& note(What what, const Attempt* attempt = nullptr);
  [[nodiscard]] Millis client_time(Millis at) const;
  [[nodiscard]] Millis run_time(Millis client) const;
  [[nodiscard]] Session session() const;
  void trace(const std::string& line);

  Scenario scenario_;
  Chance chance_;
  std::string* trace_;
  Server server_;
  Events events_;
  Pacers pacers_;
  std::optional<Reassignment> machine_;
  std::vector<Attempt> attempts_;
  std::vector<Copy> copies_;
  std::vector<Answer> answers_;
  History history_;
  Counts counts_{};
  std::array<int, 3> sent_{};  // attempts, by kind
  Millis now_ = 0;             // the run's own time, from 0
  Millis shown_ = 0;           // by the client's clock
  Millis client_now_ = 0;      // the latest that the client was told
  std::size_t waits_ = 0;      // the number of the present wait
  Millis waits_until_ = 0;     // by the client's clock
  std::size_t token_ = 0;      // of the account, in use
  std::size_t given_ = 0;      // the one that the client has
  int events_told_ = 0;
  int steps_ = 0;
  int last_delivered_ = 0;  // the highest number of an attempt that was delivered
  bool is_cancelled_ = false;
  bool is_record_right_ = true;
};

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_RUN_H

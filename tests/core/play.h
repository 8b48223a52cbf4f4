// Plays a reassignment against a script of what the world does, a few words an event:
//
//   play("write lost, read old, write moved")   // the outcome: "applied answer"
//
// Every part is carried out when the machine gets there; a request of another kind than the script
// expects is a failure. Pauses and rate limits are waited for by moving the clock.
#ifndef ROOM_VISITOR_TESTS_CORE_PLAY_H
#define ROOM_VISITOR_TESTS_CORE_PLAY_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "machine.h"

namespace room_visitor::testing {

/// The ids that scripts move: room "room1" from "old" to "new"; a third visitor is "third".
[[nodiscard]] ReassignmentSetup setup();
/// The same with one visitor as old and new.
[[nodiscard]] ReassignmentSetup same_visitor_setup();

class Play {
 public:
  explicit Play(ReassignmentSetup setup = testing::setup());

  /// Carries out a script: parts separated by ", ".
  ///   write|read|version WHAT   the machine sends this, and WHAT comes of it (answers are listed
  ///   in
  ///                             play.cpp; also: lost, timeout, unsent, pending)
  ///   late N WHAT               an answer to attempt N, which is pending or was given up
  ///   login yes|no              the machine asks for credentials
  ///   cancel                    a cancel
  ///   overall | closing         the overall time passes, or that for the closing reading
  void script(std::string_view text);

  /// What the machine does next, all pauses passed: "write", "read", "version", "login", "done" or
  /// "answer" if it waits for one.
  [[nodiscard]] std::string next();

  /// "applied answer", "refused visitor_not_found", … once it is done; else what it does next.
  [[nodiscard]] std::string outcome();

  [[nodiscard]] const Outcome& done() const { return *done_; }
  [[nodiscard]] const std::vector<int>& aborted() const { return aborted_; }
  [[nodiscard]] const std::vector<Send>& sent() const { return sent_; }
  [[nodiscard]] const std::vector<WaitUntil>& waits() const { return waits_; }
  [[nodiscard]] Machine& machine() { return machine_; }
  [[nodiscard]] Pacers& pacers() { return pacers_; }
  [[nodiscard]] Millis now() const { return now_; }
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  void part(const std::string& verb, const std::string& what, int number);
  void end_attempt(const std::string& what);

  Pacers pacers_;
  Millis now_ = 1000;
  ReassignmentPolicy policy_;
  Machine machine_;
  std::optional<Send> on_its_way_;
  std::optional<Outcome> done_;
  std::vector<int> aborted_;
  std::vector<Send> sent_;
  std::vector<WaitUntil> waits_;
  std::string problem_;
};

/// One script from its beginning: the outcome, or what did not fit.
[[nodiscard]] std::string play(std::string_view script, ReassignmentSetup setup = testing::setup());

/// An answer by its name in scripts.
[[nodiscard]] HttpResponse answer_named(std::string_view name);

}  // namespace room_visitor::testing

#endif  // ROOM_VISITOR_TESTS_CORE_PLAY_H

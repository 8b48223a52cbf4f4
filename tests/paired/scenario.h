// What a run is to be like, drawn before it begins: server, room, update, and what goes wrong.
#ifndef ROOM_VISITOR_TESTS_PAIRED_SCENARIO_H
#define ROOM_VISITOR_TESTS_PAIRED_SCENARIO_H

#include <cstdint>
#include <optional>
#include <vector>

#include "paired/chance.h"
#include "paired/kinds.h"
#include "paired/server.h"
#include "room_visitor/reassignment.h"

namespace room_visitor::paired {

enum class Moment : std::uint8_t { before_delivery, after_delivery, at_time };

/// One thing that is to go wrong, if it comes to that.
struct Plan {
  Kind kind = Kind::lost_before;
  RequestKind target = RequestKind::write;
  int nth = 1;  ///< of the attempts of that kind
  Moment moment = Moment::at_time;
  Millis at = 0;
  bool done = false;
};

/// What comes of it when the machine asks for credentials.
enum class Provider : std::uint8_t { fresh, same, none, slow };

/// When the user cancels.
enum class CancelMoment : std::uint8_t {
  at_time,
  before_event,  ///< in the same instant as the nth event, the machine not being asked between
  after_event,
  after_step,  ///< at once after the nth step
  at_first,    ///< before anything was done
};

struct CancelPlan {
  CancelMoment moment = CancelMoment::at_time;
  Millis at = 0;
  int number = 1;
  bool twice = false;
};

/// The client's clock stands, or goes back by `lasts`; or it goes on, and the client is stopped.
struct ClockFault {
  std::optional<Kind> kind;
  Millis begins = 0;
  Millis lasts = 0;
};

struct Scenario {
  ServerKind server;
  Account account = kManager;
  Profile profile = Profile::unknown;
  Owner old_visitor = Owner::ada;
  Owner new_visitor = Owner::ben;
  ReassignmentPolicy policy = {};
  Beginning beginning = Beginning::write;
  bool is_undo = false;
  /// When copies of the write before arrive: of the one that the machine reads back for, or of the
  /// original of an undo.
  std::vector<Millis> earlier_copies;
  std::optional<Millis> original_open_for;  ///< an undo is told so
  std::vector<Plan> plans;
  Provider provider = Provider::fresh;
  std::optional<CancelPlan> cancel;
  ClockFault clock_fault;
  Millis wall_time = 0;     ///< of the server
  Millis client_clock = 0;  ///< what it shows at the run's beginning
  std::vector<Kind> kinds;  ///< of the place `run`, as they are counted
};

[[nodiscard]] Scenario draw_scenario(Chance& chance);

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_SCENARIO_H

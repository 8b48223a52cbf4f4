#include "transitions.h"

#include <array>

namespace room_visitor {
namespace {

// Written as a table, so that it can be read as one.
// clang-format off
constexpr std::array kTransitions{
    Transition{State::write_due, Event::sent, Guard::always, State::writing},
    Transition{State::write_due, Event::refused_late, Guard::settled, State::done, Ending::refused},
    Transition{State::write_due, Event::refused_late, Guard::always, State::read_due},
    Transition{State::write_due, Event::stopped, Guard::nothing_sent, State::done, Ending::not_sent},
    Transition{State::write_due, Event::stopped, Guard::settled, State::done, Ending::refused},
    Transition{State::write_due, Event::stopped, Guard::always, State::read_due},

    Transition{State::writing, Event::voice_room, Guard::settled, State::done, Ending::refused},
    Transition{State::writing, Event::voice_room, Guard::always, State::read_due},
    Transition{State::writing, Event::refused, Guard::settled, State::done, Ending::refused},
    Transition{State::writing, Event::refused, Guard::always, State::read_due},
    Transition{State::writing, Event::rate_limited, Guard::may_write, State::write_due},
    Transition{State::writing, Event::rate_limited, Guard::settled, State::done, Ending::refused},
    Transition{State::writing, Event::rate_limited, Guard::always, State::read_due},
    Transition{State::writing, Event::logged_out, Guard::may_ask, State::login_to_write},
    Transition{State::writing, Event::logged_out, Guard::settled, State::done, Ending::refused},
    Transition{State::writing, Event::logged_out, Guard::always, State::done, Ending::unknown_write},
    Transition{State::writing, Event::mismatched, Guard::always, State::read_due},
    Transition{State::writing, Event::foreign, Guard::always, State::version_due},
    Transition{State::writing, Event::lost, Guard::always, State::read_due},
    Transition{State::writing, Event::unsent, Guard::nothing_sent, State::done, Ending::not_sent},
    Transition{State::writing, Event::unsent, Guard::settled, State::done, Ending::refused},
    Transition{State::writing, Event::unsent, Guard::always, State::read_due},
    Transition{State::writing, Event::stopped, Guard::always, State::read_due},

    Transition{State::login_to_write, Event::credentials, Guard::may_write, State::write_due},
    Transition{State::login_to_write, Event::credentials, Guard::settled, State::done, Ending::refused},
    Transition{State::login_to_write, Event::credentials, Guard::always, State::read_due},
    Transition{State::login_to_write, Event::no_credentials, Guard::settled, State::done, Ending::refused},
    Transition{State::login_to_write, Event::no_credentials, Guard::always, State::done, Ending::unknown_write},
    Transition{State::login_to_write, Event::stopped, Guard::settled, State::done, Ending::refused},
    Transition{State::login_to_write, Event::stopped, Guard::always, State::done, Ending::unknown_write},

    Transition{State::version_due, Event::sent, Guard::always, State::asking_version},
    Transition{State::version_due, Event::stopped, Guard::always, State::read_due},
    Transition{State::asking_version, Event::endpoint_gone, Guard::settled, State::done, Ending::refused},
    Transition{State::asking_version, Event::endpoint_gone, Guard::always, State::read_due},
    Transition{State::asking_version, Event::endpoint_there, Guard::always, State::read_due},
    Transition{State::asking_version, Event::lost, Guard::always, State::read_due},
    Transition{State::asking_version, Event::unsent, Guard::always, State::read_due},
    Transition{State::asking_version, Event::stopped, Guard::always, State::read_due},

    Transition{State::read_due, Event::sent, Guard::always, State::reading},
    Transition{State::read_due, Event::time_came, Guard::seen_new, State::done, Ending::applied},
    Transition{State::read_due, Event::time_came, Guard::settled, State::done, Ending::refused},
    Transition{State::read_due, Event::time_came, Guard::always, State::done, Ending::unknown_write},

    Transition{State::reading, Event::shows_old, Guard::outdated, State::read_due},
    Transition{State::reading, Event::shows_old, Guard::may_write, State::write_due},
    Transition{State::reading, Event::shows_old, Guard::settled, State::done, Ending::refused},
    Transition{State::reading, Event::shows_old, Guard::always, State::done, Ending::unknown_write},
    Transition{State::reading, Event::shows_third, Guard::outdated, State::read_due},
    Transition{State::reading, Event::shows_third, Guard::settled, State::done, Ending::refused_conflict},
    Transition{State::reading, Event::shows_third, Guard::always, State::done, Ending::unknown_write},
    Transition{State::reading, Event::shut, Guard::seen_new, State::done, Ending::applied},
    Transition{State::reading, Event::shut, Guard::settled, State::done, Ending::refused},
    Transition{State::reading, Event::shut, Guard::always, State::done, Ending::unknown_read},
    Transition{State::reading, Event::rate_limited, Guard::may_read, State::read_due},
    Transition{State::reading, Event::rate_limited, Guard::seen_new, State::done, Ending::applied},
    Transition{State::reading, Event::rate_limited, Guard::settled, State::done, Ending::refused},
    Transition{State::reading, Event::rate_limited, Guard::always, State::done, Ending::unknown_read},
    Transition{State::reading, Event::logged_out, Guard::may_ask, State::login_to_read},
    Transition{State::reading, Event::logged_out, Guard::seen_new, State::done, Ending::applied},
    Transition{State::reading, Event::logged_out, Guard::settled, State::done, Ending::refused},
    Transition{State::reading, Event::logged_out, Guard::always, State::done, Ending::unknown_read},
    Transition{State::reading, Event::lost, Guard::may_read, State::read_due},
    Transition{State::reading, Event::lost, Guard::seen_new, State::done, Ending::applied},
    Transition{State::reading, Event::lost, Guard::settled, State::done, Ending::refused},
    Transition{State::reading, Event::lost, Guard::always, State::done, Ending::unknown_read},
    Transition{State::reading, Event::unsent, Guard::may_read, State::read_due},
    Transition{State::reading, Event::unsent, Guard::seen_new, State::done, Ending::applied},
    Transition{State::reading, Event::unsent, Guard::settled, State::done, Ending::refused},
    Transition{State::reading, Event::unsent, Guard::always, State::done, Ending::unknown_read},

    Transition{State::login_to_read, Event::credentials, Guard::may_read, State::read_due},
    Transition{State::login_to_read, Event::credentials, Guard::seen_new, State::done, Ending::applied},
    Transition{State::login_to_read, Event::credentials, Guard::settled, State::done, Ending::refused},
    Transition{State::login_to_read, Event::credentials, Guard::always, State::done, Ending::unknown_read},
    Transition{State::login_to_read, Event::no_credentials, Guard::seen_new, State::done, Ending::applied},
    Transition{State::login_to_read, Event::no_credentials, Guard::settled, State::done, Ending::refused},
    Transition{State::login_to_read, Event::no_credentials, Guard::always, State::done, Ending::unknown_read},
    Transition{State::login_to_read, Event::stopped, Guard::seen_new, State::done, Ending::applied},
    Transition{State::login_to_read, Event::stopped, Guard::settled, State::done, Ending::refused},
    Transition{State::login_to_read, Event::stopped, Guard::always, State::done, Ending::unknown_read},

    Transition{State::recheck_due, Event::time_came, Guard::always, State::read_due},
    Transition{State::recheck_due, Event::stopped, Guard::always, State::done, Ending::applied},

    // Nobody was told so far, and now every write is answered from the list.
    Transition{State::done, Event::refused_late, Guard::always, State::done, Ending::refused},

    // Answers that come late count, too.
    Transition{State::anywhere, Event::unsent_late, Guard::always, State::done, Ending::not_sent},
    Transition{State::anywhere, Event::moved, Guard::original_open, State::recheck_due},
    Transition{State::anywhere, Event::moved, Guard::always, State::done, Ending::applied},
    Transition{State::anywhere, Event::shows_new, Guard::original_open, State::recheck_due},
    Transition{State::anywhere, Event::shows_new, Guard::always, State::done, Ending::applied},
};
// clang-format on

constexpr std::array<std::string_view, 11> kStates{
    "anywhere", "write_due", "writing",       "login_to_write", "version_due", "asking_version",
    "read_due", "reading",   "login_to_read", "recheck_due",    "done"};
constexpr std::array<std::string_view, 23> kEvents{
    "nothing", "sent",          "unsent",         "lost",       "moved",        "voice_room",
    "refused", "rate_limited",  "logged_out",     "mismatched", "refused_late", "unsent_late",
    "foreign", "endpoint_gone", "endpoint_there", "shows_new",  "shows_old",    "shows_third",
    "shut",    "credentials",   "no_credentials", "stopped",    "time_came"};
constexpr std::array<std::string_view, 9> kGuards{"always",   "nothing_sent",  "settled",
                                                  "outdated", "may_write",     "may_read",
                                                  "may_ask",  "original_open", "seen_new"};
constexpr std::array<std::string_view, 7> kEndings{
    "", "applied", "refused", "refused_conflict", "not_sent", "unknown_write", "unknown_read"};

}  // namespace

std::span<const Transition> transitions() { return kTransitions; }

std::string_view to_text(State state) { return kStates[static_cast<std::size_t>(state)]; }
std::string_view to_text(Event event) { return kEvents[static_cast<std::size_t>(event)]; }
std::string_view to_text(Guard guard) { return kGuards[static_cast<std::size_t>(guard)]; }
std::string_view to_text(Ending ending) { return kEndings[static_cast<std::size_t>(ending)]; }

Verdict verdict_of(Ending ending) {
  switch (ending) {
    case Ending::applied:
      return Verdict::applied;
    case Ending::refused:
    case Ending::refused_conflict:
      return Verdict::refused;
    case Ending::not_sent:
      return Verdict::not_sent;
    case Ending::none:
    case Ending::unknown_write:
    case Ending::unknown_read:
      return Verdict::unknown;
  }
  return Verdict::unknown;
}

}  // namespace room_visitor

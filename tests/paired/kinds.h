// What goes wrong or is unusual in a simulated run, by the names under which it is counted.
#ifndef ROOM_VISITOR_TESTS_PAIRED_KINDS_H
#define ROOM_VISITOR_TESTS_PAIRED_KINDS_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace room_visitor::paired {

/// What a kind befalls.
enum class Place : std::uint8_t {
  way,     ///< one attempt, on its way through the network
  server,  ///< one delivered copy: a fault of the stand-in of the same name
  world,   ///< others and clocks, before or after a copy is delivered or at any time
  run,     ///< the run as a whole
  seen,    ///< not planned: it follows from others, and is counted when it happens
};

// Kind, place, and how often it is planned in comparison with the others.
#define ROOM_VISITOR_KINDS(X)                                                         \
  X(lost_before, way, 4)          /* never delivered, and no answer */                \
  X(lost_after, way, 22)          /* delivered, and no answer */                      \
  X(broken_before, way, 4)        /* never delivered, and the client is told */       \
  X(broken_after, way, 22)        /* delivered, and the connection breaks */          \
  X(broken_yet_delivered, way, 8) /* the connection breaks, then it is delivered */   \
  X(duplicate_early, way, 8)      /* a copy soon after; the first is answered */      \
  X(duplicate_answers, way, 20)   /* a copy soon after; only that one is answered */  \
  X(duplicate_late, way, 8)       /* a copy seconds to minutes later */               \
  X(answered_twice, way, 5)       /* a copy, and both answers arrive */               \
  X(slow_way, way, 8)             /* delivered about when it is given up, or later */ \
  X(slow_answer, way, 18)         /* answered about when it is given up, or later */  \
  X(cut_unnoticed, way, 8)        /* the client takes a cut body for a whole one */   \
  X(offline, way, 3)              /* not handed to the network at all */              \
  X(no_reason, way, 8)            /* a browser hides the answer: "cors" */            \
  X(answer_too_large, way, 8)     /* the client gives up reading the answer */        \
  X(reset_before, server, 4)                                                          \
  X(reset_after, server, 20)                                                          \
  X(cut, server, 16)                                                                  \
  X(stall_before, server, 4)                                                          \
  X(stall_after, server, 16)                                                          \
  X(server_error_before, server, 5)                                                   \
  X(server_error_after, server, 18)                                                   \
  X(rate_limit, server, 5)                                                            \
  X(login_page, server, 4)                                                            \
  X(slow, server, 4)                                                                  \
  X(wrong_json, server, 18)                                                           \
  X(redirect, server, 3)                                                              \
  X(restart, server, 3)                                                               \
  X(upgrade, server, 3)                                                               \
  X(moved_before, server, 3)                                                          \
  X(moved_between, server, 3)                                                         \
  X(user_vanishes, server, 3)                                                         \
  X(room_vanishes_before_access, server, 3)                                           \
  X(room_vanishes_after_update, server, 3)                                            \
  X(agent_moves, world, 3)      /* another agent, to a third visitor */               \
  X(agent_moves_back, world, 5) /* to the old visitor again, after our move */        \
  X(agent_moves_too, world, 6)  /* to the same new visitor */                         \
  X(session_ends, world, 14)                                                          \
  X(allowance_eaten, world, 7) /* another caller behind the same address */           \
  X(server_clock_jumps, world, 3)                                                     \
  X(client_clock_stands, run, 0)                                                      \
  X(client_wakes_late, run, 0) /* seconds to minutes: a device that slept */          \
  X(client_clock_goes_back, run, 0)                                                   \
  X(cancelled, run, 0)                                                                \
  X(same_visitor, run, 0) /* old = new */                                             \
  X(wrong_old_visitor, run, 0)                                                        \
  X(unknown_new_visitor, run, 0)                                                      \
  X(closed_room, run, 0)                                                              \
  X(unknown_version, run, 0) /* the client could not learn the version */             \
  X(older_server, run, 0)    /* 3.6 to 5.1, which always refuse */                    \
  X(begins_with_reading, run, 0)                                                      \
  X(undo, run, 0)                                                                     \
  X(limited, seen, 0)   /* by the server's real limiter */                            \
  X(reordered, seen, 0) /* delivered after one that was sent later */                 \
  X(delivered_twice, seen, 0)                                                         \
  X(delivered_after_verdict, seen, 0)                                                 \
  X(answered_after_abort, seen, 0)                                                    \
  X(cancelled_between, seen, 0) /* in the same instant as something else */           \
  X(fresh_credentials, seen, 0)                                                       \
  X(same_credentials, seen, 0)                                                        \
  X(no_credentials, seen, 0)                                                          \
  X(slow_credentials, seen, 0) /* some time after the overall limit, perhaps */

enum class Kind : std::uint8_t {
#define ROOM_VISITOR_KIND(name, place, weight) name,
  ROOM_VISITOR_KINDS(ROOM_VISITOR_KIND)
#undef ROOM_VISITOR_KIND
};

struct KindRow {
  Kind kind;
  std::string_view name;
  Place place;
  int weight;
};

inline constexpr std::array kKindRows{
#define ROOM_VISITOR_KIND(name, place, weight) KindRow{Kind::name, #name, Place::place, weight},
    ROOM_VISITOR_KINDS(ROOM_VISITOR_KIND)
#undef ROOM_VISITOR_KIND
};
inline constexpr std::size_t kKinds = kKindRows.size();

/// "lost_before"
[[nodiscard]] constexpr std::string_view to_text(Kind kind) {
  return kKindRows[static_cast<std::size_t>(kind)].name;
}

[[nodiscard]] constexpr Place place_of(Kind kind) {
  return kKindRows[static_cast<std::size_t>(kind)].place;
}

}  // namespace room_visitor::paired

#endif  // ROOM_VISITOR_TESTS_PAIRED_KINDS_H

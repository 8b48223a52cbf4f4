// The limits of one server: a pacer for each of its routes.
//
//   Pacers pacers;                                        // one for each server
//   Turn turn = pacers.of(Route::room_info).turn(now);    // see pacer.h
#ifndef ROOM_VISITOR_PACERS_H
#define ROOM_VISITOR_PACERS_H

#include <array>
#include <cstddef>
#include <string_view>

#include "room_visitor/pacer.h"

namespace room_visitor {

/// What requests go to. The server counts each method and route apart. Source: docs/wire.md
/// section 4.
enum class Route {
  server_info,
  room_visitor,
  room_info,
  log_in,
  log_out,
  current_user,
  permission_list,
  visitor_info,
  visitor_search,
  room_list,
  chat_history,
};

inline constexpr std::size_t kRoutes = 11;

/// The server's name of it, without its parameters: "rooms.info", "livechat/room.visitor", …
[[nodiscard]] std::string_view to_text(Route route);

/// The pacers of one server, shared by all that is sent to it.
class Pacers {
 public:
  [[nodiscard]] Pacer& of(Route route) { return all_[static_cast<std::size_t>(route)]; }

 private:
  std::array<Pacer, kRoutes> all_;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_PACERS_H

// The endpoints, by what they are about: each file has its handlers, the schemas of their
// parameters and their routes (docs/wire.md sections 3, 7, 9).
#ifndef ROOM_VISITOR_SRC_STANDIN_HANDLERS_H
#define ROOM_VISITOR_SRC_STANDIN_HANDLERS_H

#include "standin/routes.h"

namespace room_visitor::standin {

/// The server itself: its version.
[[nodiscard]] std::span<const Route> server_routes();
[[nodiscard]] std::span<const Route> login_routes();
/// The caller.
[[nodiscard]] std::span<const Route> account_routes();
[[nodiscard]] std::span<const Route> permission_routes();
[[nodiscard]] std::span<const Route> settings_routes();
/// The agents of live chats.
[[nodiscard]] std::span<const Route> agent_routes();
[[nodiscard]] std::span<const Route> room_routes();
[[nodiscard]] std::span<const Route> visitor_routes();
[[nodiscard]] std::span<const Route> message_routes();
[[nodiscard]] std::span<const Route> inquiry_routes();
/// What agents do to a conversation: close it, describe it.
[[nodiscard]] std::span<const Route> conversation_routes();
/// Lists of rooms: all of them, those of one visitor.
[[nodiscard]] std::span<const Route> room_list_routes();
/// Lists of visitors.
[[nodiscard]] std::span<const Route> visitor_list_routes();

/// The update of change_room_visitor alone, as another caller's. False if there is no such visitor
/// or no live chat of that id with one.
bool move_room_to(State& state, std::string_view rid, std::string_view visitor_id, Millis now);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_HANDLERS_H

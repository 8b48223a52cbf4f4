// What the endpoints do once the framework has let a call through (docs/wire.md sections 3, 7, 9).
#ifndef ROOM_VISITOR_SRC_STANDIN_HANDLERS_H
#define ROOM_VISITOR_SRC_STANDIN_HANDLERS_H

#include "standin/routes.h"

namespace room_visitor::standin {

[[nodiscard]] Reply log_in(Call& call);
[[nodiscard]] Reply log_out(Call& call);
[[nodiscard]] Reply show_me(Call& call);
[[nodiscard]] Reply show_server_info(Call& call);
[[nodiscard]] Reply list_permissions(Call& call);

[[nodiscard]] Reply register_visitor(Call& call);
[[nodiscard]] Reply show_visitor(Call& call);

[[nodiscard]] Reply open_livechat_room(Call& call);
[[nodiscard]] Reply show_room(Call& call);
[[nodiscard]] Reply change_room_visitor(Call& call);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_HANDLERS_H

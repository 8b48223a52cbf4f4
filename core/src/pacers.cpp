#include "room_visitor/pacers.h"

namespace room_visitor {

std::string_view to_text(Route route) {
  constexpr std::array<std::string_view, kRoutes> kNames{"info",
                                                         "livechat/room.visitor",
                                                         "rooms.info",
                                                         "login",
                                                         "logout",
                                                         "me",
                                                         "permissions.listAll",
                                                         "livechat/visitors.info",
                                                         "livechat/visitors.search",
                                                         "livechat/rooms",
                                                         "livechat/visitors.chatHistory"};
  return kNames[static_cast<std::size_t>(route)];
}

}  // namespace room_visitor

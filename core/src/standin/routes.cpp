#include "standin/routes.h"

#include <algorithm>
#include <array>

#include "standin/handlers.h"

namespace room_visitor::standin {
namespace {

constexpr std::array<std::string_view, 3> kRoomVisitorMembers{"rid", "oldVisitorId",
                                                              "newVisitorId"};
constexpr std::array<std::string_view, 1> kVisitorInfoMembers{"visitorId"};

constexpr std::array kRoomVisitor{Endpoint{.method = "PUT",
                                           .handler = change_room_visitor,
                                           .permission = &Behaviour::route_permission,
                                           .checked = Checked::body,
                                           .schema = kRoomVisitorMembers,
                                           .catches = Catches::errors,
                                           .removed_in = "7.0.0"}};
constexpr std::array kRoomsInfo{Endpoint{.method = "GET", .handler = show_room}};
constexpr std::array kVisitorsInfo{Endpoint{.method = "GET",
                                            .handler = show_visitor,
                                            .permission = &Behaviour::visitor_route_permission,
                                            .checked = Checked::query,
                                            .schema = kVisitorInfoMembers}};
constexpr std::array kLivechatRoom{Endpoint{
    .method = "GET", .credentials = Credentials::not_asked, .handler = open_livechat_room}};
constexpr std::array kLivechatVisitor{
    Endpoint{.method = "POST", .credentials = Credentials::not_asked, .handler = register_visitor}};
constexpr std::array kLogin{
    Endpoint{.method = "POST", .credentials = Credentials::not_asked, .handler = log_in}};
// Methods are named in the order in which the framework lists them.
constexpr std::array kLogout{Endpoint{.method = "GET", .handler = log_out},
                             Endpoint{.method = "POST", .handler = log_out}};
constexpr std::array kMe{Endpoint{.method = "GET", .handler = show_me}};
constexpr std::array kPermissions{Endpoint{.method = "GET", .handler = list_permissions}};
constexpr std::array kInfo{
    Endpoint{.method = "GET", .credentials = Credentials::not_asked, .handler = show_server_info}};

// The limiter covers the versioned part of the API only.
constexpr std::array kRoutes{
    Route{"/api/info", Limit::uncounted, kInfo},
    Route{"/api/v1/login", Limit::counted, kLogin},
    Route{"/api/v1/logout", Limit::counted, kLogout},
    Route{"/api/v1/me", Limit::counted, kMe},
    Route{"/api/v1/permissions.listAll", Limit::counted, kPermissions},
    Route{"/api/v1/rooms.info", Limit::counted, kRoomsInfo},
    Route{"/api/v1/livechat/room", Limit::counted, kLivechatRoom},
    Route{"/api/v1/livechat/room.visitor", Limit::counted, kRoomVisitor, &Behaviour::room_visitor},
    Route{"/api/v1/livechat/visitor", Limit::counted, kLivechatVisitor},
    Route{"/api/v1/livechat/visitors.info", Limit::counted, kVisitorsInfo},
};

}  // namespace

const Route* find_route(std::string_view path, const Behaviour& behaviour) {
  if (path.ends_with('/')) path.remove_suffix(1);
  const auto* found = std::find_if(kRoutes.begin(), kRoutes.end(), [&](const Route& route) {
    return route.path == path &&
           (route.presence == nullptr || behaviour.*route.presence == Presence::present);
  });
  return found == kRoutes.end() ? nullptr : found;
}

const Endpoint* find_endpoint(const Route& route, std::string_view method) {
  for (const Endpoint& endpoint : route.endpoints)
    if (endpoint.method == method) return &endpoint;
  return nullptr;
}

std::string allowed_methods(const Route& route) {
  std::string methods;
  for (const Endpoint& endpoint : route.endpoints) methods.append(endpoint.method).append(", ");
  return methods + "OPTIONS";
}

}  // namespace room_visitor::standin

// The server itself: its version.
#include <array>

#include "standin/handlers.h"

namespace room_visitor::standin {
namespace {

bool may_see_info(const State& state, const Json* user) {
  const Behaviour& behaviour = *state.behaviour;
  if (user == nullptr) return false;
  return holds_text(member(*user, "roles"), behaviour.info_role) ||
         state.has_permission(*user, behaviour.info_permission);
}

Json server_info(const std::string& version) {
  Json info = Json::object();
  set_member(info, "version", version);
  set_member(info, "build", Json::object());
  set_member(info, "commit", Json::object());
  return info;
}

// An example of what such servers ask of their own apps.
Json minimum_client_versions() {
  Json versions = Json::object();
  set_member(versions, "desktop", "3.9.6");
  set_member(versions, "mobile", "4.39.0");
  return versions;
}

Reply show_server_info(Call& call) {
  const State& state = call.state;
  const ServerVersion& version = state.options.version;
  const InfoShape shape = state.behaviour->info_shape;
  const bool sees_info = may_see_info(state, call.user);
  const std::string whole =
      to_text(ServerVersion{version.major, version.minor, version.patch.value_or(0)});
  const std::string shown = shape == InfoShape::whole_or_info || sees_info
                                ? whole
                                : to_text(ServerVersion{version.major, version.minor, {}});
  Json answer = Json::object();
  if (shape == InfoShape::version_and_info) {
    set_member(answer, "workspaceUrl", std::string(text_or_empty(state.settings, "Site_Url")));
    set_member(answer, "version", shown);
  } else if (!sees_info) {
    set_member(answer, "version", shown);
  }
  if (sees_info) set_member(answer, "info", server_info(whole));
  if (shape == InfoShape::version_and_info)
    set_member(answer, "minimumClientVersions", minimum_client_versions());
  return success(std::move(answer));
}

constexpr std::array kInfo{
    Endpoint{.method = "GET", .credentials = Credentials::not_asked, .handler = show_server_info}};
// The limiter covers the versioned part of the API only.
constexpr std::array kRoutes{
    Route{"/api/info", Limit::uncounted, kInfo},
};

}  // namespace

std::span<const Route> server_routes() { return kRoutes; }

}  // namespace room_visitor::standin

// The settings of the workspace. A change takes effect with the next call.
#include <array>
#include <string>

#include "standin/handlers.h"

namespace room_visitor::standin {
namespace {

Reply show_setting(Call& call) {
  const State& state = call.state;
  if (!state.has_permission(*call.user, "view-privileged-setting")) return unauthorized();
  const Json* value = member(state.settings, call.part("_id"));
  if (value == nullptr) return silent_failure();
  Json answer = Json::object();
  set_member(answer, "_id", std::string(call.part("_id")));
  set_member(answer, "value", *value);
  return success(std::move(answer));
}

Reply change_setting(Call& call) {
  State& state = call.state;
  if (!state.has_permission(*call.user, "edit-privileged-setting")) return unauthorized();
  const Json* value = member(call.body, "value");
  if (member(state.settings, call.part("_id")) == nullptr || value == nullptr)
    return silent_failure();
  set_member(state.settings, call.part("_id"), *value);
  return success(Json::object());
}

constexpr std::array kSetting{
    Endpoint{.method = "GET", .handler = show_setting},
    Endpoint{.method = "POST", .handler = change_setting, .second_factor = SecondFactor::asked}};
constexpr std::array kRoutes{Route{"/api/v1/settings/:_id", Limit::counted, kSetting}};

}  // namespace

std::span<const Route> settings_routes() { return kRoutes; }

}  // namespace room_visitor::standin

#include "standin/profile.h"

#include <algorithm>
#include <array>

namespace room_visitor::standin {
namespace {

constexpr std::array<std::string_view, 15> kOwnMembers{
    "_id",           "name",   "username", "emails", "status",   "statusText", "statusConnection",
    "utcOffset",     "active", "language", "roles",  "settings", "services",   "customFields",
    "statusLivechat"};

std::string_view first_verified_address(const Json& user) {
  const Json* emails = member(user, "emails");
  const auto* items = emails == nullptr ? nullptr : emails->get_ptr<const Json::array_t*>();
  if (items == nullptr) return {};
  const auto found = std::find_if(items->begin(), items->end(),
                                  [](const Json& email) { return is_true(email, "verified"); });
  return found == items->end() ? std::string_view{} : text_or_empty(*found, "address");
}

}  // namespace

Json own_profile(const State& state, const Json& user) {
  Json profile = Json::object();
  for (const std::string_view key : kOwnMembers)
    if (const Json* value = member(user, key)) set_member(profile, key, *value);
  if (const auto address = first_verified_address(user); !address.empty())
    set_member(profile, "email", std::string(address));
  set_member(profile, "avatarUrl",
             std::string(text_or_empty(state.settings, "Site_Url"))
                 .append("/avatar/")
                 .append(text_or_empty(user, "username")));
  return profile;
}

}  // namespace room_visitor::standin

// Which roles may do what: reading it, and changing it.
#include <algorithm>
#include <array>
#include <string>

#include "standin/exact_check.h"
#include "standin/handlers.h"
#include "standin/text.h"
#include "standin/text_index.h"

namespace room_visitor::standin {
namespace {

// The roles that every workspace has.
constexpr std::array<std::string_view, 14> kBuiltInRoles{"admin",
                                                         "moderator",
                                                         "leader",
                                                         "owner",
                                                         "user",
                                                         "bot",
                                                         "app",
                                                         "guest",
                                                         "anonymous",
                                                         "livechat-agent",
                                                         "livechat-manager",
                                                         "livechat-monitor",
                                                         "auditor",
                                                         "auditor-log"};

bool is_known_role(const State& state, const std::string& role) {
  return std::find(kBuiltInRoles.begin(), kBuiltInRoles.end(), role) != kBuiltInRoles.end() ||
         state.named_roles.contains(role);
}

bool was_updated_after(const Json& document, Millis since) {
  const auto time = parse_timestamp(text_or_empty(document, "_updatedAt"));
  return time && *time > since;
}

// Anybody who is logged in may read which roles have which permission.
Reply list_permissions(Call& call) {
  const auto& all = call.state.permissions.all();
  Json::array_t shown(all.begin(), all.end());
  if (const Json* given = member(call.query, "updatedSince"); is_truthy(given)) {
    const auto* text = given->get_ptr<const std::string*>();
    const auto since = text == nullptr ? std::nullopt : read_date(*text);
    if (!since)
      return coded_failure("error-roomId-param-invalid",
                           "The \"updatedSince\" query parameter must be a valid date.");
    shown.erase(
        std::remove_if(shown.begin(), shown.end(),
                       [&](const Json& document) { return !was_updated_after(document, *since); }),
        shown.end());
  }
  Json answer = Json::object();
  set_member(answer, "update", std::move(shown));
  set_member(answer, "remove", Json::array());
  return success(std::move(answer));
}

std::optional<CheckFailure> check_roles_exactly(const Json& roles, const std::string& path) {
  const auto* items = roles.get_ptr<const Json::array_t*>();
  if (items == nullptr) return CheckFailure{"Expected array, got " + to_json_text(roles), path};
  for (std::size_t i = 0; i < items->size(); ++i)
    if (!(*items)[i].is_string())
      return CheckFailure{"Expected string, got " + std::string(type_of((*items)[i])),
                          path + "[" + std::to_string(i) + "]"};
  return {};
}

std::optional<CheckFailure> check_change_exactly(const Json& change, const std::string& path) {
  const auto* members = change.get_ptr<const Json::object_t*>();
  if (members == nullptr)
    return CheckFailure{"Expected object, got " + std::string(type_of(change)), path};
  for (const auto& [key, value] : *members) {
    if (key == "_id" && !value.is_string())
      return CheckFailure{"Expected string, got " + std::string(type_of(value)), path + "._id"};
    if (key == "roles")
      if (auto problem = check_roles_exactly(value, path + ".roles")) return problem;
  }
  for (const std::string_view key : {"_id", "roles"})
    if (member(change, key) == nullptr)
      return CheckFailure{"Missing key '" + std::string(key) + "'", path};
  return {};
}

// The check of versions without schemas.
std::optional<CheckFailure> check_changes_exactly(const Json& body) {
  const auto* members = body.get_ptr<const Json::object_t*>();
  if (members == nullptr) return CheckFailure{"Expected plain object", ""};
  for (const auto& [key, value] : *members) {
    if (key != "permissions") return CheckFailure{"Unknown key", key};
    const auto* items = value.get_ptr<const Json::array_t*>();
    if (items == nullptr) return CheckFailure{"Expected array, got " + to_json_text(value), key};
    for (std::size_t i = 0; i < items->size(); ++i)
      if (auto problem =
              check_change_exactly((*items)[i], "permissions[" + std::to_string(i) + "]"))
        return problem;
  }
  if (members->empty()) return CheckFailure{"Missing key 'permissions'", ""};
  return {};
}

constexpr Schema kRoles{.kind = Kind::list, .each = &kText, .equals = Equals::refused};
constexpr std::array kChangeMembers{Property{"_id", &kText, Need::required},
                                    Property{"roles", &kRoles, Need::required}};
constexpr Schema kChange{.kind = Kind::object, .properties = kChangeMembers};
constexpr Schema kChanges{.kind = Kind::list, .each = &kChange};
constexpr std::array kUpdateMembers{Property{"permissions", &kChanges, Need::required}};
constexpr Schema kUpdateBody{.kind = Kind::object, .properties = kUpdateMembers};
constexpr std::array kListMembers{Property{"updatedSince", &kMaybeText}};
constexpr Schema kListQuery{.kind = Kind::object, .properties = kListMembers};

// Finds all permissions and all roles before it changes any; one named twice counts as unknown.
std::optional<Reply> check_names(const State& state, const Json::array_t& changes) {
  TextIndex ids;
  for (const Json& change : changes) {
    const std::string_view id = text_or_empty(change, "_id");
    if (state.permissions.find(id) == nullptr || !ids.add(id).is_new)
      return failure("Invalid permission", "error-invalid-permission");
  }
  for (const Json& change : changes)
    for (const Json& role : *member(change, "roles")->get_ptr<const Json::array_t*>())
      if (!is_known_role(state, *role.get_ptr<const std::string*>()))
        return failure("Invalid role", "error-invalid-role");
  return {};
}

// This handler asks for its permission and checks its body itself, with words of its own.
std::optional<Reply> check_update(Call& call) {
  if (!call.state.has_permission(*call.user, "access-permissions"))
    return failure("Editing permissions is not allowed", "error-edit-permissions-not-allowed");
  if (call.state.behaviour->parameter_check == ParameterCheck::exact) {
    if (const auto problem = check_changes_exactly(call.body)) return failure(to_text(*problem));
  } else if (check_schema(call.body, kUpdateBody)) {
    return failure("Invalid body params", "error-invalid-body-params");
  }
  return {};
}

Reply update_permissions(Call& call) {
  State& state = call.state;
  if (auto refusal = check_update(call)) return std::move(*refusal);
  const auto& changes = *member(call.body, "permissions")->get_ptr<const Json::array_t*>();
  if (auto refusal = check_names(state, changes)) return std::move(*refusal);
  for (const Json& change : changes) {
    Json document = *state.permissions.find(text_or_empty(change, "_id"));
    set_member(document, "roles", *member(change, "roles"));
    set_member(document, "_updatedAt", format_timestamp(call.now));
    state.permissions.put(std::move(document));
  }
  const auto& all = state.permissions.all();
  Json answer = Json::object();
  set_member(answer, "permissions", Json::array_t(all.begin(), all.end()));
  return success(std::move(answer));
}

constexpr std::array kList{Endpoint{.method = "GET",
                                    .handler = list_permissions,
                                    .checked = Checked::query,
                                    .schema = &kListQuery,
                                    .schema_use = &Behaviour::permissions_query}};
constexpr std::array kUpdate{Endpoint{.method = "POST", .handler = update_permissions}};
constexpr std::array kRoutes{
    Route{"/api/v1/permissions.listAll", Limit::counted, kList},
    Route{"/api/v1/permissions.update", Limit::counted, kUpdate},
};

}  // namespace

std::span<const Route> permission_routes() { return kRoutes; }

}  // namespace room_visitor::standin

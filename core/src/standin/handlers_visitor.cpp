// Visitors: reading one, and registering one as the chat widget does.
#include <algorithm>
#include <unordered_map>

#include "standin/handler_errors.h"
#include "standin/handlers.h"

namespace room_visitor::standin {
namespace {

std::optional<CheckFailure> check_visitor(const Json& body) {
  const Json* visitor = member(body, "visitor");
  if (visitor == nullptr) return CheckFailure{"Missing key 'visitor'", ""};
  if (visitor->is_array()) return CheckFailure{"Expected plain object", "visitor"};
  if (!visitor->is_object())
    return CheckFailure{"Expected object, got " + std::string(type_of(*visitor)), "visitor"};
  if (member(*visitor, "token") == nullptr) return CheckFailure{"Missing key 'token'", "visitor"};
  for (const std::string_view key :
       {"token", "name", "email", "department", "phone", "username", "id"}) {
    const Json* value = member(*visitor, key);
    if (value == nullptr || value->is_string() || (value->is_null() && key != "token")) continue;
    return CheckFailure{key == "token"
                            ? "Expected string, got " + std::string(type_of(*value))
                            : "Failed Match.OneOf, Match.Maybe or Match.Optional validation",
                        "visitor." + std::string(key)};
  }
  return {};
}

std::string next_guest_name(State& state) {
  std::size_t number = state.visitor_count() + 1;
  while (state.visitor_by_username("guest-" + std::to_string(number))) ++number;
  return "guest-" + std::to_string(number);
}

Json new_visitor(State& state, const Json& given, const std::string& time) {
  const std::string_view id = text_or_empty(given, "id");
  const std::string_view username = text_or_empty(given, "username");
  Json visitor = Json::object();
  set_member(visitor, "_id", id.empty() ? state.chance.object_id() : std::string(id));
  set_member(visitor, "username",
             username.empty() ? next_guest_name(state) : std::string(username));
  set_member(visitor, "status", "online");
  set_member(visitor, "ts", time);
  set_member(visitor, "token", *member(given, "token"));
  return visitor;
}

// By token, else by phone (the known token stays), else by e-mail (the token is replaced).
Json known_or_new_visitor(State& state, const Json& given, const std::string& time) {
  const std::string_view token = text_or_empty(given, "token");
  if (const auto known = state.visitor_by_token(token)) return *known;
  const std::string_view phone = text_or_empty(given, "phone");
  if (!phone.empty())
    if (auto known = state.visitor_by_phone(phone)) return std::move(*known);
  const std::string_view email = text_or_empty(given, "email");
  if (!email.empty())
    if (auto known = state.visitor_by_email(email)) {
      set_member(*known, "token", std::string(token));
      return std::move(*known);
    }
  return new_visitor(state, given, time);
}

Json list_of_one(std::string_view key, std::string_view text) {
  Json entry = Json::object();
  set_member(entry, key, std::string(text));
  Json list = Json::array();
  list.get_ptr<Json::array_t*>()->push_back(std::move(entry));
  return list;
}

// A body may name a million fields, so they are found by hashing.
void set_custom_fields(Json& visitor, const Json& given) {
  const Json* fields = member(given, "customFields");
  const auto* items = fields == nullptr ? nullptr : fields->get_ptr<const Json::array_t*>();
  if (items == nullptr) return;
  const Json* known = member(visitor, "livechatData");
  Json data = known != nullptr && known->is_object() ? *known : Json::object();
  auto& members = *data.get_ptr<Json::object_t*>();
  std::unordered_map<std::string, std::size_t> places;
  for (const auto& entry : members) places.emplace(entry.first, places.size());
  for (const Json& field : *items) {
    const std::string* key = text_member(field, "key");
    const Json* value = member(field, "value");
    if (key == nullptr || value == nullptr) continue;
    const auto [place, is_new] = places.try_emplace(*key, members.size());
    if (is_new) {
      members.push_back({*key, *value});
    } else if (is_true(field, "overwrite")) {
      members.data()[place->second].second = *value;
    }
  }
  if (!members.empty()) set_member(visitor, "livechatData", std::move(data));
}

const Json* find_department(const State& state, std::string_view id_or_name) {
  const Json* by_id = state.departments.find(id_or_name);
  return by_id != nullptr ? by_id : state.departments.find_by("name", id_or_name);
}

Reply register_visitor(Call& call) {
  const HandlerErrors errors = call.state.behaviour->handler_errors;
  if (auto problem = check_visitor(call.body)) return check_error(errors, *problem);
  const Json& given = *member(call.body, "visitor");
  const std::string time = format_timestamp(call.now);
  const std::string_view wanted = text_or_empty(given, "department");
  const Json* department = wanted.empty() ? nullptr : find_department(call.state, wanted);
  if (!wanted.empty() && department == nullptr)
    return coded_error(errors, "error-invalid-department", "The provided department is invalid");

  Json visitor = known_or_new_visitor(call.state, given, time);
  if (const std::string* name = text_member(given, "name")) set_member(visitor, "name", *name);
  if (const auto email = text_or_empty(given, "email"); !email.empty())
    set_member(visitor, "visitorEmails", list_of_one("address", email));
  if (const auto phone = text_or_empty(given, "phone"); !phone.empty())
    set_member(visitor, "phone", list_of_one("phoneNumber", phone));
  if (department != nullptr) set_member(visitor, "department", *member(*department, "_id"));
  set_custom_fields(visitor, given);
  set_member(visitor, "_updatedAt", time);
  call.state.put_visitor(visitor);
  Json answer = Json::object();
  set_member(answer, "visitor", std::move(visitor));
  return success(std::move(answer));
}

Reply show_visitor(Call& call) {
  const State& state = call.state;
  if (!state.is_allowed(*call.user, state.behaviour->visitor_handler_permission))
    return failure("error-not-authorized");
  auto visitor = state.visitor(text_or_empty(call.query, "visitorId"));
  if (!visitor) return failure("visitor-not-found");
  Json shown = std::move(*visitor);
  if (state.behaviour->visitor_token == VisitorToken::left_out) erase_member(shown, "token");
  Json answer = Json::object();
  set_member(answer, "visitor", std::move(shown));
  return success(std::move(answer));
}

constexpr std::array kInfoMembers{Property{"visitorId", &kText, Need::required}};
constexpr Schema kInfoQuery{.kind = Kind::object, .properties = kInfoMembers};

constexpr std::array kVisitor{
    Endpoint{.method = "POST", .credentials = Credentials::not_asked, .handler = register_visitor}};
constexpr std::array kInfo{
    Endpoint{.method = "GET",
             .handler = show_visitor,
             .permission = {.of_version = &Behaviour::visitor_route_permission},
             .checked = Checked::query,
             .schema = &kInfoQuery,
             .older_check = OlderCheck::exact}};
constexpr std::array kRoutes{
    Route{"/api/v1/livechat/visitor", Limit::counted, kVisitor},
    Route{"/api/v1/livechat/visitors.info", Limit::counted, kInfo},
};

}  // namespace

std::span<const Route> visitor_routes() { return kRoutes; }

}  // namespace room_visitor::standin

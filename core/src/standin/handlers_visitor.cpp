// Visitors: reading one, registering one as the chat widget does, and taking one away.
#include <algorithm>
#include <array>

#include "standin/conversation.h"
#include "standin/handler_errors.h"
#include "standin/handlers.h"
#include "standin/paging.h"
#include "standin/text_index.h"

namespace room_visitor::standin {
namespace {

// Whose visitors leave their address behind may be removed at any time.
constexpr std::string_view kStoresHeaders =
    "Livechat_Allow_collect_and_store_HTTP_header_informations";
constexpr std::array<std::string_view, 14> kPersonalMembers{
    "department",   "contactManager", "token", "visitorEmails", "phone",     "name",
    "livechatData", "lastChat",       "ip",    "host",          "userAgent", "username",
    "ts",           "status"};
constexpr std::array<std::string_view, 7> kListedMembers{"_id", "name",      "t",       "cl",
                                                         "u",   "usernames", "servedBy"};

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
  // Somebody who is known keeps what is not given.
  if (auto known = id.empty() ? std::nullopt : state.visitor(id)) {
    set_member(*known, "token", *member(given, "token"));
    return std::move(*known);
  }
  Json visitor = Json::object();
  set_member(visitor, "_id", id.empty() ? state.chance.object_id() : std::string(id));
  set_member(visitor, "username",
             username.empty() ? next_guest_name(state) : std::string(username));
  set_text(visitor, "status", "online");
  set_text(visitor, "ts", time);
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
      set_text(*known, "token", token);
      return std::move(*known);
    }
  return new_visitor(state, given, time);
}

// A body may name a million fields, so they are found by an index.
void set_custom_fields(Json& visitor, const Json& given) {
  const Json* fields = member(given, "customFields");
  const auto* items = fields == nullptr ? nullptr : fields->get_ptr<const Json::array_t*>();
  if (items == nullptr) return;
  const Json* known = member(visitor, "livechatData");
  Json data = known != nullptr && known->is_object() ? *known : Json::object();
  auto& members = *data.get_ptr<Json::object_t*>();
  TextIndex places;
  for (const auto& entry : members) places.add(entry.first, places.size());
  for (const Json& field : *items) {
    const std::string* key = text_member(field, "key");
    const Json* value = member(field, "value");
    if (key == nullptr || value == nullptr) continue;
    const auto [place, is_new] = places.add(*key, members.size());
    if (is_new) {
      members.push_back({*key, *value});
    } else if (is_true(field, "overwrite")) {
      members.data()[place].second = *value;
    }
  }
  if (!members.empty()) set_member(visitor, "livechatData", std::move(data));
}

const Json* find_department(const State& state, std::string_view id_or_name) {
  const Json* by_id = state.departments.find(id_or_name);
  return by_id != nullptr ? by_id : state.departments.find_by("name", id_or_name);
}

Reply visitor_answer(Json visitor) {
  Json answer = Json::object();
  set_member(answer, "visitor", std::move(visitor));
  return success(std::move(answer));
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
  if (const std::string* name = text_member(given, "name")) set_text(visitor, "name", *name);
  if (const auto email = text_or_empty(given, "email"); !email.empty())
    set_member(visitor, "visitorEmails", list_of_one("address", email));
  if (const auto phone = text_or_empty(given, "phone"); !phone.empty())
    set_member(visitor, "phone", list_of_one("phoneNumber", phone));
  if (department != nullptr) set_member(visitor, "department", *member(*department, "_id"));
  set_custom_fields(visitor, given);
  set_text(visitor, "_updatedAt", time);
  call.state.put_visitor(visitor);
  return visitor_answer(std::move(visitor));
}

Reply show_visitor(Call& call) {
  const State& state = call.state;
  if (!state.is_allowed(*call.user, state.behaviour->reading_handler_permission))
    return failure("error-not-authorized");
  auto visitor = state.visitor(text_or_empty(call.query, "visitorId"));
  if (!visitor) return failure("visitor-not-found");
  Json shown = std::move(*visitor);
  if (state.behaviour->visitor_token == VisitorToken::left_out) erase_member(shown, "token");
  return visitor_answer(std::move(shown));
}

Reply show_own_visitor(Call& call) {
  auto visitor = call.state.visitor_by_token(call.part("token"));
  return visitor ? visitor_answer(std::move(*visitor)) : coded_failure("invalid-token", "");
}

// The live chats that the visitor opened and still has.
std::vector<Json> rooms_of(const State& state, const Json& visitor) {
  std::vector<Json> rooms = state.rooms_of_visitor(text_or_empty(visitor, "_id"));
  std::erase_if(rooms, [&](const Json& room) {
    const Json* own = member(room, "v");
    return own == nullptr || text_or_empty(*own, "token") != text_or_empty(visitor, "token");
  });
  return rooms;
}

// With the visitor goes all that was said.
void remove_history(State& state, const Json& visitor) {
  for (const Json& room : rooms_of(state, visitor)) {
    const std::string rid(text_or_empty(room, "_id"));
    state.remove_messages_of(rid);
    state.remove_subscriptions_of(rid);
    if (const auto inquiry = state.inquiry_of(rid))
      state.remove_inquiry(text_or_empty(*inquiry, "_id"));
    state.remove_room(rid);
  }
}

// Where removed visitors are kept, nothing is kept that tells who they were.
void disable(State& state, Json visitor, const std::string& time) {
  for (const std::string_view key : kPersonalMembers) erase_member(visitor, key);
  set_member(visitor, "disabled", true);
  set_text(visitor, "_updatedAt", time);
  state.put_visitor(std::move(visitor));
}

Reply remove_visitor(Call& call) {
  State& state = call.state;
  const auto visitor = state.visitor_by_token(call.part("token"));
  if (!visitor) return coded_failure("invalid-token", "");
  if (state.open_room_of(call.part("token")) && !is_true(state.settings, kStoresHeaders))
    return coded_failure("visitor-has-open-rooms", "Cannot remove visitors with opened rooms");
  remove_history(state, *visitor);
  const std::string id(text_or_empty(*visitor, "_id"));
  const std::string time = format_timestamp(call.now);
  if (state.behaviour->disabled_visitors == DisabledVisitors::unknown) {
    disable(state, *visitor, time);
  } else {
    state.remove_visitor(id);
  }
  Json removed = Json::object();
  set_text(removed, "_id", id);
  set_text(removed, "ts", time);
  return visitor_answer(std::move(removed));
}

Reply list_open_rooms(Call& call) {
  Json rooms = Json::array();
  if (const auto visitor = call.state.visitor_by_token(call.part("token"))) {
    for (const Json& room : rooms_of(call.state, *visitor)) {
      if (!is_true(room, "open")) continue;
      Json shown = Json::object();
      for (const std::string_view key : kListedMembers)
        if (const Json* value = member(room, key)) set_member(shown, key, *value);
      rooms.get_ptr<Json::array_t*>()->push_back(std::move(shown));
    }
  }
  Json answer = Json::object();
  set_member(answer, "rooms", std::move(rooms));
  return success(std::move(answer));
}

Reply list_visited_pages(Call& call) {
  const State& state = call.state;
  if (!state.is_allowed(*call.user, state.behaviour->reading_handler_permission))
    return failure("error-not-authorized");
  if (!state.room(call.part("roomId"))) return failure("invalid-room");
  auto sort = read_sort(call.query);
  if (sort.refusal) return std::move(*sort.refusal);
  std::vector<Json> pages = state.messages_of(call.part("roomId"));
  std::erase_if(pages, [](const Json& message) {
    return text_or_empty(message, "t") != "livechat_navigation_history";
  });
  std::reverse(pages.begin(), pages.end());
  sort_documents(pages, sort.value);
  const std::size_t total = pages.size();
  const Page page = read_page(state, call.query);
  return list_answer("pages", page_of(std::move(pages), page), page, total);
}

constexpr std::array kInfoMembers{Property{"visitorId", &kText, Need::required}};
constexpr Schema kInfoQuery{.kind = Kind::object, .properties = kInfoMembers};

constexpr std::array kPagesMembers{Property{"count", &kMaybeNumber},
                                   Property{"offset", &kMaybeNumber},
                                   Property{"sort", &kMaybeText}};
constexpr Schema kPagesQuery{.kind = Kind::object, .properties = kPagesMembers};

constexpr std::array kVisitor{
    Endpoint{.method = "POST", .credentials = Credentials::not_asked, .handler = register_visitor}};
constexpr std::array kInfo{
    Endpoint{.method = "GET",
             .handler = show_visitor,
             .permission = {.of_version = &Behaviour::reading_route_permission},
             .checked = Checked::query,
             .schema = &kInfoQuery,
             .older_check = OlderCheck::exact}};
constexpr std::array kOwnVisitor{
    Endpoint{.method = "GET", .credentials = Credentials::not_asked, .handler = show_own_visitor},
    Endpoint{.method = "DELETE", .credentials = Credentials::not_asked, .handler = remove_visitor}};
constexpr std::array kOpenRooms{Endpoint{
    .method = "GET", .handler = list_open_rooms, .permission = {.name = "view-livechat-manager"}}};
constexpr std::array kPages{
    Endpoint{.method = "GET",
             .handler = list_visited_pages,
             .permission = {.of_version = &Behaviour::reading_route_permission},
             .checked = Checked::query,
             .schema = &kPagesQuery}};
constexpr std::array kRoutes{
    Route{"/api/v1/livechat/visitor", Limit::counted, kVisitor},
    Route{"/api/v1/livechat/visitor/:token", Limit::counted, kOwnVisitor},
    Route{"/api/v1/livechat/visitor/:token/room", Limit::counted, kOpenRooms},
    Route{"/api/v1/livechat/visitors.info", Limit::counted, kInfo},
    Route{"/api/v1/livechat/visitors.pagesVisited/:roomId", Limit::counted, kPages},
};

}  // namespace

std::span<const Route> visitor_routes() { return kRoutes; }

}  // namespace room_visitor::standin

// Lists of rooms: livechat/rooms, and what one visitor has talked about before.
#include <algorithm>
#include <array>

#include "standin/access.h"
#include "standin/handlers.h"
#include "standin/paging.h"
#include "standin/room_list.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr std::string_view kNewestFirst = R"({"ts":-1})";

std::vector<std::string> texts_of(const Json& query, std::string_view name) {
  std::vector<std::string> texts;
  const Json* list = member(query, name);
  if (list == nullptr || !list->is_array()) return texts;
  for (const Json& item : *list)
    if (const auto* text = item.get_ptr<const std::string*>()) texts.push_back(*text);
  return texts;
}

bool is_yes(const Json& query, std::string_view name) {
  const std::string_view text = text_or_empty(query, name);
  return text == "t" || text == "true" || text == "1";
}

struct ReadRange {
  TimeRange range;
  std::optional<Reply> refusal;
};

// One end of `{"start":"…","end":"…"}`.
std::optional<Reply> read_end(const Json& json, std::string_view parameter, std::string_view end,
                              std::optional<Millis>& time) {
  const Json* value = member(json, end);
  if (!is_truthy(value)) return {};
  const auto* text = value->get_ptr<const std::string*>();
  if (text != nullptr) time = read_date(*text);
  if (time) return {};
  return failure("The \"" + std::string(parameter) + "." + std::string(end) +
                 "\" query parameter must be a valid date.");
}

ReadRange read_range(const Json& query, std::string_view name) {
  const std::string_view text = text_or_empty(query, name);
  if (text.empty()) return {};
  const auto json = parse_json(text);
  if (!json)
    return {{},
            failure("Unexpected token " + std::string(1, text.front()) + " in JSON at position 0")};
  ReadRange read;
  read.refusal = read_end(json->value, name, "start", read.range.start);
  if (!read.refusal) read.refusal = read_end(json->value, name, "end", read.range.end);
  return read;
}

bool may_list(const State& state, const Json& user, const std::vector<std::string>& agents) {
  if (state.behaviour->room_list_access == RoomListAccess::managers)
    return state.has_permission(user, "view-livechat-manager");
  if (state.has_permission(user, "view-livechat-rooms")) return true;
  return state.has_permission(user, "view-l-room") && agents.size() == 1 &&
         agents.front() == text_or_empty(user, "_id");
}

std::optional<Reply> read_custom_fields(const Json& query, RoomCriteria& criteria) {
  const std::string_view text = text_or_empty(query, "customFields");
  if (text.empty()) return {};
  const auto json = parse_json(text);
  const auto* members = json ? json->value.get_ptr<const Json::object_t*>() : nullptr;
  if (members == nullptr)
    return failure("The \"customFields\" query parameter must be a valid JSON.");
  for (const auto& [key, value] : *members)
    if (const auto* part = value.get_ptr<const std::string*>())
      criteria.custom_fields.emplace_back(key, *part);
  return {};
}

void add_department(const State& state, Json& room) {
  const Json* department = state.departments.find(text_or_empty(room, "departmentId"));
  if (department == nullptr) return;
  Json short_form = Json::object();
  for (const std::string_view key : {"_id", "name"})
    if (const Json* value = member(*department, key)) set_member(short_form, key, *value);
  set_member(room, "department", std::move(short_form));
}

// Copies what a path such as "v.name" leads to, with the objects on the way.
void keep(const Json& from, Json& to, std::string_view path) {
  const std::string_view key = path.substr(0, path.find('.'));
  const Json* value = member(from, key);
  if (value == nullptr) return;
  if (key.size() == path.size()) {
    set_member(to, key, *value);
    return;
  }
  if (!value->is_object()) return;
  if (member(to, key) == nullptr) set_member(to, key, Json::object());
  keep(*value, *member(to, key), path.substr(key.size() + 1));
}

void leave_out(Json& from, std::string_view path) {
  const std::string_view key = path.substr(0, path.find('.'));
  if (key.size() == path.size()) {
    erase_member(from, key);
  } else if (Json* value = member(from, key)) {
    leave_out(*value, path.substr(key.size() + 1));
  }
}

// `{"fname":1}` keeps that and the id, `{"v.token":0}` leaves that out.
void project(Json& room, const Json& fields) {
  const auto* members = fields.get_ptr<const Json::object_t*>();
  if (members == nullptr || members->empty()) return;
  const bool keeps = std::any_of(members->begin(), members->end(), [](const auto& entry) {
    return entry.first != "_id" && is_truthy(&entry.second);
  });
  if (keeps) {
    Json shown = Json::object();
    keep(room, shown, "_id");
    for (const auto& [path, wanted] : *members)
      if (is_truthy(&wanted)) keep(room, shown, path);
    room = std::move(shown);
  }
  for (const auto& [path, wanted] : *members)
    if (!is_truthy(&wanted)) leave_out(room, path);
}

Reply list_all(Call& call) {
  const State& state = call.state;
  const Page page = read_page(state, call.query);
  const JsonParameter sort = read_sort(call.query);
  if (sort.refusal) return *sort.refusal;
  const JsonParameter fields = read_json_parameter(call.query, "fields");
  if (fields.refusal) return *fields.refusal;
  ReadRange created = read_range(call.query, "createdAt");
  if (created.refusal) return *created.refusal;
  ReadRange closed = read_range(call.query, "closedAt");
  if (closed.refusal) return *closed.refusal;

  RoomCriteria criteria;
  criteria.agents = texts_of(call.query, "agents");
  if (!may_list(state, *call.user, criteria.agents)) return unauthorized();
  criteria.name = text_or_empty(call.query, "roomName");
  criteria.department = text_or_empty(call.query, "departmentId");
  if (const std::string_view open = text_or_empty(call.query, "open");
      open == "true" || open == "false")
    criteria.open = open == "true";
  criteria.on_hold = is_yes(call.query, "onhold");
  criteria.queued = is_yes(call.query, "queued");
  criteria.created = created.range;
  criteria.closed = closed.range;
  criteria.tags = texts_of(call.query, "tags");
  if (auto refusal = read_custom_fields(call.query, criteria)) return *refusal;

  RoomList list = list_rooms(state, criteria, sort.value, page);
  if (list.listed == Listed::too_many)
    return failure("The stand-in lists " + std::to_string(kMostListed) +
                   " rooms at most in one answer; ask for a page with count and offset.");
  for (Json& room : list.rooms) {
    project(room, fields.value);
    add_department(state, room);
  }
  return list_answer("rooms", std::move(list.rooms), page, list.total);
}

// Both lists of one visitor name a room that the caller may access, and hang on nothing else of it.
std::optional<Reply> check_access(const Call& call) {
  const auto room = call.state.room(call.part("roomId"));
  if (!room) return failure("invalid-room");
  if (!may_access(call.state, *call.user, *room, AccessView::whole_room))
    return failure("error-not-allowed");
  return {};
}

Reply page_of_history(const Call& call, std::vector<Json> rooms, const Json& sort) {
  const Json* keys = sort.empty() ? nullptr : &sort;
  sort_documents(rooms, keys != nullptr ? *keys : parse_json(kNewestFirst)->value);
  const Page page = read_page(call.state, call.query);
  const std::size_t total = rooms.size();
  return list_answer("history", page_of(std::move(rooms), page), page, total);
}

Reply list_history(Call& call) {
  const JsonParameter sort = read_sort(call.query);
  if (sort.refusal) return *sort.refusal;
  if (auto refusal = check_access(call)) return *refusal;
  return page_of_history(call, call.state.rooms_of_visitor(call.part("visitorId")), sort.value);
}

// The message that ended a conversation is no part of what was said in it.
bool was_said(const std::vector<Json>& messages, std::string_view text) {
  return std::any_of(messages.begin(), messages.end(), [&](const Json& message) {
    return text_or_empty(message, "t") != "livechat-close" &&
           contains_ignoring_case(text_or_empty(message, "msg"), text);
  });
}

Json found_chat(const Json& room) {
  Json chat = Json::object();
  for (const std::string_view key : {"_id", "fname", "ts", "v", "msgs", "servedBy", "closedAt",
                                     "closedBy", "closer", "tags", "closingMessage"})
    if (const Json* value = member(room, key)) set_member(chat, key, *value);
  return chat;
}

Reply search_history(Call& call) {
  const State& state = call.state;
  const JsonParameter sort = read_sort(call.query);
  if (sort.refusal) return *sort.refusal;
  if (auto refusal = check_access(call)) return *refusal;
  const bool closed_only = text_or_empty(call.query, "closedChatsOnly") == "true";
  const bool served_only = text_or_empty(call.query, "servedChatsOnly") == "true";
  const std::string_view text = text_or_empty(call.query, "searchText");
  const std::string_view wanted_source = text_or_empty(call.query, "source");
  std::vector<Json> chats;
  for (const Json& room : state.rooms_of_visitor(call.part("visitorId"))) {
    const Json* source = member(room, "source");
    if (closed_only && is_true(room, "open")) continue;
    if (served_only && member(room, "servedBy") == nullptr) continue;
    if (!wanted_source.empty() &&
        (source == nullptr || text_or_empty(*source, "type") != wanted_source))
      continue;
    if (!text.empty() && !was_said(state.messages_of(text_or_empty(room, "_id")), text)) continue;
    chats.push_back(found_chat(room));
  }
  return page_of_history(call, std::move(chats), sort.value);
}

constexpr Schema kTexts{.kind = Kind::list, .null = Null::accepted, .each = &kText};
constexpr std::array kTextOrFlag{kMaybeText, Schema{.kind = Kind::boolean, .null = Null::accepted}};
constexpr Schema kFlag{.alternatives = kTextOrFlag};

constexpr std::array kRoomsMembers{Property{"count", &kMaybeNumber},
                                   Property{"offset", &kMaybeNumber},
                                   Property{"sort", &kMaybeText},
                                   Property{"query", &kMaybeText},
                                   Property{"fields", &kMaybeText},
                                   Property{"createdAt", &kMaybeText},
                                   Property{"customFields", &kMaybeText},
                                   Property{"closedAt", &kMaybeText},
                                   Property{"agents", &kTexts},
                                   Property{"roomName", &kMaybeText},
                                   Property{"departmentId", &kMaybeText},
                                   Property{"open", &kFlag},
                                   Property{"onhold", &kFlag},
                                   Property{"queued", &kFlag},
                                   Property{"tags", &kTexts}};
constexpr Schema kRoomsQuery{.kind = Kind::object, .properties = kRoomsMembers};

constexpr std::array kHistoryMembers{Property{"count", &kMaybeNumber},
                                     Property{"offset", &kMaybeNumber},
                                     Property{"sort", &kMaybeText}};
constexpr Schema kHistoryQuery{.kind = Kind::object, .properties = kHistoryMembers};

constexpr std::array kSearchMembers{Property{"count", &kMaybeNumber},
                                    Property{"offset", &kMaybeNumber},
                                    Property{"sort", &kMaybeText},
                                    Property{"searchText", &kMaybeText},
                                    Property{"closedChatsOnly", &kMaybeText},
                                    Property{"servedChatsOnly", &kMaybeText},
                                    Property{"source", &kMaybeText}};
constexpr Schema kSearchQuery{.kind = Kind::object, .properties = kSearchMembers};

constexpr std::array kRooms{Endpoint{
    .method = "GET", .handler = list_all, .checked = Checked::query, .schema = &kRoomsQuery}};
constexpr std::array kHistory{Endpoint{.method = "GET",
                                       .handler = list_history,
                                       .permission = {.name = "view-l-room"},
                                       .checked = Checked::query,
                                       .schema = &kHistoryQuery}};
constexpr std::array kSearch{Endpoint{.method = "GET",
                                      .handler = search_history,
                                      .permission = {.name = "view-l-room"},
                                      .checked = Checked::query,
                                      .schema = &kSearchQuery}};
constexpr std::array kRoutes{
    Route{"/api/v1/livechat/rooms", Limit::counted, kRooms},
    Route{"/api/v1/livechat/visitors.chatHistory/room/:roomId/visitor/:visitorId", Limit::counted,
          kHistory},
    Route{"/api/v1/livechat/visitors.searchChats/room/:roomId/visitor/:visitorId", Limit::counted,
          kSearch},
};

}  // namespace

std::span<const Route> room_list_routes() { return kRoutes; }

}  // namespace room_visitor::standin

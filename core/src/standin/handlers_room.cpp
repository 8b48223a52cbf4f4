// Rooms: reading one, opening one for a visitor, and moving one to another visitor.
#include <algorithm>
#include <array>

#include "standin/access.h"
#include "standin/handler_errors.h"
#include "standin/handlers.h"
#include "standin/interference.h"

namespace room_visitor::standin {
namespace {

constexpr int kUnspecifiedPriority = 99;
constexpr int kUnknownWaitingTime = 9999999;
// The server never sends these members of a room.
constexpr std::array<std::string_view, 4> kHiddenMembers{"joinCode", "members", "importIds", "e2e"};

// A room without a visitor belongs to nobody, not even to an empty id; nor does one whose visitor
// was not loaded.
bool belongs_to(const Json& room, std::string_view visitor_id, RoomOwner owner) {
  if (owner == RoomOwner::not_loaded) return false;
  const Json* visitor = member(room, "v");
  const std::string* own = visitor == nullptr ? nullptr : text_member(*visitor, "_id");
  return own != nullptr && *own == visitor_id;
}

std::optional<Json> find_room_to_move(const State& state, std::string_view rid) {
  auto room = state.room(rid);
  if (!room || state.behaviour->room_lookup == RoomLookup::every_type) return room;
  if (text_or_empty(*room, "t") != "l") return {};
  return room;
}

// The update itself: three members of the room's visitor and the time. It matches live chats only.
bool move_room(State& state, std::string_view rid, const Json& visitor, Millis now) {
  auto room = state.room(rid);
  if (!room || text_or_empty(*room, "t") != "l") return false;
  Json* own = member(*room, "v");
  if (own == nullptr) return false;
  for (const std::string_view key : {"_id", "username", "token"})
    if (const Json* value = member(visitor, key)) set_member(*own, key, *value);
  set_member(*room, "_updatedAt", format_timestamp(now));
  state.put_room(std::move(*room));
  return true;
}

Reply moved(const State& state, std::optional<Json> room) {
  const Behaviour& behaviour = *state.behaviour;
  if (!room && behaviour.vanished_room == VanishedRoom::failure) return silent_failure();
  Json answer = Json::object();
  if (state.options.mode == ServerMode::development && !behaviour.development_warning.empty())
    set_member(answer, "warning", std::string(behaviour.development_warning));
  if (room) set_member(answer, "room", std::move(*room));
  return success(std::move(answer));
}

std::optional<Json> find_own_room(const State& state, std::string_view rid,
                                  std::string_view token) {
  auto room = state.room(rid);
  if (!room || text_or_empty(*room, "t") != "l") return {};
  const Json* visitor = member(*room, "v");
  if (visitor == nullptr || text_or_empty(*visitor, "token") != token) return {};
  return room;
}

Reply room_answer(Json room, bool is_new) {
  Json answer = Json::object();
  set_member(answer, "room", std::move(room));
  set_member(answer, "newRoom", is_new);
  return success(std::move(answer));
}

// The agent who is available and serves the fewest open rooms.
const Json* find_agent(const State& state) {
  const Json* best = nullptr;
  std::size_t fewest = 0;
  for (const Json& user : state.users.all()) {
    if (!holds_text(member(user, "roles"), "livechat-agent") ||
        text_or_empty(user, "statusLivechat") != "available" ||
        text_or_empty(user, "status") == "offline")
      continue;
    const std::size_t rooms = state.open_rooms_of_agent(text_or_empty(user, "_id"));
    if (best != nullptr && rooms >= fewest) continue;
    best = &user;
    fewest = rooms;
  }
  return best;
}

Json person(const Json& document, std::string_view name_key) {
  Json short_form = Json::object();
  set_member(short_form, "_id", std::string(text_or_empty(document, "_id")));
  set_member(short_form, "username", std::string(text_or_empty(document, "username")));
  if (const std::string* name = text_member(document, name_key))
    set_member(short_form, name_key, *name);
  return short_form;
}

Json new_room(State& state, const Json& visitor, const Json& agent, const std::string& time) {
  Json room = Json::object();
  set_member(room, "_id", state.chance.random_id());
  set_member(room, "msgs", 0);
  set_member(room, "usersCount", 2);
  set_member(room, "lm", time);
  const std::string* name = text_member(visitor, "name");
  set_member(room, "fname", name != nullptr ? *name : text_or_empty(visitor, "username"));
  set_member(room, "t", "l");
  set_member(room, "ts", time);
  if (const std::string* department = text_member(visitor, "department"))
    set_member(room, "departmentId", *department);
  Json v = person(visitor, "token");
  set_member(v, "status", "online");
  set_member(room, "v", std::move(v));
  set_member(room, "cl", false);
  set_member(room, "open", true);
  set_member(room, "waitingResponse", true);
  Json source = Json::object();
  set_member(source, "type", "api");
  set_member(room, "source", std::move(source));
  set_member(room, "queuedAt", time);
  set_member(room, "priorityWeight", kUnspecifiedPriority);
  set_member(room, "estimatedWaitingTimeQueue", kUnknownWaitingTime);
  Json served_by = person(agent, "");
  set_member(served_by, "ts", time);
  set_member(room, "servedBy", std::move(served_by));
  set_member(room, "_updatedAt", time);
  return room;
}

void subscribe(State& state, const Json& agent, const Json& room, const std::string& time) {
  Json subscription = Json::object();
  set_member(subscription, "_id", state.chance.random_id());
  set_member(subscription, "rid", *member(room, "_id"));
  set_member(subscription, "t", "l");
  set_member(subscription, "open", true);
  set_member(subscription, "u", person(agent, ""));
  set_member(subscription, "ts", time);
  state.put_subscription(std::move(subscription));
}

std::optional<CheckFailure> check_token(const Json& query) {
  const Json* token = member(query, "token");
  if (token == nullptr) return CheckFailure{"Missing key 'token'", ""};
  if (token->is_string()) return {};
  return CheckFailure{"Expected string, got " + std::string(type_of(*token)), "token"};
}

// The room that a visitor wants to open: one that is there, or a new one, its id perhaps given.
struct RoomChoice {
  std::optional<Json> known;
  std::string new_id;
  std::string_view refusal;
};

RoomChoice choose_room(const State& state, const Json* rid, std::string_view token) {
  if (!is_truthy(rid)) return {state.open_room_of(token), {}, {}};
  const auto* id = rid->get_ptr<const std::string*>();
  std::optional<Json> own;
  if (id != nullptr) own = find_own_room(state, *id, token);
  if (id == nullptr || state.behaviour->new_room_id == NewRoomId::servers)
    return {own, {}, own ? "" : "invalid-room"};
  const auto named = state.room(*id);
  if (!named) return {{}, *id, {}};
  if (!is_true(*named, "open")) return {};
  return {own, {}, own ? "" : "cannot-access-room"};
}

std::optional<Json> find_named_room(const State& state, const Json& query) {
  const std::string_view id = text_or_empty(query, "roomId");
  if (!id.empty()) return state.room(id);
  const std::string_view name = text_or_empty(query, "roomName");
  if (name.empty()) return {};
  return state.room_by_name(name);
}

Json visible_part(const Json& room) {
  Json visible = room;
  for (const std::string_view key : kHiddenMembers) erase_member(visible, key);
  return visible;
}

// The order of the checks is the server's: docs/wire.md section 3.2, steps a to j. The caller's own
// record cannot vanish and the room cannot change between two steps here: calls run one by one.
Reply change_room_visitor(Call& call) {
  State& state = call.state;
  const Behaviour& behaviour = *state.behaviour;
  const HandlerErrors errors = behaviour.handler_errors;
  if (!state.is_allowed(*call.user, behaviour.entry_permission))
    return plain_error(errors, "error-not-authorized");
  const auto visitor = state.visitor(text_or_empty(call.body, "newVisitorId"));
  if (!visitor) return plain_error(errors, "visitor-not-found");
  const std::string rid(text_or_empty(call.body, "rid"));
  const auto room = find_room_to_move(state, rid);
  if (!room) return coded_error(errors, "invalid-room");
  if (!belongs_to(*room, text_or_empty(call.body, "oldVisitorId"), behaviour.room_owner))
    return coded_error(errors, "invalid-room-visitor");
  if (caller_vanishes(call)) return plain_error(errors, "error-user-not-found");
  if (!state.is_allowed(*call.user, behaviour.handler_permission))
    return plain_error(errors, "error-not-authorized");
  const auto last_seen = room_vanishes(state, FaultKind::room_vanishes_before_access, rid);
  if (last_seen && behaviour.accessed_room == AccessedRoom::read_again)
    return coded_failure("invalid-room", "");
  if (!may_access(state, *call.user, last_seen ? *last_seen : *room, behaviour.access_view))
    return plain_error(errors, "error-not-allowed");
  another_agent_moves(state, FaultKind::moved_between, rid, call.now);
  move_room(state, rid, *visitor, call.now);
  room_vanishes(state, FaultKind::room_vanishes_after_update, rid);
  return moved(state, state.room(rid));
}

Reply show_room(Call& call) {
  if (!is_truthy(member(call.query, "roomId")) && !is_truthy(member(call.query, "roomName")))
    return coded_failure("error-roomid-param-not-provided",
                         "The parameter \"roomId\" or \"roomName\" is required");
  const auto room = find_named_room(call.state, call.query);
  if (!room)
    return coded_failure(
        "error-room-not-found",
        "The required \"roomId\" or \"roomName\" param provided does not match any channel");
  if (is_true(*room, "archived") && call.state.behaviour->archived_rooms == ArchivedRooms::refused)
    return coded_failure(
        "error-room-archived",
        "The channel, " + std::string(text_or_empty(*room, "name")) + ", is archived");
  if (!may_access(call.state, *call.user, *room, AccessView::whole_room))
    return failure("not-allowed", "Not Allowed");
  Json answer = Json::object();
  set_member(answer, "room", visible_part(*room));
  return success(std::move(answer));
}

Reply open_livechat_room(Call& call) {
  State& state = call.state;
  const HandlerErrors errors = state.behaviour->handler_errors;
  if (auto problem = check_token(call.query)) return check_error(errors, *problem);
  const std::string token(text_or_empty(call.query, "token"));
  const auto visitor = state.visitor_by_token(token);
  if (!visitor) return coded_error(errors, "invalid-token");
  RoomChoice choice = choose_room(state, member(call.query, "rid"), token);
  if (!choice.refusal.empty()) return coded_error(errors, choice.refusal);
  if (choice.known) return room_answer(std::move(*choice.known), false);
  const Json* agent = find_agent(state);
  if (agent == nullptr) return coded_error(errors, "no-agent-online", "Sorry, no online agents");
  const std::string time = format_timestamp(call.now);
  Json room = new_room(state, *visitor, *agent, time);
  if (!choice.new_id.empty()) set_member(room, "_id", choice.new_id);
  subscribe(state, *agent, room, time);
  state.put_room(room);
  return room_answer(std::move(room), true);
}

constexpr std::array kRoomVisitorMembers{Property{"rid", &kText, Need::required},
                                         Property{"oldVisitorId", &kText, Need::required},
                                         Property{"newVisitorId", &kText, Need::required}};
constexpr Schema kRoomVisitorBody{.kind = Kind::object, .properties = kRoomVisitorMembers};

constexpr std::array kRoomVisitor{
    Endpoint{.method = "PUT",
             .handler = change_room_visitor,
             .permission = {.of_version = &Behaviour::route_permission},
             .checked = Checked::body,
             .schema = &kRoomVisitorBody,
             .older_check = OlderCheck::exact,
             .catches = Catches::errors,
             .removed_in = "7.0.0"}};
constexpr std::array kRoomsInfo{Endpoint{.method = "GET", .handler = show_room}};
constexpr std::array kLivechatRoom{Endpoint{
    .method = "GET", .credentials = Credentials::not_asked, .handler = open_livechat_room}};
constexpr std::array kRoutes{
    Route{"/api/v1/rooms.info", Limit::counted, kRoomsInfo},
    Route{"/api/v1/livechat/room", Limit::counted, kLivechatRoom},
    Route{"/api/v1/livechat/room.visitor", Limit::counted, kRoomVisitor, &Behaviour::room_visitor},
};

}  // namespace

bool move_room_to(State& state, std::string_view rid, std::string_view visitor_id, Millis now) {
  const auto visitor = state.visitor(visitor_id);
  return visitor && move_room(state, rid, *visitor, now);
}

std::span<const Route> room_routes() { return kRoutes; }

}  // namespace room_visitor::standin

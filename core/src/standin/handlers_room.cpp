// Rooms: reading one, opening one for a visitor, and moving one to another visitor.
#include <algorithm>
#include <array>

#include "standin/access.h"
#include "standin/conversation.h"
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
  if (!is_live_chat(*room)) return {};
  return room;
}

// The update itself: three members of the room's visitor and the time. It matches live chats only.
bool move_room(State& state, std::string_view rid, const Json& visitor, Millis now) {
  auto room = state.room(rid);
  if (!room || !is_live_chat(*room)) return false;
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
    set_text(answer, "warning", behaviour.development_warning);
  if (room) set_member(answer, "room", std::move(*room));
  return success(std::move(answer));
}

Reply room_answer(Json room, bool is_new) {
  Json answer = Json::object();
  set_member(answer, "room", std::move(room));
  set_member(answer, "newRoom", is_new);
  return success(std::move(answer));
}

// The department that a visitor asked for, if there still is one.
std::string_view department_of(const State& state, const Json& visitor) {
  const std::string_view department = text_or_empty(visitor, "department");
  return state.departments.find(department) == nullptr ? std::string_view{} : department;
}

// Of the agents who take chats the one who serves the fewest open rooms: the one who is asked for
// if there is such a user, else one of the department, else anybody.
const Json* find_agent(const State& state, std::string_view asked_for,
                       std::string_view department) {
  const bool is_asked_for = !asked_for.empty() && state.users.find(asked_for) != nullptr;
  const Json* best = nullptr;
  std::size_t fewest = 0;
  for (const Json& user : state.users.all()) {
    const std::string_view id = text_or_empty(user, "_id");
    if (!is_available_agent(user) || (is_asked_for && id != asked_for)) continue;
    if (!is_asked_for && !department.empty() && !state.is_agent_of(id, department)) continue;
    const std::size_t rooms = state.open_rooms_of_agent(id);
    if (best != nullptr && rooms >= fewest) continue;
    best = &user;
    fewest = rooms;
  }
  return best;
}

Json source_of_api() {
  Json source = Json::object();
  set_text(source, "type", "api");
  return source;
}

Json visitor_of_new_room(const Json& visitor) {
  Json own = person(visitor, "token");
  set_text(own, "status", "online");
  return own;
}

std::string title_of(const Json& visitor) {
  const std::string* name = text_member(visitor, "name");
  return std::string(name != nullptr ? *name : text_or_empty(visitor, "username"));
}

Json new_room(const Json& visitor, std::string id, std::string_view department,
              const std::string& time) {
  Json room = Json::object();
  set_member(room, "_id", std::move(id));
  set_member(room, "msgs", 0);
  set_member(room, "usersCount", 1);
  set_text(room, "lm", time);
  set_member(room, "fname", title_of(visitor));
  set_text(room, "t", "l");
  set_text(room, "ts", time);
  if (!department.empty()) set_text(room, "departmentId", department);
  set_member(room, "v", visitor_of_new_room(visitor));
  set_member(room, "cl", false);
  set_member(room, "open", true);
  set_member(room, "waitingResponse", true);
  set_member(room, "source", source_of_api());
  set_text(room, "queuedAt", time);
  set_member(room, "priorityWeight", kUnspecifiedPriority);
  set_member(room, "estimatedWaitingTimeQueue", kUnknownWaitingTime);
  set_text(room, "_updatedAt", time);
  return room;
}

Json new_inquiry(State& state, const Json& visitor, const Json& room, const std::string& time) {
  Json inquiry = Json::object();
  set_member(inquiry, "_id", state.chance.object_id());
  set_member(inquiry, "rid", *member(room, "_id"));
  set_member(inquiry, "name", title_of(visitor));
  set_text(inquiry, "ts", time);
  if (const Json* department = member(room, "departmentId"))
    set_member(inquiry, "department", *department);
  set_text(inquiry, "message", "");
  set_text(inquiry, "status", "ready");
  set_member(inquiry, "v", visitor_of_new_room(visitor));
  set_text(inquiry, "t", "l");
  set_member(inquiry, "priorityWeight", kUnspecifiedPriority);
  set_member(inquiry, "estimatedWaitingTimeQueue", kUnknownWaitingTime);
  set_member(inquiry, "source", source_of_api());
  set_text(inquiry, "_updatedAt", time);
  return inquiry;
}

// Whoever asked for an agent waits for this one in the queue.
void queue(Json& inquiry, const Json* asked_for, const std::string& time) {
  set_text(inquiry, "status", "queued");
  set_text(inquiry, "queuedAt", time);
  if (asked_for == nullptr) return;
  Json agent = Json::object();
  set_text(agent, "agentId", text_or_empty(*asked_for, "_id"));
  set_text(agent, "username", text_or_empty(*asked_for, "username"));
  set_member(inquiry, "defaultAgent", std::move(agent));
}

// A room with its inquiry, which is queued or given to an agent. Without any agent it stays as it
// is, where a server takes such chats at all.
Json create_room(State& state, const Json& visitor, const Json* agent, std::string id,
                 const Json* asked_for, const std::string& time) {
  Json room = new_room(visitor, std::move(id), department_of(state, visitor), time);
  Json inquiry = new_inquiry(state, visitor, room, time);
  if (is_queue_shown(state)) {
    queue(inquiry, asked_for, time);
    state.put_room(room);
  } else if (agent == nullptr) {
    state.put_room(room);
  } else {
    assign_agent(state, room, *agent, time);
    mark_taken(inquiry, time);
  }
  state.put_inquiry(std::move(inquiry));
  return room;
}

// The room that a visitor wants to open: one that is there, or a new one, its id perhaps given.
struct RoomChoice {
  std::optional<Json> known;
  std::string new_id;
  std::string_view refusal;
};

RoomChoice choose_room(const State& state, const std::string& rid, std::string_view token) {
  if (rid.empty()) return {state.open_room_of(token), {}, {}};
  std::optional<Json> own = find_own_room(state, rid, token);
  if (own && !is_true(*own, "open")) own.reset();
  if (state.behaviour->new_room_id == NewRoomId::servers)
    return {own, {}, own ? "" : "invalid-room"};
  const auto named = state.room(rid);
  if (!named) return {{}, rid, {}};
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

// The order of the checks is the server's: docs/wire.md section 3.2, steps a to j. Calls run one by
// one, so that only faults change anything between two steps.
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
  const std::string token(text_or_empty(call.query, "token"));
  const auto visitor = state.visitor_by_token(token);
  if (!visitor) return coded_error(errors, "invalid-token");
  RoomChoice choice = choose_room(state, std::string(text_or_empty(call.query, "rid")), token);
  if (!choice.refusal.empty()) return coded_error(errors, choice.refusal);
  if (choice.known) return room_answer(std::move(*choice.known), false);
  const std::string_view agent_id = text_or_empty(call.query, "agentId");
  const Json* agent = find_agent(state, agent_id, department_of(state, *visitor));
  if (agent == nullptr && !is_true(state.settings, "Livechat_accept_chats_with_no_agents"))
    return coded_error(errors, "no-agent-online", "Sorry, no online agents");
  std::string id = choice.new_id.empty() ? state.chance.random_id() : choice.new_id;
  return room_answer(create_room(state, *visitor, agent, std::move(id), state.users.find(agent_id),
                                 format_timestamp(call.now)),
                     true);
}

constexpr std::array kRoomVisitorMembers{Property{"rid", &kText, Need::required},
                                         Property{"oldVisitorId", &kText, Need::required},
                                         Property{"newVisitorId", &kText, Need::required}};
constexpr Schema kRoomVisitorBody{.kind = Kind::object, .properties = kRoomVisitorMembers};

constexpr std::array kLivechatRoomMembers{Property{"token", &kText, Need::required},
                                          Property{"rid", &kMaybeText},
                                          Property{"agentId", &kMaybeText}};
constexpr Schema kLivechatRoomQuery{
    .kind = Kind::object, .properties = kLivechatRoomMembers, .others = Others::accepted};

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
constexpr std::array kLivechatRoom{Endpoint{.method = "GET",
                                            .credentials = Credentials::not_asked,
                                            .handler = open_livechat_room,
                                            .checked = Checked::query,
                                            .schema = &kLivechatRoomQuery,
                                            .older_check = OlderCheck::exact,
                                            .catches = Catches::errors}};
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

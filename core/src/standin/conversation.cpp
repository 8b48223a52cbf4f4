#include "standin/conversation.h"

#include <cstdint>

namespace room_visitor::standin {
namespace {

void count_up(Json& document, std::string_view key) {
  const Json* known = member(document, key);
  const auto* number = known == nullptr ? nullptr : known->get_ptr<const Json::number_integer_t*>();
  if (known != nullptr && number == nullptr) return;
  // No seed counts that far; a sum beyond the range is undefined.
  if (number != nullptr && *number == INT64_MAX) return;
  set_member(document, key, number == nullptr ? 1 : *number + 1);
}

void subscribe(State& state, const Json& agent, const Json& room, const std::string& time) {
  Json subscription = Json::object();
  set_member(subscription, "_id", state.chance.random_id());
  set_member(subscription, "rid", *member(room, "_id"));
  set_text(subscription, "t", "l");
  set_member(subscription, "open", true);
  set_member(subscription, "u", person(agent, ""));
  set_text(subscription, "ts", time);
  state.put_subscription(std::move(subscription));
}

void note_visitors_message(Json& room, const std::string& time) {
  set_text(object_member(room, "v"), "lastMessageTs", time);
  set_text(object_member(object_member(room, "metrics"), "v"), "lq", time);
  set_member(room, "waitingResponse", true);
  erase_member(room, "responseBy");
}

}  // namespace

bool is_live_chat(const Json& room) { return text_or_empty(room, "t") == "l"; }

std::optional<Json> find_own_room(const State& state, std::string_view rid,
                                  std::string_view visitor_token) {
  auto room = state.room(rid);
  if (!room || !is_live_chat(*room)) return {};
  const Json* visitor = member(*room, "v");
  const std::string* token = visitor == nullptr ? nullptr : text_member(*visitor, "token");
  if (token == nullptr || *token != visitor_token) return {};
  return room;
}

bool is_queue_shown(const State& state) {
  return text_or_empty(state.settings, "Livechat_Routing_Method") == "Manual_Selection";
}

bool is_available_agent(const Json& user) {
  return holds_text(member(user, "roles"), "livechat-agent") &&
         text_or_empty(user, "statusLivechat") == "available" &&
         text_or_empty(user, "status") != "offline";
}

Json person(const Json& document, std::string_view more) {
  Json short_form = Json::object();
  set_text(short_form, "_id", text_or_empty(document, "_id"));
  set_text(short_form, "username", text_or_empty(document, "username"));
  if (const std::string* text = text_member(document, more)) set_text(short_form, more, *text);
  return short_form;
}

Json list_of_one(std::string_view key, std::string_view text) {
  Json entry = Json::object();
  set_text(entry, key, text);
  Json list = Json::array();
  list.get_ptr<Json::array_t*>()->push_back(std::move(entry));
  return list;
}

Json& object_member(Json& object, std::string_view key) {
  const Json* known = member(object, key);
  if (known == nullptr || !known->is_object()) set_member(object, key, Json::object());
  return *member(object, key);
}

void assign_agent(State& state, Json& room, const Json& agent, const std::string& time) {
  count_up(room, "usersCount");
  Json served_by = person(agent, "");
  set_text(served_by, "ts", time);
  set_member(room, "servedBy", std::move(served_by));
  set_text(room, "_updatedAt", time);
  state.put_room(room);
  if (!state.is_subscribed(text_or_empty(agent, "_id"), text_or_empty(room, "_id")))
    subscribe(state, agent, room, time);
}

void mark_taken(Json& inquiry, const std::string& time) {
  set_text(inquiry, "status", "taken");
  set_text(inquiry, "takenAt", time);
  erase_member(inquiry, "defaultAgent");
  erase_member(inquiry, "queuedAt");
  set_text(inquiry, "_updatedAt", time);
}

void add_message(State& state, Json room, const Json& message) {
  const std::string time(text_or_empty(message, "ts"));
  count_up(room, "msgs");
  set_text(room, "lm", time);
  set_member(room, "lastMessage", message);
  if (text_member(message, "token") != nullptr) note_visitors_message(room, time);
  set_text(room, "_updatedAt", time);
  state.put_message(message);
  state.put_room(std::move(room));
}

}  // namespace room_visitor::standin

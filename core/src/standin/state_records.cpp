// Visitors, rooms and what belongs to them.
#include <algorithm>

#include "standin/state.h"

namespace room_visitor::standin {
namespace {

bool is_live_chat(const Json& room) { return text_or_empty(room, "t") == "l"; }

std::string_view token_of(const Json& room) {
  const Json* visitor = member(room, "v");
  return visitor == nullptr ? std::string_view{} : text_or_empty(*visitor, "token");
}

std::optional<Json> copy_of(const Json* document) {
  if (document == nullptr) return {};
  return *document;
}

}  // namespace

std::string_view id_of(const Json& document, std::string_view key) {
  const Json* own = member(document, key);
  return own == nullptr ? std::string_view{} : text_or_empty(*own, "_id");
}

std::optional<Json> State::room(std::string_view rid) const { return copy_of(rooms.find(rid)); }

std::optional<Json> State::room_by_name(std::string_view name) const {
  return copy_of(rooms.find_by("name", name));
}

std::optional<Json> State::open_room_of(std::string_view visitor_token) const {
  for (const Json& room : rooms.all())
    if (is_live_chat(room) && is_true(room, "open") && token_of(room) == visitor_token) return room;
  return {};
}

std::vector<Json> State::rooms_of_visitor(std::string_view visitor_id) const {
  std::vector<Json> found;
  for (const Json& room : rooms.all())
    if (is_live_chat(room) && id_of(room, "v") == visitor_id) found.push_back(room);
  return found;
}

std::size_t State::open_rooms_of_agent(std::string_view user_id) const {
  const auto& all = rooms.all();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Json& room) {
    return is_true(room, "open") && id_of(room, "servedBy") == user_id;
  }));
}

void State::put_room(Json room) { rooms.put(std::move(room)); }

std::optional<Json> State::visitor(std::string_view id) const {
  return unless_unknown(copy_of(visitors.find(id)));
}

std::optional<Json> State::visitor_by_token(std::string_view token) const {
  return unless_unknown(copy_of(visitors.find_by("token", token)));
}

std::optional<Json> State::visitor_by_username(std::string_view username) const {
  return copy_of(visitors.find_by("username", username));
}

std::size_t State::visitor_count() const { return visitors.all().size(); }

void State::put_visitor(Json visitor) { visitors.put(std::move(visitor)); }

void State::remove_visitor(std::string_view id) { visitors.remove(id); }

std::optional<Json> State::inquiry(std::string_view id) const {
  return copy_of(inquiries.find(id));
}

std::optional<Json> State::inquiry_of(std::string_view rid) const {
  return copy_of(inquiries.find_by("rid", rid));
}

void State::put_inquiry(Json inquiry) { inquiries.put(std::move(inquiry)); }

void State::remove_inquiry(std::string_view id) { inquiries.remove(id); }

bool State::is_subscribed(std::string_view user_id, std::string_view rid) const {
  const auto& all = subscriptions.all();
  return std::any_of(all.begin(), all.end(), [&](const Json& subscription) {
    return text_or_empty(subscription, "rid") == rid && id_of(subscription, "u") == user_id;
  });
}

void State::put_subscription(Json subscription) { subscriptions.put(std::move(subscription)); }

void State::remove_subscriptions_of(std::string_view rid) {
  while (const Json* subscription = subscriptions.find_by("rid", rid))
    subscriptions.remove(std::string(text_or_empty(*subscription, "_id")));
}

std::vector<Json> State::messages_of(std::string_view rid) const {
  std::vector<Json> found;
  for (const Json& message : messages.all())
    if (text_or_empty(message, "rid") == rid) found.push_back(message);
  std::stable_sort(found.begin(), found.end(), [](const Json& one, const Json& other) {
    return text_or_empty(one, "ts") < text_or_empty(other, "ts");
  });
  return found;
}

void State::put_message(Json message) { messages.put(std::move(message)); }

std::optional<Json> State::unless_unknown(std::optional<Json> visitor) const {
  const bool leaves_out = behaviour->disabled_visitors == DisabledVisitors::unknown;
  if (visitor && leaves_out && is_true(*visitor, "disabled")) return {};
  return visitor;
}

}  // namespace room_visitor::standin

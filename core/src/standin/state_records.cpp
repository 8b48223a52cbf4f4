// Visitors, rooms and what belongs to them.
#include <algorithm>

#include "standin/conversation.h"
#include "standin/order.h"
#include "standin/state.h"

namespace room_visitor::standin {
namespace {

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

std::optional<Json> State::room(std::string_view rid) const {
  if (const Json* stored = rooms.find(rid)) return *stored;
  const auto index = generator.room_index(rid);
  if (!index || removed_rooms.contains(rid)) return {};
  return generator.room(*index);
}

std::optional<Json> State::room_by_name(std::string_view name) const {
  return copy_of(rooms.find_by("name", name));
}

bool State::is_untouched_room(std::size_t index) const {
  const std::string rid = generator.room_id(index);
  return rooms.find(rid) == nullptr && !removed_rooms.contains(rid);
}

std::optional<Json> State::open_room_of(std::string_view visitor_token) const {
  for (const Json& room : rooms.all())
    if (is_live_chat(room) && is_true(room, "open") && token_of(room) == visitor_token) return room;
  const auto visitor = generator.visitor_of_token(visitor_token);
  if (!visitor) return {};
  for (const std::size_t index : generator.rooms_of(*visitor))
    if (generator.facts(index).closed == 0 && is_untouched_room(index))
      return generator.room(index);
  return {};
}

std::vector<Json> State::rooms_of_visitor(std::string_view visitor_id) const {
  std::vector<Json> found;
  for (const Json& room : rooms.all())
    if (is_live_chat(room) && id_of(room, "v") == visitor_id) found.push_back(room);
  const auto visitor = generator.visitor_index(visitor_id);
  if (!visitor) return found;
  for (const std::size_t index : generator.rooms_of(*visitor))
    if (is_untouched_room(index)) found.push_back(generator.room(index));
  return found;
}

std::size_t State::open_rooms_of_agent(std::string_view user_id) const {
  const auto& all = rooms.all();
  auto count =
      static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Json& room) {
        return is_true(room, "open") && id_of(room, "servedBy") == user_id;
      }));
  for (std::size_t index = 0; index < generator.may_be_open(); ++index) {
    const RoomFacts facts = generator.facts(index);
    if (facts.closed == 0 && facts.agent && generator.agents()[*facts.agent].id == user_id &&
        is_untouched_room(index))
      ++count;
  }
  return count;
}

void State::put_room(Json room) { rooms.put(std::move(room)); }

void State::remove_room(std::string_view rid) {
  rooms.remove(rid);
  if (generator.room_index(rid)) removed_rooms.add(rid);
}

std::optional<Json> State::visitor(std::string_view id) const {
  if (const Json* stored = visitors.find(id)) return unless_unknown(*stored);
  return generated_visitor(generator.visitor_index(id));
}

std::optional<Json> State::visitor_by_token(std::string_view token) const {
  if (const Json* stored = visitors.find_by("token", token)) return unless_unknown(*stored);
  return generated_visitor(generator.visitor_of_token(token));
}

std::optional<Json> State::visitor_by_username(std::string_view username) const {
  if (const Json* stored = visitors.find_by("username", username)) return *stored;
  return generated_visitor(generator.visitor_of_username(username));
}

std::optional<Json> State::visitor_by_phone(std::string_view number) const {
  for (const Json& visitor : visitors.all())
    if (holds_entry(member(visitor, "phone"), "phoneNumber", number)) return visitor;
  return generated_visitor(generator.visitor_of_phone(number));
}

std::optional<Json> State::visitor_by_email(std::string_view address) const {
  for (const Json& visitor : visitors.all())
    if (holds_entry(member(visitor, "visitorEmails"), "address", address)) return visitor;
  return generated_visitor(generator.visitor_of_email(address));
}

bool State::is_untouched_visitor(std::size_t index) const {
  const std::string id = generator.visitor_id(index);
  return visitors.find(id) == nullptr && !removed.contains(id);
}

std::optional<Json> State::generated_visitor(std::optional<std::size_t> index) const {
  if (!index || !is_untouched_visitor(*index)) return {};
  return generator.visitor(*index);
}

std::size_t State::visitor_count() const { return visitors.all().size() + generator.visitors(); }

void State::put_visitor(Json visitor) { visitors.put(std::move(visitor)); }

void State::remove_visitor(std::string_view id) {
  visitors.remove(id);
  if (generator.visitor_index(id)) removed.add(id);
}

std::optional<Json> State::inquiry(std::string_view id) const {
  if (const Json* stored = inquiries.find(id)) return *stored;
  const auto room = generator.room_of_inquiry(id);
  if (!room || removed.contains(id)) return {};
  return generator.inquiry(*room);
}

std::optional<Json> State::inquiry_of(std::string_view rid) const {
  if (const Json* stored = inquiries.find_by("rid", rid)) return *stored;
  const auto room = generator.room_index(rid);
  if (!room) return {};
  return inquiry(generator.inquiry_id(*room));
}

void State::put_inquiry(Json inquiry) { inquiries.put(std::move(inquiry)); }

void State::remove_inquiry(std::string_view id) {
  inquiries.remove(id);
  if (generator.room_of_inquiry(id)) removed.add(id);
}

bool State::is_subscribed(std::string_view user_id, std::string_view rid) const {
  const auto& all = subscriptions.all();
  const bool stored = std::any_of(all.begin(), all.end(), [&](const Json& subscription) {
    return text_or_empty(subscription, "rid") == rid && id_of(subscription, "u") == user_id;
  });
  const auto room = generator.room_index(rid);
  if (stored || !room || removed.contains(generator.subscription_id(*room))) return stored;
  const RoomFacts facts = generator.facts(*room);
  return facts.closed == 0 && facts.agent && generator.agents()[*facts.agent].id == user_id;
}

void State::put_subscription(Json subscription) { subscriptions.put(std::move(subscription)); }

void State::remove_subscriptions_of(std::string_view rid) {
  subscriptions.remove_by("rid", rid);
  if (const auto room = generator.room_index(rid)) removed.add(generator.subscription_id(*room));
}

std::vector<Json> State::messages_of(std::string_view rid) const {
  std::vector<Json> found;
  if (const auto room = generator.room_index(rid)) found = generator.messages(*room);
  for (const Json& message : messages.all())
    if (text_or_empty(message, "rid") == rid) found.push_back(message);
  sort_items(found, [](const Json& one, const Json& other) {
    return text_or_empty(one, "ts") < text_or_empty(other, "ts");
  });
  return found;
}

std::optional<Json> State::message(std::string_view id) const { return copy_of(messages.find(id)); }

void State::put_message(Json message) { messages.put(std::move(message)); }

void State::remove_messages_of(std::string_view rid) { messages.remove_by("rid", rid); }

std::optional<Json> State::unless_unknown(std::optional<Json> visitor) const {
  const bool leaves_out = behaviour->disabled_visitors == DisabledVisitors::unknown;
  if (visitor && leaves_out && is_true(*visitor, "disabled")) return {};
  return visitor;
}

}  // namespace room_visitor::standin

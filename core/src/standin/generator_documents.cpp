// The documents of generated visitors and rooms, in the form in which a server sends them.
#include <array>

#include "standin/generator.h"

namespace room_visitor::standin {
namespace {

constexpr int kUnspecifiedPriority = 99;
constexpr int kUnknownWaitingTime = 9999999;
constexpr Millis kBetweenMessages = 40'000;
constexpr Millis kToAnswer = 900;
constexpr std::array<std::string_view, 12> kVisitorSays{"Hello, is anybody there?",
                                                        "My order has not arrived yet.",
                                                        "I cannot log in since this morning.",
                                                        "Could you send me the invoice again?",
                                                        "Which of the two plans includes support?",
                                                        "It says that my card was declined.",
                                                        "Thank you, that worked!",
                                                        "Where can I change my address?",
                                                        "I would like to cancel, please.",
                                                        "The app closes when I open a picture.",
                                                        "How long does delivery take?",
                                                        "One more question, if I may."};
constexpr std::array<std::string_view, 8> kAgentSays{"Good morning! How can I help?",
                                                     "Let me have a look.",
                                                     "I have sent you a link, please try it.",
                                                     "Could you tell me the order number?",
                                                     "That should work again now.",
                                                     "I am sorry about that.",
                                                     "Is there anything else?",
                                                     "You are welcome!"};
constexpr std::array<std::string_view, 8> kSources{"widget", "widget", "widget", "widget",
                                                   "email",  "sms",    "app",    "api"};

Json person(const GeneratedAgent& agent) {
  Json person = Json::object();
  set_member(person, "_id", agent.id);
  set_member(person, "username", agent.username);
  return person;
}

Json list_of_one(std::string_view key, const std::string& text) {
  Json entry = Json::object();
  set_member(entry, key, text);
  Json list = Json::array();
  list.push_back(std::move(entry));
  return list;
}

Json source(std::uint64_t noise) {
  Json source = Json::object();
  set_member(source, "type", std::string(kSources[noise >> 33 & 7]));
  return source;
}

void set_closed(Json& room, const RoomFacts& facts, const std::vector<GeneratedAgent>& agents) {
  set_member(room, "closedAt", format_timestamp(facts.closed));
  if (!facts.agent) {
    set_member(room, "closer", "visitor");
    return;
  }
  set_member(room, "closedBy", person(agents[*facts.agent]));
  set_member(room, "closer", "user");
}

}  // namespace

Json Generator::short_visitor(std::size_t visitor) const {
  Json v = Json::object();
  set_member(v, "_id", visitor_id(visitor));
  set_member(v, "username", visitor_username(visitor));
  set_member(v, "token", visitor_token(visitor));
  return v;
}

Json Generator::room(std::size_t index) const {
  const RoomFacts facts = this->facts(index);
  const bool open = facts.closed == 0;
  const std::string started = format_timestamp(facts.started);
  const Json last = message(index, facts.messages - 1, facts);
  const std::string_view last_time = text_or_empty(last, "ts");
  const std::string name = visitor_name(facts.visitor);
  Json room = Json::object();
  set_member(room, "_id", room_id(index));
  set_member(room, "msgs", facts.messages);
  set_member(room, "usersCount", facts.agent ? 2 : 1);
  set_member(room, "lm", std::string(last_time));
  set_member(room, "fname", name.empty() ? visitor_username(facts.visitor) : name);
  set_member(room, "t", "l");
  set_member(room, "ts", started);
  Json v = short_visitor(facts.visitor);
  set_member(v, "status", open ? "online" : "offline");
  set_member(v, "lastMessageTs", std::string(last_time));
  set_member(room, "v", std::move(v));
  set_member(room, "cl", false);
  if (open) set_member(room, "open", true);
  set_member(room, "source", source(facts.noise));
  if (facts.department) set_member(room, "departmentId", departments_[*facts.department]);
  set_member(room, "queuedAt", started);
  set_member(room, "priorityWeight", kUnspecifiedPriority);
  set_member(room, "estimatedWaitingTimeQueue", kUnknownWaitingTime);
  if (facts.agent) {
    Json agent = person(agents_[*facts.agent]);
    set_member(agent, "ts", format_timestamp(facts.started + kToAnswer));
    set_member(room, "servedBy", std::move(agent));
  }
  if (facts.on_hold) set_member(room, "onHold", true);
  Json tags = Json::array();
  for (const std::string_view tag : this->tags(facts)) tags.push_back(std::string(tag));
  if (!tags.empty()) set_member(room, "tags", std::move(tags));
  set_member(room, "lastMessage", last);
  set_member(room, "waitingResponse", open && member(last, "token") != nullptr);
  if (!open) set_closed(room, facts, agents_);
  set_member(room, "_updatedAt", open ? std::string(last_time) : format_timestamp(facts.closed));
  return room;
}

Json Generator::visitor(std::size_t index) const {
  const std::vector<std::size_t> rooms = rooms_of(index);
  const std::string newest = format_timestamp(started(rooms.front()));
  Json visitor = short_visitor(index);
  const Json token = *member(visitor, "token");
  erase_member(visitor, "token");
  set_member(visitor, "status", facts(rooms.front()).closed == 0 ? "online" : "offline");
  set_member(visitor, "ts", format_timestamp(visitor_started(index)));
  set_member(visitor, "token", token);
  if (std::string name = visitor_name(index); !name.empty())
    set_member(visitor, "name", std::move(name));
  if (const std::string address = email(index); !address.empty())
    set_member(visitor, "visitorEmails", list_of_one("address", address));
  if (const std::string number = phone(index); !number.empty())
    set_member(visitor, "phone", list_of_one("phoneNumber", number));
  set_member(visitor, "_updatedAt", newest);
  Json last_chat = Json::object();
  set_member(last_chat, "_id", room_id(rooms.front()));
  set_member(last_chat, "ts", newest);
  set_member(visitor, "lastChat", std::move(last_chat));
  return visitor;
}

std::optional<Json> Generator::inquiry(std::size_t index) const {
  const RoomFacts facts = this->facts(index);
  if (facts.closed != 0) return {};
  const std::string started = format_timestamp(facts.started);
  const std::string name = visitor_name(facts.visitor);
  Json inquiry = Json::object();
  set_member(inquiry, "_id", inquiry_id(index));
  set_member(inquiry, "rid", room_id(index));
  set_member(inquiry, "name", name.empty() ? visitor_username(facts.visitor) : name);
  set_member(inquiry, "status", facts.agent ? "taken" : "queued");
  if (facts.department) set_member(inquiry, "department", departments_[*facts.department]);
  Json v = short_visitor(facts.visitor);
  set_member(v, "status", "online");
  set_member(inquiry, "v", std::move(v));
  set_member(inquiry, "ts", started);
  set_member(inquiry, "t", "l");
  set_member(inquiry, "_updatedAt", started);
  return inquiry;
}

std::vector<Json> Generator::messages(std::size_t index) const {
  const RoomFacts facts = this->facts(index);
  std::vector<Json> messages;
  messages.reserve(static_cast<std::size_t>(facts.messages));
  for (int number = 0; number < facts.messages; ++number)
    messages.push_back(message(index, number, facts));
  return messages;
}

// The visitor begins; then the two take turns, if there is an agent.
Json Generator::message(std::size_t index, int number, const RoomFacts& facts) const {
  constexpr std::uint64_t kMessagesOfRoom = 256;
  const std::uint64_t key = index * kMessagesOfRoom + static_cast<std::uint64_t>(number);
  const std::uint64_t chosen = noise(Tag::message, key);
  const std::string time = format_timestamp(facts.started + number * kBetweenMessages);
  const bool by_agent = facts.agent && number % 2 == 1;
  Json message = Json::object();
  set_member(message, "_id", short_id(Tag::message, key));
  set_member(message, "rid", room_id(index));
  set_member(message, "msg",
             std::string(by_agent ? kAgentSays[chosen % kAgentSays.size()]
                                  : kVisitorSays[chosen % kVisitorSays.size()]));
  set_member(message, "ts", time);
  if (by_agent) {
    set_member(message, "u", person(agents_[*facts.agent]));
  } else {
    Json author = short_visitor(facts.visitor);
    const Json token = *member(author, "token");
    erase_member(author, "token");
    set_member(message, "token", token);
    const std::string name = visitor_name(facts.visitor);
    if (!name.empty()) set_member(message, "alias", name);
    set_member(message, "u", std::move(author));
  }
  set_member(message, "_updatedAt", time);
  set_member(message, "urls", Json::array());
  set_member(message, "mentions", Json::array());
  set_member(message, "channels", Json::array());
  return message;
}

}  // namespace room_visitor::standin

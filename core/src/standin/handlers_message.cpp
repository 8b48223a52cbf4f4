// Messages: sending one as a visitor, and reading those of a room as visitor or agent.
#include <algorithm>
#include <array>

#include "standin/access.h"
#include "standin/conversation.h"
#include "standin/handler_errors.h"
#include "standin/handlers.h"
#include "standin/paging.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr std::size_t kHistoryLimit = 20;

// The text as its parser has it: a paragraph of plain text. Markup is not looked for.
Json parsed_text(const std::string& text) {
  const auto node = [](std::string_view type, Json value) {
    Json made = Json::object();
    set_text(made, "type", type);
    set_member(made, "value", std::move(value));
    return made;
  };
  return Json::array_t{node("PARAGRAPH", Json::array_t{node("PLAIN_TEXT", text)})};
}

Json visitors_message(const State& state, const Json& visitor, const Json& given,
                      const std::string& id, const std::string& time) {
  const std::string text(text_or_empty(given, "msg"));
  Json message = Json::object();
  set_text(message, "_id", id);
  set_member(message, "rid", *member(given, "rid"));
  set_text(message, "msg", text);
  set_member(message, "token", *member(given, "token"));
  if (const auto name = text_or_empty(visitor, "name"); !name.empty())
    set_text(message, "alias", name);
  set_text(message, "ts", time);
  set_member(message, "u", person(visitor, "name"));
  set_text(message, "_updatedAt", time);
  for (const std::string_view key : {"urls", "mentions", "channels"})
    set_member(message, key, Json::array());
  if (!text.empty()) set_member(message, "md", parsed_text(text));
  set_member(message, "newRoom", false);
  set_member(message, "showConnecting", is_queue_shown(state));
  return message;
}

// The visitor of a token together with a room of theirs.
struct OwnConversation {
  Json visitor;
  Json room;
};

struct OwnConversationOrRefusal {
  std::optional<OwnConversation> found;
  std::string_view refusal;
};

OwnConversationOrRefusal find_own_conversation(const State& state, std::string_view rid,
                                               std::string_view token) {
  auto visitor = state.visitor_by_token(token);
  if (!visitor) return {{}, "invalid-token"};
  auto room = find_own_room(state, rid, token);
  if (!room) return {{}, "invalid-room"};
  return {OwnConversation{std::move(*visitor), std::move(*room)}, {}};
}

Reply send_message(Call& call) {
  State& state = call.state;
  const HandlerErrors errors = state.behaviour->handler_errors;
  auto [own, refusal] = find_own_conversation(state, text_or_empty(call.body, "rid"),
                                              text_or_empty(call.body, "token"));
  if (!own) return coded_error(errors, refusal);
  if (!is_true(own->room, "open")) return coded_error(errors, "room-closed");
  std::string id(text_or_empty(call.body, "_id"));
  // A message that is there already is not sent again, and nothing says so.
  if (!id.empty() && state.message(id)) return silent_failure();
  if (id.empty()) id = state.chance.random_id();
  Json message = visitors_message(state, own->visitor, call.body, id, format_timestamp(call.now));
  add_message(state, std::move(own->room), message);
  Json answer = Json::object();
  set_member(answer, "message", std::move(message));
  return success(std::move(answer));
}

// Newest first, as every list of messages is unless another order is asked for.
std::vector<Json> newest_messages(const State& state, std::string_view rid) {
  std::vector<Json> messages = state.messages_of(rid);
  std::reverse(messages.begin(), messages.end());
  return messages;
}

// A time that cannot be read is before all messages.
void keep_earlier(std::vector<Json>& messages, std::string_view end) {
  const auto last = parse_timestamp(end);
  std::erase_if(messages, [&](const Json& message) {
    const auto time = parse_timestamp(text_or_empty(message, "ts"));
    return !last || (time && *time >= *last);
  });
}

Reply show_history(Call& call) {
  const State& state = call.state;
  const HandlerErrors errors = state.behaviour->handler_errors;
  const std::string_view token = text_or_empty(call.query, "token");
  if (token.empty()) return coded_error(errors, "error-token-param-not-provided");
  const auto [own, refusal] = find_own_conversation(state, call.part("rid"), token);
  if (!own) return coded_error(errors, refusal);
  std::vector<Json> messages = newest_messages(state, call.part("rid"));
  if (const auto end = text_or_empty(call.query, "end"); !end.empty()) keep_earlier(messages, end);
  const std::uint64_t limit = read_whole(call.query, "limit").value_or(0);
  const Page page{read_page(state, call.query).offset, limit == 0 ? kHistoryLimit : limit};
  Json answer = Json::object();
  set_member(answer, "messages", page_of(std::move(messages), page));
  return success(std::move(answer));
}

// What people wrote, and the words with which a conversation was closed.
bool is_shown(const Json& message, std::string_view wanted) {
  const Json* type = member(message, "t");
  if (type != nullptr && *type != "livechat-close") return false;
  return contains_ignoring_case(text_or_empty(message, "msg"), wanted);
}

Reply list_messages(Call& call) {
  const State& state = call.state;
  if (!state.is_allowed(*call.user, state.behaviour->reading_handler_permission))
    return failure("error-not-authorized");
  auto sort = read_sort(call.query);
  if (sort.refusal) return std::move(*sort.refusal);
  const auto room = state.room(call.part("rid"));
  if (!room) return failure("invalid-room");
  if (!may_access(state, *call.user, *room, AccessView::whole_room)) return failure("not-allowed");
  std::vector<Json> messages = newest_messages(state, call.part("rid"));
  const std::string_view wanted = text_or_empty(call.query, "searchTerm");
  std::erase_if(messages, [&](const Json& message) { return !is_shown(message, wanted); });
  sort_documents(messages, sort.value);
  const std::size_t total = messages.size();
  const Page page = read_page(state, call.query);
  Json answer = Json::object();
  set_member(answer, "messages", page_of(std::move(messages), page));
  set_member(answer, "offset", page.offset);
  // The number asked for, unlike in other lists.
  set_member(answer, "count", page.count);
  set_member(answer, "total", total);
  return success(std::move(answer));
}

constexpr std::array kAgentMembers{Property{"agentId", &kText, Need::required},
                                   Property{"username", &kText, Need::required}};
constexpr Schema kAgent{.kind = Kind::object, .properties = kAgentMembers};
constexpr std::array kMessageMembers{Property{"token", &kText, Need::required},
                                     Property{"rid", &kText, Need::required},
                                     Property{"msg", &kText, Need::required},
                                     Property{"_id", &kMaybeText}, Property{"agent", &kAgent}};
constexpr Schema kMessageBody{.kind = Kind::object, .properties = kMessageMembers};

constexpr std::array kHistoryMembers{
    Property{"searchText", &kMaybeText}, Property{"token", &kText, Need::required},
    Property{"count", &kMaybeNumber},    Property{"offset", &kMaybeNumber},
    Property{"sort", &kMaybeText},       Property{"ls", &kMaybeText},
    Property{"end", &kMaybeText},        Property{"limit", &kMaybeNumber}};
constexpr Schema kHistoryQuery{.kind = Kind::object, .properties = kHistoryMembers};

constexpr std::array kListMembers{Property{"count", &kMaybeNumber},
                                  Property{"offset", &kMaybeNumber}, Property{"sort", &kMaybeText},
                                  Property{"searchTerm", &kMaybeText}};
constexpr Schema kListQuery{.kind = Kind::object, .properties = kListMembers};

constexpr std::array kMessage{Endpoint{.method = "POST",
                                       .credentials = Credentials::not_asked,
                                       .handler = send_message,
                                       .checked = Checked::body,
                                       .schema = &kMessageBody,
                                       .older_check = OlderCheck::exact,
                                       .catches = Catches::errors}};
constexpr std::array kHistory{Endpoint{.method = "GET",
                                       .credentials = Credentials::not_asked,
                                       .handler = show_history,
                                       .checked = Checked::query,
                                       .schema = &kHistoryQuery}};
constexpr std::array kList{
    Endpoint{.method = "GET",
             .handler = list_messages,
             .permission = {.of_version = &Behaviour::reading_route_permission},
             .checked = Checked::query,
             .schema = &kListQuery}};
constexpr std::array kRoutes{
    Route{"/api/v1/livechat/message", Limit::counted, kMessage},
    Route{"/api/v1/livechat/messages.history/:rid", Limit::counted, kHistory},
    Route{"/api/v1/livechat/:rid/messages", Limit::counted, kList, &Behaviour::room_messages},
};

}  // namespace

std::span<const Route> message_routes() { return kRoutes; }

}  // namespace room_visitor::standin

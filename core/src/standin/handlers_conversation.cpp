// What agents do to a conversation besides writing: they close it, and note down what they learnt.
#include <algorithm>
#include <array>

#include "standin/conversation.h"
#include "standin/handlers.h"
#include "standin/text.h"
#include "standin/text_index.h"

namespace room_visitor::standin {
namespace {

constexpr std::string_view kCommentWanted = "Livechat_request_comment_when_closing_conversation";
constexpr Millis kMillisPerSecond = 1000;

// A list of texts, each of them once, in the order in which they come first.
class Tags {
 public:
  void add(const Json* list) {
    const auto* items = list == nullptr ? nullptr : list->get_ptr<const Json::array_t*>();
    if (items == nullptr) return;
    for (const Json& item : *items) {
      const auto* text = item.get_ptr<const std::string*>();
      if (text != nullptr && known_.add(*text).is_new) tags_.push_back(item);
    }
  }
  [[nodiscard]] const Json::array_t& all() const { return tags_; }

 private:
  Json::array_t tags_;
  TextIndex known_;
};

bool has_items(const Json* list) { return list != nullptr && list->is_array() && !list->empty(); }

// The tags of a room that is closed with these; nothing if its department wants one and has none.
std::optional<Tags> closing_tags(const State& state, const Json& room, const Json& body) {
  Tags tags;
  tags.add(member(body, "tags"));
  tags.add(member(room, "tags"));
  const Json* department = state.departments.find(text_or_empty(room, "departmentId"));
  if (department == nullptr) return tags;
  const Json* own = member(*department, "chatClosingTags");
  const bool asks = is_true(*department, "requestTagBeforeClosingChat");
  if (asks && (tags.all().empty() || !has_items(own))) return {};
  tags.add(own);
  return tags;
}

void set_duration(Json& metrics, std::string_view key, std::string_view since, Millis now) {
  const auto start = parse_timestamp(since);
  if (!start) return;
  const Millis seconds = (now - *start) / kMillisPerSecond;
  set_member(metrics, key, seconds);
}

Json closing_message(State& state, const Json& room, const Json& user, std::string_view comment,
                     const std::string& time) {
  Json message = Json::object();
  set_member(message, "_id", state.chance.random_id());
  set_member(message, "rid", *member(room, "_id"));
  set_text(message, "t", "livechat-close");
  set_text(message, "msg", comment);
  set_member(message, "groupable", false);
  set_member(message, "transcriptRequested", member(room, "transcriptRequest") != nullptr);
  set_text(message, "ts", time);
  set_member(message, "u", person(user, "name"));
  set_text(message, "_updatedAt", time);
  return message;
}

void close(State& state, Json room, const Json& user, const Json& message, Millis now) {
  const std::string rid(text_or_empty(room, "_id"));
  set_member(room, "closedAt", *member(message, "ts"));
  set_member(room, "closedBy", person(user, ""));
  set_text(room, "closer", "user");
  Json& metrics = object_member(room, "metrics");
  set_duration(metrics, "chatDuration", text_or_empty(room, "ts"), now);
  if (const Json* agent = member(room, "servedBy"))
    set_duration(metrics, "serviceTimeDuration", text_or_empty(*agent, "ts"), now);
  set_text(object_member(room, "v"), "status", "offline");
  erase_member(room, "open");
  set_member(room, "closingMessage", message);
  if (const auto inquiry = state.inquiry_of(rid))
    state.remove_inquiry(text_or_empty(*inquiry, "_id"));
  state.remove_subscriptions_of(rid);
  add_message(state, std::move(room), message);
}

Reply close_room(Call& call) {
  State& state = call.state;
  const std::string rid(text_or_empty(call.body, "rid"));
  auto room = state.room(rid);
  if (!room || !is_live_chat(*room)) return failure("error-invalid-room");
  if (!is_true(*room, "open")) return failure("error-room-already-closed");
  if (!state.is_subscribed(text_or_empty(*call.user, "_id"), rid) &&
      !state.has_permission(*call.user, "close-others-livechat-room"))
    return failure("error-not-authorized");
  const std::string_view comment = text_or_empty(call.body, "comment");
  if (is_true(state.settings, kCommentWanted) && trim(comment).empty())
    return failure("error-comment-is-required");
  const auto tags = closing_tags(state, *room, call.body);
  if (!tags) return failure("error-tags-must-be-assigned-before-closing-chat");
  if (!tags->all().empty()) set_member(*room, "tags", tags->all());
  const Json message =
      closing_message(state, *room, *call.user, comment, format_timestamp(call.now));
  close(state, std::move(*room), *call.user, message, call.now);
  return success(Json::object());
}

// A text that is set where there is something in it, and taken away where there is only space.
// Nothing or no text at all changes nothing.
void set_or_erase(Json& document, std::string_view key, const Json* given) {
  const auto* text = given == nullptr ? nullptr : given->get_ptr<const std::string*>();
  if (text == nullptr) return;
  const std::string_view trimmed = trim(*text);
  if (trimmed.empty()) {
    erase_member(document, key);
  } else {
    set_text(document, key, trimmed);
  }
}

// The fields of `known` with those of `given`; empty ones are taken away. There may be very many,
// so they are found by an index.
Json merged_fields(const Json* known, const Json::object_t& given) {
  const auto* before = known == nullptr ? nullptr : known->get_ptr<const Json::object_t*>();
  Json::object_t all = before == nullptr ? Json::object_t() : *before;
  TextIndex places;
  for (const auto& entry : all) places.add(entry.first, places.size());
  TextIndex emptied;
  for (const auto& [key, value] : given) {
    const auto* text = value.get_ptr<const std::string*>();
    if (text == nullptr) continue;
    const std::string trimmed(trim(*text));
    const auto [place, is_new] = places.add(key, all.size());
    if (is_new) all.push_back({key, Json()});
    all.data()[place].second = trimmed;
    if (trimmed.empty()) emptied.add(key);
  }
  Json::object_t kept;
  for (auto& entry : all)
    if (!emptied.contains(entry.first)) kept.push_back(std::move(entry));
  return kept;
}

void merge_fields(Json& document, const Json* given) {
  const auto* fields = given == nullptr ? nullptr : given->get_ptr<const Json::object_t*>();
  if (fields == nullptr || fields->empty()) return;
  Json merged = merged_fields(member(document, "livechatData"), *fields);
  if (merged.empty()) {
    erase_member(document, "livechatData");
  } else {
    set_member(document, "livechatData", std::move(merged));
  }
}

// One address or number takes the place of all that are known; an empty one changes nothing.
void set_contact(Json& visitor, std::string_view list, std::string_view key,
                 std::string_view text) {
  if (text.empty()) return;
  if (const auto trimmed = trim(text); !trimmed.empty()) {
    set_member(visitor, list, list_of_one(key, trimmed));
  } else {
    erase_member(visitor, list);
  }
}

void save_guest(State& state, const Json& given, const Json& room, bool with_fields,
                const std::string& time) {
  auto visitor = state.visitor(text_or_empty(given, "_id"));
  if (!visitor) return;
  if (!text_or_empty(given, "name").empty()) set_or_erase(*visitor, "name", member(given, "name"));
  set_contact(*visitor, "visitorEmails", "address", text_or_empty(given, "email"));
  // The number of a conversation by SMS is where its messages go.
  if (member(room, "sms") == nullptr)
    set_contact(*visitor, "phone", "phoneNumber", text_or_empty(given, "phone"));
  if (with_fields) merge_fields(*visitor, member(given, "livechatData"));
  set_text(*visitor, "_updatedAt", time);
  state.put_visitor(std::move(*visitor));
}

// A list of tags that is not given, or empty, takes all tags away.
void save_room(Json& room, const Json& given) {
  set_or_erase(room, "topic", member(given, "topic"));
  if (const Json* tags = member(given, "tags"); has_items(tags)) {
    set_member(room, "tags", *tags);
  } else {
    erase_member(room, "tags");
  }
  for (const std::string_view key : {"priorityId", "slaId"})
    set_or_erase(room, key, member(given, key));
  merge_fields(room, member(given, "livechatData"));
}

// The name of the guest is the title of the room and of its place in the queue.
void rename(State& state, Json& room, std::string_view name, const std::string& time) {
  if (trim(name).empty()) return;
  set_text(room, "fname", name);
  auto inquiry = state.inquiry_of(text_or_empty(room, "_id"));
  if (!inquiry) return;
  set_member(*inquiry, "name", std::string(name));
  set_text(*inquiry, "_updatedAt", time);
  state.put_inquiry(std::move(*inquiry));
}

Reply save_info(Call& call) {
  State& state = call.state;
  const Json& guest = object_member(call.body, "guestData");
  const Json& given = object_member(call.body, "roomData");
  auto room = state.room(text_or_empty(given, "_id"));
  if (!room || !is_live_chat(*room)) return failure("error-invalid-room");
  const bool serves = id_of(*room, "servedBy") == text_or_empty(*call.user, "_id");
  if (!serves && !state.has_permission(*call.user, "save-others-livechat-room-info"))
    return unauthorized();
  const std::string time = format_timestamp(call.now);
  const bool with_fields = state.has_permission(*call.user, "edit-livechat-room-customfields");
  save_guest(state, guest, *room, with_fields, time);
  save_room(*room, given);
  rename(state, *room, text_or_empty(guest, "name"), time);
  set_text(*room, "_updatedAt", time);
  state.put_room(std::move(*room));
  return success(Json::object());
}

constexpr Schema kBoolean{.kind = Kind::boolean};
constexpr Schema kMaybeBoolean{.kind = Kind::boolean, .null = Null::accepted};
constexpr Schema kMaybeTexts{.kind = Kind::list, .null = Null::accepted, .each = &kText};
constexpr std::array kRequestMembers{Property{"email", &kText, Need::required},
                                     Property{"subject", &kText, Need::required}};
constexpr Schema kRequest{.kind = Kind::object, .properties = kRequestMembers};
constexpr std::array kTranscriptMembers{Property{"sendToVisitor", &kBoolean, Need::required},
                                        Property{"requestData", &kRequest}};
constexpr Schema kTranscript{.kind = Kind::object, .properties = kTranscriptMembers};
constexpr std::array kCloseMembers{Property{"rid", &kText, Need::required},
                                   Property{"comment", &kMaybeText}, Property{"tags", &kMaybeTexts},
                                   Property{"generateTranscriptPdf", &kMaybeBoolean},
                                   Property{"transcriptEmail", &kTranscript}};
constexpr Schema kCloseBody{.kind = Kind::object, .properties = kCloseMembers};

constexpr Schema kMaybeTextFields{
    .kind = Kind::object, .null = Null::accepted, .others = Others::accepted, .each = &kText};
constexpr Schema kMaybeFields{
    .kind = Kind::object, .null = Null::accepted, .others = Others::accepted};
constexpr std::array kGuestMembers{Property{"_id", &kText, Need::required},
                                   Property{"name", &kMaybeText}, Property{"email", &kMaybeText},
                                   Property{"phone", &kMaybeText},
                                   Property{"livechatData", &kMaybeTextFields}};
constexpr Schema kGuest{.kind = Kind::object, .properties = kGuestMembers};
constexpr std::array kRoomMembers{
    Property{"_id", &kText, Need::required}, Property{"topic", &kMaybeText},
    Property{"tags", &kMaybeTexts},          Property{"livechatData", &kMaybeFields},
    Property{"priorityId", &kMaybeText},     Property{"slaId", &kMaybeText}};
constexpr Schema kRoom{.kind = Kind::object, .properties = kRoomMembers};
constexpr std::array kInfoMembers{Property{"guestData", &kGuest, Need::required},
                                  Property{"roomData", &kRoom, Need::required}};
constexpr Schema kInfoBody{.kind = Kind::object, .properties = kInfoMembers};

constexpr std::array kClose{Endpoint{.method = "POST",
                                     .handler = close_room,
                                     .permission = {.name = "close-livechat-room"},
                                     .checked = Checked::body,
                                     .schema = &kCloseBody}};
constexpr std::array kInfo{Endpoint{.method = "POST",
                                    .handler = save_info,
                                    .permission = {.name = "view-l-room"},
                                    .checked = Checked::body,
                                    .schema = &kInfoBody}};
constexpr std::array kRoutes{
    Route{"/api/v1/livechat/room.closeByUser", Limit::counted, kClose, &Behaviour::close_by_user},
    Route{"/api/v1/livechat/room.saveInfo", Limit::counted, kInfo, &Behaviour::save_info},
};

}  // namespace

std::span<const Route> conversation_routes() { return kRoutes; }

}  // namespace room_visitor::standin

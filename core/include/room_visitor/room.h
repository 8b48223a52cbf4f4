// An omnichannel room, the live chat that an update moves, as the server's answers carry it.
// Source: docs/wire.md section 8.1.
//
//   Result<Room> room = read_room(R"({"_id":"tcbbSmWSLR5uo5PBW","t":"l","v":{"_id":"a1"}})");
//   room.value().v->id->text;        // "a1"
//   write_room(room.value());        // the same JSON value again
//
// Everything is optional: real servers leave out fields that their own types call required. A field
// of an unexpected kind, and every field not named here, is kept in `extra` as its source text.
#ifndef ROOM_VISITOR_ROOM_H
#define ROOM_VISITOR_ROOM_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/ids.h"
#include "room_visitor/json_value.h"
#include "room_visitor/result.h"

namespace room_visitor {

using OptionalText = std::optional<std::string>;
using OptionalTexts = std::optional<std::vector<std::string>>;

/// The visitor as the room remembers it. An update changes `id`, `username` and `token` only.
struct RoomVisitor {
  std::optional<VisitorId> id;
  OptionalText username, token, status, name, phone;
  OptionalTexts activity;  ///< months with activity, "YYYY-MM"
  std::optional<Timestamp> last_message_ts;
  ExtraMembers extra;
  bool operator==(const RoomVisitor&) const = default;
};

/// A user as rooms and messages mention one.
struct UserMention {
  std::optional<UserId> id;
  OptionalText username, name;
  ExtraMembers extra;
  bool operator==(const UserMention&) const = default;
};

/// The agent who serves the room, since `ts`.
struct ServingAgent {
  std::optional<UserId> id;
  OptionalText username;
  std::optional<Timestamp> ts;
  ExtraMembers extra;
  bool operator==(const ServingAgent&) const = default;
};

/// Where the room came from: widget, email, sms, app, api or other.
struct RoomSource {
  OptionalText type, id, alias, label, sidebar_icon, default_icon, destination;
  ExtraMembers extra;
  bool operator==(const RoomSource&) const = default;
};

/// A message. `token` is the visitor's credential.
struct Message {
  OptionalText id, rid, msg, token, alias, t;
  std::optional<Timestamp> ts, updated_at;
  std::optional<UserMention> u;
  std::optional<JsonText> urls, mentions, channels, md;
  std::optional<bool> new_room, show_connecting;
  ExtraMembers extra;
  bool operator==(const Message&) const = default;
};

struct AgentResponse {
  std::optional<UserId> id;
  OptionalText username;
  std::optional<Timestamp> first_response_ts, last_message_ts;
  ExtraMembers extra;
  bool operator==(const AgentResponse&) const = default;
};

struct RoomEmail {
  OptionalText inbox, reply_to, subject;
  OptionalTexts thread;
  ExtraMembers extra;
  bool operator==(const RoomEmail&) const = default;
};

struct RoomSms {
  OptionalText from;
  ExtraMembers extra;
  bool operator==(const RoomSms&) const = default;
};

struct TranscriptRequest {
  OptionalText email, subject;
  std::optional<Timestamp> requested_at;
  std::optional<UserMention> requested_by;
  ExtraMembers extra;
  bool operator==(const TranscriptRequest&) const = default;
};

struct OmnichannelState {
  std::optional<Timestamp> predicted_visitor_abandonment_at;
  ExtraMembers extra;
  bool operator==(const OmnichannelState&) const = default;
};

/// Times in seconds. `fd` is typed a number by the server but is a date string in practice.
struct ResponseMetrics {
  std::optional<Number> tt, total, avg, ft;
  std::optional<JsonText> fd;
  ExtraMembers extra;
  bool operator==(const ResponseMetrics&) const = default;
};

struct VisitorMetrics {
  std::optional<Timestamp> lq;  ///< last question
  ExtraMembers extra;
  bool operator==(const VisitorMetrics&) const = default;
};

struct AgentMetrics {
  std::optional<Timestamp> lr;  ///< last reply
  ExtraMembers extra;
  bool operator==(const AgentMetrics&) const = default;
};

struct RoomMetrics {
  std::optional<Number> service_time_duration, chat_duration, visitor_inactivity;  ///< seconds
  std::optional<VisitorMetrics> v;
  std::optional<AgentMetrics> served_by;
  std::optional<ResponseMetrics> response, reaction;
  ExtraMembers extra;
  bool operator==(const RoomMetrics&) const = default;
};

struct Room {
  std::optional<RoomId> id;
  OptionalText t;  ///< "l" for a live chat, "v" for a voice call
  std::optional<RoomVisitor> v;
  std::optional<RoomSource> source;
  std::optional<UserMention> u;
  OptionalText fname, name, topic, announcement, description, department_id, priority_id, sla_id,
      label, pdf_transcript_file_id, closer, status, call_status, team_id, prid, avatar_etag,
      contact_id;
  std::optional<bool> cl, open, ro, archived, on_hold, is_default, encrypted, federated,
      pdf_transcript_requested, auto_transfer_ongoing, verified;
  std::optional<Timestamp> ts, lm, queued_at, closed_at, auto_transferred_at,
      web_rtc_call_start_time, updated_at;
  std::optional<Number> msgs, users_count;
  std::optional<Number> priority_weight;  ///< 1 highest to 5 lowest, 99 unspecified
  std::optional<Number> estimated_waiting_time_queue;
  OptionalTexts department_ancestors, tags, usernames, uids, muted;
  std::optional<ServingAgent> served_by;
  std::optional<UserMention> closed_by;
  std::optional<AgentResponse> response_by;
  std::optional<Message> last_message, closing_message;
  std::optional<RoomEmail> email;
  std::optional<RoomSms> sms;
  std::optional<TranscriptRequest> transcript_request;
  std::optional<OmnichannelState> omnichannel;
  std::optional<RoomMetrics> metrics;
  std::optional<JsonText> waiting_response, livechat_data, crm_data, custom_fields;
  ExtraMembers extra;
  bool operator==(const Room&) const = default;
};

/// Reads a room from JSON, UTF-8, a leading byte-order mark allowed; of duplicate members the last
/// counts. Errors: empty_answer, not_json, cut_off, answer_too_deep, answer_too_large, and
/// unexpected_answer if the text is not an object.
[[nodiscard]] Result<Room> read_room(std::string_view json);

/// Writes JSON without white space of its own: the typed members, then the extra ones as they were.
/// Reading and writing gives the same JSON value, numbers to the last digit.
[[nodiscard]] std::string write_room(const Room& room);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_ROOM_H

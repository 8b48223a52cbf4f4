// A visitor: the person behind a live chat, known or anonymous, as `livechat/visitors.info` and the
// realtime push carry one. Source: docs/wire.md section 8.2.
//
//   Result<Visitor> visitor = read_visitor(R"({"_id":"a1","username":"guest-16","token":"t"})");
//   visitor.value().username;         // "guest-16"
//
// The rules of room.h hold here too: everything is optional, and nothing that was read is lost.
#ifndef ROOM_VISITOR_VISITOR_H
#define ROOM_VISITOR_VISITOR_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/ids.h"
#include "room_visitor/json_value.h"
#include "room_visitor/result.h"
#include "room_visitor/room.h"

namespace room_visitor {

struct PhoneNumber {
  OptionalText phone_number;
  ExtraMembers extra;
  bool operator==(const PhoneNumber&) const = default;
};

struct EmailAddress {
  OptionalText address;
  ExtraMembers extra;
  bool operator==(const EmailAddress&) const = default;
};

/// The room of the visitor's last conversation and when it began.
struct LastChat {
  std::optional<RoomId> id;
  std::optional<Timestamp> ts;
  ExtraMembers extra;
  bool operator==(const LastChat&) const = default;
};

struct LastAgent {
  std::optional<UserId> agent_id;
  OptionalText username;
  std::optional<Timestamp> ts;
  ExtraMembers extra;
  bool operator==(const LastAgent&) const = default;
};

struct ContactManager {
  OptionalText username;
  ExtraMembers extra;
  bool operator==(const ContactManager&) const = default;
};

/// `token` is the visitor's credential: whoever holds it can write as the visitor.
struct Visitor {
  std::optional<VisitorId> id;
  OptionalText username, token, name, department, user_agent, ip, host, status, contact_id;
  std::optional<Timestamp> ts, updated_at;
  std::optional<std::vector<PhoneNumber>> phone;
  std::optional<std::vector<EmailAddress>> visitor_emails;
  std::optional<LastChat> last_chat;
  std::optional<LastAgent> last_agent;
  std::optional<JsonText> livechat_data, external_ids;
  std::optional<ContactManager> contact_manager;
  OptionalTexts activity;        ///< months with activity, "YYYY-MM"
  std::optional<bool> disabled;  ///< from 6.5 on: anonymised, and unknown to an update
  ExtraMembers extra;
  bool operator==(const Visitor&) const = default;
};

/// Reads a visitor from JSON; rules and errors as read_room.
[[nodiscard]] Result<Visitor> read_visitor(std::string_view json);

/// Writes compact JSON; rules as write_room.
[[nodiscard]] std::string write_visitor(const Visitor& visitor);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_VISITOR_H

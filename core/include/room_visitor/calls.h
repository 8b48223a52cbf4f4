// Requests beside the update itself: logging in and out, and reading what a person needs to see
// before a room is moved. None of them creates or changes anything in the workspace but a login
// token, and none carries a visitor's token. Source: docs/wire.md sections 9 and 9.1.
//
//   Result<HttpRequest> request = log_in(server, {"agent", "secret", ""});
//   LoginAnswer answer = read_login(my_application_sends(request.value()));   // answers.h
//   RoomFilter filter;
//   filter.open = true;
//   Result<HttpRequest> rooms = room_list(server, *answer.session, filter);
//
// Each function with input of its own returns an Error that names the member that cannot be sent:
// empty, ill_formed_unicode or invalid_input, and what else is said there.
#ifndef ROOM_VISITOR_CALLS_H
#define ROOM_VISITOR_CALLS_H

#include <optional>
#include <string>
#include <vector>

#include "room_visitor/endpoints.h"
#include "room_visitor/http.h"
#include "room_visitor/ids.h"
#include "room_visitor/result.h"
#include "room_visitor/server_url.h"
#include "room_visitor/time.h"

namespace room_visitor {

/// What a person logs in with. `user` is a user name, or an e-mail address: the server takes what
/// has an @ for one. `code` answers a second factor (LoginAnswer::second_factor), empty before.
struct Login {
  std::string user;
  std::string password;
  std::string code;

  bool operator==(const Login&) const = default;
};

/// `POST /api/v1/login`. The body has exactly the members that let the server take the code from
/// it: across origins its header is not allowed. Errors: missing_login, ill_formed_unicode.
[[nodiscard]] Result<HttpRequest> log_in(const ServerUrl& server, const Login& login);

/// `POST /api/v1/logout`: ends this session's token and no other.
[[nodiscard]] HttpRequest log_out(const ServerUrl& server, const Session& session);

/// `GET /api/v1/me`: who is logged in.
[[nodiscard]] HttpRequest current_user(const ServerUrl& server, const Session& session);

/// `GET /api/v1/permissions.listAll`: which roles hold which permission.
[[nodiscard]] HttpRequest permission_list(const ServerUrl& server, const Session& session);

/// `GET /api/v1/livechat/visitors.info`: one visitor, disabled ones too where the server keeps
/// them.
[[nodiscard]] Result<HttpRequest> visitor_info(const ServerUrl& server, const Session& session,
                                               const VisitorId& visitor);

/// Which part of a list is wanted. Absent: the server's default, the first 50. The server gives 100
/// at most, unless its settings say otherwise; a count of 0 asks for everything. Not negative.
struct Page {
  std::optional<int> count;
  std::optional<int> offset;

  bool operator==(const Page&) const = default;
};

/// `GET /api/v1/livechat/visitors.search`: visitors with exactly this e-mail address or telephone
/// number, or with this text in name, user name or custom fields. An empty term finds everybody.
[[nodiscard]] Result<HttpRequest> visitor_search(const ServerUrl& server, const Session& session,
                                                 const std::string& term, const Page& page = {});

/// A span of time, either end open; milliseconds since the epoch.
struct DateRange {
  std::optional<Millis> start, end;

  bool operator==(const DateRange&) const = default;
};

enum class SortOrder { ascending, descending };

/// A member of the documents to sort by, for example `ts` or `v.name`.
struct SortKey {
  std::string member;
  SortOrder order = SortOrder::ascending;

  bool operator==(const SortKey&) const = default;
};

/// The value that a room's custom field has to contain.
struct CustomField {
  std::string name, value;

  bool operator==(const CustomField&) const = default;
};

/// What is left absent or empty does not restrict the list.
struct RoomFilter {
  std::vector<std::string> agents;  ///< ids; up to 6.13 also user names
  std::string room_name;            ///< a part of the title
  std::string department_id;
  std::optional<bool> open;
  DateRange created_at, closed_at;
  std::vector<std::string> tags;
  std::vector<CustomField> custom_fields;
  std::optional<bool> on_hold;
  std::optional<bool> queued;  ///< late 6.x; earlier servers refuse a request that has it
  std::vector<SortKey> sort;
  Page page;

  bool operator==(const RoomFilter&) const = default;
};

/// `GET /api/v1/livechat/rooms`. Who may not see all rooms has to name oneself as the only agent.
[[nodiscard]] Result<HttpRequest> room_list(const ServerUrl& server, const Session& session,
                                            const RoomFilter& filter);

/// `GET /api/v1/livechat/visitors.chatHistory/…`: the rooms of a visitor, latest first, for whoever
/// may access the room `rid`, which need not be the visitor's.
[[nodiscard]] Result<HttpRequest> chat_history(const ServerUrl& server, const Session& session,
                                               const RoomId& rid, const VisitorId& visitor,
                                               const Page& page = {});

}  // namespace room_visitor

#endif  // ROOM_VISITOR_CALLS_H

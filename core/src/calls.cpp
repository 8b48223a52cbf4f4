#include "room_visitor/calls.h"

#include <algorithm>
#include <cmath>

#include "json/json_writer.h"
#include "request_parts.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

// Builds a path with its query and remembers the first part that cannot be sent. Names are those of
// members of the call, too.
class Address {
 public:
  explicit Address(const char* path) : text_(path) {}

  // One step of the path. Every sender takes "." and ".." for places, encoded or not, and an empty
  // step would make it another path.
  void step(const char* name, const std::string& id) {
    check_id(name, id);
    if (id == "." || id == "..") fail(ErrorCode::invalid_input, name, id, "an id");
    text_.append("/").append(percent_encoded(id));
  }

  void fixed(const char* steps) { text_.append(steps); }

  void add(const std::string& name, const std::string& value) {
    check_text(name.c_str(), value);
    text_ += has_query_ ? '&' : '?';
    has_query_ = true;
    text_.append(percent_encoded(name)).append("=").append(percent_encoded(value));
  }

  void add_if_any(const char* name, const std::string& value) {
    if (!value.empty()) add(name, value);
  }

  void add_flag(const char* name, const std::optional<bool>& flag) {
    if (flag) add(name, *flag ? "true" : "false");
  }

  void add_id(const char* name, const std::string& id) {
    check_id(name, id);
    add(name, id);
  }

  // With brackets: a single value without them is not a list to the server.
  void add_each(const char* name, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      check_id(name, value);
      add(std::string(name) + "[]", value);
    }
  }

  void add_page(const Page& page) {
    add_count("count", page.count);
    add_count("offset", page.offset);
  }

  void add_range(const char* name, const DateRange& range) {
    if (range == DateRange{}) return;
    json::Writer writer;
    writer.object();
    add_end(writer, name, "start", range.start);
    add_end(writer, name, "end", range.end);
    if (range.start && range.end && *range.start > *range.end)
      fail(ErrorCode::invalid_input, name, "an end before the start", "start, then end");
    add(name, writer.end_object().take());
  }

  void check_text(const char* name, const std::string& text) {
    if (!is_well_formed(text))
      fail(ErrorCode::ill_formed_unicode, name, quote_for_people(text), "well-formed Unicode");
  }

  void check_id(const char* name, const std::string& id) {
    if (id.empty()) fail(ErrorCode::empty, name, "", "");
    check_text(name, id);
  }

  [[nodiscard]] Result<HttpRequest> get(const ServerUrl& server, const Session& session) const {
    if (error_) return *error_;
    return get_request(server, session, text_);
  }

 private:
  void add_count(const char* name, const std::optional<int>& count) {
    if (!count) return;
    const std::string text = to_decimal(*count);
    if (*count < 0) fail(ErrorCode::invalid_input, name, text, "a whole number from 0 on");
    add(name, text);
  }

  void add_end(json::Writer& writer, const char* name, const char* end,
               const std::optional<Millis>& time) {
    if (!time) return;
    if (!std::isfinite(*time))
      fail(ErrorCode::invalid_input, std::string(name) + "/" + end, "no point in time",
           "milliseconds since 1970");
    writer.text(end, format_timestamp(*time));
  }

  void fail(ErrorCode code, const std::string& name, const std::string& found,
            const char* expected) {
    if (!error_) error_ = {code, "/" + name, found, expected};
  }

  std::string text_;
  bool has_query_ = false;
  std::optional<Error> error_;
};

// Well-formed text only: what is not would be sent as something else.
void add_custom_fields(Address& address, const std::vector<CustomField>& fields) {
  if (fields.empty()) return;
  constexpr const char* kName = "customFields";
  json::Writer writer;
  writer.object();
  for (const CustomField& field : fields) {
    address.check_id(kName, field.name);
    address.check_text(kName, field.value);
    writer.name_of_any(field.name).string(field.value);
  }
  address.add(kName, writer.end_object().take());
}

void add_sort(Address& address, const std::vector<SortKey>& keys) {
  if (keys.empty()) return;
  json::Writer writer;
  writer.object();
  for (const SortKey& key : keys) {
    address.check_id("sort", key.member);
    writer.name_of_any(key.member).json(key.order == SortOrder::ascending ? "1" : "-1");
  }
  address.add("sort", writer.end_object().take());
}

}  // namespace

Result<HttpRequest> log_in(const ServerUrl& server, const Login& login) {
  json::Writer body;
  body.object();
  const auto problem_of = [&](const char* name, const std::string& text) {
    std::optional<Error> problem;
    const std::string place = std::string("/") + name;
    if (text.empty()) problem = Error{ErrorCode::missing_login, place, "", ""};
    // Nothing of it is repeated: it may be a password.
    if (!is_well_formed(text)) problem = Error{ErrorCode::ill_formed_unicode, place, "", ""};
    body.text(name, text);
    return problem;
  };
  if (auto problem = problem_of("user", login.user)) return *std::move(problem);
  if (auto problem = problem_of("password", login.password)) return *std::move(problem);
  if (!login.code.empty())
    if (auto problem = problem_of("code", login.code)) return *std::move(problem);
  return HttpRequest{"POST",
                     server.join("/api/v1/login"),
                     {{"Content-Type", "application/json"}},
                     body.end_object().take()};
}

HttpRequest log_out(const ServerUrl& server, const Session& session) {
  return {"POST", server.join("/api/v1/logout"), session_headers(session), ""};
}

HttpRequest current_user(const ServerUrl& server, const Session& session) {
  return get_request(server, session, "/api/v1/me");
}

HttpRequest permission_list(const ServerUrl& server, const Session& session) {
  return get_request(server, session, "/api/v1/permissions.listAll");
}

Result<HttpRequest> visitor_info(const ServerUrl& server, const Session& session,
                                 const VisitorId& visitor) {
  Address address("/api/v1/livechat/visitors.info");
  address.add_id("visitorId", visitor.text);
  return address.get(server, session);
}

Result<HttpRequest> visitor_search(const ServerUrl& server, const Session& session,
                                   const std::string& term, const Page& page) {
  Address address("/api/v1/livechat/visitors.search");
  address.add("term", term);
  address.add_page(page);
  return address.get(server, session);
}

Result<HttpRequest> room_list(const ServerUrl& server, const Session& session,
                              const RoomFilter& filter) {
  Address address("/api/v1/livechat/rooms");
  address.add_each("agents", filter.agents);
  address.add_if_any("roomName", filter.room_name);
  address.add_if_any("departmentId", filter.department_id);
  address.add_flag("open", filter.open);
  address.add_range("createdAt", filter.created_at);
  address.add_range("closedAt", filter.closed_at);
  address.add_each("tags", filter.tags);
  add_custom_fields(address, filter.custom_fields);
  address.add_flag("onhold", filter.on_hold);
  address.add_flag("queued", filter.queued);
  add_sort(address, filter.sort);
  address.add_page(filter.page);
  return address.get(server, session);
}

Result<HttpRequest> chat_history(const ServerUrl& server, const Session& session, const RoomId& rid,
                                 const VisitorId& visitor, const Page& page) {
  Address address("/api/v1/livechat/visitors.chatHistory/room");
  address.step("rid", rid.text);
  address.fixed("/visitor");
  address.step("visitorId", visitor.text);
  address.add_page(page);
  return address.get(server, session);
}

}  // namespace room_visitor

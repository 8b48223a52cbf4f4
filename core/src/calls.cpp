#include "room_visitor/calls.h"

#include <algorithm>
#include <cmath>

#include "json/json_writer.h"
#include "request_parts.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

// Builds a path with its query and remembers the first part that cannot be sent.
class Address {
 public:
  explicit Address(std::string path) : text_(std::move(path)) {}

  // One step of the path. Every sender takes "." and ".." for places, encoded or not, and an empty
  // step would make it another path.
  Address& step(std::string_view place, std::string_view id) {
    check_id(place, id);
    if (id == "." || id == "..") fail(ErrorCode::invalid_input, place, id, "an id");
    text_.append("/").append(percent_encoded(id));
    return *this;
  }

  Address& fixed(std::string_view steps) {
    text_.append(steps);
    return *this;
  }

  Address& add(std::string_view name, std::string_view value) {
    check_text("/" + std::string(name), value);
    text_ += has_query_ ? '&' : '?';
    has_query_ = true;
    text_.append(percent_encoded(name)).append("=").append(percent_encoded(value));
    return *this;
  }

  Address& add_if_any(std::string_view name, std::string_view value) {
    return value.empty() ? *this : add(name, value);
  }

  Address& add_flag(std::string_view name, const std::optional<bool>& flag) {
    return flag ? add(name, *flag ? "true" : "false") : *this;
  }

  Address& add_id(std::string_view name, std::string_view id) {
    check_id("/" + std::string(name), id);
    return add(name, id);
  }

  // With brackets: a single value without them is not a list to the server.
  Address& add_each(std::string_view name, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      check_id("/" + std::string(name), value);
      add(std::string(name) + "[]", value);
    }
    return *this;
  }

  Address& add_count(std::string_view name, const std::optional<int>& count) {
    if (!count) return *this;
    if (*count < 0)
      fail(ErrorCode::invalid_input, "/" + std::string(name), to_decimal(*count),
           "a whole number from 0 on");
    return add(name, to_decimal(*count));
  }

  Address& add_page(const Page& page) {
    return add_count("count", page.count).add_count("offset", page.offset);
  }

  Address& add_range(std::string_view name, const DateRange& range) {
    json::Writer writer;
    writer.object();
    const auto add_end = [&](const char* key, const std::optional<Millis>& time) {
      if (!time) return;
      if (!std::isfinite(*time))
        fail(ErrorCode::invalid_input, "/" + std::string(name) + "/" + std::string(key),
             "no point in time", "milliseconds since 1970");
      writer.text(key, format_timestamp(*time));
    };
    add_end("start", range.start);
    add_end("end", range.end);
    if (range.start && range.end && *range.start > *range.end)
      fail(ErrorCode::invalid_input, "/" + std::string(name), "an end before the start",
           "start, then end");
    return range == DateRange{} ? *this : add(name, writer.end_object().take());
  }

  Address& check_text(std::string_view place, std::string_view text) {
    if (!is_well_formed(text))
      fail(ErrorCode::ill_formed_unicode, place, quote_for_people(text), "well-formed Unicode");
    return *this;
  }

  Address& check_id(std::string_view place, std::string_view id) {
    if (id.empty()) fail(ErrorCode::empty, place, "", "");
    return check_text(place, id);
  }

  [[nodiscard]] Result<HttpRequest> get(const ServerUrl& server, const Session& session) const {
    if (error_) return *error_;
    return get_request(server, session, text_);
  }

 private:
  void fail(ErrorCode code, std::string_view place, std::string_view found,
            std::string_view expected) {
    if (!error_) error_ = {code, std::string(place), std::string(found), std::string(expected)};
  }

  std::string text_;
  bool has_query_ = false;
  std::optional<Error> error_;
};

// Well-formed text only: what is not would be sent as something else.
void add_custom_fields(Address& address, const std::vector<CustomField>& fields) {
  if (fields.empty()) return;
  json::Writer writer;
  writer.object();
  for (const CustomField& field : fields) {
    address.check_id("/customFields", field.name).check_text("/customFields", field.value);
    writer.name_of_any(field.name).string(field.value);
  }
  address.add("customFields", writer.end_object().take());
}

void add_sort(Address& address, const std::vector<SortKey>& keys) {
  if (keys.empty()) return;
  json::Writer writer;
  writer.object();
  for (const SortKey& key : keys) {
    address.check_id("/sort", key.member);
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
  return Address("/api/v1/livechat/visitors.info")
      .add_id("visitorId", visitor.text)
      .get(server, session);
}

Result<HttpRequest> visitor_search(const ServerUrl& server, const Session& session,
                                   const std::string& term, const Page& page) {
  return Address("/api/v1/livechat/visitors.search")
      .add("term", term)
      .add_page(page)
      .get(server, session);
}

Result<HttpRequest> room_list(const ServerUrl& server, const Session& session,
                              const RoomFilter& filter) {
  Address address("/api/v1/livechat/rooms");
  address.add_each("agents", filter.agents)
      .add_if_any("roomName", filter.room_name)
      .add_if_any("departmentId", filter.department_id)
      .add_flag("open", filter.open)
      .add_range("createdAt", filter.created_at)
      .add_range("closedAt", filter.closed_at)
      .add_each("tags", filter.tags);
  add_custom_fields(address, filter.custom_fields);
  address.add_flag("onhold", filter.on_hold).add_flag("queued", filter.queued);
  add_sort(address, filter.sort);
  return address.add_page(filter.page).get(server, session);
}

Result<HttpRequest> chat_history(const ServerUrl& server, const Session& session, const RoomId& rid,
                                 const VisitorId& visitor, const Page& page) {
  return Address("/api/v1/livechat/visitors.chatHistory/room")
      .step("/rid", rid.text)
      .fixed("/visitor")
      .step("/visitorId", visitor.text)
      .add_page(page)
      .get(server, session);
}

}  // namespace room_visitor

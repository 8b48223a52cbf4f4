#include "json_questions.h"

#include <algorithm>
#include <utility>

#include "json_answers.h"
#include "room_visitor/calls.h"
#include "room_visitor/preview.h"

namespace room_visitor::json_api {
namespace {

using TopicResult = Result<std::unique_ptr<Topic>>;

// One request, and the reader of its answer. `subject` is the id that it is about.
class SingleTopic : public Topic {
 public:
  SingleTopic(PlannedCall planned, Reply* read, std::string subject)
      : planned_(std::move(planned)), read_(read), subject_(std::move(subject)) {}

  std::optional<PlannedCall> next(const std::optional<Session>&) override {
    return std::exchange(planned_, std::nullopt);
  }
  void take(CallAnswer answer) override { answer_ = std::move(answer); }
  void reply(json::Writer& writer) const override {
    if (const auto* response = std::get_if<HttpResponse>(&answer_))
      return read_(writer, *response, subject_);
    const auto* failure = std::get_if<FailureKind>(&answer_);
    fail(writer, error_of_failure(failure == nullptr ? FailureKind::aborted : *failure))
        .end_object();
  }

 private:
  std::optional<PlannedCall> planned_;
  Reply* read_;
  std::string subject_;
  CallAnswer answer_;
};

class CheckTopic : public Topic {
 public:
  explicit CheckTopic(ServerUrl server) : server_(std::move(server)) {}

  std::optional<PlannedCall> next(const std::optional<Session>& session) override {
    auto request = next_capability_request(answers_, server_, session);
    if (!request) return {};
    asked_ = request->call;
    constexpr std::array kRoutes{Route::server_info, Route::current_user, Route::permission_list};
    return PlannedCall{kRoutes[static_cast<std::size_t>(asked_)], std::move(request->request)};
  }
  void take(CallAnswer answer) override { answers_[asked_] = std::move(answer); }
  void reply(json::Writer& writer) const override {
    write_check(succeed(writer), assess(answers_));
    writer.end_object();
  }

 private:
  ServerUrl server_;
  CapabilityAnswers answers_;
  CapabilityCall asked_ = CapabilityCall::server_info;
};

class PreviewTopic : public Topic {
 public:
  PreviewTopic(ServerUrl server, PreviewQuestion question)
      : server_(std::move(server)), question_(std::move(question)) {}

  std::optional<PlannedCall> next(const std::optional<Session>& session) override {
    if (!session) return {};
    auto request = next_preview_request(question_, answers_, server_, *session);
    if (!request) return {};
    asked_ = request->call;
    constexpr std::array kRoutes{Route::room_info, Route::visitor_info, Route::visitor_info,
                                 Route::chat_history};
    return PlannedCall{kRoutes[static_cast<std::size_t>(asked_)], std::move(request->request)};
  }
  void take(CallAnswer answer) override { answers_[asked_] = std::move(answer); }
  void reply(json::Writer& writer) const override {
    write_preview(succeed(writer), preview(question_, answers_));
    writer.end_object();
  }

 private:
  ServerUrl server_;
  PreviewQuestion question_;
  PreviewAnswers answers_;
  PreviewCall asked_ = PreviewCall::room;
};

struct Asked {
  ArgumentReader& arguments;
  const ServerUrl& server;
  const std::optional<Session>& session;

  [[nodiscard]] std::optional<int> count(std::string_view key) const {
    if (!arguments.has(key)) return {};
    return arguments.whole_number(key);
  }
  [[nodiscard]] std::optional<bool> flag(std::string_view key) const {
    if (!arguments.has(key)) return {};
    return arguments.flag_or(key, false);
  }
  [[nodiscard]] Page page() const { return {count("count"), count("offset")}; }
};

RoomFilter read_filter(const Asked& asked) {
  ArgumentReader& arguments = asked.arguments;
  RoomFilter filter;
  filter.agents = arguments.strings_or_none("agents");
  filter.room_name = arguments.string_or("roomName", "");
  filter.department_id = arguments.string_or("departmentId", "");
  filter.open = asked.flag("open");
  filter.created_at = arguments.range_or_none("createdAt");
  filter.closed_at = arguments.range_or_none("closedAt");
  filter.tags = arguments.strings_or_none("tags");
  if (arguments.has("customFields"))
    for (Header& field : arguments.headers("customFields"))
      filter.custom_fields.push_back({std::move(field.name), std::move(field.value)});
  filter.on_hold = asked.flag("onHold");
  filter.queued = asked.flag("queued");
  if (arguments.has("sort"))
    for (Header& key : arguments.headers("sort"))
      filter.sort.push_back({std::move(key.name), key.value == "descending"
                                                      ? SortOrder::descending
                                                      : SortOrder::ascending});
  filter.page = asked.page();
  return filter;
}

TopicResult ask_for_preview(const Asked& asked) {
  ArgumentReader& arguments = asked.arguments;
  PreviewQuestion question;
  question.rid.text = arguments.string("rid");
  question.new_visitor.text = arguments.string("newVisitorId");
  if (arguments.has("oldVisitorId"))
    question.old_visitor = VisitorId{arguments.string("oldVisitorId")};
  const Result<Profile> profile = parse_profile(arguments.string_or("profile", "unknown"));
  const std::string may_see = arguments.string_or("maySeeVisitors", "not_known");
  if (arguments.error()) return *arguments.error();
  if (!profile.ok()) return profile.error();
  question.profile = profile.value();
  for (const Known known : {Known::yes, Known::no})
    if (may_see == to_text(known)) question.may_see_visitors = known;
  return std::unique_ptr<Topic>(std::make_unique<PreviewTopic>(asked.server, std::move(question)));
}

using RequestResult = Result<HttpRequest>;

RequestResult login_request(const Asked& asked) {
  ArgumentReader& arguments = asked.arguments;
  return log_in(asked.server, {arguments.string("user"), arguments.string("password"),
                               arguments.string_or("code", "")});
}

RequestResult room_request(const Asked& asked) {
  const RoomId rid{asked.arguments.string("rid")};
  if (rid.text.empty()) return Error{ErrorCode::empty, "/rid", "", ""};
  return room_info(asked.server, *asked.session, rid);
}

RequestResult history_request(const Asked& asked) {
  ArgumentReader& arguments = asked.arguments;
  const RoomId rid{arguments.string("rid")};
  const VisitorId visitor{arguments.string("visitorId")};
  return chat_history(asked.server, *asked.session, rid, visitor, asked.page());
}

// What is asked by one request.
struct Row {
  std::string_view name;
  Route route;
  bool needs_session;
  RequestResult (*request)(const Asked& asked);
  Reply* reply;
  const char* subject = nullptr;  ///< the member with the id that it is about
};

constexpr std::array kRows{
    Row{"server", Route::server_info, false,
        [](const Asked& asked) -> RequestResult { return server_info(asked.server); },
        reply_to_server_info},
    Row{"login", Route::log_in, false, login_request, reply_to_login},
    Row{"logout", Route::log_out, true,
        [](const Asked& asked) -> RequestResult { return log_out(asked.server, *asked.session); },
        reply_to_logout},
    Row{"me", Route::current_user, true,
        [](const Asked& asked) -> RequestResult {
          return current_user(asked.server, *asked.session);
        },
        reply_to_me},
    Row{"room", Route::room_info, true, room_request, reply_to_room, "rid"},
    Row{"visitor", Route::visitor_info, true,
        [](const Asked& asked) -> RequestResult {
          return visitor_info(asked.server, *asked.session, {asked.arguments.string("visitorId")});
        },
        reply_to_visitor, "visitorId"},
    Row{"visitors", Route::visitor_search, true,
        [](const Asked& asked) -> RequestResult {
          return visitor_search(asked.server, *asked.session, asked.arguments.string("term"),
                                asked.page());
        },
        reply_to_visitors},
    Row{"rooms", Route::room_list, true,
        [](const Asked& asked) -> RequestResult {
          return room_list(asked.server, *asked.session, read_filter(asked));
        },
        reply_to_rooms},
    Row{"chatHistory", Route::chat_history, true, history_request, reply_to_chat_history}};

TopicResult ask_once(const Row& row, const Asked& asked) {
  ArgumentReader& arguments = asked.arguments;
  RequestResult request = row.request(asked);
  std::string subject = row.subject != nullptr ? arguments.string(row.subject) : "";
  // A member that is missing explains more than the request that could not be built without it.
  if (arguments.error()) return *arguments.error();
  if (!request.ok()) return request.error();
  const Repeat repeat = row.route == Route::log_in ? Repeat::never : Repeat::safe;
  return std::unique_ptr<Topic>(std::make_unique<SingleTopic>(
      PlannedCall{row.route, std::move(request.value()), repeat}, row.reply, std::move(subject)));
}

}  // namespace

TopicResult read_topic(ArgumentReader& arguments, const ServerUrl& server,
                       const std::optional<Session>& session) {
  const Asked asked{arguments, server, session};
  const std::string what = arguments.string("ask");
  if (arguments.error()) return *arguments.error();
  const auto* const row = std::find_if(kRows.begin(), kRows.end(),
                                       [&](const Row& known) { return known.name == what; });
  const bool is_preview = what == "preview";
  if (!session && (is_preview || (row != kRows.end() && row->needs_session)))
    return Error{ErrorCode::missing_credentials, "", "", ""};
  if (row != kRows.end()) return ask_once(*row, asked);
  if (is_preview) return ask_for_preview(asked);
  if (what == "check") return std::unique_ptr<Topic>(std::make_unique<CheckTopic>(server));
  return Error{ErrorCode::invalid_input, "/ask", "\"" + what + "\"", "a question"};
}

}  // namespace room_visitor::json_api

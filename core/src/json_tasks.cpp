#include "room_visitor/json_tasks.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "json_api_values.h"
#include "json_questions.h"
#include "question.h"
#include "room_visitor/reassignment.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

using json::Writer;
using json_api::ArgumentReader;
using json_api::end;
using json_api::failed;
using json_api::write;

// Waiting up to a millisecond longer does no harm; waking up too early would.
Writer& write_time(Writer& writer, const char* name, Millis time) {
  return writer.number(name, std::ceil(time));
}

Writer step(const char* name) {
  Writer writer = json_api::succeeded();
  writer.text("step", name);
  return writer;
}

Error unknown_id(int id) {
  return {ErrorCode::invalid_input, "/id", to_decimal(id), "an id that start() gave"};
}

void write_end(Writer& writer, const Outcome& outcome) {
  json_api::write_outcome(writer.name("outcome"), outcome);
  if (outcome.last_seen) {
    writer.name("lastSeen").object().text("visitorId", outcome.last_seen->visitor.text);
    write_time(writer, "at", outcome.last_seen->at).end_object();
  } else {
    writer.null("lastSeen");
  }
  writer.text_or_null("roomText", json_api::text_of(outcome.room));
  if (outcome.open_until)
    write_time(writer, "openUntil", *outcome.open_until);
  else
    writer.null("openUntil");
  writer.end_object();
}

std::string write_send(int attempt, std::string_view kind, const HttpRequest& request,
                       Millis deadline) {
  Writer writer = step("send");
  writer.number("attempt", attempt).text("kind", kind);
  write(writer.name("request"), request);
  return end(write_time(writer, "deadline", deadline));
}

// What the steps of both machines have in common.
std::string write_abort(const Abort& abort) {
  Writer writer = step("abort");
  return end(writer.number("attempt", abort.attempt));
}

std::string write_wait(const WaitUntil& wait) {
  Writer writer = step("wait");
  return end(write_time(writer, "until", wait.time).text("why", to_text(wait.why)));
}

template <class AnyStep>
std::string write_common(const AnyStep& any) {
  if (const auto* abort = std::get_if<Abort>(&any)) return write_abort(*abort);
  if (const auto* wait = std::get_if<WaitUntil>(&any)) return write_wait(*wait);
  Writer writer = step("credentials");
  return end(writer);
}

std::string write_step(const Step& any, const Meaning* last_answer) {
  if (const auto* send = std::get_if<Send>(&any))
    return write_send(send->attempt, to_text(send->kind), send->request, send->deadline);
  const auto* done = std::get_if<Done>(&any);
  if (done == nullptr) return write_common(any);
  Writer writer = step("done");
  write_end(writer, done->outcome);
  if (last_answer != nullptr)
    write(writer.name("meaning"), *last_answer);
  else
    writer.null("meaning");
  return end(writer);
}

std::string write_step(const CallStep& any, const Question& question) {
  if (const auto* send = std::get_if<CallSend>(&any))
    return write_send(send->attempt, to_text(send->route), send->request, send->deadline);
  if (std::get_if<CallDone>(&any) == nullptr) return write_common(any);
  Writer writer = step("done");
  question.reply(writer.name("reply"));
  return end(writer);
}

// What every task is started with.
struct Setup {
  std::string server;
  Transport transport = Transport::https_or_loopback;
  UserId user_id;
  AuthToken auth_token;
  Millis now = 0;
  int clock = 0;

  explicit Setup(ArgumentReader& arguments)
      : server(arguments.string("server")),
        user_id{arguments.string_or("userId", "")},
        auth_token{arguments.string_or("authToken", "")},
        now(arguments.time("now")),
        clock(arguments.has("clock") ? arguments.whole_number("clock") : 0) {
    if (arguments.flag_or("allowInsecure", false)) transport = Transport::allow_insecure;
  }

  [[nodiscard]] std::string name_of(const ServerUrl& url) const {
    return to_decimal(clock) + " " + url.join("");
  }
};

}  // namespace

// Exactly one of the two.
struct JsonTasks::Entry {
  int id = 0;
  std::string server;
  std::optional<Reassignment> move;
  std::unique_ptr<Question> question;

  template <class Act>
  void on_each(Act act) {
    if (move) act(*move);
    if (question) act(*question);
  }
};

JsonTasks::JsonTasks() = default;
JsonTasks::~JsonTasks() = default;

JsonTasks::Entry* JsonTasks::find(int id) {
  for (Entry& entry : entries_)
    if (entry.id == id) return &entry;
  return nullptr;
}

Pacers& JsonTasks::pacers_of(const std::string& name) {
  for (Server& known : servers_)
    if (known.name == name) return known.pacers;
  return servers_.emplace_back(Server{name, Pacers()}).pacers;
}

std::string JsonTasks::start(const std::string& setup) {
  ArgumentReader arguments(setup);
  const UpdateInput input = arguments.update("update");
  const Setup given(arguments);
  const Result<Profile> profile = parse_profile(arguments.string_or("profile", "unknown"));
  const bool only_read = arguments.flag_or("onlyRead", false);
  std::optional<Millis> open_until;
  if (arguments.has("originalOpenUntil")) open_until = arguments.time("originalOpenUntil");
  ReassignmentPolicy policy;
  if (arguments.has("attemptLimit")) policy.attempt_limit = arguments.time("attemptLimit");
  if (arguments.has("overallLimit")) policy.overall_limit = arguments.time("overallLimit");
  if (arguments.error()) return failed(*arguments.error());
  if (!profile.ok()) return failed(profile.error());

  const Validation checked = validate(input);
  if (const Issue* issue = json_api::first_error(checked.issues))
    return json_api::failed_with_issues({issue->code, issue->path, issue->found, issue->expected},
                                        checked.issues);
  const Result<ServerUrl> url = parse_server_url(given.server, given.transport);
  if (!url.ok()) return failed(url.error());
  const Result<Session> session = make_session(given.user_id, given.auth_token);
  if (!session.ok()) return failed(session.error());
  const Beginning beginning = only_read ? Beginning::read_back : Beginning::write;
  Reassignment move({.server = url.value(),
                     .update = *checked.update,
                     .session = session.value(),
                     .profile = profile.value(),
                     .policy = policy,
                     .beginning = beginning,
                     .original_open_until = open_until},
                    given.now);
  return add({0, given.name_of(url.value()), std::move(move), {}});
}

std::string JsonTasks::ask(const std::string& question) {
  ArgumentReader arguments(question);
  const Setup given(arguments);
  CallPolicy policy;
  if (arguments.has("attemptLimit")) policy.attempt_limit = arguments.time("attemptLimit");
  if (arguments.error()) return failed(*arguments.error());
  const Result<ServerUrl> url = parse_server_url(given.server, given.transport);
  if (!url.ok()) return failed(url.error());
  std::optional<Session> session;
  if (arguments.has("userId") || arguments.has("authToken")) {
    const Result<Session> made = make_session(given.user_id, given.auth_token);
    if (!made.ok()) return failed(made.error());
    session = made.value();
  }
  auto topic = json_api::read_topic(arguments, url.value(), session);
  if (!topic.ok()) return failed(topic.error());
  return add({0,
              given.name_of(url.value()),
              {},
              std::make_unique<Question>(std::move(topic.value()), std::move(session), policy)});
}

bool JsonTasks::is_queued(const Entry& entry) const {
  if (entry.move->has_begun()) return false;
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& other) {
    return other.move && other.id != entry.id && other.server == entry.server &&
           other.move->room() == entry.move->room() && !other.move->is_done() &&
           (other.move->has_begun() || other.id < entry.id);
  });
}

std::string JsonTasks::add(Entry entry) {
  entry.id = ++last_id_;
  entries_.push_back(std::move(entry));
  Writer writer = json_api::succeeded();
  return end(writer.number("id", last_id_));
}

std::string JsonTasks::next(const std::string& call) {
  ArgumentReader arguments(call);
  const int id = arguments.whole_number("id");
  const Millis now = arguments.time("now");
  const double chance = arguments.time("chance");
  if (arguments.error()) return failed(*arguments.error());
  Entry* entry = find(id);
  if (entry == nullptr) return failed(unknown_id(id));
  constexpr double kChances = 4294967296.0;
  Pacers& pacers = pacers_of(entry->server);
  if (entry->question)
    return write_step(entry->question->next(pacers, now, chance / kChances), *entry->question);
  // The server compares without a lock: of two writes for one room both could be told that they
  // succeeded. The later update begins when the earlier one is done.
  if (now < entry->move->ends_at() && is_queued(*entry))
    return write_step(WaitUntil{entry->move->ends_at(), WaitReason::other_call}, nullptr);
  const Step step = entry->move->next(pacers, now, chance / kChances);
  return write_step(step, entry->move->last_answer());
}

std::string JsonTasks::report(const std::string& event, const std::string& body) {
  ArgumentReader arguments(event);
  const int id = arguments.whole_number("id");
  const Millis now = arguments.time("now");
  const std::string name = arguments.string("event");
  const bool has_attempt = name == "answer" || name == "failure";
  const int attempt = has_attempt ? arguments.whole_number("attempt") : 0;
  HttpResponse response;
  if (name == "answer")
    response = {arguments.whole_number("status"), arguments.headers("headers"), body};
  const Result<FailureKind> kind =
      parse_failure_kind(name == "failure" ? arguments.string("kind") : "network");
  const bool sent = arguments.flag_or("sent", true);
  if (arguments.error()) return failed(*arguments.error());
  if (!kind.ok()) return failed(kind.error());
  Entry* entry = find(id);
  if (entry == nullptr) return failed(unknown_id(id));
  Pacers& pacers = pacers_of(entry->server);
  if (name == "answer") {
    entry->on_each([&](auto& task) { task.on_response(pacers, attempt, response, now); });
  } else if (name == "failure") {
    const Handed handed = sent ? Handed::to_transport : Handed::to_nobody;
    entry->on_each(
        [&](auto& task) { task.on_failure(pacers, attempt, kind.value(), handed, now); });
  } else if (name == "credentials") {
    const Result<Session> session =
        make_session({arguments.string_or("userId", "")}, {arguments.string_or("authToken", "")});
    const auto given = session.ok() ? std::optional(session.value()) : std::nullopt;
    entry->on_each([&](auto& task) { task.on_credentials(given, now); });
  } else if (name == "cancel") {
    entry->on_each([&](auto& task) { task.cancel(now); });
  } else if (name == "end") {
    std::erase_if(entries_, [&](const Entry& known) { return known.id == id; });
  } else {
    return failed({ErrorCode::invalid_input, "/event", "\"" + name + "\"",
                   "answer, failure, credentials, cancel or end"});
  }
  Writer writer = json_api::succeeded();
  return end(writer);
}

}  // namespace room_visitor

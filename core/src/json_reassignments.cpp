#include "room_visitor/json_reassignments.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "json/json_writer.h"
#include "json_api_values.h"

namespace room_visitor {
namespace {

using json::ObjectWriter;
using json_api::ArgumentReader;
using json_api::failed;
using json_api::write;

constexpr std::string_view kNull = "null";

// Waiting up to a millisecond longer does no harm; waking up too early would.
std::string time_value(Millis time) { return json::whole_number_value(std::ceil(time)); }

std::string time_or_null(const std::optional<Millis>& time) {
  return time ? time_value(*time) : std::string(kNull);
}

ObjectWriter step(std::string_view name) {
  ObjectWriter object;
  object.add("ok", "true").add_string("step", name);
  return object;
}

Error unknown_id(int id) {
  return {ErrorCode::invalid_input, "/id", std::to_string(id), "an id that start() gave"};
}

std::string write_end(const Outcome& outcome) {
  ObjectWriter seen;
  if (outcome.last_seen)
    seen.add_string("visitorId", outcome.last_seen->visitor.text)
        .add("at", time_value(outcome.last_seen->at));
  ObjectWriter object;
  object.add_string("verdict", to_text(outcome.verdict))
      .add("proof",
           outcome.proof ? json::string_value(to_text(*outcome.proof)) : std::string(kNull))
      .add("error", write(outcome.error))
      .add("lastSeen", outcome.last_seen ? seen.text() : std::string(kNull))
      .add("roomText", outcome.room ? json::string_value(outcome.room->text) : std::string(kNull))
      .add("openUntil", time_or_null(outcome.open_until));
  return object.text();
}

struct WriteStep {
  const Meaning* last_answer;

  std::string operator()(const Send& send) const {
    return step("send")
        .add("attempt", std::to_string(send.attempt))
        .add_string("kind", to_text(send.kind))
        .add("request", write(send.request))
        .add("deadline", time_value(send.deadline))
        .text();
  }
  std::string operator()(const Abort& abort) const {
    return step("abort").add("attempt", std::to_string(abort.attempt)).text();
  }
  std::string operator()(const WaitUntil& wait) const {
    return step("wait")
        .add("until", time_value(wait.time))
        .add_string("why", to_text(wait.why))
        .text();
  }
  std::string operator()(const NeedCredentials&) const { return step("credentials").text(); }
  std::string operator()(const Done& done) const {
    return step("done")
        .add("outcome", write_end(done.outcome))
        .add("meaning", last_answer != nullptr ? write(*last_answer) : std::string(kNull))
        .text();
  }
};

std::string write_step(const Step& step, const Meaning* last_answer) {
  const WriteStep writer{last_answer};
  if (const auto* send = std::get_if<Send>(&step)) return writer(*send);
  if (const auto* abort = std::get_if<Abort>(&step)) return writer(*abort);
  if (const auto* wait = std::get_if<WaitUntil>(&step)) return writer(*wait);
  if (const auto* done = std::get_if<Done>(&step)) return writer(*done);
  return writer(NeedCredentials{});
}

}  // namespace

JsonReassignments::Entry* JsonReassignments::find(int id) {
  for (Entry& entry : entries_)
    if (entry.id == id) return &entry;
  return nullptr;
}

Pacers& JsonReassignments::pacers_of(const std::string& name) {
  for (Server& known : servers_)
    if (known.name == name) return known.pacers;
  return servers_.emplace_back(Server{name, Pacers()}).pacers;
}

std::string JsonReassignments::start(const std::string& setup) {
  ArgumentReader arguments(setup);
  const UpdateInput input = arguments.update("update");
  const std::string server = arguments.string("server");
  const Transport transport = arguments.flag_or("allowInsecure", false)
                                  ? Transport::allow_insecure
                                  : Transport::https_or_loopback;
  UserId user_id{arguments.string("userId")};
  AuthToken auth_token{arguments.string("authToken")};
  const Result<Profile> profile = parse_profile(arguments.string_or("profile", "unknown"));
  const Millis now = arguments.time("now");
  const bool only_read = arguments.flag_or("onlyRead", false);
  std::optional<Millis> open_until;
  if (arguments.has("originalOpenUntil")) open_until = arguments.time("originalOpenUntil");
  const int clock = arguments.has("clock") ? arguments.whole_number("clock") : 0;
  ReassignmentPolicy policy;
  if (arguments.has("attemptLimit")) policy.attempt_limit = arguments.time("attemptLimit");
  if (arguments.has("overallLimit")) policy.overall_limit = arguments.time("overallLimit");
  if (arguments.error()) return failed(*arguments.error());
  if (!profile.ok()) return failed(profile.error());

  const Validation checked = validate(input);
  if (const Issue* issue = json_api::first_error(checked.issues))
    return json_api::failed_with_issues({issue->code, issue->path, issue->found, issue->expected},
                                        checked.issues);
  const Result<ServerUrl> url = parse_server_url(server, transport);
  if (!url.ok()) return failed(url.error());
  const Result<Session> session = make_session(std::move(user_id), std::move(auth_token));
  if (!session.ok()) return failed(session.error());
  const Beginning beginning = only_read ? Beginning::read_back : Beginning::write;
  Reassignment move({.server = url.value(),
                     .update = *checked.update,
                     .session = session.value(),
                     .profile = profile.value(),
                     .policy = policy,
                     .beginning = beginning,
                     .original_open_until = open_until},
                    now);
  const std::string name = std::to_string(clock) + " " + url.value().join("");
  entries_.push_back({++last_id_, name, std::move(move)});
  return ObjectWriter().add("ok", "true").add("id", std::to_string(last_id_)).text();
}

std::string JsonReassignments::next(const std::string& call) {
  ArgumentReader arguments(call);
  const int id = arguments.whole_number("id");
  const Millis now = arguments.time("now");
  const double chance = arguments.time("chance");
  if (arguments.error()) return failed(*arguments.error());
  Entry* entry = find(id);
  if (entry == nullptr) return failed(unknown_id(id));
  constexpr double kChances = 4294967296.0;
  const Step step = entry->move.next(pacers_of(entry->server), now, chance / kChances);
  return write_step(step, entry->move.last_answer());
}

std::string JsonReassignments::report(const std::string& event, const std::string& body) {
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
    entry->move.on_response(pacers, attempt, response, now);
  } else if (name == "failure") {
    const Handed handed = sent ? Handed::to_transport : Handed::to_nobody;
    entry->move.on_failure(pacers, attempt, kind.value(), handed, now);
  } else if (name == "credentials") {
    const Result<Session> session =
        make_session({arguments.string_or("userId", "")}, {arguments.string_or("authToken", "")});
    entry->move.on_credentials(session.ok() ? std::optional(session.value()) : std::nullopt, now);
  } else if (name == "cancel") {
    entry->move.cancel(now);
  } else if (name == "end") {
    std::erase_if(entries_, [&](const Entry& known) { return known.id == id; });
  } else {
    return failed({ErrorCode::invalid_input, "/event", "\"" + name + "\"",
                   "answer, failure, credentials, cancel or end"});
  }
  return ObjectWriter().add("ok", "true").text();
}

}  // namespace room_visitor

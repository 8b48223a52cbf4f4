#include "core/play.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace room_visitor::testing {
namespace {

constexpr std::string_view kJson = "application/json";

struct NamedAnswer {
  std::string_view name;
  int status;
  std::string_view type;
  std::string_view body;
};

// clang-format off
constexpr std::array kAnswers{
    NamedAnswer{"moved", 200, kJson, R"({"room":{"_id":"room1","t":"l","v":{"_id":"new"}},"success":true})"},
    NamedAnswer{"unmoved", 200, kJson, R"({"room":{"_id":"room1","t":"l","v":{"_id":"old"}},"success":true})"},
    NamedAnswer{"voice", 200, kJson, R"({"room":{"_id":"room1","t":"v","v":{"_id":"old"}},"success":true})"},
    NamedAnswer{"to-third", 200, kJson, R"({"room":{"_id":"room1","t":"l","v":{"_id":"third"}},"success":true})"},
    NamedAnswer{"other-room", 200, kJson, R"({"room":{"_id":"room2","t":"l","v":{"_id":"new"}},"success":true})"},
    NamedAnswer{"no-room", 200, kJson, R"({"success":true})"},
    NamedAnswer{"401", 401, kJson, R"({"status":"error","message":"You must be logged in to do this."})"},
    NamedAnswer{"403", 403, kJson, R"({"success":false,"error":"User does not have the permissions required for this action [error-unauthorized]"})"},
    NamedAnswer{"403-other", 403, kJson, R"({"success":false,"error":"unauthorized"})"},
    NamedAnswer{"429", 429, kJson, R"({"success":false,"error":"Error, too many requests. Please slow down. You must wait 3 seconds before trying this endpoint again. [error-too-many-requests]"})"},
    NamedAnswer{"429-page", 429, "text/html", "<p>slow down</p>"},
    NamedAnswer{"params", 400, kJson, R"({"success":false,"error":"must be string [invalid-params]","errorType":"invalid-params"})"},
    NamedAnswer{"visitor-not-found", 400, kJson, R"({"success":false,"error":"visitor-not-found"})"},
    NamedAnswer{"invalid-room", 400, kJson, R"({"success":false,"error":"invalid-room"})"},
    NamedAnswer{"[invalid-room]", 400, kJson, R"({"success":false,"error":"[invalid-room]","errorType":"invalid-room"})"},
    NamedAnswer{"mismatch", 400, kJson, R"({"success":false,"error":"invalid-room-visitor"})"},
    NamedAnswer{"error-user-not-found", 400, kJson, R"({"success":false,"error":"error-user-not-found"})"},
    NamedAnswer{"error-not-authorized", 400, kJson, R"({"success":false,"error":"error-not-authorized"})"},
    NamedAnswer{"error-not-allowed", 400, kJson, R"({"success":false,"error":"error-not-allowed"})"},
    NamedAnswer{"deprecated", 400, kJson, R"({"success":false,"error":"The endpoint \"/api/v1/livechat/room.visitor\" is deprecated and will be removed on version 7.0.0"})"},
    NamedAnswer{"failure", 400, kJson, R"({"success":false})"},
    NamedAnswer{"odd-400", 400, kJson, R"({"success":false,"error":"E11000 duplicate key"})"},
    NamedAnswer{"page-400", 400, "text/html", "<!DOCTYPE html><html><body><pre>Bad Request</pre></body></html>"},
    NamedAnswer{"page-413", 413, "text/html", "<pre>Payload Too Large</pre>"},
    NamedAnswer{"page-415", 415, "text/html", "<pre>Unsupported Media Type</pre>"},
    NamedAnswer{"other-page-400", 400, "text/html", "<pre>Bad Request by a proxy</pre>"},
    NamedAnswer{"404", 404, "text/plain; charset=UTF-8", "404 Not Found"},
    NamedAnswer{"405", 405, "", ""},
    NamedAnswer{"405-json", 405, kJson, R"({"status":"error","message":"API endpoint does not exist"})"},
    NamedAnswer{"app-page", 200, "text/html; charset=utf-8", "<html>app</html>"},
    NamedAnswer{"500", 500, kJson, R"({"success":false,"error":"Internal error occured"})"},
    NamedAnswer{"502", 502, "text/html", "<h1>Bad Gateway</h1>"},
    NamedAnswer{"cut", 200, kJson, R"({"room":{"_id":"room1","t":"l","v":{"_id":"ne)"},
    NamedAnswer{"redirect", 302, "", ""},
    NamedAnswer{"empty", 200, kJson, ""},

    NamedAnswer{"new", 200, kJson, R"({"room":{"_id":"room1","t":"l","v":{"_id":"new"}},"success":true})"},
    NamedAnswer{"old", 200, kJson, R"({"room":{"_id":"room1","t":"l","v":{"_id":"old"}},"success":true})"},
    NamedAnswer{"third", 200, kJson, R"({"room":{"_id":"room1","t":"l","v":{"_id":"third"}},"success":true})"},
    NamedAnswer{"nobodys", 200, kJson, R"({"room":{"_id":"room1","t":"c"},"success":true})"},
    NamedAnswer{"not-found", 400, kJson, R"({"success":false,"error":"The required \"roomId\" or \"roomName\" param provided does not match any channel [error-room-not-found]","errorType":"error-room-not-found"})"},
    NamedAnswer{"archived", 400, kJson, R"({"success":false,"error":"The channel, general, is archived [error-room-archived]","errorType":"error-room-archived"})"},
    NamedAnswer{"not-allowed", 400, kJson, R"({"success":false,"error":"not-allowed","errorType":"Not Allowed"})"},

    NamedAnswer{"3.5", 200, kJson, R"({"version":"3.5.0","success":true})"},
    NamedAnswer{"5.1", 200, kJson, R"({"version":"5.1","success":true})"},
    NamedAnswer{"6.4", 200, kJson, R"({"version":"6.4","success":true})"},
    NamedAnswer{"7.2", 200, kJson, R"({"version":"7.2","success":true})"},
    NamedAnswer{"8.6", 200, kJson, R"({"version":"8.6","success":true})"},
};
// clang-format on

std::string kind_name(RequestKind kind) {
  return kind == RequestKind::read_back ? "read" : std::string(to_text(kind));
}

ReassignmentSetup setup_of(const char* old_visitor, const char* new_visitor) {
  return {.server = parse_server_url("https://chat.example.com").value(),
          .update = *validate(VisitorUpdate{{"room1"}, {old_visitor}, {new_visitor}}).update,
          .session = make_session({"user1"}, {"token1"}).value(),
          .profile = Profile::two_permissions};
}

std::vector<std::string> parts_of(std::string_view script) {
  std::vector<std::string> parts;
  while (!script.empty()) {
    const auto comma = script.find(", ");
    parts.emplace_back(script.substr(0, comma));
    script = comma == std::string_view::npos ? "" : script.substr(comma + 2);
  }
  return parts;
}

bool is_answer(std::string_view name) {
  return std::any_of(std::begin(kAnswers), std::end(kAnswers),
                     [&](const NamedAnswer& answer) { return answer.name == name; });
}

}  // namespace

ReassignmentSetup setup() { return setup_of("old", "new"); }
ReassignmentSetup same_visitor_setup() { return setup_of("new", "new"); }

HttpResponse answer_named(std::string_view name) {
  for (const NamedAnswer& answer : kAnswers) {
    if (answer.name != name) continue;
    std::vector<Header> headers;
    if (!answer.type.empty()) headers.push_back({"content-type", std::string(answer.type)});
    return {answer.status, std::move(headers), std::string(answer.body)};
  }
  return {599, {}, "no answer is called " + std::string(name)};
}

Play::Play(ReassignmentSetup setup) : policy_(setup.policy), machine_(std::move(setup), now_) {}

std::string Play::next() {
  constexpr double kChance = 0.5;
  constexpr int kMostSteps = 1000;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    const Step step = machine_.next(pacers_, now_, kChance);
    if (const auto* abort = std::get_if<Abort>(&step)) {
      aborted_.push_back(abort->attempt);
      if (on_its_way_ && on_its_way_->attempt == abort->attempt) on_its_way_.reset();
    } else if (const auto* wait = std::get_if<WaitUntil>(&step)) {
      waits_.push_back(*wait);
      if (wait->time <= now_) return "waits for the past";
      if (wait->why == WaitReason::answer) return "answer";
      if (wait->why == WaitReason::credentials) return "credentials";
      now_ = wait->time;
    } else if (const auto* send = std::get_if<Send>(&step)) {
      sent_.push_back(*send);
      on_its_way_ = *send;
      return kind_name(send->kind);
    } else if (const auto* end = std::get_if<Done>(&step)) {
      done_ = end->outcome;
      return "done";
    } else {
      return "login";
    }
  }
  return "no end";
}

void Play::end_attempt(const std::string& what) {
  const Send send = *on_its_way_;
  if (what == "pending") return;
  if (what == "timeout") {
    now_ = send.deadline;
    const Step step = machine_.next(pacers_, now_, 0);
    if (!std::holds_alternative<Abort>(step)) problem_ = "no abort at the deadline";
    aborted_.push_back(send.attempt);
    on_its_way_.reset();
    return;
  }
  on_its_way_.reset();
  if (what != "lost" && what != "unsent" && !is_answer(what)) {
    problem_ = "no answer is called " + what;
    return;
  }
  if (what == "lost" || what == "unsent") {
    const Handed handed = what == "lost" ? Handed::to_transport : Handed::to_nobody;
    machine_.on_failure(pacers_, send.attempt, FailureKind::network, handed, now_);
  } else {
    machine_.on_response(pacers_, send.attempt, answer_named(what), now_);
  }
}

void Play::part(const std::string& verb, const std::string& what, int number) {
  if (verb == "late" && what == "unsent") {
    machine_.on_failure(pacers_, number, FailureKind::network, Handed::to_nobody, now_);
  } else if (verb == "late" && !is_answer(what)) {
    problem_ = "no answer is called " + what;
  } else if (verb == "late") {
    machine_.on_response(pacers_, number, answer_named(what), now_);
  } else if (verb == "cancel") {
    machine_.cancel(now_);
  } else if (verb == "overall") {
    now_ += policy_.overall_limit;
  } else if (verb == "closing") {
    now_ += policy_.closing_limit;
  } else if (const std::string found = next(); found != verb) {
    problem_ = "expected " + verb + ", found " + found;
  } else if (verb == "login") {
    const auto session = make_session({"user1"}, {"token2"}).value();
    machine_.on_credentials(what == "yes" ? std::optional(session) : std::nullopt, now_);
  } else {
    end_attempt(what);
  }
}

void Play::script(std::string_view text) {
  for (const std::string& part_text : parts_of(text)) {
    std::istringstream words(part_text);
    std::string verb, what;
    int number = 0;
    words >> verb;
    if (verb == "late") words >> number;
    words >> what;
    if (problem_.empty()) part(verb, what, number);
  }
}

std::string Play::outcome() {
  if (!problem_.empty()) return problem_;
  if (const std::string found = next(); found != "done") return found;
  std::string text(to_text(done_->verdict));
  if (done_->proof) text += " " + std::string(to_text(*done_->proof));
  if (done_->error) text += " " + std::string(error_info(done_->error->code).name);
  return text;
}

std::string play(std::string_view script, ReassignmentSetup setup) {
  Play played(std::move(setup));
  played.script(script);
  return played.outcome();
}

}  // namespace room_visitor::testing

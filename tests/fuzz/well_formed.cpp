#include "fuzz/well_formed.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

namespace room_visitor::standin::fuzz {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kOk = 200;
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kWrongMethod = 405;
constexpr int kTooMany = 429;
constexpr std::array kStatuses{200, 400, 401, 403, 404, 405, 413, 415, 429, 500};
constexpr Millis kLeastDelay = 500;
constexpr Millis kMostDelay = 1000;
constexpr Millis kStart = 1683038865855.0;  // 2023-05-02T14:47:45.855Z

std::string text_of(const Exchange& exchange, std::string_view name) {
  const std::string* value = find_header(exchange.response.headers, name);
  return value == nullptr ? "" : *value;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

std::string header_problem(const Exchange& exchange) {
  std::set<std::string> seen;
  for (const Header& header : exchange.response.headers) {
    std::string name = header.name;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (name.empty() ||
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
      return "a header is named \"" + header.name + "\"";
    if (!seen.insert(name).second) return "the header " + name + " is there twice";
    if (header.value.find_first_of(std::string_view("\0\r\n", 3)) != std::string::npos)
      return "the header " + name + " has a control character";
  }
  return "";
}

std::string limit_problem(const Exchange& exchange) {
  const std::string limit = text_of(exchange, "x-ratelimit-limit");
  const std::string remaining = text_of(exchange, "x-ratelimit-remaining");
  const std::string reset = text_of(exchange, "x-ratelimit-reset");
  const bool counted = !limit.empty() || !remaining.empty() || !reset.empty();
  if (counted && !(is_number(limit) && is_number(remaining) && is_number(reset)))
    return "the limiter's headers are not three numbers";
  if (exchange.response.status == kTooMany && remaining != "0")
    return "429 although " + remaining + " calls remain";
  return "";
}

std::string delay_problem(const Exchange& exchange) {
  const Millis delay = exchange.delay_ms;
  if (delay == 0) return "";
  const int status = exchange.response.status;
  if (status != kUnauthorized && status != kForbidden)
    return std::to_string(status) + " is delayed";
  return delay >= kLeastDelay && delay <= kMostDelay ? "" : "the delay is out of range";
}

/// Notices members of one name that stand in one object twice.
class MemberNames {
 public:
  bool operator()(int, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start) open_.emplace_back();
    if (event == Json::parse_event_t::object_end) open_.pop_back();
    if (event == Json::parse_event_t::key && !open_.back().insert(value.get<std::string>()).second)
      twice = value.get<std::string>();
    return true;
  }
  std::string twice;

 private:
  std::vector<std::set<std::string>> open_;
};

std::string json_problem(const Exchange& exchange) {
  const std::string& body = exchange.response.body;
  MemberNames names;
  const Json json = Json::parse(body, std::ref(names), false);
  if (json.is_discarded()) return "the body is not JSON";
  if (!names.twice.empty()) return "the member \"" + names.twice + "\" is there twice";
  if (!json.is_object()) return "the body is no object";
  const bool good = exchange.response.status == kOk;
  const auto success = json.find("success");
  const auto status = json.find("status");
  const bool says_success = success != json.end() && success->is_boolean();
  const bool says_status =
      status != json.end() && status->is_string() && (*status == "success" || *status == "error");
  if (!says_success && !says_status) return "neither success nor status is there";
  if (says_success && success->get<bool>() != good) return "success is not what the status says";
  if (!says_success && (*status == "success") != good) return "status is not what HTTP says";
  return "";
}

std::string body_problem(const HttpRequest& request, const Exchange& exchange) {
  const std::string& body = exchange.response.body;
  const std::string type = text_of(exchange, "content-type");
  if (request.method == "HEAD") return body.empty() ? "" : "HEAD has a body";
  if (body.empty()) return "";
  // What is known of the refusal of a preflight is its status and its text.
  if (type.empty() && request.method == "OPTIONS") return "";
  if (type == "application/json") return json_problem(exchange);
  const bool is_text = type.starts_with("text/html") || type.starts_with("text/plain");
  return is_text ? "" : "the body has the type \"" + type + "\"";
}

Exchange play(Workspace& workspace, const Step& step, Millis now) {
  return workspace.handle(step.request, "127.0.0.1", now);
}

}  // namespace

std::string problem_in(const HttpRequest& request, const Exchange& exchange) {
  const int status = exchange.response.status;
  if (std::find(kStatuses.begin(), kStatuses.end(), status) == kStatuses.end())
    return "the status is " + std::to_string(status);
  if (status == kWrongMethod && text_of(exchange, "allow").empty() &&
      exchange.response.body.empty())
    return "405 names no method";
  for (const std::string& problem :
       {header_problem(exchange), limit_problem(exchange), delay_problem(exchange)})
    if (!problem.empty()) return problem;
  return body_problem(request, exchange);
}

Workspace Player::fresh(const WorkspaceOptions& options) {
  std::string key = to_text(options.version);
  for (const int choice : {static_cast<int>(options.mode), options.generated_rooms ? 1 : 0,
                           static_cast<int>(options.rate_limiter.value_or(RateLimiter::on)),
                           static_cast<int>(options.cross_origin.value_or(CrossOrigin::refused)),
                           static_cast<int>(options.deprecated_routes)})
    key += ' ' + std::to_string(choice);
  auto found = made_.find(key);
  if (found == made_.end())
    found = made_.emplace(key, std::move(make_workspace(options).value())).first;
  return found->second;
}

std::string Player::problem_in_script(std::string_view text, Statuses statuses) {
  const Script script = read_script(text);
  Workspace workspace = fresh(script.options);
  Workspace copy = workspace;
  Millis now = kStart;
  int at = 0;
  for (const Step& step : script.steps) {
    ++at;
    now += step.later;
    const Exchange exchange = play(workspace, step, now);
    std::string problem = problem_in(step.request, exchange);
    if (problem.empty() && exchange != play(copy, step, now))
      problem = "a copy of the workspace answers otherwise";
    if (problem.empty() && statuses == Statuses::as_expected && step.status != 0 &&
        step.status != exchange.response.status)
      problem = "the status is " + std::to_string(exchange.response.status) + ", not " +
                std::to_string(step.status);
    if (!problem.empty())
      return "request " + std::to_string(at) + ": " + problem + "\n" + exchange.response.body;
  }
  return "";
}

}  // namespace room_visitor::standin::fuzz

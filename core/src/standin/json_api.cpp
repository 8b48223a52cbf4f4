#include "room_visitor/standin/json_api.h"

#include <array>
#include <limits>

#include "standin/fault_kinds.h"
#include "standin/generator.h"
#include "standin/json.h"
#include "standin/seed_problem.h"

namespace room_visitor::standin {
namespace {

constexpr std::string_view kOptionNames =
    "version, seed, seedDocuments, rooms, roomsSeed, crossOrigin, allowedOrigins, rateLimiter, "
    "mode, deprecatedRoutes, chance or faults";

constexpr std::uint32_t kMostSeed = std::numeric_limits<std::uint32_t>::max();

Error wrong(std::string path, std::string_view found, std::string_view expected) {
  return {ErrorCode::invalid_input, std::move(path), std::string(found), std::string(expected)};
}

using Problem = std::optional<Error>;
using Reader = Problem (*)(WorkspaceOptions& options, const Json& value, const std::string& path);

// Two words of which a member must be one; `true` for the second.
Result<bool> read_choice(const Json& value, const std::string& path, std::string_view first,
                         std::string_view second) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text != nullptr && (*text == first || *text == second)) return *text == second;
  const std::string found = text == nullptr ? std::string(kind_of(value)) : "\"" + *text + "\"";
  return wrong(path, found, std::string(first).append(" or ").append(second));
}

Problem read_version(WorkspaceOptions& options, const Json& value, const std::string& path) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr) return wrong(path, kind_of(value), "text such as \"6.4.2\"");
  const auto version = parse_server_version(*text);
  if (!version.ok()) {
    Error error = version.error();
    error.path = path;
    return error;
  }
  options.version = version.value();
  return {};
}

Problem read_seed(WorkspaceOptions& options, const Json& value, const std::string& path) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr) return wrong(path, kind_of(value), "the name of a seed");
  options.seed = *text;
  return {};
}

// As an object, or as the text of one, of which every place can be told.
Problem read_documents(WorkspaceOptions& options, const Json& value, const std::string&) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text != nullptr && text->empty()) return wrong_seed("", not_json(*text), "a JSON object");
  options.seed_json = text == nullptr ? to_json_text(value) : *text;
  return {};
}

Problem read_cross_origin(WorkspaceOptions& options, const Json& value, const std::string& path) {
  const auto* flag = value.get_ptr<const bool*>();
  if (flag == nullptr) return wrong(path, kind_of(value), "true or false");
  options.cross_origin = *flag ? CrossOrigin::allowed : CrossOrigin::refused;
  return {};
}

Problem read_origins(WorkspaceOptions& options, const Json& value, const std::string& path) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr) return wrong(path, kind_of(value), "\"*\" or origins separated by commas");
  options.allowed_origins = *text;
  return {};
}

Problem read_limiter(WorkspaceOptions& options, const Json& value, const std::string& path) {
  const auto* flag = value.get_ptr<const bool*>();
  if (flag == nullptr) return wrong(path, kind_of(value), "true or false");
  options.rate_limiter = *flag ? RateLimiter::on : RateLimiter::off;
  return {};
}

Problem read_mode(WorkspaceOptions& options, const Json& value, const std::string& path) {
  const auto choice = read_choice(value, path, "production", "development");
  if (!choice.ok()) return choice.error();
  options.mode = choice.value() ? ServerMode::development : ServerMode::production;
  return {};
}

Problem read_deprecated(WorkspaceOptions& options, const Json& value, const std::string& path) {
  const auto choice = read_choice(value, path, "served", "refused");
  if (!choice.ok()) return choice.error();
  options.deprecated_routes = choice.value() ? DeprecatedRoutes::refused : DeprecatedRoutes::served;
  return {};
}

Problem read_whole(const Json& value, const std::string& path, std::uint32_t most,
                   std::uint32_t& number) {
  const auto* whole = value.get_ptr<const Json::number_integer_t*>();
  if (whole == nullptr || *whole < 0 || *whole > most)
    return wrong(path, whole == nullptr ? std::string(kind_of(value)) : to_json_text(value),
                 "a whole number from 0 to " + std::to_string(most));
  number = static_cast<std::uint32_t>(*whole);
  return {};
}

Problem read_chance(WorkspaceOptions& options, const Json& value, const std::string& path) {
  return read_whole(value, path, kMostSeed, options.chance);
}

Problem read_rooms(WorkspaceOptions& options, const Json& value, const std::string& path) {
  std::uint32_t rooms = 0;
  auto problem = read_whole(value, path, kMostGeneratedRooms, rooms);
  options.generated_rooms = rooms;
  return problem;
}

Problem read_rooms_seed(WorkspaceOptions& options, const Json& value, const std::string& path) {
  std::uint32_t seed = 0;
  auto problem = read_whole(value, path, kMostSeed, seed);
  options.generated_seed = seed;
  return problem;
}

Problem read_faults(WorkspaceOptions& options, const Json& value, const std::string&) {
  options.faults_json = to_json_text(value);
  return {};
}

struct Option {
  std::string_view name;
  Reader read;
};

constexpr std::array kOptions{
    Option{"version", read_version},
    Option{"seed", read_seed},
    Option{"seedDocuments", read_documents},
    Option{"crossOrigin", read_cross_origin},
    Option{"allowedOrigins", read_origins},
    Option{"rateLimiter", read_limiter},
    Option{"mode", read_mode},
    Option{"deprecatedRoutes", read_deprecated},
    Option{"chance", read_chance},
    Option{"rooms", read_rooms},
    Option{"roomsSeed", read_rooms_seed},
    Option{"faults", read_faults},
};

Result<WorkspaceOptions> read_options(std::string_view json_text) {
  const auto json = parse_json(json_text);
  if (!json) return wrong("", "text that is not JSON", "a JSON object");
  if (json->depth > kKeptDepth)
    return wrong("", "nesting of " + std::to_string(json->depth) + " levels",
                 "at most " + std::to_string(kKeptDepth) + " levels");
  const auto* members = json->value.get_ptr<const Json::object_t*>();
  if (members == nullptr) return wrong("", kind_of(json->value), "an object");
  WorkspaceOptions options;
  for (const auto& [key, value] : *members) {
    const Option* known = nullptr;
    for (const Option& option : kOptions)
      if (option.name == key) known = &option;
    const std::string path = "/" + key;
    if (known == nullptr) return wrong(path, "an unknown member", kOptionNames);
    if (auto problem = known->read(options, value, path)) return std::move(*problem);
  }
  return options;
}

Result<Header> read_header(const Json& pair, const std::string& path) {
  const auto* parts = pair.get_ptr<const Json::array_t*>();
  if (parts == nullptr || parts->size() != 2 || !parts->front().is_string() ||
      !parts->back().is_string())
    return wrong(path, parts == nullptr ? kind_of(pair) : "another list", "a name and a value");
  return Header{*parts->front().get_ptr<const std::string*>(),
                *parts->back().get_ptr<const std::string*>()};
}

Result<HttpRequest> read_request(std::string_view json_text, const std::string& body) {
  const auto json = parse_json(json_text);
  if (!json) return wrong("", "text that is not JSON", "a JSON object");
  const std::string* method = text_member(json->value, "method");
  const std::string* url = text_member(json->value, "url");
  if (method == nullptr) return wrong("/method", "no text", "a method such as \"PUT\"");
  if (url == nullptr) return wrong("/url", "no text", "a path with an optional query");
  const Json* headers = member(json->value, "headers");
  const auto* pairs = headers == nullptr ? nullptr : headers->get_ptr<const Json::array_t*>();
  if (pairs == nullptr) return wrong("/headers", "no list", "a list of names and values");
  HttpRequest request{*method, *url, {}, body};
  for (const Json& pair : *pairs) {
    auto header = read_header(pair, "/headers/" + std::to_string(request.headers.size()));
    if (!header.ok()) return header.error();
    request.headers.push_back(std::move(header.value()));
  }
  return request;
}

std::string_view to_text(Ending ending) {
  switch (ending) {
    case Ending::complete:
      return "complete";
    case Ending::cut:
      return "cut";
    case Ending::reset:
      return "reset";
    case Ending::stall:
      return "stall";
  }
  return "complete";
}

std::string write_exchange(const Exchange& exchange) {
  Json headers = Json::array();
  for (const Header& header : exchange.response.headers) {
    Json pair = Json::array();
    pair.push_back(header.name);
    pair.push_back(header.value);
    headers.push_back(std::move(pair));
  }
  Json json = Json::object();
  set_member(json, "status", exchange.response.status);
  set_member(json, "headers", std::move(headers));
  set_member(json, "body", exchange.response.body);
  set_member(json, "delayMs", exchange.delay_ms);
  set_member(json, "slowMs", exchange.slow_ms);
  set_member(json, "ending", std::string(to_text(exchange.ending)));
  if (exchange.cut_at)
    set_member(json, "cutAt", static_cast<Json::number_integer_t>(*exchange.cut_at));
  return to_json_text(json);
}

std::string write_report(const FaultReport& report) {
  Json happened = Json::object();
  for (const FaultKindInfo& info : fault_kinds())
    set_member(happened, info.name, report.count(info.kind));
  Json faults = Json::array();
  for (const FaultProgress& progress : report.faults) {
    Json entry = Json::object();
    set_member(entry, "happened", progress.happened);
    set_member(entry, "left", progress.left ? Json(*progress.left) : Json());
    faults.push_back(std::move(entry));
  }
  Json json = Json::object();
  set_member(json, "happened", std::move(happened));
  set_member(json, "left", report.left);
  set_member(json, "faults", std::move(faults));
  return to_json_text(json);
}

std::string write_error(const Error& error) {
  const ErrorInfo& info = error_info(error.code);
  std::string message(info.what);
  if (!error.path.empty()) message += " At " + error.path + ".";
  if (!error.found.empty()) message += " Found: " + error.found + ".";
  if (!error.expected.empty()) message += " Expected: " + error.expected + ".";
  Json body = Json::object();
  set_member(body, "code", std::string(info.name));
  set_member(body, "family", std::string(room_visitor::to_text(info.family)));
  set_member(body, "path", error.path);
  set_member(body, "found", error.found);
  set_member(body, "expected", error.expected);
  set_member(body, "message", message);
  set_member(body, "remedy", std::string(info.remedy));
  Json json = Json::object();
  set_member(json, "error", std::move(body));
  return to_json_text(json);
}

}  // namespace

JsonWorkspace::JsonWorkspace(Result<Workspace> workspace) : workspace_(std::move(workspace)) {}

std::string JsonWorkspace::error() const {
  return workspace_.ok() ? std::string() : write_error(workspace_.error());
}

std::string JsonWorkspace::handle(const std::string& request_json, const std::string& body,
                                  const std::string& client_ip, double now) {
  if (!workspace_.ok()) return error();
  const auto request = read_request(request_json, body);
  if (!request.ok()) return write_error(request.error());
  return write_exchange(workspace_.value().handle(request.value(), client_ip, now));
}

std::string JsonWorkspace::save() const {
  return workspace_.ok() ? workspace_.value().save() : error();
}

std::string JsonWorkspace::set_faults(const std::string& faults_json) {
  if (!workspace_.ok()) return error();
  auto faults = parse_faults(faults_json);
  if (!faults.ok()) return write_error(faults.error());
  const auto problem = workspace_.value().set_faults(std::move(faults.value()));
  return problem ? write_error(*problem) : std::string();
}

std::string JsonWorkspace::faults() const {
  return workspace_.ok() ? write_faults(workspace_.value().faults()) : error();
}

std::string JsonWorkspace::fault_counts() const {
  return workspace_.ok() ? write_report(workspace_.value().fault_report()) : error();
}

JsonWorkspace create_workspace(const std::string& options_json) {
  const auto options = read_options(options_json);
  if (!options.ok()) return JsonWorkspace(options.error());
  return JsonWorkspace(make_workspace(options.value()));
}

}  // namespace room_visitor::standin

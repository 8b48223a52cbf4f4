// The path of a request through the server: body, route, preflight, credentials, deprecation, then
// limiter, parameters and permission in the order of the version, handler (docs/wire.md section 3).
#include "room_visitor/standin/workspace.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "standin/answers.h"
#include "standin/body.h"
#include "standin/cors.h"
#include "standin/delivery.h"
#include "standin/handler_errors.h"
#include "standin/replies.h"
#include "standin/routes.h"
#include "standin/saving.h"
#include "standin/seed_reader.h"
#include "standin/seeds.h"
#include "standin/state.h"
#include "standin/target.h"
#include "standin/text.h"
#include "standin/two_factor.h"

namespace room_visitor::standin {
namespace {

constexpr int kOk = 200;
constexpr int kWrongMethod = 405;
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
// The framework answers these two late on purpose, against guessing.
constexpr int kLeastDelay = 500;
constexpr int kMostDelay = 1000;
constexpr Millis kMillisPerSecond = 1000;
constexpr Millis kUsualWindow = 60000;
constexpr std::string_view kApi = "/api";

std::string header_text(const HttpRequest& request, std::string_view name) {
  const std::string* value = find_header(request.headers, name);
  return value == nullptr ? "" : *value;
}

int whole_setting(const State& state, std::string_view name) {
  constexpr double kMost = 1e9;
  const Json* value = member(state.settings, name);
  if (value == nullptr) return 0;
  if (const auto* whole = value->get_ptr<const Json::number_integer_t*>())
    return static_cast<int>(std::clamp(static_cast<double>(*whole), -kMost, kMost));
  const auto* number = value->get_ptr<const Json::number_float_t*>();
  return number == nullptr ? 0 : static_cast<int>(std::clamp(*number, -kMost, kMost));
}

/// One request on its way; `headers` collects what is set before the answer is known.
class Passage {
 public:
  Passage(State& state, const Arrival& arrival)
      : state_(state),
        request_(arrival.request),
        target_(split_url(arrival.request.url)),
        client_ip_(arrival.client_ip),
        now_(arrival.now) {}

  HttpResponse answer() {
    const Behaviour& behaviour = *state_.behaviour;
    ReadBody body = read_body(request_);
    if (body.problem && behaviour.body_reading == BodyReading::before_routing)
      return error_page(body.problem->status);
    const bool is_options = request_.method == "OPTIONS";
    if (is_options && behaviour.preflight == Preflight::whole_api && is_api_path())
      return preflight(state_, request_);
    auto found = find_route(target_.path, behaviour);
    if (!found || request_.method == "HEAD") return no_route();
    if (is_options) return preflight(state_, request_);
    if (is_refused_origin(state_, request_)) return invalid_origin();
    const Endpoint* endpoint = find_endpoint(*found->route, request_.method);
    if (endpoint == nullptr) return no_method(*found->route);
    if (body.problem) return error_page(body.problem->status);
    return call(std::move(*found), *endpoint, std::move(body.value));
  }

 private:
  [[nodiscard]] bool is_api_path() const {
    return target_.path == kApi || target_.path.starts_with(std::string(kApi) + "/");
  }

  HttpResponse no_route() const {
    return state_.behaviour->unknown_path == UnknownPath::plain_404 && is_api_path() ? not_found()
                                                                                     : web_app();
  }

  // Whatever is no API falls through to the web app, which has one page for every path.
  HttpResponse web_app() const {
    if (state_.behaviour->unknown_path == UnknownPath::page || request_.method == "GET" ||
        request_.method == "HEAD")
      return app_shell();
    HttpResponse answer = empty_answer(request_.method == "OPTIONS" ? kOk : kWrongMethod);
    answer.headers = {{"Allow", "OPTIONS, GET, HEAD"}, {"Content-Length", "0"}};
    return answer;
  }

  HttpResponse no_method(const Route& route) {
    if (state_.behaviour->wrong_method == WrongMethod::as_unknown_path) return no_route();
    headers_.push_back({"Allow", allowed_methods(route)});
    return json_answer(wrong_method());
  }

  HttpResponse call(FoundRoute found, const Endpoint& endpoint, Json body) {
    const Route& route = *found.route;
    const bool needs_user = endpoint.credentials == Credentials::needed;
    if (needs_user && !unwrap_payload(body)) return server_error();
    Call call{state_,
              request_,
              read_form(target_.query),
              std::move(body),
              session(),
              header_text(request_, "x-auth-token"),
              client_ip(),
              std::move(found.parts),
              now_};
    if (needs_user && call.user == nullptr)
      return json_answer(not_logged_in(state_.behaviour->status_answers));
    if (auto refusal = announce_removal(route, endpoint)) return json_answer(*refusal);
    if (auto refusal = check(route, endpoint, call)) return json_answer(*refusal);
    if (endpoint.second_factor == SecondFactor::asked)
      if (auto refusal = check_call_factor(call)) return json_answer(*refusal);
    return json_answer(endpoint.handler(call));
  }

  std::optional<Reply> check(const Route& route, const Endpoint& endpoint, Call& call) {
    const Json* user = endpoint.credentials == Credentials::needed ? call.user : nullptr;
    std::optional<Reply> refusal;
    switch (state_.behaviour->check_order) {
      case CheckOrder::limit_permission_parameters:
        if ((refusal = count(route, endpoint, user))) return refusal;
        if ((refusal = check_permission(endpoint, call))) return refusal;
        return check_parameters(endpoint, call);
      case CheckOrder::limit_parameters_permission:
        if ((refusal = count(route, endpoint, user))) return refusal;
        if ((refusal = check_parameters(endpoint, call))) return refusal;
        return check_permission(endpoint, call);
      case CheckOrder::permission_parameters_limit:
        if ((refusal = check_permission(endpoint, call))) return refusal;
        if ((refusal = check_parameters(endpoint, call))) return refusal;
        return count(route, endpoint, user);
    }
    return {};
  }

  // A quirk of the authentication: a member `payload` is read as JSON text and takes the place of
  // the whole body. False if it is not JSON, which nothing in the server expects.
  static bool unwrap_payload(Json& body) {
    const Json* payload = member(body, "payload");
    if (!is_truthy(payload)) return true;
    if (payload->is_object()) return false;
    const auto* text = payload->get_ptr<const std::string*>();
    auto json = parse_json(text != nullptr ? *text : to_json_text(*payload));
    if (!json) return false;
    body = std::move(json->value);
    return true;
  }

  // A proxy in front of the server says who the client is.
  [[nodiscard]] std::string_view client_ip() const {
    const std::string* real_ip = find_header(request_.headers, "x-real-ip");
    return real_ip == nullptr || real_ip->empty() ? client_ip_ : std::string_view(*real_ip);
  }

  [[nodiscard]] const Json* session() const {
    return state_.find_session(header_text(request_, "x-user-id"),
                               header_text(request_, "x-auth-token"));
  }

  std::optional<Reply> announce_removal(const Route& route, const Endpoint& endpoint) {
    if (endpoint.removed_in.empty() ||
        state_.behaviour->deprecation_headers == DeprecationHeaders::absent)
      return {};
    const std::string message = "The endpoint \"" + std::string(route.path) +
                                "\" is deprecated and will be removed on version " +
                                std::string(endpoint.removed_in);
    if (state_.options.deprecated_routes == DeprecatedRoutes::refused) return failure(message);
    headers_.push_back({"x-deprecation-type", "endpoint-deprecation"});
    headers_.push_back({"x-deprecation-message", message});
    headers_.push_back({"x-deprecation-version", std::string(endpoint.removed_in)});
    return {};
  }

  std::optional<Reply> count(const Route& route, const Endpoint& endpoint, const Json* user) {
    if (route.limit == Limit::uncounted) return {};
    if (const Fault* fault = state_.faults.due(FaultKind::rate_limit)) {
      const Millis left = fault->milliseconds.value_or(kUsualWindow);
      state_.faults.happened(FaultKind::rate_limit);
      return limited({false, 0, left});
    }
    if (!is_true(state_.settings, "API_Enable_Rate_Limiter")) return {};
    if (user != nullptr && state_.has_permission(*user, "api-bypass-rate-limit")) return {};
    return limited(state_.limiter.count(
        std::string(route.path) + to_lower_ascii(endpoint.method), client_ip(), limit(),
        whole_setting(state_, "API_Enable_Rate_Limiter_Limit_Time_Default"), now_));
  }

  [[nodiscard]] int limit() const {
    return whole_setting(state_, "API_Enable_Rate_Limiter_Limit_Calls_Default");
  }

  std::optional<Reply> limited(const Allowance& allowance) {
    headers_.push_back({"X-RateLimit-Limit", std::to_string(limit())});
    headers_.push_back({"X-RateLimit-Remaining", std::to_string(allowance.remaining)});
    headers_.push_back(
        {"X-RateLimit-Reset", to_json_text(Json(std::floor(now_ + allowance.until_reset)))});
    if (allowance.allowed) return {};
    return too_many_requests(std::ceil(allowance.until_reset / kMillisPerSecond));
  }

  [[nodiscard]] std::optional<Reply> check_permission(const Endpoint& endpoint,
                                                      const Call& call) const {
    const RoutePermission& asked = endpoint.permission;
    const std::string_view permission =
        asked.of_version == nullptr ? asked.name : state_.behaviour->*asked.of_version;
    if (permission.empty() || state_.has_permission(*call.user, permission)) return {};
    return forbidden();
  }

  [[nodiscard]] std::optional<Reply> check_parameters(const Endpoint& endpoint, Call& call) const {
    if (endpoint.checked == Checked::nothing) return {};
    const Behaviour& behaviour = *state_.behaviour;
    if (endpoint.schema_use != nullptr && behaviour.*endpoint.schema_use == SchemaUse::ignored)
      return {};
    Json& parameters = endpoint.checked == Checked::query ? call.query : call.body;
    if (behaviour.parameter_check == ParameterCheck::exact) {
      if (endpoint.older_check == OlderCheck::none) return {};
      const auto problem = check_exactly(parameters, *endpoint.schema);
      if (!problem) return {};
      const bool catches = endpoint.catches == Catches::errors;
      return check_error(catches ? behaviour.handler_errors : HandlerErrors::texts, *problem);
    }
    const auto message = check_schema(parameters, *endpoint.schema);
    if (!message) return {};
    return coded_failure("invalid-params", *message);
  }

  HttpResponse json_answer(const Reply& reply) {
    HttpResponse response = api_answer(state_, reply);
    response.headers.insert(response.headers.end(), headers_.begin(), headers_.end());
    return response;
  }

  State& state_;
  const HttpRequest& request_;
  Target target_;
  std::string_view client_ip_;
  Millis now_;
  std::vector<Header> headers_;
};

Exchange serve(State& state, const Arrival& arrival) {
  Exchange exchange{Passage(state, arrival).answer()};
  HttpResponse& response = exchange.response;
  if (arrival.request.method == "HEAD") response.body.clear();
  if (state.behaviour->refusal_delay != RefusalDelay::none &&
      (response.status == kUnauthorized || response.status == kForbidden))
    exchange.delay_ms = state.chance.between(kLeastDelay, kMostDelay);
  add_web_server_headers(state, arrival.request, response);
  return exchange;
}

Error unsupported(const ServerVersion& version) {
  return {ErrorCode::unsupported_version, "/version", to_text(version),
          std::string(known_versions())};
}

void apply(State& state) {
  const WorkspaceOptions& options = state.options;
  if (options.cross_origin)
    set_member(state.settings, "API_Enable_CORS", *options.cross_origin == CrossOrigin::allowed);
  if (options.allowed_origins)
    set_member(state.settings, "API_CORS_Origin", *options.allowed_origins);
  if (options.rate_limiter)
    set_member(state.settings, "API_Enable_Rate_Limiter", *options.rate_limiter == RateLimiter::on);
  if (options.generated_rooms) state.generated.rooms = *options.generated_rooms;
  if (options.generated_seed) state.generated.seed = *options.generated_seed;
}

bool is_chosen(const std::optional<std::vector<std::string>>& chosen, std::string_view id) {
  return !chosen || std::find(chosen->begin(), chosen->end(), id) != chosen->end();
}

// The agents and departments of the seed have the generated rooms, if it does not choose among
// them.
Generator generator_of(const State& state) {
  std::vector<GeneratedAgent> agents;
  for (const Json& user : state.users.all()) {
    const std::string_view id = text_or_empty(user, "_id");
    if (holds_text(member(user, "roles"), "livechat-agent") &&
        is_chosen(state.generated_agents, id))
      agents.push_back({std::string(id), std::string(text_or_empty(user, "username"))});
  }
  std::vector<std::string> departments;
  for (const Json& department : state.departments.all()) {
    const std::string_view id = text_or_empty(department, "_id");
    if (is_chosen(state.generated_departments, id)) departments.emplace_back(id);
  }
  return {state.generated, std::move(agents), std::move(departments)};
}

}  // namespace

Workspace::Workspace(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workspace::Workspace(const Workspace& other) : state_(std::make_unique<State>(*other.state_)) {}
Workspace::Workspace(Workspace&& other) noexcept = default;
Workspace& Workspace::operator=(const Workspace& other) { return *this = Workspace(other); }
Workspace& Workspace::operator=(Workspace&& other) noexcept = default;
Workspace::~Workspace() = default;

Exchange Workspace::handle(const HttpRequest& request, std::string_view client_ip, Millis now) {
  return deliver(*state_, {request, client_ip, std::isfinite(now) ? now : 0}, serve);
}

std::string Workspace::save() const { return saved_text(*state_); }

std::optional<Error> Workspace::set_faults(std::vector<Fault> faults) {
  if (auto problem = check_faults(faults)) return problem;
  state_->faults.start(std::move(faults));
  return {};
}

std::vector<Fault> Workspace::faults() const { return state_->faults.script(); }
FaultReport Workspace::fault_report() const { return state_->faults.report(); }

Result<Workspace> make_workspace(const WorkspaceOptions& options) {
  const Behaviour* behaviour = find_behaviour(options.version);
  if (behaviour == nullptr) return unsupported(options.version);
  std::vector<std::string_view> texts = find_seed(options.seed);
  if (texts.empty())
    return Error{ErrorCode::invalid_seed, "/seed", "\"" + options.seed + "\"",
                 "one of: " + std::string(seed_names())};
  auto state = std::make_unique<State>(options, *behaviour);
  texts.insert(texts.begin(), {default_seed(), behaviour->older_defaults});
  texts.push_back(options.seed_json);
  for (const std::string_view text : texts) {
    if (text.empty()) continue;
    if (auto problem = add_seed(*state, text)) return std::move(*problem);
  }
  apply(*state);
  if (state->generated.rooms > kMostGeneratedRooms)
    return Error{ErrorCode::invalid_seed, "/rooms", std::to_string(state->generated.rooms),
                 "at most " + std::to_string(kMostGeneratedRooms)};
  state->generator = generator_of(*state);
  auto faults = parse_faults(options.faults_json.empty() ? "[]" : options.faults_json);
  if (!faults.ok()) {
    Error error = faults.error();
    error.path.insert(0, "/faults");
    return error;
  }
  state->faults.start(std::move(faults.value()));
  return Workspace(std::move(state));
}

}  // namespace room_visitor::standin

#include "standin/cors.h"

#include <algorithm>
#include <string>

#include "standin/replies.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr int kOk = 200;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr int kSwitchedOff = 405;

bool is_enabled(const State& state) { return is_true(state.settings, "API_Enable_CORS"); }

std::string_view origin_setting(const State& state) {
  return text_or_empty(state.settings, "API_CORS_Origin");
}

// The list is lower-cased, the request's origin is not.
bool is_listed(std::string_view list, std::string_view origin) {
  const auto entries = split(list, ',');
  return std::any_of(entries.begin(), entries.end(),
                     [&](std::string_view entry) { return to_lower_ascii(trim(entry)) == origin; });
}

HttpResponse allowed(std::vector<Header> headers) {
  HttpResponse answer{kOk, std::move(headers), ""};
  answer.headers.push_back({"Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, HEAD, PATCH"});
  answer.headers.push_back({"Access-Control-Allow-Headers",
                            std::string(kAllowedHeaders) + ", x-visitor-token, Authorization"});
  return answer;
}

HttpResponse answer_by_list(const State& state, const std::string* origin) {
  const std::string_view setting = origin_setting(state);
  if (setting == "*") return allowed({{"Access-Control-Allow-Origin", "*"}});
  if (origin != nullptr && is_listed(setting, *origin))
    return allowed({{"Access-Control-Allow-Origin", *origin}, {"Vary", "Origin"}});
  return state.behaviour->unlisted_origin == UnlistedOrigin::ignored ? empty_answer(kOk)
                                                                     : invalid_origin();
}

}  // namespace

HttpResponse preflight(const State& state, const HttpRequest& request) {
  const Behaviour& behaviour = *state.behaviour;
  const std::string* origin = find_header(request.headers, "origin");
  const bool names_method =
      find_header(request.headers, "access-control-request-method") != nullptr;
  if (behaviour.preflight == Preflight::named_method) {
    if (!names_method) return empty_answer(kNotFound);
  } else if (!names_method && origin == nullptr) {
    return empty_answer(kOk);
  }
  if (!is_enabled(state))
    return {
        kSwitchedOff, {}, "CORS not enabled. Go to \"Admin > General > REST Api\" to enable it."};
  if (behaviour.origin_setting == OriginSetting::verbatim)
    return allowed({{"Access-Control-Allow-Origin", std::string(origin_setting(state))}});
  return answer_by_list(state, origin);
}

bool is_refused_origin(const State& state, const HttpRequest& request) {
  if (state.behaviour->unlisted_origin != UnlistedOrigin::refused || !is_enabled(state))
    return false;
  const std::string* origin = find_header(request.headers, "origin");
  const std::string_view setting = origin_setting(state);
  return origin != nullptr && setting != "*" && !is_listed(setting, *origin);
}

HttpResponse invalid_origin() { return {kForbidden, {}, "Invalid origin"}; }

bool has_cors_headers(const State& state) {
  return state.behaviour->allow_origin != AllowOrigin::api_if_enabled || is_enabled(state);
}

}  // namespace room_visitor::standin

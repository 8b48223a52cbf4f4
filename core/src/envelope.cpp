#include "envelope.h"

#include <algorithm>

#include "room_visitor/redact.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kHtml = "text/html";

std::optional<double> number_in(const std::string* text) {
  if (text == nullptr || text->empty() || text->front() == '-') return {};
  const auto number = whole_number(*text);
  if (!number) return {};
  return static_cast<double>(*number);
}

// N of "You must wait N seconds before trying this endpoint again", as milliseconds.
std::optional<Millis> wait_in(std::string_view text) {
  constexpr std::string_view kBefore = "You must wait ";
  constexpr double kMillisPerSecond = 1000;
  const auto at = text.find(kBefore);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = text.substr(at + kBefore.size());
  const std::string digits(rest.substr(0, rest.find(' ')));
  const auto seconds = number_in(&digits);
  if (!seconds) return {};
  return *seconds * kMillisPerSecond;
}

// JSON is read when it is labelled so, or not labelled at all: across origins a label may be
// hidden.
bool may_be_json(std::string_view type) {
  return type.empty() || type == kJson || type.ends_with("+json");
}

std::string text_member(json::View body, std::string_view key) {
  const auto member = body.member(key);
  return member ? member->string().value_or("") : "";
}

void read_body(const HttpResponse& response, Envelope& envelope) {
  Result<json::View> view = json::check(response.body);
  if (!view.ok()) {
    envelope.problem = view.error();
    return;
  }
  if (view.value().kind() != json::Kind::object) {
    envelope.problem = Error{ErrorCode::unexpected_answer, "",
                             std::string(json::name_of(view.value().kind())), "an object"};
    return;
  }
  envelope.body = view.value();
  if (const auto success = view.value().member("success")) envelope.success = success->boolean();
  envelope.error = text_member(view.value(), "error");
  envelope.message = text_member(view.value(), "message");
  envelope.error_type = text_member(view.value(), "errorType");
}

std::string described(const Envelope& envelope, const HttpResponse& response) {
  const std::string length = to_decimal(static_cast<long long>(response.body.size())) + " bytes";
  return length + " of type " + quote_for_people(envelope.type);
}

std::string with_status(int status, const std::string& found) {
  return "status " + to_decimal(status) + (found.empty() ? "" : ", " + found);
}

}  // namespace

Envelope read_envelope(const HttpResponse& response) {
  Envelope envelope;
  envelope.status = response.status;
  const std::string* type = find_header(response.headers, "content-type");
  if (type != nullptr) envelope.type = media_type(*type);
  if (response.body.empty())
    envelope.problem = Error{ErrorCode::empty_answer, "", "no body", "a JSON object"};
  else if (may_be_json(envelope.type))
    read_body(response, envelope);
  else
    envelope.problem = Error{envelope.type == kHtml ? ErrorCode::html_answer : ErrorCode::not_json,
                             "", described(envelope, response), std::string(kJson)};
  return envelope;
}

std::optional<RateLimit> read_rate_limit(const HttpResponse& response, const Envelope& envelope) {
  RateLimit limit;
  limit.limit = number_in(find_header(response.headers, "x-ratelimit-limit"));
  limit.remaining = number_in(find_header(response.headers, "x-ratelimit-remaining"));
  limit.reset_at = number_in(find_header(response.headers, "x-ratelimit-reset"));
  constexpr int kTooManyRequests = 429;
  if (response.status == kTooManyRequests) limit.wait = wait_in(envelope.words());
  const std::string* date = find_header(response.headers, "date");
  const auto answered = date == nullptr ? std::nullopt : parse_http_date(*date);
  if (limit.reset_at && answered) limit.reset_in = std::max(0.0, *limit.reset_at - *answered);
  if (limit == RateLimit{}) return {};
  return limit;
}

std::optional<Deprecation> read_deprecation(const HttpResponse& response) {
  const auto text = [&](std::string_view name) {
    const std::string* value = find_header(response.headers, name);
    return value == nullptr ? std::string() : redact_prose(*value);
  };
  Deprecation deprecation{text("x-deprecation-type"), text("x-deprecation-message"),
                          text("x-deprecation-version")};
  if (deprecation.type.empty()) return {};
  return deprecation;
}

std::optional<ErrorCode> code_of_refusal(const Envelope& envelope,
                                         std::span<const KnownText> known) {
  if (envelope.success != false) return {};
  if (envelope.status == 400 && envelope.error_type == "invalid-params" &&
      envelope.error.ends_with(" [invalid-params]"))
    return ErrorCode::invalid_params;
  for (const KnownText& row : known)
    if (envelope.status == row.status && envelope.error == row.text) return row.code;
  return {};
}

Error server_error(ErrorCode code, const Envelope& envelope) {
  const std::string words = redact_prose(envelope.words());
  return {code, "", with_status(envelope.status, words.empty() ? "" : "\"" + words + "\""), ""};
}

Error common_error(const Envelope& envelope) {
  const int status = envelope.status;
  // Status 0 is how a browser shows a redirect that it was told not to follow.
  if (status == 0 || (status >= 300 && status <= 399))
    return {ErrorCode::redirected, "", status == 0 ? "" : with_status(status, ""), ""};
  if (status == 401) return server_error(ErrorCode::not_logged_in, envelope);
  if (status >= 500) return server_error(ErrorCode::server_error, envelope);
  if (status == 429 && envelope.is_json()) return server_error(ErrorCode::rate_limited, envelope);
  if (envelope.problem) {
    Error error = *envelope.problem;
    error.found = with_status(status, error.found);
    return error;
  }
  if (envelope.is_2xx())
    return {ErrorCode::unexpected_answer, "", with_status(status, "JSON without \"success\": true"),
            "\"success\": true"};
  if (status == 400 && envelope.words().empty())
    return server_error(ErrorCode::failure_without_reason, envelope);
  if (status == 400 || status == 403) return server_error(ErrorCode::unrecognised_error, envelope);
  if (status == 405) return server_error(ErrorCode::wrong_method, envelope);
  return server_error(ErrorCode::unexpected_status, envelope);
}

}  // namespace room_visitor

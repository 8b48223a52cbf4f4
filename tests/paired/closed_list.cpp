#include "paired/closed_list.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace room_visitor::paired {
namespace {

constexpr std::array<std::string_view, 6> kRefusals{
    R"("error":"visitor-not-found")",    R"("error":"invalid-room")",
    R"("error":"[invalid-room]")",       R"("error":"error-user-not-found")",
    R"("error":"error-not-authorized")", R"("error":"error-not-allowed")"};

bool holds(const HttpResponse& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

bool is_refusal(const HttpResponse& response) {
  const bool is_json = response.body.starts_with('{');
  switch (response.status) {
    case 400:
      return holds(response, " [invalid-params]\"") ||
             std::any_of(kRefusals.begin(), kRefusals.end(),
                         [&](std::string_view text) { return holds(response, text); });
    case 403:
      return holds(response, "[error-unauthorized]");
    case 429:
      return is_json;
    default:
      return false;
  }
}

bool is_gone(const HttpResponse& response) {
  return (response.status == 405 && response.body.empty()) ||
         (response.status == 404 && response.body == "404 Not Found");
}

}  // namespace

Listed place_on_list(const HttpResponse& response, const ServerVersion& version, Arrived arrived) {
  // These never change anything, whatever arrives.
  const bool is_older = version.major < 5 || (version.major == 5 && version.minor < 2);
  const bool is_spoilt = arrived == Arrived::spoilt;
  if (response.status == 401 || (!is_spoilt && is_refusal(response))) return Listed::yes;
  if (is_older) return Listed::by_version;
  if (is_spoilt) return Listed::no;
  if (version.major >= 7 && is_gone(response)) return Listed::by_version;
  if (response.status == 400 && holds(response, R"("error":"invalid-room-visitor")"))
    return Listed::mismatch;
  return Listed::no;
}

}  // namespace room_visitor::paired

// The caller: who that is, and whether they are there.
#include <algorithm>
#include <array>
#include <string>

#include "standin/exact_check.h"
#include "standin/handlers.h"
#include "standin/profile.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr std::array<std::string_view, 4> kStatuses{"online", "away", "offline", "busy"};
// In code units of UTF-16, as the server's language counts.
constexpr std::size_t kLongestStatusText = 120;

bool is_text(const Json* value) { return value != nullptr && value->is_string(); }

bool is_nothing(const Json* value) { return value == nullptr || value->is_null(); }

// One of the two has to be text, and neither may be anything else.
bool is_status_form(const Json& body) {
  const Json* status = member(body, "status");
  const Json* message = member(body, "message");
  return (is_text(status) || is_text(message)) && (is_text(status) || is_nothing(status)) &&
         (is_text(message) || is_nothing(message));
}

std::string shortened(std::string_view text) {
  constexpr unsigned kContinuation = 0x80;
  constexpr unsigned kContinuationMask = 0xC0;
  constexpr unsigned kFourBytes = 0xF0;
  std::size_t units = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const auto first = static_cast<unsigned char>(text[end]);
    units += first >= kFourBytes ? 2 : 1;
    if (units > kLongestStatusText) break;
    ++end;
    while (end < text.size() &&
           (static_cast<unsigned char>(text[end]) & kContinuationMask) == kContinuation)
      ++end;
  }
  return std::string(text.substr(0, end));
}

Json origin_of_status() {
  Json details = Json::object();
  set_member(details, "method", "users.setStatus");
  return details;
}

// Whose status is meant: the caller's unless the body names somebody else.
struct Person {
  const Json* user = nullptr;
  std::optional<Reply> refusal;
};

Person named_person(const Call& call) {
  const State& state = call.state;
  const std::string_view id = text_or_empty(call.body, "userId");
  const std::string_view name = text_or_empty(call.body, "username");
  const bool is_self = (id.empty() && name.empty()) || id == text_or_empty(*call.user, "_id") ||
                       (id.empty() && name == text_or_empty(*call.user, "username"));
  if (is_self) return {call.user, {}};
  if (!state.has_permission(*call.user, "edit-other-user-info")) return {nullptr, unauthorized()};
  const Json* user = id.empty() ? state.users.find_by("username", name) : state.users.find(id);
  if (user == nullptr)
    return {nullptr,
            coded_failure(
                "error-invalid-user",
                "The required \"userId\" or \"username\" param provided does not match any users")};
  return {user, {}};
}

std::optional<Reply> check_status(const State& state, const std::string& status) {
  if (std::find(kStatuses.begin(), kStatuses.end(), status) == kStatuses.end())
    return coded_failure("error-invalid-status",
                         "Valid status types include online, away, offline, and busy.",
                         origin_of_status());
  if (status == "offline" && !is_true(state.settings, "Accounts_AllowInvisibleStatusOption"))
    return coded_failure("error-status-not-allowed", "Invisible status is disabled",
                         origin_of_status());
  return {};
}

Reply show_me(Call& call) { return success(own_profile(call.state, *call.user)); }

// The text is stored before the status is looked at, so that a wrong status leaves the new text.
Reply set_status(Call& call) {
  State& state = call.state;
  if (!is_status_form(call.body))
    return failure(
        to_text(CheckFailure{"Failed Match.OneOf, Match.Maybe or Match.Optional validation", ""}));
  if (!is_true(state.settings, "Accounts_AllowUserStatusMessageChange"))
    return coded_failure("error-not-allowed", "Change status is not allowed", origin_of_status());
  auto [person, refusal] = named_person(call);
  if (person == nullptr) return std::move(*refusal);
  Json user = *person;
  if (const std::string* message = text_member(call.body, "message"))
    set_member(user, "statusText", shortened(trim(*message)));
  const std::string status(text_or_empty(call.body, "status"));
  auto problem = status.empty() ? std::nullopt : check_status(state, status);
  if (!status.empty() && !problem) {
    set_member(user, "status", status);
    set_member(user, "statusDefault", status);
  }
  state.users.put(std::move(user));
  return problem ? std::move(*problem) : success(Json::object());
}

constexpr std::array kMe{Endpoint{.method = "GET", .handler = show_me}};
constexpr std::array kSetStatus{Endpoint{.method = "POST", .handler = set_status}};
constexpr std::array kRoutes{
    Route{"/api/v1/me", Limit::counted, kMe},
    Route{"/api/v1/users.setStatus", Limit::counted, kSetStatus},
};

}  // namespace

std::span<const Route> account_routes() { return kRoutes; }

}  // namespace room_visitor::standin

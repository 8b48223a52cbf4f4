// Login, logout, and the caller.
#include <algorithm>
#include <array>

#include "standin/handlers.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr int kOk = 200;
constexpr int kUnauthorized = 401;
constexpr int kWrongPassword = 403;
constexpr int kNoLoginMethod = 400;
constexpr std::array<std::string_view, 15> kOwnMembers{
    "_id",           "name",   "username", "emails", "status",   "statusText", "statusConnection",
    "utcOffset",     "active", "language", "roles",  "settings", "services",   "customFields",
    "statusLivechat"};

// Success answers of login and logout have a status instead of `success`.
Reply status_answer(Json data) {
  Json body = Json::object();
  set_member(body, "status", "success");
  set_member(body, "data", std::move(data));
  return {kOk, std::move(body)};
}

// Where `success` was added to these answers, the error moved to the front with it.
Reply login_failure(const State& state, Json error, std::string_view message) {
  Json body = Json::object();
  if (state.behaviour->status_answers == StatusAnswers::with_success) {
    set_member(body, "success", false);
    set_member(body, "error", error);
  }
  set_member(body, "status", "error");
  set_member(body, "error", std::move(error));
  set_member(body, "message", std::string(message));
  return {kUnauthorized, std::move(body)};
}

Reply unauthorized_login(const State& state) {
  return login_failure(state, "Unauthorized", "Unauthorized");
}

bool has_address(const Json& user, std::string_view address) {
  const Json* emails = member(user, "emails");
  const auto* items = emails == nullptr ? nullptr : emails->get_ptr<const Json::array_t*>();
  return items != nullptr && std::any_of(items->begin(), items->end(), [&](const Json& email) {
           return to_lower_ascii(text_or_empty(email, "address")) == to_lower_ascii(address);
         });
}

const Json* find_user(const State& state, std::string_view username, std::string_view address) {
  if (!username.empty()) return state.users.find_by("username", username);
  const auto& all = state.users.all();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Json& user) {
    return !address.empty() && has_address(user, address);
  });
  return found == all.end() ? nullptr : &*found;
}

// Who wants to log in; nothing if the body names nobody.
struct Claim {
  std::string username;
  std::string address;
};

std::optional<Claim> claim_of(const Json& body) {
  Claim claim;
  if (const std::string* user = text_member(body, "user")) {
    (user->find('@') == std::string::npos ? claim.username : claim.address) = *user;
  } else if (const Json* named = member(body, "user"); named != nullptr && named->is_object()) {
    claim = {std::string(text_or_empty(*named, "username")),
             std::string(text_or_empty(*named, "email"))};
  } else {
    claim.username = text_or_empty(body, "username");
    if (claim.username.empty()) claim.address = text_or_empty(body, "email");
  }
  if (claim.username.empty() && claim.address.empty()) return {};
  return claim;
}

bool opens(const Login& login, const Json& password) {
  if (const auto* text = password.get_ptr<const std::string*>())
    return !login.password.empty() && *text == login.password;
  return !login.digest.empty() && to_lower_ascii(text_or_empty(password, "digest")) == login.digest;
}

std::string_view first_verified_address(const Json& user) {
  const Json* emails = member(user, "emails");
  const auto* items = emails == nullptr ? nullptr : emails->get_ptr<const Json::array_t*>();
  if (items == nullptr) return {};
  const auto found = std::find_if(items->begin(), items->end(),
                                  [](const Json& email) { return is_true(email, "verified"); });
  return found == items->end() ? std::string_view{} : text_or_empty(*found, "address");
}

Json own_profile(const State& state, const Json& user) {
  Json profile = Json::object();
  for (const std::string_view key : kOwnMembers)
    if (const Json* value = member(user, key)) set_member(profile, key, *value);
  if (const auto address = first_verified_address(user); !address.empty())
    set_member(profile, "email", std::string(address));
  set_member(profile, "avatarUrl",
             std::string(text_or_empty(state.settings, "Site_Url"))
                 .append("/avatar/")
                 .append(text_or_empty(user, "username")));
  return profile;
}

Reply logged_in(State& state, const Json& user) {
  const std::string id(text_or_empty(user, "_id"));
  const std::string token = state.chance.secret();
  state.logins[id].tokens.push_back(token);
  Json data = Json::object();
  set_member(data, "userId", id);
  set_member(data, "authToken", token);
  set_member(data, "me", own_profile(state, user));
  Reply answer = status_answer(std::move(data));
  if (state.behaviour->status_answers == StatusAnswers::with_success)
    set_member(answer.body, "success", true);
  return answer;
}

Reply log_in(Call& call) {
  State& state = call.state;
  const Json* password = member(call.body, "password");
  const auto claim = claim_of(call.body);
  if (!claim || password == nullptr || (!password->is_string() && !password->is_object()))
    return login_failure(state, kNoLoginMethod, "Unrecognized options for login request");
  const Json* user = find_user(state, claim->username, claim->address);
  if (user == nullptr) return unauthorized_login(state);
  const auto login = state.logins.find(std::string(text_or_empty(*user, "_id")));
  if (login == state.logins.end() || !opens(login->second, *password))
    return state.behaviour->wrong_password == WrongPassword::unauthorized
               ? unauthorized_login(state)
               : login_failure(state, kWrongPassword, "Incorrect password");
  return logged_in(state, *user);
}

Reply log_out(Call& call) {
  auto& tokens = call.state.logins[std::string(text_or_empty(*call.user, "_id"))].tokens;
  tokens.erase(std::remove(tokens.begin(), tokens.end(), call.token), tokens.end());
  Json data = Json::object();
  set_member(data, "message", "You've been logged out!");
  return status_answer(std::move(data));
}

Reply show_me(Call& call) { return success(own_profile(call.state, *call.user)); }

constexpr std::array kLogin{
    Endpoint{.method = "POST", .credentials = Credentials::not_asked, .handler = log_in}};
// Methods are named in the order in which the framework lists them.
constexpr std::array kLogout{Endpoint{.method = "GET", .handler = log_out},
                             Endpoint{.method = "POST", .handler = log_out}};
constexpr std::array kMe{Endpoint{.method = "GET", .handler = show_me}};
constexpr std::array kRoutes{
    Route{"/api/v1/login", Limit::counted, kLogin},
    Route{"/api/v1/logout", Limit::counted, kLogout},
    Route{"/api/v1/me", Limit::counted, kMe},
};

}  // namespace

std::span<const Route> account_routes() { return kRoutes; }

}  // namespace room_visitor::standin

// Login and logout (docs/wire.md sections 9 and 9.1).
#include <algorithm>
#include <array>

#include "standin/exact_check.h"
#include "standin/handlers.h"
#include "standin/profile.h"
#include "standin/text.h"
#include "standin/two_factor.h"

namespace room_visitor::standin {
namespace {

constexpr int kOk = 200;
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kNoLoginMethod = 400;
// A body with any other member is handed on as it is, in the framework's own form.
constexpr std::array<std::string_view, 5> kShortForm{"user", "username", "email", "password",
                                                     "code"};

// Success answers of login and logout have a status instead of `success`.
Reply status_answer(Json data) {
  Json body = Json::object();
  set_member(body, "status", "success");
  set_member(body, "data", std::move(data));
  return {kOk, std::move(body)};
}

// Where `success` was added to these answers, the error moved to the front with it.
// Null stands for an error or details that the exception did not have.
Reply login_failure(const State& state, Json error, std::string_view message,
                    Json details = nullptr) {
  Json body = Json::object();
  if (state.behaviour->status_answers == StatusAnswers::with_success) {
    set_member(body, "success", false);
    if (!error.is_null()) set_member(body, "error", error);
  }
  set_member(body, "status", "error");
  if (!error.is_null()) set_member(body, "error", std::move(error));
  if (!details.is_null()) set_member(body, "details", std::move(details));
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

// What a login says: who, by what, and the code of the second factor.
struct Attempt {
  Claim claim;
  const Json* password = nullptr;
  std::string code;
};

bool is_short_form(const Json& body) {
  const auto* members = body.get_ptr<const Json::object_t*>();
  return members != nullptr && std::all_of(members->begin(), members->end(), [](const auto& entry) {
           return std::find(kShortForm.begin(), kShortForm.end(), entry.first) != kShortForm.end();
         });
}

// The framework's own form takes the members user, password and code, and a user that is an object.
std::optional<CheckFailure> check_framework_form(const Json& body) {
  for (const auto& [key, value] : *body.get_ptr<const Json::object_t*>()) {
    if (key == "user" && !value.is_object())
      return CheckFailure{"Match error: Expected object, got " + std::string(type_of(value)), key};
    if (key != "user" && key != "password" && key != "code")
      return CheckFailure{"Unknown key", key};
  }
  if (member(body, "user") == nullptr) return CheckFailure{"Missing key 'user'", ""};
  return {};
}

std::optional<Attempt> attempt_of(const Json& body) {
  const Json* password = member(body, "password");
  auto claim = claim_of(body);
  if (!claim || password == nullptr || (!password->is_string() && !password->is_object()))
    return {};
  return Attempt{std::move(*claim), password, {}};
}

// The framework's form of a login with a code: {totp: {code, login: {user, password}}}.
std::optional<Attempt> coded_attempt_of(const Json& body) {
  const Json* totp = member(body, "totp");
  const Json* inner = totp == nullptr ? nullptr : member(*totp, "login");
  if (inner == nullptr || !is_truthy(member(*totp, "code"))) return {};
  auto attempt = attempt_of(*inner);
  if (attempt) attempt->code = text_or_empty(*totp, "code");
  return attempt;
}

// The short form takes its code from the body, else from a header.
std::string code_of(const Call& call) {
  if (const Json* code = member(call.body, "code"); is_truthy(code))
    return code->is_string() ? *code->get_ptr<const std::string*>() : to_json_text(*code);
  const std::string* header = find_header(call.request.headers, "x-2fa-code");
  return header == nullptr ? "" : *header;
}

Reply logged_in(State& state, const Json& user, const std::string& token) {
  const std::string id(text_or_empty(user, "_id"));
  Json data = Json::object();
  set_member(data, "userId", id);
  set_member(data, "authToken", token);
  set_member(data, "me", own_profile(state, user));
  Reply answer = status_answer(std::move(data));
  if (state.behaviour->status_answers == StatusAnswers::with_success)
    set_member(answer.body, "success", true);
  return answer;
}

std::optional<Reply> refuse_deactivated(const State& state, const Json& user) {
  if (!is_deactivated(user)) return {};
  Json details = Json::object();
  set_member(details, "function", "Accounts.validateLoginAttempt");
  return login_failure(state, "error-user-is-not-activated", "User is not activated",
                       std::move(details));
}

// The order is the server's: user, password, whether the user is active, second factor.
Reply log_in_by_password(Call& call, const Attempt& attempt) {
  State& state = call.state;
  const Json* user = find_user(state, attempt.claim.username, attempt.claim.address);
  if (user == nullptr) return unauthorized_login(state);
  const std::string id(text_or_empty(*user, "_id"));
  const auto login = state.logins.find(id);
  if (login == state.logins.end() || !opens(login->second, *attempt.password))
    return state.behaviour->wrong_password == WrongPassword::unauthorized
               ? unauthorized_login(state)
               : login_failure(state, kForbidden, "Incorrect password");
  if (auto refusal = refuse_deactivated(state, *user)) return std::move(*refusal);
  if (auto problem = check_login_factor(state, *user, attempt.code, call.now))
    return login_failure(state, std::string(problem->code), problem->reason,
                         std::move(problem->details));
  const std::string token = state.chance.secret();
  login->second.tokens.push_back(token);
  return logged_in(state, *user, token);
}

// A token that is still good: the session goes on with it, and no second factor is asked.
Reply resume(Call& call, std::string_view token) {
  State& state = call.state;
  for (const Json& user : state.users.all()) {
    const auto login = state.logins.find(text_or_empty(user, "_id"));
    if (login == state.logins.end() || !login->second.has_token(token)) continue;
    if (auto refusal = refuse_deactivated(state, user)) return std::move(*refusal);
    return logged_in(state, user, std::string(token));
  }
  return login_failure(state, kForbidden,
                       "You've been logged out by the server. Please log in again.");
}

Reply log_in(Call& call) {
  if (const auto token = text_or_empty(call.body, "resume");
      !token.empty() && !is_truthy(member(call.body, "password")))
    return resume(call, token);
  if (const auto coded = coded_attempt_of(call.body)) return log_in_by_password(call, *coded);
  auto attempt = attempt_of(call.body);
  if (!attempt)
    return login_failure(call.state, kNoLoginMethod, "Unrecognized options for login request");
  const Json* user = member(call.body, "user");
  const bool is_framework_form = user != nullptr && user->is_object();
  if (is_framework_form || !is_short_form(call.body)) {
    if (auto problem = check_framework_form(call.body))
      return login_failure(call.state, nullptr, to_text(*problem));
  } else {
    attempt->code = code_of(call);
  }
  return log_in_by_password(call, *attempt);
}

Reply log_out(Call& call) {
  call.state.logins[std::string(text_or_empty(*call.user, "_id"))].end_session(call.token);
  Json data = Json::object();
  set_member(data, "message", "You've been logged out!");
  return status_answer(std::move(data));
}

constexpr std::array kLogin{
    Endpoint{.method = "POST", .credentials = Credentials::not_asked, .handler = log_in}};
// Methods are named in the order in which the framework lists them.
constexpr std::array kLogout{Endpoint{.method = "GET", .handler = log_out},
                             Endpoint{.method = "POST", .handler = log_out}};
constexpr std::array kRoutes{
    Route{"/api/v1/login", Limit::counted, kLogin},
    Route{"/api/v1/logout", Limit::counted, kLogout},
};

}  // namespace

std::span<const Route> login_routes() { return kRoutes; }

}  // namespace room_visitor::standin

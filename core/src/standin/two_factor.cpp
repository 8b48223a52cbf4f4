#include "standin/two_factor.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr std::string_view kRequired = "totp-required";
constexpr std::string_view kInvalid = "totp-invalid";
constexpr Millis kMillisPerSecond = 1000;
// A code that ran out this short a while ago still keeps the server from sending another one.
constexpr Millis kGrace = 5 * 60 * kMillisPerSecond;

Millis duration_setting(const State& state, std::string_view name) {
  const Json* value = member(state.settings, name);
  if (value == nullptr) return 0;
  if (const auto* whole = value->get_ptr<const Json::number_integer_t*>())
    return static_cast<Millis>(*whole) * kMillisPerSecond;
  const auto* number = value->get_ptr<const Json::number_float_t*>();
  return number == nullptr ? 0 : *number * kMillisPerSecond;
}

// The codes that a user has set up, unless an administrator switched that kind off.
FactorMethod active_method(const State& state, const Login& login) {
  const bool active =
      (login.method == FactorMethod::totp &&
       is_true(state.settings, "Accounts_TwoFactorAuthentication_By_TOTP_Enabled")) ||
      (login.method == FactorMethod::email &&
       is_true(state.settings, "Accounts_TwoFactorAuthentication_By_Email_Enabled"));
  return active ? login.method : FactorMethod::none;
}

FactorMethod chosen_method(const State& state, const Login& login, std::string_view wanted) {
  if (wanted == "totp") return FactorMethod::totp;
  if (wanted == "email") return FactorMethod::email;
  return active_method(state, login);
}

// What stands in for codes where the user has set up none.
FactorMethod fallback(const State& state, const Login& login) {
  if (login.method == FactorMethod::password) return FactorMethod::password;
  const bool enforced =
      is_true(state.settings, "Accounts_TwoFactorAuthentication_Enforce_Password_Fallback");
  return enforced && !login.digest.empty() ? FactorMethod::password : FactorMethod::none;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char letter) { return letter >= '0' && letter <= '9'; });
  return digits;
}

bool holds(const std::vector<std::string>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// `sent_until` is what was known of a sent code before this call: a code that this very call has
// sent cannot be the one that it presents.
bool is_right(const State& state, Login& login, FactorMethod method, std::string_view code,
              Millis sent_until, Millis now) {
  if (method == FactorMethod::password)
    return (!login.digest.empty() && to_lower_ascii(code) == login.digest) ||
           (login.method == method && holds(login.codes, code));
  if (method != active_method(state, login)) return false;
  if (method == FactorMethod::totp) return holds(login.codes, code);
  if (sent_until < now || !holds(login.codes, digits_of(code))) return false;
  login.email_code_until = 0;
  return true;
}

// Sends a code by e-mail unless one is on its way, and says so.
void tell_email_code(const State& state, const Json& user, Login& login, Json& details,
                     Millis now) {
  const std::string name(text_or_empty(user, "username"));
  const bool was_sent = login.email_code_until != 0 && login.email_code_until > now - kGrace;
  if (!was_sent) {
    login.email_code_until =
        now + duration_setting(state, "Accounts_TwoFactorAuthentication_By_Email_Code_Expiration");
    set_member(details, "codeGenerated", true);
    set_member(details, "emailOrUsername", name);
    return;
  }
  set_member(details, "emailOrUsername", name);
  set_member(details, "codeGenerated", false);
  set_member(details, "codeCount", 1);
  set_member(details, "codeExpires", Json::array_t{format_timestamp(login.email_code_until)});
}

std::optional<FactorProblem> check_code(State& state, const Json& user, Login& login,
                                        FactorMethod method, std::string_view code, Millis now) {
  const Millis sent_until = login.email_code_until;
  Json details = Json::object();
  set_member(details, "method", std::string(name_of(method)));
  if (method == FactorMethod::email) {
    tell_email_code(state, user, login, details, now);
  } else {
    set_member(details, "codeGenerated", false);
  }
  Json::array_t available;
  if (const FactorMethod active = active_method(state, login); active != FactorMethod::none)
    available.emplace_back(std::string(name_of(active)));
  set_member(details, "availableMethods", std::move(available));
  if (code.empty()) return FactorProblem{kRequired, "TOTP Required", std::move(details)};
  if (is_right(state, login, method, code, sent_until, now)) return {};
  return FactorProblem{kInvalid, "TOTP Invalid", std::move(details)};
}

bool is_switched_on(const State& state) {
  return is_true(state.settings, "Accounts_TwoFactorAuthentication_Enabled");
}

Login* find_login(State& state, const Json& user) {
  const auto place = state.logins.find(text_or_empty(user, "_id"));
  return place == state.logins.end() ? nullptr : &place->second;
}

std::string_view header_of(const Call& call, std::string_view name) {
  const std::string* value = find_header(call.request.headers, name);
  return value == nullptr ? std::string_view{} : std::string_view(*value);
}

std::string client_of(const Call& call) {
  return std::string(call.client_ip) + "\n" + std::string(header_of(call, "user-agent"));
}

bool is_trusted(const Call& call, const Login& login) {
  const PersonalToken* personal = login.personal_token(call.token);
  if (personal != nullptr && personal->second_factor == FactorRule::bypassed) return true;
  return std::any_of(login.trusted.begin(), login.trusted.end(), [&](const TrustedSession& own) {
    return own.token == call.token && own.client == client_of(call) && own.until >= call.now;
  });
}

void trust(const Call& call, Login& login) {
  const Millis remembered =
      duration_setting(call.state, "Accounts_TwoFactorAuthentication_RememberFor");
  if (remembered <= 0) return;
  auto& trusted = login.trusted;
  trusted.erase(std::remove_if(trusted.begin(), trusted.end(),
                               [&](const TrustedSession& own) { return own.token == call.token; }),
                trusted.end());
  trusted.push_back({call.token, client_of(call), call.now + remembered});
}

}  // namespace

std::optional<FactorProblem> check_login_factor(State& state, const Json& user,
                                                std::string_view code, Millis now) {
  Login* login = find_login(state, user);
  if (login == nullptr || !is_switched_on(state)) return {};
  const FactorMethod method = active_method(state, *login);
  if (method == FactorMethod::none) return {};
  return check_code(state, user, *login, method, code, now);
}

std::optional<Reply> check_call_factor(Call& call) {
  State& state = call.state;
  Login* login = find_login(state, *call.user);
  if (login == nullptr || !is_switched_on(state) || is_trusted(call, *login)) return {};
  FactorMethod method = chosen_method(state, *login, header_of(call, "x-2fa-method"));
  if (method == FactorMethod::none) method = fallback(state, *login);
  if (method == FactorMethod::none) return {};
  auto problem =
      check_code(state, *call.user, *login, method, header_of(call, "x-2fa-code"), call.now);
  if (problem) return coded_failure(problem->code, problem->reason, std::move(problem->details));
  trust(call, *login);
  return {};
}

}  // namespace room_visitor::standin

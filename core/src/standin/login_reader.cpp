#include "standin/login_reader.h"

#include <algorithm>
#include <array>
#include <span>

#include "standin/text.h"

namespace room_visitor::standin {
namespace {

using MemberReader = SeedProblem (*)(const Json& json, const std::string& path, Login& login);

struct MemberRule {
  std::string_view name;
  MemberReader read;
};

std::vector<std::string> texts_of(const Json& list) {
  std::vector<std::string> texts;
  for (const Json& item : *list.get_ptr<const Json::array_t*>())
    texts.push_back(*item.get_ptr<const std::string*>());
  return texts;
}

SeedProblem read_password(const Json& json, const std::string& path, Login& login) {
  const auto* text = json.get_ptr<const std::string*>();
  if (text == nullptr) return wrong_seed(path, kind_of(json), "a string");
  login.password = *text;
  return {};
}

SeedProblem read_digest(const Json& json, const std::string& path, Login& login) {
  const auto* text = json.get_ptr<const std::string*>();
  if (text == nullptr) return wrong_seed(path, kind_of(json), "a string");
  login.digest = to_lower_ascii(*text);
  return {};
}

SeedProblem read_tokens(const Json& json, const std::string& path, Login& login) {
  if (auto problem = check_texts(json, path)) return problem;
  login.tokens = texts_of(json);
  return {};
}

SeedProblem read_personal_token(const Json& json, const std::string& path, Login& login) {
  if (const auto* text = json.get_ptr<const std::string*>()) {
    login.personal_tokens.push_back({*text, FactorRule::asked});
    return {};
  }
  const auto* members = json.get_ptr<const Json::object_t*>();
  if (members == nullptr)
    return wrong_seed(path, kind_of(json), "a token, or an object with token and bypassTwoFactor");
  PersonalToken personal;
  for (const auto& [key, value] : *members) {
    const std::string place = path + pointer_token(key);
    if (key == "token") {
      const auto* text = value.get_ptr<const std::string*>();
      if (text == nullptr) return wrong_seed(place, kind_of(value), "a string");
      personal.token = *text;
    } else if (key != "bypassTwoFactor") {
      return wrong_seed(place, "an unknown member", "token or bypassTwoFactor");
    } else if (!value.is_boolean()) {
      return wrong_seed(place, kind_of(value), "a boolean");
    } else {
      personal.second_factor = is_flag(value, true) ? FactorRule::bypassed : FactorRule::asked;
    }
  }
  if (personal.token.empty())
    return wrong_seed(path + "/token", "nothing", "a string that is not empty");
  login.personal_tokens.push_back(std::move(personal));
  return {};
}

SeedProblem read_personal_tokens(const Json& json, const std::string& path, Login& login) {
  const auto* items = json.get_ptr<const Json::array_t*>();
  if (items == nullptr) return wrong_seed(path, kind_of(json), "a list of personal access tokens");
  for (std::size_t i = 0; i < items->size(); ++i)
    if (auto problem = read_personal_token((*items)[i], path + "/" + std::to_string(i), login))
      return problem;
  return {};
}

SeedProblem read_method(const Json& json, const std::string& path, Login& login) {
  constexpr std::string_view kMethods = "\"totp\", \"email\" or \"password\"";
  const auto* text = json.get_ptr<const std::string*>();
  if (text == nullptr) return wrong_seed(path, kind_of(json), kMethods);
  for (const FactorMethod method :
       {FactorMethod::totp, FactorMethod::email, FactorMethod::password}) {
    if (*text != name_of(method)) continue;
    login.method = method;
    return {};
  }
  return wrong_seed(path, "\"" + *text + "\"", kMethods);
}

SeedProblem read_codes(const Json& json, const std::string& path, Login& login) {
  if (auto problem = check_texts(json, path)) return problem;
  login.codes = texts_of(json);
  return {};
}

SeedProblem read_members(const Json& json, const std::string& path, Login& login,
                         std::span<const MemberRule> rules, std::string_view names) {
  const auto* members = json.get_ptr<const Json::object_t*>();
  if (members == nullptr)
    return wrong_seed(path, kind_of(json), "an object with " + std::string(names));
  for (const auto& [key, value] : *members) {
    const std::string place = path + pointer_token(key);
    const std::string name = key;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const MemberRule& candidate) {
      return candidate.name == name;
    });
    if (rule == rules.end()) return wrong_seed(place, "an unknown member", names);
    if (auto problem = rule->read(value, place, login)) return problem;
  }
  return {};
}

SeedProblem read_two_factor(const Json& json, const std::string& path, Login& login) {
  constexpr std::array kMembers{MemberRule{"method", read_method}, MemberRule{"codes", read_codes}};
  if (auto problem = read_members(json, path, login, kMembers, "method and codes")) return problem;
  if (login.method == FactorMethod::none)
    return wrong_seed(path + "/method", "nothing", "\"totp\", \"email\" or \"password\"");
  return {};
}

}  // namespace

ReadLogin read_login(const Json& json, const std::string& path) {
  constexpr std::array kMembers{
      MemberRule{"password", read_password}, MemberRule{"digest", read_digest},
      MemberRule{"tokens", read_tokens}, MemberRule{"personalAccessTokens", read_personal_tokens},
      MemberRule{"twoFactor", read_two_factor}};
  ReadLogin read;
  read.problem = read_members(json, path, read.login, kMembers,
                              "password, digest, tokens, personalAccessTokens or twoFactor");
  return read;
}

}  // namespace room_visitor::standin

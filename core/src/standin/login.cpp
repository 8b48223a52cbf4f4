#include "standin/login.h"

#include <algorithm>

namespace room_visitor::standin {

std::string_view name_of(FactorMethod method) {
  if (method == FactorMethod::totp) return "totp";
  return method == FactorMethod::email ? "email" : "password";
}

const PersonalToken* Login::personal_token(std::string_view token) const {
  const auto found =
      std::find_if(personal_tokens.begin(), personal_tokens.end(),
                   [&](const PersonalToken& personal) { return personal.token == token; });
  return found == personal_tokens.end() ? nullptr : &*found;
}

bool Login::has_token(std::string_view token) const {
  return std::find(tokens.begin(), tokens.end(), token) != tokens.end() ||
         personal_token(token) != nullptr;
}

void Login::end_session(std::string_view token) {
  tokens.erase(std::remove(tokens.begin(), tokens.end(), token), tokens.end());
  personal_tokens.erase(
      std::remove_if(personal_tokens.begin(), personal_tokens.end(),
                     [&](const PersonalToken& personal) { return personal.token == token; }),
      personal_tokens.end());
}

}  // namespace room_visitor::standin

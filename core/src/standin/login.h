// How users log in. All are values: nothing is hashed or computed here.
#ifndef ROOM_VISITOR_SRC_STANDIN_LOGIN_H
#define ROOM_VISITOR_SRC_STANDIN_LOGIN_H

#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/time.h"

namespace room_visitor::standin {

/// The second factor that a user has set up. `password` is no factor at login, but calls that want
/// one ask for the password again.
enum class FactorMethod { none, totp, email, password };

/// The server's word for it.
[[nodiscard]] std::string_view name_of(FactorMethod method);

/// Whether calls with a token that want a second factor ask for it.
enum class FactorRule { asked, bypassed };

struct PersonalToken {
  std::string token;
  FactorRule second_factor = FactorRule::asked;
};

/// A session that gave its code a short while ago and is not asked again.
struct TrustedSession {
  std::string token;
  std::string client;  ///< its address and what it calls itself
  Millis until = 0;
};

struct Login {
  std::string password;
  std::string digest;  ///< what a client sends instead of the password: its SHA-256 in hexadecimal
  std::vector<std::string> tokens;
  std::vector<PersonalToken> personal_tokens;
  FactorMethod method = FactorMethod::none;
  std::vector<std::string> codes;  ///< every one of these is right
  Millis email_code_until = 0;     ///< 0: no code was sent by e-mail, or it was used up
  std::vector<TrustedSession> trusted;

  [[nodiscard]] bool has_token(std::string_view token) const;
  /// nullptr if there is no such personal access token.
  [[nodiscard]] const PersonalToken* personal_token(std::string_view token) const;
  /// Ends one session, or takes one personal access token away.
  void end_session(std::string_view token);
};

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_LOGIN_H

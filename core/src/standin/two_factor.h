// The second factor, at login and on the calls that ask for one (docs/wire.md section 9.1).
#ifndef ROOM_VISITOR_SRC_STANDIN_TWO_FACTOR_H
#define ROOM_VISITOR_SRC_STANDIN_TWO_FACTOR_H

#include <optional>
#include <string_view>

#include "standin/routes.h"

namespace room_visitor::standin {

/// Why the second factor is not given: none was presented, or a wrong one.
struct FactorProblem {
  std::string_view code;
  std::string_view reason;
  Json details;
};

/// The check at login: passes unless the user has set up codes. An empty code is none.
[[nodiscard]] std::optional<FactorProblem> check_login_factor(State& state, const Json& user,
                                                              std::string_view code, Millis now);

/// The check of a call, by its headers. Who has set up no codes gives the password once more. What
/// was right is remembered for the session for a while.
[[nodiscard]] std::optional<Reply> check_call_factor(Call& call);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_TWO_FACTOR_H

// Reads how a seed's users log in (docs/standin.md, "Documents of one's own").
#ifndef ROOM_VISITOR_SRC_STANDIN_LOGIN_READER_H
#define ROOM_VISITOR_SRC_STANDIN_LOGIN_READER_H

#include <string>

#include "standin/login.h"
#include "standin/seed_problem.h"

namespace room_visitor::standin {

struct ReadLogin {
  Login login;
  SeedProblem problem;
};

[[nodiscard]] ReadLogin read_login(const Json& json, const std::string& path);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_LOGIN_READER_H

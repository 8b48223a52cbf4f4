// What is wrong with a seed, and where.
#ifndef ROOM_VISITOR_SRC_STANDIN_SEED_PROBLEM_H
#define ROOM_VISITOR_SRC_STANDIN_SEED_PROBLEM_H

#include <optional>
#include <string>
#include <string_view>

#include "room_visitor/result.h"
#include "standin/json.h"
#include "standin/pointer.h"

namespace room_visitor::standin {

using SeedProblem = std::optional<Error>;

[[nodiscard]] Error wrong_seed(std::string path, std::string_view found, std::string_view expected);

/// Whether this is a list of strings.
[[nodiscard]] SeedProblem check_texts(const Json& list, const std::string& path);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_SEED_PROBLEM_H

// What every answer of the stand-in has in common, whatever was asked (docs/wire.md section 2).
#ifndef ROOM_VISITOR_TESTS_FUZZ_WELL_FORMED_H
#define ROOM_VISITOR_TESTS_FUZZ_WELL_FORMED_H

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "fuzz/script.h"

namespace room_visitor::standin::fuzz {

/// What is wrong with an answer, "" if nothing is.
[[nodiscard]] std::string problem_in(const HttpRequest& request, const Exchange& exchange);

enum class Statuses { any, as_expected };

/// Plays scripts. Making a workspace takes longer than a conversation with it, so that those made
/// once are kept as they began.
class Player {
 public:
  /// Looks at every answer and compares it with that of a copy of the workspace, which is asked the
  /// same. Gives the first problem with the number of its request, "" if there is none.
  [[nodiscard]] std::string problem_in_script(std::string_view text, Statuses statuses);

 private:
  [[nodiscard]] Workspace fresh(const WorkspaceOptions& options);

  std::map<std::string, Workspace, std::less<>> made_;
};

}  // namespace room_visitor::standin::fuzz

#endif  // ROOM_VISITOR_TESTS_FUZZ_WELL_FORMED_H

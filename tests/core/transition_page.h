// The table of transitions as the Markdown of docs/reassignment.md: a diagram and all rows.
#ifndef ROOM_VISITOR_TESTS_CORE_TRANSITION_PAGE_H
#define ROOM_VISITOR_TESTS_CORE_TRANSITION_PAGE_H

#include <string>

namespace room_visitor::testing {

/// What stands between the two marks of the page, each a comment on a line of its own.
[[nodiscard]] std::string transition_page();

inline constexpr const char* kPageBegins = "<!-- written by npm run diagram -->\n";
inline constexpr const char* kPageEnds = "<!-- end -->\n";

}  // namespace room_visitor::testing

#endif  // ROOM_VISITOR_TESTS_CORE_TRANSITION_PAGE_H

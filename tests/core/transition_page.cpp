#include "core/transition_page.h"

#include <vector>

#include "transitions.h"

namespace room_visitor::testing {
namespace {

struct Arrow {
  State from;
  State to;
  std::string events;
};

// One arrow for each pair of states, with all events that lead along it.
std::vector<Arrow> arrows() {
  std::vector<Arrow> all;
  for (const Transition& row : transitions()) {
    Arrow* arrow = nullptr;
    for (Arrow& known : all)
      if (known.from == row.from && known.to == row.to) arrow = &known;
    if (arrow == nullptr) arrow = &all.emplace_back(Arrow{row.from, row.to, ""});
    const std::string event(to_text(row.event));
    if ((", " + arrow->events + ", ").find(", " + event + ", ") != std::string::npos) continue;
    arrow->events += (arrow->events.empty() ? "" : ", ") + event;
  }
  return all;
}

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

}  // namespace

std::string transition_page() {
  std::string page =
      "```mermaid\nstateDiagram-v2\n  [*] --> write_due\n  [*] --> read_due: after a restart\n";
  for (const Arrow& arrow : arrows())
    page += "  " + std::string(to_text(arrow.from)) + " --> " + std::string(to_text(arrow.to)) +
            ": " + arrow.events + "\n";
  page +=
      "  done --> [*]\n```\n\n| in | when | if | then | verdict |\n| --- | --- | --- | --- | --- "
      "|\n";
  for (const Transition& row : transitions())
    page += "| " + code(to_text(row.from)) + " | " + code(to_text(row.event)) + " | " +
            (row.guard == Guard::always ? "" : code(to_text(row.guard))) + " | " +
            code(to_text(row.to)) + " | " +
            (row.ending == Ending::none ? "" : code(to_text(row.ending))) + " |\n";
  return page;
}

}  // namespace room_visitor::testing

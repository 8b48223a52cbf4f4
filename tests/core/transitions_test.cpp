#include "transitions.h"

#include <gtest/gtest.h>

#include <set>

#include "core/transition_page.h"
#include "support/data.h"

namespace room_visitor {
namespace {

TEST(Transitions, AreTheOnesThatTheDocumentShows) {
  const std::string page = testing::read_data("../../docs/reassignment.md");
  const auto begin = page.find(testing::kPageBegins);
  const auto end = page.find(testing::kPageEnds);
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const std::size_t from = begin + std::string(testing::kPageBegins).size();
  EXPECT_EQ(page.substr(from, end - from), "\n" + testing::transition_page() + "\n")
      << "npm run diagram writes it";
}

// Else a case could come up in which nothing happens and nothing ever will.
TEST(Transitions, EachStateAndEventEndsInARowWithoutAConditionOrLeavesItAsItIs) {
  std::set<std::pair<State, Event>> open;
  for (const Transition& row : transitions()) {
    if (row.guard == Guard::always)
      open.erase({row.from, row.event});
    else
      open.insert({row.from, row.event});
  }
  EXPECT_TRUE(open.empty());
}

TEST(Transitions, OnlyWhatEndsHasAVerdict) {
  for (const Transition& row : transitions())
    EXPECT_EQ(row.to == State::done, row.ending != Ending::none)
        << to_text(row.from) << " " << to_text(row.event);
}

TEST(Transitions, NothingFollowsTheFirstRowWithoutACondition) {
  std::set<std::pair<State, Event>> closed;
  for (const Transition& row : transitions()) {
    EXPECT_FALSE(closed.contains({row.from, row.event}))
        << to_text(row.from) << " " << to_text(row.event);
    if (row.guard == Guard::always) closed.insert({row.from, row.event});
  }
}

}  // namespace
}  // namespace room_visitor

#include "room_visitor/ids.h"

#include <gtest/gtest.h>

namespace room_visitor {
namespace {

TEST(Ids, KnowsTheTwoUsualForms) {
  EXPECT_EQ(id_form("tcbbSmWSLR5uo5PBW"), IdForm::random);
  EXPECT_EQ(id_form("6425bb86c29657e5b3ba26b2"), IdForm::object_id);
}

TEST(Ids, TheServersAlphabetLeavesOutWhatLooksAlike) {
  for (const char letter : std::string("01IOUVl")) {
    std::string id = "tcbbSmWSLR5uo5PBW";
    id[3] = letter;
    EXPECT_EQ(id_form(id), IdForm::other) << letter;
  }
}

TEST(Ids, AnythingElseIsOther) {
  for (const char* id :
       {"", "GENERAL", "6425BB86C29657E5B3BA26B2", "tcbbSmWSLR5uo5PB", "tcbbSmWSLR5uo5PBWW",
        "6425bb86c29657e5b3ba26b", "6425bb86c29657e5b3ba26bg"})
    EXPECT_EQ(id_form(id), IdForm::other) << id;
}

}  // namespace
}  // namespace room_visitor

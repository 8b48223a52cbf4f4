#include "room_visitor/redact.h"

#include <gtest/gtest.h>

#include "support/data.h"

namespace room_visitor {
namespace {

std::string redacted(std::string_view json) { return redact(json).value(); }

TEST(Redact, HidesTokensAtAnyDepth) {
  EXPECT_EQ(redacted(R"({"v":{"token":"8b15"},"list":[{"authToken":"x","a":1}]})"),
            R"({"v":{"token":"••••••••"},"list":[{"authToken":"••••••••","a":1}]})");
}

TEST(Redact, HidesWhateverKindTheSecretHas) {
  EXPECT_EQ(redacted(R"({"token":{"a":[1,"}"]},"password":null,"code":123456,"x":1})"),
            R"({"token":"••••••••","password":"••••••••","code":"••••••••","x":1})");
}

TEST(Redact, KnowsANameHoweverItIsWritten) {
  EXPECT_EQ(redacted(R"({"TOKEN":1,"\u0074oken" : 2, "X-AUTH-TOKEN":3})"),
            R"({"TOKEN":"••••••••","\u0074oken":"••••••••","X-AUTH-TOKEN":"••••••••"})");
}

TEST(Redact, LeavesValuesThatOnlyLookLikeNames) {
  EXPECT_EQ(redacted(R"({"name":"token","list":["token","password"],"tokens":1})"),
            R"({"name":"token","list":["token","password"],"tokens":1})");
}

TEST(Redact, TheDocumentationsResultLosesItsTokensAndNothingElse) {
  const std::string text = testing::read_data("documentation-result.json");
  const std::string shown = redacted(text);
  EXPECT_EQ(shown.find("8b15e7f7"), std::string::npos);
  nlohmann::json expected = testing::parsed(text);
  expected["room"]["v"]["token"] = std::string(kHidden);
  expected["room"]["lastMessage"]["token"] = std::string(kHidden);
  EXPECT_EQ(testing::parsed(shown), expected);
}

TEST(Redact, DeepTextsAreNoProblem) {
  const std::string deep = std::string(500, '[') + R"({"token":1})" + std::string(500, ']');
  EXPECT_NE(redacted(deep).find(kHidden), std::string::npos);
}

TEST(Redact, RefusesWhatIsNotJsonInsteadOfShowingIt) {
  EXPECT_FALSE(redact(R"({"token":"8b15)").ok());
  EXPECT_FALSE(redact(std::string("{}\0\"token\":{\"a", 14)).ok());
  EXPECT_FALSE(redact(std::string("{}\0\"abc", 7)).ok());
}

TEST(Redact, ProseLosesWhatLooksLikeAToken) {
  EXPECT_EQ(redact_prose("bad 8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs!"), "bad ••••••••!");
  EXPECT_EQ(redact_prose("8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d"),
            "••••••••");
  EXPECT_EQ(redact_prose("room tcbbSmWSLR5uo5PBW of 6425bb86c29657e5b3ba26b2"),
            "room tcbbSmWSLR5uo5PBW of 6425bb86c29657e5b3ba26b2");
}

TEST(Redact, ProseIsCutAtACharacter) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "é";
  const std::string shown = redact_prose(text);
  EXPECT_EQ(shown.size(), 300 * 2 + std::string("…").size());
  EXPECT_TRUE(shown.ends_with("é…"));
}

}  // namespace
}  // namespace room_visitor

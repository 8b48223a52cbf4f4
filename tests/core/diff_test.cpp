#include "room_visitor/diff.h"

#include <gtest/gtest.h>

#include "support/data.h"

namespace room_visitor {
namespace {

std::vector<Change> changes(std::string_view before, std::string_view after) {
  return diff(before, after).value();
}

Change changed(std::string path, std::string before, std::string after) {
  return {std::move(path), JsonText{std::move(before)}, JsonText{std::move(after)}};
}

TEST(Diff, FindsWhatAnUpdateChanges) {
  EXPECT_EQ(
      changes(R"({"_id":"r","v":{"_id":"a","token":"x","status":"offline"},"_updatedAt":"1"})",
              R"({"_id":"r","v":{"_id":"b","token":"y","status":"offline"},"_updatedAt":"2"})"),
      (std::vector<Change>{changed("/v/_id", "\"a\"", "\"b\""),
                           changed("/v/token", "\"x\"", "\"y\""),
                           changed("/_updatedAt", "\"1\"", "\"2\"")}));
}

TEST(Diff, TellsAddedFromRemoved) {
  EXPECT_EQ(changes(R"({"a":1,"b":2})", R"({"b":2,"c":3})"),
            (std::vector<Change>{{"/c", {}, JsonText{"3"}}, {"/a", JsonText{"1"}, {}}}));
  EXPECT_EQ(changes("[1,2]", "[1]"), (std::vector<Change>{{"/1", JsonText{"2"}, {}}}));
  EXPECT_EQ(changes("[1]", "[1,[2]]"), (std::vector<Change>{{"/1", {}, JsonText{"[2]"}}}));
}

TEST(Diff, ValuesAreEqualHoweverTheyAreWritten) {
  EXPECT_TRUE(changes(R"({"a":1.0,"b":"\u0041","c":[ ]})", R"({"c":[],"b":"A","a":1})").empty());
  EXPECT_TRUE(changes("-0", "0").empty());
  EXPECT_TRUE(changes(R"({"a":1,"a":2})", R"({"a":2})").empty());
}

TEST(Diff, ADifferenceOfKindIsOneChange) {
  EXPECT_EQ(changes(R"({"a":{"b":1}})", R"({"a":[1]})"),
            (std::vector<Change>{changed("/a", R"({"b":1})", "[1]")}));
  EXPECT_EQ(changes("1", "null"), (std::vector<Change>{changed("", "1", "null")}));
  EXPECT_EQ(changes("true", "false"), (std::vector<Change>{changed("", "true", "false")}));
}

TEST(Diff, EscapesPaths) {
  EXPECT_EQ(changes(R"({"a/b~c":1})", R"({"a/b~c":2})")[0].path, "/a~1b~0c");
}

TEST(Diff, StopsDescendingButNeverMissesADifference) {
  std::string before = "1", after = "2";
  for (int level = 0; level < 400; ++level) {
    before = "{\"x\":" + before + "}";
    after = "{\"x\":" + after + "}";
  }
  ASSERT_EQ(changes(before, after).size(), 1u);
  EXPECT_EQ(changes(before, after)[0].path.size(), 32u);
}

// A path is as long as the keys on its way: a long key above many elements took all memory.
TEST(Diff, BoundsWhatItReports) {
  const auto document = [](std::size_t key, std::size_t count, char element) {
    std::string text = "{\"" + std::string(key, 'k') + "\":[0";
    for (std::size_t i = 0; i < count; ++i) (text += ',') += element;
    return text + "]}";
  };
  EXPECT_EQ(changes(document(100, 9000, '1'), document(100, 9000, '2')).size(), 9000u);
  EXPECT_EQ(changes(document(30000, 30000, '1'), document(30000, 30000, '2')).size(), 1u);
  EXPECT_EQ(changes(document(1, 10001, '1'), document(1, 10001, '2')),
            (std::vector<Change>{changed("", document(1, 10001, '1'), document(1, 10001, '2'))}));
  EXPECT_TRUE(changes(document(1000000, 100000, '1'), document(1000000, 100000, '1')).empty());
}

TEST(Diff, SaysWhichTextIsNotJson) {
  EXPECT_EQ(diff("{", "{}").error().code, ErrorCode::cut_off);
  EXPECT_EQ(diff("{}", "x").error().code, ErrorCode::not_json);
}

TEST(Diff, ADocumentDoesNotDifferFromItself) {
  const std::string text = testing::read_data("documentation-result.json");
  EXPECT_TRUE(changes(text, testing::parsed(text).dump()).empty());
}

}  // namespace
}  // namespace room_visitor

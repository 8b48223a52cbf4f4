#include "room_visitor/update.h"

#include <gtest/gtest.h>

#include <set>

#include "support/data.h"

namespace room_visitor {
namespace {

using testing::read_cases;

constexpr std::string_view kRid = "tcbbSmWSLR5uo5PBW";
constexpr std::string_view kOld = "6425bb86c29657e5b3ba26b2";
constexpr std::string_view kNew = "6425bb86c29657e5b3ba26b3";

nlohmann::ordered_json as_rows(const std::vector<Issue>& issues) {
  auto rows = nlohmann::ordered_json::array();
  for (const Issue& issue : issues)
    rows.push_back({std::string(error_info(issue.code).name),
                    issue.severity == Severity::error ? "error" : "warning", issue.path});
  return rows;
}

UpdateInput with(std::string key, ValueKind kind, std::string text) {
  UpdateInput input{ValueKind::object,
                    {{"rid", ValueKind::string, std::string(kRid)},
                     {"oldVisitorId", ValueKind::string, std::string(kOld)},
                     {"newVisitorId", ValueKind::string, std::string(kNew)}}};
  input.members.push_back({std::move(key), kind, std::move(text)});
  return input;
}

TEST(Update, FindsEveryIssueOfTheGoldenCases) {
  for (const auto& row : read_cases("updates.json")) {
    const std::string text =
        row.contains("text") ? row["text"].get<std::string>() : row["update"].dump();
    const Result<UpdateInput> input = read_update_input(text);
    ASSERT_TRUE(input.ok()) << row["name"];
    const Validation checked = validate(input.value());
    EXPECT_EQ(as_rows(checked.issues), row["issues"]) << row["name"];
    EXPECT_EQ(checked.update.has_value(), row["valid"].get<bool>()) << row["name"];
  }
}

TEST(Update, KeepsTheIdsToTheLetter) {
  const VisitorUpdate ids{{"GENERAL"}, {"guest 16"}, {"\xD7\x90"}};
  EXPECT_EQ(validate(ids).update->ids(), ids);
}

TEST(Update, RefusesWhatJavaScriptCannotWriteAsJson) {
  for (const ValueKind kind :
       {ValueKind::number, ValueKind::boolean, ValueKind::null, ValueKind::array, ValueKind::object,
        ValueKind::undefined, ValueKind::function, ValueKind::symbol, ValueKind::bigint,
        ValueKind::cycle}) {
    const Validation checked = validate(with("rid", kind, "12"));
    ASSERT_EQ(checked.issues.size(), 1u);
    EXPECT_EQ(checked.issues[0].code, ErrorCode::not_a_string);
    EXPECT_EQ(checked.issues[0].path, "/rid");
    EXPECT_FALSE(checked.update);
  }
}

TEST(Update, SaysWhatWasFound) {
  EXPECT_EQ(validate(with("rid", ValueKind::bigint, "12")).issues[0].found, "a bigint \"12\"");
  EXPECT_EQ(validate(with("rid", ValueKind::string, "a\u202E\n")).issues[0].found,
            "\"a\\u{202e}\\u{000a}\"");
  EXPECT_EQ(validate(with("newvisitorId", ValueKind::string, "x")).issues[0].expected,
            "\"newVisitorId\"");
}

// What it asked for was what it had been given: 17 letters and digits.
TEST(Update, NamesTheLettersAndDigitsThatNoUsualIdHas) {
  const std::string_view all = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const Validation probe = validate(with("rid", ValueKind::string, std::string(17, '0')));
  ASSERT_EQ(probe.issues.size(), 1u);
  const std::string& expected = probe.issues[0].expected;
  const auto begin = expected.find("without ");
  const auto end = expected.find(", or ");
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const std::string without = expected.substr(begin + 8, end - begin - 8);
  std::string named;
  for (const char c : all)
    if (!validate(with("rid", ValueKind::string, std::string(17, c))).issues.empty()) {
      if (!named.empty()) named += c == 'l' ? " and " : ", ";
      named += c;
    }
  EXPECT_EQ(without, named);
}

TEST(Update, AnUnknownMemberThatIsUndefinedIsNeverSentAndNotReported) {
  EXPECT_TRUE(validate(with("x", ValueKind::undefined, "")).update);
  EXPECT_FALSE(validate(with("x", ValueKind::null, "")).update);
}

TEST(Update, CountsCharactersNotBytes) {
  std::string emoji;
  for (int i = 0; i < 256; ++i) emoji += "😀";
  EXPECT_TRUE(validate(with("rid", ValueKind::string, emoji)).update);
  EXPECT_EQ(validate(with("rid", ValueKind::string, emoji + "x")).issues[0].code,
            ErrorCode::too_long);
}

TEST(Update, FindsBytesThatAreNoUtf8) {
  for (const char* text : {"\xff", "a\xc0\x80", "\xe2\x82", "\xed\xa0\x80", "\xf5\x80\x80\x80",
                           "\xf0\x80\x80\x80", "\x80"})
    EXPECT_EQ(validate(with("rid", ValueKind::string, text)).issues[0].code,
              ErrorCode::ill_formed_unicode)
        << text;
}

TEST(Update, ReportsAThousandIssuesOnce) {
  UpdateInput input;
  for (int i = 0; i < 1000; ++i) {
    input.members.push_back({"x" + std::to_string(i), ValueKind::number, "1"});
    input.members.push_back({"x" + std::to_string(i), ValueKind::number, "2"});
  }
  EXPECT_EQ(validate(input).issues.size(), 1003u);
}

TEST(Update, TextThatIsNotJsonIsAnErrorOfItsOwn) {
  EXPECT_EQ(read_update_input("{").error().code, ErrorCode::cut_off);
  EXPECT_EQ(read_update_input("").error().code, ErrorCode::empty_answer);
}

TEST(Update, IssuesReadAsOneParagraph) {
  const std::string text = to_text(validate(with("rid", ValueKind::null, "")).issues[0]);
  EXPECT_EQ(text,
            "The value is not a string. At /rid. Found: null. Expected: a string. Pass the id as a "
            "string; the server would silently turn other values into text.");
}

}  // namespace
}  // namespace room_visitor

#include "room_visitor/json_api.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "room_visitor/error_code.h"
#include "support/data.h"

namespace room_visitor {
namespace {

using testing::parsed;
using testing::read_cases;

// The functions by the names they have in JavaScript, with one or two texts as arguments.
std::string call(const std::string& name, const std::vector<std::string>& texts) {
  using One = std::string (*)(const std::string&);
  using Two = std::string (*)(const std::string&, const std::string&);
  static const std::map<std::string, One> kOne{
      {"validateUpdate", json_api::validate_update},
      {"buildUpdateRequest", json_api::build_update_request},
      {"buildServerInfoRequest", json_api::build_server_info_request},
      {"toCurl", json_api::to_curl},
      {"redact", json_api::redact}};
  static const std::map<std::string, Two> kTwo{{"readUpdateAnswer", json_api::read_update_answer},
                                               {"diffDocuments", json_api::diff_documents}};
  if (const auto one = kOne.find(name); one != kOne.end() && texts.size() == 1)
    return one->second(texts[0]);
  if (const auto two = kTwo.find(name); two != kTwo.end() && texts.size() == 2)
    return two->second(texts[0], texts[1]);
  return "no such function: " + name;
}

// Compared byte by byte. The TypeScript tests run the same file through the module, so that the two
// builds give the same bytes.
TEST(JsonApi, GivesTheGoldenBytes) {
  for (const auto& row : read_cases("json-api.json"))
    EXPECT_EQ(call(row["call"], row["texts"].get<std::vector<std::string>>()),
              row["result"].get<std::string>())
        << row["name"];
}

TEST(JsonApi, AnswersEveryGoldenAnswerWithJson) {
  for (const auto& row : read_cases("answers.json")) {
    auto headers = nlohmann::ordered_json::array();
    if (row["type"].is_string()) headers.push_back({"content-type", row["type"]});
    const nlohmann::ordered_json meta{{"status", row["status"]},
                                      {"headers", headers},
                                      {"profile", row["profile"]},
                                      {"update",
                                       {{"rid", "tcbbSmWSLR5uo5PBW"},
                                        {"oldVisitorId", "6425bb86c29657e5b3ba26b2"},
                                        {"newVisitorId", "6425bb86c29657e5b3ba26b3"}}}};
    const auto answer = nlohmann::ordered_json::parse(
        json_api::read_update_answer(meta.dump(), row["body"].get<std::string>()), nullptr, false);
    EXPECT_TRUE(answer["ok"].get<bool>()) << row["name"];
    EXPECT_EQ(answer["meaning"]["kind"], row["kind"]) << row["name"];
    EXPECT_EQ(answer["outcome"]["verdict"] == "refused", row["kind"] == "refusal") << row["name"];
  }
}

TEST(JsonApi, AnyTextGetsAnAnswer) {
  for (const char* text : {"", "{", "null", "[]", "{}", "\"x\"", "{\"status\":\"200\"}",
                           "{\"status\":1e3,\"headers\":[[1,2]]}", "{\"kind\":\"object\"}",
                           "{\"kind\":\"rain\",\"members\":[]}",
                           "{\"kind\":\"object\",\"members\":[[\"a\",\"b\"]]}", "\xff"}) {
    EXPECT_EQ(parsed(json_api::validate_update(text))["valid"], false) << text;
    for (const char* name : {"buildUpdateRequest", "buildServerInfoRequest", "toCurl"})
      EXPECT_EQ(parsed(call(name, {text}))["error"]["code"], "invalid_input") << name << text;
    EXPECT_EQ(parsed(call("readUpdateAnswer", {text, "{}"}))["error"]["code"], "invalid_input")
        << text;
  }
}

TEST(JsonApi, TheErrorTableHasEveryRow) {
  const nlohmann::json table = parsed(json_api::error_table());
  EXPECT_EQ(table.size(), error_table().size());
  EXPECT_EQ(table[0]["code"], "not_an_object");
}

}  // namespace
}  // namespace room_visitor

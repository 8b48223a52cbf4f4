#include "room_visitor/responses.h"

#include <gtest/gtest.h>

#include "support/data.h"

namespace room_visitor {
namespace {

using testing::read_cases;
using testing::read_data;

HttpResponse json_answer(int status, std::string body) {
  return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

HttpResponse response_of(const nlohmann::ordered_json& row) {
  HttpResponse response{row["status"].get<int>(), {}, row["body"].get<std::string>()};
  if (row["type"].is_string())
    response.headers.push_back({"Content-Type", row["type"].get<std::string>()});
  if (row.contains("headers"))
    for (const auto& [name, value] : row["headers"].items())
      response.headers.push_back({name, value.get<std::string>()});
  return response;
}

nlohmann::ordered_json number_or_null(const std::optional<double>& number) {
  return number ? nlohmann::ordered_json(*number) : nlohmann::ordered_json(nullptr);
}

TEST(Responses, GivesEveryGoldenAnswerItsMeaning) {
  for (const auto& row : read_cases("answers.json")) {
    const Profile profile = parse_profile(row["profile"].get<std::string>()).value();
    const Meaning meaning = classify(response_of(row), profile);
    EXPECT_EQ(to_text(meaning.kind), row["kind"].get<std::string>()) << row["name"];
    const nlohmann::ordered_json code =
        meaning.error ? nlohmann::ordered_json(std::string(error_info(meaning.error->code).name))
                      : nlohmann::ordered_json(nullptr);
    EXPECT_EQ(code, row["code"]) << row["name"];
    EXPECT_EQ(meaning.room.has_value(), meaning.kind == AnswerKind::success) << row["name"];
    if (row.contains("owner")) {
      EXPECT_EQ(meaning.room->visitor->text, row["owner"].get<std::string>()) << row["name"];
    }
    ASSERT_EQ(meaning.rate_limit.has_value(), row.contains("rateLimit")) << row["name"];
    if (meaning.rate_limit) {
      EXPECT_EQ(number_or_null(meaning.rate_limit->limit), row["rateLimit"]["limit"]);
      EXPECT_EQ(number_or_null(meaning.rate_limit->remaining), row["rateLimit"]["remaining"]);
      EXPECT_EQ(number_or_null(meaning.rate_limit->reset_at), row["rateLimit"]["resetAt"]);
      EXPECT_EQ(number_or_null(meaning.rate_limit->wait), row["rateLimit"]["waitMs"]);
    }
    ASSERT_EQ(meaning.deprecation.has_value(), row.contains("deprecation")) << row["name"];
    if (meaning.deprecation) {
      EXPECT_EQ(meaning.deprecation->version, row["deprecation"].get<std::string>());
    }
  }
}

TEST(Responses, KeepsTheRoomsExactText) {
  const std::string body = read_data("documentation-result.json");
  const Meaning meaning = classify(json_answer(200, body), Profile::two_permissions);
  ASSERT_EQ(meaning.kind, AnswerKind::success);
  EXPECT_NE(body.find(meaning.room->text), std::string::npos);
  EXPECT_EQ(testing::parsed(meaning.room->text), testing::parsed(body)["room"]);
  EXPECT_EQ(meaning.room->id->text, "tcbbSmWSLR5uo5PBW");
  EXPECT_EQ(meaning.room->visitor->text, "6425bb86c29657e5b3ba26b2");
  EXPECT_EQ(meaning.room->t, "l");
}

// A cut answer must never look whole, wherever it is cut, and the message must not repeat it.
TEST(Responses, ACutAnswerIsAmbiguousAndItsTokensStaySecret) {
  const std::string whole = testing::parsed(read_data("documentation-result.json")).dump();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Meaning meaning =
        classify(json_answer(200, whole.substr(0, length)), Profile::two_permissions);
    ASSERT_EQ(meaning.kind, AnswerKind::ambiguous) << length;
    ASSERT_EQ(to_text(*meaning.error).find("8b15e7f7"), std::string::npos) << length;
  }
}

TEST(Responses, HugeAndDeepAnswersAreErrorsNotCrashes) {
  const auto code_of = [](std::string body) {
    return classify(json_answer(200, std::move(body)), Profile::unknown).error->code;
  };
  EXPECT_EQ(code_of("{\"room\":" + std::string(100000, '[')), ErrorCode::answer_too_deep);
  EXPECT_EQ(code_of("{\"x\":\"" + std::string(50u << 20u, 'a') + "\"}"),
            ErrorCode::answer_too_large);
}

TEST(Responses, AnyBytesHaveAMeaning) {
  for (int byte = 0; byte < 256; ++byte)
    for (const int status : {200, 400, 401, 403, 404, 405, 429, 500, 999, -1}) {
      const std::string body(3, static_cast<char>(byte));
      const Meaning meaning = classify(json_answer(status, body), Profile::two_permissions);
      EXPECT_TRUE(meaning.error) << byte << " " << status;
      EXPECT_NE(meaning.kind, AnswerKind::success);
    }
}

TEST(Responses, RepeatsTheServersWordsWithoutTokens) {
  const Meaning meaning = classify(
      json_answer(400,
                  R"({"success":false,"error":"no 8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"})"),
      Profile::two_permissions);
  EXPECT_EQ(meaning.server_text, "no ••••••••");
  EXPECT_EQ(meaning.error->found, "status 400, \"no ••••••••\"");
}

TEST(Responses, ShowsWhatIsInvisibleInTheServersWords) {
  const Meaning meaning = classify(
      json_answer(400, "{\"success\":false,\"error\":\"a\u202eb\\nc\"}"), Profile::two_permissions);
  EXPECT_EQ(meaning.server_text, "a\\u{202e}b\\u{000a}c");
}

TEST(Responses, HidesTokensInDeprecationHeaders) {
  HttpResponse response = json_answer(400, R"({"success":false,"error":"invalid-room"})");
  response.headers.push_back({"x-deprecation-type", "endpoint-deprecation"});
  response.headers.push_back(
      {"x-deprecation-message", "see 8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"});
  EXPECT_EQ(classify(response, Profile::unknown).deprecation->message, "see ••••••••");
}

TEST(Responses, ReadsTheRoomThatWasAskedFor) {
  const auto answer = json_answer(200, R"({"room":{"_id":"r1","v":{"_id":"a"}},"success":true})");
  EXPECT_EQ(read_room_info(answer, {"r1"}).value().visitor->text, "a");
  const Result<RoomDocument> other = read_room_info(answer, {"r2"});
  EXPECT_EQ(other.error().code, ErrorCode::other_room);
  EXPECT_EQ(other.error().found, "\"r1\"");
  EXPECT_EQ(other.error().expected, "\"r2\"");
}

struct RoomInfoCase {
  int status;
  const char* body;
  ErrorCode code;
};

TEST(Responses, SaysWhyARoomCannotBeRead) {
  const RoomInfoCase cases[]{
      {400,
       R"({"success":false,"error":"The required \"roomId\" or \"roomName\" param provided does not match any channel [error-room-not-found]","errorType":"error-room-not-found"})",
       ErrorCode::room_not_found},
      {400, R"({"success":false,"error":"not-allowed","errorType":"Not Allowed"})",
       ErrorCode::room_access_denied},
      {400, R"({"success":false,"error":"The room is archived [error-room-archived]"})",
       ErrorCode::room_archived},
      {401, R"({"status":"error","message":"You must be logged in to do this."})",
       ErrorCode::not_logged_in},
      {429, R"({"success":false,"error":"Error, too many requests."})", ErrorCode::rate_limited},
      {400, R"({"success":false})", ErrorCode::failure_without_reason},
      {200, R"({"success":true})", ErrorCode::no_room_in_answer},
      {200, R"({"room":{}})", ErrorCode::unexpected_answer},
      {200, R"({"room":{},"success":true})", ErrorCode::other_room},
      {502, "", ErrorCode::server_error}};
  for (const RoomInfoCase& row : cases)
    EXPECT_EQ(read_room_info(json_answer(row.status, row.body), {"r1"}).error().code, row.code)
        << row.body;
}

TEST(Responses, ReadsTheServersVersionInAllItsForms) {
  const auto version_in = [](const char* body) {
    return to_text(read_server_info(json_answer(200, body)).value());
  };
  EXPECT_EQ(version_in(R"({"version":"3.6.0"})"), "3.6.0");
  EXPECT_EQ(version_in(R"({"version":"6.4","success":true})"), "6.4");
  EXPECT_EQ(version_in(R"({"info":{"version":"6.4.2"},"success":true})"), "6.4.2");
  EXPECT_EQ(version_in(R"({"version":"8.6","info":{"version":"8.6.1"}})"), "8.6");
}

TEST(Responses, SaysWhyTheVersionCannotBeRead) {
  const auto code_of = [](int status, const char* body) {
    return read_server_info(json_answer(status, body)).error().code;
  };
  EXPECT_EQ(code_of(200, R"({"success":true})"), ErrorCode::unexpected_answer);
  EXPECT_EQ(code_of(200, R"({"version":6})"), ErrorCode::unexpected_answer);
  EXPECT_EQ(code_of(200, R"({"version":"six"})"), ErrorCode::invalid_version);
  EXPECT_EQ(code_of(200, "<html>"), ErrorCode::not_json);
  EXPECT_EQ(code_of(302, ""), ErrorCode::redirected);
  EXPECT_EQ(code_of(503, ""), ErrorCode::server_error);
}

}  // namespace
}  // namespace room_visitor

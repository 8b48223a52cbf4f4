// The stand-in with text on both sides.
#include "room_visitor/standin/json_api.h"

#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

Json json(const std::string& text) { return Json::parse(text, nullptr, false); }

TEST(JsonApi, AnswersARequest) {
  JsonWorkspace made = create_workspace(R"({"version":"6.4.2","rateLimiter":false})");
  ASSERT_EQ(made.error(), "");
  const Json answer =
      json(made.handle(R"({"method":"GET","url":"/api/info","headers":[]})", "", "::1", kNow));
  EXPECT_EQ(answer["status"], 200);
  EXPECT_EQ(answer["headers"][0].dump(), R"(["content-type","application/json"])");
  EXPECT_EQ(answer["body"], R"({"version":"6.4","success":true})");
  EXPECT_EQ(answer["delayMs"], 0);
  EXPECT_EQ(answer["ending"], "complete");
}

TEST(JsonApi, PassesHeadersBodyAddressAndTime) {
  JsonWorkspace made = create_workspace("{}");
  const std::string sent =
      R"({"method":"PUT","url":"/api/v1/livechat/room.visitor","headers":[)"
      R"(["X-User-Id","rYhzFRd2QZjNwAAXX"],["content-type","application/json"],)"
      R"(["X-Auth-Token","8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"]]})";
  const Json answer = json(made.handle(sent, update(kRid, kGuest, kCustomer), "10.0.0.1", kNow));
  EXPECT_EQ(answer["status"], 200);
  EXPECT_NE(answer["body"].get<std::string>().find("2023-05-02T14:47:45.855Z"), std::string::npos);
  const Json other = json(made.handle(sent, "{}", "10.0.0.2", kNow));
  EXPECT_NE(other["headers"].dump().find(R"(["X-RateLimit-Remaining","9"])"), std::string::npos);
  const Json same = json(made.handle(sent, "{", "10.0.0.1", kNow));
  EXPECT_EQ(same["status"], 400);
}

TEST(JsonApi, EveryOptionArrives) {
  JsonWorkspace made = create_workspace(
      R"({"version":"6.2","seed":"documentation","crossOrigin":true,
          "allowedOrigins":"https://a.example","rateLimiter":false,"mode":"development",
          "deprecatedRoutes":"refused","chance":7,
          "seedDocuments":{"users":[{"_id":"u","roles":["admin"],"login":{"tokens":["t"]}}]}})");
  ASSERT_EQ(made.error(), "");
  const Json preflight = json(made.handle(
      R"({"method":"OPTIONS","url":"/api/v1/me","headers":[["Origin","https://a.example"]]})", "",
      "", kNow));
  EXPECT_EQ(preflight["headers"][0].dump(),
            R"(["Access-Control-Allow-Origin","https://a.example"])");
  const Json me =
      json(made.handle(R"({"method":"GET","url":"/api/v1/me","headers":[["x-user-id","u"],
                      ["x-auth-token","t"]]})",
                       "", "", kNow));
  EXPECT_TRUE(me["body"].get<std::string>().starts_with("{\n  \"_id\": \"u\""));
  EXPECT_EQ(me["headers"].dump().find("X-RateLimit"), std::string::npos);
  JsonWorkspace refusing = create_workspace(R"({"deprecatedRoutes":"refused"})");
  const Json refused = json(refusing.handle(
      R"({"method":"PUT","url":"/api/v1/livechat/room.visitor","headers":[
          ["X-User-Id","rYhzFRd2QZjNwAAXX"],
          ["X-Auth-Token","8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"]]})",
      "", "", kNow));
  EXPECT_NE(refused["body"].get<std::string>().find("is deprecated"), std::string::npos);
}

TEST(JsonApi, TakesDocumentsAsTextToo) {
  const std::string documents = R"({"rooms":[{"_id":"r","10":"ten","9":"nine"}]})";
  const Json as_object{{"seed", "empty"}, {"seedDocuments", json(documents)}};
  const Json as_text{{"seed", "empty"}, {"seedDocuments", documents}};
  JsonWorkspace made = create_workspace(as_text.dump());
  ASSERT_EQ(made.error(), "");
  EXPECT_NE(made.save().find(R"({"_id":"r","10":"ten","9":"nine"})"), std::string::npos);
  EXPECT_EQ(made.save(), create_workspace(as_object.dump()).save());
  const Json saved{{"seed", "empty"}, {"seedDocuments", made.save()}};
  EXPECT_EQ(create_workspace(saved.dump()).save(), made.save());
}

TEST(JsonApi, SaysWhereADocumentsTextIsWrong) {
  const auto place = [](std::size_t line, std::size_t column) {
    return "text that is not JSON, from line " + std::to_string(line) + ", column " +
           std::to_string(column) + " on";
  };
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  const std::pair<std::string, std::string> cases[]{
      {"", place(1, 1)},
      {" \n", place(2, 1)},
      {"{\n \"rooms\": [}", place(2, 12)},
      {R"({}, "version": "5.0")", place(1, 3)},
      {"[]", "an array"},
      {R"("{}")", "a string"},
      {nested(1000), "an array"},
      {nested(1001), "nesting of 1001 levels"},
  };
  for (const auto& [text, found] : cases) {
    SCOPED_TRACE(text.substr(0, 30));
    const Json answer = json(create_workspace(Json{{"seedDocuments", text}}.dump()).error());
    ASSERT_TRUE(answer.is_object());
    EXPECT_EQ(answer["error"]["code"], "invalid_seed");
    EXPECT_EQ(answer["error"]["path"], "");
    EXPECT_EQ(answer["error"]["found"], found);
  }
}

struct WrongOptions {
  const char* json;
  const char* code;
  const char* path;
};

TEST(JsonApi, SaysWhatIsWrongWithOptions) {
  const WrongOptions cases[]{
      {"", "invalid_input", ""},
      {"[]", "invalid_input", ""},
      {R"({"versions":"6.4"})", "invalid_input", "/versions"},
      {R"({"version":6.4})", "invalid_input", "/version"},
      {R"({"version":"six"})", "invalid_version", "/version"},
      {R"({"version":"8.7"})", "unsupported_version", "/version"},
      {R"({"seed":"none"})", "invalid_seed", "/seed"},
      {R"({"seed":1})", "invalid_input", "/seed"},
      {R"({"seedDocuments":[]})", "invalid_seed", ""},
      {R"({"seedDocuments":"{\"rooms\":{}}"})", "invalid_seed", "/rooms"},
      {R"({"crossOrigin":"yes"})", "invalid_input", "/crossOrigin"},
      {R"({"allowedOrigins":true})", "invalid_input", "/allowedOrigins"},
      {R"({"rateLimiter":1})", "invalid_input", "/rateLimiter"},
      {R"({"mode":"test"})", "invalid_input", "/mode"},
      {R"({"deprecatedRoutes":null})", "invalid_input", "/deprecatedRoutes"},
      {R"({"chance":-1})", "invalid_input", "/chance"},
      {R"({"chance":0.5})", "invalid_input", "/chance"},
  };
  for (const WrongOptions& row : cases) {
    SCOPED_TRACE(row.json);
    JsonWorkspace made = create_workspace(row.json);
    const Json answer = json(made.error());
    ASSERT_TRUE(answer.is_object());
    EXPECT_EQ(answer["error"]["code"], row.code);
    EXPECT_EQ(answer["error"]["path"], row.path);
    for (const char* key : {"family", "found", "expected", "message", "remedy"})
      EXPECT_FALSE(answer["error"][key].get<std::string>().empty()) << key;
    EXPECT_EQ(made.handle(R"({"method":"GET","url":"/","headers":[]})", "", "", 0), made.error());
  }
}

// What is nested deeper would be kept empty, and nobody would know.
TEST(JsonApi, OptionsAreNotNestedDeeperThanIsKept) {
  const auto nested = [](std::size_t depth) {
    return R"({"seedDocuments":{"rooms":[{"_id":"a","d":)" + std::string(depth, '[') +
           std::string(depth, ']') + "}]}}";
  };
  EXPECT_EQ(create_workspace(nested(996)).error(), "");
  const Json answer = json(create_workspace(nested(997)).error());
  ASSERT_TRUE(answer.is_object());
  EXPECT_EQ(answer["error"]["code"], "invalid_input");
  EXPECT_EQ(answer["error"]["found"], "nesting of 1001 levels");
}

TEST(JsonApi, SaysWhatIsWrongWithARequest) {
  JsonWorkspace made = create_workspace("{}");
  for (const auto& [text, path] :
       {std::pair{"", ""},
        {"{}", "/method"},
        {R"({"method":"GET"})", "/url"},
        {R"({"method":"GET","url":"/"})", "/headers"},
        {R"({"method":"GET","url":"/","headers":[["a","b"],["a"]]})", "/headers/1"},
        {R"({"method":"GET","url":"/","headers":[["a",1]]})", "/headers/0"},
        {R"({"method":"GET","url":"/","headers":["a"]})", "/headers/0"}}) {
    const Json answer = json(made.handle(text, "", "", kNow));
    EXPECT_EQ(answer["error"]["code"], "invalid_input");
    EXPECT_EQ(answer["error"]["path"], path);
  }
}

}  // namespace
}  // namespace room_visitor::standin

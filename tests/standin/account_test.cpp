// login, logout, me, permissions.listAll and /api/info (docs/wire.md sections 9 and 9.1).
#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDigest =
    "aa42883a036bdb68b191b92844da185f6ef896a3c00b5f749165a5ed4322ad7d";

Exchange log_in(Workspace& server, std::string body) {
  return send(server, request("POST", "/api/v1/login", kNobody, std::move(body)));
}

TEST(Login, AcceptsPasswordOrDigestAndNameOrAddress) {
  for (const std::string& body :
       {std::string(R"({"user":"rodriq","password":"rodriq-password"})"),
        std::string(R"({"user":"rodriq@example.com","password":"rodriq-password"})"),
        std::string(R"({"user":{"username":"rodriq"},"password":"rodriq-password"})"),
        std::string(R"({"user":{"email":"rodriq@example.com"},"password":"rodriq-password"})"),
        std::string(R"({"username":"rodriq","password":"rodriq-password"})"),
        std::string(R"({"email":"RODRIQ@example.com","password":"rodriq-password"})"),
        R"({"user":"rodriq","password":{"digest":")" + std::string(kDigest) +
            R"(","algorithm":"sha-256"}})"}) {
    SCOPED_TRACE(body);
    Workspace server = workspace(6, 4);
    const Exchange exchange = log_in(server, body);
    ASSERT_EQ(exchange.response.status, 200);
    const Json answer = Json::parse(exchange.response.body, nullptr, false);
    EXPECT_EQ(answer["status"], "success");
    EXPECT_FALSE(answer.contains("success"));
    EXPECT_EQ(answer["data"]["userId"], kAgent.user_id);
    EXPECT_EQ(answer["data"]["me"]["username"], "rodriq");
    const auto token = answer["data"]["authToken"].get<std::string>();
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(send(server, request("GET", "/api/v1/me", {kAgent.user_id, token})).response.status,
              200);
  }
}

TEST(Login, AcceptsAForm) {
  Workspace server = workspace(6, 4);
  EXPECT_EQ(
      send(server, request("POST", "/api/v1/login", kNobody, "user=admin&password=admin-password",
                           "application/x-www-form-urlencoded"))
          .response.status,
      200);
}

TEST(Login, AWrongPasswordIsSaidToBeOne) {
  Workspace server = workspace(6, 4);
  for (const char* body : {R"({"user":"rodriq","password":"x"})",
                           R"({"user":"rodriq","password":{"digest":"x","algorithm":"sha-256"}})",
                           R"({"user":"rodriq","password":{}})"}) {
    const Exchange exchange = log_in(server, body);
    expect_answer(exchange, 401,
                  R"({"status":"error","error":403,"message":"Incorrect password"})");
    EXPECT_GE(exchange.delay_ms, 500);
  }
}

TEST(Login, AnUnknownUserIsUnauthorized) {
  Workspace server = workspace(6, 4);
  for (const char* user : {"nobody", "nobody@example.com", "RODRIQ"})
    expect_answer(
        log_in(server, std::string(R"({"user":")").append(user).append(R"(","password":"x"})")),
        401, R"({"status":"error","error":"Unauthorized","message":"Unauthorized"})");
}

TEST(Login, ABodyThatNamesNobodyIsNotRecognised) {
  Workspace server = workspace(6, 4);
  for (const char* body : {"", "{}", R"({"user":"rodriq"})", R"({"password":"x"})",
                           R"({"user":5,"password":"x"})", R"({"user":"rodriq","password":5})"})
    expect_answer(
        log_in(server, body), 401,
        R"({"status":"error","error":400,"message":"Unrecognized options for login request"})");
}

TEST(Logout, EndsThePresentedSessionOnly) {
  for (const char* method : {"GET", "POST"}) {
    Workspace server = workspace(6, 4);
    const Json answer = Json::parse(
        log_in(server, R"({"user":"rodriq","password":"rodriq-password"})").response.body, nullptr,
        false);
    const auto token = answer["data"]["authToken"].get<std::string>();
    expect_answer(send(server, request(method, "/api/v1/logout", kAgent)), 200,
                  R"({"status":"success","data":{"message":"You've been logged out!"}})");
    EXPECT_EQ(send(server, request("GET", "/api/v1/me", kAgent)).response.status, 401);
    EXPECT_EQ(send(server, request("GET", "/api/v1/me", {kAgent.user_id, token})).response.status,
              200);
  }
}

TEST(Me, ShowsTheUserWithoutLoginData) {
  Workspace server = workspace(6, 4);
  expect_answer(
      send(server, request("GET", "/api/v1/me", kAgent)), 200,
      R"({"_id":"rYhzFRd2QZjNwAAXX","name":"Rodriq","username":"rodriq",)"
      R"("emails":[{"address":"rodriq@example.com","verified":true}],"status":"online",)"
      R"("statusConnection":"online","utcOffset":0,"active":true,"roles":["user","livechat-agent"],)"
      R"("settings":{"profile":{},"preferences":{}},"services":{"password":{"exists":true}},)"
      R"("statusLivechat":"available","email":"rodriq@example.com",)"
      R"("avatarUrl":"http://localhost:3000/avatar/rodriq","success":true})");
  EXPECT_EQ(send(server, request("GET", "/api/v1/me", kNobody)).response.status, 401);
}

// What a client asks in advance: with `roles` of `me`, whether a move is allowed.
TEST(Permissions, AreListedForEverybodyWhoIsLoggedIn) {
  for (const auto& [major, minor] : {std::pair{3, 5}, {5, 1}, {6, 4}, {7, 0}, {8, 6}}) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.seed_json = R"({"permissions":[{"_id":"mine","roles":["user"],"level":"settings"}]})";
    Workspace server = workspace(options);
    EXPECT_EQ(send(server, request("GET", "/api/v1/permissions.listAll", kNobody)).response.status,
              401);
    const Exchange exchange = send(server, request("GET", "/api/v1/permissions.listAll", kAgent));
    EXPECT_EQ(exchange.response.status, 200);
    EXPECT_TRUE(exchange.response.body.ends_with(
        R"({"_id":"mine","roles":["user"],"level":"settings"}],"remove":[],"success":true})"));
    const Json answer = Json::parse(exchange.response.body, nullptr, false);
    bool is_there = false;
    for (const Json& permission : answer["update"]) {
      if (permission["_id"] != "change-livechat-room-visitor") continue;
      is_there = true;
      EXPECT_EQ(permission["roles"].dump(), R"(["admin","livechat-manager","livechat-agent"])");
      EXPECT_TRUE(permission.contains("_updatedAt"));
    }
    EXPECT_TRUE(is_there);
  }
}

TEST(ServerInfo, AnonymousCallersSeeMajorAndMinor) {
  for (const Session session : {kNobody, kAgent, Session{kAdmin.user_id, "wrong"}}) {
    WorkspaceOptions options;
    options.version = {6, 4, 2};
    Workspace server = workspace(options);
    expect_answer(send(server, request("GET", "/api/info", session)), 200,
                  R"({"version":"6.4","success":true})");
  }
}

TEST(ServerInfo, WhoMayGetServerInfoSeesTheWholeVersionInside) {
  WorkspaceOptions options;
  options.version = {6, 4, 2};
  Workspace server = workspace(options);
  const Json answer =
      Json::parse(send(server, request("GET", "/api/info", kAdmin)).response.body, nullptr, false);
  EXPECT_FALSE(answer.contains("version"));
  EXPECT_EQ(answer["info"]["version"], "6.4.2");
  EXPECT_EQ(answer["success"], true);
}

}  // namespace
}  // namespace room_visitor::standin

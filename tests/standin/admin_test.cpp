// permissions.update and .listAll, settings, agents, users.setStatus (docs/wire.md, section 9).
#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kOffline = R"({"settings":
  {"Accounts_TwoFactorAuthentication_Enabled":false},
  "users":[{"_id":"p","username":"pia","roles":["user","night-shift"],"status":"online",
            "login":{"tokens":["pia-token"]}},
           {"_id":"g","username":"gone","roles":["livechat-agent"],"active":false,"login":{}}]})";
constexpr Session kPia{"p", "pia-token"};

Workspace server_of(int major, int minor) {
  WorkspaceOptions options;
  options.version = {major, minor, {}};
  options.rate_limiter = RateLimiter::off;
  options.seed_json = std::string(kOffline);
  return workspace(options);
}

Exchange post(Workspace& server, std::string_view path, Session session, std::string body) {
  return send(server,
              request("POST", std::string("/api/v1/").append(path), session, std::move(body)));
}

Exchange get(Workspace& server, std::string_view path, Session session) {
  return send(server, request("GET", std::string("/api/v1/").append(path), session));
}

Json json_of(const Exchange& exchange) {
  return Json::parse(exchange.response.body, nullptr, false);
}

Exchange update_permission(Workspace& server, std::string_view id, std::string_view roles,
                           Session session = kAdmin) {
  return post(server, "permissions.update", session,
              std::string(R"({"permissions":[{"_id":")")
                  .append(id)
                  .append(R"(","roles":)")
                  .append(roles)
                  .append("}]}"));
}

TEST(PermissionsUpdate, TakesEffectAtOnceAndListsThemAll) {
  for (const auto& [major, minor] : {std::pair{5, 1}, {6, 4}, {8, 6}}) {
    Workspace server = server_of(major, minor);
    const Json before = json_of(get(server, "permissions.listAll", kAdmin))["update"];
    const Exchange exchange = update_permission(server, "view-livechat-rooms", R"(["admin"])");
    ASSERT_EQ(exchange.response.status, 200);
    const Json answer = json_of(exchange);
    EXPECT_EQ(answer["success"], true);
    ASSERT_EQ(answer["permissions"].size(), before.size());
    for (const Json& permission : answer["permissions"]) {
      if (permission["_id"] != "view-livechat-rooms") continue;
      EXPECT_EQ(permission["roles"].dump(), R"(["admin"])");
      EXPECT_EQ(permission["_updatedAt"], "2023-05-02T14:47:45.855Z");
    }
    const std::string room = std::string("rooms.info?roomId=").append(kRid);
    EXPECT_EQ(get(server, room, kManager).response.status, 400);
    EXPECT_EQ(get(server, room, kAdmin).response.status, 200);
  }
}

TEST(PermissionsUpdate, ARoleMayBeTakenFromEverybody) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(update_permission(server, "view-l-room", "[]").response.status, 200);
  const Exchange exchange = send(server, move_request(kAgent, update(kRid, kGuest, kGuest)));
  EXPECT_EQ(exchange.response.status, 403);
}

TEST(PermissionsUpdate, IsForWhoMayAccessPermissions) {
  Workspace server = server_of(6, 4);
  expect_answer(update_permission(server, "view-l-room", "[]", kManager), 400,
                R"({"success":false,"error":"Editing permissions is not allowed",)"
                R"("errorType":"error-edit-permissions-not-allowed"})");
  EXPECT_EQ(post(server, "permissions.update", kNobody, "{}").response.status, 401);
}

TEST(PermissionsUpdate, HasItsOwnWordsForAWrongBody) {
  Workspace server = server_of(6, 4);
  for (const char* body :
       {"{}", R"({"permissions":{}})", R"({"permissions":[{"_id":"view-l-room"}]})",
        R"({"permissions":[{"_id":"view-l-room","roles":["admin","admin"]}]})",
        // Equal once they are texts; these used to be taken for two roles.
        R"({"permissions":[{"_id":"view-l-room","roles":["12",12]}]})",
        R"({"permissions":[{"_id":"view-l-room","roles":["admin"],"more":1}]})",
        R"({"permissions":[],"more":1})"})
    expect_answer(post(server, "permissions.update", kAdmin, body), 400,
                  R"({"success":false,"error":"Invalid body params",)"
                  R"("errorType":"error-invalid-body-params"})");
}

TEST(PermissionsUpdate, UnknownPermissionsAndRolesChangeNothing) {
  Workspace server = server_of(6, 4);
  constexpr std::string_view kInvalidPermission =
      R"({"success":false,"error":"Invalid permission","errorType":"error-invalid-permission"})";
  const std::string before = get(server, "permissions.listAll", kAdmin).response.body;
  expect_answer(update_permission(server, "none", R"(["admin"])"), 400, kInvalidPermission);
  expect_answer(post(server, "permissions.update", kAdmin,
                     R"({"permissions":[{"_id":"view-l-room","roles":[]},)"
                     R"({"_id":"view-l-room","roles":[]}]})"),
                400, kInvalidPermission);
  expect_answer(post(server, "permissions.update", kAdmin,
                     R"({"permissions":[{"_id":"view-l-room","roles":["admin"]},)"
                     R"({"_id":"view-livechat-rooms","roles":["nobody"]}]})"),
                400,
                R"({"success":false,"error":"Invalid role","errorType":"error-invalid-role"})");
  EXPECT_EQ(get(server, "permissions.listAll", kAdmin).response.body, before);
}

TEST(PermissionsUpdate, KnowsTheRolesThatDocumentsName) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(update_permission(server, "view-l-room", R"(["night-shift"])").response.status, 200);
  EXPECT_EQ(update_permission(server, "view-l-room", R"(["moderator"])").response.status, 200);
}

TEST(PermissionsUpdate, UpTo51TheBodyIsCheckedExactly) {
  const std::pair<const char*, const char*> rows[]{
      {"{}", "Missing key 'permissions'"},
      {R"({"permissions":[],"more":1})", "Unknown key in field more"},
      {R"({"permissions":"x"})", "Expected array, got \\\"x\\\" in field permissions"},
      {R"({"permissions":[5]})", "Expected object, got number in field permissions[0]"},
      {R"({"permissions":[{"_id":5}]})", "Expected string, got number in field permissions[0]._id"},
      {R"({"permissions":[{"_id":"a"}]})", "Missing key 'roles' in field permissions[0]"},
      {R"({"permissions":[{"_id":"a","roles":[1]}]})",
       "Expected string, got number in field permissions[0].roles[0]"},
  };
  Workspace server = server_of(5, 1);
  for (const auto& [body, words] : rows)
    expect_answer(post(server, "permissions.update", kAdmin, body), 400,
                  failed(std::string("Match error: ").append(words)));
}

TEST(Permissions, AreListedFromADateOn) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(update_permission(server, "view-l-room", R"(["admin"])").response.status, 200);
  for (const char* since : {"2023-05-02T14:47:45.854Z", "2023-04-01", "2023-04-01T00:00:00"}) {
    const Json answer =
        json_of(get(server, std::string("permissions.listAll?updatedSince=").append(since), kPia));
    ASSERT_EQ(answer["update"].size(), 1U) << since;
    EXPECT_EQ(answer["update"][0]["_id"], "view-l-room");
    EXPECT_EQ(answer["remove"].dump(), "[]");
  }
  EXPECT_EQ(json_of(get(server, "permissions.listAll?updatedSince=2023-05-02T14:47:45.855Z",
                        kPia))["update"]
                .size(),
            0U);
  expect_answer(get(server, "permissions.listAll?updatedSince=soon", kPia), 400,
                R"({"success":false,"error":"The \"updatedSince\" query parameter must be a valid )"
                R"(date. [error-roomId-param-invalid]","errorType":"error-roomId-param-invalid"})");
}

TEST(Permissions, OtherParametersAreRefusedFrom80) {
  Workspace before = server_of(7, 9);
  EXPECT_EQ(get(before, "permissions.listAll?more=1", kPia).response.status, 200);
  Workspace server = server_of(8, 0);
  expect_answer(get(server, "permissions.listAll?more=1", kPia), 400,
                invalid_params("must NOT have additional properties"));
  EXPECT_EQ(get(server, "permissions.listAll?updatedSince=2023-04-01", kPia).response.status, 200);
}

TEST(Settings, AreShownToWhoMayViewThem) {
  Workspace server = server_of(6, 4);
  expect_answer(get(server, "settings/API_Enable_CORS", kAdmin), 200,
                R"({"_id":"API_Enable_CORS","value":false,"success":true})");
  expect_answer(get(server, "settings/none", kAdmin), 400, R"({"success":false})");
  const Exchange refused = get(server, "settings/API_Enable_CORS", kManager);
  expect_answer(refused, 403, failed("unauthorized"));
  EXPECT_GE(refused.delay_ms, 500);
  EXPECT_EQ(get(server, "settings/API_Enable_CORS", kNobody).response.status, 401);
}

TEST(Settings, AreChangedByWhoMayEditThem) {
  Workspace server = server_of(6, 4);
  expect_answer(post(server, "settings/Site_Url", kAdmin, R"({"value":"https://chat.example"})"),
                200, R"({"success":true})");
  EXPECT_EQ(json_of(get(server, "settings/Site_Url", kAdmin))["value"], "https://chat.example");
  expect_answer(post(server, "settings/Site_Url", kManager, R"({"value":"x"})"), 403,
                failed("unauthorized"));
  expect_answer(post(server, "settings/none", kAdmin, R"({"value":"x"})"), 400,
                R"({"success":false})");
  expect_answer(post(server, "settings/Site_Url", kAdmin, "{}"), 400, R"({"success":false})");
}

TEST(Settings, OfCorsTakeEffectAtOnce) {
  Workspace server = server_of(6, 4);
  HttpRequest preflight = request("OPTIONS", kRoomVisitor, kNobody);
  preflight.headers.push_back({"Origin", "https://app.example"});
  preflight.headers.push_back({"Access-Control-Request-Method", "PUT"});
  EXPECT_EQ(send(server, preflight).response.status, 405);
  post(server, "settings/API_Enable_CORS", kAdmin, R"({"value":true})");
  post(server, "settings/API_CORS_Origin", kAdmin, R"({"value":"https://app.example"})");
  const Exchange exchange = send(server, preflight);
  EXPECT_EQ(exchange.response.status, 200);
  EXPECT_EQ(header(exchange, "access-control-allow-origin"), "https://app.example");
}

TEST(Settings, OfTheLimiterTakeEffectAtOnce) {
  Workspace server = server_of(6, 4);
  post(server, "settings/API_Enable_Rate_Limiter", kAdmin, R"({"value":true})");
  post(server, "settings/API_Enable_Rate_Limiter_Limit_Calls_Default", kAdmin, R"({"value":1})");
  EXPECT_EQ(get(server, "me", kPia).response.status, 200);
  EXPECT_EQ(get(server, "me", kPia).response.status, 429);
  post(server, "settings/API_Enable_Rate_Limiter", kAdmin, R"({"value":false})");
  EXPECT_EQ(get(server, "me", kPia).response.status, 200);
}

TEST(Settings, OfTheSecondFactorTakeEffectAtOnce) {
  Workspace server = server_of(6, 4);
  post(server, "settings/Accounts_TwoFactorAuthentication_Enabled", kAdmin, R"({"value":true})");
  EXPECT_EQ(post(server, "settings/Site_Url", kAdmin, R"({"value":"x"})").response.status, 400);
}

TEST(Agents, AUserBecomesOneAndTakesChatsAtOnce) {
  Workspace server = server_of(6, 4);
  post(server, "livechat/agent.status", kAgent, R"({"status":"not-available"})");
  const std::string open = std::string("livechat/room?token=").append(kCustomerToken);
  EXPECT_EQ(get(server, open, kNobody).response.status, 400);
  expect_answer(post(server, "livechat/users/agent", kManager, R"({"username":"pia"})"), 200,
                R"({"user":{"_id":"p","username":"pia"},"success":true})");
  EXPECT_EQ(json_of(get(server, open, kNobody))["room"]["servedBy"]["_id"], "p");
  const Json me = json_of(get(server, "me", kPia));
  EXPECT_EQ(me["roles"].dump(), R"(["user","night-shift","livechat-agent"])");
  EXPECT_EQ(me["statusLivechat"], "available");
  post(server, "livechat/users/agent", kManager, R"({"username":"pia"})");
  EXPECT_EQ(json_of(get(server, "me", kPia))["roles"].size(), 3U);
}

TEST(Agents, AManagerIsMadeLikewise) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(post(server, "livechat/users/manager", kAdmin, R"({"username":"pia"})").response.status,
            200);
  const Json me = json_of(get(server, "me", kPia));
  EXPECT_EQ(me["roles"].back(), "livechat-manager");
  EXPECT_FALSE(me.contains("statusLivechat"));
}

TEST(Agents, SaysWhatIsWrong) {
  Workspace server = server_of(6, 4);
  expect_answer(post(server, "livechat/users/agent", kManager, R"({"username":"none"})"), 400,
                R"({"success":false,"error":"Invalid user [error-invalid-user]",)"
                R"("errorType":"error-invalid-user","details":{"method":"livechat:addAgent"}})");
  expect_answer(post(server, "livechat/users/boss", kManager, R"({"username":"pia"})"), 400,
                failed("Invalid type"));
  expect_answer(post(server, "livechat/users/agent", kManager, "{}"), 400,
                invalid_params("must have required property 'username'"));
  expect_answer(post(server, "livechat/users/agent", kManager, R"({"username":"pia","more":1})"),
                400, invalid_params("must NOT have additional properties"));
}

TEST(Agents, ThePermissionIsAskedInsideUpTo50) {
  Workspace before = server_of(5, 0);
  expect_answer(post(before, "livechat/users/agent", kAgent, R"({"username":"pia"})"), 403,
                failed("unauthorized"));
  Workspace server = server_of(5, 1);
  expect_answer(post(server, "livechat/users/agent", kAgent, R"({"username":"pia"})"), 403,
                failed("User does not have the permissions required for this action "
                       "[error-unauthorized]"));
}

TEST(AgentStatus, IsSetOrTurnedRound) {
  Workspace server = server_of(6, 4);
  constexpr std::string_view kOn = R"({"status":"available","success":true})";
  constexpr std::string_view kOff = R"({"status":"not-available","success":true})";
  expect_answer(post(server, "livechat/agent.status", kAgent, ""), 200, kOff);
  expect_answer(post(server, "livechat/agent.status", kAgent, ""), 200, kOn);
  expect_answer(post(server, "livechat/agent.status", kAgent, R"({"status":"available"})"), 200,
                kOn);
  EXPECT_EQ(json_of(get(server, "me", kAgent))["statusLivechat"], "available");
  expect_answer(post(server, "livechat/agent.status", kManager,
                     R"({"agentId":"rYhzFRd2QZjNwAAXX","status":"not-available"})"),
                200, kOff);
  EXPECT_EQ(json_of(get(server, "me", kAgent))["statusLivechat"], "not-available");
}

TEST(AgentStatus, SaysWhatIsWrong) {
  Workspace server = server_of(6, 4);
  expect_answer(post(server, "livechat/agent.status", kManager, ""), 404,
                failed("Agent not found"));
  expect_answer(post(server, "livechat/agent.status", kManager, R"({"agentId":"g"})"), 400,
                failed("error-user-deactivated"));
  expect_answer(post(server, "livechat/agent.status", kMonitor,
                     R"({"agentId":"rYhzFRd2QZjNwAAXX","status":"not-available"})"),
                403, failed("unauthorized"));
  EXPECT_EQ(post(server, "livechat/agent.status", kMonitor,
                 R"({"agentId":"rYhzFRd2QZjNwAAXX","status":"available"})")
                .response.status,
            200);
  for (const char* body : {R"({"status":"busy"})", R"({"status":null})"})
    expect_answer(post(server, "livechat/agent.status", kAgent, body), 400,
                  invalid_params("must be equal to one of the allowed values"));
  EXPECT_EQ(post(server, "livechat/agent.status", kPia, "").response.status, 403);
}

TEST(AgentStatus, ExistsFrom54) {
  Workspace before = server_of(5, 3);
  EXPECT_EQ(post(before, "livechat/agent.status", kAgent, "").response.status, 405);
  EXPECT_EQ(post(before, "livechat/agent.status", kAgent, "").response.body, "");
  Workspace server = server_of(5, 4);
  EXPECT_EQ(post(server, "livechat/agent.status", kAgent, "").response.status, 200);
}

TEST(UserStatus, IsSetWithItsText) {
  Workspace server = server_of(6, 4);
  expect_answer(
      post(server, "users.setStatus", kPia, R"({"status":"busy","message":" At lunch "})"), 200,
      R"({"success":true})");
  Json me = json_of(get(server, "me", kPia));
  EXPECT_EQ(me["status"], "busy");
  EXPECT_EQ(me["statusText"], "At lunch");
  EXPECT_EQ(post(server, "users.setStatus", kPia, R"({"message":""})").response.status, 200);
  me = json_of(get(server, "me", kPia));
  EXPECT_EQ(me["status"], "busy");
  EXPECT_EQ(me["statusText"], "");
}

TEST(UserStatus, ItsTextIsCutAt120CodeUnits) {
  Workspace server = server_of(6, 4);
  std::string emoji;
  for (int i = 0; i < 70; ++i) emoji += "😀";
  post(server, "users.setStatus", kPia, R"({"message":"x)" + emoji + R"("})");
  EXPECT_EQ(json_of(get(server, "me", kPia))["statusText"], "x" + emoji.substr(0, 59 * 4));
  post(server, "users.setStatus", kPia, R"({"message":")" + std::string(121, 'a') + R"("})");
  EXPECT_EQ(json_of(get(server, "me", kPia))["statusText"], std::string(120, 'a'));
}

TEST(UserStatus, AnAgentWhoIsOfflineTakesNoChats) {
  Workspace server = server_of(6, 4);
  const std::string open = std::string("livechat/room?token=").append(kCustomerToken);
  post(server, "users.setStatus", kAgent, R"({"status":"offline"})");
  EXPECT_EQ(get(server, open, kNobody).response.status, 400);
  post(server, "users.setStatus", kAgent, R"({"status":"online"})");
  EXPECT_EQ(get(server, open, kNobody).response.status, 200);
}

TEST(UserStatus, OfAnotherUserNeedsAPermission) {
  Workspace server = server_of(6, 4);
  expect_answer(post(server, "users.setStatus", kManager, R"({"userId":"p","status":"away"})"), 403,
                failed("unauthorized"));
  EXPECT_EQ(
      post(server, "users.setStatus", kAdmin, R"({"userId":"p","status":"away"})").response.status,
      200);
  EXPECT_EQ(json_of(get(server, "me", kPia))["status"], "away");
  EXPECT_EQ(post(server, "users.setStatus", kPia, R"({"username":"pia","status":"online"})")
                .response.status,
            200);
  expect_answer(
      post(server, "users.setStatus", kAdmin, R"({"username":"none","status":"away"})"), 400,
      R"({"success":false,"error":"The required \"userId\" or \"username\" param provided does )"
      R"(not match any users [error-invalid-user]","errorType":"error-invalid-user"})");
}

TEST(UserStatus, SaysWhatIsWrong) {
  Workspace server = server_of(6, 4);
  for (const char* body : {"", R"({"status":5})", R"({"status":null,"message":null})",
                           R"({"status":"away","message":5})"})
    expect_answer(
        post(server, "users.setStatus", kPia, body), 400,
        failed("Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation"));
  expect_answer(post(server, "users.setStatus", kPia, R"({"status":"asleep","message":"zzz"})"),
                400,
                R"({"success":false,"error":"Valid status types include online, away, offline, )"
                R"(and busy. [error-invalid-status]","errorType":"error-invalid-status",)"
                R"("details":{"method":"users.setStatus"}})");
  EXPECT_EQ(json_of(get(server, "me", kPia))["statusText"], "zzz");
  post(server, "settings/Accounts_AllowInvisibleStatusOption", kAdmin, R"({"value":false})");
  expect_answer(post(server, "users.setStatus", kPia, R"({"status":"offline"})"), 400,
                R"({"success":false,"error":"Invisible status is disabled )"
                R"([error-status-not-allowed]","errorType":"error-status-not-allowed",)"
                R"("details":{"method":"users.setStatus"}})");
  post(server, "settings/Accounts_AllowUserStatusMessageChange", kAdmin, R"({"value":false})");
  expect_answer(post(server, "users.setStatus", kPia, R"({"status":"away"})"), 400,
                R"({"success":false,"error":"Change status is not allowed [error-not-allowed]",)"
                R"("errorType":"error-not-allowed","details":{"method":"users.setStatus"}})");
}

}  // namespace
}  // namespace room_visitor::standin

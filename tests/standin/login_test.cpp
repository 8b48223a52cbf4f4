// Second factor, personal access tokens, resumed and deactivated sessions (docs/wire.md, 9.1).
#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kPeople = R"({"users":[
  {"_id":"t","username":"tess","roles":["admin"],"login":{"password":"p","digest":"d1",
   "tokens":["tess-token"],"twoFactor":{"method":"totp","codes":["123456","backup-1"]},
   "personalAccessTokens":["asked",{"token":"bypassing","bypassTwoFactor":true}]}},
  {"_id":"e","username":"emil","roles":["admin"],"login":{"password":"p","tokens":["emil-token"],
   "twoFactor":{"method":"email","codes":["654321"]}}},
  {"_id":"w","username":"wanda","roles":["admin"],"login":{"password":"p","digest":"d3",
   "tokens":["wanda-token"],"twoFactor":{"method":"password","codes":["again"]}}},
  {"_id":"n","username":"nils","roles":["admin"],"login":{"tokens":["nils-token"]}},
  {"_id":"p","username":"pola","roles":["admin"],"login":{"password":"p","tokens":["pola-token"]}},
  {"_id":"x","username":"xaver","roles":["admin"],"active":false,
   "login":{"password":"p","tokens":["xaver-token"]}}]})";
constexpr Session kTess{"t", "tess-token"};
constexpr Session kEmil{"e", "emil-token"};
constexpr Session kWanda{"w", "wanda-token"};
constexpr Millis kMinute = 60000;

constexpr std::string_view kTotpRequired =
    R"({"status":"error","error":"totp-required","details":{"method":"totp","codeGenerated":false,)"
    R"("availableMethods":["totp"]},"message":"TOTP Required"})";
constexpr std::string_view kTotpInvalid =
    R"({"status":"error","error":"totp-invalid","details":{"method":"totp","codeGenerated":false,)"
    R"("availableMethods":["totp"]},"message":"TOTP Invalid"})";

Workspace server_of(int major, int minor, std::string_view settings = "{}") {
  WorkspaceOptions options;
  options.version = {major, minor, {}};
  options.rate_limiter = RateLimiter::off;
  options.seed_json = std::string(kPeople);
  options.seed_json.pop_back();
  options.seed_json.append(",\"settings\":").append(settings).append("}");
  return workspace(options);
}

Exchange log_in(Workspace& server, std::string body, std::string_view code = "",
                Millis now = kNow) {
  HttpRequest sent = request("POST", "/api/v1/login", kNobody, std::move(body));
  if (!code.empty()) sent.headers.push_back({"X-2fa-Code", std::string(code)});
  return send(server, sent, now);
}

// A call that asks for the second factor.
Exchange change_setting(Workspace& server, Session session, std::string_view code = "",
                        std::string_view method = "", Millis now = kNow) {
  HttpRequest sent =
      request("POST", "/api/v1/settings/Livechat_enabled", session, R"({"value":true})");
  if (!code.empty()) sent.headers.push_back({"x-2fa-code", std::string(code)});
  if (!method.empty()) sent.headers.push_back({"x-2fa-method", std::string(method)});
  return send(server, sent, now);
}

std::string refused_call(std::string_view code, std::string_view details) {
  const std::string_view words = code == "totp-required" ? "TOTP Required" : "TOTP Invalid";
  return std::string("{\"success\":false,\"error\":\"")
      .append(words)
      .append(" [")
      .append(code)
      .append("]\",\"errorType\":\"")
      .append(code)
      .append("\",\"details\":")
      .append(details)
      .append("}");
}

TEST(TwoFactorLogin, ACodeIsRequiredOnceThePasswordIsRight) {
  Workspace server = server_of(6, 4);
  expect_answer(log_in(server, R"({"user":"tess","password":"wrong","code":"123456"})"), 401,
                R"({"status":"error","error":403,"message":"Incorrect password"})");
  const Exchange exchange = log_in(server, R"({"user":"tess","password":"p"})");
  expect_answer(exchange, 401, kTotpRequired);
  EXPECT_GE(exchange.delay_ms, 500);
}

TEST(TwoFactorLogin, TheCodeIsInTheBodyOrInAHeader) {
  Workspace server = server_of(6, 4);
  for (const char* body : {R"({"user":"tess","password":"p","code":"123456"})",
                           R"({"username":"tess","password":"p","code":"backup-1"})",
                           R"({"user":"tess","password":"p","code":123456})",
                           R"({"totp":{"code":"123456","login":{"user":{"username":"tess"},)"
                           R"("password":"p"}}})"})
    EXPECT_EQ(log_in(server, body).response.status, 200) << body;
  EXPECT_EQ(log_in(server, R"({"user":"tess","password":"p"})", "123456").response.status, 200);
}

TEST(TwoFactorLogin, TheCodeOfTheBodyWins) {
  Workspace server = server_of(6, 4);
  expect_answer(log_in(server, R"({"user":"tess","password":"p","code":"0"})", "123456"), 401,
                kTotpInvalid);
}

TEST(TwoFactorLogin, AWrongCodeIsInvalid) {
  Workspace server = server_of(6, 4);
  expect_answer(log_in(server, R"({"user":"tess","password":"p","code":"000000"})"), 401,
                kTotpInvalid);
  expect_answer(log_in(server, R"({"user":"tess","password":"p"})", "000000"), 401, kTotpInvalid);
}

TEST(TwoFactorLogin, AnyOtherMemberOfTheBodyDisablesTheShortForm) {
  Workspace server = server_of(6, 4);
  expect_answer(log_in(server, R"({"user":"tess","password":"p","code":"123456","remember":1})"),
                401,
                R"({"status":"error","message":"Match error: Match error: Expected object, got )"
                R"(string in field user"})");
  expect_answer(log_in(server, R"({"username":"tess","password":"p","remember":1})", "123456"), 401,
                R"({"status":"error","message":"Match error: Unknown key in field username"})");
  expect_answer(log_in(server, R"({"user":{"username":"tess"},"password":"p","remember":1})"), 401,
                R"({"status":"error","message":"Match error: Unknown key in field remember"})");
  expect_answer(log_in(server, R"({"user":{"username":"tess"},"password":"p"})", "123456"), 401,
                kTotpRequired);
}

TEST(TwoFactorLogin, ACodeByEmailIsSentOnceAndRunsOut) {
  Workspace server = server_of(6, 4);
  const char* body = R"({"user":"emil","password":"p"})";
  expect_answer(log_in(server, body), 401,
                R"({"status":"error","error":"totp-required","details":{"method":"email",)"
                R"("codeGenerated":true,"emailOrUsername":"emil","availableMethods":["email"]},)"
                R"("message":"TOTP Required"})");
  expect_answer(log_in(server, body, "", kNow + kMinute), 401,
                R"({"status":"error","error":"totp-required","details":{"method":"email",)"
                R"("emailOrUsername":"emil","codeGenerated":false,"codeCount":1,)"
                R"("codeExpires":["2023-05-02T15:47:45.855Z"],"availableMethods":["email"]},)"
                R"("message":"TOTP Required"})");
  Workspace late = server;
  EXPECT_EQ(log_in(server, body, "654-321", kNow + 60 * kMinute).response.status, 200);
  EXPECT_EQ(log_in(late, body, "654321", kNow + 61 * kMinute).response.status, 401);
}

TEST(TwoFactorLogin, ACodeByEmailThatWasNotSentOrWasUsedIsInvalid) {
  Workspace server = server_of(6, 4);
  const char* body = R"({"user":"emil","password":"p"})";
  EXPECT_EQ(log_in(server, body, "654321").response.status, 401);
  EXPECT_EQ(log_in(server, body, "654321").response.status, 200);
  const Exchange again = log_in(server, body, "654321");
  EXPECT_EQ(again.response.status, 401);
  EXPECT_NE(again.response.body.find(R"("error":"totp-invalid")"), std::string::npos);
}

TEST(TwoFactorLogin, CanBeSwitchedOff) {
  for (const char* settings : {R"({"Accounts_TwoFactorAuthentication_Enabled":false})",
                               R"({"Accounts_TwoFactorAuthentication_By_TOTP_Enabled":false})"}) {
    Workspace server = server_of(6, 4, settings);
    EXPECT_EQ(log_in(server, R"({"user":"tess","password":"p"})").response.status, 200) << settings;
  }
}

TEST(TwoFactorLogin, OfThePasswordAloneAsksForNoCode) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(log_in(server, R"({"user":"wanda","password":"p"})").response.status, 200);
}

TEST(TwoFactorLogin, SaysSuccessFrom74) {
  Workspace server = server_of(7, 4);
  expect_answer(log_in(server, R"({"user":"tess","password":"p"})"), 401,
                R"({"success":false,"error":"totp-required","status":"error","details":{)"
                R"("method":"totp","codeGenerated":false,"availableMethods":["totp"]},)"
                R"("message":"TOTP Required"})");
}

TEST(TwoFactorCall, TheHeadersCarryCodeAndMethod) {
  constexpr std::string_view kTotp =
      R"({"method":"totp","codeGenerated":false,"availableMethods":["totp"]})";
  Workspace server = server_of(6, 4);
  expect_answer(change_setting(server, kTess), 400, refused_call("totp-required", kTotp));
  expect_answer(change_setting(server, kTess, "0", "totp"), 400,
                refused_call("totp-invalid", kTotp));
  expect_answer(change_setting(server, kTess, "123456", "totp"), 200, R"({"success":true})");
}

TEST(TwoFactorCall, AnotherMethodThanTheUsersIsInvalid) {
  Workspace server = server_of(6, 4);
  expect_answer(change_setting(server, kTess, "123456", "email"), 400,
                refused_call("totp-invalid",
                             R"({"method":"email","codeGenerated":true,"emailOrUsername":"tess",)"
                             R"("availableMethods":["totp"]})"));
  EXPECT_EQ(change_setting(server, kTess, "123456", "unheard-of").response.status, 200);
}

TEST(TwoFactorCall, WhoHasNoCodesGivesThePasswordOnceMore) {
  constexpr std::string_view kPassword =
      R"({"method":"password","codeGenerated":false,"availableMethods":[]})";
  Workspace server = server_of(6, 4);
  expect_answer(change_setting(server, kAdmin), 400, refused_call("totp-required", kPassword));
  expect_answer(change_setting(server, kAdmin, "admin-password", "password"), 400,
                refused_call("totp-invalid", kPassword));
  EXPECT_EQ(
      change_setting(server, kAdmin,
                     "8E70FDBD0400B7A21539FD15FB4AB86C129F7CBD99261DBB0D95C18DF8DEC177", "password")
          .response.status,
      200);
  EXPECT_EQ(change_setting(server, kWanda, "again", "password").response.status, 200);
  EXPECT_EQ(change_setting(server, {"n", "nils-token"}).response.status, 200);
}

// Nothing that such a user could send would be known to be right.
TEST(TwoFactorCall, APlainPasswordAloneIsNoSecondFactor) {
  Workspace server = server_of(6, 4);
  const auto expect_no_question = [](Workspace& asked) {
    EXPECT_EQ(log_in(asked, R"({"user":"pola","password":"p"})").response.status, 200);
    EXPECT_EQ(change_setting(asked, {"p", "pola-token"}).response.status, 200);
  };
  expect_no_question(server);
  Workspace saved = workspace({.version = {6, 4, {}}, .seed = "empty", .seed_json = server.save()});
  expect_no_question(saved);
}

TEST(TwoFactorCall, ThePasswordIsNotAskedIfThatIsSwitchedOff) {
  Workspace server =
      server_of(6, 4, R"({"Accounts_TwoFactorAuthentication_Enforce_Password_Fallback":false})");
  EXPECT_EQ(change_setting(server, kAdmin).response.status, 200);
  EXPECT_EQ(change_setting(server, kWanda).response.status, 400);
}

TEST(TwoFactorCall, TheSessionIsRememberedForHalfAnHour) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(change_setting(server, kTess, "123456", "totp").response.status, 200);
  EXPECT_EQ(change_setting(server, kTess, "", "", kNow + 30 * kMinute).response.status, 200);
  EXPECT_EQ(change_setting(server, kTess, "", "", kNow + 30 * kMinute + 1).response.status, 400);
  HttpRequest elsewhere =
      request("POST", "/api/v1/settings/Livechat_enabled", kTess, R"({"value":true})");
  elsewhere.headers.push_back({"User-Agent", "another"});
  EXPECT_EQ(send(server, elsewhere).response.status, 400);
  EXPECT_EQ(change_setting(server, {"t", "asked"}).response.status, 400);
}

TEST(TwoFactorCall, IsNotRememberedIfThatIsSwitchedOff) {
  Workspace server = server_of(6, 4, R"({"Accounts_TwoFactorAuthentication_RememberFor":0})");
  EXPECT_EQ(change_setting(server, kTess, "123456", "totp").response.status, 200);
  EXPECT_EQ(change_setting(server, kTess).response.status, 400);
}

TEST(TwoFactorCall, AsksForTheCodeBeforeThePermission) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(change_setting(server, kAgent).response.status, 400);
  expect_answer(change_setting(server, kAgent,
                               "aa42883a036bdb68b191b92844da185f6ef896a3c00b5f749165a5ed4322ad7d"),
                403, failed("unauthorized"));
}

TEST(TwoFactorCall, ACodeByEmailMayBeAskedForWithEveryCall) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(change_setting(server, kEmil).response.status, 400);
  EXPECT_EQ(change_setting(server, kEmil, "654321", "email").response.status, 200);
}

TEST(PersonalAccessToken, WorksLikeAnyOther) {
  Workspace server = server_of(6, 4);
  for (const char* token : {"asked", "bypassing"})
    EXPECT_EQ(send(server, request("GET", "/api/v1/me", {"t", token})).response.status, 200);
  EXPECT_EQ(send(server, request("GET", "/api/v1/me", {"e", "asked"})).response.status, 401);
}

TEST(PersonalAccessToken, SurvivesTheLogoutOfOtherSessions) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(send(server, request("POST", "/api/v1/logout", kTess)).response.status, 200);
  EXPECT_EQ(send(server, request("GET", "/api/v1/me", kTess)).response.status, 401);
  EXPECT_EQ(send(server, request("GET", "/api/v1/me", {"t", "asked"})).response.status, 200);
  EXPECT_EQ(send(server, request("POST", "/api/v1/logout", {"t", "asked"})).response.status, 200);
  EXPECT_EQ(send(server, request("GET", "/api/v1/me", {"t", "asked"})).response.status, 401);
}

TEST(PersonalAccessToken, MayPassWithoutTheSecondFactor) {
  Workspace server = server_of(6, 4);
  EXPECT_EQ(change_setting(server, {"t", "asked"}).response.status, 400);
  EXPECT_EQ(change_setting(server, {"t", "bypassing"}).response.status, 200);
}

TEST(Login, IsResumedWithATokenThatIsStillGood) {
  Workspace server = server_of(6, 4);
  const Exchange exchange = log_in(server, R"({"resume":"tess-token"})");
  ASSERT_EQ(exchange.response.status, 200);
  const Json answer = Json::parse(exchange.response.body, nullptr, false);
  EXPECT_EQ(answer["data"]["userId"], "t");
  EXPECT_EQ(answer["data"]["authToken"], "tess-token");
  EXPECT_EQ(send(server, request("POST", "/api/v1/logout", kTess)).response.status, 200);
  expect_answer(log_in(server, R"({"resume":"tess-token"})"), 401,
                R"({"status":"error","error":403,"message":"You've been logged out by the server. )"
                R"(Please log in again."})");
}

TEST(Login, ADeactivatedUserIsShutOut) {
  constexpr std::string_view kRefusal =
      R"({"status":"error","error":"error-user-is-not-activated","details":{"function":)"
      R"("Accounts.validateLoginAttempt"},"message":"User is not activated"})";
  Workspace server = server_of(6, 4);
  expect_answer(log_in(server, R"({"user":"xaver","password":"p"})"), 401, kRefusal);
  expect_answer(log_in(server, R"({"resume":"xaver-token"})"), 401, kRefusal);
  EXPECT_EQ(log_in(server, R"({"user":"xaver","password":"x"})").response.body,
            R"({"status":"error","error":403,"message":"Incorrect password"})");
  EXPECT_EQ(send(server, request("GET", "/api/v1/me", {"x", "xaver-token"})).response.status, 401);
}

}  // namespace
}  // namespace room_visitor::standin

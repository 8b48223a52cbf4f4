#include <gtest/gtest.h>

#include "room_visitor/json_tasks.h"
#include "support/data.h"

namespace room_visitor {
namespace {

using nlohmann::ordered_json;
using testing::parsed;

std::string question(const std::string& what, const std::string& more = "") {
  return R"({"ask":")" + what + R"(","server":"https://chat.example.com","now":0)" + more + "}";
}

const std::string kSession = R"(,"userId":"agent","authToken":"token1")";

std::string as_agent(const std::string& what, const std::string& more = "") {
  return question(what, kSession + more);
}

// Asks, and answers each request in turn.
class Asked {
 public:
  explicit Asked(const std::string& text) : started_(parsed(tasks_.ask(text))) {}

  [[nodiscard]] const auto& started() const { return started_; }
  [[nodiscard]] auto next() { return parsed(tasks_.next(R"({"id":1,"now":0,"chance":0})")); }

  // What is sent next, as "GET livechat/rooms /api/v1/…".
  std::string sent() {
    const auto step = next();
    if (step["step"] != "send") return step.dump();
    attempt_ = step["attempt"].get<int>();
    body_ = step["request"]["body"].get<std::string>();
    return step["request"]["method"].get<std::string>() + " " + step["kind"].get<std::string>() +
           " " + step["request"]["url"].get<std::string>().substr(24);
  }

  void answer(int status, const std::string& body) {
    ordered_json event{{"event", "answer"}, {"attempt", attempt_}, {"status", status}};
    event["headers"] = ordered_json::array();
    event["headers"].push_back(ordered_json::array({"content-type", "application/json"}));
    event["id"] = 1;
    event["now"] = 0;
    EXPECT_EQ(tasks_.report(event.dump(), body), R"({"ok":true})");
  }

  void report(ordered_json event) {
    event["id"] = 1;
    event["now"] = 0;
    EXPECT_EQ(tasks_.report(event.dump(), ""), R"({"ok":true})");
  }

  [[nodiscard]] int attempt() const { return attempt_; }
  [[nodiscard]] const std::string& body() const { return body_; }
  auto reply() { return next()["reply"]; }

 private:
  JsonTasks tasks_;
  nlohmann::json started_;
  int attempt_ = 0;
  std::string body_;
};

struct Simple {
  const char* ask;
  const char* more;
  const char* sent;
  const char* body;   ///< of the answer
  const char* reply;  ///< without "ok"
};

// One row a question: its request, an answer, and what is made of it.
const Simple kSimple[] = {
    {"server", "", "GET info /api/info", R"({"version":"6.4","success":true})",
     R"({"version":"6.4","profile":"two_permissions"})"},
    {"logout", "", "POST logout /api/v1/logout",
     R"({"status":"success","data":{"message":"You've been logged out!"}})", "{}"},
    {"me", "", "GET me /api/v1/me",
     R"({"_id":"u1","username":"kofi","name":"Kofi","roles":["user"],"success":true})",
     R"({"user":{"id":"u1","username":"kofi","name":"Kofi","roles":["user"]}})"},
    {"room", R"(,"rid":"r1")", "GET rooms.info /api/v1/rooms.info?roomId=r1",
     R"({"room":{"_id":"r1","t":"l","v":{"_id":"v1"},"n":1.50},"success":true})",
     R"({"roomText":"{\"_id\":\"r1\",\"t\":\"l\",\"v\":{\"_id\":\"v1\"},\"n\":1.50}","visitorId":"v1"})"},
    {"visitor", R"(,"visitorId":"v1")",
     "GET livechat/visitors.info /api/v1/livechat/visitors.info?visitorId=v1",
     R"({"visitor":{"_id":"v1","username":"guest-1","token":"secret"},"success":true})",
     R"({"visitor":{"text":"{\"_id\":\"v1\",\"username\":\"guest-1\",\"token\":\"••••••••\"}",)"
     R"("id":"v1","username":"guest-1","name":null,"disabled":false}})"},
    {"visitors", R"(,"term":"a b","count":2)",
     "GET livechat/visitors.search /api/v1/livechat/visitors.search?term=a%20b&count=2",
     R"({"visitors":[{"_id":"v1"}],"count":1,"offset":0,"total":3,"success":true})",
     R"({"items":[{"text":"{\"_id\":\"v1\"}","id":"v1","username":null,"name":null,)"
     R"("disabled":false}],"offset":0,"total":3,"isLast":false})"},
    {"rooms",
     R"(,"agents":["kofi"],"open":true,"roomName":"x","tags":["t"],"customFields":[["a","b"]],)"
     R"("createdAt":{"start":0},"sort":[["ts","descending"],["fname","ascending"]],"offset":5)",
     "GET livechat/rooms /api/v1/livechat/rooms?agents%5B%5D=kofi&roomName=x&open=true"
     "&createdAt=%7B%22start%22%3A%221970-01-01T00%3A00%3A00.000Z%22%7D&tags%5B%5D=t"
     "&customFields=%7B%22a%22%3A%22b%22%7D&sort=%7B%22ts%22%3A-1%2C%22fname%22%3A1%7D&offset=5",
     R"({"rooms":[{"_id":"r1"}],"count":1,"offset":5,"total":6,"success":true})",
     R"({"items":["{\"_id\":\"r1\"}"],"offset":5,"total":6,"isLast":true})"},
    {"chatHistory", R"(,"rid":"r1","visitorId":"v1")",
     "GET livechat/visitors.chatHistory "
     "/api/v1/livechat/visitors.chatHistory/room/r1/visitor/v1",
     R"({"history":[],"count":0,"offset":0,"total":0,"success":true})",
     R"({"items":[],"offset":0,"total":0,"isLast":true})"}};

TEST(JsonQuestions, SendOneRequestAndTellWhatTheAnswerSays) {
  for (const Simple& row : kSimple) {
    Asked asked(as_agent(row.ask, row.more));
    EXPECT_EQ(asked.started().dump(), R"({"id":1,"ok":true})") << row.ask;
    EXPECT_EQ(asked.sent(), row.sent) << row.ask;
    asked.answer(200, row.body);
    auto reply = asked.reply();
    EXPECT_EQ(reply["ok"], true) << row.ask;
    reply.erase("ok");
    EXPECT_EQ(reply, parsed(row.reply)) << row.ask;
  }
}

TEST(JsonQuestions, TellAFailureOfEveryKind) {
  for (const Simple& row : kSimple) {
    Asked asked(as_agent(row.ask, row.more));
    static_cast<void>(asked.sent());
    asked.answer(400, R"({"success":false,"error":"something else"})");
    EXPECT_EQ(asked.reply()["error"]["code"], "unrecognised_error") << row.ask;

    Asked cut(as_agent(row.ask, row.more));
    static_cast<void>(cut.sent());
    cut.report(
        {{"event", "failure"}, {"attempt", cut.attempt()}, {"kind", "redirected"}, {"sent", true}});
    EXPECT_EQ(cut.reply()["error"]["code"], "redirected") << row.ask;

    Asked cancelled(as_agent(row.ask, row.more));
    cancelled.report({{"event", "cancel"}});
    EXPECT_EQ(cancelled.reply()["error"]["code"], "cancelled") << row.ask;
  }
}

TEST(JsonQuestions, LogInWithACode) {
  Asked asked(question("login", R"(,"user":"amelie","password":"p","code":"123456")"));
  EXPECT_EQ(asked.sent(), "POST login /api/v1/login");
  EXPECT_EQ(asked.body(), R"({"user":"amelie","password":"p","code":"123456"})");
  asked.answer(401, R"({"status":"error","error":"totp-invalid","details":{"method":"email",)"
                    R"("codeGenerated":false,"availableMethods":["email"]},"message":"TOTP"})");
  const auto refused = asked.reply();
  EXPECT_EQ(refused["error"]["code"], "totp_invalid");
  EXPECT_EQ(refused["secondFactor"],
            parsed(R"({"method":"email","availableMethods":["email"],"codeSent":false})"));

  Asked again(question("login", R"(,"user":"amelie","password":"p")"));
  static_cast<void>(again.sent());
  again.answer(200, R"({"status":"success","data":{"userId":"u1","authToken":"t1"}})");
  EXPECT_EQ(again.reply(), parsed(R"({"ok":true,"userId":"u1","authToken":"t1"})"));
}

const char* const kMe =
    R"({"_id":"agent","username":"kofi","name":"Kofi","roles":["livechat-agent"],"success":true})";
const char* const kPermissions =
    R"({"update":[{"_id":"change-livechat-room-visitor","roles":["livechat-agent"]},)"
    R"({"_id":"view-l-room","roles":["admin"]}],"success":true})";

TEST(JsonQuestions, CheckByThreeRequests) {
  Asked asked(as_agent("check"));
  EXPECT_EQ(asked.sent(), "GET info /api/info");
  asked.answer(200, R"({"version":"6.2","success":true})");
  EXPECT_EQ(asked.sent(), "GET me /api/v1/me");
  EXPECT_EQ(asked.attempt(), 2);
  asked.answer(200, kMe);
  EXPECT_EQ(asked.sent(), "GET permissions.listAll /api/v1/permissions.listAll");
  asked.answer(200, kPermissions);
  const auto found = asked.reply()["capability"];
  EXPECT_EQ(found["reachable"], "yes");
  EXPECT_EQ(found["version"], "6.2");
  EXPECT_EQ(found["profile"], "two_permissions");
  EXPECT_EQ(found["user"]["username"], "kofi");
  EXPECT_EQ(found["permissions"][0],
            parsed(R"({"permission":"change-livechat-room-visitor","needed":true,"held":"yes",)"
                   R"("roles":["livechat-agent"]})"));
  EXPECT_EQ(found["permissions"][1]["held"], "no");
  EXPECT_EQ(found["canUpdate"], "no");
  EXPECT_EQ(found["findings"][0]["code"], "no_permission");
  EXPECT_EQ(found["cors"], "fine");
  EXPECT_EQ(found["rateLimiting"], "not_known");
  EXPECT_TRUE(found["rateLimit"].is_null());
  EXPECT_TRUE(found["removedSince"].is_null());
  EXPECT_EQ(found["replacements"].size(), 0u);
}

TEST(JsonQuestions, CheckNamesWhatARemovedEndpointLeaves) {
  Asked asked(question("check"));
  EXPECT_EQ(asked.sent(), "GET info /api/info");
  asked.answer(200, R"({"version":"7.2","success":true})");
  const auto found = asked.reply()["capability"];
  EXPECT_EQ(found["profile"], "removed");
  EXPECT_EQ(found["removedSince"], "7.0");
  EXPECT_EQ(found["replacements"][0]["name"], "livechat/visitor");
  EXPECT_EQ(found["replacements"][0]["since"], "3.6");
  EXPECT_TRUE(found["user"].is_null());
}

TEST(JsonQuestions, OtherCredentialsCountForAllLaterRequests) {
  Asked asked(as_agent("check"));
  static_cast<void>(asked.sent());
  asked.answer(200, R"({"version":"6.4","success":true})");
  static_cast<void>(asked.sent());
  asked.answer(401, R"({"status":"error","message":"You must be logged in to do this."})");
  EXPECT_EQ(asked.next()["step"], "credentials");
  asked.report({{"event", "credentials"}, {"userId", "agent"}, {"authToken", "token2"}});
  static_cast<void>(asked.sent());
  asked.answer(200, kMe);
  const auto last = asked.next();
  EXPECT_EQ(last["kind"], "permissions.listAll");
  EXPECT_EQ(last["attempt"], 4);
  EXPECT_EQ(last["request"]["headers"][0][1], "token2");
}

TEST(JsonQuestions, PreviewByFourRequests) {
  Asked asked(as_agent("preview", R"(,"rid":"r1","newVisitorId":"v2","profile":"one_permission",)"
                                  R"("maySeeVisitors":"yes")"));
  EXPECT_EQ(asked.sent(), "GET rooms.info /api/v1/rooms.info?roomId=r1");
  asked.answer(200, R"({"room":{"_id":"r1","t":"l","open":true,"fname":"Mende","v":{"_id":"v1",)"
                    R"("username":"guest-1","token":"secret1"}},"success":true})");
  EXPECT_EQ(asked.sent(), "GET livechat/visitors.info /api/v1/livechat/visitors.info?visitorId=v2");
  asked.answer(200, R"({"visitor":{"_id":"v2","username":"mende","token":"secret2"},)"
                    R"("success":true})");
  EXPECT_EQ(asked.sent(), "GET livechat/visitors.info /api/v1/livechat/visitors.info?visitorId=v1");
  asked.answer(400, R"({"success":false,"error":"visitor-not-found"})");
  EXPECT_EQ(asked.sent().substr(0, 33), "GET livechat/visitors.chatHistory");
  asked.answer(200, R"({"history":[],"count":0,"offset":0,"total":0,"success":true})");
  const auto seen = asked.reply()["preview"];
  EXPECT_EQ(seen["update"], parsed(R"({"rid":"r1","oldVisitorId":"v1","newVisitorId":"v2"})"));
  EXPECT_EQ(seen["changes"][0], parsed(R"({"code":"owner","path":"/v/_id","what":)"
                                       R"("The room belongs to the new visitor.",)"
                                       R"("before":"v1","after":"v2"})"));
  EXPECT_EQ(seen["stays"][0]["before"], "Mende");
  EXPECT_EQ(seen["newVisitor"]["username"], "mende");
  EXPECT_TRUE(seen["oldVisitor"].is_null());
  EXPECT_EQ(seen["issues"].back()["code"], "undo_impossible");
  EXPECT_EQ(seen["notChecked"].size(), 0u);
  EXPECT_EQ(seen["newVisitor"].dump().find("secret2"), std::string::npos);
}

TEST(JsonQuestions, ACancelEndsAPreviewWithWhatIsKnown) {
  Asked asked(as_agent("preview", R"(,"rid":"r1","newVisitorId":"v2")"));
  static_cast<void>(asked.sent());
  asked.answer(200, R"({"room":{"_id":"r1","t":"l","v":{"_id":"v1"}},"success":true})");
  static_cast<void>(asked.sent());
  asked.report({{"event", "cancel"}});
  EXPECT_EQ(asked.next()["step"], "abort");
  const auto seen = asked.reply()["preview"];
  EXPECT_EQ(seen["update"]["oldVisitorId"], "v1");
  EXPECT_EQ(seen["notChecked"][0]["call"], "new_visitor");
  EXPECT_EQ(seen["notChecked"][0]["error"]["code"], "cancelled");
}

TEST(JsonQuestions, RefuseWhatTheyCannotUse) {
  const auto refused = [](const std::string& text) {
    const auto error = Asked(text).started()["error"];
    return error["code"].get<std::string>() + " " + error["path"].get<std::string>();
  };
  EXPECT_EQ(refused(""), "invalid_input ");
  EXPECT_EQ(refused(question("weather")), "invalid_input /ask");
  EXPECT_EQ(refused(question("me")), "missing_credentials ");
  EXPECT_EQ(refused(question("me", R"(,"userId":"u","authToken":"a b")")),
            "invalid_credentials /authToken");
  EXPECT_EQ(refused(as_agent("room")), "invalid_input /rid");
  EXPECT_EQ(refused(as_agent("room", R"(,"rid":"")")), "empty /rid");
  EXPECT_EQ(refused(as_agent("visitor", R"(,"visitorId":3)")), "invalid_input /visitorId");
  EXPECT_EQ(refused(as_agent("visitors", R"(,"term":"x","count":-1)")), "invalid_input /count");
  EXPECT_EQ(refused(as_agent("rooms", R"(,"agents":"kofi")")), "invalid_input /agents");
  EXPECT_EQ(refused(as_agent("rooms", R"(,"createdAt":{"start":"x"})")),
            "invalid_input /createdAt/start");
  EXPECT_EQ(refused(as_agent("rooms", R"(,"sort":[["ts"]])")), "invalid_input /sort");
  EXPECT_EQ(refused(as_agent("chatHistory", R"(,"rid":"..","visitorId":"v")")),
            "invalid_input /rid");
  EXPECT_EQ(refused(as_agent("preview", R"(,"rid":"r","newVisitorId":"v","profile":"x")")),
            "invalid_input /profile");
  EXPECT_EQ(refused(question("login", R"(,"user":"","password":"p")")), "missing_login /user");
  EXPECT_EQ(refused(R"({"ask":"server","server":"chat.example.com","now":0})"),
            "invalid_server_url ");
}

}  // namespace
}  // namespace room_visitor

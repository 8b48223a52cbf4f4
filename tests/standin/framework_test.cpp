// What the framework answers around the handlers (docs/wire.md section 2.2).
#include <algorithm>
#include <limits>

#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

TEST(Framework, EveryJsonAnswerHasTheseHeaders) {
  Workspace server = workspace(6, 2);
  for (const auto& sent :
       {move_request(kAgent, update(kRid, kGuest, kGuest)), move_request(kNobody, "{}"),
        request("POST", kRoomVisitor, kAgent), request("GET", "/api/info", kNobody)}) {
    const Exchange exchange = send(server, sent);
    EXPECT_EQ(header(exchange, "content-type"), "application/json");
    EXPECT_EQ(header(exchange, "cache-control"), "no-store");
    EXPECT_EQ(header(exchange, "pragma"), "no-cache");
    EXPECT_EQ(header(exchange, "access-control-allow-origin"), "*");
    EXPECT_EQ(header(exchange, "access-control-allow-headers"),
              "Origin, X-Requested-With, Content-Type, Accept, X-User-Id, X-Auth-Token");
    EXPECT_EQ(header(exchange, "x-xss-protection"), "1");
    EXPECT_EQ(header(exchange, "x-content-type-options"), "nosniff");
    EXPECT_EQ(header(exchange, "x-frame-options"), "sameorigin");
    EXPECT_EQ(header(exchange, "access-control-expose-headers"), "(absent)");
    EXPECT_EQ(header(exchange, "retry-after"), "(absent)");
  }
}

TEST(Framework, BothCredentialsAreNeededAndMustBelongTogether) {
  Workspace server = workspace(6, 4);
  const std::string refusal = R"({"status":"error","message":"You must be logged in to do this."})";
  for (const Session session :
       {kNobody, Session{kAgent.user_id, "wrong"}, Session{kAgent.user_id, kAdmin.token},
        Session{"nobody", kAgent.token}, Session{kAgent.user_id, ""}})
    expect_answer(send(server, move_request(session, "{}")), 401, refusal);
}

TEST(Framework, RefusalsOfCredentialsAndPermissionsAreDelayed) {
  Workspace server = workspace(6, 5);
  Millis least = 1000;
  Millis most = 0;
  for (int i = 0; i < 200; ++i) {
    const Session session = i % 2 == 0 ? kNobody : kMonitor;
    const Exchange exchange = send(server, move_request(session, update(kRid, kGuest, kGuest)));
    EXPECT_EQ(exchange.response.status, i % 2 == 0 ? 401 : 403);
    EXPECT_GE(exchange.delay_ms, 500);
    EXPECT_LE(exchange.delay_ms, 1000);
    least = std::min(least, exchange.delay_ms);
    most = std::max(most, exchange.delay_ms);
  }
  EXPECT_LT(least, 550);
  EXPECT_GT(most, 950);
  EXPECT_EQ(send(server, move_request(kAgent, "{}")).delay_ms, 0);
}

TEST(Framework, AnotherMethodOnAKnownPathIsNotAllowed) {
  Workspace server = workspace(6, 4);
  for (const char* method : {"GET", "POST", "DELETE", "PATCH"}) {
    const Exchange exchange = send(server, request(method, kRoomVisitor, kNobody));
    expect_answer(exchange, 405, R"({"status":"error","message":"API endpoint does not exist"})");
    EXPECT_EQ(header(exchange, "allow"), "PUT, OPTIONS");
    EXPECT_EQ(exchange.delay_ms, 0);
  }
  EXPECT_EQ(header(send(server, request("PUT", "/api/v1/logout", kNobody)), "allow"),
            "GET, POST, OPTIONS");
}

TEST(Framework, ASlashAtTheEndIsTheSameRoute) {
  Workspace server = workspace(6, 4);
  EXPECT_EQ(send(server, request("PUT", "/api/v1/livechat/room.visitor/", kAgent,
                                 update(kRid, kGuest, kGuest)))
                .response.status,
            200);
}

TEST(Framework, LetterCaseOfThePathMatters) {
  Workspace server = workspace(6, 4);
  const Exchange exchange = send(server, request("PUT", "/api/v1/livechat/Room.visitor", kAgent));
  expect_answer(exchange, 405, "");
  EXPECT_EQ(header(exchange, "allow"), "OPTIONS, GET, HEAD");
}

TEST(Framework, AnUnknownPathIsTheWebApp) {
  Workspace server = workspace(6, 4);
  const Exchange page = send(server, request("GET", "/api/v1/no.such", kAgent));
  EXPECT_EQ(page.response.status, 200);
  EXPECT_EQ(header(page, "content-type"), "text/html; charset=utf-8");
  EXPECT_TRUE(page.response.body.starts_with("<!DOCTYPE html>"));
  for (const char* method : {"PUT", "POST", "DELETE"}) {
    const Exchange refused = send(server, request(method, "/api/v1/no.such", kAgent));
    expect_answer(refused, 405, "");
    EXPECT_EQ(header(refused, "allow"), "OPTIONS, GET, HEAD");
    EXPECT_EQ(header(refused, "content-length"), "0");
    EXPECT_EQ(header(refused, "content-type"), "(absent)");
  }
}

TEST(Framework, HeadIsNotRoutedByTheApi) {
  Workspace server = workspace(6, 4);
  const Exchange page = send(server, request("HEAD", kRoomVisitor, kAgent));
  expect_answer(page, 200, "");
  EXPECT_EQ(header(page, "content-type"), "text/html; charset=utf-8");
}

TEST(Framework, OddTargetsAndMethodsGetAnAnswer) {
  Workspace server = workspace(6, 4);
  for (const std::string_view url :
       {std::string_view(""), std::string_view("/"), std::string_view("?"), std::string_view("*"),
        std::string_view("//"), std::string_view("/api/v1/livechat/room.visitor?%"),
        std::string_view("/api/v1/rooms.info?roomId=%00&roomId[=x&[]=y&&=&a[b][c]=d"),
        std::string_view("\0\xFF", 2)})
    for (const std::string_view method : {"", "GET", "PUT", "FOO", "OPTIONS", "HEAD"})
      EXPECT_GE(send(server, request(method, url, kAgent)).response.status, 200);
}

TEST(Framework, AVeryLongQueryIsRead) {
  Workspace server = workspace(6, 4);
  const std::string url = "/api/v1/rooms.info?" + std::string(1000000, '&') + "roomName=general";
  EXPECT_EQ(send(server, request("GET", url, kAdmin)).response.status, 200);
}

TEST(Framework, ATimeThatIsNoNumberCountsAsTheEpoch) {
  Workspace server = workspace(6, 4);
  const Exchange exchange = server.handle(move_request(kAgent, update(kRid, kGuest, kGuest)), "::1",
                                          std::numeric_limits<double>::quiet_NaN());
  EXPECT_NE(exchange.response.body.find("1970-01-01T00:00:00.000Z"), std::string::npos);
}

}  // namespace
}  // namespace room_visitor::standin

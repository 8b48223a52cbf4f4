// Which requests a fault befalls, when, how often, and which faults meet.
#include "standin/faults_fixture.h"

namespace room_visitor::standin {
namespace {

TEST(FaultChoice, BefallTheNthRequestThatFits) {
  Workspace server = with_faults(R"([{"kind":"slow","milliseconds":1,"method":"GET",
      "path":"/api/info","nth":2,"times":2}])");
  std::string slow;
  for (const char* url : {"/api/info", "/api/v1/me", "/api/info?x=1", "/api/info/", "/api/info"})
    slow += send(server, request("GET", url, kNobody)).slow_ms > 0 ? '1' : '0';
  slow += send(server, request("POST", "/api/info", kNobody)).slow_ms > 0 ? '1' : '0';
  EXPECT_EQ(slow, "001100");
  expect_counted(server, FaultKind::slow, 2);
}

TEST(FaultChoice, BefallEveryRequestIfTimesIsZero) {
  Workspace server = with_faults(R"([{"kind":"slow","milliseconds":1,"times":0,"nth":3}])");
  for (int i = 1; i <= 9; ++i) EXPECT_EQ(send(server, info()).slow_ms, i < 3 ? 0 : 1);
  expect_counted(server, FaultKind::slow, 7);
  EXPECT_EQ(server.fault_report().left, 0U);
  EXPECT_EQ(server.fault_report().faults.front().left, std::nullopt);
}

TEST(FaultChoice, FindTheRoomInBodyQueryAndPath) {
  const std::string script = R"([{"kind":"slow","milliseconds":1,"times":0,"rid":"r 1"}])";
  const HttpRequest fitting[]{
      request("PUT", kRoomVisitor, kAgent, R"({"rid":"r 1"})"),
      request("PUT", kRoomVisitor, kAgent, "rid=r+1", "application/x-www-form-urlencoded"),
      request("POST", "/api/v1/x", kAgent, R"({"roomId":"r 1"})"),
      request("GET", "/api/v1/rooms.info?roomId=r%201", kAgent),
      request("GET", "/api/v1/livechat/room?token=t&rid=r+1", kNobody),
      request("GET", "/api/v1/livechat/r%201/messages", kNobody),
  };
  const HttpRequest others[]{
      request("PUT", kRoomVisitor, kAgent, R"({"rid":"r 2"})"),
      request("PUT", kRoomVisitor, kAgent, R"({"rid":["r 1"]})"),
      request("PUT", kRoomVisitor, kAgent, R"({"rid":"r 1")"),
      request("PUT", kRoomVisitor, kAgent, R"({"rid":"r 1"})", "text/plain"),
      request("GET", "/api/v1/rooms.info?roomId=r%2011", kAgent),
      request("GET", "/api/v1/livechat/r%201x/messages", kNobody),
      info(),
  };
  Workspace server = with_faults(script);
  for (const HttpRequest& each : fitting) EXPECT_EQ(send(server, each).slow_ms, 1) << each.url;
  for (const HttpRequest& each : others) EXPECT_EQ(send(server, each).slow_ms, 0) << each.body;
}

TEST(FaultChoice, OfOneGroupTheFirstHappensAndTheOthersStayDue) {
  Workspace server = with_faults(R"([{"kind":"reset_before"},{"kind":"login_page"},
      {"kind":"reset_after"},{"kind":"cut","bytes":1},{"kind":"duplicate"}])");
  EXPECT_EQ(send(server, info()).ending, Ending::reset);
  EXPECT_EQ(server.fault_report().left, 4U) << "nothing that needs the server happened";
  EXPECT_EQ(header(send(server, info()), "content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(send(server, info()).ending, Ending::reset);
  EXPECT_EQ(server.fault_report().left, 1U) << "the duplicate happened with the reset";
  EXPECT_EQ(send(server, info()).ending, Ending::cut);
  EXPECT_EQ(server.fault_report().left, 0U);
}

TEST(FaultChoice, OfTwoAlikeOneHappensPerRequest) {
  Workspace server =
      with_faults(R"([{"kind":"slow","milliseconds":1},{"kind":"slow","milliseconds":2}])");
  EXPECT_EQ(send(server, info()).slow_ms, 1);
  EXPECT_EQ(send(server, info()).slow_ms, 2);
  EXPECT_EQ(send(server, info()).slow_ms, 0);
}

TEST(FaultChoice, SeveralMayMeetInOneRequest) {
  Workspace server = with_faults(
      R"([{"kind":"moved_between","visitorId":")" + std::string(kJo) +
      R"("},{"kind":"server_error_after","status":502,"page":"html"},{"kind":"cut","bytes":5},
      {"kind":"slow","milliseconds":40}])");
  const Exchange lost = send(server, move());
  EXPECT_EQ(lost.response.status, 502);
  EXPECT_EQ(lost.cut_at, 5U);
  EXPECT_EQ(lost.slow_ms, 40);
  EXPECT_EQ(owner(server), kCustomer);
  EXPECT_EQ(server.fault_report().left, 0U);
}

TEST(FaultChoice, CopiesOfAWorkspaceHaveScriptsOfTheirOwn) {
  Workspace server = with_faults(R"([{"kind":"reset_before"}])");
  Workspace copy = server;
  EXPECT_EQ(send(copy, info()).ending, Ending::reset);
  EXPECT_EQ(server.fault_report().left, 1U);
  EXPECT_EQ(send(server, info()).ending, Ending::reset);
}

}  // namespace
}  // namespace room_visitor::standin

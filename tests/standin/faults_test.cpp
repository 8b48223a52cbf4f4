// Each kind of fault on the way to the server and back: what the client gets, what the server did,
// and that it was counted.
#include <tuple>

#include "standin/faults_fixture.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

TEST(Faults, ResetBeforeAppliesNothing) {
  Workspace server = with_faults(R"([{"kind":"reset_before"}])");
  const Exchange lost = send(server, move());
  EXPECT_EQ(lost.ending, Ending::reset);
  EXPECT_EQ(lost.response, HttpResponse{});
  EXPECT_EQ(owner(server), kGuest);
  expect_counted(server, FaultKind::reset_before);
  expect_usual_answer(server);
}

TEST(Faults, ResetAfterApplies) {
  Workspace server = with_faults(R"([{"kind":"reset_after"}])");
  const Exchange lost = send(server, move());
  EXPECT_EQ(lost.ending, Ending::reset);
  EXPECT_EQ(lost.response.status, 200);
  EXPECT_EQ(owner(server), kCustomer);
  expect_counted(server, FaultKind::reset_after);
  expect_usual_answer(server);
}

TEST(Faults, CutAppliesAndEndsInTheBody) {
  for (const std::size_t bytes : {0U, 20U}) {
    Workspace server = with_faults(R"([{"kind":"cut","bytes":)" + std::to_string(bytes) + "}]");
    const Exchange lost = send(server, move());
    EXPECT_EQ(lost.ending, Ending::cut);
    EXPECT_EQ(lost.cut_at, bytes);
    EXPECT_EQ(lost.response.status, 200);
    EXPECT_EQ(owner(server), kCustomer);
    expect_counted(server, FaultKind::cut);
    expect_usual_answer(server);
  }
}

TEST(Faults, ACutNeedsALongerBody) {
  Workspace usual = workspace(6, 4);
  const std::size_t length = send(usual, info()).response.body.size();
  Workspace server = with_faults(R"([{"kind":"cut","bytes":)" + std::to_string(length) + "}]");
  EXPECT_EQ(send(server, info()).ending, Ending::complete);
  expect_counted(server, FaultKind::cut, 0);
  EXPECT_EQ(server.fault_report().left, 1U);
  EXPECT_EQ(send(server, move()).ending, Ending::cut);
  expect_counted(server, FaultKind::cut);
  Workspace shorter = with_faults(R"([{"kind":"cut","bytes":)" + std::to_string(length - 1) + "}]");
  EXPECT_EQ(send(shorter, info()).cut_at, length - 1);
}

TEST(Faults, StallsNeverAnswer) {
  Workspace before = with_faults(R"([{"kind":"stall_before"}])");
  const Exchange nothing = send(before, move());
  EXPECT_EQ(nothing.ending, Ending::stall);
  EXPECT_EQ(nothing.cut_at, std::nullopt);
  EXPECT_EQ(owner(before), kGuest);
  expect_counted(before, FaultKind::stall_before);
  expect_usual_answer(before);

  Workspace after = with_faults(R"([{"kind":"stall_after"}])");
  EXPECT_EQ(send(after, move()).ending, Ending::stall);
  EXPECT_EQ(owner(after), kCustomer);
  expect_counted(after, FaultKind::stall_after);
  expect_usual_answer(after);
}

TEST(Faults, AStallMayComeInTheMiddleOfTheBody) {
  Workspace server = with_faults(R"([{"kind":"stall_after","bytes":10}])");
  const Exchange half = send(server, move());
  EXPECT_EQ(half.ending, Ending::stall);
  EXPECT_EQ(half.cut_at, 10U);
  expect_counted(server, FaultKind::stall_after);
  Workspace longer = with_faults(R"([{"kind":"stall_after","bytes":1000000}])");
  EXPECT_EQ(send(longer, move()).ending, Ending::complete);
  expect_counted(longer, FaultKind::stall_after, 0);
}

TEST(Faults, ServerErrorsComeInBothForms) {
  for (const auto& [kind, name, applies] :
       {std::tuple{FaultKind::server_error_before, "server_error_before", false},
        std::tuple{FaultKind::server_error_after, "server_error_after", true}}) {
    for (const int status : {500, 502, 503, 504}) {
      const std::string fault =
          std::string(R"([{"kind":")") + name + R"(","status":)" + std::to_string(status);
      Workspace server = with_faults(fault + "}]");
      const Exchange json = send(server, move());
      EXPECT_EQ(json.response.status, status);
      EXPECT_EQ(header(json, "content-type"), "application/json");
      EXPECT_EQ(header(json, "x-content-type-options"), "nosniff");
      EXPECT_EQ(Json::parse(json.response.body, nullptr, false)["success"], false);
      EXPECT_EQ(owner(server), applies ? kCustomer : kGuest);
      expect_counted(server, kind);
      expect_usual_answer(server);
      Workspace proxy = with_faults(fault + R"(,"page":"html"}])");
      const Exchange page = send(proxy, move());
      EXPECT_EQ(page.response.status, status);
      EXPECT_EQ(header(page, "content-type"), "text/html; charset=utf-8");
      EXPECT_EQ(header(page, "access-control-allow-origin"), "(absent)");
      EXPECT_NE(page.response.body.find("<h1>" + std::to_string(status)), std::string::npos);
      EXPECT_EQ(owner(proxy), applies ? kCustomer : kGuest);
    }
  }
  Workspace plain = with_faults(R"([{"kind":"server_error_before"}])");
  EXPECT_EQ(send(plain, move()).response.status, 500);
}

TEST(Faults, TheRateLimitIsTheLimitersOwn) {
  WorkspaceOptions options;
  options.version = {6, 4, {}};
  Workspace limited = workspace(options);
  for (int i = 0; i < 10; ++i) send(limited, move());
  const Exchange real = send(limited, move(), kNow + 1000);
  options.faults_json = R"([{"kind":"rate_limit","milliseconds":59000}])";
  Workspace server = workspace(options);
  const Exchange faked = send(server, move(), kNow + 1000);
  EXPECT_EQ(real.response.status, 429);
  EXPECT_EQ(faked, real);
  EXPECT_EQ(owner(server), kGuest);
  expect_counted(server, FaultKind::rate_limit);
  EXPECT_EQ(header(send(server, move(), kNow + 2000), "x-ratelimit-remaining"), "9");
}

TEST(Faults, TheRateLimitMeetsThoseToWhomItDoesNotApply) {
  Workspace server = with_faults(R"([{"kind":"rate_limit","times":2}])");
  const Exchange first = send(server, move(kAdmin));
  EXPECT_EQ(first.response.status, 429);
  EXPECT_EQ(header(first, "x-ratelimit-reset"), "1683038925855");
  EXPECT_EQ(send(server, info()).response.status, 200);
  EXPECT_EQ(send(server, move(kNobody)).response.status, 401);
  EXPECT_EQ(send(server, move()).response.status, 429);
  expect_counted(server, FaultKind::rate_limit, 2);
}

TEST(Faults, ALoginPageIsASuccessWithoutJson) {
  Workspace server = with_faults(R"([{"kind":"login_page"}])");
  const Exchange page = send(server, move());
  EXPECT_EQ(page.response.status, 200);
  EXPECT_EQ(header(page, "content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(owner(server), kGuest);
  expect_counted(server, FaultKind::login_page);
  expect_usual_answer(server);
}

TEST(Faults, SlownessIsToldApartFromTheServersOwnDelay) {
  Workspace server = with_faults(R"([{"kind":"slow","milliseconds":2500}])");
  const Exchange refused = send(server, move(kNobody));
  EXPECT_EQ(refused.response.status, 401);
  EXPECT_GE(refused.delay_ms, 500);
  EXPECT_LE(refused.delay_ms, 1000);
  EXPECT_EQ(refused.slow_ms, 2500);
  expect_counted(server, FaultKind::slow);
  EXPECT_EQ(send(server, info()).slow_ms, 0);
}

TEST(Faults, AnAnswerThatNeverComesIsNotSlow) {
  Workspace server = with_faults(R"([{"kind":"slow","milliseconds":1},{"kind":"stall_after"}])");
  send(server, info());
  expect_counted(server, FaultKind::stall_after);
  EXPECT_EQ(send(server, info()).slow_ms, 1);
}

TEST(Faults, WrongJsonSaysThatItIsJson) {
  Workspace server =
      with_faults(R"([{"kind":"wrong_json"},{"kind":"wrong_json","form":"not_json"}])");
  const Exchange truncated = send(server, move());
  EXPECT_EQ(truncated.response.status, 200);
  EXPECT_EQ(header(truncated, "content-type"), "application/json");
  EXPECT_TRUE(truncated.response.body.starts_with(R"({"room":{"_id":)"));
  EXPECT_TRUE(Json::parse(truncated.response.body, nullptr, false).is_discarded());
  EXPECT_EQ(owner(server), kCustomer);
  const Exchange other = send(server, info());
  EXPECT_EQ(header(other, "content-type"), "application/json");
  EXPECT_FALSE(other.response.body.starts_with("{"));
  EXPECT_TRUE(Json::parse(other.response.body, nullptr, false).is_discarded());
  expect_counted(server, FaultKind::wrong_json, 2);
  expect_usual_answer(server);
}

TEST(Faults, WrongJsonNeedsJsonAndKeepsItsCharactersWhole) {
  Workspace server = with_faults(R"([{"kind":"wrong_json"}])");
  EXPECT_EQ(send(server, request("GET", "/no/api", kNobody)).response.status, 200);
  expect_counted(server, FaultKind::wrong_json, 0);
  for (const std::size_t length : {20U, 21U, 22U, 23U}) {
    WorkspaceOptions options;
    std::string name;
    for (std::size_t i = 0; i < length; ++i) name += "\xF0\x9F\x98\x80";
    options.seed_json =
        R"({"users":[{"_id":"u","roles":[],"name":")" + name + R"(","login":{"tokens":["t"]}}]})";
    options.faults_json = R"([{"kind":"wrong_json"}])";
    Workspace wide = workspace(options);
    const Exchange me = send(wide, request("GET", "/api/v1/me", {"u", "t"}));
    ASSERT_EQ(me.response.status, 200);
    EXPECT_FALSE(Json(me.response.body)
                     .dump(-1, ' ', false, Json::error_handler_t::replace)
                     .find("\xEF\xBF\xBD") != std::string::npos);
  }
}

TEST(Faults, ADuplicateIsAppliedTwiceAndAnsweredOnce) {
  Workspace first = with_faults(R"([{"kind":"duplicate"}])");
  EXPECT_EQ(send(first, move()).response.status, 200);
  EXPECT_EQ(owner(first), kCustomer);
  expect_counted(first, FaultKind::duplicate);
  Workspace second = with_faults(R"([{"kind":"duplicate","answer":"second"}])");
  expect_answer(send(second, move()), 400, failed("invalid-room-visitor"));
  EXPECT_EQ(owner(second), kCustomer);
  expect_counted(second, FaultKind::duplicate);
  expect_usual_answer(second);
}

TEST(Faults, ADuplicateCountsTwiceForTheLimiter) {
  WorkspaceOptions options;
  options.faults_json = R"([{"kind":"duplicate","answer":"second"}])";
  Workspace server = workspace(options);
  EXPECT_EQ(header(send(server, move()), "x-ratelimit-remaining"), "8");
}

TEST(Faults, ALateDuplicateAppliesAfterTheNextRequests) {
  Workspace server = with_faults(R"([{"kind":"late_duplicate","method":"PUT","requests":2}])");
  EXPECT_EQ(send(server, move()).response.status, 200);
  EXPECT_EQ(owner(server), kCustomer);
  expect_counted(server, FaultKind::late_duplicate, 0);
  EXPECT_EQ(server.fault_report().left, 1U);
  const HttpRequest back = move_request(kAgent, update(kRid, kCustomer, kGuest));
  EXPECT_EQ(send(server, back).response.status, 200);
  EXPECT_EQ(owner(server), kGuest);
  const Exchange read = send(server, read_room());
  EXPECT_NE(read.response.body.find(kGuestToken), std::string::npos);
  EXPECT_EQ(owner(server), kCustomer) << "the copy came after the read was answered";
  expect_counted(server, FaultKind::late_duplicate);
  expect_usual_answer(server);
}

TEST(Faults, ALateDuplicateIsForgottenWithItsScript) {
  Workspace server = with_faults(R"([{"kind":"late_duplicate","method":"PUT"}])");
  send(server, move());
  EXPECT_EQ(server.set_faults({}), std::nullopt);
  send(server, move_request(kAgent, update(kRid, kCustomer, kGuest)));
  EXPECT_EQ(owner(server), kGuest);
}

TEST(Faults, EndlessLateDuplicatesEndAtAThousandUnderWay) {
  Workspace server = with_faults(R"([{"kind":"late_duplicate","times":0,"requests":1500}])");
  for (int i = 0; i < 1501; ++i) send(server, info());
  expect_counted(server, FaultKind::late_duplicate, 1);
  for (int i = 0; i < 1500; ++i) send(server, info());
  expect_counted(server, FaultKind::late_duplicate, 1000);
}

TEST(Faults, ARedirectNamesAnotherPlace) {
  Workspace server =
      with_faults(R"([{"kind":"redirect","location":"https://login.example.com/?to=chat"}])");
  const Exchange moved = send(server, move());
  EXPECT_EQ(moved.response.status, 302);
  EXPECT_EQ(header(moved, "location"), "https://login.example.com/?to=chat");
  EXPECT_EQ(owner(server), kGuest);
  expect_counted(server, FaultKind::redirect);
  expect_usual_answer(server);
}

TEST(Faults, ARestartForgetsWindowsAndKeepsDocuments) {
  WorkspaceOptions options;
  options.faults_json = R"([{"kind":"restart","nth":12}])";
  Workspace server = workspace(options);
  EXPECT_EQ(send(server, move()).response.status, 200);
  for (int i = 0; i < 9; ++i) send(server, move());
  EXPECT_EQ(send(server, move()).response.status, 429);
  EXPECT_EQ(send(server, move()).ending, Ending::reset);
  const Exchange after = send(server, move());
  expect_answer(after, 400, failed("invalid-room-visitor"));
  EXPECT_EQ(header(after, "x-ratelimit-remaining"), "9");
  expect_counted(server, FaultKind::restart);
}

TEST(Faults, AnUpgradeChangesTheVersionFromThisRequestOn) {
  WorkspaceOptions options;
  options.version = {6, 4, 2};
  options.faults_json = R"([{"kind":"upgrade","version":"6.13.1","nth":2},)"
                        R"({"kind":"upgrade","version":"7.0","nth":3}])";
  Workspace server = workspace(options);
  const HttpRequest golden = move_request(kMonitor, update(kRid, kGuest, kCustomer));
  expect_answer(send(server, golden), 400, failed("error-not-authorized"));
  const Exchange forbidden = send(server, golden);
  EXPECT_EQ(forbidden.response.status, 403);
  EXPECT_EQ(header(forbidden, "x-ratelimit-remaining"), "9");
  EXPECT_EQ(send(server, golden).response.status, 405);
  EXPECT_NE(send(server, info()).response.body.find("\"version\":\"7.0\""), std::string::npos);
  expect_counted(server, FaultKind::upgrade, 2);
}

}  // namespace
}  // namespace room_visitor::standin

// The rate limiter (docs/wire.md section 4).
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

Workspace limited_workspace() { return workspace(WorkspaceOptions{}); }

HttpRequest golden() { return move_request(kAgent, update(kRid, kGuest, kGuest)); }

void use_up(Workspace& server, Millis now) {
  for (int i = 0; i < 10; ++i) EXPECT_NE(send(server, golden(), now).response.status, 429);
}

TEST(Limiter, TenCallsPassAndTheEleventhIsRefused) {
  Workspace server = limited_workspace();
  for (int i = 1; i <= 10; ++i) {
    const Exchange exchange = send(server, golden(), kNow + i);
    EXPECT_EQ(exchange.response.status, 200);
    EXPECT_EQ(header(exchange, "x-ratelimit-limit"), "10");
    EXPECT_EQ(header(exchange, "x-ratelimit-remaining"), std::to_string(10 - i));
    // The window begins with its first call; the time is in milliseconds since the epoch.
    EXPECT_EQ(header(exchange, "x-ratelimit-reset"), "1683038925856");
  }
  const Exchange refused = send(server, golden(), kNow + 1500);
  expect_answer(refused, 429,
                failed("Error, too many requests. Please slow down. You must wait 59 seconds "
                       "before trying this endpoint again. [error-too-many-requests]"));
  EXPECT_EQ(header(refused, "x-ratelimit-remaining"), "0");
  EXPECT_EQ(header(refused, "x-ratelimit-reset"), "1683038925856");
  EXPECT_EQ(header(refused, "x-deprecation-type"), "endpoint-deprecation");
  EXPECT_EQ(refused.delay_ms, 0);
}

TEST(Limiter, RefusedCallsDoNotProlongTheWindow) {
  Workspace server = limited_workspace();
  use_up(server, kNow);
  for (int i = 1; i <= 60; ++i)
    EXPECT_EQ(send(server, golden(), kNow + i * 1000).response.status, 429);
  EXPECT_EQ(send(server, golden(), kNow + 60001).response.status, 200);
}

TEST(Limiter, TheNextWindowBeginsWithTheNextCall) {
  Workspace server = limited_workspace();
  use_up(server, kNow);
  const Exchange later = send(server, golden(), kNow + 90000);
  EXPECT_EQ(header(later, "x-ratelimit-remaining"), "9");
  EXPECT_EQ(header(later, "x-ratelimit-reset"), "1683039015855");
}

TEST(Limiter, CountsEachAddressAndResetsAllOfThemTogether) {
  Workspace server = limited_workspace();
  use_up(server, kNow);
  EXPECT_EQ(server.handle(golden(), "10.0.0.2", kNow + 30000).response.status, 200);
  const Exchange other = server.handle(golden(), "10.0.0.2", kNow + 30000);
  EXPECT_EQ(header(other, "x-ratelimit-remaining"), "8");
  EXPECT_EQ(header(other, "x-ratelimit-reset"), "1683038925855");
  EXPECT_EQ(header(server.handle(golden(), "10.0.0.2", kNow + 60001), "x-ratelimit-remaining"),
            "9");
}

TEST(Limiter, TheRealIpHeaderWinsOverTheSocketAddress) {
  Workspace server = limited_workspace();
  use_up(server, kNow);
  HttpRequest proxied = golden();
  proxied.headers.push_back({"X-Real-IP", "10.0.0.3"});
  EXPECT_EQ(send(server, proxied).response.status, 200);
  proxied.headers.back() = {"X-Forwarded-For", "10.0.0.4"};
  EXPECT_EQ(send(server, proxied).response.status, 429);
}

TEST(Limiter, RoutesAreCountedApart) {
  Workspace server = limited_workspace();
  use_up(server, kNow);
  EXPECT_EQ(header(send(server, request("GET", "/api/v1/me", kAgent)), "x-ratelimit-remaining"),
            "9");
}

TEST(Limiter, UsersAreNotCountedApart) {
  Workspace server = limited_workspace();
  use_up(server, kNow);
  EXPECT_EQ(send(server, move_request(kManager, update(kRid, kGuest, kGuest))).response.status,
            429);
}

TEST(Limiter, WhoMayBypassIsNotCountedAndSeesNoHeaders) {
  Workspace server = limited_workspace();
  for (int i = 0; i < 20; ++i) {
    const Exchange exchange = send(server, move_request(kAdmin, update(kRid, kGuest, kGuest)));
    EXPECT_EQ(exchange.response.status, 200);
    EXPECT_EQ(header(exchange, "x-ratelimit-limit"), "(absent)");
  }
  EXPECT_EQ(header(send(server, golden()), "x-ratelimit-remaining"), "9");
}

TEST(Limiter, FailedAuthenticationIsNotCounted) {
  Workspace server = limited_workspace();
  for (int i = 0; i < 20; ++i) {
    const Exchange exchange = send(server, move_request(kNobody, "{}"));
    EXPECT_EQ(exchange.response.status, 401);
    EXPECT_EQ(header(exchange, "x-ratelimit-limit"), "(absent)");
  }
  EXPECT_EQ(header(send(server, golden()), "x-ratelimit-remaining"), "9");
}

TEST(Limiter, FailedValidationPermissionAndHandlerAreCounted) {
  Workspace server = limited_workspace();
  send(server, move_request(kAgent, "{}"));
  send(server, move_request(kMonitor, update(kRid, kGuest, kGuest)));
  send(server, move_request(kAgent, update(kRid, "x", kGuest)));
  EXPECT_EQ(header(send(server, golden()), "x-ratelimit-remaining"), "6");
}

TEST(Limiter, WhatTheApiDoesNotRouteIsNotCounted) {
  Workspace server = limited_workspace();
  for (int i = 0; i < 20; ++i) {
    send(server, request("OPTIONS", kRoomVisitor, kNobody));
    send(server, request("GET", kRoomVisitor, kNobody));
    send(server, move_request(kAgent, "{"));
    EXPECT_EQ(header(send(server, request("GET", "/api/info", kNobody)), "x-ratelimit-limit"),
              "(absent)");
  }
  EXPECT_EQ(header(send(server, golden()), "x-ratelimit-remaining"), "9");
}

TEST(Limiter, CanBeSwitchedOff) {
  WorkspaceOptions options;
  options.rate_limiter = RateLimiter::off;
  Workspace server = workspace(options);
  for (int i = 0; i < 20; ++i) {
    const Exchange exchange = send(server, golden());
    EXPECT_EQ(exchange.response.status, 200);
    EXPECT_EQ(header(exchange, "x-ratelimit-limit"), "(absent)");
  }
}

TEST(Limiter, AClockThatGoesBackwardsOnlyLengthensTheWait) {
  Workspace server = limited_workspace();
  use_up(server, kNow);
  expect_answer(send(server, golden(), kNow - 60000), 429,
                failed("Error, too many requests. Please slow down. You must wait 120 seconds "
                       "before trying this endpoint again. [error-too-many-requests]"));
}

}  // namespace
}  // namespace room_visitor::standin

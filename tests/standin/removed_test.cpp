// Versions from 7.0 on: the endpoint is gone, and what a client asks instead has changed with the
// routers (docs/wire.md sections 2.2, 3.2, 5, 9 and 10).
#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::pair<int, int> kRemoved[]{{7, 0},  {7, 3}, {7, 4}, {7, 5}, {7, 6},
                                         {7, 11}, {8, 0}, {8, 4}, {8, 5}, {8, 6}};
constexpr std::string_view kCorsOff =
    "CORS not enabled. Go to \"Admin > General > REST Api\" to enable it.";

bool is_since(std::pair<int, int> version, int major, int minor) {
  return version >= std::pair{major, minor};
}

Exchange get(Workspace& server, std::string_view url, Session session) {
  return send(server, request("GET", url, session));
}

Json json_of(const Exchange& exchange) {
  return Json::parse(exchange.response.body, nullptr, false);
}

Workspace cors_workspace(std::pair<int, int> version, std::string origins) {
  WorkspaceOptions options;
  options.version = {version.first, version.second, {}};
  options.cross_origin = CrossOrigin::allowed;
  options.allowed_origins = std::move(origins);
  return workspace(options);
}

HttpRequest from_origin(HttpRequest sent, std::string origin) {
  sent.headers.push_back({"Origin", std::move(origin)});
  return sent;
}

// Section 10: an empty 405 up to 7.5, plain text from 7.6 on, whoever asks.
TEST(Removed, TheOldCallFindsNothing) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    for (const Session session : {kNobody, kAgent, kMonitor}) {
      const Exchange exchange =
          send(server, move_request(session, update(kRid, kGuest, kCustomer)));
      EXPECT_EQ(exchange.delay_ms, 0);
      EXPECT_EQ(header(exchange, "x-deprecation-type"), "(absent)");
      EXPECT_EQ(header(exchange, "access-control-allow-origin"), "*");
      if (is_since(version, 7, 6)) {
        expect_answer(exchange, 404, "404 Not Found");
        EXPECT_EQ(header(exchange, "content-type"), "text/plain; charset=UTF-8");
      } else {
        expect_answer(exchange, 405, "");
        EXPECT_EQ(header(exchange, "allow"), "OPTIONS, GET, HEAD");
        EXPECT_EQ(header(exchange, "content-length"), "0");
        EXPECT_EQ(header(exchange, "content-type"), "(absent)");
      }
    }
  }
}

TEST(Removed, TheOldCallIsNotCounted) {
  for (const auto& version : kRemoved) {
    WorkspaceOptions options;
    options.version = {version.first, version.second, {}};
    Workspace server = workspace(options);
    for (int i = 0; i < 20; ++i) {
      const Exchange exchange = send(server, move_request(kAgent, "{}"));
      EXPECT_NE(exchange.response.status, 429);
      EXPECT_EQ(header(exchange, "x-ratelimit-limit"), "(absent)");
    }
  }
}

TEST(Removed, AnUnreadableBodyIsNoticedOnlyUpTo73) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    EXPECT_EQ(send(server, move_request(kAgent, "{")).response.status,
              is_since(version, 7, 6) ? 404 : (is_since(version, 7, 4) ? 405 : 400));
    EXPECT_EQ(send(server, request("POST", "/api/v1/login", kNobody, "{")).response.status, 400);
  }
}

TEST(Removed, GetOnAnUnknownPathIsTheWebAppUpTo75) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    const Exchange exchange = get(server, kRoomVisitor, kAgent);
    if (is_since(version, 7, 6)) {
      expect_answer(exchange, 404, "404 Not Found");
    } else {
      EXPECT_EQ(exchange.response.status, 200);
      EXPECT_EQ(header(exchange, "content-type"), "text/html; charset=utf-8");
    }
  }
}

TEST(Removed, PathsOutsideOfTheApiStayTheWebApp) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    for (const char* path : {"/", "/home", "/apis"}) {
      EXPECT_EQ(get(server, path, kNobody).response.status, 200);
      EXPECT_EQ(send(server, request("PUT", path, kNobody)).response.status, 405);
    }
  }
}

TEST(Removed, AnotherMethodIsAnUnknownPathFrom74) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    const Exchange exchange = send(server, request("DELETE", "/api/v1/me", kAgent));
    if (is_since(version, 7, 6)) {
      expect_answer(exchange, 404, "404 Not Found");
    } else if (is_since(version, 7, 4)) {
      expect_answer(exchange, 405, "");
      EXPECT_EQ(header(exchange, "allow"), "OPTIONS, GET, HEAD");
    } else {
      expect_answer(exchange, 405, R"({"status":"error","message":"API endpoint does not exist"})");
      EXPECT_EQ(header(exchange, "allow"), "GET, OPTIONS");
    }
  }
}

TEST(Removed, MissingCredentialsHaveANewBodyAndNoDelayFrom74) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    const Exchange exchange = get(server, "/api/v1/me", kNobody);
    if (is_since(version, 7, 4)) {
      expect_answer(exchange, 401,
                    R"({"success":false,"error":"You must be logged in to do this.",)"
                    R"("status":"error","message":"You must be logged in to do this."})");
      EXPECT_EQ(exchange.delay_ms, 0);
    } else {
      expect_answer(exchange, 401,
                    R"({"status":"error","message":"You must be logged in to do this."})");
      EXPECT_GE(exchange.delay_ms, 500);
    }
  }
}

TEST(Removed, LoginSaysSuccessFrom74) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    const Exchange exchange = send(server, request("POST", "/api/v1/login", kNobody,
                                                   R"({"user":"rodriq","password":)"
                                                   R"("rodriq-password"})"));
    EXPECT_EQ(exchange.response.status, 200);
    const Json answer = json_of(exchange);
    EXPECT_EQ(answer["status"], "success");
    EXPECT_EQ(answer["data"]["userId"], kAgent.user_id);
    EXPECT_EQ(exchange.response.body.ends_with(R"(,"success":true})"), is_since(version, 7, 4));
    EXPECT_EQ(answer.contains("success"), is_since(version, 7, 4));
  }
}

TEST(Removed, AWrongPasswordIsNoLongerToldFromAnUnknownUser) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    for (const char* body :
         {R"({"user":"rodriq","password":"x"})", R"({"user":"nobody","password":"x"})"})
      expect_answer(send(server, request("POST", "/api/v1/login", kNobody, body)), 401,
                    is_since(version, 7, 4)
                        ? R"({"success":false,"error":"Unauthorized","status":"error",)"
                          R"("message":"Unauthorized"})"
                        : R"({"status":"error","error":"Unauthorized","message":"Unauthorized"})");
  }
}

TEST(Removed, LogoutAndMeAreAsBefore) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    EXPECT_EQ(json_of(get(server, "/api/v1/me", kAgent))["username"], "rodriq");
    expect_answer(send(server, request("POST", "/api/v1/logout", kAgent)), 200,
                  R"({"status":"success","data":{"message":"You've been logged out!"}})");
    EXPECT_EQ(get(server, "/api/v1/me", kAgent).response.status, 401);
  }
}

TEST(Removed, InfoAlwaysShowsTheVersion) {
  for (const auto& version : kRemoved) {
    WorkspaceOptions options;
    options.version = {version.first, version.second, 1};
    Workspace server = workspace(options);
    const std::string brief = to_text(ServerVersion{version.first, version.second, {}});
    for (const Session session : {kNobody, kAgent}) {
      const Json answer = json_of(get(server, "/api/info", session));
      EXPECT_EQ(answer["version"], brief);
      EXPECT_FALSE(answer.contains("info"));
      EXPECT_TRUE(answer["minimumClientVersions"].is_object());
      EXPECT_EQ(answer["workspaceUrl"], "http://localhost:3000");
      EXPECT_EQ(answer["success"], true);
    }
    const Json whole = json_of(get(server, "/api/info", kAdmin));
    EXPECT_EQ(whole["version"], to_text(options.version));
    EXPECT_EQ(whole["info"]["version"], to_text(options.version));
  }
}

TEST(Removed, TheInsideOfInfoNeedsViewStatistics) {
  WorkspaceOptions options;
  options.version = {8, 6, 1};
  options.seed_json = R"({"permissions":[{"_id":"view-statistics","roles":["livechat-agent"]}]})";
  Workspace server = workspace(options);
  EXPECT_TRUE(json_of(get(server, "/api/info", kAgent)).contains("info"));
  EXPECT_FALSE(json_of(get(server, "/api/info", kAdmin)).contains("info"));
}

TEST(Removed, VisitorsInfoLeavesTheTokenOutFrom85) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    const Exchange exchange =
        get(server, "/api/v1/livechat/visitors.info?visitorId=63d8f20a5be41c7790e6a1f4", kAgent);
    EXPECT_EQ(json_of(exchange)["visitor"]["name"], "Amara Mende");
    EXPECT_EQ(exchange.response.body.find(kCustomerToken) == std::string::npos,
              is_since(version, 8, 5));
  }
}

TEST(Removed, RoomsInfoShowsArchivedRoomsFrom80) {
  for (const auto& version : kRemoved) {
    WorkspaceOptions options;
    options.version = {version.first, version.second, {}};
    options.seed_json =
        R"({"rooms":[{"_id":"old","t":"l","name":"lc","archived":true,"v":{"_id":"x"}}]})";
    Workspace server = workspace(options);
    EXPECT_EQ(get(server, "/api/v1/rooms.info?roomId=old", kAdmin).response.status,
              is_since(version, 8, 0) ? 200 : 400);
    EXPECT_EQ(
        json_of(get(server, "/api/v1/rooms.info?roomId=tcbbSmWSLR5uo5PBW", kAgent))["room"]["_id"],
        kRid);
  }
}

// Section 3.2: parameters before permission up to 7.x, after it from 8.0 on.
TEST(Removed, PermissionComesBeforeTheParametersFrom80) {
  for (const auto& version : kRemoved) {
    WorkspaceOptions options;
    options.version = {version.first, version.second, {}};
    options.seed_json = R"({"permissions":[{"_id":"view-l-room","roles":[]}]})";
    Workspace server = workspace(options);
    const Exchange exchange = get(server, "/api/v1/livechat/visitors.info", kAgent);
    EXPECT_EQ(exchange.response.status, is_since(version, 8, 0) ? 403 : 400);
    EXPECT_EQ(header(exchange, "x-ratelimit-limit"), is_since(version, 8, 0) ? "(absent)" : "10");
  }
}

TEST(Removed, A403IsNotDelayedFrom74) {
  for (const auto& version : kRemoved) {
    WorkspaceOptions options;
    options.version = {version.first, version.second, {}};
    options.seed_json = R"({"permissions":[{"_id":"view-l-room","roles":[]}]})";
    Workspace server = workspace(options);
    const Exchange exchange = get(server, "/api/v1/livechat/visitors.info?visitorId=x", kAgent);
    expect_answer(exchange, 403,
                  failed("User does not have the permissions required for this action "
                         "[error-unauthorized]"));
    EXPECT_EQ(exchange.delay_ms >= 500, !is_since(version, 7, 4));
  }
}

TEST(Removed, TheLimiterHasTheSameNumbers) {
  for (const auto& version : kRemoved) {
    WorkspaceOptions options;
    options.version = {version.first, version.second, {}};
    Workspace server = workspace(options);
    for (int i = 1; i <= 10; ++i)
      EXPECT_EQ(header(get(server, "/api/v1/me", kAgent), "x-ratelimit-remaining"),
                std::to_string(10 - i));
    expect_answer(get(server, "/api/v1/me", kAgent), 429,
                  failed("Error, too many requests. Please slow down. You must wait 60 seconds "
                         "before trying this endpoint again. [error-too-many-requests]"));
  }
}

// Section 5: preflights are answered on known paths up to 7.5, on every path of the API after.
TEST(Removed, PreflightsCoverTheWholeApiFrom76) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    for (const std::string_view path : {kRoomVisitor, std::string_view("/api/v1/me")}) {
      const Exchange exchange =
          send(server, from_origin(request("OPTIONS", path, kNobody), "https://app.example"));
      if (path == kRoomVisitor && !is_since(version, 7, 6)) {
        expect_answer(exchange, 200, "");
        EXPECT_EQ(header(exchange, "allow"), "OPTIONS, GET, HEAD");
      } else {
        expect_answer(exchange, 405, kCorsOff);
      }
    }
  }
}

TEST(Removed, APreflightFromAnUnlistedOriginIsInvalidFrom74) {
  for (const auto& version : kRemoved) {
    Workspace server = cors_workspace(version, "https://one.example");
    const HttpRequest asked = request("OPTIONS", "/api/v1/me", kNobody);
    const Exchange unlisted = send(server, from_origin(asked, "https://two.example"));
    if (is_since(version, 7, 4)) {
      expect_answer(unlisted, 403, "Invalid origin");
    } else {
      expect_answer(unlisted, 200, "");
    }
    EXPECT_EQ(header(unlisted, "access-control-allow-origin"), "(absent)");
    EXPECT_EQ(header(send(server, from_origin(asked, "https://one.example")),
                     "access-control-allow-origin"),
              "https://one.example");
  }
}

TEST(Removed, AnUnlistedOriginIsInvalidForEveryMethodIn74And75) {
  for (const auto& version : kRemoved) {
    Workspace server = cors_workspace(version, "https://one.example");
    const HttpRequest asked = request("GET", "/api/v1/me", kAgent);
    const Exchange unlisted = send(server, from_origin(asked, "https://two.example"));
    if (is_since(version, 7, 4) && !is_since(version, 7, 6)) {
      expect_answer(unlisted, 403, "Invalid origin");
    } else {
      EXPECT_EQ(unlisted.response.status, 200);
    }
    EXPECT_EQ(send(server, from_origin(asked, "https://one.example")).response.status, 200);
    EXPECT_EQ(send(server, asked).response.status, 200);
  }
}

TEST(Removed, AnswersCarryTheStar) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    EXPECT_EQ(header(get(server, "/api/info", kNobody), "access-control-allow-origin"), "*");
  }
}

TEST(Removed, HeadHasNoBody) {
  for (const auto& version : kRemoved) {
    Workspace server = workspace(version.first, version.second);
    const Exchange exchange = send(server, request("HEAD", kRoomVisitor, kNobody));
    expect_answer(exchange, is_since(version, 7, 6) ? 404 : 200, "");
  }
}

}  // namespace
}  // namespace room_visitor::standin

// PUT livechat/room.visitor: the order of its checks, its outcomes by version, and what it changes
// (docs/wire.md sections 3 and 7).
#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::pair<int, int> kVersions[]{{5, 2}, {5, 4}, {6, 0}, {6, 1}, {6, 2},
                                          {6, 3}, {6, 4}, {6, 5}, {6, 13}};

Json room_of(const Exchange& exchange) {
  Json body = Json::parse(exchange.response.body, nullptr, false);
  return body.is_object() ? body["room"] : Json();
}

TEST(RoomVisitor, MovesTheRoomInEveryVersion) {
  for (const auto& [major, minor] : kVersions) {
    Workspace server = workspace(major, minor);
    const Exchange moved = send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)));
    EXPECT_EQ(moved.response.status, 200);
    const Json room = room_of(moved);
    EXPECT_EQ(room["v"]["_id"], kCustomer);
    EXPECT_EQ(room["v"]["username"], "guest-3");
    EXPECT_EQ(room["v"]["token"], kCustomerToken);
  }
}

// Section 7: exactly three members of the visitor, and the time.
TEST(RoomVisitor, LeavesEverythingElseAsItWas) {
  Workspace server = workspace(6, 4);
  const HttpRequest show = request("GET", "/api/v1/rooms.info?roomId=tcbbSmWSLR5uo5PBW", kAgent);
  Json before = room_of(send(server, show));
  const Json after =
      room_of(send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)), kNow));
  before["v"]["_id"] = kCustomer;
  before["v"]["username"] = "guest-3";
  before["v"]["token"] = kCustomerToken;
  before["_updatedAt"] = "2023-05-02T14:47:45.855Z";
  EXPECT_EQ(after.dump(), before.dump());
  EXPECT_EQ(room_of(send(server, show)).dump(), after.dump());
}

TEST(RoomVisitor, LeavesBothVisitorsAsTheyWere) {
  Workspace server = workspace(6, 4);
  const auto show = [&](std::string_view id) {
    return send(server,
                request("GET", std::string("/api/v1/livechat/visitors.info?visitorId=").append(id),
                        kAgent));
  };
  const std::vector<Exchange> before{show(kGuest), show(kCustomer)};
  EXPECT_EQ(before.front().response.status, 200);
  EXPECT_EQ(send(server, move_request(kAgent, update(kRid, kGuest, kCustomer))).response.status,
            200);
  EXPECT_EQ((std::vector<Exchange>{show(kGuest), show(kCustomer)}), before);
}

TEST(RoomVisitor, OldTokenNoLongerOpensTheRoomAndTheNewOneDoes) {
  Workspace server = workspace(6, 4);
  const auto open = [&](std::string_view token) {
    return send(
        server,
        request("GET",
                std::string("/api/v1/livechat/room?rid=tcbbSmWSLR5uo5PBW&token=").append(token),
                kNobody));
  };
  EXPECT_EQ(open(kGuestToken).response.status, 200);
  expect_answer(open(kCustomerToken), 400, failed("invalid-room"));
  send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)));
  EXPECT_EQ(open(kCustomerToken).response.status, 200);
  expect_answer(open(kGuestToken), 400, failed("invalid-room"));
}

TEST(RoomVisitor, ARepeatedMoveLooksLikeAWrongOldVisitor) {
  Workspace server = workspace(6, 4);
  const HttpRequest moved = move_request(kAgent, update(kRid, kGuest, kCustomer));
  EXPECT_EQ(send(server, moved).response.status, 200);
  expect_answer(send(server, moved), 400, failed("invalid-room-visitor"));
}

TEST(RoomVisitor, OldEqualToNewSucceedsAndMovesOnlyTheTime) {
  Workspace server = workspace(6, 4);
  const Json room = room_of(send(server, move_request(kAgent, update(kRid, kGuest, kGuest))));
  EXPECT_EQ(room["v"]["_id"], kGuest);
  EXPECT_EQ(room["_updatedAt"], "2023-05-02T14:47:45.855Z");
}

TEST(RoomVisitor, AClosedRoomCanBeMovedByWhoMayAccessIt) {
  Workspace server = workspace(6, 4);
  EXPECT_EQ(
      send(server, move_request(kAdmin, update(kClosedRid, kCustomer, kGuest))).response.status,
      200);
}

// Steps a to c: each later fault is reported only if the earlier ones are absent.
TEST(RoomVisitor, ReportsTheFirstOfSeveralFaults) {
  for (const auto& [major, minor] : kVersions) {
    Workspace server = workspace(major, minor);
    expect_answer(send(server, move_request(kAgent, update("none", "none", "none"))), 400,
                  failed("visitor-not-found"));
    expect_answer(send(server, move_request(kAgent, update("none", "none", kCustomer))), 400,
                  failed("invalid-room"));
    expect_answer(send(server, move_request(kAgent, update(kRid, "none", kCustomer))), 400,
                  failed("invalid-room-visitor"));
  }
}

TEST(RoomVisitor, ARoomOfAnotherKindIsUnknownUpTo61AndForeignFrom62) {
  for (const auto& [major, minor] : kVersions) {
    Workspace server = workspace(major, minor);
    const bool finds_every_type = major == 6 && minor >= 2;
    expect_answer(send(server, move_request(kAdmin, update("GENERAL", kGuest, kCustomer))), 400,
                  failed(finds_every_type ? "invalid-room-visitor" : "invalid-room"));
  }
}

// Section 7, the trap of 6.2 to 6.13: a voice room matches, and the update does not.
TEST(RoomVisitor, AVoiceRoomAnswersSuccessUnchangedFrom62) {
  WorkspaceOptions options;
  options.seed_json = R"({"rooms":[{"_id":"voice","t":"v","v":{"_id":"6425bb86c29657e5b3ba26b2"},
    "_updatedAt":"2023-01-01T00:00:00.000Z"}],
    "subscriptions":[{"_id":"s","rid":"voice","u":{"_id":"rYhzFRd2QZjNwAAXX"}}],
    "permissions":[{"_id":"view-v-room","roles":["user"]}]})";
  options.version = {6, 1, {}};
  Workspace old_server = workspace(options);
  expect_answer(send(old_server, move_request(kAgent, update("voice", kGuest, kCustomer))), 400,
                failed("invalid-room"));
  options.version = {6, 2, {}};
  Workspace server = workspace(options);
  expect_answer(send(server, move_request(kAgent, update("voice", kGuest, kCustomer))), 200,
                R"({"room":{"_id":"voice","t":"v","v":{"_id":"6425bb86c29657e5b3ba26b2"},)"
                R"("_updatedAt":"2023-01-01T00:00:00.000Z"},"success":true})");
}

TEST(RoomVisitor, ADisabledVisitorIsUnknownFrom65) {
  for (const auto& [major, minor] : kVersions) {
    Workspace server = workspace(major, minor);
    const Exchange moved = send(server, move_request(kAgent, update(kRid, kGuest, kDisabled)));
    if (major == 6 && minor >= 5) {
      expect_answer(moved, 400, failed("visitor-not-found"));
    } else {
      EXPECT_EQ(moved.response.status, 200);
    }
  }
}

// Section 3.3: a monitor may view, not change. Up to 6.4 that is found inside, after steps a to c.
TEST(RoomVisitor, AMonitorIsRefusedInsideUpTo64AndOnTheRouteFrom65) {
  for (const auto& [major, minor] : kVersions) {
    Workspace server = workspace(major, minor);
    const Exchange moved = send(server, move_request(kMonitor, update(kRid, kGuest, kCustomer)));
    const Exchange wrong_old = send(server, move_request(kMonitor, update(kRid, "x", kCustomer)));
    if (major == 6 && minor >= 5) {
      const auto text = failed(
          "User does not have the permissions required for this action [error-unauthorized]");
      expect_answer(moved, 403, text);
      expect_answer(wrong_old, 403, text);
    } else {
      expect_answer(moved, 400, failed("error-not-authorized"));
      expect_answer(wrong_old, 400, failed("invalid-room-visitor"));
    }
  }
}

TEST(RoomVisitor, ViewRoomIsAskedOnTheRouteUpTo64AndNotAtAllFrom65) {
  for (const auto& [major, minor] : kVersions) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.seed_json =
        R"({"permissions":[{"_id":"view-l-room","roles":[]},
            {"_id":"view-joined-room","roles":["user"]}]})";
    Workspace server = workspace(options);
    const Exchange moved = send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)));
    if (major == 6 && minor >= 5) {
      EXPECT_EQ(moved.response.status, 200);
    } else {
      expect_answer(moved, 403,
                    failed("User does not have the permissions required for this action "
                           "[error-unauthorized]"));
    }
  }
}

TEST(RoomVisitor, ValidationComesBeforePermission) {
  Workspace server = workspace(6, 5);
  expect_answer(send(server, move_request(kMonitor, "{}")), 400,
                invalid_params("must have required property 'rid'"));
}

TEST(RoomVisitor, CredentialsComeBeforeValidation) {
  Workspace server = workspace(6, 4);
  expect_answer(send(server, move_request(kNobody, "{}")), 401,
                R"({"status":"error","message":"You must be logged in to do this."})");
}

// Section 3.4. In 5.2–6.1 and from 6.5 the check sees a projection of the room.
TEST(RoomVisitor, ServingWithoutASubscriptionIsAccessOnlyWhereTheWholeRoomIsSeen) {
  for (const auto& [major, minor] : kVersions) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.seed_json =
        R"({"subscriptions":[{"_id":"dH5mXo7sKcTq2ZpFy","rid":"elsewhere","u":{"_id":"x"}}]})";
    Workspace server = workspace(options);
    const Exchange moved = send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)));
    if (major == 6 && minor >= 2 && minor <= 4) {
      EXPECT_EQ(moved.response.status, 200);
    } else {
      expect_answer(moved, 400, failed("error-not-allowed"));
    }
  }
}

TEST(RoomVisitor, WhoMayViewLivechatRoomsMayMoveEveryOpenOne) {
  constexpr std::string_view kNoRoles =
      R"({"permissions": [{"_id": "view-livechat-rooms", "roles": []}]})";
  for (const std::string_view seed : {std::string_view(), kNoRoles}) {
    WorkspaceOptions options;
    options.version = {6, 4, {}};
    options.seed_json = seed;
    Workspace server = workspace(options);
    const Exchange exchange = send(server, move_request(kManager, update(kRid, kGuest, kCustomer)));
    EXPECT_EQ(exchange.response.status, seed.empty() ? 200 : 400);
    if (!seed.empty()) {
      EXPECT_EQ(exchange.response.body, failed("error-not-allowed"));
    }
  }
}

TEST(RoomVisitor, AProjectedRoomCountsAsClosed) {
  for (const auto& [major, minor] : kVersions) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.seed_json = R"({
      "rooms":[{"_id":"other","t":"l","open":true,"v":{"_id":"6425bb86c29657e5b3ba26b2"}}],
      "permissions":[{"_id":"view-livechat-room-closed-by-another-agent",
                      "roles":["livechat-agent"]}]})";
    Workspace server = workspace(options);
    const Exchange moved = send(server, move_request(kAgent, update("other", kGuest, kCustomer)));
    EXPECT_EQ(moved.response.status, major == 6 && minor >= 2 && minor <= 4 ? 400 : 200);
  }
}

TEST(RoomVisitor, AnAgentMayMoveAQueuedRoomThatRoutingPreviews) {
  WorkspaceOptions options;
  options.seed_json = R"({
    "settings":{"Livechat_Routing_Method":"Manual_Selection"},
    "rooms":[{"_id":"queued","t":"l","open":true,"v":{"_id":"6425bb86c29657e5b3ba26b2"}},
             {"_id":"sales","t":"l","open":true,"v":{"_id":"6425bb86c29657e5b3ba26b2"}},
             {"_id":"support","t":"l","open":true,"v":{"_id":"6425bb86c29657e5b3ba26b2"}}],
    "inquiries":[{"_id":"a","rid":"queued","status":"queued"},
                 {"_id":"b","rid":"sales","status":"queued","department":"elsewhere"},
                 {"_id":"c","rid":"support","status":"queued",
                  "department":"64253f1b7a6d9c0e81b2c3d4"}]})";
  Workspace server = workspace(options);
  const auto status = [&](std::string_view rid) {
    return send(server, move_request(kAgent, update(rid, kGuest, kCustomer))).response.status;
  };
  EXPECT_EQ(status("queued"), 200);
  EXPECT_EQ(status("sales"), 400);
  EXPECT_EQ(status("support"), 200);
}

TEST(RoomVisitor, AClosedRoomOfTheAgentsDepartmentNeedsItsPermission) {
  for (const std::string_view roles : {"[]", R"(["livechat-agent"])"}) {
    WorkspaceOptions options;
    options.seed_json = std::string(R"({"rooms":[{"_id":"done","t":"l",
        "departmentId":"64253f1b7a6d9c0e81b2c3d4","v":{"_id":"6425bb86c29657e5b3ba26b2"}}],
        "permissions":[{"_id":"view-livechat-room-closed-same-department","roles":)")
                            .append(roles)
                            .append("}]}");
    Workspace server = workspace(options);
    EXPECT_EQ(send(server, move_request(kAgent, update("done", kGuest, kCustomer))).response.status,
              roles == "[]" ? 400 : 200);
  }
}

TEST(RoomVisitor, ARoomWithoutAVisitorBelongsToNobody) {
  WorkspaceOptions options;
  options.seed_json = R"({"rooms":[{"_id":"bare","t":"l"}]})";
  Workspace server = workspace(options);
  expect_answer(send(server, move_request(kAdmin, update("bare", "", kCustomer))), 400,
                failed("invalid-room-visitor"));
}

// Section 6.
TEST(RoomVisitor, DevelopmentModeWarnsInTheBodyUpTo62) {
  for (const auto& [minor, text] : {std::pair{2, "after version 6.0"}, {4, "after version 6.0"}}) {
    WorkspaceOptions options;
    options.version = {5, minor, {}};
    options.mode = ServerMode::development;
    Workspace server = workspace(options);
    const std::string body =
        send(server, move_request(kAgent, update(kRid, kGuest, kGuest))).response.body;
    EXPECT_TRUE(
        body.starts_with("{\n  \"warning\": \"The endpoint \\\"livechat/room.visitor\\\" is "
                         "deprecated and will be removed " +
                         std::string(text) + "\",\n  \"room\": {"))
        << body.substr(0, 200);
  }
  for (const int minor : {0, 2, 3}) {
    WorkspaceOptions options;
    options.version = {6, minor, {}};
    options.mode = ServerMode::development;
    Workspace server = workspace(options);
    const std::string body =
        send(server, move_request(kAgent, update(kRid, kGuest, kGuest))).response.body;
    EXPECT_EQ(body.find("will be removed on version 6.0") != std::string::npos, minor != 3);
  }
}

TEST(RoomVisitor, DeprecationHeadersStandOnEverythingAfterAuthenticationFrom63) {
  for (const auto& [major, minor] : kVersions) {
    Workspace server = workspace(major, minor);
    const bool present = major == 6 && minor >= 3;
    for (const auto& exchange :
         {send(server, move_request(kAgent, update(kRid, kGuest, kGuest))),
          send(server, move_request(kAgent, "{}")),
          send(server, move_request(kMonitor, update(kRid, kGuest, kGuest)))}) {
      EXPECT_EQ(header(exchange, "x-deprecation-type"),
                present ? "endpoint-deprecation" : "(absent)");
      EXPECT_EQ(header(exchange, "x-deprecation-version"), present ? "7.0.0" : "(absent)");
      EXPECT_EQ(header(exchange, "x-deprecation-message"),
                present ? "The endpoint \"/api/v1/livechat/room.visitor\" is deprecated and will "
                          "be removed on version 7.0.0"
                        : "(absent)");
    }
    EXPECT_EQ(header(send(server, move_request(kNobody, "{}")), "x-deprecation-type"), "(absent)");
    EXPECT_EQ(header(send(server, request("GET", "/api/v1/me", kAgent)), "x-deprecation-type"),
              "(absent)");
  }
}

TEST(RoomVisitor, ForbiddenDeprecatedRoutesFailFrom63) {
  WorkspaceOptions options;
  options.deprecated_routes = DeprecatedRoutes::refused;
  Workspace server = workspace(options);
  expect_answer(send(server, move_request(kAgent, update(kRid, kGuest, kGuest))), 400,
                failed("The endpoint \\\"/api/v1/livechat/room.visitor\\\" is deprecated and will "
                       "be removed on version 7.0.0"));
  options.version = {6, 2, {}};
  Workspace older = workspace(options);
  EXPECT_EQ(send(older, move_request(kAgent, update(kRid, kGuest, kGuest))).response.status, 200);
}

}  // namespace
}  // namespace room_visitor::standin

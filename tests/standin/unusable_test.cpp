// Versions before 5.2, on which no room was ever moved: 3.5 without the endpoint, 3.6 to 5.1 with
// one that always refuses (docs/wire.md sections 1.2, 2.2, 2.3, 3.1, 3.3, 5 and 9).
#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::pair<int, int> kBroken[]{{3, 6}, {3, 11}, {3, 12}, {3, 17}, {4, 0},
                                        {4, 4}, {4, 8},  {5, 0},  {5, 1}};
constexpr std::string_view kSilent = R"({"success":false})";
constexpr std::string_view kForbidden =
    R"({"success":false,"error":"User does not have the permissions required for this action )"
    R"([error-unauthorized]"})";

Exchange get(Workspace& server, std::string_view url, Session session) {
  return send(server, request("GET", url, session));
}

std::string written_out(std::string_view code) {
  return std::string(R"({"isClientSafe":true,"error":")")
      .append(code)
      .append(R"(","message":"[)")
      .append(code)
      .append(R"(]","errorType":"Meteor.Error","success":false})");
}

std::string check_failure(std::string_view message, std::string_view path) {
  return std::string(R"({"message":"Match error: )")
      .append(message)
      .append(R"(","path":")")
      .append(path)
      .append(R"(","sanitizedError":{"isClientSafe":true,"error":400,"reason":"Match failed",)"
              R"("message":"Match failed [400]","errorType":"Meteor.Error"},)"
              R"("errorType":"Match.Error","success":false})");
}

void expect_page(const Exchange& exchange) {
  EXPECT_EQ(exchange.response.status, 200);
  EXPECT_EQ(header(exchange, "content-type"), "text/html; charset=utf-8");
  EXPECT_TRUE(exchange.response.body.starts_with("<!DOCTYPE html>"));
}

TEST(Unusable, Before36TheEndpointIsAPathOfTheWebApp) {
  Workspace server = workspace(3, 5);
  for (const Session session : {kNobody, kAgent})
    expect_page(send(server, move_request(session, update(kRid, kGuest, kCustomer))));
  EXPECT_EQ(get(server, "/api/v1/me", kAgent).response.status, 200);
}

// Section 2.2: the web app's page for every method up to 4.3, an empty 405 from 4.4 on.
TEST(Unusable, AnUnknownPathIsAPageForEveryMethodUpTo43) {
  for (const auto& [major, minor] : kBroken) {
    Workspace server = workspace(major, minor);
    const bool is_page = major == 3 || (major == 4 && minor < 4);
    for (const char* method : {"PUT", "POST", "DELETE"}) {
      const Exchange exchange = send(server, request(method, "/api/v1/no.such", kAgent));
      if (is_page) {
        expect_page(exchange);
      } else {
        expect_answer(exchange, 405, "");
        EXPECT_EQ(header(exchange, "allow"), "OPTIONS, GET, HEAD");
      }
    }
    expect_page(get(server, "/api/v1/no.such", kAgent));
    expect_answer(send(server, request("HEAD", "/api/v1/no.such", kAgent)), 200, "");
  }
}

TEST(Unusable, TheRightUpdateIsRefusedAndChangesNothing) {
  for (const auto& [major, minor] : kBroken) {
    Workspace server = workspace(major, minor);
    const std::string show = std::string("/api/v1/rooms.info?roomId=").append(kRid);
    const std::string before = get(server, show, kAgent).response.body;
    for (const std::string_view old_visitor : {kGuest, std::string_view("none")})
      expect_answer(send(server, move_request(kAgent, update(kRid, old_visitor, kCustomer))), 400,
                    written_out("invalid-room-visitor"));
    EXPECT_EQ(get(server, show, kAgent).response.body, before);
  }
}

struct Refusal {
  const char* name;
  std::string body;
  std::string answer;
};

// Section 1.2: nothing is converted; the first finding in the order of the body comes first.
TEST(Unusable, TheBodyIsCheckedExactly) {
  const Refusal cases[]{
      {"nothing", "", check_failure("Missing key 'rid'", "")},
      {"empty object", "{}", check_failure("Missing key 'rid'", "")},
      {"no oldVisitorId", R"({"rid":"a","newVisitorId":"b"})",
       check_failure("Missing key 'oldVisitorId'", "")},
      {"no newVisitorId", R"({"oldVisitorId":"a","rid":"b"})",
       check_failure("Missing key 'newVisitorId'", "")},
      {"a number", R"({"rid":12,"oldVisitorId":"a","newVisitorId":"b"})",
       check_failure("Expected string, got number in field rid", "rid")},
      {"a boolean", R"({"rid":"a","oldVisitorId":true,"newVisitorId":"b"})",
       check_failure("Expected string, got boolean in field oldVisitorId", "oldVisitorId")},
      {"null", R"({"rid":"a","oldVisitorId":"b","newVisitorId":null})",
       check_failure("Expected string, got null in field newVisitorId", "newVisitorId")},
      {"a list", R"({"rid":["a"],"oldVisitorId":"a","newVisitorId":"b"})",
       check_failure("Expected string, got object in field rid", "rid")},
      {"an object", R"({"rid":{},"oldVisitorId":"a","newVisitorId":"b"})",
       check_failure("Expected string, got object in field rid", "rid")},
      {"another key", R"({"rid":"a","oldVisitorId":"a","newVisitorId":"b","x":1})",
       check_failure("Unknown key in field x", "x")},
      {"the misspelling before what it misses", R"({"newvisitorId":"a"})",
       check_failure("Unknown key in field newvisitorId", "newvisitorId")},
      {"a type before another key", R"({"rid":1,"x":1})",
       check_failure("Expected string, got number in field rid", "rid")},
      {"a list as body", "[]", check_failure("Expected plain object", "")},
  };
  for (const Refusal& row : cases) {
    for (const auto& [major, minor] : kBroken) {
      SCOPED_TRACE(row.name);
      Workspace server = workspace(major, minor);
      expect_answer(send(server, move_request(kAgent, row.body)), 400, row.answer);
    }
  }
}

// Section 2.3: of a plain error nothing but `success` is left.
TEST(Unusable, AnUnknownVisitorIsRefusedWithoutText) {
  for (const auto& [major, minor] : kBroken) {
    Workspace server = workspace(major, minor);
    expect_answer(send(server, move_request(kAgent, update(kRid, kGuest, "none"))), 400, kSilent);
  }
}

TEST(Unusable, AnUnknownRoomAndOneOfAnotherKindAreInvalid) {
  for (const auto& [major, minor] : kBroken) {
    Workspace server = workspace(major, minor);
    for (const std::string_view rid : {"none", "GENERAL"})
      expect_answer(send(server, move_request(kAdmin, update(rid, kGuest, kCustomer))), 400,
                    written_out("invalid-room"));
  }
}

// Sections 3.1 and 3.3: view-l-room inside and after the body up to 5.0, on the route and before
// it in 5.1. The second permission is never reached.
TEST(Unusable, ViewRoomIsAskedInsideUpTo50AndOnTheRouteIn51) {
  for (const auto& [major, minor] : kBroken) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.seed_json = R"({"permissions":[{"_id":"view-l-room","roles":[]},
        {"_id":"change-livechat-room-visitor","roles":[]}]})";
    Workspace server = workspace(options);
    const Exchange moved = send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)));
    const Exchange unchecked = send(server, move_request(kAgent, "{}"));
    if (major == 5 && minor == 1) {
      expect_answer(moved, 403, kForbidden);
      expect_answer(unchecked, 403, kForbidden);
      EXPECT_GE(moved.delay_ms, 500);
    } else {
      expect_answer(moved, 400, kSilent);
      expect_answer(unchecked, 400, check_failure("Missing key 'rid'", ""));
    }
  }
}

TEST(Unusable, TheOtherPermissionIsNeverReached) {
  for (const auto& [major, minor] : kBroken) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.seed_json = R"({"permissions":[{"_id":"change-livechat-room-visitor","roles":[]}]})";
    Workspace server = workspace(options);
    expect_answer(send(server, move_request(kAgent, update(kRid, kGuest, kCustomer))), 400,
                  written_out("invalid-room-visitor"));
  }
}

TEST(Unusable, MonitorsMayViewRoomsFrom316) {
  for (const auto& [major, minor] : {std::pair{3, 15}, {3, 16}}) {
    Workspace server = workspace(major, minor);
    expect_answer(send(server, move_request(kMonitor, update(kRid, kGuest, kCustomer))), 400,
                  minor == 15 ? std::string(kSilent) : written_out("invalid-room-visitor"));
  }
}

TEST(Unusable, CredentialsComeFirstAndUnreadableBodiesBeforeThem) {
  for (const auto& [major, minor] : kBroken) {
    Workspace server = workspace(major, minor);
    const Exchange refused = send(server, move_request(kNobody, "{}"));
    expect_answer(refused, 401,
                  R"({"status":"error","message":"You must be logged in to do this."})");
    EXPECT_GE(refused.delay_ms, 500);
    EXPECT_EQ(send(server, move_request(kNobody, "{")).response.status, 400);
  }
}

TEST(Unusable, CallsAreCountedBeforeTheBodyIsChecked) {
  for (const int minor : {0, 1}) {
    WorkspaceOptions options;
    options.version = {5, minor, {}};
    Workspace server = workspace(options);
    for (int i = 0; i < 10; ++i)
      EXPECT_EQ(send(server, move_request(kAgent, "{}")).response.status, 400);
    EXPECT_EQ(send(server, move_request(kAgent, "{}")).response.status, 429);
  }
}

TEST(Unusable, NothingIsSaidOfDeprecation) {
  for (const auto& [major, minor] : kBroken) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.mode = ServerMode::development;
    options.deprecated_routes = DeprecatedRoutes::refused;
    Workspace server = workspace(options);
    const Exchange refused = send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)));
    EXPECT_EQ(header(refused, "x-deprecation-type"), "(absent)");
    EXPECT_EQ(refused.response.body.find("deprecated"), std::string::npos);
  }
}

// Section 5.
TEST(Unusable, APreflightUpTo311NamesAMethodAndEchoesTheSetting) {
  for (const auto& [minor, echoed] : {std::pair{6, "https://One.example, x"}, {11, "*"}}) {
    WorkspaceOptions options;
    options.version = {3, minor, {}};
    options.cross_origin = CrossOrigin::allowed;
    options.allowed_origins = echoed;
    Workspace server = workspace(options);
    HttpRequest sent = request("OPTIONS", kRoomVisitor, kNobody);
    sent.headers = {{"Origin", "https://app.example"}};
    const Exchange without = send(server, sent);
    expect_answer(without, 404, "");
    EXPECT_EQ(header(without, "access-control-allow-origin"), "(absent)");
    sent.headers.push_back({"Access-Control-Request-Method", "PUT"});
    const Exchange allowed = send(server, sent);
    expect_answer(allowed, 200, "");
    EXPECT_EQ(header(allowed, "access-control-allow-origin"), echoed);
    EXPECT_EQ(header(allowed, "access-control-allow-methods"),
              "GET, POST, PUT, DELETE, HEAD, PATCH");
    EXPECT_EQ(header(allowed, "vary"), "(absent)");
  }
}

TEST(Unusable, APreflightIsRefusedWhereCorsIsOff) {
  for (const auto& [major, minor] : kBroken) {
    Workspace server = workspace(major, minor);
    HttpRequest sent = request("OPTIONS", kRoomVisitor, kNobody);
    sent.headers = {{"Origin", "https://app.example"}, {"Access-Control-Request-Method", "PUT"}};
    expect_answer(send(server, sent), 405,
                  "CORS not enabled. Go to \"Admin > General > REST Api\" to enable it.");
  }
}

TEST(Unusable, AnswersUpTo311HaveCorsHeadersOnlyIfItIsOn) {
  for (const auto& [minor, is_on] : {std::pair{11, false}, {11, true}, {12, false}}) {
    WorkspaceOptions options;
    options.version = {3, minor, {}};
    if (is_on) options.cross_origin = CrossOrigin::allowed;
    Workspace server = workspace(options);
    const bool present = is_on || minor == 12;
    const Exchange info = get(server, "/api/info", kNobody);
    EXPECT_EQ(header(info, "access-control-allow-origin"), present ? "*" : "(absent)");
    EXPECT_EQ(header(info, "access-control-allow-headers"),
              present ? "Origin, X-Requested-With, Content-Type, Accept, X-User-Id, X-Auth-Token"
                      : "(absent)");
  }
}

// Section 9.
TEST(Unusable, Info3ShowsTheWholeVersionToEverybody) {
  for (const Session session : {kNobody, kAgent}) {
    WorkspaceOptions options;
    options.version = {3, 18, 7};
    Workspace server = workspace(options);
    expect_answer(get(server, "/api/info", session), 200, R"({"version":"3.18.7","success":true})");
  }
  Workspace without_patch = workspace(3, 6);
  expect_answer(get(without_patch, "/api/info", kNobody), 200,
                R"({"version":"3.6.0","success":true})");
}

TEST(Unusable, InfoShowsMajorAndMinorFrom40) {
  WorkspaceOptions options;
  options.version = {4, 0, 5};
  Workspace server = workspace(options);
  expect_answer(get(server, "/api/info", kNobody), 200, R"({"version":"4.0","success":true})");
}

// The role admin up to 4.5, the permission get-server-info from 4.6 on.
TEST(Unusable, WhoSeesTheInsideOfInfoDependsOnTheRoleUpTo45) {
  for (const auto& [major, minor] : {std::pair{3, 6}, {4, 0}, {4, 5}, {4, 6}, {5, 1}}) {
    WorkspaceOptions options;
    options.version = {major, minor, 3};
    options.seed_json = R"({"permissions":[{"_id":"get-server-info","roles":["livechat-agent"]}]})";
    Workspace server = workspace(options);
    const bool by_role = major == 3 || (major == 4 && minor < 6);
    const Json admin = Json::parse(get(server, "/api/info", kAdmin).response.body, nullptr, false);
    const Json agent = Json::parse(get(server, "/api/info", kAgent).response.body, nullptr, false);
    const Json& inside = by_role ? admin : agent;
    EXPECT_EQ(inside["info"]["version"], to_text(options.version));
    EXPECT_FALSE(inside.contains("version"));
    EXPECT_FALSE((by_role ? agent : admin).contains("info"));
  }
}

// visitors.info does not catch its errors, so their texts arrive; the permission is inside.
TEST(Unusable, VisitorsInfoAsksInsideUpTo50) {
  for (const auto& [major, minor] : kBroken) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.seed_json = R"({"permissions":[{"_id":"view-l-room","roles":["livechat-manager"]}]})";
    Workspace server = workspace(options);
    const std::string_view known =
        "/api/v1/livechat/visitors.info?visitorId=63d8f20a5be41c7790e6a1f4";
    EXPECT_EQ(get(server, known, kManager).response.status, 200);
    const bool on_route = major == 5 && minor == 1;
    expect_answer(get(server, known, kAgent), on_route ? 403 : 400,
                  on_route ? std::string(kForbidden) : failed("error-not-authorized"));
    expect_answer(get(server, "/api/v1/livechat/visitors.info", kManager), 400,
                  failed("Match error: Missing key 'visitorId'"));
    expect_answer(get(server, "/api/v1/livechat/visitors.info?visitorId=a&x=b", kManager), 400,
                  failed("Match error: Unknown key in field x"));
    expect_answer(get(server, "/api/v1/livechat/visitors.info?visitorId=none", kManager), 400,
                  failed("visitor-not-found"));
  }
}

TEST(Unusable, LivechatRoomWritesItsErrorsOut) {
  for (const auto& [major, minor] : kBroken) {
    WorkspaceOptions options;
    options.version = {major, minor, {}};
    options.seed_json = R"({"users":[{"_id":"rYhzFRd2QZjNwAAXX","username":"rodriq",
      "roles":["livechat-agent"],"status":"offline","statusLivechat":"available"}]})";
    Workspace server = workspace(options);
    expect_answer(get(server, "/api/v1/livechat/room?token=none", kNobody), 400,
                  written_out("invalid-token"));
    expect_answer(get(server, "/api/v1/livechat/room", kNobody), 400,
                  check_failure("Missing key 'token'", ""));
    expect_answer(get(server, "/api/v1/livechat/room?token[]=a", kNobody), 400,
                  check_failure("Expected string, got object in field token", "token"));
    expect_answer(
        get(server, std::string("/api/v1/livechat/room?token=").append(kCustomerToken), kNobody),
        400,
        R"({"isClientSafe":true,"error":"no-agent-online","reason":"Sorry, no online agents",)"
        R"("message":"Sorry, no online agents [no-agent-online]","errorType":"Meteor.Error",)"
        R"("success":false})");
    expect_answer(
        send(server,
             request("POST", "/api/v1/livechat/visitor", kNobody, R"({"visitor":{"token":[]}})")),
        400, check_failure("Expected string, got object in field visitor.token", "visitor.token"));
  }
}

TEST(Unusable, CallersChooseTheIdOfANewRoomUpTo316) {
  const auto open = [](Workspace& server, std::string_view rid, std::string_view token) {
    return get(
        server,
        std::string("/api/v1/livechat/room?rid=").append(rid).append("&token=").append(token),
        kNobody);
  };
  Workspace older = workspace(3, 16);
  const Json created =
      Json::parse(open(older, "mine", kCustomerToken).response.body, nullptr, false);
  EXPECT_EQ(created["room"]["_id"], "mine");
  EXPECT_EQ(created["newRoom"], true);
  expect_answer(open(older, kRid, kCustomerToken), 400, written_out("cannot-access-room"));
  const Json instead =
      Json::parse(open(older, kClosedRid, kCustomerToken).response.body, nullptr, false);
  EXPECT_EQ(instead["newRoom"], true);
  EXPECT_EQ(instead["room"]["_id"].get<std::string>().size(), 17U);
  EXPECT_NE(instead["room"]["_id"], kClosedRid);
  Workspace newer = workspace(3, 17);
  expect_answer(open(newer, "mine", kCustomerToken), 400, written_out("invalid-room"));
  EXPECT_EQ(open(newer, kRid, kGuestToken).response.status, 200);
}

}  // namespace
}  // namespace room_visitor::standin

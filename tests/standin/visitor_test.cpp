// rooms.info, livechat/room, livechat/visitor and livechat/visitors.info (docs/wire.md section 9).
#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Exchange& exchange) {
  return Json::parse(exchange.response.body, nullptr, false);
}

Exchange get(Workspace& server, std::string_view url, Session session) {
  return send(server, request("GET", url, session));
}

Exchange post_visitor(Workspace& server, std::string body) {
  return send(server, request("POST", "/api/v1/livechat/visitor", kNobody, std::move(body)));
}

TEST(RoomsInfo, ShowsTheWholeRoomByIdOrName) {
  Workspace server = workspace(6, 4);
  const Json answer = json_of(get(server, "/api/v1/rooms.info?roomId=tcbbSmWSLR5uo5PBW", kAgent));
  EXPECT_EQ(answer["room"]["_updatedAt"], "2023-03-30T16:58:12.032Z");
  EXPECT_EQ(answer["room"]["v"]["token"], kGuestToken);
  EXPECT_EQ(answer["success"], true);
  EXPECT_EQ(json_of(get(server, "/api/v1/rooms.info?roomName=general", kAgent))["room"]["_id"],
            "GENERAL");
}

TEST(RoomsInfo, SaysWhatIsWrong) {
  Workspace server = workspace(6, 4);
  expect_answer(get(server, "/api/v1/rooms.info", kAgent), 400,
                R"({"success":false,"error":"The parameter \"roomId\" or \"roomName\" is required )"
                R"([error-roomid-param-not-provided]","errorType":)"
                R"("error-roomid-param-not-provided"})");
  for (const char* query : {"roomId=none", "roomName=none", "roomId=a&roomId=b", "roomId[x]=a"})
    expect_answer(
        get(server, std::string("/api/v1/rooms.info?").append(query), kAgent), 400,
        R"({"success":false,"error":"The required \"roomId\" or \"roomName\" param provided does )"
        R"(not match any channel [error-room-not-found]","errorType":"error-room-not-found"})");
}

TEST(RoomsInfo, NeedsAccessToTheRoom) {
  WorkspaceOptions options;
  options.seed_json = R"({"rooms":[{"_id":"other","t":"l","open":true,"v":{"_id":"x"}}]})";
  Workspace server = workspace(options);
  expect_answer(get(server, "/api/v1/rooms.info?roomId=other", kAgent), 400,
                R"({"success":false,"error":"not-allowed","errorType":"Not Allowed"})");
  EXPECT_EQ(get(server, "/api/v1/rooms.info?roomId=other", kMonitor).response.status, 200);
  // The agent who served a closed room reads it, though the subscription is gone.
  EXPECT_EQ(get(server, "/api/v1/rooms.info?roomId=q7WnZ4kYtB9sRmE3c", kAgent).response.status,
            200);
}

TEST(RoomsInfo, DoesNotNeedThePermissionToViewLivechats) {
  WorkspaceOptions options;
  options.seed_json = R"({"permissions":[{"_id":"view-l-room","roles":[]}]})";
  Workspace server = workspace(options);
  EXPECT_EQ(get(server, "/api/v1/rooms.info?roomId=tcbbSmWSLR5uo5PBW", kAgent).response.status,
            200);
}

TEST(RoomsInfo, AnArchivedRoomIsNotShown) {
  WorkspaceOptions options;
  options.seed_json =
      R"({"rooms":[{"_id":"old","t":"l","name":"lc","archived":true,"v":{"_id":"x"}}]})";
  Workspace server = workspace(options);
  expect_answer(get(server, "/api/v1/rooms.info?roomId=old", kAdmin), 400,
                R"({"success":false,"error":"The channel, lc, is archived [error-room-archived]",)"
                R"("errorType":"error-room-archived"})");
}

TEST(VisitorsInfo, ShowsAVisitorToWhoMayViewLivechats) {
  Workspace server = workspace(6, 4);
  const Json answer = json_of(
      get(server, "/api/v1/livechat/visitors.info?visitorId=63d8f20a5be41c7790e6a1f4", kMonitor));
  EXPECT_EQ(answer["visitor"]["name"], "Amara Mende");
  expect_answer(get(server, "/api/v1/livechat/visitors.info?visitorId=none", kAgent), 400,
                failed("visitor-not-found"));
  expect_answer(get(server, "/api/v1/livechat/visitors.info", kAgent), 400,
                invalid_params("must have required property 'visitorId'"));
  expect_answer(get(server, "/api/v1/livechat/visitors.info?visitorId=a&x=b", kAgent), 400,
                invalid_params("must NOT have additional properties"));
}

TEST(VisitorsInfo, ADisabledVisitorIsUnknownFrom65) {
  for (const int minor : {4, 5}) {
    Workspace server = workspace(6, minor);
    EXPECT_EQ(
        get(server, "/api/v1/livechat/visitors.info?visitorId=63a1c4be90d7f2286b5e3d07", kAgent)
            .response.status,
        minor == 4 ? 200 : 400);
  }
}

TEST(LivechatRoom, OpensTheVisitorsRoomByToken) {
  Workspace server = workspace(6, 4);
  const Json answer = json_of(
      get(server, std::string("/api/v1/livechat/room?token=").append(kGuestToken), kNobody));
  EXPECT_EQ(answer["room"]["_id"], kRid);
  EXPECT_EQ(answer["newRoom"], false);
  expect_answer(get(server, "/api/v1/livechat/room?token=none", kNobody), 400,
                failed("invalid-token"));
  expect_answer(get(server, "/api/v1/livechat/room", kNobody), 400,
                invalid_params("must have required property 'token'"));
}

TEST(LivechatRoom, CreatesARoomServedByAnAgentIfThereIsNone) {
  Workspace server = workspace(6, 4);
  const std::string url = std::string("/api/v1/livechat/room?token=").append(kCustomerToken);
  const Json created = json_of(get(server, url, kNobody));
  EXPECT_EQ(created["newRoom"], true);
  EXPECT_EQ(created["room"]["v"]["_id"], kCustomer);
  EXPECT_EQ(created["room"]["fname"], "Amara Mende");
  EXPECT_EQ(created["room"]["servedBy"]["username"], "rodriq");
  EXPECT_EQ(created["room"]["ts"], "2023-05-02T14:47:45.855Z");
  const auto rid = created["room"]["_id"].get<std::string>();
  EXPECT_EQ(rid.size(), 17U);
  const Json again = json_of(get(server, url, kNobody));
  EXPECT_EQ(again["room"]["_id"], rid);
  EXPECT_EQ(again["newRoom"], false);
  EXPECT_EQ(send(server, move_request(kAgent, update(rid, kCustomer, kGuest))).response.status,
            200);
}

TEST(LivechatRoom, NeedsAnAgentWhoIsOnline) {
  WorkspaceOptions options;
  options.seed_json = R"({"users":[{"_id":"rYhzFRd2QZjNwAAXX","username":"rodriq",
    "roles":["livechat-agent"],"status":"offline","statusLivechat":"available"}]})";
  Workspace server = workspace(options);
  expect_answer(
      get(server, std::string("/api/v1/livechat/room?token=").append(kCustomerToken), kNobody), 400,
      R"({"success":false,"error":"Sorry, no online agents [no-agent-online]",)"
      R"("errorType":"no-agent-online"})");
}

TEST(LivechatVisitor, RegistersANewVisitor) {
  Workspace server = workspace(6, 4);
  const Json answer = json_of(post_visitor(
      server, R"({"visitor":{"token":"new","name":"Zoë","email":"z@example.com","phone":"+1",
                 "customFields":[{"key":"address","value":"x","overwrite":true}]}})"));
  const Json& visitor = answer["visitor"];
  EXPECT_EQ(visitor["_id"].get<std::string>().size(), 24U);
  EXPECT_EQ(visitor["token"], "new");
  EXPECT_EQ(visitor["name"], "Zoë");
  EXPECT_EQ(visitor["visitorEmails"].dump(), R"([{"address":"z@example.com"}])");
  EXPECT_EQ(visitor["phone"].dump(), R"([{"phoneNumber":"+1"}])");
  EXPECT_EQ(visitor["livechatData"]["address"], "x");
  EXPECT_EQ(answer["success"], true);
  EXPECT_EQ(
      send(server, move_request(kAgent, update(kRid, kGuest, visitor["_id"].get<std::string>())))
          .response.status,
      200);
}

TEST(LivechatVisitor, ACustomFieldIsReplacedOnlyIfItSaysSo) {
  Workspace server = workspace(6, 4);
  const Json visitor = json_of(post_visitor(server, R"({"visitor":{"token":"t","customFields":[
                 {"key":"a","value":"1"},{"key":"a","value":"2"},{"key":"b","value":"3"},
                 {"key":"b","value":"4","overwrite":true},{"value":"5"},7]}})"))["visitor"];
  EXPECT_EQ(visitor["livechatData"].dump(), R"({"a":"1","b":"4"})");
}

TEST(LivechatVisitor, VeryManyCustomFieldsAreNoBurden) {
  Workspace server = workspace(6, 4);
  std::string body = R"({"visitor":{"token":"t","customFields":[)";
  for (int i = 0; i < 100000; ++i)
    body.append(R"({"key":")").append(std::to_string(i)).append(R"(","value":0},)");
  EXPECT_EQ(post_visitor(server, body + "0]}}").response.status, 200);
}

TEST(LivechatVisitor, HonoursAGivenId) {
  Workspace server = workspace(6, 4);
  EXPECT_EQ(
      json_of(post_visitor(server, R"({"visitor":{"token":"t","id":"my id"}})"))["visitor"]["_id"],
      "my id");
}

TEST(LivechatVisitor, WhoIsKnownByIdKeepsWhatIsNotGiven) {
  Workspace server = workspace(6, 4);
  const auto registered = [&](std::string_view members) {
    return json_of(post_visitor(
        server,
        std::string(R"({"visitor":{"id":"my id",)").append(members).append("}}")))["visitor"];
  };
  const Json first = registered(
      R"("token":"t1","username":"zoe","name":"Zoë","email":"z@example.com","phone":"+1",)"
      R"("customFields":[{"key":"a","value":"1"}])");
  Json expected = first;
  expected["token"] = "t2";
  EXPECT_EQ(registered(R"("token":"t2")"), expected);
  expected["token"] = "t3";
  expected["name"] = "Zoe";
  EXPECT_EQ(registered(R"("token":"t3","name":"Zoe","username":"other")"), expected);
  const auto status_of = [&](std::string_view token) {
    return get(server, std::string("/api/v1/livechat/visitor/").append(token), kNobody)
        .response.status;
  };
  EXPECT_EQ(status_of("t1"), 400);
  EXPECT_EQ(status_of("t3"), 200);
}

TEST(LivechatVisitor, FindsAKnownVisitorByTokenThenPhoneThenAddress) {
  Workspace server = workspace(6, 4);
  const auto registered = [&](std::string_view members) {
    return json_of(post_visitor(
        server, std::string(R"({"visitor":{)").append(members).append("}}")))["visitor"];
  };
  const std::string token(kCustomerToken);
  EXPECT_EQ(registered("\"token\":\"" + token + "\",\"name\":\"A. Mende\"")["_id"], kCustomer);
  const Json by_phone = registered(R"("token":"other","phone":"+15550100")");
  EXPECT_EQ(by_phone["_id"], kCustomer);
  EXPECT_EQ(by_phone["token"], token);
  EXPECT_EQ(by_phone["name"], "A. Mende");
  const Json by_address = registered(R"("token":"other","email":"amara.mende@example.com")");
  EXPECT_EQ(by_address["_id"], kCustomer);
  EXPECT_EQ(by_address["token"], "other");
}

TEST(LivechatVisitor, SaysWhatIsWrong) {
  Workspace server = workspace(6, 4);
  expect_answer(post_visitor(server, "{}"), 400, failed("Match error: Missing key 'visitor'"));
  expect_answer(post_visitor(server, R"({"visitor":"x"})"), 400,
                failed("Match error: Expected object, got string in field visitor"));
  expect_answer(post_visitor(server, R"({"visitor":null})"), 400,
                failed("Match error: Expected object, got null in field visitor"));
  expect_answer(post_visitor(server, R"({"visitor":{}})"), 400,
                failed("Match error: Missing key 'token' in field visitor"));
  expect_answer(post_visitor(server, R"({"visitor":{"token":5}})"), 400,
                failed("Match error: Expected string, got number in field visitor.token"));
  expect_answer(post_visitor(server, R"({"visitor":{"token":"t","name":5}})"), 400,
                failed("Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation "
                       "in field visitor.name"));
  expect_answer(post_visitor(server, R"({"visitor":{"token":"t","department":"none"}})"), 400,
                R"({"success":false,"error":"The provided department is invalid )"
                R"([error-invalid-department]","errorType":"error-invalid-department"})");
}

}  // namespace
}  // namespace room_visitor::standin

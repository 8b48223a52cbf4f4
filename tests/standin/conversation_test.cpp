// livechat/room.closeByUser and livechat/room.saveInfo (docs/wire.md section 9).
#include "standin/calls_test.h"

namespace room_visitor::standin {
namespace {

const std::string kClose = "livechat/room.closeByUser";
const std::string kSave = "livechat/room.saveInfo";

Json closing(std::string_view comment = "Solved.") { return {{"rid", kRid}, {"comment", comment}}; }

Json info(Json guest, Json room) {
  guest["_id"] = kGuest;
  room["_id"] = kRid;
  return {{"guestData", guest}, {"roomData", room}};
}

Json visitor_now(Workspace& server, std::string_view id) {
  return json_of(
      get(server, std::string("livechat/visitors.info?visitorId=").append(id), kAdmin))["visitor"];
}

TEST(CloseByUser, ClosesTheRoom) {
  Workspace server = workspace(6, 4);
  expect_answer(post(server, kClose, closing(), kAgent), 200, R"({"success":true})");
  const Json room = room_now(server, kRid);
  EXPECT_FALSE(room.contains("open"));
  EXPECT_EQ(room["closedAt"], "2023-05-02T14:47:45.855Z");
  EXPECT_EQ(room["closedBy"].dump(), R"({"_id":"rYhzFRd2QZjNwAAXX","username":"rodriq"})");
  EXPECT_EQ(room["closer"], "user");
  EXPECT_EQ(room["v"]["status"], "offline");
  // From 2023-03-30T16:40:48.026Z and .383Z.
  EXPECT_EQ(room["metrics"]["chatDuration"].dump(), "2844417.829");
  EXPECT_EQ(room["metrics"]["serviceTimeDuration"].dump(), "2844417.472");
  EXPECT_EQ(room["servedBy"]["username"], "rodriq");
  EXPECT_EQ(room["_updatedAt"], "2023-05-02T14:47:45.855Z");
}

TEST(CloseByUser, LeavesTheAgentsWordsAsLastMessage) {
  Workspace server = workspace(6, 4);
  post(server, kClose, closing(), kAgent);
  const Json room = room_now(server, kRid);
  Json message = room["closingMessage"];
  EXPECT_EQ(room["lastMessage"].dump(), message.dump());
  EXPECT_EQ(room["msgs"], 6);
  EXPECT_EQ(room["lm"], "2023-05-02T14:47:45.855Z");
  EXPECT_EQ(room["v"]["lastMessageTs"], "2023-03-30T16:58:11.899Z");
  message["_id"] = "ID";
  EXPECT_EQ(message.dump(),
            R"({"_id":"ID","rid":"tcbbSmWSLR5uo5PBW","t":"livechat-close","msg":"Solved.",)"
            R"("groupable":false,"transcriptRequested":false,"ts":"2023-05-02T14:47:45.855Z",)"
            R"("u":{"_id":"rYhzFRd2QZjNwAAXX","username":"rodriq","name":"Rodriq"},)"
            R"("_updatedAt":"2023-05-02T14:47:45.855Z"})");
  const Json history = json_of(
      get(server,
          std::string("livechat/messages.history/tcbbSmWSLR5uo5PBW?token=").append(kGuestToken)));
  EXPECT_EQ(history["messages"][0]["t"], "livechat-close");
}

TEST(CloseByUser, TakesTheInquiryAndTheSubscriptionsAway) {
  Workspace server = workspace(6, 5);
  post(server, kClose, closing(), kAgent);
  expect_answer(get(server, "livechat/inquiries.getOne?roomId=tcbbSmWSLR5uo5PBW", kAgent), 200,
                R"({"inquiry":null,"success":true})");
  // Only the subscription let the agent in, where access is judged by a projection of the room.
  expect_answer(send(server, move_request(kAgent, update(kRid, kGuest, kCustomer))), 400,
                failed("error-not-allowed"));
}

TEST(CloseByUser, TheVisitorCanNoLongerWriteOrOpenIt) {
  Workspace server = workspace(6, 4);
  post(server, kClose, closing(), kAgent);
  expect_answer(
      post(server, "livechat/message", {{"token", kGuestToken}, {"rid", kRid}, {"msg", "x"}}), 400,
      failed("room-closed"));
  const Json opened = json_of(get(server, std::string("livechat/room?token=").append(kGuestToken)));
  EXPECT_EQ(opened["newRoom"], true);
  EXPECT_NE(opened["room"]["_id"], kRid);
}

TEST(CloseByUser, TagsOfAllSidesAreKeptOnce) {
  Workspace server = workspace_with(6, 4, R"({
    "departments":[{"_id":"64253f1b7a6d9c0e81b2c3d4","requestTagBeforeClosingChat":true,
      "chatClosingTags":["done","b"]}],
    "rooms":[{"_id":"r","t":"l","open":true,"tags":["b","c"],
      "departmentId":"64253f1b7a6d9c0e81b2c3d4","v":{}},
      {"_id":"bare","t":"l","open":true,"departmentId":"64253f1b7a6d9c0e81b2c3d4","v":{}}]})");
  EXPECT_EQ(
      post(server, kClose, {{"rid", "r"}, {"comment", "x"}, {"tags", {"a", "b", "a"}}}, kManager)
          .response.status,
      200);
  EXPECT_EQ(room_now(server, "r")["tags"].dump(), R"(["a","b","c","done"])");
  expect_answer(post(server, kClose, {{"rid", "bare"}, {"comment", "x"}}, kManager), 400,
                failed("error-tags-must-be-assigned-before-closing-chat"));
}

TEST(CloseByUser, AsksForACommentUnlessTheSettingIsOff) {
  Workspace server = workspace(6, 4);
  expect_answer(post(server, kClose, {{"rid", kRid}}, kAgent), 400,
                failed("error-comment-is-required"));
  expect_answer(post(server, kClose, closing(" "), kAgent), 400,
                failed("error-comment-is-required"));
  Workspace silent = workspace_with(
      6, 4, R"({"settings":{"Livechat_request_comment_when_closing_conversation":false}})");
  EXPECT_EQ(post(silent, kClose, {{"rid", kRid}}, kAgent).response.status, 200);
  EXPECT_EQ(room_now(silent, kRid)["closingMessage"]["msg"], "");
}

TEST(CloseByUser, SaysWhatIsWrong) {
  Workspace server = workspace_with(6, 4, R"({
    "rooms":[{"_id":"other","t":"l","open":true,"v":{"_id":"x"}}],
    "permissions":[{"_id":"close-others-livechat-room","roles":["livechat-manager"]}]})");
  const auto close_other = [&](Json rid) { return Json{{"rid", rid}, {"comment", "x"}}; };
  expect_answer(post(server, kClose, close_other("none"), kAgent), 400,
                failed("error-invalid-room"));
  expect_answer(post(server, kClose, close_other("GENERAL"), kAgent), 400,
                failed("error-invalid-room"));
  expect_answer(post(server, kClose, close_other(kClosedRid), kAgent), 400,
                failed("error-room-already-closed"));
  expect_answer(post(server, kClose, close_other("other"), kAgent), 400,
                failed("error-not-authorized"));
  EXPECT_EQ(post(server, kClose, close_other("other"), kManager).response.status, 200);
  expect_answer(post(server, kClose, Json::object(), kAgent), 400,
                invalid_params("must have required property 'rid'"));
  expect_answer(post(server, kClose, {{"rid", "r"}, {"tags", "a"}}, kAgent), 400,
                invalid_params("must be array"));
  expect_answer(
      post(server, kClose, {{"rid", "r"}, {"transcriptEmail", {{"requestData", Json::object()}}}},
           kAgent),
      400, invalid_params("must have required property 'sendToVisitor'"));
  EXPECT_EQ(post(server, kClose, closing()).response.status, 401);
}

TEST(CloseByUser, NeedsItsPermissionAndIsThereFrom60) {
  Workspace server =
      workspace_with(6, 0, R"({"permissions":[{"_id":"close-livechat-room","roles":[]}]})");
  expect_answer(post(server, kClose, closing(), kAgent), 403, kForbidden);
  Workspace older = workspace(5, 4);
  expect_answer(post(older, kClose, closing(), kAgent), 405, "");
}

TEST(SaveInfo, ChangesTheVisitor) {
  Workspace server = workspace(6, 4);
  const Json guest{{"name", "Ama"},
                   {"email", " ama@example.com "},
                   {"phone", "+15550177"},
                   {"livechatData", {{"plan", "gold"}, {"seats", 3}}}};
  expect_answer(post(server, kSave, info(guest, Json::object()), kAgent), 200,
                R"({"success":true})");
  const Json visitor = visitor_now(server, kGuest);
  EXPECT_EQ(visitor["name"], "Ama");
  EXPECT_EQ(visitor["visitorEmails"].dump(), R"([{"address":"ama@example.com"}])");
  EXPECT_EQ(visitor["phone"].dump(), R"([{"phoneNumber":"+15550177"}])");
  EXPECT_EQ(visitor["livechatData"].dump(), R"({"plan":"gold","seats":"3"})");
  EXPECT_EQ(visitor["token"], kGuestToken);
  EXPECT_EQ(visitor["_updatedAt"], "2023-05-02T14:47:45.855Z");
}

TEST(SaveInfo, TheNameIsTheTitleOfTheRoomAndOfItsInquiry) {
  Workspace server = workspace(6, 4);
  post(server, kSave, info({{"name", "Ama"}}, Json::object()), kAgent);
  EXPECT_EQ(room_now(server, kRid)["fname"], "Ama");
  const Json inquiry =
      json_of(get(server, "livechat/inquiries.getOne?roomId=tcbbSmWSLR5uo5PBW", kAgent))["inquiry"];
  EXPECT_EQ(inquiry["name"], "Ama");
  EXPECT_EQ(inquiry["v"]["_id"], kGuest);
}

TEST(SaveInfo, ChangesTheRoomAndNotItsVisitor) {
  Workspace server = workspace(6, 4);
  Json before = room_now(server, kRid);
  const Json room{{"topic", " Invoice "},
                  {"tags", {"billing"}},
                  {"priorityId", "p1"},
                  {"slaId", "s1"},
                  {"livechatData", {{"order", "77"}}}};
  Json body = info(Json::object(), room);
  // Whose data is changed does not matter: the room stays where it is.
  body["guestData"]["_id"] = kCustomer;
  post(server, kSave, body, kAgent);
  const Json after = room_now(server, kRid);
  EXPECT_EQ(after["topic"], "Invoice");
  EXPECT_EQ(after["tags"].dump(), R"(["billing"])");
  EXPECT_EQ(after["priorityId"], "p1");
  EXPECT_EQ(after["slaId"], "s1");
  EXPECT_EQ(after["livechatData"].dump(), R"({"order":"77"})");
  EXPECT_EQ(after["v"].dump(), before["v"].dump());
  EXPECT_EQ(after["fname"], before["fname"]);
  EXPECT_EQ(after["_updatedAt"], "2023-05-02T14:47:45.855Z");
}

TEST(SaveInfo, EmptyTextsAndMissingTagsTakeThingsAway) {
  Workspace server = workspace_with(6, 4, R"({
    "visitors":[{"_id":"v","username":"guest-30","token":"t","name":"N","phone":[],
      "livechatData":{"a":"1","b":"2"}}],
    "rooms":[{"_id":"r","t":"l","open":true,"topic":"T","tags":["x"],"fname":"N",
      "livechatData":{"c":"3"},"v":{"_id":"v"},"servedBy":{"_id":"rYhzFRd2QZjNwAAXX"}}]})");
  post(server, kSave,
       {{"guestData",
         {{"_id", "v"}, {"name", ""}, {"phone", " "}, {"livechatData", {{"a", " "}, {"n", ""}}}}},
        {"roomData", {{"_id", "r"}, {"topic", ""}, {"livechatData", {{"c", ""}}}}}},
       kAgent);
  const Json visitor = visitor_now(server, "v");
  EXPECT_EQ(visitor["name"], "N");
  EXPECT_FALSE(visitor.contains("phone"));
  EXPECT_EQ(visitor["livechatData"].dump(), R"({"b":"2"})");
  const Json room = room_now(server, "r");
  EXPECT_FALSE(room.contains("topic"));
  EXPECT_FALSE(room.contains("tags"));
  EXPECT_FALSE(room.contains("livechatData"));
  EXPECT_EQ(room["fname"], "N");
}

TEST(SaveInfo, ThePhoneOfASmsConversationStays) {
  Workspace server = workspace_with(6, 4, R"({"rooms":[{"_id":"r","t":"l","open":true,
    "sms":{"from":"+1"},"v":{"_id":"x"},"servedBy":{"_id":"rYhzFRd2QZjNwAAXX"}}]})");
  post(server, kSave,
       {{"guestData", {{"_id", kCustomer}, {"phone", "+2"}}}, {"roomData", {{"_id", "r"}}}},
       kAgent);
  EXPECT_EQ(visitor_now(server, kCustomer)["phone"].dump(), R"([{"phoneNumber":"+15550100"}])");
}

TEST(SaveInfo, OwnFieldsNeedTheirPermission) {
  Workspace server = workspace_with(
      6, 4, R"({"permissions":[{"_id":"edit-livechat-room-customfields","roles":[]}]})");
  const Json guest{{"name", "Ama"}, {"livechatData", {{"plan", "gold"}}}};
  EXPECT_EQ(post(server, kSave, info(guest, Json::object()), kAgent).response.status, 200);
  EXPECT_EQ(visitor_now(server, kGuest)["name"], "Ama");
  EXPECT_FALSE(visitor_now(server, kGuest).contains("livechatData"));
}

TEST(SaveInfo, VeryManyFieldsAreNoBurden) {
  Workspace server = workspace(6, 4);
  Json fields = Json::object();
  for (int i = 0; i < 3000; ++i) fields[std::to_string(i)] = "x";
  std::string body = info({{"livechatData", fields}}, Json::object()).dump();
  EXPECT_EQ(
      send(server, request("POST", "/api/v1/livechat/room.saveInfo", kAgent, body)).response.status,
      200);
  EXPECT_EQ(visitor_now(server, kGuest)["livechatData"].size(), 3000U);
}

TEST(SaveInfo, SaysWhatIsWrong) {
  Workspace server = workspace(6, 4);
  Json body = info(Json::object(), Json::object());
  body["roomData"]["_id"] = "none";
  expect_answer(post(server, kSave, body, kAgent), 400, failed("error-invalid-room"));
  body["roomData"]["_id"] = "GENERAL";
  expect_answer(post(server, kSave, body, kAgent), 400, failed("error-invalid-room"));
  expect_answer(post(server, kSave, {{"guestData", {{"_id", "x"}}}}, kAgent), 400,
                invalid_params("must have required property 'roomData'"));
  expect_answer(post(server, kSave, info({{"livechatData", "x"}}, Json::object()), kAgent), 400,
                invalid_params("must be object"));
  expect_answer(post(server, kSave, info(Json::object(), {{"x", 1}}), kAgent), 400,
                invalid_params("must NOT have additional properties"));
}

TEST(SaveInfo, WhoDoesNotServeTheRoomNeedsAPermission) {
  Workspace server = workspace(6, 4);
  const Json body = info(Json::object(), {{"topic", "x"}});
  const Exchange refused = post(server, kSave, body, kAdmin);
  expect_answer(refused, 403, failed("unauthorized"));
  EXPECT_GE(refused.delay_ms, 500);
  EXPECT_EQ(post(server, kSave, body, kMonitor).response.status, 200);
  Workspace closed = workspace_with(6, 4, R"({"permissions":[{"_id":"view-l-room","roles":[]}]})");
  expect_answer(post(closed, kSave, body, kAgent), 403, kForbidden);
}

TEST(SaveInfo, IsThereFrom53) {
  Workspace older = workspace(5, 2);
  const Json body = info(Json::object(), Json::object());
  expect_answer(post(older, kSave, body, kAgent), 405, "");
  Workspace server = workspace(5, 3);
  EXPECT_EQ(post(server, kSave, body, kAgent).response.status, 200);
}

}  // namespace
}  // namespace room_visitor::standin

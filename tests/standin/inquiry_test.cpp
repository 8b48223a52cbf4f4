// livechat/room with its queue, livechat/inquiries.getOne and livechat/inquiries.take (docs/wire.md
// section 9).
#include "standin/calls_test.h"

namespace room_visitor::standin {
namespace {

constexpr std::string_view kQueue =
    R"({"settings":{"Livechat_Routing_Method":"Manual_Selection"}})";
constexpr std::string_view kSupport = "64253f1b7a6d9c0e81b2c3d4";

std::string open_url(std::string_view token, std::string_view more = "") {
  return std::string("livechat/room?token=").append(token).append(more);
}

Json inquiry_of(Workspace& server, const Json& room) {
  const Exchange exchange =
      get(server, "livechat/inquiries.getOne?roomId=" + room["_id"].get<std::string>(), kAgent);
  return json_of(exchange)["inquiry"];
}

Exchange take(Workspace& server, const Json& inquiry, Session session) {
  return post(server, "livechat/inquiries.take", {{"inquiryId", inquiry["_id"]}}, session);
}

Workspace with_queue() { return workspace_with(6, 4, std::string(kQueue)); }

TEST(LivechatRoom, ItsQueryIsCheckedAgainstASchemaFrom52) {
  Workspace server = workspace(5, 2);
  expect_answer(get(server, "livechat/room"), 400,
                invalid_params("must have required property 'token'"));
  expect_answer(get(server, "livechat/room?token[]=a"), 400, invalid_params("must be string"));
  EXPECT_EQ(get(server, open_url(kGuestToken, "&extra=1")).response.status, 200);
}

TEST(LivechatRoom, AClosedRoomIsNotOpenedById) {
  Workspace server = workspace(6, 4);
  expect_answer(get(server, open_url(kCustomerToken, "&rid=q7WnZ4kYtB9sRmE3c")), 400,
                failed("invalid-room"));
}

TEST(LivechatRoom, AnEmptyIdIsNoId) {
  Workspace server = workspace(6, 4);
  EXPECT_EQ(json_of(get(server, open_url(kGuestToken, "&rid=")))["room"]["_id"], kRid);
}

TEST(LivechatRoom, WithAnAgentItsInquiryIsTaken) {
  Workspace server = workspace(6, 4);
  const Json room = json_of(get(server, open_url(kCustomerToken)))["room"];
  EXPECT_EQ(room["usersCount"], 2);
  Json inquiry = inquiry_of(server, room);
  EXPECT_EQ(inquiry["_id"].get<std::string>().size(), 24U);
  inquiry["_id"] = "ID";
  inquiry["rid"] = "RID";
  EXPECT_EQ(inquiry.dump(),
            std::string(R"({"_id":"ID","rid":"RID","name":"Amara Mende",)"
                        R"("ts":"2023-05-02T14:47:45.855Z","message":"","status":"taken",)"
                        R"("v":{"_id":"63d8f20a5be41c7790e6a1f4","username":"guest-3","token":")")
                .append(kCustomerToken)
                .append(R"(","status":"online"},"t":"l","priorityWeight":99,)"
                        R"("estimatedWaitingTimeQueue":9999999,"source":{"type":"api"},)"
                        R"("_updatedAt":"2023-05-02T14:47:45.855Z",)"
                        R"("takenAt":"2023-05-02T14:47:45.855Z"})"));
}

TEST(LivechatRoom, WithManualSelectionItWaitsInTheQueue) {
  Workspace server = with_queue();
  const Json room = json_of(get(server, open_url(kCustomerToken)))["room"];
  EXPECT_FALSE(room.contains("servedBy"));
  EXPECT_EQ(room["usersCount"], 1);
  const Json inquiry = inquiry_of(server, room);
  EXPECT_EQ(inquiry["status"], "queued");
  EXPECT_EQ(inquiry["queuedAt"], "2023-05-02T14:47:45.855Z");
  // Agents may look at what waits, and so may move it.
  EXPECT_EQ(
      send(server, move_request(kAgent, update(room["_id"].get<std::string>(), kCustomer, kGuest)))
          .response.status,
      200);
  const Json message =
      json_of(post(server, "livechat/message",
                   {{"token", kGuestToken}, {"rid", room["_id"]}, {"msg", "x"}}))["message"];
  EXPECT_EQ(message["showConnecting"], true);
}

TEST(LivechatRoom, TheAgentAskedForServesOrWaitedFor) {
  const std::string second = R"("users":[{"_id":"second","username":"zoe",
    "roles":["livechat-agent"],"status":"online","statusLivechat":"available"},
    {"_id":"away","username":"yan","roles":["livechat-agent"],"status":"offline",
    "statusLivechat":"available"}])";
  Workspace server = workspace_with(6, 4, "{" + second + "}");
  EXPECT_EQ(
      json_of(get(server, open_url(kCustomerToken,
                                   "&agentId=rYhzFRd2QZjNwAAXX")))["room"]["servedBy"]["username"],
      "rodriq");
  const std::string jo = "5d7e90b3a8c1f6420be7d95314ac8f26e0b97d4c3a158f62d0e4b7a91c53f806";
  expect_answer(get(server, open_url(jo, "&agentId=away")), 400,
                coded("no-agent-online", "Sorry, no online agents"));
  EXPECT_EQ(json_of(get(server, open_url(jo, "&agentId=nobody")))["room"]["servedBy"]["username"],
            "zoe");
  Workspace queue =
      workspace_with(6, 4,
                     std::string(R"({"settings":{"Livechat_Routing_Method":"Manual_Selection"},)")
                         .append(second)
                         .append("}"));
  const Json room = json_of(get(queue, open_url(jo, "&agentId=second")))["room"];
  EXPECT_EQ(inquiry_of(queue, room)["defaultAgent"].dump(),
            R"({"agentId":"second","username":"zoe"})");
}

TEST(LivechatRoom, AVisitorOfADepartmentGetsOneOfItsAgents) {
  Workspace server = workspace_with(6, 4, R"({
    "users":[{"_id":"idle","username":"idle","roles":["livechat-agent"],"status":"online",
      "statusLivechat":"available"}],
    "departments":[{"_id":"sales","name":"Sales"}],
    "visitors":[
      {"_id":"1","username":"guest-21","token":"t1","department":"64253f1b7a6d9c0e81b2c3d4"},
      {"_id":"2","username":"guest-22","token":"t2","department":"sales"},
      {"_id":"3","username":"guest-23","token":"t3","department":"closed down"}]})");
  const Json room = json_of(get(server, open_url("t1")))["room"];
  EXPECT_EQ(room["departmentId"], kSupport);
  EXPECT_EQ(room["servedBy"]["username"], "rodriq");
  EXPECT_EQ(inquiry_of(server, room)["department"], kSupport);
  expect_answer(get(server, open_url("t2")), 400,
                coded("no-agent-online", "Sorry, no online agents"));
  const Json without = json_of(get(server, open_url("t3")))["room"];
  EXPECT_FALSE(without.contains("departmentId"));
  EXPECT_EQ(without["servedBy"]["username"], "idle");
}

TEST(LivechatRoom, IsOpenedWithoutAgentsWhereThatIsAllowed) {
  Workspace server = workspace_with(6, 4, R"({
    "settings":{"Livechat_accept_chats_with_no_agents":true},
    "users":[{"_id":"rYhzFRd2QZjNwAAXX","username":"rodriq","roles":["livechat-agent"],
      "status":"offline","statusLivechat":"available","login":{"tokens":
      ["8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"]}}]})");
  const Json room = json_of(get(server, open_url(kCustomerToken)))["room"];
  EXPECT_FALSE(room.contains("servedBy"));
  EXPECT_EQ(inquiry_of(server, room)["status"], "ready");
}

TEST(InquiriesGetOne, ShowsTheInquiryOfARoom) {
  Workspace server = workspace(6, 4);
  EXPECT_EQ(inquiry_of(server, {{"_id", kRid}})["_id"], "zR4bWn6wJg8kDs3Hx");
  expect_answer(get(server, "livechat/inquiries.getOne?roomId=none", kMonitor), 200,
                R"({"inquiry":null,"success":true})");
}

// Section 7: the queue keeps showing the old visitor.
TEST(InquiriesGetOne, KeepsTheOldVisitorAfterAMove) {
  Workspace server = workspace(6, 4);
  const std::string before = inquiry_of(server, {{"_id", kRid}}).dump();
  send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)));
  EXPECT_EQ(inquiry_of(server, {{"_id", kRid}}).dump(), before);
}

TEST(InquiriesGetOne, SaysWhatIsWrong) {
  Workspace server = workspace(6, 4);
  const std::string one = "livechat/inquiries.getOne";
  expect_answer(get(server, one, kAgent), 400,
                invalid_params("must have required property 'roomId'"));
  expect_answer(get(server, one + "?roomId=a&x=b", kAgent), 400,
                invalid_params("must NOT have additional properties"));
  EXPECT_EQ(get(server, one + "?roomId=a").response.status, 401);
  const std::string nobody = R"({"permissions":[{"_id":"view-l-room","roles":[]}]})";
  Workspace on_route = workspace_with(5, 1, nobody);
  expect_answer(get(on_route, one + "?roomId=a", kAgent), 403, kForbidden);
  Workspace inside = workspace_with(5, 0, nobody);
  expect_answer(get(inside, one + "?roomId=a", kAgent), 400, failed("error-not-authorized"));
  Workspace older = workspace(5, 0);
  expect_answer(get(older, one, kAgent), 400, failed("The 'roomId' param is required"));
}

TEST(InquiriesTake, GivesTheRoomToTheAgent) {
  Workspace server = with_queue();
  const Json room = json_of(get(server, open_url(kCustomerToken)))["room"];
  const auto rid = room["_id"].get<std::string>();
  const Exchange taken = take(server, inquiry_of(server, room), kAgent);
  const Json inquiry = json_of(taken)["inquiry"];
  EXPECT_EQ(taken.response.status, 200);
  EXPECT_EQ(inquiry["status"], "taken");
  EXPECT_EQ(inquiry["takenAt"], "2023-05-02T14:47:45.855Z");
  EXPECT_FALSE(inquiry.contains("queuedAt"));
  EXPECT_EQ(inquiry_of(server, room).dump(), inquiry.dump());
  const Json served = room_now(server, rid);
  EXPECT_EQ(served["servedBy"].dump(),
            R"({"_id":"rYhzFRd2QZjNwAAXX","username":"rodriq","ts":"2023-05-02T14:47:45.855Z"})");
  EXPECT_EQ(served["usersCount"], 2);
  // Where access is judged by a projection of the room, only a subscription lets the agent in.
  Workspace projected = workspace_with(6, 5, std::string(kQueue));
  const Json other = json_of(get(projected, open_url(kCustomerToken)))["room"];
  take(projected, inquiry_of(projected, other), kAgent);
  EXPECT_EQ(send(projected,
                 move_request(kAgent, update(other["_id"].get<std::string>(), kCustomer, kGuest)))
                .response.status,
            200);
  expect_answer(take(server, inquiry, kAgent), 400,
                coded("error-inquiry-taken", "Inquiry already taken"));
}

TEST(InquiriesTake, AManagerMayLetAnAgentTakeIt) {
  Workspace server = with_queue();
  const Json room = json_of(get(server, open_url(kCustomerToken)))["room"];
  const Json inquiry = inquiry_of(server, room);
  const std::string path = "livechat/inquiries.take";
  expect_answer(take(server, inquiry, kManager), 400,
                coded("error-agent-status-service-offline",
                      "Agent status is offline or Omnichannel service is not active"));
  expect_answer(post(server, path, {{"inquiryId", inquiry["_id"]}, {"userId", "nobody"}}, kManager),
                400, failed("The user is invalid"));
  EXPECT_EQ(
      post(server, path, {{"inquiryId", inquiry["_id"]}, {"userId", kAgent.user_id}}, kManager)
          .response.status,
      200);
  EXPECT_EQ(room_now(server, room["_id"].get<std::string>())["servedBy"]["username"], "rodriq");
}

TEST(InquiriesTake, ARoomThatTheAgentServesAlreadyStaysAsItIs) {
  Workspace server = workspace_with(6, 4, R"({"inquiries":[{"_id":"zR4bWn6wJg8kDs3Hx",
    "status":"queued","rid":"tcbbSmWSLR5uo5PBW"}]})");
  const std::string before = room_now(server, kRid).dump();
  const Exchange taken = take(server, {{"_id", "zR4bWn6wJg8kDs3Hx"}}, kAgent);
  EXPECT_EQ(json_of(taken)["inquiry"]["status"], "queued");
  EXPECT_EQ(room_now(server, kRid).dump(), before);
}

TEST(InquiriesTake, AClosedRoomStaysAsItIs) {
  Workspace server = workspace_with(6, 4, R"({"inquiries":[{"_id":"late","status":"queued",
    "rid":"q7WnZ4kYtB9sRmE3c"}]})");
  const std::string before = room_now(server, kClosedRid).dump();
  EXPECT_EQ(json_of(take(server, {{"_id", "late"}}, kAgent))["inquiry"]["status"], "queued");
  EXPECT_EQ(room_now(server, kClosedRid).dump(), before);
}

TEST(InquiriesTake, SaysWhatIsWrong) {
  Workspace server = workspace(6, 4);
  const std::string path = "livechat/inquiries.take";
  expect_answer(post(server, path, {{"inquiryId", "none"}}, kAgent), 400,
                coded("error-not-found", "Inquiry not found"));
  expect_answer(post(server, path, {{"inquiryId", {1}}}, kAgent), 400,
                invalid_params("must be string"));
  expect_answer(post(server, path, {{"userId", "x"}}, kAgent), 400,
                invalid_params("must have required property 'inquiryId'"));
  const std::string nobody = R"({"permissions":[{"_id":"view-l-room","roles":[]}]})";
  Workspace on_route = workspace_with(6, 4, nobody);
  expect_answer(post(on_route, path, {{"inquiryId", "none"}}, kAgent), 403, kForbidden);
  Workspace inside = workspace_with(5, 0, nobody);
  expect_answer(post(inside, path, {{"inquiryId", "none"}}, kAgent), 400,
                coded("error-not-allowed", "Not allowed"));
  Workspace older = workspace(5, 0);
  expect_answer(post(older, path, {{"inquiryId", 7}}, kAgent), 400,
                failed("Match error: Expected string, got number in field inquiryId"));
}

}  // namespace
}  // namespace room_visitor::standin

// livechat/visitor/:token, livechat/visitor/:token/room and livechat/visitors.pagesVisited
// (docs/wire.md sections 9 and 13).
#include "standin/calls_test.h"

namespace room_visitor::standin {
namespace {

constexpr std::string_view kOldToken =
    "5d7e90b3a8c1f6420be7d95314ac8f26e0b97d4c3a158f62d0e4b7a91c53f806";
const std::string kUnknownToken =
    R"({"success":false,"error":"[invalid-token]","errorType":"invalid-token"})";

std::string path_of(std::string_view token, std::string_view more = "") {
  return std::string("livechat/visitor/").append(token).append(more);
}

Exchange remove(Workspace& server, std::string_view token) {
  return send(server, request("DELETE", "/api/v1/" + path_of(token), kNobody));
}

TEST(VisitorToken, ShowsTheVisitorToWhoKnowsTheToken) {
  Workspace server = workspace(6, 4);
  const Json answer = json_of(get(server, path_of(kCustomerToken)));
  EXPECT_EQ(answer["visitor"]["_id"], kCustomer);
  EXPECT_EQ(answer["visitor"]["phone"].dump(), R"([{"phoneNumber":"+15550100"}])");
  EXPECT_EQ(answer["success"], true);
}

TEST(VisitorToken, AnUnknownTokenIsInvalidInEveryVersion) {
  for (const auto& [major, minor] : {std::pair{3, 6}, {5, 1}, {5, 2}, {6, 4}, {6, 13}}) {
    Workspace server = workspace(major, minor);
    expect_answer(get(server, path_of("none")), 400, kUnknownToken);
    expect_answer(remove(server, "none"), 400, kUnknownToken);
  }
}

TEST(VisitorToken, ADisabledVisitorIsUnknownFrom65) {
  const std::string token = "c40b6e8d17f2953aa0de46b1825f7c93e6d01b4a8f3725c96b0ed4a17f82c35e";
  for (const int minor : {4, 5}) {
    Workspace server = workspace(6, minor);
    EXPECT_EQ(get(server, path_of(token)).response.status, minor == 4 ? 200 : 400);
  }
}

TEST(VisitorToken, AnotherMethodIsNotAllowed) {
  Workspace server = workspace(6, 4);
  const Exchange exchange = post(server, path_of(kCustomerToken), Json::object());
  EXPECT_EQ(exchange.response.status, 405);
  EXPECT_EQ(header(exchange, "allow"), "GET, DELETE, OPTIONS");
}

TEST(VisitorRemoval, AVisitorWithAnOpenRoomStays) {
  Workspace server = workspace(6, 4);
  expect_answer(remove(server, kGuestToken), 400,
                coded("visitor-has-open-rooms", "Cannot remove visitors with opened rooms"));
  EXPECT_EQ(get(server, path_of(kGuestToken)).response.status, 200);
  Workspace lenient = workspace_with(
      6, 4, R"({"settings":{"Livechat_Allow_collect_and_store_HTTP_header_informations":true}})");
  EXPECT_EQ(remove(lenient, kGuestToken).response.status, 200);
}

TEST(VisitorRemoval, AnswersIdAndTime) {
  Workspace server = workspace(6, 4);
  expect_answer(
      remove(server, kOldToken), 200,
      R"({"visitor":{"_id":"iNKE8a6k6cjbqWhWd","ts":"2023-05-02T14:47:45.855Z"},"success":true})");
  expect_answer(remove(server, kOldToken), 400, kUnknownToken);
}

TEST(VisitorRemoval, ThereIsNoMovingToARemovedVisitor) {
  for (const int minor : {4, 5}) {
    Workspace server = workspace(6, minor);
    ASSERT_EQ(remove(server, kOldToken).response.status, 200);
    expect_answer(send(server, move_request(kAgent, update(kRid, kGuest, "iNKE8a6k6cjbqWhWd"))),
                  400, failed("visitor-not-found"));
  }
}

TEST(VisitorRemoval, RoomsMessagesAndInquiriesGoWithTheVisitor) {
  Workspace server = workspace_with(6, 4, R"({
    "inquiries":[{"_id":"i","rid":"q7WnZ4kYtB9sRmE3c","status":"queued"}],
    "messages":[{"_id":"m","rid":"q7WnZ4kYtB9sRmE3c","msg":"x"}]})");
  ASSERT_EQ(remove(server, kCustomerToken).response.status, 200);
  EXPECT_EQ(json_of(get(server, "rooms.info?roomId=q7WnZ4kYtB9sRmE3c", kAdmin))["errorType"],
            "error-room-not-found");
  expect_answer(get(server, "livechat/inquiries.getOne?roomId=q7WnZ4kYtB9sRmE3c", kAgent), 200,
                R"({"inquiry":null,"success":true})");
  EXPECT_EQ(room_now(server, kRid)["v"]["_id"], kGuest);
  EXPECT_EQ(json_of(get(server, "livechat/inquiries.getOne?roomId=tcbbSmWSLR5uo5PBW",
                        kAgent))["inquiry"]["status"],
            "taken");
}

// Up to 3.16 callers chose the id of a room: a new one of the same id has nothing of the old one.
TEST(VisitorRemoval, NothingOfARemovedRoomComesBackWithItsId) {
  Workspace server = workspace_with(3, 16, R"({
    "messages":[{"_id":"m","rid":"q7WnZ4kYtB9sRmE3c","msg":"x"}]})");
  ASSERT_EQ(remove(server, kCustomerToken).response.status, 200);
  EXPECT_EQ(get(server, std::string("livechat/room?rid=q7WnZ4kYtB9sRmE3c&token=").append(kOldToken))
                .response.status,
            200);
  expect_answer(
      get(server,
          std::string("livechat/messages.history/q7WnZ4kYtB9sRmE3c?token=").append(kOldToken)),
      200, R"({"messages":[],"success":true})");
}

// A room that was moved belongs to its new visitor, with all that was said.
TEST(VisitorRemoval, ARoomThatWasMovedAwayStays) {
  Workspace server = workspace(6, 4);
  ASSERT_EQ(send(server, move_request(kAgent, update(kRid, kGuest, kCustomer))).response.status,
            200);
  ASSERT_EQ(remove(server, kGuestToken).response.status, 200);
  EXPECT_EQ(room_now(server, kRid)["v"]["_id"], kCustomer);
}

// Servers look for the token that the room was opened with, not for the visitor.
TEST(VisitorRemoval, ARoomOfAnEarlierTokenStays) {
  Workspace server = workspace_with(6, 4, R"({"rooms":[{"_id":"r","t":"l",
    "v":{"_id":"iNKE8a6k6cjbqWhWd","token":"earlier"}}]})");
  ASSERT_EQ(remove(server, kOldToken).response.status, 200);
  EXPECT_EQ(room_now(server, "r")["_id"], "r");
}

// What is kept of a removed visitor cannot be seen from outside; but new guests are numbered by how
// many there are, and a token that is free again belongs to somebody else.
TEST(VisitorRemoval, TheRecordIsDeletedUpTo64AndDisabledFrom65) {
  for (const int minor : {4, 5}) {
    Workspace server = workspace(6, minor);
    ASSERT_EQ(remove(server, kOldToken).response.status, 200);
    EXPECT_EQ(get(server, path_of(kOldToken)).response.status, 400);
    const Json visitor =
        json_of(post(server, "livechat/visitor", {{"visitor", {{"token", "t"}}}}))["visitor"];
    EXPECT_EQ(visitor["username"], minor == 4 ? "guest-4" : "guest-5");
    const Json again =
        json_of(post(server, "livechat/visitor", {{"visitor", {{"token", kOldToken}}}}))["visitor"];
    EXPECT_NE(again["_id"], "iNKE8a6k6cjbqWhWd");
  }
}

TEST(VisitorRooms, OpenOnesAreListedInShort) {
  Workspace server = workspace(6, 4);
  expect_answer(get(server, path_of(kGuestToken, "/room"), kManager), 200,
                R"({"rooms":[{"_id":"tcbbSmWSLR5uo5PBW","t":"l","cl":false,"servedBy":)"
                R"({"_id":"rYhzFRd2QZjNwAAXX","username":"rodriq",)"
                R"("ts":"2023-03-30T16:40:48.383Z"}}],"success":true})");
  for (const std::string_view token : {kCustomerToken, std::string_view("none")})
    expect_answer(get(server, path_of(token, "/room"), kManager), 200,
                  R"({"rooms":[],"success":true})");
}

TEST(VisitorRooms, NeedThePermissionOfManagers) {
  Workspace server = workspace(6, 4);
  expect_answer(get(server, path_of(kGuestToken, "/room"), kAgent), 403, kForbidden);
  EXPECT_EQ(get(server, path_of(kGuestToken, "/room")).response.status, 401);
}

TEST(PagesVisited, AreThoseThatWereNotedInTheRoom) {
  Workspace server = workspace_with(6, 4, R"({"messages":[
    {"_id":"1","rid":"tcbbSmWSLR5uo5PBW","t":"livechat_navigation_history","msg":"Prices - /p",
     "ts":"2023-03-30T16:40:00.000Z"},
    {"_id":"2","rid":"tcbbSmWSLR5uo5PBW","t":"livechat_navigation_history","msg":"Home - /",
     "ts":"2023-03-30T16:39:00.000Z"},
    {"_id":"3","rid":"tcbbSmWSLR5uo5PBW","msg":"hi","ts":"2023-03-30T16:41:00.000Z"}]})");
  const std::string path = "livechat/visitors.pagesVisited/tcbbSmWSLR5uo5PBW";
  const Json answer = json_of(get(server, path, kAgent));
  EXPECT_EQ(answer["total"], 2);
  EXPECT_EQ(answer["pages"][0]["_id"], "1");
  EXPECT_EQ(json_of(get(server, path + "?count=1&offset=1", kAgent))["pages"][0]["_id"], "2");
  expect_answer(get(server, "livechat/visitors.pagesVisited/q7WnZ4kYtB9sRmE3c", kAgent), 200,
                R"({"pages":[],"count":0,"offset":0,"total":0,"success":true})");
}

TEST(PagesVisited, SayWhatIsWrong) {
  Workspace server = workspace(6, 4);
  const std::string path = "livechat/visitors.pagesVisited/";
  expect_answer(get(server, path + "none", kAgent), 400, failed("invalid-room"));
  expect_answer(get(server, path + "none?count=x", kAgent), 400, invalid_params("must be number"));
  EXPECT_EQ(get(server, path + "none").response.status, 401);
  const std::string nobody = R"({"permissions":[{"_id":"view-l-room","roles":[]}]})";
  Workspace on_route = workspace_with(5, 1, nobody);
  expect_answer(get(on_route, path + "none", kAgent), 403, kForbidden);
  Workspace inside = workspace_with(5, 0, nobody);
  expect_answer(get(inside, path + "none", kAgent), 400, failed("error-not-authorized"));
}

}  // namespace
}  // namespace room_visitor::standin

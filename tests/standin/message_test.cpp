// livechat/message, livechat/messages.history and livechat/:rid/messages (docs/wire.md sections
// 7, 8.1 and 9).
#include "standin/calls_test.h"

namespace room_visitor::standin {
namespace {

const std::string kMessage = "livechat/message";
const std::string kGuestHistory = "livechat/messages.history/tcbbSmWSLR5uo5PBW?token=";

Json text_of(std::string_view token, std::string_view text, std::string_view rid = kRid) {
  return {{"token", token}, {"rid", rid}, {"msg", text}};
}

// "a b c": the texts of a list of messages.
std::string texts_of(const Json& answer) {
  std::string texts;
  for (const Json& message : answer["messages"])
    texts.append(texts.empty() ? "" : " ").append(message["msg"].get<std::string>());
  return texts;
}

Workspace with_three_messages(int major = 6, int minor = 4) {
  Workspace server = workspace(major, minor);
  for (const char* text : {"a", "b", "c"})
    post(server, kMessage, text_of(kGuestToken, text), kNobody, kNow + text[0]);
  return server;
}

TEST(LivechatMessage, IsTheVisitorsAsServersKeepIt) {
  Workspace server = workspace(6, 4);
  const Json answer = json_of(post(server, kMessage, text_of(kGuestToken, "Still there?")));
  Json message = answer["message"];
  EXPECT_EQ(answer["success"], true);
  EXPECT_EQ(message["_id"].get<std::string>().size(), 17U);
  message["_id"] = "ID";
  EXPECT_EQ(message.dump(),
            std::string(R"({"_id":"ID","rid":"tcbbSmWSLR5uo5PBW","msg":"Still there?","token":")")
                .append(kGuestToken)
                .append(R"(","alias":"Mende","ts":"2023-05-02T14:47:45.855Z",)"
                        R"("u":{"_id":"6425bb86c29657e5b3ba26b2","username":"guest-16",)"
                        R"("name":"Mende"},"_updatedAt":"2023-05-02T14:47:45.855Z","urls":[],)"
                        R"("mentions":[],"channels":[],"md":[{"type":"PARAGRAPH","value":)"
                        R"([{"type":"PLAIN_TEXT","value":"Still there?"}]}],"newRoom":false,)"
                        R"("showConnecting":false})"));
}

TEST(LivechatMessage, AVisitorWithoutANameHasNoAlias) {
  Workspace server = workspace_with(6, 4, R"({"visitors":[{"_id":"n","username":"guest-9",
    "token":"t"}],"rooms":[{"_id":"r","t":"l","open":true,"v":{"_id":"n","token":"t"}}]})");
  const Json message = json_of(post(server, kMessage, text_of("t", "x", "r")))["message"];
  EXPECT_FALSE(message.contains("alias"));
  EXPECT_EQ(message["u"].dump(), R"({"_id":"n","username":"guest-9"})");
}

TEST(LivechatMessage, MovesWhatTheRoomSaysOfItsMessages) {
  Workspace server = workspace_with(
      6, 4, R"({"rooms":[{"_id":"r","t":"l","open":true,"msgs":7,"waitingResponse":false,
        "responseBy":{"_id":"a"},"v":{"_id":"6425bb86c29657e5b3ba26b2","token":"own"}}],
        "visitors":[{"_id":"6425bb86c29657e5b3ba26b2","username":"guest-16","token":"own"}]})");
  const Json message = json_of(post(server, kMessage, text_of("own", "x", "r")))["message"];
  const Json room = room_now(server, "r");
  EXPECT_EQ(room["msgs"], 8);
  EXPECT_EQ(room["lm"], "2023-05-02T14:47:45.855Z");
  EXPECT_EQ(room["lastMessage"].dump(), message.dump());
  EXPECT_EQ(room["v"]["lastMessageTs"], "2023-05-02T14:47:45.855Z");
  EXPECT_EQ(room["metrics"]["v"]["lq"], "2023-05-02T14:47:45.855Z");
  EXPECT_EQ(room["waitingResponse"], true);
  EXPECT_FALSE(room.contains("responseBy"));
  EXPECT_EQ(room["_updatedAt"], "2023-05-02T14:47:45.855Z");
}

TEST(LivechatMessage, KeepsAGivenIdAndIsNotSentTwice) {
  Workspace server = workspace(6, 4);
  Json body = text_of(kGuestToken, "x");
  body["_id"] = "mine";
  EXPECT_EQ(json_of(post(server, kMessage, body))["message"]["_id"], "mine");
  expect_answer(post(server, kMessage, body), 400, R"({"success":false})");
  EXPECT_EQ(room_now(server, kRid)["msgs"], 6);
}

TEST(LivechatMessage, SaysWhatIsWrong) {
  Workspace server = workspace(6, 4);
  expect_answer(post(server, kMessage, text_of("none", "x")), 400, failed("invalid-token"));
  expect_answer(post(server, kMessage, text_of(kGuestToken, "x", "none")), 400,
                failed("invalid-room"));
  expect_answer(post(server, kMessage, text_of(kCustomerToken, "x")), 400, failed("invalid-room"));
  expect_answer(post(server, kMessage, text_of(kGuestToken, "x", "GENERAL")), 400,
                failed("invalid-room"));
  expect_answer(post(server, kMessage, text_of(kCustomerToken, "x", kClosedRid)), 400,
                failed("room-closed"));
}

TEST(LivechatMessage, ItsBodyIsCheckedAgainstASchemaFrom52) {
  Workspace server = workspace(5, 2);
  const auto refused = [&](Json body, std::string_view message) {
    expect_answer(post(server, kMessage, body), 400, invalid_params(message));
  };
  refused(Json::object(), "must have required property 'token'");
  refused({{"token", "t"}, {"rid", "r"}}, "must have required property 'msg'");
  refused({{"token", "t"}, {"rid", "r"}, {"msg", "m"}, {"x", 1}},
          "must NOT have additional properties");
  refused({{"token", "t"}, {"rid", "r"}, {"msg", Json::array()}}, "must be string");
  refused({{"token", "t"}, {"rid", "r"}, {"msg", "m"}, {"agent", {{"agentId", "a"}}}},
          "must have required property 'username'");
  Json body = text_of(kGuestToken, "");
  body["msg"] = 12;
  body["_id"] = nullptr;
  EXPECT_EQ(json_of(post(server, kMessage, body))["message"]["msg"], "12");
}

TEST(LivechatMessage, ErrorsAreWrittenOutUpTo51) {
  Workspace server = workspace(5, 1);
  expect_answer(post(server, kMessage, text_of("none", "x")), 400, written_out("invalid-token"));
  expect_answer(post(server, kMessage, text_of(kCustomerToken, "x")), 400,
                written_out("invalid-room"));
  expect_answer(post(server, kMessage, text_of(kCustomerToken, "x", kClosedRid)), 400,
                written_out("room-closed"));
  EXPECT_EQ(json_of(post(server, kMessage, Json::object()))["message"],
            "Match error: Missing key 'token'");
  EXPECT_EQ(post(server, kMessage, text_of(kGuestToken, "x")).response.status, 200);
}

// Section 7: whose room it is decides which token opens it.
TEST(LivechatMessage, AfterAMoveTheOldTokenIsRefusedAndTheNewOneAccepted) {
  Workspace server = workspace(6, 4);
  EXPECT_EQ(post(server, kMessage, text_of(kGuestToken, "mine")).response.status, 200);
  ASSERT_EQ(send(server, move_request(kAgent, update(kRid, kGuest, kCustomer))).response.status,
            200);
  expect_answer(post(server, kMessage, text_of(kGuestToken, "still mine?")), 400,
                failed("invalid-room"));
  const Json message =
      json_of(post(server, kMessage, text_of(kCustomerToken, "now mine")))["message"];
  EXPECT_EQ(message["alias"], "Amara Mende");
  EXPECT_EQ(message["u"]["_id"], kCustomer);
  EXPECT_EQ(room_now(server, kRid)["lastMessage"]["token"], kCustomerToken);
}

TEST(MessagesHistory, ShowsTheNewestFirst) {
  Workspace server = with_three_messages();
  const Json answer = json_of(get(server, std::string(kGuestHistory).append(kGuestToken)));
  EXPECT_EQ(texts_of(answer), "c b a");
  EXPECT_EQ(answer.size(), 2U);
  EXPECT_EQ(answer["success"], true);
}

TEST(MessagesHistory, HasALimitAndAnEnd) {
  Workspace server = with_three_messages();
  const auto history = [&](const std::string& more) {
    return texts_of(json_of(get(server, std::string(kGuestHistory).append(kGuestToken) + more)));
  };
  EXPECT_EQ(history("&limit=2"), "c b");
  EXPECT_EQ(history("&limit=1&offset=1"), "b");
  EXPECT_EQ(history("&limit=0"), "c b a");
  // "c" was sent 99 ms after the present of the tests.
  EXPECT_EQ(history("&end=2023-05-02T14:47:45.954Z"), "b a");
  EXPECT_EQ(history("&end=2023-05-02T14:47:45.955Z&ls=2023-01-01T00:00:00.000Z"), "c b a");
  EXPECT_EQ(history("&end=yesterday"), "");
}

TEST(MessagesHistory, TwentyMessagesAreShownUnlessALimitIsGiven) {
  Workspace server = workspace(6, 4);
  for (int i = 0; i < 25; ++i) post(server, kMessage, text_of(kGuestToken, "x"), kNobody, kNow + i);
  const std::string own = std::string(kGuestHistory).append(kGuestToken);
  EXPECT_EQ(json_of(get(server, own))["messages"].size(), 20U);
  EXPECT_EQ(json_of(get(server, own + "&limit=24"))["messages"].size(), 24U);
}

TEST(MessagesHistory, SaysWhatIsWrong) {
  Workspace server = workspace(6, 4);
  expect_answer(get(server, "livechat/messages.history/tcbbSmWSLR5uo5PBW"), 400,
                invalid_params("must have required property 'token'"));
  expect_answer(get(server, kGuestHistory), 400, failed("error-token-param-not-provided"));
  expect_answer(get(server, kGuestHistory + "none"), 400, failed("invalid-token"));
  expect_answer(get(server, std::string(kGuestHistory).append(kCustomerToken)), 400,
                failed("invalid-room"));
  expect_answer(get(server, kGuestHistory + "a&limit=many"), 400, invalid_params("must be number"));
  Workspace older = workspace(5, 1);
  expect_answer(get(older, "livechat/messages.history/x"), 400,
                written_out("error-token-param-not-provided"));
}

TEST(MessagesHistory, AfterAMoveTheOldTokenIsRefusedAndTheNewOneAccepted) {
  Workspace server = with_three_messages();
  send(server, move_request(kAgent, update(kRid, kGuest, kCustomer)));
  expect_answer(get(server, std::string(kGuestHistory).append(kGuestToken)), 400,
                failed("invalid-room"));
  const Json answer = json_of(get(server, std::string(kGuestHistory).append(kCustomerToken)));
  EXPECT_EQ(texts_of(answer), "c b a");
  // What was said keeps its author.
  EXPECT_EQ(answer["messages"][0]["token"], kGuestToken);
}

TEST(MessagesHistory, AClosedRoomCanStillBeRead) {
  Workspace server = workspace(6, 4);
  const Exchange read =
      get(server,
          std::string("livechat/messages.history/q7WnZ4kYtB9sRmE3c?token=").append(kCustomerToken));
  expect_answer(read, 200, R"({"messages":[],"success":true})");
}

TEST(RoomMessages, AreShownToWhoMayAccessTheRoom) {
  Workspace server = with_three_messages();
  const Json answer = json_of(get(server, "livechat/tcbbSmWSLR5uo5PBW/messages", kAgent));
  EXPECT_EQ(texts_of(answer), "c b a");
  EXPECT_EQ(answer["count"], 50);
  EXPECT_EQ(answer["offset"], 0);
  EXPECT_EQ(answer["total"], 3);
}

TEST(RoomMessages, ComeInPagesAndCanBeSearchedAndSorted) {
  Workspace server = with_three_messages();
  const auto list = [&](const std::string& query) {
    return json_of(get(server, "livechat/tcbbSmWSLR5uo5PBW/messages?" + query, kAgent));
  };
  EXPECT_EQ(texts_of(list("count=1&offset=1")), "b");
  EXPECT_EQ(list("count=1&offset=1")["total"], 3);
  EXPECT_EQ(texts_of(list("searchTerm=B")), "b");
  EXPECT_EQ(texts_of(list("sort=%7B%22ts%22:1%7D")), "a b c");
  EXPECT_EQ(list("sort=x")["errorType"], "error-invalid-sort");
  EXPECT_EQ(list("x=1")["errorType"], "invalid-params");
}

TEST(RoomMessages, LeaveSystemMessagesOutButTheLast) {
  Workspace server = workspace_with(6, 4, R"({"messages":[
    {"_id":"1","rid":"tcbbSmWSLR5uo5PBW","t":"uj","msg":"joined","ts":"2023-03-30T16:40:48.026Z"},
    {"_id":"2","rid":"tcbbSmWSLR5uo5PBW","t":"livechat-close","msg":"bye",
     "ts":"2023-03-30T16:50:48.026Z"}]})");
  EXPECT_EQ(texts_of(json_of(get(server, "livechat/tcbbSmWSLR5uo5PBW/messages", kAgent))), "bye");
}

TEST(RoomMessages, SayWhatIsWrong) {
  Workspace server =
      workspace_with(6, 4, R"({"rooms":[{"_id":"other","t":"l","open":true,"v":{"_id":"x"}}]})");
  expect_answer(get(server, "livechat/none/messages", kAgent), 400, failed("invalid-room"));
  expect_answer(get(server, "livechat/other/messages", kAgent), 400, failed("not-allowed"));
  EXPECT_EQ(get(server, "livechat/other/messages", kMonitor).response.status, 200);
  EXPECT_EQ(get(server, "livechat/other/messages").response.status, 401);
  Workspace closed = workspace_with(6, 4, R"({"permissions":[{"_id":"view-l-room","roles":[]}]})");
  expect_answer(get(closed, "livechat/tcbbSmWSLR5uo5PBW/messages", kAgent), 403, kForbidden);
}

TEST(RoomMessages, ExistFrom42AndAskInsideUpTo50) {
  for (const int minor : {0, 2, 8}) {
    Workspace server = workspace(4, minor);
    const Exchange exchange = get(server, "livechat/tcbbSmWSLR5uo5PBW/messages", kAgent);
    EXPECT_EQ(header(exchange, "content-type") == "application/json", minor >= 2);
  }
  Workspace server = workspace_with(5, 0, R"({"permissions":[{"_id":"view-l-room","roles":[]}]})");
  expect_answer(get(server, "livechat/tcbbSmWSLR5uo5PBW/messages", kAgent), 400,
                failed("error-not-authorized"));
}

}  // namespace
}  // namespace room_visitor::standin

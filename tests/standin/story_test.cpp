// The seed "story": everything of the documentation, and a workspace full of people and rooms.
#include <set>

#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

Workspace story(int major, int minor) {
  WorkspaceOptions options;
  options.version = {major, minor, {}};
  options.seed = "story";
  options.rate_limiter = RateLimiter::off;
  return workspace(options);
}

Json get(Workspace& server, std::string_view path, Session session = kAdmin) {
  return Json::parse(
      send(server, request("GET", std::string("/api/v1/").append(path), session)).response.body,
      nullptr, false);
}

TEST(Story, HasTwoHundredRoomsInEveryStateAndOfEveryChannel) {
  Workspace server = story(6, 4);
  const Json list = get(server, "livechat/rooms?count=0");
  // Two of the hand-made ones are voice rooms, which are no live chats.
  EXPECT_EQ(list["total"], 200);
  std::set<std::string> sources;
  int open = 0;
  int held = 0;
  int queued = 0;
  int without_source = 0;
  for (const Json& room : list["rooms"]) {
    const bool is_open = room.value("open", false);
    open += is_open ? 1 : 0;
    held += room.value("onHold", false) ? 1 : 0;
    queued += is_open && !room.contains("servedBy") ? 1 : 0;
    without_source += room.contains("source") ? 0 : 1;
    if (room.contains("source")) sources.insert(room["source"]["type"].get<std::string>());
  }
  EXPECT_EQ(sources, (std::set<std::string>{"api", "app", "email", "other", "sms", "widget"}));
  EXPECT_GE(held, 2);
  EXPECT_GE(queued, 3);
  EXPECT_GE(without_source, 1);
  EXPECT_GT(open, 20);
  EXPECT_LT(open, 180);
}

TEST(Story, HasTheDocumentedRoomAndItsAnswer) {
  for (const auto& [major, minor] : {std::pair{5, 2}, {6, 4}, {6, 10}}) {
    Workspace documented = workspace(major, minor);
    Workspace server = story(major, minor);
    const HttpRequest documented_call = move_request(kAgent, update(kRid, kGuest, kGuest));
    EXPECT_EQ(send(server, documented_call), send(documented, documented_call));
    EXPECT_EQ(send(server, move_request(kAgent, update(kRid, kGuest, kCustomer))).response.status,
              200);
  }
}

TEST(Story, TheKnownCustomerHasSeveralVisitors) {
  Workspace server = story(6, 4);
  EXPECT_EQ(get(server, "livechat/visitors.search?term=amara.mende@example.com")["total"], 3);
}

TEST(Story, DisabledVisitorsAreUnknownFrom65) {
  for (const auto& [minor, known] : {std::pair{4, true}, {10, false}}) {
    Workspace server = story(6, minor);
    const Json rooms = get(server, "livechat/rooms?roomName=Deleted visitor");
    ASSERT_EQ(rooms["total"], 1);
    const auto owner = rooms["rooms"][0]["v"]["_id"].get<std::string>();
    EXPECT_EQ(get(server, "livechat/visitors.info?visitorId=" + owner)["success"], known);
  }
}

TEST(Story, EveryRoomHasItsVisitorAndEveryAgentIsThere) {
  Workspace server = story(6, 4);
  std::set<std::string> agents;
  const Json list = get(server, "livechat/rooms?count=0");
  for (const Json& room : list["rooms"]) {
    const auto owner = room["v"]["_id"].get<std::string>();
    std::string query = "livechat/visitors.info?visitorId=";
    for (const char letter : owner) query += letter == ' ' ? '+' : letter;
    const Json visitor = get(server, query);
    ASSERT_EQ(visitor["success"], true) << owner;
    EXPECT_EQ(visitor["visitor"]["token"], room["v"]["token"]) << owner;
    if (room.contains("servedBy")) agents.insert(room["servedBy"]["username"].get<std::string>());
  }
  EXPECT_GE(agents.size(), 10U);
}

TEST(Story, TheQueueIsPreviewedByAgentsOfTheDepartmentOnly) {
  Workspace server = story(6, 4);
  const Session noor{"Yb4EE2MjKH4RDjA4A", "noor-token-of-the-story-seed"};
  const Json rooms = get(server, "livechat/rooms?roomName=Queue Quentin");
  ASSERT_EQ(rooms["total"], 1);
  const std::string room = "rooms.info?roomId=" + rooms["rooms"][0]["_id"].get<std::string>();
  EXPECT_EQ(get(server, room, noor)["success"], true);
  EXPECT_EQ(get(server, room, kAgent)["success"], false);
}

TEST(Story, AnAdministratorHasASecondFactor) {
  Workspace server = story(6, 4);
  const auto log_in = [&](std::string_view code) {
    return send(server, request("POST", "/api/v1/login", kNobody,
                                std::string(R"({"user":"ottilie","password":"ottilie-password")")
                                    .append(code)
                                    .append("}")))
        .response.status;
  };
  EXPECT_EQ(log_in(""), 401);
  EXPECT_EQ(log_in(R"(,"code":"314159")"), 200);
}

}  // namespace
}  // namespace room_visitor::standin

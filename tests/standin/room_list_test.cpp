// Lists of rooms: all of them by criteria, and those of one visitor (docs/wire.md section 9).
#include <algorithm>
#include <set>

#include "standin/list_fixture.h"
#include "standin/paging.h"

namespace room_visitor::standin {
namespace {

std::string rooms_path(std::string_view query) {
  return std::string(kRoomsPath).append("?").append(query);
}

TEST(RoomList, ShowsFiftyNewestFirstUnlessAskedOtherwise) {
  Workspace server = many();
  const Json answer = get(server, kRoomsPath);
  EXPECT_EQ(*member(answer, "count"), 50);
  EXPECT_EQ(*member(answer, "offset"), 0);
  EXPECT_EQ(*member(answer, "total"), kRooms + 2);
  // The documentation's open room is newer than all generated ones, the closed one is in between.
  EXPECT_EQ(ids(answer, "rooms")[0], kRid);
  EXPECT_EQ(ids(answer, "rooms")[1], kClosedRid);
  EXPECT_EQ(ids(answer, "rooms")[2], inside().room_id(0));
}

TEST(RoomList, PagesShowEveryRoomOnce) {
  for (const std::string_view sort : {"", "&sort={\"ts\":1}", "&sort={\"fname\":1}"}) {
    Workspace server = many();
    std::set<std::string> seen;
    std::size_t shown = 0;
    for (std::size_t offset = 0; offset < kRooms + 2; offset += 37) {
      const Json answer =
          get(server, rooms_path("count=37&offset=" + std::to_string(offset) + std::string(sort)));
      for (const std::string& id : ids(answer, "rooms")) seen.insert(id);
      shown += items(answer, "rooms").size();
    }
    EXPECT_EQ(seen.size(), kRooms + 2);
    EXPECT_EQ(shown, kRooms + 2);
  }
}

TEST(RoomList, CountsAreLimitedAndZeroMeansAll) {
  Workspace server = many();
  EXPECT_EQ(items(get(server, rooms_path("count=1000")), "rooms").size(), 100U);
  EXPECT_EQ(items(get(server, rooms_path("count=0")), "rooms").size(), kRooms + 2);
  EXPECT_EQ(items(get(server, rooms_path("count=5&offset=9999")), "rooms").size(), 0U);
}

TEST(RoomList, OldestFirstIsNewestFirstBackwards) {
  Workspace server = many();
  auto newest = ids(get(server, rooms_path("count=0")), "rooms");
  std::reverse(newest.begin(), newest.end());
  EXPECT_EQ(ids(get(server, rooms_path("count=0&sort={\"ts\":1}")), "rooms"), newest);
}

// The quick way through an unfiltered list and the thorough one give the same answer.
TEST(RoomList, AFilterThatFitsEveryRoomChangesNothing) {
  Workspace server = many();
  for (const std::string_view page : {"count=7&offset=0", "count=100&offset=150", "count=0"}) {
    const Json all = get(server, rooms_path(page));
    const Json filtered =
        get(server, rooms_path(std::string(page) + "&createdAt={\"start\":\"2001-01-01\"}"));
    EXPECT_EQ(to_json_text(all), to_json_text(filtered));
  }
}

enum class Finds { some, nothing };

struct Filter {
  std::string_view query;
  bool (*fits)(const Json& room);
  Finds finds = Finds::some;
};

bool is_open(const Json& room) { return is_true(room, "open"); }

TEST(RoomList, FiltersShowExactlyWhatFits) {
  const Filter filters[]{
      {"open=true", [](const Json& room) { return is_open(room) && !is_true(room, "onHold"); }},
      {"open=false", [](const Json& room) { return !is_open(room) && !is_true(room, "onHold"); }},
      {"onhold=true", [](const Json& room) { return is_true(room, "onHold"); }},
      {"queued=true",
       [](const Json& room) { return is_open(room) && member(room, "servedBy") == nullptr; }},
      {"agents[]=rYhzFRd2QZjNwAAXX",
       [](const Json& room) { return member(room, "servedBy") != nullptr; }},
      {"agents[]=rodriq", [](const Json& room) { return member(room, "servedBy") != nullptr; }},
      {"agents[]=nobody", [](const Json&) { return false; }, Finds::nothing},
      {"departmentId=64253f1b7a6d9c0e81b2c3d4",
       [](const Json& room) { return member(room, "departmentId") != nullptr; }},
      {"roomName=MENDE",
       [](const Json& room) {
         return text_or_empty(room, "fname").find("Mende") != std::string_view::npos;
       }},
      {"roomName=guest-",
       [](const Json& room) { return text_or_empty(room, "fname").starts_with("guest-"); }},
      {"tags[]=refund&tags[]=vip",
       [](const Json& room) {
         return holds_text(member(room, "tags"), "refund") ||
                holds_text(member(room, "tags"), "vip");
       }},
      {"tags[0]=refund&tags[20]=vip",
       [](const Json& room) {
         return holds_text(member(room, "tags"), "refund") ||
                holds_text(member(room, "tags"), "vip");
       }},
      {"createdAt={\"start\":\"2023-03-28T07:00:00.000Z\",\"end\":\"2023-03-28T07:30:00.000Z\"}",
       [](const Json& room) {
         const std::string_view time = text_or_empty(room, "ts");
         return time >= "2023-03-28T07:00:00.000Z" && time <= "2023-03-28T07:30:00.000Z";
       }},
      {"closedAt={\"start\":\"2023-03-28T07:00:00.000Z\"}",
       [](const Json& room) {
         return text_or_empty(room, "closedAt") >= "2023-03-28T07:00:00.000Z";
       }},
      {"customFields={\"a\":\"b\"}", [](const Json&) { return false; }, Finds::nothing},
  };
  Workspace server = many();
  const std::vector<Json> all = items(get(server, rooms_path("count=0")), "rooms");
  for (const Filter& filter : filters) {
    std::vector<std::string> wanted;
    for (const Json& room : all)
      if (filter.fits(room)) wanted.emplace_back(text_or_empty(room, "_id"));
    const Json answer = get(server, rooms_path(std::string("count=0&").append(filter.query)));
    EXPECT_EQ(ids(answer, "rooms"), wanted) << filter.query;
    EXPECT_EQ(wanted.empty(), filter.finds == Finds::nothing) << filter.query;
    EXPECT_EQ(*member(answer, "total"), wanted.size()) << filter.query;
  }
}

TEST(RoomList, AgentsAreToldApartAndCustomFieldsFound) {
  WorkspaceOptions options{.version = {6, 4, {}}};
  options.seed_json = R"({"rooms":[
    {"_id":"one","t":"l","ts":"2023-04-02T00:00:00.000Z","servedBy":{"_id":"a","username":"ann"},
     "livechatData":{"order":"A-1001","city":"Lyon"}},
    {"_id":"two","t":"l","ts":"2023-04-01T00:00:00.000Z","servedBy":{"_id":"b","username":"bob"},
     "livechatData":{"order":"B-1001"}}]})";
  Workspace server = workspace(options);
  const auto found = [&](std::string_view query) {
    return ids(get(server, rooms_path(query)), "rooms");
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(found("agents[]=ann"), Ids{"one"});
  EXPECT_EQ(found("agents[]=b"), Ids{"two"});
  EXPECT_EQ(found("agents[]=ann&agents[]=b"), (Ids{"one", "two"}));
  EXPECT_EQ(found("customFields={\"order\":\"1001\"}"), (Ids{"one", "two"}));
  EXPECT_EQ(found("customFields={\"order\":\"a-1\"}"), Ids{"one"});
  EXPECT_EQ(found("customFields={\"order\":\"1001\",\"city\":\"lyo\"}"), Ids{"one"});
  EXPECT_EQ(found("customFields={\"order\":\"B\",\"city\":\"lyo\"}"), Ids{});
}

// Sorting reads less of generated rooms than showing them does.
TEST(RoomList, SortsGeneratedRoomsByTheirMembers) {
  Workspace server = many();
  for (const std::string_view key : {"fname", "departmentId", "open", "msgs"}) {
    const Json all = get(server, rooms_path("count=0&sort={\"" + std::string(key) + "\":-1}"));
    Json sort = Json::object();
    set_member(sort, key, -1);
    std::vector<Json> rooms = items(all, "rooms");
    sort_documents(rooms, sort);
    EXPECT_EQ(rooms, items(all, "rooms")) << key;
  }
}

TEST(RoomList, AnswersAreLimitedHoweverMuchIsAskedFor) {
  Workspace server = workspace({.version = {6, 4, {}}, .generated_rooms = 20'001});
  const auto status = [&](std::string_view query) {
    return send(server, request("GET", rooms_path(query), kAdmin)).response.status;
  };
  EXPECT_EQ(status("count=0"), 400);
  EXPECT_EQ(status("count=0&roomName=a"), 200);
  EXPECT_EQ(status("count=100"), 200);
  std::string keys;
  for (int i = 0; i < 33; ++i)
    keys.append(keys.empty() ? "" : ",").append("\"a" + std::to_string(i) + "\":1");
  expect_answer(send(server, request("GET", rooms_path("sort={" + keys + "}"), kAdmin)), 400,
                failed("too many compound keys"));
}

// Four bytes are too few for some of these.
TEST(RoomList, AnyOffsetIsBeyondTheEnd) {
  Workspace server = workspace(6, 4);
  for (const std::string_view offset :
       {"2", "2147483648", "4294967295", "4294967296", "9007199254740991"}) {
    const Json answer = get(server, rooms_path("offset=" + std::string(offset)));
    EXPECT_TRUE(items(answer, "rooms").empty()) << offset;
    EXPECT_EQ(to_json_text(*member(answer, "offset")), offset);
  }
}

TEST(RoomList, AMovedRoomKeepsItsPlaceAndShowsItsNewVisitor) {
  Workspace server = many();
  const auto before = ids(get(server, rooms_path("count=0")), "rooms");
  const Generator made = inside();
  const std::string owner = made.visitor_id(made.facts(9).visitor);
  EXPECT_EQ(
      send(server, move_request(kAdmin, update(made.room_id(9), owner, kCustomer))).response.status,
      200);
  for (const std::string_view page : {"count=0", "count=0&createdAt={\"start\":\"2001-01-01\"}"}) {
    const Json after = get(server, rooms_path(page));
    EXPECT_EQ(ids(after, "rooms"), before);
    for (const Json& room : items(after, "rooms"))
      if (text_or_empty(room, "_id") == made.room_id(9)) {
        EXPECT_EQ(text_or_empty(*member(room, "v"), "_id"), kCustomer);
      }
  }
}

TEST(RoomList, RoomsOfADepartmentShowItsName) {
  Workspace server = many();
  for (const Json& room : items(get(server, kRoomsPath), "rooms")) {
    const Json* department = member(room, "department");
    ASSERT_EQ(department != nullptr, member(room, "departmentId") != nullptr);
    if (department != nullptr) {
      EXPECT_EQ(to_json_text(*department),
                R"({"_id":"64253f1b7a6d9c0e81b2c3d4","name":"Support"})");
    }
  }
}

TEST(RoomList, FieldsKeepOrLeaveOut) {
  Workspace server = workspace(6, 4);
  const std::string kept =
      to_json_text(get(server, rooms_path("fields={\"fname\":1}&roomName=amara")));
  EXPECT_EQ(kept, R"({"rooms":[{"_id":"q7WnZ4kYtB9sRmE3c","fname":"Amara Mende"}],"count":1,)"
                  R"("offset":0,"total":1,"success":true})");
  const Json left_out = get(server, rooms_path("fields={\"v\":0}&roomName=amara"));
  EXPECT_EQ(member(items(left_out, "rooms")[0], "v"), nullptr);
  const Json tokenless = get(server, rooms_path("fields={\"v.token\":0}&roomName=amara"));
  const Json visitor = *member(items(tokenless, "rooms")[0], "v");
  EXPECT_EQ(member(visitor, "token"), nullptr);
  EXPECT_NE(member(visitor, "_id"), nullptr);
  EXPECT_EQ(to_json_text(items(get(server, rooms_path("fields={\"v.username\":1}&roomName=amara")),
                               "rooms")[0]),
            R"({"_id":"q7WnZ4kYtB9sRmE3c","v":{"username":"guest-3"}})");
  EXPECT_NE(member(items(left_out, "rooms")[0], "closedAt"), nullptr);
}

TEST(RoomList, AgentsSeeTheirOwnRoomsOnly) {
  Workspace server = workspace(6, 4);
  expect_answer(send(server, request("GET", kRoomsPath, kAgent)), 403, failed("unauthorized"));
  expect_answer(send(server, request("GET", rooms_path("agents[]=rodriq"), kAgent)), 403,
                failed("unauthorized"));
  expect_answer(
      send(server, request("GET", rooms_path("agents[]=rYhzFRd2QZjNwAAXX&agents[]=x"), kAgent)),
      403, failed("unauthorized"));
  EXPECT_EQ(ids(get(server, rooms_path("agents[]=rYhzFRd2QZjNwAAXX"), kAgent), "rooms").size(), 2U);
  EXPECT_EQ(ids(get(server, kRoomsPath, kMonitor), "rooms").size(), 2U);
}

TEST(RoomList, Before310ManagersOnly) {
  Workspace server = workspace(3, 9);
  expect_answer(send(server, request("GET", rooms_path("agents[]=rYhzFRd2QZjNwAAXX"), kAgent)), 403,
                failed("unauthorized"));
  EXPECT_EQ(ids(get(server, kRoomsPath, kManager), "rooms").size(), 2U);
}

TEST(RoomList, WrongParametersAreRefusedWithTheServersWords) {
  Workspace server = workspace(6, 4);
  const auto answer = [&](std::string_view query) {
    return send(server, request("GET", rooms_path(query), kAdmin));
  };
  expect_answer(answer("other=1"), 400, invalid_params("must NOT have additional properties"));
  expect_answer(answer("count=many"), 400, invalid_params("must be number"));
  for (const char* query : {"agents=rodriq", "agents[a]=rodriq", "agents[21]=rodriq",
                            "agents[00]=rodriq", "agents[100]=rodriq", "agents[-1]=rodriq"})
    expect_answer(answer(query), 400, invalid_params("must be array"));
  expect_answer(
      answer("open[]=true"), 400,
      invalid_params("must be string\\n must be boolean\\n must match a schema in anyOf"));
  expect_answer(answer("sort={"), 400,
                R"({"success":false,"error":"Invalid sort parameter provided: \"{\" )"
                R"([error-invalid-sort]","errorType":"error-invalid-sort"})");
  expect_answer(answer("createdAt={\"start\":\"soon\"}"), 400,
                failed("The \\\"createdAt.start\\\" query parameter must be a valid date."));
  expect_answer(answer("closedAt={\"end\":5}"), 400,
                failed("The \\\"closedAt.end\\\" query parameter must be a valid date."));
  expect_answer(answer("customFields=[]"), 400,
                failed("The \\\"customFields\\\" query parameter must be a valid JSON."));
}

std::string history_path(std::string_view rid, std::string_view visitor,
                         std::string_view query = "") {
  return std::string("/api/v1/livechat/visitors.chatHistory/room/")
      .append(rid)
      .append("/visitor/")
      .append(visitor)
      .append(query);
}

TEST(ChatHistory, ShowsTheRoomsThatAVisitorHasNow) {
  Workspace server = many();
  EXPECT_EQ(ids(get(server, history_path(kRid, kCustomer)), "history"),
            std::vector<std::string>{std::string(kClosedRid)});
  EXPECT_EQ(send(server, move_request(kAdmin, update(kRid, kGuest, kCustomer))).response.status,
            200);
  EXPECT_EQ(ids(get(server, history_path(kRid, kCustomer)), "history"),
            (std::vector<std::string>{std::string(kRid), std::string(kClosedRid)}));
  EXPECT_EQ(*member(get(server, history_path(kRid, kGuest)), "total"), 0);
}

TEST(ChatHistory, FollowsGeneratedRoomsWhenTheyMove) {
  Workspace server = many();
  const Generator made = inside();
  const std::string owner = made.visitor_id(0);
  EXPECT_EQ(ids(get(server, history_path(kRid, owner)), "history"),
            (std::vector<std::string>{made.room_id(0), made.room_id(32), made.room_id(64)}));
  EXPECT_EQ(send(server, move_request(kAdmin, update(made.room_id(32), owner, kCustomer)))
                .response.status,
            200);
  EXPECT_EQ(ids(get(server, history_path(kRid, owner)), "history"),
            (std::vector<std::string>{made.room_id(0), made.room_id(64)}));
  EXPECT_EQ(ids(get(server, history_path(kRid, kCustomer)), "history"),
            (std::vector<std::string>{std::string(kClosedRid), made.room_id(32)}));
}

TEST(ChatHistory, NeedsAccessToTheRoomThatIsNamed) {
  Workspace server = workspace(6, 4);
  expect_answer(send(server, request("GET", history_path("x", kCustomer), kAdmin)), 400,
                failed("invalid-room"));
  WorkspaceOptions options{.version = {6, 4, {}}};
  options.seed_json =
      R"({"rooms":[{"_id":"other","t":"l","open":true,"v":{"_id":"6425bb86c29657e5b3ba26b2"}}]})";
  Workspace other = workspace(options);
  expect_answer(send(other, request("GET", history_path("other", kGuest), kAgent)), 400,
                failed("error-not-allowed"));
  expect_answer(send(server, request("GET", history_path(kRid, kCustomer), kNobody)), 401,
                R"({"status":"error","message":"You must be logged in to do this."})");
}

std::string chats_path(std::string_view visitor, std::string_view query) {
  return std::string("/api/v1/livechat/visitors.searchChats/room/tcbbSmWSLR5uo5PBW/visitor/")
      .append(visitor)
      .append(query);
}

TEST(SearchChats, FindsByWhatWasSaidAndByState) {
  Workspace server = many();
  const Generator made = inside();
  for (std::size_t visitor = 0; visitor < made.visitors(); ++visitor) {
    const std::string id = made.visitor_id(visitor);
    std::size_t closed = 0;
    std::size_t said = 0;
    for (const std::size_t room : made.rooms_of(visitor)) {
      if (made.facts(room).closed != 0) ++closed;
      const auto messages = made.messages(room);
      if (std::any_of(messages.begin(), messages.end(), [](const Json& message) {
            return text_or_empty(message, "msg").find("invoice") != std::string_view::npos;
          }))
        ++said;
    }
    EXPECT_EQ(*member(get(server, chats_path(id, "?closedChatsOnly=true")), "total"), closed);
    EXPECT_EQ(*member(get(server, chats_path(id, "?searchText=INVOICE")), "total"), said);
  }
  EXPECT_EQ(*member(get(server, chats_path(kCustomer, "?source=sms")), "total"), 0);
  const Json found = get(server, chats_path(kCustomer, "?source=widget&servedChatsOnly=true"));
  std::vector<std::string> keys;
  const Json chat = items(found, "history")[0];
  for (const auto& entry : *chat.get_ptr<const Json::object_t*>()) keys.push_back(entry.first);
  EXPECT_EQ(keys, (std::vector<std::string>{"_id", "fname", "ts", "v", "msgs", "servedBy",
                                            "closedAt", "closedBy", "closer", "closingMessage"}));
}

}  // namespace
}  // namespace room_visitor::standin

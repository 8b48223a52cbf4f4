#include "room_visitor/calls.h"

#include <gtest/gtest.h>

#include <limits>

namespace room_visitor {
namespace {

const std::vector<Header> kSessionHeaders{{"X-Auth-Token", "t"}, {"X-User-Id", "u"}};

ServerUrl server() { return parse_server_url("https://e.com/team").value(); }
Session session() { return make_session({"u"}, {"t"}).value(); }

// Everything behind /api/v1/ of a GET request with the session's headers.
std::string path_of(const Result<HttpRequest>& request) {
  if (!request.ok()) return to_text(request.error());
  EXPECT_EQ(request.value().method, "GET");
  EXPECT_EQ(request.value().body, "");
  EXPECT_EQ(request.value().headers, kSessionHeaders);
  const std::string start = "https://e.com/team/api/v1/";
  EXPECT_TRUE(request.value().url.starts_with(start)) << request.value().url;
  return request.value().url.substr(start.size());
}

TEST(Calls, LogsInWithTheMembersThatTheServerTakesTogether) {
  const HttpRequest expected{"POST",
                             "https://e.com/team/api/v1/login",
                             {{"Content-Type", "application/json"}},
                             R"({"user":"a@b.org","password":"p\"w é"})"};
  EXPECT_EQ(log_in(server(), {"a@b.org", "p\"w é", ""}).value(), expected);
  EXPECT_EQ(log_in(server(), {"a", " p ", "123456"}).value().body,
            R"({"user":"a","password":" p ","code":"123456"})");
}

TEST(Calls, SaysWhatOfALoginCannotBeSentAndNeverRepeatsIt) {
  const auto error_of = [](const Login& login) { return log_in(server(), login).error(); };
  EXPECT_EQ(error_of({"", "p", ""}), (Error{ErrorCode::missing_login, "/user", "", ""}));
  EXPECT_EQ(error_of({"a", "", ""}), (Error{ErrorCode::missing_login, "/password", "", ""}));
  EXPECT_EQ(error_of({"a", "geheim\xED\xA0\x80", ""}),
            (Error{ErrorCode::ill_formed_unicode, "/password", "", ""}));
  EXPECT_EQ(error_of({"a\xFF", "p", ""}).path, "/user");
  EXPECT_EQ(error_of({"a", "p", "1\xC0"}).path, "/code");
}

TEST(Calls, LogsOutWithTheSessionOnly) {
  EXPECT_EQ(log_out(server(), session()),
            (HttpRequest{"POST", "https://e.com/team/api/v1/logout", kSessionHeaders, ""}));
}

TEST(Calls, AsksWhoIsLoggedInAndWhoMayDoWhat) {
  EXPECT_EQ(path_of(current_user(server(), session())), "me");
  EXPECT_EQ(path_of(permission_list(server(), session())), "permissions.listAll");
}

TEST(Calls, AsksForOneVisitor) {
  EXPECT_EQ(path_of(visitor_info(server(), session(), {"a&b=é"})),
            "livechat/visitors.info?visitorId=a%26b%3D%C3%A9");
  EXPECT_EQ(visitor_info(server(), session(), {""}).error(),
            (Error{ErrorCode::empty, "/visitorId", "", ""}));
  EXPECT_EQ(visitor_info(server(), session(), {"\xED\xA0\x80"}).error().code,
            ErrorCode::ill_formed_unicode);
}

TEST(Calls, SearchesVisitors) {
  const auto search = [](const std::string& term, const Page& page) {
    return path_of(visitor_search(server(), session(), term, page));
  };
  EXPECT_EQ(search("", {}), "livechat/visitors.search?term=");
  EXPECT_EQ(search("+1 a#b", {25, 50}),
            "livechat/visitors.search?term=%2B1%20a%23b&count=25&offset=50");
  EXPECT_EQ(search("x", {0, {}}), "livechat/visitors.search?term=x&count=0");
}

TEST(Calls, RefusesAPageThatCannotBe) {
  EXPECT_EQ(visitor_search(server(), session(), "x", {-1, {}}).error(),
            (Error{ErrorCode::invalid_input, "/count", "-1", "a whole number from 0 on"}));
  EXPECT_EQ(visitor_search(server(), session(), "x", {1, -5}).error().path, "/offset");
  EXPECT_EQ(visitor_search(server(), session(), "\xFF", {-1, {}}).error().path, "/term");
}

TEST(Calls, ListsRoomsWithoutAnyFilter) {
  EXPECT_EQ(path_of(room_list(server(), session(), {})), "livechat/rooms");
}

TEST(Calls, ListsRoomsByEveryFilter) {
  RoomFilter filter;
  filter.agents = {"a1", "b&2"};
  filter.room_name = "guest 16";
  filter.department_id = "d1";
  filter.open = false;
  filter.created_at = {0.0, 1680195491899.0};
  filter.closed_at.end = 1.0;
  filter.tags = {"vip"};
  filter.custom_fields = {{"plan", "gold\""}};
  filter.on_hold = true;
  filter.queued = false;
  filter.sort = {{"ts", SortOrder::descending}, {"v.name", SortOrder::ascending}};
  filter.page = {100, 0};
  EXPECT_EQ(path_of(room_list(server(), session(), filter)),
            "livechat/rooms?agents%5B%5D=a1&agents%5B%5D=b%262&roomName=guest%2016"
            "&departmentId=d1&open=false"
            "&createdAt=%7B%22start%22%3A%221970-01-01T00%3A00%3A00.000Z%22%2C"
            "%22end%22%3A%222023-03-30T16%3A58%3A11.899Z%22%7D"
            "&closedAt=%7B%22end%22%3A%221970-01-01T00%3A00%3A00.001Z%22%7D"
            "&tags%5B%5D=vip&customFields=%7B%22plan%22%3A%22gold%5C%22%22%7D"
            "&onhold=true&queued=false&sort=%7B%22ts%22%3A-1%2C%22v.name%22%3A1%7D"
            "&count=100&offset=0");
}

TEST(Calls, SaysWhichFilterCannotBeSent) {
  const auto path_of_error = [](const auto& change) {
    RoomFilter filter;
    change(filter);
    const Result<HttpRequest> request = room_list(server(), session(), filter);
    return request.ok() ? "accepted" : request.error().path;
  };
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.agents = {"a", ""}; }), "/agents");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.tags = {"\xFF"}; }), "/tags");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.room_name = "\xFF"; }), "/roomName");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.department_id = "\xFF"; }), "/departmentId");
  EXPECT_EQ(path_of_error([&](RoomFilter& f) { f.created_at.start = nan; }), "/createdAt/start");
  EXPECT_EQ(path_of_error([&](RoomFilter& f) { f.closed_at.end = infinity; }), "/closedAt/end");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.closed_at = {2.0, 1.0}; }), "/closedAt");
  EXPECT_EQ(path_of_error([](RoomFilter& f) {
              f.custom_fields = {{"a", "\xFF"}};
            }),
            "/customFields");
  // Two halves that only together are a character.
  EXPECT_EQ(path_of_error([](RoomFilter& f) {
              f.custom_fields = {{"a\xC3", "\xA9"}};
            }),
            "/customFields");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.custom_fields = {{"", "a"}}; }), "/customFields");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.sort = {{"\xFF", {}}}; }), "/sort");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.sort = {{"", {}}}; }), "/sort");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.page.offset = -1; }), "/offset");
  EXPECT_EQ(path_of_error([](RoomFilter& f) { f.closed_at = {1.0, 1.0}; }), "accepted");
}

TEST(Calls, AsksForTheRoomsOfAVisitor) {
  EXPECT_EQ(path_of(chat_history(server(), session(), {"r/1"}, {"v?1"}, {10, {}})),
            "livechat/visitors.chatHistory/room/r%2F1/visitor/v%3F1?count=10");
  EXPECT_EQ(path_of(chat_history(server(), session(), {"..."}, {".a"})),
            "livechat/visitors.chatHistory/room/.../visitor/.a");
}

// "." and ".." are steps to every sender of addresses, so the request would go somewhere else.
TEST(Calls, NeverLeavesThePathOfTheHistory) {
  for (const char* id : {"", ".", ".."}) {
    EXPECT_EQ(chat_history(server(), session(), {id}, {"v"}).error().path, "/rid") << id;
    EXPECT_EQ(chat_history(server(), session(), {"r"}, {id}).error().path, "/visitorId") << id;
  }
}

}  // namespace
}  // namespace room_visitor

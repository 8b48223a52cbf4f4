// The documentation's example works as it is printed.
#include <fstream>
#include <sstream>

#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

// As the documentation's curl call sends it, spaces included.
constexpr std::string_view kDocumentedBody = R"({
    "rid": "tcbbSmWSLR5uo5PBW",
    "oldVisitorId": "6425bb86c29657e5b3ba26b2",
    "newVisitorId": "6425bb86c29657e5b3ba26b2"
})";

std::string documented_result() {
  std::ifstream file(ROOM_VISITOR_TEST_DATA "/documentation-result.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Golden, AnswerEqualsTheDocumentedOneMemberForMember) {
  Json expected = Json::parse(documented_result(), nullptr, false);
  ASSERT_TRUE(expected.is_object());
  for (const auto& [major, minor] : {std::pair{5, 2}, {6, 1}, {6, 2}, {6, 4}, {6, 5}, {6, 13}}) {
    Workspace server = workspace(major, minor);
    const Exchange exchange = send(server, move_request(kAgent, std::string(kDocumentedBody)));
    EXPECT_EQ(exchange.response.status, 200);
    // 2023-05-02T14:47:45.855Z is both the documented time and `kNow`.
    EXPECT_EQ(exchange.response.body, expected.dump()) << major << "." << minor;
    EXPECT_EQ(exchange.delay_ms, 0);
    EXPECT_EQ(exchange.ending, Ending::complete);
  }
}

TEST(Golden, OnlyTheTimeOfTheUpdateDependsOnTheClock) {
  Workspace server = workspace(6, 4);
  const Exchange exchange =
      send(server, move_request(kAgent, std::string(kDocumentedBody)), kNow + 1000);
  Json expected = Json::parse(documented_result(), nullptr, false);
  expected["room"]["_updatedAt"] = "2023-05-02T14:47:46.855Z";
  EXPECT_EQ(exchange.response.body, expected.dump());
}

TEST(Golden, EqualInputsGiveEqualAnswers) {
  Workspace first = workspace(6, 4);
  Workspace second = workspace(6, 4);
  for (const auto& sent : {move_request(kAgent, "{}"), move_request(kNobody, "{}"),
                           request("GET", "/api/v1/livechat/room?token=x", kNobody)})
    EXPECT_EQ(send(first, sent), send(second, sent));
}

TEST(Golden, ACopyLivesItsOwnLife) {
  Workspace first = workspace(6, 4);
  Workspace second = first;
  const HttpRequest moved = move_request(kAgent, update(kRid, kGuest, kCustomer));
  EXPECT_EQ(send(first, moved).response.status, 200);
  EXPECT_EQ(send(second, moved).response.status, 200);
  EXPECT_EQ(send(second, moved).response.status, 400);
}

}  // namespace
}  // namespace room_visitor::standin

// What others do in the middle of a request: moves and documents that vanish (docs/wire.md section
// 3.2, steps d, f, h and i).
#include "standin/faults_fixture.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

TEST(Interference, AnotherAgentMovesTheRoomFirst) {
  Workspace server = with_faults(R"([{"kind":"moved_before","method":"PUT","visitorId":")" +
                                 std::string(kJo) + R"("}])");
  expect_answer(send(server, move()), 400, failed("invalid-room-visitor"));
  EXPECT_EQ(owner(server), kJo);
  expect_counted(server, FaultKind::moved_before);
  expect_usual_answer(server);
}

TEST(Interference, AnotherAgentMovesTheRoomOfAnyRequestThatNamesIt) {
  Workspace server = with_faults(R"([{"kind":"moved_before","visitorId":")" + std::string(kJo) +
                                 R"("},{"kind":"moved_before","visitorId":"nobody","nth":2}])");
  EXPECT_EQ(send(server, info()).response.status, 200);
  expect_counted(server, FaultKind::moved_before, 0);
  const Exchange read = send(server, read_room());
  EXPECT_NE(read.response.body.find(kJo), std::string::npos);
  expect_counted(server, FaultKind::moved_before);
  send(server, read_room());
  expect_counted(server, FaultKind::moved_before);
  EXPECT_EQ(server.fault_report().left, 1U) << "there is no such visitor";
}

TEST(Interference, OfTwoAgentsInARaceTheLastWriterWins) {
  for (const auto& [major, minor] : {std::pair{5, 2}, {6, 2}, {6, 5}}) {
    Workspace server = with_faults(
        R"([{"kind":"moved_between","visitorId":")" + std::string(kJo) + R"("}])", major, minor);
    const Exchange moved = send(server, move());
    EXPECT_EQ(moved.response.status, 200);
    EXPECT_EQ(owner(server), kCustomer);
    expect_counted(server, FaultKind::moved_between);
    expect_usual_answer(server);
  }
}

// Both moved the room from the same visitor, which one after the other could not have done.
TEST(Interference, InARaceTheOtherAgentsMoveHappenedToo) {
  WorkspaceOptions options;
  options.version = {6, 4, {}};
  options.seed_json = R"({"rooms":[{"_id":"r","t":"l","open":true,"v":{"_id":")" +
                      std::string(kGuest) + R"("}}],"visitors":[{"_id":"bare","name":"x"},)" +
                      R"({"_id":"other","username":"o","token":"ot"}]})";
  options.faults_json = R"([{"kind":"moved_between","visitorId":"other"}])";
  Workspace server = workspace(options);
  const Exchange moved = send(server, move_request(kAdmin, update("r", kGuest, "bare")));
  // The visitor `bare` has neither name nor token of its own, so that those of the other stay.
  const Json room = Json::parse(moved.response.body, nullptr, false)["room"];
  EXPECT_EQ(room["v"].dump(), R"({"_id":"bare","username":"o","token":"ot"})");
  EXPECT_EQ(server.fault_report().count(FaultKind::moved_between), 1U);
}

TEST(Interference, ARaceNeedsAMoveThatGetsThatFar) {
  Workspace server =
      with_faults(R"([{"kind":"moved_between","visitorId":")" + std::string(kJo) + R"("}])");
  send(server, read_room());
  send(server, move(kNobody));
  send(server, move_request(kAgent, update(kRid, kCustomer, kGuest)));
  expect_counted(server, FaultKind::moved_between, 0);
  EXPECT_EQ(owner(server), kGuest);
}

// Step d of docs/wire.md section 3.2.
TEST(Interference, TheCallersRecordVanishesBetweenTwoChecks) {
  for (const auto& [major, minor] : {std::pair{5, 2}, {6, 1}, {6, 2}, {6, 4}, {6, 5}, {6, 13}}) {
    Workspace server = with_faults(R"([{"kind":"user_vanishes"}])", major, minor);
    expect_answer(send(server, move()), 400, failed("error-user-not-found"));
    EXPECT_EQ(owner(server), kGuest);
    expect_counted(server, FaultKind::user_vanishes);
    EXPECT_EQ(send(server, move()).response.status, 401);
    EXPECT_EQ(send(server, move(kAdmin)).response.status, 200);
  }
}

// Step f: only versions that read the room again notice.
TEST(Interference, TheRoomVanishesBeforeTheAccessCheck) {
  constexpr std::string_view kGone =
      R"({"success":false,"error":"[invalid-room]","errorType":"invalid-room"})";
  for (const auto& [major, minor] : {std::pair{5, 2}, {6, 1}, {6, 2}, {6, 4}, {6, 5}, {6, 13}}) {
    Workspace server = with_faults(R"([{"kind":"room_vanishes_before_access"}])", major, minor);
    const bool notices = minor < 5;
    expect_answer(send(server, move()), 400, notices ? kGone : R"({"success":false})");
    EXPECT_EQ(owner(server), "(gone)");
    expect_counted(server, FaultKind::room_vanishes_before_access);
  }
}

// Step i.
TEST(Interference, TheRoomVanishesAfterTheUpdate) {
  for (const auto& [major, minor] : {std::pair{5, 2}, {6, 1}, {6, 2}, {6, 4}, {6, 5}, {6, 13}}) {
    Workspace server = with_faults(R"([{"kind":"room_vanishes_after_update"}])", major, minor);
    const Exchange answer = send(server, move());
    if (major == 5 || minor < 2) {
      expect_answer(answer, 200, R"({"success":true})");
    } else {
      expect_answer(answer, 400, R"({"success":false})");
    }
    EXPECT_EQ(owner(server), "(gone)");
    expect_counted(server, FaultKind::room_vanishes_after_update);
  }
}

TEST(Interference, OtherRoomsStayWhenOneVanishes) {
  Workspace server = with_faults(R"([{"kind":"room_vanishes_after_update"}])");
  send(server, move());
  EXPECT_EQ(owner(server, kClosedRid), kCustomer);
  expect_answer(send(server, move()), 400, failed("invalid-room"));
}

TEST(Interference, NothingVanishesWhereTheMoveIsRefusedBefore) {
  for (const char* kind : {"user_vanishes", "room_vanishes_before_access"}) {
    Workspace server = with_faults(std::string(R"([{"kind":")") + kind + "\"}]", 5, 1);
    send(server, move());
    EXPECT_EQ(server.fault_report().left, 1U);
    EXPECT_EQ(owner(server), kGuest);
  }
}

}  // namespace
}  // namespace room_visitor::standin

#include "room_visitor/json_tasks.h"

#include <gtest/gtest.h>

#include "core/play.h"
#include "support/data.h"

namespace room_visitor {
namespace {

using testing::parsed;

constexpr const char* kUpdate =
    R"("update":{"kind":"object","members":[["rid","string","room1"],)"
    R"(["oldVisitorId","string","old"],["newVisitorId","string","new"]]})";

std::string setup(const std::string& more = "") {
  return std::string("{") + kUpdate +
         R"(,"server":"https://chat.example.com","userId":"user1","authToken":"token1","now":1000)" +
         more + "}";
}

const std::string kNext = R"({"id":1,"now":1000,"chance":2147483648})";

std::string answer_of(JsonTasks& moves, int attempt, const char* name) {
  const HttpResponse answer = testing::answer_named(name);
  return moves.report(R"({"id":1,"now":1000,"event":"answer","attempt":)" +
                          std::to_string(attempt) + R"(,"status":)" +
                          std::to_string(answer.status) +
                          R"(,"headers":[["content-type","application/json"]]})",
                      answer.body);
}

TEST(JsonTasks, CarriesOneUpdateThrough) {
  JsonTasks moves;
  EXPECT_EQ(moves.start(setup(R"(,"profile":"two_permissions")")), R"({"ok":true,"id":1})");
  const auto write = parsed(moves.next(kNext));
  EXPECT_EQ(write["step"], "send");
  EXPECT_EQ(write["kind"], "write");
  EXPECT_EQ(write["request"]["method"], "PUT");
  EXPECT_EQ(write["deadline"], 31000);
  EXPECT_EQ(moves.next(kNext), R"({"ok":true,"step":"wait","until":31000,"why":"answer"})");
  EXPECT_EQ(answer_of(moves, 1, "mismatch"), R"({"ok":true})");
  EXPECT_EQ(parsed(moves.next(kNext))["kind"], "read_back");
  EXPECT_EQ(answer_of(moves, 2, "third"), R"({"ok":true})");
  const auto done = parsed(moves.next(kNext));
  EXPECT_EQ(done["step"], "done");
  EXPECT_EQ(done["outcome"]["verdict"], "refused");
  EXPECT_EQ(done["outcome"]["error"]["code"], "conflict");
  EXPECT_EQ(done["outcome"]["lastSeen"]["visitorId"], "third");
  EXPECT_EQ(done["meaning"]["kind"], "compare_failed");
  EXPECT_EQ(moves.report(R"({"id":1,"now":1000,"event":"end"})", ""), R"({"ok":true})");
  EXPECT_EQ(parsed(moves.next(kNext))["error"]["path"], "/id");
}

TEST(JsonTasks, TellsEachKindOfStep) {
  JsonTasks moves;
  static_cast<void>(moves.start(setup()));
  EXPECT_EQ(parsed(moves.next(kNext))["step"], "send");
  EXPECT_EQ(moves.report(R"({"id":1,"now":1000,"event":"cancel"})", ""), R"({"ok":true})");
  EXPECT_EQ(moves.next(kNext), R"({"ok":true,"step":"abort","attempt":1})");
  EXPECT_EQ(parsed(moves.next(kNext))["kind"], "read_back");
  static_cast<void>(answer_of(moves, 2, "old"));
  const auto done = parsed(moves.next(kNext));
  EXPECT_EQ(done["outcome"]["verdict"], "unknown");
  EXPECT_EQ(done["outcome"]["error"]["code"], "cancelled");
  EXPECT_EQ(done["outcome"]["openUntil"], 31000);
  EXPECT_TRUE(done["meaning"].is_null());
}

TEST(JsonTasks, AsksForCredentialsAndTakesThem) {
  for (const bool given : {true, false}) {
    JsonTasks moves;
    static_cast<void>(moves.start(setup()));
    static_cast<void>(moves.next(kNext));
    static_cast<void>(answer_of(moves, 1, "401"));
    EXPECT_EQ(moves.next(kNext), R"({"ok":true,"step":"credentials"})");
    EXPECT_EQ(parsed(moves.next(kNext))["why"], "credentials");
    static_cast<void>(moves.report(
        given ? R"({"id":1,"now":1000,"event":"credentials","userId":"u","authToken":"t"})"
              : R"({"id":1,"now":1000,"event":"credentials"})",
        ""));
    const auto step = parsed(moves.next(kNext));
    EXPECT_EQ(step["step"], given ? "send" : "done");
  }
}

TEST(JsonTasks, TakesFailuresAndLimits) {
  JsonTasks moves;
  static_cast<void>(moves.start(setup(R"(,"attemptLimit":50,"overallLimit":70)")));
  EXPECT_EQ(parsed(moves.next(kNext))["deadline"], 1050);
  EXPECT_EQ(
      moves.report(
          R"({"id":1,"now":1000,"event":"failure","attempt":1,"kind":"network","sent":false})", ""),
      R"({"ok":true})");
  const auto done = parsed(moves.next(kNext));
  EXPECT_EQ(done["outcome"]["verdict"], "not_sent");
  EXPECT_EQ(done["outcome"]["error"]["code"], "network_failed");
}

// Both could be answered with success: the server compares without a lock.
TEST(JsonTasks, LetsUpdatesOfOneRoomWaitForEachOther) {
  JsonTasks moves;
  const auto next = [&](int id) {
    return parsed(moves.next(R"({"id":)" + std::to_string(id) + R"(,"now":1000,"chance":0})"));
  };
  const auto report = [&](int id, const std::string& event) {
    return moves.report(R"({"id":)" + std::to_string(id) + R"(,"now":1000,)" + event + "}", "");
  };
  static_cast<void>(moves.start(setup()));
  static_cast<void>(moves.start(setup()));
  static_cast<void>(moves.start(setup()));
  EXPECT_EQ(next(2)["why"], "other_call");
  EXPECT_EQ(next(1)["step"], "send");
  EXPECT_EQ(next(2)["why"], "other_call");
  EXPECT_EQ(next(2)["until"], 181'000);
  EXPECT_EQ(report(3, R"("event":"cancel")"), R"({"ok":true})");
  EXPECT_EQ(next(3)["outcome"]["verdict"], "not_sent");
  EXPECT_EQ(answer_of(moves, 1, "moved"), R"({"ok":true})");
  EXPECT_EQ(next(2)["step"], "send");
  EXPECT_EQ(next(1)["step"], "done");
}

TEST(JsonTasks, OnlyReadsForAnOpenIntent) {
  JsonTasks moves;
  static_cast<void>(moves.start(setup(R"(,"onlyRead":true)")));
  EXPECT_EQ(parsed(moves.next(kNext))["kind"], "read_back");
}

TEST(JsonTasks, RefusesWhatItCannotUse) {
  JsonTasks moves;
  const auto path_of = [](const std::string& reply) { return parsed(reply)["error"]["path"]; };
  EXPECT_EQ(path_of(moves.start("")), "");
  EXPECT_EQ(path_of(moves.start("{}")), "/update");
  EXPECT_EQ(path_of(moves.start(std::string("{") + kUpdate + "}")), "/server");
  EXPECT_EQ(path_of(moves.start(setup(R"(,"profile":"x")"))), "/profile");
  EXPECT_EQ(path_of(moves.start(setup(R"(,"attemptLimit":"x")"))), "/attemptLimit");
  EXPECT_EQ(path_of(moves.next("{}")), "/id");
  EXPECT_EQ(path_of(moves.next(R"({"id":1,"now":1,"chance":0})")), "/id");
  EXPECT_EQ(path_of(moves.report(R"({"id":1,"now":1,"event":"?"})", "")), "/id");
  static_cast<void>(moves.start(setup()));
  EXPECT_EQ(path_of(moves.report(R"({"id":1,"now":1,"event":"?"})", "")), "/event");
  EXPECT_EQ(path_of(moves.report(R"({"id":1,"now":1,"event":"answer"})", "")), "/attempt");
  EXPECT_EQ(
      path_of(moves.report(R"({"id":1,"now":1,"event":"failure","attempt":1,"kind":"?"})", "")),
      "/kind");
  const auto issues = parsed(moves.start(
      R"({"update":{"kind":"object","members":[["rid","string","r"]]},"server":"https://a.b",)"
      R"("userId":"u","authToken":"t","now":0})"));
  EXPECT_EQ(issues["error"]["code"], "missing");
  EXPECT_EQ(issues["issues"].size(), 3u);
}

}  // namespace
}  // namespace room_visitor

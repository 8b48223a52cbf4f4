// What the suites about faults share.
#ifndef ROOM_VISITOR_TESTS_STANDIN_FAULTS_FIXTURE_H
#define ROOM_VISITOR_TESTS_STANDIN_FAULTS_FIXTURE_H

#include "json/nlohmann.h"
#include "room_visitor/standin/faults.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {

inline constexpr std::string_view kJo = "iNKE8a6k6cjbqWhWd";

inline Workspace with_faults(std::string_view json, int major = 6, int minor = 4) {
  Workspace server = workspace(major, minor);
  const auto script = parse_faults(json);
  EXPECT_TRUE(script.ok()) << to_text(script.error());
  if (script.ok()) {
    EXPECT_EQ(server.set_faults(script.value()), std::nullopt);
  }
  return server;
}

inline HttpRequest move(Session session = kAgent) {
  return move_request(session, update(kRid, kGuest, kCustomer));
}
inline HttpRequest info() { return request("GET", "/api/info", kNobody); }
inline HttpRequest read_room() {
  return request("GET", "/api/v1/rooms.info?roomId=" + std::string(kRid), kAdmin);
}

// Whose room it is, read past the script.
inline std::string owner(const Workspace& server, std::string_view rid = kRid) {
  Workspace copy = server;
  EXPECT_EQ(copy.set_faults({}), std::nullopt);
  const Exchange read =
      send(copy, request("GET", "/api/v1/rooms.info?roomId=" + std::string(rid), kAdmin));
  const auto body = nlohmann::ordered_json::parse(read.response.body, nullptr, false);
  return read.response.status == 200 ? body["room"]["v"]["_id"].get<std::string>() : "(gone)";
}

inline void expect_counted(const Workspace& server, FaultKind kind, std::uint32_t times = 1) {
  const FaultReport report = server.fault_report();
  EXPECT_EQ(report.count(kind), times) << to_text(kind);
  std::uint32_t all = 0;
  for (const std::uint32_t count : report.happened) all += count;
  EXPECT_EQ(all, times) << "nothing else is counted";
}

// A script with one fault befalls the first update only; then all is as ever.
inline void expect_usual_answer(Workspace& server) {
  const Exchange next = send(server, info());
  EXPECT_EQ(next.ending, Ending::complete);
  EXPECT_EQ(next.response.status, 200);
  EXPECT_EQ(server.fault_report().left, 0U);
}

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_TESTS_STANDIN_FAULTS_FIXTURE_H

// Fault scripts: how they are read, what is wrong with them, and how they are written.
#include <set>

#include "json/nlohmann.h"
#include "room_visitor/standin/json_api.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

using Json = nlohmann::ordered_json;

// The example at the head of faults.h.
TEST(FaultScript, TheManualsExampleRuns) {
  Workspace server = workspace(6, 4);
  const auto script = parse_faults(R"([
    {"kind": "reset_after", "method": "PUT", "path": "/api/v1/livechat/room.visitor", "nth": 2},
    {"kind": "slow", "milliseconds": 300, "times": 0}
  ])");
  ASSERT_TRUE(script.ok());
  EXPECT_EQ(server.set_faults(script.value()), std::nullopt);
  const HttpRequest golden = move_request(kAgent, update(kRid, kGuest, kGuest));
  const Exchange first = send(server, golden);
  EXPECT_EQ(first.slow_ms, 300);
  EXPECT_EQ(first.ending, Ending::complete);
  const Exchange second = send(server, golden);
  EXPECT_EQ(second.ending, Ending::reset);
  EXPECT_EQ(server.fault_report().count(FaultKind::reset_after), 1U);
  EXPECT_EQ(server.fault_report().count(FaultKind::slow), 2U);
}

constexpr const char* kEveryKind = R"([{"kind":"reset_before","method":"PUT",)"
                                   R"("path":"/api/v1/livechat/room.visitor","rid":"r","nth":3,)"
                                   R"("times":0},{"kind":"reset_after"},{"kind":"cut","bytes":0},)"
                                   R"({"kind":"stall_before"},{"kind":"stall_after","bytes":7},)"
                                   R"({"kind":"server_error_before","status":502,"page":"html"},)"
                                   R"({"kind":"server_error_after","status":504,"page":"json"},)"
                                   R"({"kind":"rate_limit","milliseconds":1500},)"
                                   R"({"kind":"login_page"},{"kind":"slow","milliseconds":1},)"
                                   R"({"kind":"wrong_json","form":"not_json"},)"
                                   R"({"kind":"duplicate","answer":"second"},)"
                                   R"({"kind":"late_duplicate","requests":2},{"kind":"redirect",)"
                                   R"("location":"https://login.example.com/?a=b"},)"
                                   R"({"kind":"restart"},{"kind":"upgrade","version":"7.0.1"},)"
                                   R"({"kind":"moved_before","visitorId":"v"},)"
                                   R"({"kind":"moved_between","visitorId":"v"},)"
                                   R"({"kind":"user_vanishes"},)"
                                   R"({"kind":"room_vanishes_before_access"},)"
                                   R"({"kind":"room_vanishes_after_update"}])";

TEST(FaultScript, WhatIsReadIsWrittenAgain) {
  const auto script = parse_faults(kEveryKind);
  ASSERT_TRUE(script.ok()) << to_text(script.error());
  ASSERT_EQ(script.value().size(), kFaultKinds);
  EXPECT_EQ(write_faults(script.value()), kEveryKind);
  std::set<std::string_view> names;
  for (const Fault& fault : script.value()) names.insert(to_text(fault.kind));
  EXPECT_EQ(names.size(), kFaultKinds);
  EXPECT_EQ(write_faults({}), "[]");
  EXPECT_TRUE(parse_faults(" [ ] ").value().empty());
}

TEST(FaultScript, ThePlainestFaultHasDefaults) {
  const auto script = parse_faults(R"([{"kind":"restart"}])");
  ASSERT_TRUE(script.ok());
  Fault expected;
  expected.kind = FaultKind::restart;
  EXPECT_EQ(script.value().front(), expected);
}

struct WrongScript {
  const char* json;
  const char* path;
  const char* found;
  const char* expected;  // a part of it
};

constexpr WrongScript kWrongScripts[]{
    {"", "", "text that is not JSON, from line 1, column 1 on", "list"},
    {"{", "", "text that is not JSON, from line 1, column 2 on", "list"},
    {"[\n {\"kind\": cut}]", "", "text that is not JSON, from line 2, column 11 on", "list"},
    {"[{\"rid\": \"\u00e4\u20ac\", }]", "", "text that is not JSON, from line 1, column 16 on",
     "list"},
    {"[] []", "", "text that is not JSON, from line 1, column 4 on", "list"},
    {"{}", "", "an object", "list"},
    {"null", "", "null", "list"},
    {R"(["cut"])", "/0", "a string", "object"},
    {"[{}]", "/0/kind", "nothing", "reset_before, reset_after"},
    {R"([{"kind":1}])", "/0/kind", "a number", "one of"},
    {R"([{"kind":"Cut"}])", "/0/kind", "\"Cut\"", "one of"},
    {R"([{"kind":"restart"},{"kind":"restart","byte":1}])", "/1/byte", "an unknown member",
     "kind, method, path, rid, nth or times"},
    {R"([{"kind":"restart","a/b~":1}])", "/0/a~1b~0", "an unknown member", "times"},
    {R"([{"kind":"restart","bytes":1}])", "/0/bytes", "a member that restart does not have",
     "times"},
    {R"([{"kind":"cut"}])", "/0/bytes", "nothing", "cut needs"},
    {R"([{"kind":"cut","bytes":-1}])", "/0/bytes", "-1", "whole number"},
    {R"([{"kind":"cut","bytes":1.5}])", "/0/bytes", "1.5", "whole number"},
    {R"([{"kind":"cut","bytes":1e300}])", "/0/bytes", "1e+300", "whole number"},
    {R"([{"kind":"cut","bytes":"1"}])", "/0/bytes", "a string", "whole number"},
    {R"([{"kind":"cut","bytes":2000000000}])", "/0/bytes", "2000000000", "1000000000"},
    {R"([{"kind":"slow"}])", "/0/milliseconds", "nothing", "slow needs"},
    {R"([{"kind":"slow","milliseconds":86400001}])", "/0/milliseconds", "86400001", "86400000"},
    {R"([{"kind":"redirect"}])", "/0/location", "nothing", "redirect needs"},
    {R"([{"kind":"redirect","location":""}])", "/0/location", "an empty text", "a text"},
    {R"([{"kind":"redirect","location":"//x"}])", "/0/location", "\"//x\"", "https://"},
    {R"([{"kind":"redirect","location":"https:///x"}])", "/0/location", "\"https:///x\"", "https"},
    {R"([{"kind":"redirect","location":"https://a\r\nb"}])", "/0/location", "\"https://a\r\nb\"",
     "https"},
    {R"([{"kind":"upgrade"}])", "/0/version", "nothing", "upgrade needs"},
    {R"([{"kind":"upgrade","version":7}])", "/0/version", "a number", "a string"},
    {R"([{"kind":"moved_before"}])", "/0/visitorId", "nothing", "moved_before needs"},
    {R"([{"kind":"moved_between","visitorId":""}])", "/0/visitorId", "an empty text", "a text"},
    {R"([{"kind":"restart","method":"put"}])", "/0/method", "\"put\"", "capital"},
    {R"([{"kind":"restart","method":""}])", "/0/method", "an empty text", "a text"},
    {R"([{"kind":"restart","path":"api"}])", "/0/path", "\"api\"", "slash"},
    {R"([{"kind":"restart","path":"/a?b"}])", "/0/path", "\"/a?b\"", "query"},
    {R"([{"kind":"restart","rid":null}])", "/0/rid", "null", "a string"},
    {R"([{"kind":"restart","nth":0}])", "/0/nth", "0", "from 1"},
    {R"([{"kind":"restart","times":-1}])", "/0/times", "-1", "whole number"},
    {R"([{"kind":"late_duplicate","requests":0}])", "/0/requests", "0", "from 1"},
    {R"([{"kind":"server_error_after","status":501}])", "/0/status", "501", "502"},
    {R"([{"kind":"server_error_after","page":"xml"}])", "/0/page", "\"xml\"", "json or html"},
    {R"([{"kind":"wrong_json","form":true}])", "/0/form", "a boolean", "truncated or not_json"},
    {R"([{"kind":"duplicate","answer":"third"}])", "/0/answer", "\"third\"", "first or second"},
};

TEST(FaultScript, SaysWhereWhatWasFoundAndWhatWouldBeRight) {
  for (const WrongScript& row : kWrongScripts) {
    SCOPED_TRACE(row.json);
    const auto script = parse_faults(row.json);
    ASSERT_FALSE(script.ok());
    EXPECT_EQ(script.error().code, ErrorCode::invalid_input);
    EXPECT_EQ(script.error().path, row.path);
    EXPECT_EQ(script.error().found, row.found);
    EXPECT_NE(script.error().expected.find(row.expected), std::string::npos)
        << script.error().expected;
  }
}

TEST(FaultScript, VersionsAreChecked) {
  const auto unknown = parse_faults(R"([{"kind":"upgrade","version":"8.7"}])");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().code, ErrorCode::unsupported_version);
  EXPECT_EQ(unknown.error().path, "/0/version");
  const auto none = parse_faults(R"([{"kind":"upgrade","version":"x"}])");
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().code, ErrorCode::invalid_version);
  EXPECT_EQ(none.error().path, "/0/version");
}

TEST(FaultScript, IsCheckedTooIfItWasBuiltByHand) {
  Fault foreign;
  foreign.bytes = 1;
  ASSERT_TRUE(check_faults({foreign}));
  EXPECT_EQ(check_faults({foreign})->path, "/0/bytes");
  Fault lacking;
  lacking.kind = FaultKind::slow;
  ASSERT_TRUE(check_faults({{}, lacking}));
  EXPECT_EQ(check_faults({{}, lacking})->path, "/1/milliseconds");
  Fault odd;
  odd.kind = static_cast<FaultKind>(kFaultKinds);
  ASSERT_TRUE(check_faults({odd}));
  EXPECT_EQ(check_faults({odd})->path, "/0/kind");
  Fault empty;
  empty.kind = FaultKind::moved_before;
  empty.visitor_id = "";
  ASSERT_TRUE(check_faults({empty}));
  EXPECT_EQ(check_faults({empty})->path, "/0/visitorId");
  EXPECT_FALSE(check_faults(std::vector<Fault>(1000)));
  ASSERT_TRUE(check_faults(std::vector<Fault>(1001)));
  EXPECT_EQ(check_faults(std::vector<Fault>(1001))->found, "1001 faults");
}

TEST(FaultScript, ABadOneChangesNothing) {
  Workspace server = workspace(6, 4);
  Fault slow;
  slow.kind = FaultKind::slow;
  slow.milliseconds = 5;
  slow.times = 2;
  ASSERT_FALSE(server.set_faults({slow}));
  send(server, request("GET", "/api/info", kNobody));
  Fault lacking;
  lacking.kind = FaultKind::cut;
  ASSERT_TRUE(server.set_faults({slow, lacking}));
  EXPECT_EQ(server.faults(), std::vector<Fault>{slow});
  EXPECT_EQ(server.fault_report().count(FaultKind::slow), 1U);
  EXPECT_EQ(send(server, request("GET", "/api/info", kNobody)).slow_ms, 5);
  ASSERT_FALSE(server.set_faults({}));
  EXPECT_EQ(server.fault_report().count(FaultKind::slow), 0U);
}

TEST(FaultScript, MayBeAnOptionOfTheWorkspace) {
  WorkspaceOptions options;
  options.faults_json = R"([{"kind":"restart"}])";
  Workspace server = workspace(options);
  EXPECT_EQ(send(server, request("GET", "/api/info", kNobody)).ending, Ending::reset);
  options.faults_json = R"([{"kind":"restart"},{"kind":"none"}])";
  const auto failed = make_workspace(options);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().path, "/faults/1/kind");
}

Json json(const std::string& text) { return Json::parse(text, nullptr, false); }

TEST(FaultScript, CrossesAsText) {
  JsonWorkspace server = create_workspace(
      R"({"faults":[{"kind":"cut","bytes":9},{"kind":"slow","milliseconds":20,"times":0}]})");
  ASSERT_EQ(server.error(), "");
  EXPECT_EQ(server.faults(),
            R"([{"kind":"cut","bytes":9},{"kind":"slow","times":0,"milliseconds":20}])");
  const std::string info = R"({"method":"GET","url":"/api/info","headers":[]})";
  const Json cut = json(server.handle(info, "", "", kNow));
  EXPECT_EQ(cut["ending"], "cut");
  EXPECT_EQ(cut["cutAt"], 9);
  EXPECT_EQ(cut["slowMs"], 20);
  EXPECT_FALSE(json(server.handle(info, "", "", kNow)).contains("cutAt"));
  const Json counts = json(server.fault_counts());
  EXPECT_EQ(counts["happened"].size(), kFaultKinds);
  EXPECT_EQ(counts["happened"]["cut"], 1);
  EXPECT_EQ(counts["happened"]["slow"], 2);
  EXPECT_EQ(counts["happened"]["restart"], 0);
  EXPECT_EQ(counts["left"], 0);
  EXPECT_EQ(counts["faults"].dump(), R"([{"happened":1,"left":0},{"happened":2,"left":null}])");
}

TEST(FaultScript, CrossesWithItsErrors) {
  JsonWorkspace server = create_workspace("{}");
  EXPECT_EQ(server.set_faults(R"([{"kind":"restart","times":3}])"), "");
  const Json refused = json(server.set_faults(R"([{"kind":"restart","x":3}])"));
  EXPECT_EQ(refused["error"]["code"], "invalid_input");
  EXPECT_EQ(refused["error"]["path"], "/0/x");
  EXPECT_EQ(json(server.fault_counts())["left"], 3);
  EXPECT_EQ(server.set_faults("[]"), "");
  EXPECT_EQ(server.faults(), "[]");
  JsonWorkspace none = create_workspace(R"({"faults":{}})");
  EXPECT_EQ(json(none.error())["error"]["path"], "/faults");
  EXPECT_EQ(none.set_faults("[]"), none.error());
  EXPECT_EQ(none.faults(), none.error());
  EXPECT_EQ(none.fault_counts(), none.error());
}

}  // namespace
}  // namespace room_visitor::standin

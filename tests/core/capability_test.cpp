#include "room_visitor/capability.h"

#include <gtest/gtest.h>

#include "support/data.h"

namespace room_visitor {
namespace {

using Json = nlohmann::ordered_json;

CallAnswer answer_of(const Json& json) {
  if (json.is_null()) return NotAsked{};
  if (json.is_string()) return parse_failure_kind(json.get<std::string>()).value();
  HttpResponse response{json["status"].get<int>(), {}, json["body"].get<std::string>()};
  for (const auto& [name, value] : json["headers"].items())
    response.headers.push_back({name, value.get<std::string>()});
  return response;
}

CapabilityAnswers answers_of(const Json& row) {
  return {{answer_of(row["info"]), answer_of(row["me"]), answer_of(row["permissions"])}};
}

CapabilityAnswers answers_named(const std::string& name) {
  for (const Json& row : testing::read_cases("capabilities.json"))
    if (row["name"] == name) return answers_of(row);
  ADD_FAILURE() << name;
  return {};
}

ServerUrl server() { return parse_server_url("https://e.com").value(); }
std::optional<Session> session() { return make_session({"u1"}, {"t"}).value(); }

std::optional<CapabilityRequest> next(const CapabilityAnswers& answers) {
  return next_capability_request(answers, server(), session());
}

Json shown(const Capability& found) {
  Json held = Json::array();
  for (const PermissionCheck& check : found.permissions)
    held.push_back(std::string(to_text(check.held)));
  Json findings = Json::array();
  for (const Issue& issue : found.findings)
    findings.push_back({std::string(error_info(issue.code).name),
                        issue.severity == Severity::error ? "error" : "warning", issue.path});
  return {{"reachable", std::string(to_text(found.reachable))},
          {"profile", std::string(to_text(found.profile))},
          {"user", found.user ? Json(found.user->username) : Json(nullptr)},
          {"held", held},
          {"rate", std::string(to_text(found.rate_limiting))},
          {"cors", std::string(to_text(found.cors))},
          {"can", std::string(to_text(found.can_update))},
          {"findings", findings}};
}

TEST(Capability, FollowsFromEveryGoldenSetOfAnswers) {
  for (const Json& row : testing::read_cases("capabilities.json")) {
    const CapabilityAnswers answers = answers_of(row);
    Json seen = shown(assess(answers));
    const auto request = next(answers);
    seen["next"] = request ? Json(std::string(to_text(request->call))) : Json(nullptr);
    EXPECT_EQ(nlohmann::json(seen), nlohmann::json(row["expect"])) << row["name"];
  }
}

TEST(Capability, AsksThreeThingsThatChangeNothing) {
  const CapabilityAnswers all = answers_named("5.2, agent");
  CapabilityAnswers answers;
  std::vector<std::string> asked;
  while (const auto request = next(answers)) {
    ASSERT_LT(asked.size(), 4u);
    EXPECT_EQ(request->request.method, "GET");
    asked.push_back(request->request.url);
    answers[request->call] = all[request->call];
  }
  EXPECT_EQ(asked, (std::vector<std::string>{"https://e.com/api/info", "https://e.com/api/v1/me",
                                             "https://e.com/api/v1/permissions.listAll"}));
  EXPECT_EQ(answers, all);
}

TEST(Capability, AsksOnlyTheServerWithoutASession) {
  CapabilityAnswers answers;
  const auto first = next_capability_request(answers, server(), {});
  EXPECT_TRUE(first->request.headers.empty());
  answers[CapabilityCall::server_info] = answers_named("5.2, agent")[CapabilityCall::server_info];
  EXPECT_FALSE(next_capability_request(answers, server(), {}));
}

TEST(Capability, SaysWhichRolesWouldGiveAMissingPermission) {
  const Capability found = assess(answers_named("6.4, monitor may see and not move"));
  EXPECT_EQ(found.findings.front().found, "the role \"livechat-monitor\"");
  EXPECT_EQ(found.findings.front().expected,
            "the roles \"admin\", \"livechat-manager\", \"livechat-agent\"");
  EXPECT_EQ(found.permissions.front().roles,
            (std::vector<std::string>{"admin", "livechat-manager", "livechat-agent"}));
  EXPECT_EQ(assess(answers_named("6.4, permission that the server does not list"))
                .findings.front()
                .expected,
            "no role");
}

TEST(Capability, KnowsWhichPermissionsAVersionNeeds) {
  const auto needed = [](const std::string& name) {
    std::string names;
    for (const PermissionCheck& check : assess(answers_named(name)).permissions)
      if (check.needed) names += check.permission + " ";
    return names;
  };
  EXPECT_EQ(needed("5.2, agent"), "change-livechat-room-visitor view-l-room ");
  EXPECT_EQ(needed("6.10, agent"), "change-livechat-room-visitor ");
  EXPECT_EQ(needed("3.6: broken"), "");
}

TEST(Capability, RepeatsTheLimitThatItSaw) {
  const Capability found = assess(answers_named("6.4, agent, limiter seen"));
  EXPECT_EQ(found.rate_limit->limit, 10);
  EXPECT_EQ(assess(answers_named("6.4, too many calls")).rate_limit->wait, 3000);
  EXPECT_FALSE(assess(answers_named("6.4, admin passes the limiter")).rate_limit);
}

TEST(Capability, SaysSinceWhenTheEndpointIsGoneAndWhatThereIsInstead) {
  const Capability seven = assess(answers_named("7.2: removed"));
  const Capability eight = assess(answers_named("8.6: removed, not logged in"));
  EXPECT_EQ(seven.removed_since, (ServerVersion{7, 0, {}}));
  EXPECT_EQ(seven.findings.front().found, "version 7.2");
  const auto has = [](const Capability& found, std::string_view name) {
    for (const Replacement& replacement : found.replacements)
      if (replacement.name == name) return true;
    return false;
  };
  EXPECT_TRUE(has(seven, "omnichannel/contacts"));
  EXPECT_TRUE(has(seven, "contactId"));
  EXPECT_FALSE(has(seven, "omnichannel/contacts.conflicts"));
  EXPECT_TRUE(has(eight, "omnichannel/contacts.conflicts"));
  EXPECT_FALSE(assess(answers_named("3.6: broken")).removed_since);
  EXPECT_TRUE(assess(answers_named("3.6: broken")).replacements.empty());
}

TEST(Capability, HidesWhatIsInvisibleInNamesOfRoles) {
  CapabilityAnswers answers = answers_named("6.4, nobody in particular");
  answers[CapabilityCall::current_user] =
      HttpResponse{200, {}, "{\"_id\":\"u1\",\"roles\":[\"a\u202eb\"],\"success\":true}"};
  EXPECT_EQ(assess(answers).findings.front().found, "the role \"a\\u{202e}b\"");
}

}  // namespace
}  // namespace room_visitor

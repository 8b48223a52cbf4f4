// Versions and seed documents: what is accepted, what is added, and what a wrong one is told.
#include <set>

#include "room_visitor/standin/behaviour.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

Result<Workspace> seeded(std::string seed_json) {
  WorkspaceOptions options;
  options.seed_json = std::move(seed_json);
  return make_workspace(options);
}

TEST(Versions, From35To86AreKnown) {
  for (const auto& [major, minor] :
       {std::pair{3, 5}, {3, 18}, {4, 8}, {5, 4}, {6, 13}, {7, 11}, {8, 6}})
    EXPECT_NE(find_behaviour({major, minor, {}}), nullptr);
  for (const auto& [major, minor] : {std::pair{0, 0}, {2, 4}, {3, 4}, {8, 7}, {9, 0}, {999, 999}}) {
    WorkspaceOptions options;
    options.version = {major, minor, 1};
    const auto made = make_workspace(options);
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error(), (Error{ErrorCode::unsupported_version, "/version",
                                   to_text(options.version), "3.5 to 8.6"}));
  }
}

TEST(Versions, TheTableIsInOrder) {
  const auto rows = behaviour_table();
  for (std::size_t i = 1; i < rows.size(); ++i)
    EXPECT_LT(std::pair(rows[i - 1].major, rows[i - 1].minor),
              std::pair(rows[i].major, rows[i].minor));
  for (const Behaviour& row : rows) EXPECT_EQ(find_behaviour({row.major, row.minor, {}}), &row);
}

TEST(Seed, AnUnknownNameListsTheKnownOnes) {
  WorkspaceOptions options;
  options.seed = "nothing";
  const auto made = make_workspace(options);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error(), (Error{ErrorCode::invalid_seed, "/seed", "\"nothing\"",
                                 "one of: documentation, story, empty"}));
}

TEST(Seed, DocumentsAreAddedAndReplaceThoseOfTheSameId) {
  auto made = seeded(R"({"rooms":[
      {"_id":"hostile","t":"l","v":{"_id":"x","token":"t"},
       "fname":"<img src=x onerror=alert(1)>","n":1e21,"m":0.5,"deep":[[{}]]},
      {"_id":"q7WnZ4kYtB9sRmE3c","t":"l","v":{"_id":"x"}}]})");
  ASSERT_TRUE(made.ok());
  const auto show = [&](std::string_view rid) {
    return send(made.value(),
                request("GET", std::string("/api/v1/rooms.info?roomId=").append(rid), kAdmin));
  };
  expect_answer(show("hostile"), 200,
                R"({"room":{"_id":"hostile","t":"l","v":{"_id":"x","token":"t"},)"
                R"("fname":"<img src=x onerror=alert(1)>","n":1e+21,"m":0.5,"deep":[[{}]]},)"
                R"("success":true})");
  expect_answer(show("q7WnZ4kYtB9sRmE3c"), 200,
                R"({"room":{"_id":"q7WnZ4kYtB9sRmE3c","t":"l","v":{"_id":"x"}},"success":true})");
}

TEST(Seed, UsersLogInAsTheSeedSays) {
  auto made = seeded(R"({"users":[{"_id":"u","username":"una","roles":["admin"],
      "login":{"password":"p","tokens":["personal-token"]}}]})");
  ASSERT_TRUE(made.ok());
  const Exchange me = send(made.value(), request("GET", "/api/v1/me", {"u", "personal-token"}));
  expect_answer(me, 200,
                R"({"_id":"u","username":"una","roles":["admin"],)"
                R"("avatarUrl":"http://localhost:3000/avatar/una","success":true})");
}

struct WrongSeed {
  const char* json;
  const char* path;
  const char* found;
  const char* expected;
};

TEST(Seed, AWrongOneIsToldThePlace) {
  const char* const kPosition = "the text that a workspace has saved: 16 hexadecimal digits";
  const WrongSeed cases[]{
      {"{", "", "text that is not JSON, from line 1, column 2 on", "a JSON object"},
      {"\xEF\xBB\xBF{\n \"rooms\": [}", "", "text that is not JSON, from line 2, column 12 on",
       "a JSON object"},
      {"[]", "", "an array", "an object"},
      {R"({"room":[]})", "/room", "an unknown member",
       "settings, roles, permissions, users, departments, departmentAgents, visitors, rooms, "
       "subscriptions, inquiries, messages, generated, removed or chance"},
      {R"({"a/b~c":[]})", "/a~1b~0c", "an unknown member",
       "settings, roles, permissions, users, departments, departmentAgents, visitors, rooms, "
       "subscriptions, inquiries, messages, generated, removed or chance"},
      {R"({"rooms":{}})", "/rooms", "an object", "a list of documents"},
      {R"({"rooms":[5]})", "/rooms/0", "a number", "an object"},
      {R"({"rooms":[{}]})", "/rooms/0/_id", "nothing", "a string that is not empty"},
      {R"({"rooms":[{"_id":"a"},{"_id":""}]})", "/rooms/1/_id", "no usable id",
       "a string that is not empty"},
      {R"({"rooms":[{"_id":"a"},{"_id":"a"}]})", "/rooms/1/_id",
       "an id that an earlier document has", "one document for each id"},
      {R"({"users":[{"_id":"a"}]})", "/users/0", "no member roles", "a list of roles"},
      {R"({"users":[{"_id":"a","roles":[1]}]})", "/users/0/roles/0", "a number", "a string"},
      {R"({"users":[{"_id":"a","roles":[],"login":5}]})", "/users/0/login", "a number",
       "an object with password, digest, tokens, personalAccessTokens or twoFactor"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"password":5}}]})", "/users/0/login/password",
       "a number", "a string"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"tokens":"x"}}]})", "/users/0/login/tokens",
       "a string", "a list of strings"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"pass":"x"}}]})", "/users/0/login/pass",
       "an unknown member", "password, digest, tokens, personalAccessTokens or twoFactor"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"personalAccessTokens":"x"}}]})",
       "/users/0/login/personalAccessTokens", "a string", "a list of personal access tokens"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"personalAccessTokens":[5]}}]})",
       "/users/0/login/personalAccessTokens/0", "a number",
       "a token, or an object with token and bypassTwoFactor"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"personalAccessTokens":[{}]}}]})",
       "/users/0/login/personalAccessTokens/0/token", "nothing", "a string that is not empty"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"personalAccessTokens":
           [{"token":"t","bypassTwoFactor":1}]}}]})",
       "/users/0/login/personalAccessTokens/0/bypassTwoFactor", "a number", "a boolean"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"twoFactor":[]}}]})", "/users/0/login/twoFactor",
       "an array", "an object with method and codes"},
      {R"({"users":[{"_id":"a","roles":[],"login":{"twoFactor":{"codes":["1"]}}}]})",
       "/users/0/login/twoFactor/method", "nothing", "\"totp\", \"email\" or \"password\""},
      {R"({"users":[{"_id":"a","roles":[],"login":{"twoFactor":{"method":"sms"}}}]})",
       "/users/0/login/twoFactor/method", "\"sms\"", "\"totp\", \"email\" or \"password\""},
      {R"({"users":[{"_id":"a","roles":[],"login":{"twoFactor":{"method":"totp","codes":[1]}}}]})",
       "/users/0/login/twoFactor/codes/0", "a number", "a string"},
      {R"({"permissions":[{"_id":"a","roles":{}}]})", "/permissions/0/roles", "an object",
       "a list of strings"},
      {R"({"roles":["a",1]})", "/roles/1", "a number", "a string"},
      {R"({"settings":[]})", "/settings", "an array", "an object"},
      {R"({"settings":{"API_Enable_CORS":"yes"}})", "/settings/API_Enable_CORS", "a string",
       "a boolean"},
      {R"({"chance":7})", "/chance", "a number", kPosition},
      {R"({"chance":""})", "/chance", "other text", kPosition},
      {R"({"chance":"000000000000000"})", "/chance", "other text", kPosition},
      {R"({"chance":"00000000000000000"})", "/chance", "other text", kPosition},
      {R"({"chance":"000000000000000A"})", "/chance", "other text", kPosition},
      {R"({"chance":"000000000000000g"})", "/chance", "other text", kPosition},
  };
  for (const WrongSeed& row : cases) {
    SCOPED_TRACE(row.json);
    const auto made = seeded(row.json);
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error(), (Error{ErrorCode::invalid_seed, row.path, row.found, row.expected}));
  }
}

TEST(Seed, NestingBeyondWhatIsKeptIsRefused) {
  const auto nested = [](std::size_t depth) {
    return R"({"rooms":[{"_id":"a","d":)" + std::string(depth, '[') + std::string(depth, ']') +
           "}]}";
  };
  EXPECT_TRUE(seeded(nested(997)).ok());
  const auto made = seeded(nested(998));
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().found, "nesting of 1001 levels");
}

// What a workspace has saved makes one that answers as it does.
TEST(Seed, ASavedWorkspaceGoesOnAsBefore) {
  Workspace before = workspace({.version = {6, 4, {}}, .generated_rooms = 200});
  EXPECT_EQ(send(before, move_request(kAdmin, update(kRid, kGuest, kCustomer))).response.status,
            200);
  const std::string saved = before.save();
  Workspace after = workspace({.version = {6, 4, {}}, .seed = "empty", .seed_json = saved});
  EXPECT_EQ(after.save(), saved);
  for (const std::string_view path :
       {"/api/v1/livechat/rooms?count=0", "/api/v1/rooms.info?roomId=tcbbSmWSLR5uo5PBW",
        "/api/v1/livechat/visitors.search?term=&count=0", "/api/v1/permissions.listAll",
        "/api/v1/me"})
    EXPECT_EQ(send(after, request("GET", path, kAdmin)), send(before, request("GET", path, kAdmin)))
        << path;
}

// Everything that chance gives: the ids of visitors, rooms and their inquiries, and login tokens.
std::vector<std::string> draw(Workspace& server, const std::string& name) {
  std::vector<std::string> drawn;
  const auto keep = [&](const HttpRequest& sent) {
    const Exchange exchange = send(server, sent);
    EXPECT_EQ(exchange.response.status, 200) << exchange.response.body;
    drawn.push_back(exchange.response.body);
    drawn.push_back(std::to_string(exchange.delay_ms));
  };
  keep(request("POST", "/api/v1/livechat/visitor", kNobody,
               R"({"visitor":{"token":")" + name + R"("}})"));
  keep(request("GET", "/api/v1/livechat/room?token=" + name, kNobody));
  keep(
      request("POST", "/api/v1/login", kNobody, R"({"user":"admin","password":"admin-password"})"));
  return drawn;
}

TEST(Seed, ASavedWorkspaceGoesOnDrawing) {
  Workspace before = workspace({.version = {6, 4, {}}});
  const auto first = draw(before, "first");
  Workspace after =
      workspace({.version = {6, 4, {}}, .seed = "empty", .seed_json = before.save(), .chance = 7});
  const auto second = draw(after, "second");
  EXPECT_EQ(second, draw(before, "second"));
  EXPECT_EQ(after.save(), before.save());
  EXPECT_NE(second, draw(after, "second"));
}

TEST(Seed, ASavedWorkspaceDrawsNoIdTwice) {
  const auto id_of_new = [](Workspace& server, const std::string& token) {
    const std::string body = send(server, request("POST", "/api/v1/livechat/visitor", kNobody,
                                                  R"({"visitor":{"token":")" + token + R"("}})"))
                                 .response.body;
    constexpr std::string_view kBefore = R"("_id":")";
    return body.substr(body.find(kBefore) + kBefore.size(), 24);
  };
  Workspace server = workspace({.version = {6, 4, {}}});
  std::set<std::string> ids;
  for (int i = 0; i < 40; ++i) {
    if (i % 10 == 9)
      server = workspace({.version = {6, 4, {}}, .seed = "empty", .seed_json = server.save()});
    EXPECT_TRUE(ids.insert(id_of_new(server, std::to_string(i))).second) << i;
  }
}

TEST(Seed, ThePositionOfChanceMayBeAnyNumber) {
  for (const std::string_view position :
       {"0000000000000000", "00000000000000ff", "0123456789abcdef", "ffffffffffffffff"}) {
    const std::string seed = R"({"chance":")" + std::string(position) + R"("})";
    EXPECT_TRUE(workspace({.seed_json = seed}).save().ends_with(seed.substr(1))) << position;
  }
}

TEST(Seed, ASavedWorkspaceKeepsHowUsersLogIn) {
  constexpr std::string_view kLogins = R"({"roles":["night-shift"],"users":[
      {"_id":"u","username":"una","roles":["admin"],"login":{"password":"p",
       "personalAccessTokens":["a",{"token":"b","bypassTwoFactor":true}],
       "twoFactor":{"method":"totp","codes":["123456"]}}}]})";
  Workspace before = workspace({.version = {6, 4, {}}, .seed_json = std::string(kLogins)});
  const std::string saved = before.save();
  Workspace after = workspace({.version = {6, 4, {}}, .seed = "empty", .seed_json = saved});
  EXPECT_EQ(after.save(), saved);
  const auto change = [](std::string_view token) {
    return request("POST", "/api/v1/settings/Site_Url", {"u", token}, R"({"value":"x"})");
  };
  EXPECT_EQ(send(after, change("a")).response.status, 400);
  EXPECT_EQ(send(after, change("b")).response.status, 200);
  const auto log_in = [](std::string_view code) {
    return request("POST", "/api/v1/login", kNobody,
                   R"({"user":"una","password":"p","code":")" + std::string(code) + R"("})");
  };
  EXPECT_EQ(send(after, log_in("1")).response.status, 401);
  EXPECT_EQ(send(after, log_in("123456")).response.status, 200);
  const HttpRequest update =
      request("POST", "/api/v1/permissions.update", {"u", "b"},
              R"({"permissions":[{"_id":"view-l-room","roles":["night-shift"]}]})");
  EXPECT_EQ(send(after, update).response.status, 200);
}

TEST(Seed, GeneratedRoomsAreAskedForInASeedToo) {
  Workspace server =
      workspace({.version = {6, 4, {}},
                 .seed_json = R"({"generated":{"rooms":5,"seed":7,"step":1000,"agents":[]}})"});
  const Exchange list = send(server, request("GET", "/api/v1/livechat/rooms", kAdmin));
  EXPECT_NE(list.response.body.find("\"total\":7"), std::string::npos);
  const std::pair<std::string_view, std::string_view> wrong[]{
      {R"({"generated":5})", "/generated"},
      {R"({"generated":{"rooms":1000001}})", "/generated/rooms"},
      {R"({"generated":{"rooms":-1}})", "/generated/rooms"},
      {R"({"generated":{"seed":0.5}})", "/generated/seed"},
      {R"({"generated":{"agents":"a"}})", "/generated/agents"},
      {R"({"generated":{"room":1}})", "/generated/room"},
      {R"({"removed":{"rooms":[1]}})", "/removed/rooms/0"},
  };
  for (const auto& [text, place] : wrong) {
    const auto made = make_workspace({.seed_json = std::string(text)});
    ASSERT_FALSE(made.ok()) << text;
    EXPECT_EQ(made.error().path, place);
  }
  EXPECT_EQ(make_workspace({.generated_rooms = 1'000'001}).error().path, "/rooms");
}

}  // namespace
}  // namespace room_visitor::standin

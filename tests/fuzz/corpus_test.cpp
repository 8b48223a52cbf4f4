// Plays the fuzzer's corpus: no crash, every answer well formed, the statuses that a file expects.
#include <dirent.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "fuzz/script.h"
#include "fuzz/well_formed.h"

namespace room_visitor::standin::fuzz {
namespace {

const std::string kFolder = ROOM_VISITOR_TEST_DATA "/../fuzz/corpus";

// By opendir, as std::filesystem is not in every standard library that these tests are built with.
std::vector<std::string> corpus() {
  std::vector<std::string> names;
  DIR* folder = opendir(kFolder.c_str());
  if (folder == nullptr) return names;
  while (const dirent* entry = readdir(folder))
    if (std::string name = entry->d_name; name.ends_with(".txt")) names.push_back(std::move(name));
  closedir(folder);
  std::sort(names.begin(), names.end());
  return names;
}

std::string read_file(const std::string& name) {
  std::ifstream file(kFolder + "/" + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(FuzzCorpus, EveryAnswerIsWellFormedAndAsExpected) {
  const auto names = corpus();
  ASSERT_GE(names.size(), 20U);
  Player player;
  for (const std::string& name : names)
    EXPECT_EQ(player.problem_in_script(read_file(name), Statuses::as_expected), "") << name;
}

TEST(FuzzCorpus, EveryFileExpectsSomething) {
  for (const std::string& name : corpus()) {
    const Script script = read_script(read_file(name));
    ASSERT_FALSE(script.steps.empty()) << name;
    for (const Step& step : script.steps) EXPECT_NE(step.status, 0) << name;
  }
}

Exchange answer(int status, std::vector<Header> headers, std::string body, Millis delay = 0) {
  return {.response = {status, std::move(headers), std::move(body)}, .delay_ms = delay};
}

TEST(WellFormed, FindsWhatIsWrongWithAnAnswer) {
  const Header json{"content-type", "application/json"};
  const HttpRequest get{"GET", "/", {}, ""};
  struct Case {
    const char* name;
    Exchange exchange;
  };
  const std::vector<Case> cases{
      {"status", answer(418, {}, "")},
      {"405 without methods", answer(405, {}, "")},
      {"line break in a header", answer(200, {{"a", "b\r\nc: d"}}, "")},
      {"name of a header", answer(200, {{"a b", "c"}}, "")},
      {"header twice", answer(200, {{"a", "b"}, {"A", "b"}}, "")},
      {"one of three limiter headers", answer(200, {{"X-RateLimit-Limit", "10"}}, "")},
      {"delayed 200", answer(200, {}, "", 600)},
      {"short delay", answer(401, {}, "", 100)},
      {"long delay", answer(403, {}, "", 1001)},
      {"no JSON", answer(200, {json}, "{")},
      {"no UTF-8", answer(200, {json}, "{\"success\":true,\"a\":\"\xff\"}")},
      {"no object", answer(200, {json}, "[]")},
      {"no envelope", answer(200, {json}, "{}")},
      {"success beside 400", answer(400, {json}, "{\"success\":true}")},
      {"failure beside 200", answer(200, {json}, "{\"success\":false}")},
      {"error beside 200", answer(200, {json}, "{\"status\":\"error\"}")},
      {"member twice", answer(200, {json}, "{\"success\":true,\"success\":true}")},
      {"member twice inside", answer(200, {json}, "{\"success\":true,\"a\":[{\"b\":1,\"b\":1}]}")},
      {"no type", answer(200, {}, "x")},
  };
  for (const Case& bad : cases) EXPECT_NE(problem_in(get, bad.exchange), "") << bad.name;
  EXPECT_NE(problem_in({"HEAD", "/", {}, ""}, answer(200, {}, "x")), "");
  EXPECT_EQ(problem_in(get, answer(200, {json}, "{\"success\":true}")), "");
  EXPECT_EQ(problem_in(get, answer(401, {json}, "{\"status\":\"error\"}", 500)), "");
}

TEST(Script, AnyTextIsAScript) {
  for (const std::string_view text : {"", "\n", "%%", "x\n%%\n%%\n", "6.4\nPUT", "6.4\n\n\n\n"})
    EXPECT_EQ(Player().problem_in_script(text, Statuses::any), "") << text;
}

TEST(Script, SaysWhatIsSent) {
  const Script script = read_script(
      "6.2 limited cors\nPUT /x?y=1\n:as agent\n:later 5\n:status 200\nA: b\n\nc\nd\n%%\nGET /\n");
  EXPECT_EQ(script.options.version, (ServerVersion{6, 2, {}}));
  EXPECT_EQ(script.options.rate_limiter, RateLimiter::on);
  EXPECT_EQ(script.options.cross_origin, CrossOrigin::allowed);
  ASSERT_EQ(script.steps.size(), 2U);
  const Step& step = script.steps.front();
  EXPECT_EQ(step.request.method, "PUT");
  EXPECT_EQ(step.request.url, "/x?y=1");
  EXPECT_EQ(step.request.headers.size(), 3U);
  EXPECT_EQ(step.request.headers.back(), (Header{"A", "b"}));
  EXPECT_EQ(step.request.body, "c\nd");
  EXPECT_EQ(step.later, 5);
  EXPECT_EQ(step.status, 200);
  EXPECT_EQ(script.steps.back().request, (HttpRequest{"GET", "/", {}, ""}));
}

TEST(Script, ReportsAStatusThatIsNotTheExpectedOne) {
  EXPECT_NE(Player().problem_in_script("6.4\nGET /api/info\n:status 400\n", Statuses::as_expected),
            "");
  EXPECT_EQ(Player().problem_in_script("6.4\nGET /api/info\n:status 200\n", Statuses::as_expected),
            "");
}

}  // namespace
}  // namespace room_visitor::standin::fuzz

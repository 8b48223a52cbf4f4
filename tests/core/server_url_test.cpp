#include "room_visitor/server_url.h"

#include <gtest/gtest.h>

#include "support/data.h"

namespace room_visitor {
namespace {

TEST(ServerUrl, ReadsOrRefusesTheGoldenCases) {
  for (const auto& row : testing::read_cases("server-urls.json")) {
    const std::string text = row["text"].get<std::string>();
    const Result<ServerUrl> url = parse_server_url(text);
    ASSERT_EQ(url.ok(), row.contains("base")) << text;
    if (url.ok()) {
      EXPECT_EQ(url.value().join(""), row["base"].get<std::string>()) << text;
      continue;
    }
    EXPECT_EQ(error_info(url.error().code).name, row["code"].get<std::string>()) << text;
    EXPECT_FALSE(url.error().found.empty()) << text;
    EXPECT_FALSE(url.error().expected.empty()) << text;
    if (row.contains("hides")) {
      EXPECT_EQ(to_text(url.error()).find(row["hides"].get<std::string>()), std::string::npos);
    }
  }
}

TEST(ServerUrl, AllowsPlainHttpOnlyWhenAsked) {
  EXPECT_FALSE(parse_server_url("http://chat.example.com").ok());
  EXPECT_TRUE(parse_server_url("http://chat.example.com", Transport::allow_insecure).ok());
}

TEST(ServerUrl, JoinsPathsBelowItsPrefix) {
  const ServerUrl url = parse_server_url("https://example.com/team/").value();
  EXPECT_EQ(url.origin(), "https://example.com");
  EXPECT_EQ(url.prefix(), "/team");
  EXPECT_EQ(url.join("/api/info"), "https://example.com/team/api/info");
}

}  // namespace
}  // namespace room_visitor

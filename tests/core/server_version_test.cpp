#include "room_visitor/server_version.h"

#include <gtest/gtest.h>

namespace room_visitor {
namespace {

TEST(ServerVersion, ReadsTwoAndThreeParts) {
  EXPECT_EQ(parse_server_version("6.4").value(), (ServerVersion{6, 4, {}}));
  EXPECT_EQ(parse_server_version("6.4.2").value(), (ServerVersion{6, 4, 2}));
  EXPECT_EQ(parse_server_version("6.13.0").value(), (ServerVersion{6, 13, 0}));
}

TEST(ServerVersion, DropsAPreReleaseSuffix) {
  EXPECT_EQ(parse_server_version("7.0.0-rc.1").value(), (ServerVersion{7, 0, 0}));
  EXPECT_EQ(parse_server_version("6.5-develop").value(), (ServerVersion{6, 5, {}}));
}

TEST(ServerVersion, SaysWhatIsWrong) {
  for (const char* text : {"", "6", "6.", ".4", "6.x", "v6.4", "6.4.", "6.4.2.1", "-6.4", "6.-4",
                           "6.4 ", "6.4-", "1000.0", "99999999999.0", "6.4.2+build"}) {
    const auto version = parse_server_version(text);
    ASSERT_FALSE(version.ok()) << text;
    EXPECT_EQ(version.error().code, ErrorCode::invalid_version);
    EXPECT_NE(version.error().found.find(text), std::string::npos);
  }
}

TEST(ServerVersion, RepeatsOnlyWhatCanBeRead) {
  EXPECT_EQ(parse_server_version("6\n\xE2\x80\xAE").error().found, "\"6????\"");
  EXPECT_EQ(parse_server_version(std::string(1000, 'x')).error().found.size(), 42u);
}

TEST(ServerVersion, ComparesMajorAndMinorOnly) {
  const ServerVersion version{6, 4, 2};
  EXPECT_TRUE(version.at_least(6, 4));
  EXPECT_TRUE(version.at_least(5, 9));
  EXPECT_FALSE(version.at_least(6, 5));
  EXPECT_FALSE(version.at_least(7, 0));
}

TEST(ServerVersion, WritesWhatItKnows) {
  EXPECT_EQ(to_text(ServerVersion{6, 4, {}}), "6.4");
  EXPECT_EQ(to_text(ServerVersion{6, 4, 2}), "6.4.2");
}

}  // namespace
}  // namespace room_visitor

// What an answer tells about the limiter.
#include <gtest/gtest.h>

#include <string>

#include "room_visitor/pacer.h"

namespace room_visitor {
namespace {

TEST(ReadPace, ReadsHeadersAndDate) {
  const Pace pace = read_pace({200,
                               {{"X-RateLimit-Limit", "10"},
                                {"x-ratelimit-remaining", "9"},
                                {"X-RateLimit-Reset", "1683038925856"},
                                {"date", "Tue, 02 May 2023 14:47:45 GMT"}},
                               "{}"});
  EXPECT_EQ(pace, (Pace{false, {10, 9, 1683038925856.0, {}, 60856.0}, 1683038865000.0}));
}

TEST(ReadPace, ReadsTheTextOfA429InJsonOnly) {
  const std::string body =
      R"({"success":false,"error":"Error, too many requests. Please slow down. )"
      R"(You must wait 59 seconds before trying this endpoint again. [error-too-many-requests]"})";
  EXPECT_EQ(read_pace({429, {}, body}), (Pace{true, {{}, {}, {}, 59'000}, {}}));
  EXPECT_EQ(read_pace({429, {}, R"({"success":false})"}), (Pace{true, {}, {}}));
  EXPECT_EQ(read_pace({429, {{"Content-Type", "text/html"}}, body}), Pace{});
  EXPECT_EQ(read_pace({400, {}, body}), Pace{});
  EXPECT_EQ(read_pace({200, {{"X-RateLimit-Limit", "-1"}, {"Date", "soon"}}, ""}), Pace{});
}

}  // namespace
}  // namespace room_visitor

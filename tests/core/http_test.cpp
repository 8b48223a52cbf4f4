#include "room_visitor/http.h"

#include <gtest/gtest.h>

namespace room_visitor {
namespace {

TEST(Http, FindsHeadersWithoutRegardToCase) {
  const std::vector<Header> headers{{"X-A", "1"}, {"x-a", "2"}, {"X-B", ""}};
  EXPECT_EQ(*find_header(headers, "x-A"), "1");
  EXPECT_EQ(*find_header(headers, "x-b"), "");
  EXPECT_EQ(find_header(headers, "x-c"), nullptr);
  EXPECT_EQ(find_header(headers, ""), nullptr);
}

TEST(Http, MediaTypeDropsParametersAndCase) {
  EXPECT_EQ(media_type("application/json"), "application/json");
  EXPECT_EQ(media_type(" Text/HTML ; charset=utf-8"), "text/html");
  EXPECT_EQ(media_type(""), "");
  EXPECT_EQ(media_type(" ; "), "");
}

}  // namespace
}  // namespace room_visitor

#include "paired/closed_list.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace room_visitor::paired {
namespace {

HttpResponse response(int status, std::string body) { return {status, {}, std::move(body)}; }

TEST(ClosedList, KnowsWhatIsGivenBeforeTheUpdate) {
  const ServerVersion works{6, 4, {}};
  const ServerVersion gone{7, 2, {}};
  const ServerVersion older{5, 1, {}};
  const auto place = [](const HttpResponse& answer, const ServerVersion& version,
                        Arrived arrived = Arrived::whole) {
    return place_on_list(answer, version, arrived);
  };
  const HttpResponse mismatch =
      response(400, R"({"success":false,"error":"invalid-room-visitor"})");
  EXPECT_EQ(place(mismatch, works), Listed::mismatch);
  EXPECT_EQ(place(mismatch, works, Arrived::spoilt), Listed::no);
  EXPECT_EQ(place(mismatch, older), Listed::by_version) << "these never change anything";
  EXPECT_EQ(place(response(401, ""), older), Listed::yes);
  EXPECT_EQ(place(response(400, R"({"success":false,"error":"invalid-room"})"), works),
            Listed::yes);
  EXPECT_EQ(place(response(400, R"({"success":false})"), works), Listed::no);
  EXPECT_EQ(place(response(429, R"({"success":false})"), works), Listed::yes);
  EXPECT_EQ(place(response(429, "<html>"), works), Listed::no);
  EXPECT_EQ(place(response(401, ""), works), Listed::yes);
  EXPECT_EQ(place(response(500, R"({"success":false})"), works), Listed::no);
  EXPECT_EQ(place(response(405, ""), gone), Listed::by_version);
  EXPECT_EQ(place(response(405, ""), works), Listed::no);
}

}  // namespace
}  // namespace room_visitor::paired

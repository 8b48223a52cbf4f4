#include "room_visitor/time.h"

#include <gtest/gtest.h>

#include <limits>

namespace room_visitor {
namespace {

TEST(Time, ReadsTheServersForm) {
  EXPECT_EQ(parse_timestamp("1970-01-01T00:00:00.000Z"), 0.0);
  EXPECT_EQ(parse_timestamp("2023-03-30T16:58:11.899Z"), 1680195491899.0);
  EXPECT_EQ(parse_timestamp("2023-03-30T16:58:11Z"), 1680195491000.0);
  EXPECT_EQ(parse_timestamp("1969-12-31T23:59:59.999Z"), -1.0);
}

TEST(Time, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "2023", "2023-02-29T00:00:00.000Z", "1900-02-29T00:00:00.000Z", "2023-13-01T00:00:00Z",
        "2023-00-01T00:00:00Z", "2023-01-00T00:00:00Z", "2023-01-01T24:00:00Z",
        "2023-01-01T00:60:00Z", "2023-01-01T00:00:60Z", "2023-01-01 00:00:00Z",
        "2023-01-01T00:00:00", "2023-01-01T00:00:00.1Z", "2023-01-01T00:00:00.0000Z",
        "2023-01-01T00:00:00+01:00", "+023-01-01T00:00:00Z", "2023-1-01T00:00:00.000Z"})
    EXPECT_EQ(parse_timestamp(text), std::nullopt) << text;
}

TEST(Time, ReadsTheDatesOfHttp) {
  EXPECT_EQ(parse_http_date("Thu, 01 Jan 1970 00:00:00 GMT"), 0.0);
  EXPECT_EQ(parse_http_date("Tue, 02 May 2023 14:47:45 GMT"), 1683038865000.0);
  EXPECT_EQ(parse_http_date("Sun, 31 Dec 2023 23:59:59 GMT"), 1704067199000.0);
  for (const char* text : {"", "Tue, 02 May 2023 14:47:45", "Tue, 02 May 2023 14:47:45 CET",
                           "Tue, 2 May 2023 14:47:45 GMT", "Tue, 31 Apr 2023 14:47:45 GMT",
                           "Tue, 02 Mai 2023 14:47:45 GMT", "Tue, 02 anF 2023 14:47:45 GMT",
                           "Tue, 02 May 2023 24:47:45 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
                           "Sun Nov  6 08:49:37 1994", "2023-05-02T14:47:45.000Z"})
    EXPECT_EQ(parse_http_date(text), std::nullopt) << text;
}

TEST(Time, LeapYearsFollowTheGregorianRule) {
  EXPECT_TRUE(parse_timestamp("2000-02-29T00:00:00Z"));
  EXPECT_TRUE(parse_timestamp("2024-02-29T00:00:00Z"));
  EXPECT_FALSE(parse_timestamp("2100-02-29T00:00:00Z"));
}

TEST(Time, WritesWhatItReads) {
  for (const char* text :
       {"0000-01-01T00:00:00.000Z", "1582-10-15T12:34:56.789Z", "1969-12-31T23:59:59.999Z",
        "2000-02-29T00:00:00.001Z", "2023-05-02T14:47:45.855Z", "9999-12-31T23:59:59.999Z"})
    EXPECT_EQ(format_timestamp(parse_timestamp(text).value_or(0)), text);
}

TEST(Time, EveryDayOfFourCenturiesSurvives) {
  constexpr Millis kDay = 86400000.0;
  constexpr int kDays = 146097;
  for (int day = 0; day < kDays; ++day) {
    const Millis when = day * kDay + 12345;
    ASSERT_EQ(parse_timestamp(format_timestamp(when)), when) << day;
  }
}

TEST(Time, ClampsWhatCannotBeWritten) {
  EXPECT_EQ(format_timestamp(std::numeric_limits<double>::infinity()), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(format_timestamp(-std::numeric_limits<double>::infinity()), "0000-01-01T00:00:00.000Z");
  EXPECT_EQ(format_timestamp(std::numeric_limits<double>::quiet_NaN()), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(format_timestamp(0.9), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(format_timestamp(-0.1), "1969-12-31T23:59:59.999Z");
}

}  // namespace
}  // namespace room_visitor

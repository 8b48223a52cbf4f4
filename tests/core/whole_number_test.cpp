#include "whole_number.h"

#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <limits>
#include <string>

namespace room_visitor {
namespace {

constexpr std::array<std::string_view, 24> kTexts{"",
                                                  "0",
                                                  "-0",
                                                  "-",
                                                  "--1",
                                                  "+1",
                                                  " 1",
                                                  "1 ",
                                                  "7x",
                                                  "x7",
                                                  "007",
                                                  "-42",
                                                  "1.5",
                                                  "1e3",
                                                  "9223372036854775806",
                                                  "9223372036854775807",
                                                  "9223372036854775808",
                                                  "9223372036854775810",
                                                  "-9223372036854775807",
                                                  "-9223372036854775808",
                                                  "-9223372036854775809",
                                                  "18446744073709551616",
                                                  "99999999999999999999999",
                                                  "0000000000000000000000000000001"};

TEST(WholeNumber, TakesFromTheFrontWhatTheLibraryTakes) {
  for (const std::string_view text : kTexts) {
    long long number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string_view rest = text;
    const auto taken = take_whole_number(rest);
    ASSERT_EQ(taken.has_value(), failed == std::errc{}) << text;
    const auto used = static_cast<std::size_t>(end - text.data());
    EXPECT_EQ(rest, taken ? text.substr(used) : text) << text;
    EXPECT_EQ(taken.value_or(0), number) << text;
  }
}

TEST(WholeNumber, IsTheWholeText) {
  EXPECT_EQ(whole_number("60000"), 60000);
  EXPECT_EQ(whole_number("-9223372036854775808"), std::numeric_limits<long long>::min());
  for (const std::string_view text : {"", "1 ", "1.5", "1e3", "-", "9223372036854775808"})
    EXPECT_EQ(whole_number(text), std::nullopt) << text;
}

TEST(WholeNumber, BecomesDecimalDigits) {
  EXPECT_EQ(to_decimal(0), "0");
  EXPECT_EQ(to_decimal(std::numeric_limits<long long>::min()), "-9223372036854775808");
}

}  // namespace
}  // namespace room_visitor

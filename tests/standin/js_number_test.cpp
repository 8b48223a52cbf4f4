// Decimal numbers are read as the double nearest to them, and texts are written as the JSON library
// writes them: what the stand-in has of its own is compared with what it took the place of.
#include "standin/js_number.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

#include "standin/json.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

void expect_as_strtod(const std::string& text) {
  const double expected = std::strtod(text.c_str(), nullptr);
  const double read = decimal_number(text);
  EXPECT_EQ(std::memcmp(&read, &expected, sizeof read), 0) << text << ": " << read;
}

std::string random_digits(std::mt19937& random, std::size_t most) {
  std::string digits;
  for (std::size_t count = random() % most + 1; count > 0; --count)
    digits += static_cast<char>('0' + random() % 10);
  return digits;
}

TEST(DecimalNumber, HardCasesAreReadExactly) {
  constexpr std::array kTexts{"0",
                              "0.0",
                              "000",
                              ".5",
                              "5.",
                              "1e+5",
                              "1e-5",
                              "1E22",
                              "1e23",
                              "9007199254740993",
                              "9007199254740992.5",
                              "9007199254740993.00000000000000000000000000000000000000000001",
                              "18446744073709551615",
                              "2.2250738585072011e-308",
                              "2.2250738585072014e-308",
                              "4.9e-324",
                              "2.4703282292062327e-324",
                              "2.4703282292062328e-324",
                              "1.7976931348623157e308",
                              "1.7976931348623158e308",
                              "1.7976931348623159e308",
                              "1e309",
                              "1e-400",
                              "0e99999999999999999999",
                              "1e99999999999999999999",
                              "1e-99999999999999999999"};
  for (const char* text : kTexts) expect_as_strtod(text);
}

TEST(DecimalNumber, ManyDigitsAndFarPointsAreReadExactly) {
  std::mt19937 random(1);
  for (int i = 0; i < 20'000; ++i) {
    std::string text = random_digits(random, 25) + "." + random_digits(random, 25);
    text += "e" + std::to_string(static_cast<int>(random() % 700) - 350);
    expect_as_strtod(text);
  }
  for (int i = 0; i < 50; ++i) {
    const std::string zeros(random() % 900, '0');
    expect_as_strtod("0." + zeros + random_digits(random, 3000) + "e" +
                     std::to_string(zeros.size()));
    expect_as_strtod(random_digits(random, 10) + zeros + "e-" + std::to_string(zeros.size()));
  }
}

std::string times(const std::string& digits, int factor) {
  std::string product(digits.size() + 1, '0');
  int carry = 0;
  for (std::size_t at = digits.size(); at-- > 0; carry /= 10) {
    carry += (digits[at] - '0') * factor;
    product[at + 1] = static_cast<char>('0' + carry % 10);
  }
  product[0] = static_cast<char>('0' + carry);
  return product;
}

// What lies exactly between two doubles goes to the even one; the smallest digit more goes up.
TEST(DecimalNumber, MiddlesGoToTheEvenNeighbour) {
  constexpr std::uint64_t kFirst = std::uint64_t{1} << 53;
  for (std::uint64_t even = kFirst; even < kFirst + 400; even += 4) {
    EXPECT_EQ(decimal_number(std::to_string(even + 1)), static_cast<double>(even));
    EXPECT_EQ(decimal_number(std::to_string(even + 3)), static_cast<double>(even + 4));
    const std::string more = "." + std::string(1000, '0') + "1";
    EXPECT_EQ(decimal_number(std::to_string(even + 1) + more), static_cast<double>(even + 2));
  }
}

TEST(DecimalNumber, MiddlesOfTheSmallestAreReadExactly) {
  std::string half = "1";  // of the smallest double, 2^-1075, times 10^1075
  for (int i = 0; i < 1075; ++i) half = times(half, 5);
  EXPECT_EQ(decimal_number(half + "e-1075"), 0);
  EXPECT_EQ(decimal_number(half + "1e-1076"), 0x1p-1074);
  EXPECT_EQ(decimal_number(times(half, 3) + "e-1075"), 0x1p-1073);
  EXPECT_EQ(decimal_number(times(half, 5) + "e-1075"), 0x1p-1073);
  EXPECT_EQ(decimal_number(times(half, 5) + "1e-1076"), 3 * 0x1p-1074);
}

TEST(DecimalNumber, WhatIsWrittenReadsBack) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t bits = random() >> 1;
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    if (!std::isfinite(number)) continue;
    EXPECT_EQ(decimal_number(js_number_text(number)), number);
  }
}

TEST(JsonNumbers, KeepTheirKindAndSign) {
  const auto json = parse_json("[-0, -0.0, -1e999, 123456789012345, 1e2, -7]");
  ASSERT_TRUE(json);
  EXPECT_TRUE(json->value[0].is_number_integer());
  EXPECT_TRUE(std::signbit(json->value[1].get<double>()));
  EXPECT_EQ(json->value[2], -std::numeric_limits<double>::infinity());
  EXPECT_TRUE(json->value[3].is_number_integer());
  EXPECT_TRUE(json->value[4].is_number_float());
  EXPECT_EQ(json->value[5], -7);
}

TEST(JsonText, IsWrittenAsTheLibraryWritesIt) {
  constexpr std::string_view kBytes =
      "\xE0\xED\xF0\xF4\xEF\xBB\xBF\xBD\x80\x90\x9F\xA0\xC1\xC2\xF5\"\\/\b\f\n\r\t\x01\x1F\x7F a";
  std::mt19937 random(3);
  for (int i = 0; i < 50'000; ++i) {
    std::string text(random() % 3, '\0');
    for (std::size_t count = random() % 8; count > 0; --count)
      text += kBytes[random() % kBytes.size()];
    const Json json(text);
    EXPECT_EQ(to_json_text(json), json.dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  const Json scalars = {true,
                        false,
                        nullptr,
                        0,
                        -5,
                        std::numeric_limits<std::int64_t>::min(),
                        std::numeric_limits<std::uint64_t>::max()};
  EXPECT_EQ(to_json_text(scalars), scalars.dump());
}

}  // namespace
}  // namespace room_visitor::standin

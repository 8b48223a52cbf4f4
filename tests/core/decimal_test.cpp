// Decimals against the C library's reader, over cases that are hard for any reader and random ones.
#include "json/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <string>

namespace room_visitor::json {
namespace {

void expect_as_c_library(const std::string& text) {
  const double expected = std::strtod(text.c_str(), nullptr);
  const double found = nearest_double(text);
  EXPECT_EQ(found, expected) << text;
  EXPECT_EQ(std::signbit(found), std::signbit(expected)) << text;
  EXPECT_EQ(exceeds_doubles(text), std::isinf(expected)) << text;
}

std::string random_digits(std::mt19937& random, std::size_t most) {
  std::string digits(1 + random() % most, '0');
  for (char& digit : digits) digit = static_cast<char>('0' + random() % 10);
  return digits;
}

TEST(Decimal, ReadsHardCasesAsTheCLibraryDoes) {
  // Borders of the range and of its halves, ties, and what once hung or misled other readers.
  for (const char* text : {"0",
                           "-0",
                           "0.0",
                           "-0.0e5",
                           "0e999999999999",
                           "1",
                           "-1",
                           "10",
                           "1.0",
                           "0.1",
                           "0.3",
                           "0.30000000000000004",
                           "123456789012345678901234567890",
                           "9007199254740992",
                           "9007199254740993",
                           "9007199254740993.0000000000000000000000000000000001",
                           "9007199254740994.999999999",
                           "18446744073709551615",
                           "1.7976931348623157e308",
                           "1.7976931348623158e308",
                           "1.7976931348623159e308",
                           "17976931348623158e292",
                           "179769313486231580793728971405301e276",
                           "1e308",
                           "1e309",
                           "9.99e308",
                           "0.0001e313",
                           "1e400",
                           "-1e400",
                           "1e99999999999999999999",
                           "1e-99999999999999999999",
                           "4.9e-324",
                           "2.4703282292062327e-324",
                           "2.4703282292062328e-324",
                           "2.48e-324",
                           "1e-323",
                           "1e-324",
                           "1e-325",
                           "2.2250738585072011e-308",
                           "2.2250738585072014e-308",
                           "2.2250738585072012e-308",
                           "6.631236871469758276785396630275967239697e-309",
                           "7.2057594037927933e16",
                           "1E+5",
                           "1e-5"})
    expect_as_c_library(text);
}

TEST(Decimal, TellsATieFromWhatIsAboveItByTheLastOfManyDigits) {
  // Half of the smallest double has some 750 significant digits.
  std::string half(2000, '\0');
  const int length = std::snprintf(half.data(), half.size(), "%.1075f", std::ldexp(1.0, -1074));
  half.resize(static_cast<std::size_t>(length));
  const std::string tie = "9007199254740993." + std::string(900, '0');
  expect_as_c_library(half);
  expect_as_c_library(tie + "0");
  expect_as_c_library(tie + "1");
  expect_as_c_library(tie + "0e-300");
  expect_as_c_library(tie + "1e-300");
}

TEST(Decimal, CountsZerosAgainstTheExponent) {
  const std::string zeros(5000, '0');
  EXPECT_EQ(nearest_double("1" + zeros + "e-5000"), 1);
  EXPECT_EQ(nearest_double("0." + zeros + "1e5001"), 1);
  EXPECT_EQ(nearest_double("12" + zeros + ".5e-5001"), 1.2);
  EXPECT_TRUE(exceeds_doubles("1" + zeros));
  EXPECT_FALSE(exceeds_doubles("0." + zeros));
}

TEST(Decimal, ReadsRandomNumbersAsTheCLibraryDoes) {
  std::mt19937 random(20231122);
  for (int i = 0; i < 20000; ++i) {
    std::string text = random_digits(random, i % 50 == 0 ? 900 : 20);
    if (random() % 2 == 0) text += "." + random_digits(random, 20);
    if (random() % 2 == 0) text += "e" + std::to_string(static_cast<int>(random() % 700) - 350);
    expect_as_c_library(text);
  }
}

TEST(Decimal, ReadsEveryPrintedDoubleBack) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::uint64_t bits = random();
    // Half of them among the smallest, which have fewer digits.
    if (i % 2 == 0) bits &= 0x001f'ffff'ffff'ffffu;
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    if (!std::isfinite(number)) continue;
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", number);
    EXPECT_EQ(nearest_double(text), number) << text;
  }
}

}  // namespace
}  // namespace room_visitor::json

// Searching whatever the case, and dates as queries have them.
#include "standin/text.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace room_visitor::standin {
namespace {

// All texts of these letters up to a length.
std::vector<std::string> texts_of(std::string_view letters, std::size_t longest) {
  std::vector<std::string> texts{""};
  std::size_t first = 0;
  for (std::size_t length = 1; length <= longest; ++length) {
    const std::size_t end = texts.size();
    for (std::size_t i = first; i < end; ++i)
      for (const char letter : letters) texts.push_back(texts[i] + letter);
    first = end;
  }
  return texts;
}

bool found_by_trying(std::string_view text, std::string_view part) {
  for (std::size_t at = 0; at + part.size() <= text.size(); ++at)
    if (to_lower_ascii(text.substr(at, part.size())) == to_lower_ascii(part)) return true;
  return false;
}

TEST(Text, IsFoundWhereverTryingFindsIt) {
  const auto parts = texts_of("aAb", 5);
  std::size_t found = 0;
  for (const std::string& text : texts_of("aB", 8))
    for (const std::string& part : parts) {
      const bool expected = found_by_trying(text, part);
      found += expected ? 1 : 0;
      ASSERT_EQ(contains_ignoring_case(text, part), expected) << text << " with " << part;
    }
  EXPECT_GT(found, 10000U);
}

TEST(Text, OnlyLettersOfAsciiHaveACase) {
  EXPECT_TRUE(contains_ignoring_case("Amara MENDE", "a m"));
  EXPECT_TRUE(contains_ignoring_case("[Z]", "z"));
  EXPECT_TRUE(contains_ignoring_case(std::string_view("a\0B", 3), std::string_view("\0b", 2)));
  EXPECT_FALSE(contains_ignoring_case("@[", "`"));
  EXPECT_FALSE(contains_ignoring_case("@[", "{"));
  EXPECT_TRUE(contains_ignoring_case("Zoë", "oë"));
  EXPECT_FALSE(contains_ignoring_case("Zoë", "OË"));
  EXPECT_FALSE(contains_ignoring_case("", "a"));
  EXPECT_TRUE(contains_ignoring_case("", ""));
}

// Trying each place would take many seconds.
TEST(Text, RepetitiveTextIsNoBurden) {
  const std::string text(4'000'000, 'a');
  EXPECT_FALSE(contains_ignoring_case(text, std::string(1'000'000, 'A') + "b"));
}

TEST(Text, DatesAreDaysOrTimesInUtc) {
  constexpr Millis kDay = 1680307200000;  // 2023-04-01
  constexpr Millis kTime = kDay + 3723000;
  EXPECT_EQ(read_date("2023-04-01"), kDay);
  EXPECT_EQ(read_date("2023-04-01T01:02:03"), kTime);
  EXPECT_EQ(read_date("2023-04-01T01:02:03Z"), kTime);
  EXPECT_EQ(read_date("2023-04-01T01:02:03.456"), kTime + 456);
  EXPECT_EQ(read_date("2023-04-01T01:02:03.456Z"), kTime + 456);
  EXPECT_EQ(read_date("2024-02-29"), 1709164800000);
  for (const std::string_view other :
       {"", "Z", "soon", "2023-04", "2023-02-29", "2023-13-01", "2023-04-01Z", "2023-04-01T",
        "2023-04-01T24:00:00", "2023-04-01T01:02:03ZZ", "2023-04-01T01:02:03+02:00",
        "2023-04-01 01:02:03", " 2023-04-01", "2023-04-01T00:00:00ZT00:00:00Z", "1680307200000"})
    EXPECT_EQ(read_date(other), std::nullopt) << other;
}

}  // namespace
}  // namespace room_visitor::standin

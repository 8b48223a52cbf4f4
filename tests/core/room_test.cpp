#include "room_visitor/room.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "support/data.h"

namespace room_visitor {
namespace {

using testing::parsed;
using testing::read_data;

Room read(std::string_view json) {
  Result<Room> room = read_room(json);
  EXPECT_TRUE(room.ok()) << json.substr(0, 200);
  return room.ok() ? room.value() : Room{};
}

std::string golden_room() { return parsed(read_data("documentation-result.json"))["room"].dump(); }

TEST(Room, ReadsTheDocumentationsResult) {
  const Room room = read(golden_room());
  EXPECT_EQ(room.id->text, "tcbbSmWSLR5uo5PBW");
  EXPECT_EQ(room.t, "l");
  EXPECT_EQ(room.msgs->value(), 5);
  EXPECT_EQ(room.estimated_waiting_time_queue->value(), 9999999);
  EXPECT_EQ(room.v->username, "guest-16");
  EXPECT_EQ(room.v->last_message_ts->since_epoch(), 1680195491899.0);
  EXPECT_EQ(room.source->type, "widget");
  EXPECT_EQ(room.served_by->username, "rodriq");
  EXPECT_EQ(room.last_message->u->name, "Mende");
  EXPECT_EQ(room.metrics->response->avg->value(), 7.1105);
  EXPECT_EQ(room.metrics->reaction->fd->text, "\"2023-03-30T16:41:05.370Z\"");
  EXPECT_EQ(room.waiting_response->text, "true");
  EXPECT_TRUE(room.extra.empty());
}

TEST(Room, WritesTheDocumentationsResultAsTheSameValue) {
  EXPECT_EQ(parsed(write_room(read(golden_room()))), parsed(golden_room()));
}

// Numbers are compared as text: a reader that went through doubles would pass a comparison of
// values.
TEST(Room, KeepsEveryNumberToTheLastDigit) {
  const std::string text =
      R"({"msgs":-0,"usersCount":12345678901234567890123,"big":1e308,"small":-0.0,"list":[-0,1.10]})";
  EXPECT_EQ(write_room(read(text)), text);
}

TEST(Room, KeepsWhatItDoesNotKnowAndWhatHasAnotherKind) {
  const std::string text =
      R"({"_id":17,"v":"gone","ts":null,"tags":["a",1],"open":"yes","metrics":{"response":[]},"x":{"y":[ 1 ]}})";
  const Room room = read(text);
  EXPECT_FALSE(room.id || room.v || room.ts || room.tags || room.open);
  EXPECT_TRUE(room.metrics);
  EXPECT_EQ(parsed(write_room(room)), parsed(text));
}

TEST(Room, TakesTheLastOfDuplicateMembers) {
  EXPECT_EQ(read(R"({"fname":"a","fname":"b"})").fname, "b");
  EXPECT_EQ(write_room(read(R"({"fname":"a","fname":1})")), R"({"fname":1})");
  EXPECT_EQ(write_room(read(R"({"fname":1,"fname":"a"})")), R"({"fname":"a"})");
  EXPECT_EQ(write_room(read(R"({"x":1,"y":2,"x":3})")), R"({"y":2,"x":3})");
}

TEST(Room, DecodesEveryEscapeAndWritesItBack) {
  const Room room = read(R"({"fname":"\"\\\/\b\f\n\r\t\u0041\u00e9\u20ac\ud83d\ude00\u0000"})");
  EXPECT_EQ(room.fname, std::string("\"\\/\b\f\n\r\tA\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\0", 19));
  EXPECT_EQ(parsed(write_room(room)), parsed(R"({"fname":"\"\\/\b\f\n\r\tAé€😀\u0000"})"));
}

// nlohmann/json refuses half a surrogate pair, which servers written in JavaScript do send.
TEST(Room, KeepsHalfSurrogatePairs) {
  for (const char* text :
       {R"({"fname":"a\ud800"})", R"({"fname":"\udc00b"})", R"({"x":"\ud800\ud800\udc00"})",
        R"({"x":"\ud800\\ud800"})", R"({"x":"\uDBFF\u0041"})", R"({"\ud83d":1})"})
    EXPECT_EQ(write_room(read(text)), text);
}

TEST(Room, AcceptsAByteOrderMarkAndWhiteSpace) {
  EXPECT_EQ(read("\xEF\xBB\xBF \r\n\t{ \"_id\" : \"a\" , \"x\" : [ 1 , 2 ] } \n").id->text, "a");
}

TEST(Room, RefusesWhatIsNoObject) {
  for (const char* text : {"[]", "1", "\"x\"", "null", "true"})
    EXPECT_EQ(read_room(text).error().code, ErrorCode::unexpected_answer) << text;
}

TEST(Room, RefusesWhatIsNotJson) {
  for (const char* text : {"{a:1}",
                           "{\"a\":1,}",
                           "[1,]",
                           "{\"a\":01}",
                           "{\"a\":.5}",
                           "{\"a\":+1}",
                           "{\"a\":NaN}",
                           "'a'",
                           "{\"a\":\"\t\"}",
                           "{\"a\":\"\\x\"}",
                           "{\"a\":\"\\u12\"}",
                           "tru",
                           "{}{}",
                           "}",
                           "{\"a\":\"\xff\"}",
                           "\xEF\xBB\xBF\xEF\xBB\xBF{}",
                           " \xEF\xBB\xBF{}",
                           "{\"a\":\"\xed\xa0\x80\"}",
                           "{\"a\" 1}",
                           "{\"a\":1 \"b\":2}",
                           "/**/{}"})
    EXPECT_EQ(read_room(text).error().code, ErrorCode::not_json) << text;
}

// nlohmann/json takes a NUL for the end of the text; what stood behind it was used unchecked.
TEST(Room, RefusesANulByteWhereverItStands) {
  for (const std::string& text :
       {std::string("{}\0", 3), std::string("{}\0\"token\":{\"a", 14), std::string("\0{}", 3),
        std::string("{\"a\":\0\"b\"}", 10), std::string("{\"a\":\"\0\"}", 9)})
    EXPECT_EQ(read_room(text).error().code, ErrorCode::not_json);
}

TEST(Room, NumbersBeyondADoubleAreInfiniteAndZeroKeepsItsSign) {
  EXPECT_EQ(Number{"1e400"}.value(), std::numeric_limits<double>::infinity());
  EXPECT_EQ(Number{"-1e400"}.value(), -std::numeric_limits<double>::infinity());
  EXPECT_TRUE(std::signbit(Number{"-0"}.value()));
  EXPECT_EQ(Number{"-12"}.value(), -12);
  EXPECT_EQ(Number{"18446744073709551615"}.value(), 18446744073709551615.0);
}

TEST(Room, RefusesNumbersThatNoDoubleHolds) {
  const auto room = read_room(R"({"x":-1e400})");
  EXPECT_EQ(room.error().code, ErrorCode::not_json);
  EXPECT_EQ(room.error().found, "a number beyond the range of a double at byte 11");
}

TEST(Room, SaysWhereTheTextStopsBeingJson) {
  EXPECT_EQ(read_room(R"({"a":tru})").error().found, "9 bytes that stop being JSON at byte 9");
}

// Every cut of a real answer, copied to its exact size so that the sanitizer sees any over-read.
TEST(Room, NoticesEveryCut) {
  const std::string whole = golden_room();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::vector<char> exact(whole.begin(), whole.begin() + static_cast<long>(length));
    const auto room = read_room(std::string_view(exact.data(), exact.size()));
    ASSERT_FALSE(room.ok()) << length;
    const ErrorCode expected = length == 0 ? ErrorCode::empty_answer : ErrorCode::cut_off;
    ASSERT_EQ(room.error().code, expected) << length;
  }
}

TEST(Room, BoundsDepthWithoutOverflowing) {
  const auto nested = [](std::size_t depth) {
    return "{\"x\":" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  EXPECT_TRUE(read_room(nested(511)).ok());
  EXPECT_EQ(read_room(nested(512)).error().code, ErrorCode::answer_too_deep);
  EXPECT_EQ(read_room(nested(100000)).error().code, ErrorCode::answer_too_deep);
  EXPECT_EQ(read_room(std::string(100000, '[')).error().code, ErrorCode::answer_too_deep);
}

TEST(Room, BoundsSize) {
  const auto padded = [](std::size_t size) {
    return "{\"x\":\"" + std::string(size - 8, 'a') + "\"}";
  };
  constexpr std::size_t kLimit = 32u << 20u;
  EXPECT_TRUE(read_room(padded(kLimit)).ok());
  EXPECT_EQ(read_room(padded(kLimit + 1)).error().code, ErrorCode::answer_too_large);
  EXPECT_EQ(read_room(padded(50u << 20u)).error().code, ErrorCode::answer_too_large);
}

TEST(Room, ReadsAnObjectOfManyMembers) {
  std::string text = "{";
  for (int i = 0; i < 100000; ++i) text += "\"k" + std::to_string(i) + "\":1,";
  EXPECT_EQ(read(text + "\"fname\":\"a\"}").extra.size(), 100000u);
}

// A law instead of examples: whatever JSON object is read, the same value is written.
class JsonMaker {
 public:
  explicit JsonMaker(unsigned seed) : chance_(seed) {}

  std::string object(int depth) {
    std::string text = "{";
    const int count = below(6);
    for (int i = 0; i < count; ++i)
      text += (i > 0 ? "," : "") + ("\"" + key() + "\":") + value(depth);
    return text + "}";
  }

 private:
  int below(int limit) { return static_cast<int>(chance_() % static_cast<unsigned>(limit)); }

  std::string key() {
    constexpr const char* kKeys[]{"_id",     "v",           "ts",   "msgs", "tags",    "open",
                                  "metrics", "u",           "x",    "y\\n", "\\u0041", "lm",
                                  "token",   "lastMessage", "name", "fname"};
    return kKeys[below(16)];
  }

  std::string value(int depth) {
    constexpr const char* kScalars[]{"null",
                                     "true",
                                     "-0",
                                     "1e-7",
                                     "1.50",
                                     "\"\"",
                                     "\"a\"",
                                     "\"\\\\\"",
                                     "\"\\ud83d\\ude00\"",
                                     "12345678901234567890"};
    if (depth > 0 && below(3) == 0) return object(depth - 1);
    if (depth > 0 && below(4) == 0) return "[" + value(depth - 1) + " , " + value(depth - 1) + "]";
    return kScalars[below(10)];
  }

  std::mt19937 chance_;
};

TEST(Room, WritesWhatItReadsForAnyObject) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const std::string text = JsonMaker(seed).object(4);
    ASSERT_EQ(parsed(write_room(read(text))), parsed(text)) << text;
  }
}

}  // namespace
}  // namespace room_visitor

// Both copies of nlohmann/json in one program: the application's must still throw, the library's
// must still answer with an error instead of ending the program.
#include <room_visitor/room.h>

#include "expect.h"
#include "own_json.h"

int main() {
  const std::string bad = R"({"_id":"a","v":{"_id":"\ud800"},)";
  const std::string good = R"({"_id":"a","v":{"_id":"b"}})";
  for (int round = 0; round < 2; ++round) {
    expect(parse_own(bad) == Parsed::threw, "the application's copy throws");
    expect(!room_visitor::read_room(bad).ok(), "the library's copy gives an error");
    expect(parse_own(good) == Parsed::good, "the application's copy parses");
    expect(room_visitor::read_room(good).ok(), "the library's copy parses");
  }
  return failures;
}

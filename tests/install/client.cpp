// The client half as an application uses it.
#include <room_visitor/error_code.h>
#include <room_visitor/room.h>
#include <room_visitor/server_version.h>

#include "expect.h"

int main() {
  using namespace room_visitor;
  const Result<ServerVersion> version = parse_server_version("6.4.2");
  expect(version.ok() && to_text(version.value()) == "6.4.2", "a server version is read");
  expect(!parse_server_version("6.x").ok(), "an odd server version is refused");

  const std::string json =
      R"({"_id":"tcbbSmWSLR5uo5PBW","t":"l","v":{"_id":"a1"},"big":12345678901234567890123})";
  const Result<Room> room = read_room(json);
  expect(room.ok(), "a room is read");
  expect(room.ok() &&
             write_room(room.value()).find("\"big\":12345678901234567890123") != std::string::npos,
         "an unknown field keeps its text");
  expect(!read_room("{").ok(), "half a room is refused");
  expect(!error_table().empty(), "errors have a table");
  return failures;
}

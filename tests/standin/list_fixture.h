// What the suites of lists share: a workspace with many rooms, what is in it, and answers as JSON.
#ifndef ROOM_VISITOR_TESTS_STANDIN_LIST_FIXTURE_H
#define ROOM_VISITOR_TESTS_STANDIN_LIST_FIXTURE_H

#include <string>
#include <vector>

#include "standin/generator.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {

inline constexpr std::size_t kRooms = 300;
inline constexpr std::string_view kRoomsPath = "/api/v1/livechat/rooms";

inline Workspace many(int major = 6, int minor = 4) {
  return workspace(
      {.version = {major, minor, {}}, .generated_rooms = kRooms, .rate_limiter = RateLimiter::off});
}

// What `many` holds, from the inside.
inline Generator inside() {
  return {{.rooms = kRooms}, {{"rYhzFRd2QZjNwAAXX", "rodriq"}}, {"64253f1b7a6d9c0e81b2c3d4"}};
}

inline Json get(Workspace& server, std::string_view path, Session session = kAdmin) {
  const Exchange exchange = send(server, request("GET", path, session));
  EXPECT_EQ(exchange.response.status, 200) << exchange.response.body;
  return parse_json(exchange.response.body).value_or(JsonText{}).value;
}

inline std::vector<Json> items(const Json& answer, std::string_view name) {
  const Json* list = member(answer, name);
  return list == nullptr ? std::vector<Json>{} : std::vector<Json>(list->begin(), list->end());
}

inline std::vector<std::string> ids(const Json& answer, std::string_view name) {
  std::vector<std::string> found;
  for (const Json& item : items(answer, name)) found.emplace_back(text_or_empty(item, "_id"));
  return found;
}

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_TESTS_STANDIN_LIST_FIXTURE_H

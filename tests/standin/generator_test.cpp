// Generated visitors and rooms: functions of the seed and their index, found by every id they have,
// and indistinguishable from stored ones for the endpoints.
#include "standin/generator.h"

#include <set>

#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

Generator generator(std::size_t rooms, std::uint32_t seed = 1) {
  return {{.seed = seed, .rooms = rooms}, {{"a1", "ann"}, {"a2", "bob"}}, {"d1"}};
}

TEST(Generator, EveryIdLeadsBackToItsIndex) {
  const Generator made = generator(1000);
  for (std::size_t i = 0; i < made.rooms(); ++i) {
    EXPECT_EQ(made.room_index(made.room_id(i)), i);
    EXPECT_EQ(made.room_of_inquiry(made.inquiry_id(i)), i);
  }
  for (std::size_t i = 0; i < made.visitors(); ++i) {
    const Json visitor = made.visitor(i);
    EXPECT_EQ(made.visitor_index(text_or_empty(visitor, "_id")), i);
    EXPECT_EQ(made.visitor_of_token(text_or_empty(visitor, "token")), i);
    EXPECT_EQ(made.visitor_of_username(text_or_empty(visitor, "username")), i);
    if (const Json* phone = member(visitor, "phone")) {
      EXPECT_EQ(made.visitor_of_phone(text_or_empty(phone->front(), "phoneNumber")), i);
    }
    if (const Json* mail = member(visitor, "visitorEmails")) {
      EXPECT_EQ(made.visitor_of_email(text_or_empty(mail->front(), "address")), i);
    }
  }
}

TEST(Generator, NoOtherTextIsAnId) {
  const Generator made = generator(1000);
  const Generator other = generator(1000, 2);
  EXPECT_EQ(made.room_index(""), std::nullopt);
  EXPECT_EQ(made.room_index(kRid), std::nullopt);
  EXPECT_EQ(made.room_index("22222222222222222"), std::nullopt);
  EXPECT_EQ(made.room_index(made.inquiry_id(3)), std::nullopt);
  EXPECT_EQ(made.visitor_index(kGuest), std::nullopt);
  EXPECT_EQ(made.visitor_of_token(kGuestToken), std::nullopt);
  EXPECT_EQ(made.visitor_of_username("guest-16"), std::nullopt);
  EXPECT_EQ(made.visitor_of_username("guest-01000"), std::nullopt);
  EXPECT_EQ(made.visitor_of_username("guest-99999999999999999999"), std::nullopt);
  EXPECT_EQ(made.visitor_of_phone("+1555999999x"), std::nullopt);
  for (std::size_t i = 0; i < 100; ++i) {
    EXPECT_EQ(made.room_index(other.room_id(i)), std::nullopt);
    EXPECT_EQ(made.visitor_index(other.visitor_id(i)), std::nullopt);
  }
}

TEST(Generator, ARoomDoesNotDependOnHowManyThereAre) {
  const Generator few = generator(200);
  const Generator many = generator(kMostGeneratedRooms);
  for (const std::size_t i : {0U, 1U, 57U, 199U})
    EXPECT_EQ(to_json_text(few.room(i)), to_json_text(many.room(i)));
  EXPECT_EQ(many.room_index(many.room_id(kMostGeneratedRooms - 1)), kMostGeneratedRooms - 1);
  EXPECT_EQ(few.room_index(many.room_id(200)), std::nullopt);
}

TEST(Generator, EveryRoomHasAVisitorWhoHasThatRoom) {
  for (const std::size_t rooms : {1U, 31U, 33U, 96U, 100U, 1000U}) {
    const Generator made = generator(rooms);
    std::set<std::size_t> seen;
    for (std::size_t visitor = 0; visitor < made.visitors(); ++visitor)
      for (const std::size_t room : made.rooms_of(visitor)) {
        EXPECT_EQ(made.facts(room).visitor, visitor);
        EXPECT_TRUE(seen.insert(room).second);
      }
    EXPECT_EQ(seen.size(), rooms);
  }
}

TEST(Generator, FactsAndDocumentsAgree) {
  const Generator made = generator(500);
  std::set<std::string> states;
  for (std::size_t i = 0; i < made.rooms(); ++i) {
    const RoomFacts facts = made.facts(i);
    const Json room = made.room(i);
    EXPECT_EQ(is_true(room, "open"), facts.closed == 0);
    EXPECT_EQ(member(room, "closedAt") != nullptr, facts.closed != 0);
    EXPECT_EQ(is_true(room, "onHold"), facts.on_hold);
    EXPECT_EQ(member(room, "servedBy") != nullptr, facts.agent.has_value());
    EXPECT_EQ(text_or_empty(room, "ts"), format_timestamp(facts.started));
    EXPECT_EQ(made.messages(i).size(), static_cast<std::size_t>(facts.messages));
    EXPECT_EQ(to_json_text(made.messages(i).back()), to_json_text(*member(room, "lastMessage")));
    EXPECT_EQ(made.inquiry(i).has_value(), facts.closed == 0);
    if (facts.closed != 0) {
      EXPECT_LE(text_or_empty(room, "lm"), text_or_empty(room, "closedAt"));
    }
    states.insert(facts.closed != 0 ? "closed"
                  : facts.on_hold   ? "held"
                  : facts.agent     ? "served"
                                    : "queued");
    if (i > 0) {
      EXPECT_LT(facts.started, made.started(i - 1));
    }
  }
  EXPECT_EQ(states.size(), 4U);
}

// Up to a million of them, and only changes are kept.
TEST(Generator, ItsRoomsAreMovedLikeOthers) {
  Workspace server = workspace({.version = {6, 4, {}},
                                .generated_rooms = kMostGeneratedRooms,
                                .rate_limiter = RateLimiter::off});
  const Generator made({.rooms = kMostGeneratedRooms}, {{"rYhzFRd2QZjNwAAXX", "rodriq"}},
                       {"64253f1b7a6d9c0e81b2c3d4"});
  constexpr std::size_t kIndex = 765432;
  const std::string rid = made.room_id(kIndex);
  const std::string owner = made.visitor_id(made.facts(kIndex).visitor);
  const std::string next = made.visitor_id(12345);
  const auto show = [&] {
    return send(server, request("GET", "/api/v1/rooms.info?roomId=" + rid, kAdmin));
  };
  EXPECT_EQ(show().response.body,
            "{\"room\":" + to_json_text(made.room(kIndex)) + ",\"success\":true}");
  expect_answer(send(server, move_request(kAdmin, update(rid, next, owner))), 400,
                failed("invalid-room-visitor"));
  EXPECT_EQ(send(server, move_request(kAdmin, update(rid, owner, next))).response.status, 200);
  Json moved = made.room(kIndex);
  const Json visitor = made.visitor(12345);
  for (const std::string_view key : {"_id", "username", "token"})
    set_member(*member(moved, "v"), key, *member(visitor, key));
  set_member(moved, "_updatedAt", format_timestamp(kNow));
  EXPECT_EQ(show().response.body, "{\"room\":" + to_json_text(moved) + ",\"success\":true}");
}

}  // namespace
}  // namespace room_visitor::standin

#include "room_visitor/visitor.h"

#include <gtest/gtest.h>

#include "support/data.h"

namespace room_visitor {
namespace {

using testing::parsed;

constexpr std::string_view kVisitor =
    R"({"_id":"6425bb86c29657e5b3ba26b2","username":"guest-16","token":"8b15","name":"Mende",)"
    R"("ts":"2023-03-30T16:40:48.026Z","_updatedAt":"2023-03-30T16:40:48.026Z",)"
    R"("phone":[{"phoneNumber":"+49 30 1","type":"work"}],"visitorEmails":[{"address":"m@example.com"}],)"
    R"("lastChat":{"_id":"tcbbSmWSLR5uo5PBW","ts":"2023-03-30T16:40:48.026Z"},)"
    R"("lastAgent":{"username":"rodriq","agentId":"rYhzFRd2QZjNwAAXX","ts":"2023-03-30T16:40:48.383Z"},)"
    R"("livechatData":{"plan":"gold"},"activity":["2023-03"],"disabled":false,"department":null})";

TEST(Visitor, ReadsEveryKindOfField) {
  const Visitor visitor = read_visitor(kVisitor).value();
  EXPECT_EQ(visitor.id->text, "6425bb86c29657e5b3ba26b2");
  EXPECT_EQ(visitor.phone->front().phone_number, "+49 30 1");
  EXPECT_EQ(visitor.phone->front().extra.front().key, "type");
  EXPECT_EQ(visitor.visitor_emails->front().address, "m@example.com");
  EXPECT_EQ(visitor.last_chat->id->text, "tcbbSmWSLR5uo5PBW");
  EXPECT_EQ(visitor.last_agent->agent_id->text, "rYhzFRd2QZjNwAAXX");
  EXPECT_EQ(visitor.livechat_data->text, R"({"plan":"gold"})");
  EXPECT_EQ(visitor.activity->front(), "2023-03");
  EXPECT_EQ(visitor.disabled, false);
  ASSERT_EQ(visitor.extra.size(), 1u);
  EXPECT_EQ(visitor.extra.front().key, "department");
}

TEST(Visitor, WritesTheSameValue) {
  EXPECT_EQ(parsed(write_visitor(read_visitor(kVisitor).value())), parsed(std::string(kVisitor)));
}

TEST(Visitor, KeepsAPhoneThatIsNull) {
  EXPECT_EQ(write_visitor(read_visitor(R"({"phone":null})").value()), R"({"phone":null})");
}

TEST(Visitor, KeepsAListInWhichOneElementIsOdd) {
  const std::string text = R"({"visitorEmails":[{"address":"a"},"b"]})";
  EXPECT_EQ(write_visitor(read_visitor(text).value()), text);
}

TEST(Visitor, RefusesWhatIsNoObject) {
  EXPECT_EQ(read_visitor("[]").error().code, ErrorCode::unexpected_answer);
  EXPECT_EQ(read_visitor("").error().code, ErrorCode::empty_answer);
}

}  // namespace
}  // namespace room_visitor

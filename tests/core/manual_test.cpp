// The example at the head of room_visitor.h, run.
#include <gtest/gtest.h>

#include "room_visitor/room_visitor.h"
#include "support/data.h"

namespace room_visitor {
namespace {

HttpResponse my_application_sends(const HttpRequest& request) {
  EXPECT_EQ(request.method, "PUT");
  return {
      200, {{"Content-Type", "application/json"}}, testing::read_data("documentation-result.json")};
}

TEST(Manual, OneUpdateFromWhatAPersonTypedToAVerdict) {
  const std::string token = "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs";

  Result<ServerUrl> server = parse_server_url("https://chat.example.com");
  Result<Session> session = make_session({"rYhzFRd2QZjNwAAXX"}, {token});
  Validation checked = validate(VisitorUpdate{
      {"tcbbSmWSLR5uo5PBW"}, {"6425bb86c29657e5b3ba26b1"}, {"6425bb86c29657e5b3ba26b2"}});
  ASSERT_TRUE(server.ok() && session.ok() && checked.update);

  HttpRequest request = update_room_visitor(server.value(), session.value(), *checked.update);
  HttpResponse response = my_application_sends(request);
  Outcome outcome = settle(*checked.update, classify(response, Profile::two_permissions));

  EXPECT_EQ(outcome.verdict, Verdict::applied);
}

}  // namespace
}  // namespace room_visitor

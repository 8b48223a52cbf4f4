#include "room_visitor/endpoints.h"

#include <gtest/gtest.h>

#include "room_visitor/redact.h"
#include "support/data.h"

namespace room_visitor {
namespace {

constexpr const char* kToken = "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs";

HttpRequest golden_request() {
  const ServerUrl server = parse_server_url("http://localhost:3000").value();
  const Session session = make_session({"rYhzFRd2QZjNwAAXX"}, {kToken}).value();
  const Validation checked = validate(VisitorUpdate{
      {"tcbbSmWSLR5uo5PBW"}, {"6425bb86c29657e5b3ba26b2"}, {"6425bb86c29657e5b3ba26b2"}});
  return update_room_visitor(server, session, *checked.update);
}

TEST(Endpoints, BuildsTheDocumentationsCall) {
  const HttpRequest expected{
      "PUT",
      "http://localhost:3000/api/v1/livechat/room.visitor",
      {{"X-Auth-Token", kToken},
       {"X-User-Id", "rYhzFRd2QZjNwAAXX"},
       {"Content-Type", "application/json"}},
      R"({"rid":"tcbbSmWSLR5uo5PBW","oldVisitorId":"6425bb86c29657e5b3ba26b2",)"
      R"("newVisitorId":"6425bb86c29657e5b3ba26b2"})"};
  EXPECT_EQ(golden_request(), expected);
}

TEST(Endpoints, CurlWithSecretsRevealedIsTheDocumentationsCall) {
  EXPECT_EQ(to_curl(golden_request(), Secrets::revealed) + "\n",
            testing::read_data("documentation-call.sh"));
}

TEST(Endpoints, CurlHidesTheTokenUnlessAsked) {
  const std::string command = to_curl(golden_request(), Secrets::masked);
  EXPECT_EQ(command.find(kToken), std::string::npos);
  EXPECT_NE(command.find("'X-Auth-Token: " + std::string(kHidden) + "'"), std::string::npos);
  EXPECT_NE(command.find("'X-User-Id: rYhzFRd2QZjNwAAXX'"), std::string::npos);
}

TEST(Endpoints, CurlQuotesForTheShell) {
  const HttpRequest request{
      "PUT; true", "https://e.com/o'clock", {{"A", "it's $(x) `y` \\"}}, "a'b"};
  EXPECT_EQ(to_curl(request, Secrets::revealed),
            "curl --location --request 'PUT; true' 'https://e.com/o'\\''clock' \\\n"
            "--header 'A: it'\\''s $(x) `y` \\' \\\n"
            "--data 'a'\\''b'");
}

TEST(Endpoints, CurlHidesSecretsWhereverTheyStand) {
  const HttpRequest request{"POST",
                            "https://e.com/api?user=a&access_token=geheim&x",
                            {{"Authorization", "Bearer geheim"}, {"Cookie", "geheim"}},
                            R"({"user":"a","password":"geheim"})"};
  const std::string command = to_curl(request, Secrets::masked);
  EXPECT_EQ(command.find("geheim"), std::string::npos);
  EXPECT_NE(command.find("https://e.com/api?user=a&access_token=••••••••&x"), std::string::npos);
  EXPECT_NE(to_curl(request, Secrets::revealed).find("access_token=geheim"), std::string::npos);
}

TEST(Endpoints, CurlShowsNoBodyThatItCannotRedact) {
  const HttpRequest request{"POST", "https://e.com", {}, "user=a&password=geheim"};
  EXPECT_EQ(to_curl(request, Secrets::masked).find("geheim"), std::string::npos);
}

TEST(Endpoints, BodyEscapesWhatJsonEscapes) {
  const Validation checked = validate(VisitorUpdate{{"a\"b\\c"}, {"d/é"}, {"e😀"}});
  const HttpRequest request =
      update_room_visitor(parse_server_url("https://e.com").value(),
                          make_session({"u"}, {"t"}).value(), *checked.update);
  EXPECT_EQ(request.body, R"({"rid":"a\"b\\c","oldVisitorId":"d/é","newVisitorId":"e😀"})");
}

TEST(Endpoints, KeepsThePrefixOfTheServer) {
  const ServerUrl server = parse_server_url("https://example.com/team/").value();
  const Session session = make_session({"u"}, {"t"}).value();
  EXPECT_EQ(room_info(server, session, {"r1"}).url,
            "https://example.com/team/api/v1/rooms.info?roomId=r1");
  EXPECT_EQ(server_info(server).url, "https://example.com/team/api/info");
}

TEST(Endpoints, RoomInfoEncodesTheId) {
  const HttpRequest request = room_info(parse_server_url("https://e.com").value(),
                                        make_session({"u"}, {"t"}).value(), {"a&b=c d#é"});
  EXPECT_EQ(request.url, "https://e.com/api/v1/rooms.info?roomId=a%26b%3Dc%20d%23%C3%A9");
  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(request.body, "");
  EXPECT_EQ(request.headers, (std::vector<Header>{{"X-Auth-Token", "t"}, {"X-User-Id", "u"}}));
}

TEST(Endpoints, ServerInfoSendsNoCredentials) {
  EXPECT_TRUE(server_info(parse_server_url("https://e.com").value()).headers.empty());
}

TEST(Endpoints, RefusesCredentialsThatWouldBreakAHeader) {
  for (const char* bad : {"a\nX-Evil: 1", "a\rb", " a", "a ", "a b", "a\tb", "é", "a\x7f"}) {
    const Result<Session> by_id = make_session({bad}, {"token"});
    const Result<Session> by_token = make_session({"user"}, {bad});
    ASSERT_FALSE(by_id.ok() || by_token.ok()) << bad;
    EXPECT_EQ(by_id.error().code, ErrorCode::invalid_credentials);
    EXPECT_EQ(by_id.error().path, "/userId");
    EXPECT_EQ(by_token.error().path, "/authToken");
  }
}

TEST(Endpoints, SaysWhichCredentialIsMissing) {
  EXPECT_EQ(make_session({""}, {"token"}).error(),
            (Error{ErrorCode::missing_credentials, "/userId", "", ""}));
  EXPECT_EQ(make_session({"user"}, {""}).error().path, "/authToken");
}

TEST(Endpoints, NeverRepeatsACredential) {
  const Result<Session> session = make_session({"user"}, {"geheim\n1"});
  EXPECT_EQ(to_text(session.error()).find("geheim"), std::string::npos);
}

}  // namespace
}  // namespace room_visitor

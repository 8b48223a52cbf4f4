// Preflight and cross-origin headers (docs/wire.md section 5, versions 5.2 to 6.13).
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

HttpRequest preflight(std::string origin) {
  HttpRequest sent = request("OPTIONS", kRoomVisitor, kNobody);
  sent.headers = {{"Origin", std::move(origin)},
                  {"Access-Control-Request-Method", "PUT"},
                  {"Access-Control-Request-Headers", "content-type,x-auth-token,x-user-id"}};
  return sent;
}

Workspace cors_workspace(std::string origins) {
  WorkspaceOptions options;
  options.cross_origin = CrossOrigin::allowed;
  options.allowed_origins = std::move(origins);
  return workspace(options);
}

void expect_cors_headers(const Exchange& exchange, std::string_view origin) {
  expect_answer(exchange, 200, "");
  EXPECT_EQ(header(exchange, "access-control-allow-origin"), origin);
  EXPECT_EQ(header(exchange, "access-control-allow-methods"),
            "GET, POST, PUT, DELETE, HEAD, PATCH");
  EXPECT_EQ(header(exchange, "access-control-allow-headers"),
            "Origin, X-Requested-With, Content-Type, Accept, X-User-Id, X-Auth-Token, "
            "x-visitor-token, Authorization");
  EXPECT_EQ(header(exchange, "access-control-max-age"), "(absent)");
  EXPECT_EQ(header(exchange, "access-control-allow-credentials"), "(absent)");
}

void expect_no_cors_headers(const Exchange& exchange) {
  for (const char* name : {"access-control-allow-origin", "access-control-allow-methods",
                           "access-control-allow-headers", "vary"})
    EXPECT_EQ(header(exchange, name), "(absent)");
}

TEST(Cors, OptionsWithoutOriginIsNoPreflight) {
  for (const int minor : {3, 4}) {
    Workspace server = workspace(6, minor);
    const Exchange exchange = send(server, request("OPTIONS", kRoomVisitor, kNobody));
    expect_answer(exchange, 200, "");
    expect_no_cors_headers(exchange);
  }
}

TEST(Cors, IsOffByDefaultAndSaysSo) {
  Workspace server = workspace(6, 4);
  const Exchange exchange = send(server, preflight("https://app.example.com"));
  expect_answer(exchange, 405,
                "CORS not enabled. Go to \"Admin > General > REST Api\" to enable it.");
  expect_no_cors_headers(exchange);
  EXPECT_EQ(header(exchange, "content-type"), "(absent)");
}

TEST(Cors, AnyOriginIsAllowedByAStar) {
  Workspace server = cors_workspace("*");
  expect_cors_headers(send(server, preflight("https://app.example.com")), "*");
}

TEST(Cors, AListedOriginIsEchoed) {
  Workspace server = cors_workspace("https://one.example.com, https://APP.example.com");
  const Exchange exchange = send(server, preflight("https://app.example.com"));
  expect_cors_headers(exchange, "https://app.example.com");
  EXPECT_EQ(header(exchange, "vary"), "Origin");
}

TEST(Cors, AnUnlistedOriginGetsNothing) {
  Workspace server = cors_workspace("https://one.example.com");
  for (const char* origin : {"https://app.example.com", "HTTPS://ONE.example.com", ""}) {
    const Exchange exchange = send(server, preflight(origin));
    expect_answer(exchange, 200, "");
    expect_no_cors_headers(exchange);
  }
}

TEST(Cors, ARequestMethodAloneIsAPreflight) {
  Workspace server = workspace(6, 4);
  HttpRequest sent = request("OPTIONS", kRoomVisitor, kNobody);
  sent.headers = {{"Access-Control-Request-Method", "PUT"}};
  EXPECT_EQ(send(server, sent).response.status, 405);
}

TEST(Cors, AnswersCarryTheStarWhateverTheSettings) {
  for (const auto& [major, minor] : {std::pair{5, 2}, {6, 2}, {6, 13}}) {
    Workspace server = workspace(major, minor);
    HttpRequest sent = move_request(kAgent, update(kRid, kGuest, kGuest));
    sent.headers.push_back({"Origin", "https://app.example.com"});
    EXPECT_EQ(header(send(server, sent), "access-control-allow-origin"), "*");
  }
}

TEST(Cors, OptionsOnAnUnknownPathIsTheWebAppsAnswer) {
  Workspace server = workspace(6, 4);
  const Exchange exchange = send(server, request("OPTIONS", "/api/v1/no.such", kNobody));
  expect_answer(exchange, 200, "");
  EXPECT_EQ(header(exchange, "allow"), "OPTIONS, GET, HEAD");
}

}  // namespace
}  // namespace room_visitor::standin

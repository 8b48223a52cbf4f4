// What the web server and the validator make of a request body (docs/wire.md sections 1.1, 1.3).
#include "standin/js_number.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {
namespace {

constexpr std::string_view kRidMissing = "must have required property 'rid'";
constexpr std::string_view kMustBeString = "must be string";
constexpr std::string_view kMustBeObject = "must be object";

Exchange put(std::string body, std::string_view content_type = "application/json") {
  Workspace server = workspace(6, 4);
  return send(server, request("PUT", kRoomVisitor, kAgent, std::move(body), content_type));
}

std::string page(std::string_view phrase) {
  return std::string("<pre>").append(phrase).append("</pre>");
}

void expect_page(const Exchange& exchange, int status, std::string_view phrase) {
  EXPECT_EQ(exchange.response.status, status);
  EXPECT_EQ(header(exchange, "content-type"), "text/html; charset=utf-8");
  EXPECT_NE(exchange.response.body.find(page(phrase)), std::string::npos);
}

struct Refusal {
  const char* name;
  std::string body;
  std::string_view message;
};

TEST(Body, TheValidatorReportsItsFirstFindingOnly) {
  const Refusal cases[]{
      {"empty object", "{}", kRidMissing},
      {"no oldVisitorId", R"({"rid":"a","newVisitorId":"b"})",
       "must have required property 'oldVisitorId'"},
      {"no newVisitorId", R"({"rid":"a","oldVisitorId":"b"})",
       "must have required property 'newVisitorId'"},
      {"the documented misspelling", R"({"rid":"a","oldVisitorId":"b","newvisitorId":"c"})",
       "must have required property 'newVisitorId'"},
      {"additional", R"({"rid":"a","oldVisitorId":"b","newVisitorId":"c","x":1})",
       "must NOT have additional properties"},
      {"missing and additional", R"({"x":1,"oldVisitorId":"b","newVisitorId":"c"})", kRidMissing},
      {"type and additional", R"({"rid":[],"oldVisitorId":"b","newVisitorId":"c","x":1})",
       "must NOT have additional properties"},
      {"own member __proto__",
       R"({"rid":"a","oldVisitorId":"b","newVisitorId":"c","__proto__":{}})",
       "must NOT have additional properties"},
      {"list value", R"({"rid":["a"],"oldVisitorId":"b","newVisitorId":"c"})", kMustBeString},
      {"object value", R"({"rid":"a","oldVisitorId":{},"newVisitorId":"c"})", kMustBeString},
      {"last value", R"({"rid":"a","oldVisitorId":"b","newVisitorId":[]})", kMustBeString},
      {"list", "[]", kMustBeObject},
      {"list of objects", R"([{"rid":"a","oldVisitorId":"b","newVisitorId":"c"}])", kMustBeObject},
  };
  for (const Refusal& row : cases) {
    SCOPED_TRACE(row.name);
    expect_answer(put(row.body), 400, invalid_params(row.message));
  }
}

struct Coercion {
  const char* json;
  const char* text;
};

// The coerced id is looked up, so a visitor of that id shows what became of the value.
TEST(Body, NumbersBooleansAndNullBecomeText) {
  const Coercion cases[]{
      {"12", "12"},
      {"1.5", "1.5"},
      {"-0", "0"},
      {"0.1", "0.1"},
      {"1e21", "1e+21"},
      {"1e20", "100000000000000000000"},
      {"1E-7", "1e-7"},
      {"0.000001", "0.000001"},
      {"1e400", "Infinity"},
      {"-1e400", "-Infinity"},
      {"12345678901234567890", "12345678901234567000"},
      {"9007199254740993", "9007199254740992"},
      {"true", "true"},
      {"false", "false"},
      {"1.0", "1"},
      {"5e-324", "5e-324"},
  };
  for (const Coercion& row : cases) {
    SCOPED_TRACE(row.json);
    WorkspaceOptions options;
    options.seed_json = std::string(R"({"visitors":[{"_id":")")
                            .append(row.text)
                            .append(R"(","username":"number","token":"t"}]})");
    Workspace server = workspace(options);
    EXPECT_EQ(send(server, move_request(kAgent, std::string(R"({"rid":"tcbbSmWSLR5uo5PBW",)"
                                                            R"("oldVisitorId":")")
                                                    .append(kGuest)
                                                    .append("\",\"newVisitorId\":")
                                                    .append(row.json)
                                                    .append("}")))
                  .response.status,
              200);
  }
}

TEST(Body, NullBecomesAnEmptyIdWhichNobodyHas) {
  expect_answer(put(R"({"rid":null,"oldVisitorId":null,"newVisitorId":null})"), 400,
                failed("visitor-not-found"));
  expect_answer(put(R"({"rid":"","oldVisitorId":"","newVisitorId":""})"), 400,
                failed("visitor-not-found"));
}

TEST(Body, NumbersAreWrittenWithAsFewDigitsAsTellThemApart) {
  const std::pair<double, const char*> cases[]{
      {0.1 + 0.2, "0.30000000000000004"},
      {5e-324, "5e-324"},
      {2.2250738585072014e-308, "2.2250738585072014e-308"},
      {1.7976931348623157e308, "1.7976931348623157e+308"},
      {9007199254740992.0, "9007199254740992"},
      {123456789012345680000.0, "123456789012345680000"},
      {1e21, "1e+21"},
      {1.5e-9, "1.5e-9"},
      {4.35, "4.35"},
      {9.5367431640625e-7, "9.5367431640625e-7"},
      {9.109383632e-31, "9.109383632e-31"},
      {1e23, "1e+23"},
      {-7.5, "-7.5"},
  };
  for (const auto& [number, text] : cases) EXPECT_EQ(js_number_text(number), text);
}

// White space beyond ASCII used to make a number unreadable.
TEST(Body, NumbersAreReadFromTextAsTheServersLanguageDoes) {
  const std::pair<const char*, std::optional<double>> cases[]{
      {"", 0},
      {" \t\n\v\f\r", 0},
      {"\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff", 0},
      {" 1.5e3 ", 1500},
      {"\u00a0\ufeff5\u3000 ", 5},
      {"0x1F", 31},
      {"-.5", -0.5},
      {"5\u00a05", {}},
      {"\u200b5", {}},
      {"\u180e5", {}},
      {"\u00855", {}},
      {"\xa0"
       "5",
       {}},
  };
  for (const auto& [text, number] : cases) EXPECT_EQ(js_number(text), number) << text;
}

TEST(Body, TextThatIsNotJsonIsRefusedBeforeAnythingElse) {
  for (const char* body : {"{",
                           "{]",
                           "[1,]",
                           "{\"a\":}",
                           "{\"a\" 1}",
                           "{a:1}",
                           "{'a':1}",
                           "{} x",
                           "{\"a\":01}",
                           "{\"a\":1.}",
                           "{\"a\":.5}",
                           "{\"a\":+1}",
                           "{\"a\":\"\x01\"}",
                           "{\"a\":\"\\x\"}",
                           "{\"a\":\"\\u12g4\"}",
                           "{\"a\":tru}",
                           "{\"a\":NaN}",
                           "{\"a\":1}}",
                           "\"x\"",
                           "12",
                           "null",
                           "true",
                           "   ",
                           "rid=a",
                           "[",
                           "{\"a\":1,}",
                           "{\"a\":\"",
                           "{\"a\":1e}",
                           "{\"a\":-}"}) {
    SCOPED_TRACE(body);
    Workspace server = workspace(6, 4);
    expect_page(send(server, request("PUT", kRoomVisitor, kNobody, body)), 400, "Bad Request");
  }
}

TEST(Body, TheErrorPageCarriesNoCorsHeaderBefore64) {
  Workspace older = workspace(6, 3);
  EXPECT_EQ(header(send(older, move_request(kAgent, "{")), "access-control-allow-origin"),
            "(absent)");
  Workspace newer = workspace(6, 4);
  EXPECT_EQ(header(send(newer, move_request(kAgent, "{")), "access-control-allow-origin"), "*");
}

TEST(Body, OtherCharsetsAreUnsupported) {
  expect_page(put("{}", "application/json; charset=latin1"), 415, "Unsupported Media Type");
  expect_page(put("rid=a", "application/x-www-form-urlencoded; charset=iso-8859-1"), 415,
              "Unsupported Media Type");
  expect_answer(put("{}", "application/json; charset=UTF-8"), 400, invalid_params(kRidMissing));
  expect_answer(put("{}", "application/json;charset=\"utf-8\""), 400, invalid_params(kRidMissing));
}

TEST(Body, AnEmptyBodyIsAnEmptyObject) {
  Workspace server = workspace(6, 4);
  expect_answer(send(server, request("PUT", kRoomVisitor, kAgent)), 400,
                invalid_params(kRidMissing));
  HttpRequest typed = request("PUT", kRoomVisitor, kAgent);
  typed.headers.push_back({"Content-Type", "application/json"});
  expect_answer(send(server, typed), 400, invalid_params(kRidMissing));
}

TEST(Body, OtherTypesAreIgnored) {
  const std::string body = update(kRid, kGuest, kCustomer);
  expect_answer(put(body, "text/plain"), 400, invalid_params(kRidMissing));
  expect_answer(put(body, "application/jsonx"), 400, invalid_params(kRidMissing));
  expect_answer(put(body, ""), 400, invalid_params(kRidMissing));
  Workspace server = workspace(6, 4);
  HttpRequest untyped = move_request(kAgent, body);
  untyped.headers.pop_back();
  expect_answer(send(server, untyped), 400, invalid_params(kRidMissing));
}

TEST(Body, StructuredSuffixAndLetterCaseOfTheTypeAreJson) {
  const std::string body = update(kRid, kGuest, kCustomer);
  EXPECT_EQ(put(body, "application/vnd.example+json").response.status, 200);
  EXPECT_EQ(put(body, "Application/JSON").response.status, 200);
}

TEST(Body, AFormIsAcceptedLikeJson) {
  constexpr std::string_view kForm = "application/x-www-form-urlencoded";
  EXPECT_EQ(put("rid=tcbbSmWSLR5uo5PBW&oldVisitorId=6425bb86c29657e5b3ba26b2&newVisitorId="
                "%363d8f20a5be41c7790e6a1f4",
                kForm)
                .response.status,
            200);
  expect_answer(put("rid=a&rid=b&oldVisitorId=c&newVisitorId=d", kForm), 400,
                invalid_params(kMustBeString));
  expect_answer(put("rid[x]=a&oldVisitorId=c&newVisitorId=d", kForm), 400,
                invalid_params(kMustBeString));
  expect_answer(put("rid[]=a&oldVisitorId=c&newVisitorId=d", kForm), 400,
                invalid_params(kMustBeString));
  expect_answer(put("rid=a&oldVisitorId=c&newVisitorId=d&__proto__=e", kForm), 400,
                failed("visitor-not-found"));
  std::string many = "a=1";
  for (int i = 0; i < 1000; ++i) many += "&a=1";
  expect_page(put(many, kForm), 413, "Payload Too Large");
}

TEST(Body, AByteOrderMarkIsSkipped) {
  EXPECT_EQ(put("\xEF\xBB\xBF" + update(kRid, kGuest, kCustomer)).response.status, 200);
}

TEST(Body, OfEqualKeysTheLastOneWins) {
  EXPECT_EQ(put(R"({"rid":[],"rid":"tcbbSmWSLR5uo5PBW","oldVisitorId":")" + std::string(kGuest) +
                R"(","newVisitorId":")" + std::string(kCustomer) + "\"}")
                .response.status,
            200);
  // Beyond a handful of members equal keys are found by another way.
  std::string body = R"({"rid":"a")";
  for (int i = 0; i < 40; ++i) body += ",\"k" + std::to_string(i % 20) + "\":" + std::to_string(i);
  expect_answer(put(body + R"(,"oldVisitorId":"b","newVisitorId":"c","rid":[]})"), 400,
                invalid_params("must NOT have additional properties"));
  std::string repeated = R"({"oldVisitorId":"b","newVisitorId":"c")";
  for (int i = 0; i < 40; ++i) repeated += R"(,"rid":"a")";
  expect_answer(put(repeated + ",\"rid\":[]}"), 400, invalid_params(kMustBeString));
}

TEST(Body, TextIsDecodedAsTheServerDoes) {
  WorkspaceOptions options;
  options.seed_json =
      "{\"visitors\":[{\"_id\":\"\xF0\x9F\x98\x80\\u0000\xEF\xBF\xBD\","
      "\"username\":\"odd\",\"token\":\"t\"}]}";
  Workspace server = workspace(options);
  // A surrogate pair is one character; half of one, and bytes that are no UTF-8, are U+FFFD.
  for (const std::string_view id : {"\\ud83d\\ude00\\u0000\\ud83d", "\\uD83D\\uDE00\\u0000\\udc00",
                                    "\xF0\x9F\x98\x80\\u0000\xFF"}) {
    expect_answer(send(server, move_request(kAgent, update("none", "x", id))), 400,
                  failed("invalid-room"));
  }
}

TEST(Body, DepthDoesNotUseUpTheStack) {
  constexpr std::size_t kDepth = 100000;
  const std::string lists = std::string(kDepth, '[') + std::string(kDepth, ']');
  expect_answer(put(lists), 400, invalid_params(kMustBeObject));
  expect_answer(put(R"({"rid":)" + lists + R"(,"oldVisitorId":"b","newVisitorId":"c"})"), 400,
                invalid_params(kMustBeString));
  std::string objects;
  for (std::size_t i = 0; i < kDepth; ++i) objects += "{\"a\":";
  expect_answer(put(objects + "1" + std::string(kDepth, '}')), 400, invalid_params(kRidMissing));
  expect_page(put(std::string(kDepth, '[')), 400, "Bad Request");
}

TEST(Body, MembersBelowTheKeptDepthKeepTheirNames) {
  constexpr std::size_t kDepth = 1100;
  std::string body = R"({"rid":)";
  for (std::size_t i = 0; i < kDepth; ++i) body += "{\"a\":{},\"b\":";
  body += "1" + std::string(kDepth, '}') + R"(,"oldVisitorId":"b","newVisitorId":"c"})";
  expect_answer(put(body), 400, invalid_params(kMustBeString));
}

TEST(Body, MoreThanFiftyMegabytesAreTooLarge) {
  constexpr std::size_t kLimit = std::size_t{50} * 1024 * 1024;
  const std::string body = update(kRid, kGuest, kCustomer);
  EXPECT_EQ(put(body + std::string(kLimit - body.size(), ' ')).response.status, 200);
  expect_page(put(body + std::string(kLimit - body.size() + 1, ' ')), 413, "Payload Too Large");
}

TEST(Body, APayloadMemberTakesThePlaceOfTheBody) {
  const std::string inner =
      "{\\\"rid\\\":\\\"tcbbSmWSLR5uo5PBW\\\",\\\"oldVisitorId\\\":"
      "\\\"6425bb86c29657e5b3ba26b2\\\",\\\"newVisitorId\\\":"
      "\\\"63d8f20a5be41c7790e6a1f4\\\"}";
  EXPECT_EQ(put("{\"payload\":\"" + inner + "\"}").response.status, 200);
  expect_answer(put(R"({"payload":"null"})"), 400, invalid_params(kMustBeObject));
  expect_answer(put(R"({"payload":5})"), 400, invalid_params(kMustBeObject));
  expect_answer(put(R"({"payload":""})"), 400, invalid_params(kRidMissing));
  for (const char* body : {R"({"payload":"{"})", R"({"payload":{}})", R"({"payload":"x"})"}) {
    Workspace server = workspace(6, 4);
    // Before the credentials are looked at.
    const Exchange exchange = send(server, move_request(kNobody, body));
    expect_answer(exchange, 500, "Server error.");
    EXPECT_EQ(header(exchange, "content-type"), "text/html");
  }
}

}  // namespace
}  // namespace room_visitor::standin

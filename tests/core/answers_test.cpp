#include "room_visitor/answers.h"

#include <gtest/gtest.h>

#include <array>

#include "room_visitor/visitor.h"
#include "support/data.h"

namespace room_visitor {
namespace {

using Json = nlohmann::ordered_json;
using testing::read_cases;

constexpr const char* kVisitor = "6425bb86c29657e5b3ba26b2";
constexpr std::array<std::string_view, 3> kPermissions{"change-livechat-room-visitor",
                                                       "view-l-room", "api-bypass-rate-limit"};

HttpResponse response_of(const Json& row) {
  HttpResponse response{row["status"].get<int>(), {}, row["body"].get<std::string>()};
  if (row["type"].is_string())
    response.headers.push_back({"Content-Type", row["type"].get<std::string>()});
  return response;
}

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <class T>
Json id_or_null(const std::optional<T>& id) {
  return id ? Json(id->text) : Json(nullptr);
}

Json shown(const Error& error) {
  for (const char* token : {"8kZl86mlaQ", "Al1oWh-AKo", "8b15e7f76d"})
    EXPECT_EQ(to_text(error).find(token), std::string::npos) << to_text(error);
  Json shown{{"code", std::string(error_info(error.code).name)}};
  if (!error.path.empty()) shown["path"] = error.path;
  return shown;
}

template <class T>
Json shown_list(const Result<ListPart<T>>& part) {
  if (!part.ok()) return shown(part.error());
  Json items = Json::array();
  for (const T& item : part.value().items) items.push_back(id_or_null(item.id));
  return {{"items", items},
          {"offset", part.value().offset},
          {"total", or_null(part.value().total)},
          {"last", part.value().is_last()}};
}

Json shown_login(const HttpResponse& response) {
  const LoginAnswer answer = read_login(response);
  EXPECT_NE(answer.session.has_value(), answer.error.has_value());
  if (answer.session)
    return {{"session",
             Json::array({answer.session->user_id().text, answer.session->auth_token().text})}};
  Json json = shown(*answer.error);
  if (answer.second_factor)
    json["factor"] =
        Json::array({answer.second_factor->method, answer.second_factor->available_methods,
                     or_null(answer.second_factor->code_sent)});
  return json;
}

Json shown_user(const HttpResponse& response) {
  const Result<CurrentUser> user = read_current_user(response);
  if (!user.ok()) return shown(user.error());
  return {{"user", Json::array({user.value().id.text, user.value().username, user.value().name,
                                or_null(user.value().roles)})}};
}

Json shown_permissions(const HttpResponse& response) {
  const auto permissions = read_permission_list(response, kPermissions);
  if (!permissions.ok()) return shown(permissions.error());
  Json list = Json::array();
  for (const PermissionRoles& entry : permissions.value())
    list.push_back(Json::array({entry.permission, entry.roles}));
  return {{"permissions", list}};
}

Json shown_visitor(const HttpResponse& response) {
  const Result<VisitorDocument> visitor = read_visitor_info(response, {kVisitor});
  if (!visitor.ok()) return shown(visitor.error());
  const VisitorDocument& document = visitor.value();
  return {{"visitor", Json::array({id_or_null(document.id), or_null(document.username),
                                   or_null(document.name), document.disabled})}};
}

Json shown_logout(const HttpResponse& response) {
  const std::optional<Error> error = read_logout(response);
  return error ? shown(*error) : Json::object();
}

Json read(const std::string& reader, const HttpResponse& response) {
  if (reader == "login") return shown_login(response);
  if (reader == "logout") return shown_logout(response);
  if (reader == "me") return shown_user(response);
  if (reader == "permissions") return shown_permissions(response);
  if (reader == "visitor") return shown_visitor(response);
  if (reader == "search") return shown_list(read_visitor_search(response));
  if (reader == "rooms") return shown_list(read_room_list(response));
  if (reader == "history") return shown_list(read_chat_history(response));
  return "no such reader";
}

constexpr std::array kReaders{"login",   "logout", "me",    "permissions",
                              "visitor", "search", "rooms", "history"};

TEST(Answers, ReadsEveryGoldenAnswer) {
  for (const Json& row : read_cases("readings.json"))
    EXPECT_EQ(nlohmann::json(read(row["reader"].get<std::string>(), response_of(row))),
              nlohmann::json(row["expect"]))
        << row["name"];
}

// However an answer is cut or changed, it is read to an end, and no error repeats a token.
TEST(Answers, AnyPartOfAnAnswerIsReadWithoutShowingATokenInAnError) {
  for (const Json& row : read_cases("readings.json")) {
    HttpResponse response = response_of(row);
    const std::string whole = response.body;
    for (std::size_t length = 0; length < whole.size(); length += 3) {
      response.body = whole.substr(0, length);
      const Json seen = read(row["reader"].get<std::string>(), response);
      ASSERT_TRUE(seen.contains("code") || seen.empty()) << row["name"] << " " << length;
    }
  }
  const HttpResponse cut{200, {}, R"({"status":"success","data":{"userId":"u","authToken":"8kZl8)"};
  EXPECT_EQ(to_text(*read_login(cut).error).find("8kZl8"), std::string::npos);
}

TEST(Answers, AnyBytesHaveAMeaningToEveryReader) {
  for (const char* body : {"", "[]", "null", "{}", "\xFF", "{\"success\":true}", "[[[[[["})
    for (const int status : {-1, 0, 200, 204, 301, 400, 401, 403, 404, 429, 500})
      for (const char* reader : kReaders) {
        const Json seen = read(reader, {status, {}, body});
        EXPECT_TRUE(seen.contains("code") || (seen.empty() && std::string(reader) == "logout"))
            << reader << " " << status << " " << body;
      }
}

TEST(Answers, RepeatsTheServersWordsOfARefusalWithoutTokens) {
  const HttpResponse response{
      401,
      {},
      R"({"error":"error-x","message":"no","details":{"method":"8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"}})"};
  EXPECT_EQ(read_login(response).error->found, "status 401, \"error-x\"");
  const HttpResponse factor{
      401,
      {},
      R"({"error":"totp-required","details":{"method":"8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"}})"};
  EXPECT_EQ(read_login(factor).second_factor->method, "••••••••");
}

TEST(Answers, KeepsDocumentsToTheLetter) {
  const std::string visitor =
      R"({"_id":"6425bb86c29657e5b3ba26b2","n":12345678901234567890,"x":{ "y" : -0}})";
  const HttpResponse response{200, {}, R"({"visitor": )" + visitor + R"(, "success": true})"};
  EXPECT_EQ(read_visitor_info(response, {kVisitor}).value().text, visitor);
  const HttpResponse list{200, {}, R"({"visitors":[)" + visitor + R"(],"success":true})"};
  EXPECT_EQ(read_visitor_search(list).value().items.front().text, visitor);
  EXPECT_TRUE(read_visitor(visitor).ok());
}

TEST(Answers, ReadsTheRoomsOfAListAsAnswersToAnUpdate) {
  const HttpResponse response{
      200, {}, R"({"rooms":[{"_id":"r1","t":"l","v":{"_id":"a"}}],"total":1,"success":true})"};
  const RoomDocument room = read_room_list(response).value().items.front();
  EXPECT_EQ(room.text, R"({"_id":"r1","t":"l","v":{"_id":"a"}})");
  EXPECT_EQ(room.visitor->text, "a");
  EXPECT_EQ(room.t, "l");
}

}  // namespace
}  // namespace room_visitor

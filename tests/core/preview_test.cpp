#include "room_visitor/preview.h"

#include <gtest/gtest.h>

#include <set>

#include "room_visitor/redact.h"
#include "support/data.h"

namespace room_visitor {
namespace {

using Json = nlohmann::ordered_json;

CallAnswer answer_of(const Json& json) {
  if (json.is_null()) return NotAsked{};
  if (json.is_string()) return parse_failure_kind(json.get<std::string>()).value();
  return HttpResponse{json["status"].get<int>(),
                      {{"Content-Type", "application/json"}},
                      json["body"].get<std::string>()};
}

struct Case {
  PreviewQuestion question;
  PreviewAnswers answers;
};

Known known(const std::string& text) {
  for (const Known one : {Known::yes, Known::no})
    if (to_text(one) == text) return one;
  return Known::not_known;
}

Case case_of(const Json& row) {
  PreviewQuestion question{{row["rid"].get<std::string>()},
                           {row["newVisitor"].get<std::string>()},
                           {},
                           parse_profile(row["profile"].get<std::string>()).value(),
                           known(row["maySeeVisitors"].get<std::string>())};
  if (row["oldVisitor"].is_string())
    question.old_visitor = VisitorId{row["oldVisitor"].get<std::string>()};
  return {std::move(question),
          {{answer_of(row["room"]), answer_of(row["new"]), answer_of(row["oldAnswer"]),
            answer_of(row["others"])}}};
}

Case case_named(const std::string& name) {
  for (const Json& row : testing::read_cases("previews.json"))
    if (row["name"] == name) return case_of(row);
  ADD_FAILURE() << name;
  return {};
}

Preview preview_of(const std::string& name) {
  const Case one = case_named(name);
  return preview(one.question, one.answers);
}

std::optional<PreviewRequest> next(const Case& one) {
  return next_preview_request(one.question, one.answers, parse_server_url("https://e.com").value(),
                              make_session({"u"}, {"t"}).value());
}

Json shown(const Preview& seen) {
  Json issues = Json::array();
  for (const Issue& issue : seen.issues)
    issues.push_back({std::string(error_info(issue.code).name),
                      issue.severity == Severity::error ? "error" : "warning", issue.path});
  Json changes = Json::array();
  for (const PreviewNote& note : seen.changes) changes.push_back(std::string(note.code));
  Json unchecked = Json::array();
  for (const NotChecked& part : seen.not_checked)
    unchecked.push_back(
        {std::string(to_text(part.call)),
         part.error ? Json(std::string(error_info(part.error->code).name)) : Json(nullptr)});
  return {{"old", seen.update ? Json(seen.update->ids().old_visitor.text) : Json(nullptr)},
          {"issues", issues},
          {"changes", changes},
          {"notChecked", unchecked}};
}

TEST(Preview, FollowsFromEveryGoldenSetOfAnswers) {
  for (const Json& row : testing::read_cases("previews.json")) {
    const Case one = case_of(row);
    Json seen = shown(preview(one.question, one.answers));
    const auto request = next(one);
    seen["next"] = request ? Json(std::string(to_text(request->call))) : Json(nullptr);
    EXPECT_EQ(nlohmann::json(seen), nlohmann::json(row["expect"])) << row["name"];
  }
}

TEST(Preview, AsksFourThingsThatChangeNothing) {
  const Case whole = case_named("all is well");
  Case one{whole.question, {}};
  std::vector<std::string> asked;
  while (const auto request = next(one)) {
    ASSERT_LT(asked.size(), 5u);
    EXPECT_EQ(request->request.method, "GET");
    asked.push_back(request->request.url.substr(sizeof "https://e.com/api/v1/" - 1));
    one.answers[request->call] = whole.answers[request->call];
  }
  EXPECT_EQ(asked, (std::vector<std::string>{
                       "rooms.info?roomId=tcbbSmWSLR5uo5PBW",
                       "livechat/visitors.info?visitorId=6974e01e781788a94e1da1d8",
                       "livechat/visitors.info?visitorId=6425bb86c29657e5b3ba26b2",
                       "livechat/visitors.chatHistory/room/tcbbSmWSLR5uo5PBW/visitor/"
                       "6974e01e781788a94e1da1d8?count=100&offset=0"}));
  EXPECT_EQ(one.answers, whole.answers);
}

TEST(Preview, ShowsWhatChangesAndNeverAToken) {
  const Preview seen = preview_of("all is well");
  using Texts = std::vector<std::optional<std::string>>;
  Texts before;
  Texts after;
  for (const PreviewNote& note : seen.changes) {
    before.push_back(note.before);
    after.push_back(note.after);
  }
  const std::string hidden(kHidden);
  EXPECT_EQ(before,
            (Texts{"6425bb86c29657e5b3ba26b2", "guest-16", hidden, "2023-03-30T16:58:12.020Z"}));
  EXPECT_EQ(after, (Texts{"6974e01e781788a94e1da1d8", "guest-34", hidden, {}}));
}

TEST(Preview, ShowsWhatStaysWithItsValue) {
  const Preview seen = preview_of("all is well");
  std::set<std::string_view> codes;
  for (const PreviewNote& note : seen.stays) {
    EXPECT_TRUE(codes.insert(note.code).second) << note.code;
    EXPECT_TRUE(note.what.ends_with('.')) << note.code;
    EXPECT_FALSE(note.after) << note.code;
  }
  EXPECT_EQ(seen.stays.front().code, "title");
  EXPECT_EQ(seen.stays.front().before, "guest-16");
  for (const char* code : {"visitor_name", "visitor_phone", "visitor_status", "messages",
                           "subscriptions", "inquiry", "notices"})
    EXPECT_TRUE(codes.contains(code)) << code;
}

TEST(Preview, SaysWhoOwnsTheRoomAndKeepsWhatWasTyped) {
  const Preview seen = preview_of("owner differs from the one typed");
  EXPECT_EQ(seen.update->ids().old_visitor.text, "6425bb86c29657e5b3ba26b2");
  EXPECT_EQ(seen.issues.front().expected, "\"642e1f0cc29657e5b3ba2711\"");
}

TEST(Preview, NamesTheOtherOpenRoom) {
  EXPECT_EQ(preview_of("another open room").issues.front().found, "\"BBBBBBBBBBBBBBBBB\"");
}

TEST(Preview, TakesVersionAndPermissionFromTheCapability) {
  Capability capability;
  capability.profile = Profile::one_permission;
  capability.permissions = {{"view-l-room", false, Known::no, {}}};
  const PreviewQuestion question = preview_question({"r"}, {"n"}, VisitorId{"o"}, capability);
  EXPECT_EQ(question,
            (PreviewQuestion{{"r"}, {"n"}, VisitorId{"o"}, Profile::one_permission, Known::no}));
  EXPECT_EQ(preview_question({"r"}, {"n"}, {}, {}).may_see_visitors, Known::not_known);
}

// What a preview hands on for display is either a document that the caller asked for, or free of
// tokens, whatever the server sends.
TEST(Preview, NoTextForPeopleHoldsAToken) {
  for (const Json& row : testing::read_cases("previews.json")) {
    const Case one = case_of(row);
    const Preview seen = preview(one.question, one.answers);
    std::string texts;
    for (const Issue& issue : seen.issues) texts += to_text(issue);
    for (const auto* notes : {&seen.changes, &seen.stays})
      for (const PreviewNote& note : *notes)
        texts += note.before.value_or("") + note.after.value_or("");
    for (const NotChecked& part : seen.not_checked)
      if (part.error) texts += to_text(*part.error);
    EXPECT_EQ(texts.find("-token"), std::string::npos) << row["name"];
  }
}

TEST(Preview, AnyBytesAreReadToAnEnd) {
  for (const char* body : {"", "[]", "{}", "\xFF", "{\"success\":true}", "{\"room\":{}"})
    for (const int status : {-1, 0, 200, 301, 400, 401, 403, 404, 429, 500}) {
      Case one = case_named("all is well");
      for (CallAnswer& answer : one.answers.answers) answer = HttpResponse{status, {}, body};
      const Preview seen = preview(one.question, one.answers);
      EXPECT_FALSE(seen.update) << status << body;
      EXPECT_FALSE(seen.not_checked.empty()) << status << body;
      EXPECT_FALSE(next(one)) << status << body;
    }
}

}  // namespace
}  // namespace room_visitor

// Lists of visitors: search, and suggestions while a name is typed (docs/wire.md section 9).
#include <algorithm>

#include "standin/list_fixture.h"

namespace room_visitor::standin {
namespace {

std::string search_path(std::string_view term) {
  return std::string("/api/v1/livechat/visitors.search?count=0&term=").append(term);
}

TEST(VisitorSearch, FindsPartsOfNamesAndWholeAddresses) {
  Workspace server = workspace(6, 4);
  const auto found = [&](std::string_view term) {
    return ids(get(server, search_path(term)), "visitors");
  };
  EXPECT_EQ(found("mende"),
            (std::vector<std::string>{std::string(kGuest), std::string(kCustomer)}));
  EXPECT_EQ(found("GUEST-16"), std::vector<std::string>{std::string(kGuest)});
  EXPECT_EQ(found("amara.mende@example.com"), std::vector<std::string>{std::string(kCustomer)});
  EXPECT_EQ(found("amara.mende@example"), std::vector<std::string>{});
  EXPECT_EQ(found("%2B15550100"), std::vector<std::string>{std::string(kCustomer)});
  EXPECT_EQ(found("20481"), std::vector<std::string>{std::string(kCustomer)});
  EXPECT_EQ(found("").size(), 4U);
}

TEST(VisitorSearch, ShowsNoTokenAndNoMoreThanItShould) {
  Workspace server = workspace(6, 4);
  EXPECT_EQ(to_json_text(get(server, search_path("amara"))),
            R"({"visitors":[{"_id":"63d8f20a5be41c7790e6a1f4","username":"guest-3",)"
            R"("name":"Amara Mende","phone":[{"phoneNumber":"+15550100"}],)"
            R"("livechatData":{"customer_number":"C-20481"},)"
            R"("visitorEmails":[{"address":"amara.mende@example.com"}],)"
            R"("lastChat":{"_id":"q7WnZ4kYtB9sRmE3c","ts":"2023-03-28T08:55:17.201Z"}}],)"
            R"("count":1,"offset":0,"total":1,"success":true})");
}

TEST(VisitorSearch, LeavesDisabledVisitorsOutFrom65) {
  Workspace before = workspace(6, 4);
  Workspace since = workspace(6, 5);
  EXPECT_EQ(ids(get(before, search_path("guest-1")), "visitors").size(), 2U);
  EXPECT_EQ(ids(get(since, search_path("guest-1")), "visitors").size(), 1U);
}

TEST(VisitorSearch, FindsGeneratedVisitorsByEverythingTheyHave) {
  Workspace server = many();
  const Generator made = inside();
  for (std::size_t i = 0; i < made.visitors(); ++i) {
    const Json visitor = made.visitor(i);
    const auto finds = [&](std::string_view term) {
      const auto found = ids(get(server, search_path(term)), "visitors");
      return std::find(found.begin(), found.end(), text_or_empty(visitor, "_id")) != found.end();
    };
    EXPECT_TRUE(finds(text_or_empty(visitor, "username")));
    if (const Json* mail = member(visitor, "visitorEmails")) {
      EXPECT_TRUE(finds(text_or_empty(mail->front(), "address")));
    }
  }
  EXPECT_EQ(*member(get(server, search_path("")), "total"), made.visitors() + 4);
}

TEST(VisitorSearch, NeedsATermAndThePermission) {
  Workspace server = workspace(6, 4);
  expect_answer(send(server, request("GET", "/api/v1/livechat/visitors.search", kAdmin)), 400,
                invalid_params("must have required property 'term'"));
  WorkspaceOptions options{.version = {6, 4, {}}};
  options.seed_json = R"({"permissions":[{"_id":"view-l-room","roles":["admin"]}]})";
  Workspace strict = workspace(options);
  EXPECT_EQ(send(strict, request("GET", search_path("a"), kAgent)).response.status, 403);
}

TEST(VisitorSuggestions, CompleteANameInAlphabeticalOrder) {
  Workspace server = workspace(6, 4);
  const auto answer = [&](std::string_view selector) {
    return send(
        server,
        request("GET",
                std::string("/api/v1/livechat/visitors.autocomplete?selector=").append(selector),
                kAgent));
  };
  expect_answer(answer("{\"term\":\"am\"}"), 200,
                R"({"items":[{"_id":"63d8f20a5be41c7790e6a1f4",)"
                R"("custom_name":"guest-3 - Amara Mende","name":"Amara Mende",)"
                R"("username":"guest-3"}],"success":true})");
  expect_answer(answer("{\"term\":\"am\",\"exceptions\":[\"63d8f20a5be41c7790e6a1f4\"]}"), 200,
                R"({"items":[],"success":true})");
  expect_answer(answer("{\"term\":\"mara\"}"), 200, R"({"items":[],"success":true})");
  EXPECT_EQ(answer("{").response.status, 400);
}

TEST(VisitorSuggestions, AreTenAtMost) {
  Workspace server = many();
  const Json answer =
      get(server, "/api/v1/livechat/visitors.autocomplete?selector={\"term\":\"\"}");
  EXPECT_EQ(items(answer, "items").size(), 10U);
}

}  // namespace
}  // namespace room_visitor::standin

// What the stand-in's suites share: the people and rooms of the documentation seed, and a
// browserless client that sends one request at a chosen time.
#ifndef ROOM_VISITOR_TESTS_STANDIN_STANDIN_TEST_H
#define ROOM_VISITOR_TESTS_STANDIN_STANDIN_TEST_H

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "room_visitor/standin/workspace.h"

namespace room_visitor::standin {

inline constexpr std::string_view kRoomVisitor = "/api/v1/livechat/room.visitor";
inline constexpr std::string_view kRid = "tcbbSmWSLR5uo5PBW";
inline constexpr std::string_view kClosedRid = "q7WnZ4kYtB9sRmE3c";
inline constexpr std::string_view kGuest = "6425bb86c29657e5b3ba26b2";
inline constexpr std::string_view kCustomer = "63d8f20a5be41c7790e6a1f4";
inline constexpr std::string_view kDisabled = "63a1c4be90d7f2286b5e3d07";
inline constexpr std::string_view kGuestToken =
    "8b15e7f76d3943646b9de8ca1e12aecb55297a321d29500e16143fa5bd6c622d";
inline constexpr std::string_view kCustomerToken =
    "1f0c7d2e94ab5863c7e0d19f42b6a85538f1ce07d94b2a6613e5870fbc29d4a1";
inline constexpr Millis kNow = 1683038865855.0;  // 2023-05-02T14:47:45.855Z

struct Session {
  std::string_view user_id;
  std::string_view token;
};
inline constexpr Session kAgent{"rYhzFRd2QZjNwAAXX", "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"};
inline constexpr Session kAdmin{"aDmnT4kWq8RzYx2Gs", "admin-Token-of-the-documentation-seed-00001"};
inline constexpr Session kManager{"mNgrB7eHt3KpWw9Ls",
                                  "manager-Token-of-the-documentation-seed-001"};
inline constexpr Session kMonitor{"mNtrC5xJd6QfZa8Ke",
                                  "monitor-Token-of-the-documentation-seed-001"};
inline constexpr Session kNobody{"", ""};

inline Workspace workspace(WorkspaceOptions options) {
  auto made = make_workspace(options);
  EXPECT_TRUE(made.ok()) << to_text(made.error());
  return std::move(made.value());
}

inline Workspace workspace(int major, int minor) {
  WorkspaceOptions options;
  options.version = {major, minor, {}};
  options.rate_limiter = RateLimiter::off;
  return workspace(options);
}

inline HttpRequest request(std::string_view method, std::string_view url, Session session,
                           std::string body = "",
                           std::string_view content_type = "application/json") {
  HttpRequest made{std::string(method), std::string(url), {}, std::move(body)};
  if (!session.user_id.empty()) {
    made.headers.push_back({"X-Auth-Token", std::string(session.token)});
    made.headers.push_back({"X-User-Id", std::string(session.user_id)});
  }
  if (!made.body.empty()) made.headers.push_back({"Content-Type", std::string(content_type)});
  return made;
}

inline std::string update(std::string_view rid, std::string_view old_visitor,
                          std::string_view new_visitor) {
  return std::string("{\"rid\":\"")
      .append(rid)
      .append("\",\"oldVisitorId\":\"")
      .append(old_visitor)
      .append("\",\"newVisitorId\":\"")
      .append(new_visitor)
      .append("\"}");
}

inline HttpRequest move_request(Session session, std::string body) {
  return request("PUT", kRoomVisitor, session, std::move(body));
}

inline Exchange send(Workspace& workspace, const HttpRequest& sent, Millis now = kNow) {
  return workspace.handle(sent, "127.0.0.1", now);
}

inline std::string header(const Exchange& exchange, std::string_view name) {
  const std::string* value = find_header(exchange.response.headers, name);
  return value == nullptr ? "(absent)" : *value;
}

inline void expect_answer(const Exchange& exchange, int status, std::string_view body) {
  EXPECT_EQ(exchange.response.status, status);
  EXPECT_EQ(exchange.response.body, body);
}

inline std::string failed(std::string_view error) {
  return std::string("{\"success\":false,\"error\":\"").append(error).append("\"}");
}

inline std::string invalid_params(std::string_view message) {
  return std::string("{\"success\":false,\"error\":\"")
      .append(message)
      .append(" [invalid-params]\",\"errorType\":\"invalid-params\"}");
}

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_TESTS_STANDIN_STANDIN_TEST_H

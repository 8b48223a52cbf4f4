// Calls with JSON on both sides, for suites that look into answers.
#ifndef ROOM_VISITOR_TESTS_STANDIN_CALLS_TEST_H
#define ROOM_VISITOR_TESTS_STANDIN_CALLS_TEST_H

#include <string>
#include <string_view>

#include "json/nlohmann.h"
#include "standin/standin_test.h"

namespace room_visitor::standin {

using Json = nlohmann::ordered_json;

inline constexpr std::string_view kForbidden =
    R"({"success":false,"error":"User does not have the permissions required for this action )"
    R"([error-unauthorized]"})";

inline Json json_of(const Exchange& exchange) {
  return Json::parse(exchange.response.body, nullptr, false);
}

inline Exchange get(Workspace& server, std::string path, Session session = kNobody,
                    Millis now = kNow) {
  return send(server, request("GET", "/api/v1/" + path, session), now);
}

inline Exchange post(Workspace& server, const std::string& path, const Json& body,
                     Session session = kNobody, Millis now = kNow) {
  return send(server, request("POST", "/api/v1/" + path, session, body.dump()), now);
}

inline Json room_now(Workspace& server, std::string_view rid) {
  return json_of(get(server, std::string("rooms.info?roomId=").append(rid), kAdmin))["room"];
}

inline std::string coded(std::string_view code, std::string_view reason) {
  return Json{{"success", false},
              {"error", std::string(reason).append(" [").append(code).append("]")},
              {"errorType", code}}
      .dump();
}

inline std::string written_out(std::string_view code) {
  return Json{{"isClientSafe", true},
              {"error", code},
              {"message", std::string("[").append(code).append("]")},
              {"errorType", "Meteor.Error"},
              {"success", false}}
      .dump();
}

/// A workspace without rate limits, with more documents than its seed.
inline Workspace workspace_with(int major, int minor, std::string documents) {
  WorkspaceOptions options;
  options.version = {major, minor, {}};
  options.rate_limiter = RateLimiter::off;
  options.seed_json = std::move(documents);
  return workspace(options);
}

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_TESTS_STANDIN_CALLS_TEST_H

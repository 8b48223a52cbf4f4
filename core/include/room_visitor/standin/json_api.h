// The stand-in with text on both sides, for languages that speak JSON: what the WebAssembly module
// binds, one line a function. Nothing here fails but by an answer that says so.
//
//   JsonWorkspace workspace = create_workspace(R"({"version":"6.4.2"})");
//   workspace.error();  // "" if all is well, else {"error":{"code":…,"message":…}}
//   workspace.handle(R"({"method":"GET","url":"/api/info","headers":[]})", "", "127.0.0.1", now);
//   // {"status":200,"headers":[["content-type","application/json"],…],"body":"…","delayMs":0,
//   //  "slowMs":0,"ending":"complete"}; with "cutAt" where the body ends before its end
#ifndef ROOM_VISITOR_STANDIN_JSON_API_H
#define ROOM_VISITOR_STANDIN_JSON_API_H

#include <optional>
#include <string>

#include "room_visitor/standin/workspace.h"

namespace room_visitor::standin {

/// A workspace, or the reason why there is none.
class JsonWorkspace {
 public:
  explicit JsonWorkspace(Result<Workspace> workspace);

  /// `{"error":Error}` if the workspace could not be made, else empty text. An Error is an object
  /// of the strings `code`, `family`, `path`, `found`, `expected`, `message` and `remedy`.
  [[nodiscard]] std::string error() const;

  /// Answers one request. `request_json` is an object of `method`, `url` (origin-form) and
  /// `headers` (a list of pairs); `body` holds the raw bytes; `now` is wall time in milliseconds
  /// since the epoch. Gives the exchange as shown above, or `{"error":Error}` with the code
  /// invalid_input if `request_json` has another form.
  [[nodiscard]] std::string handle(const std::string& request_json, const std::string& body,
                                   const std::string& client_ip, double now);

  /// The JSON text of `Workspace::save`, to be used as `seedDocuments` with the seed "empty".
  [[nodiscard]] std::string save() const;
  /// Starts a fault script (faults.h), a JSON list. Gives empty text, or `{"error":Error}` as
  /// parse_faults does; then nothing has changed.
  [[nodiscard]] std::string set_faults(const std::string& faults_json);

  /// The script.
  [[nodiscard]] std::string faults() const;

  /// What has happened of it: `{"happened":{KIND:number,…},"left":number,"faults":[{"happened":
  /// number,"left":number},…]}`, every kind in the first, the faults in the order of the script;
  /// `left` is null where `times` is 0.
  [[nodiscard]] std::string fault_counts() const;

 private:
  Result<Workspace> workspace_;
};

/// Makes a workspace from an object with any of these members:
///   version          "6.4.2" (default "6.4")
///   seed             "documentation", "story" or "empty"
///   seedDocuments    an object of documents to add, as docs/standin.md describes, or its text
///   rooms            how many rooms are made on demand, 0 to 1,000,000
///   roomsSeed        a whole number that seeds these rooms
///   crossOrigin      boolean, the setting API_Enable_CORS
///   allowedOrigins   "*" or a list separated by commas, the setting API_CORS_Origin
///   rateLimiter      boolean, the setting API_Enable_Rate_Limiter
///   mode             "production" or "development"
///   deprecatedRoutes "served" or "refused"
///   chance           a whole number that seeds delays, ids and tokens
///   faults           a fault script, as set_faults takes it
/// Errors: invalid_input (names the member), invalid_version, unsupported_version, invalid_seed.
[[nodiscard]] JsonWorkspace create_workspace(const std::string& options_json);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_STANDIN_JSON_API_H

// A workspace that answers HTTP requests as a Rocket.Chat server of a chosen version does, for the
// job of moving a live chat to another visitor. It is a value: it has users, roles, permissions,
// settings, departments, visitors, rooms and subscriptions, a seeded generator and no clock.
//
//   Result<Workspace> workspace = make_workspace({.version = {6, 4, 2}});
//   Exchange exchange = workspace.value().handle(request, "127.0.0.1", now);
//   exchange.response.status;  // 200
//   exchange.delay_ms;         // what the server would have waited before it answered
#ifndef ROOM_VISITOR_STANDIN_WORKSPACE_H
#define ROOM_VISITOR_STANDIN_WORKSPACE_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/http.h"
#include "room_visitor/result.h"
#include "room_visitor/server_version.h"
#include "room_visitor/standin/faults.h"
#include "room_visitor/time.h"

namespace room_visitor::standin {

enum class CrossOrigin { refused, allowed };        ///< setting API_Enable_CORS
enum class RateLimiter { off, on };                 ///< setting API_Enable_Rate_Limiter
enum class ServerMode { production, development };  ///< NODE_ENV
enum class DeprecatedRoutes { served, refused };    ///< 6.3+: whether the environment forbids them

/// How a workspace starts. An option that is not given leaves the setting of the seed as it is.
struct WorkspaceOptions {
  ServerVersion version{6, 4, {}};
  /// Name of a built-in seed: "documentation", "story", or "empty", which has settings and
  /// permissions only.
  std::string seed = "documentation";
  /// JSON text of documents that are added to the seed, replacing those of the same `_id`; the
  /// form is described in docs/standin.md. Empty: none.
  std::string seed_json = {};
  /// How many rooms are made on demand, besides those of the seed: up to 1,000,000. A generated
  /// room is a function of its index and `generated_seed`; only what is changed takes memory.
  std::optional<std::size_t> generated_rooms = {};
  std::optional<std::uint32_t> generated_seed = {};
  std::optional<CrossOrigin> cross_origin = {};
  /// Setting API_CORS_Origin: "*" or a list separated by commas.
  std::optional<std::string> allowed_origins = {};
  std::optional<RateLimiter> rate_limiter = {};
  ServerMode mode = ServerMode::production;
  DeprecatedRoutes deprecated_routes = DeprecatedRoutes::served;
  /// Seeds the workspace's own chance (delays, ids, tokens); equal numbers give equal answers. A
  /// saved workspace goes on with its own.
  std::uint32_t chance = 1;
  /// JSON text of the fault script to start with (faults.h). Empty: none.
  std::string faults_json = {};
};

/// How the connection ends. Every ending but the first is a fault.
enum class Ending {
  complete,  ///< the whole answer arrives
  cut,       ///< status, headers and `cut_at` bytes of the body arrive, then the connection closes
  reset,     ///< nothing arrives, the connection is reset
  stall,     ///< nothing arrives, or what arrives before a cut, and the connection stays open
};

/// One answer: what is sent, how long the server waits before it, and how the connection ends.
struct Exchange {
  /// What the server wrote, whether it arrives or not; status 0 if it wrote nothing.
  HttpResponse response;
  /// The server's own wait before 401 and 403.
  Millis delay_ms = 0;
  /// What a fault adds to it.
  Millis slow_ms = 0;
  Ending ending = Ending::complete;
  /// How many bytes of the body arrive, always fewer than it has; only for a cut and for a stall
  /// in the middle.
  std::optional<std::size_t> cut_at{};

  bool operator==(const Exchange&) const = default;
};

struct State;

/// A workspace. Copies are independent of each other. A moved-from workspace may only be destroyed
/// or assigned to.
class Workspace {
 public:
  explicit Workspace(std::unique_ptr<State> state);
  Workspace(const Workspace& other);
  Workspace(Workspace&& other) noexcept;
  Workspace& operator=(const Workspace& other);
  Workspace& operator=(Workspace&& other) noexcept;
  ~Workspace();

  /// Answers one request. `request.url` is origin-form ("/api/v1/…?query"), `request.body` the raw
  /// bytes, `client_ip` the address of the peer, `now` wall time. Any input gets an answer.
  [[nodiscard]] Exchange handle(const HttpRequest& request, std::string_view client_ip, Millis now);

  /// All documents, logins included, as the JSON text of a seed: a workspace made of the seed
  /// "empty" with this as `seed_json` answers as this one does. Rate windows are not in it: a
  /// server that starts again has forgotten them.
  [[nodiscard]] std::string save() const;
  /// Starts a fault script in place of the one before: all counts are zero, and copies of requests
  /// that were still to be delivered are forgotten. A script with an error changes nothing.
  [[nodiscard]] std::optional<Error> set_faults(std::vector<Fault> faults);

  /// The script, and what has happened of it.
  [[nodiscard]] std::vector<Fault> faults() const;
  [[nodiscard]] FaultReport fault_report() const;

 private:
  std::unique_ptr<State> state_;
};

/// Builds a workspace. Errors: unsupported_version (names the known range), invalid_seed (names
/// the place, what was found and what would be right), those of parse_faults with "/faults" before
/// the place.
[[nodiscard]] Result<Workspace> make_workspace(const WorkspaceOptions& options);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_STANDIN_WORKSPACE_H

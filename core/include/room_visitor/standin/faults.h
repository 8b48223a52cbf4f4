// What the stand-in does wrong on purpose. A script is a list of faults; each says which request it
// befalls, what happens, and how often. A fault is counted when it has happened, not before.
//
//   auto script = parse_faults(R"([
//     {"kind": "reset_after", "method": "PUT", "path": "/api/v1/livechat/room.visitor", "nth": 2},
//     {"kind": "slow", "milliseconds": 300, "times": 0}
//   ])");
//   workspace.set_faults(script.value());      // nothing, or an Error if it cannot be used
//   workspace.handle(request, ip, now);        // slow_ms == 300
//   workspace.handle(request, ip, now);        // applied, but ending == Ending::reset
//   workspace.fault_report().count(FaultKind::reset_after);  // 1
//
// Each fault counts the requests that fit it. From the nth of them on it happens at the first
// opportunity, until it has happened `times` times. One request may meet several faults, of each
// kind the first in the script that is due, with these limits:
//   * of the kinds that keep the server from getting the request (restart, reset_before,
//     stall_before, server_error_before, login_page, redirect) only one happens, and then none of
//     those that need the server; they stay due;
//   * of server_error_after and wrong_json, of duplicate and late_duplicate, and of cut,
//   reset_after
//     and stall_after only the first that is due.
// A fault without an opportunity does not happen and stays due: there is nothing to cut from an
// answer that is not longer, no room to move in a request that names none.
#ifndef ROOM_VISITOR_STANDIN_FAULTS_H
#define ROOM_VISITOR_STANDIN_FAULTS_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/result.h"
#include "room_visitor/server_version.h"

namespace room_visitor::standin {

/// What happens. The names are those of scripts and counts. "Applied" means that the server carries
/// the request out; members in brackets have a default.
enum class FaultKind {
  reset_before,         ///< connection reset, not applied
  reset_after,          ///< applied, then connection reset instead of an answer
  cut,                  ///< applied; the answer ends after `bytes` bytes of its body
  stall_before,         ///< not applied, and no answer ever
  stall_after,          ///< applied, and no answer ever, or [bytes] of its body and then nothing
  server_error_before,  ///< [status] as [page], not applied
  server_error_after,   ///< applied, then [status] as [page]
  rate_limit,           ///< 429 as the limiter writes it, its window [milliseconds] from its end
  login_page,           ///< a proxy's page with status 200, not applied
  slow,                 ///< the answer comes `milliseconds` later
  wrong_json,           ///< applied; the body says it is JSON and is not: [form]
  duplicate,            ///< applied twice; the client gets one [answer]
  late_duplicate,       ///< applied and answered, and applied again after the next [requests]
  redirect,             ///< a proxy's 302 to `location`, not applied
  restart,              ///< connection reset, not applied; rate windows forgotten, documents kept
  upgrade,              ///< from this request on `version`; rate windows forgotten
  moved_before,         ///< another agent moves the request's room to `visitor_id` before it
  moved_between,        ///< the same between the comparison with the old visitor and the update
  user_vanishes,        ///< the caller's record is gone after that comparison
  room_vanishes_before_access,  ///< the room is gone before the access check
  room_vanishes_after_update,   ///< the room is gone after the update
};
inline constexpr std::size_t kFaultKinds = 21;

/// "reset_before"
[[nodiscard]] std::string_view to_text(FaultKind kind);

/// What a server error looks like: the API's envelope, or the page of a proxy.
enum class ErrorPage { json, html };
/// How JSON goes wrong: it ends in the middle, or it is other text.
enum class WrongJson { truncated, not_json };
/// Which answer to a request that was delivered twice the client gets.
enum class DuplicateAnswer { first, second };

/// One fault. A kind has the members named above and no others.
struct Fault {
  FaultKind kind = FaultKind::reset_before;

  /// In capital letters. Empty: every method, preflights included.
  std::string method;
  /// As in the request, without query: "/api/v1/livechat/room.visitor"; a slash at the end makes no
  /// difference. Empty: every path.
  std::string path;
  /// A room that the request names: `rid` or `roomId` in body or query, or a part of the path.
  /// Empty: every request.
  std::string rid;
  int nth = 1;    ///< from the nth request that fits, 1 or more
  int times = 1;  ///< how often; 0: always

  std::optional<std::size_t> bytes;       ///< of the body, 0 or more
  std::optional<int> milliseconds;        ///< up to a day; for rate_limit else 60000
  std::optional<int> status;              ///< 500 (default), 502, 503 or 504
  std::optional<ErrorPage> page;          ///< else json
  std::optional<WrongJson> form;          ///< else truncated
  std::optional<DuplicateAnswer> answer;  ///< else first
  std::optional<int> requests;            ///< 1 (default) or more
  std::optional<std::string> location;    ///< an http or https address, as a rule another origin
  std::optional<ServerVersion> version;   ///< one that the stand-in imitates
  std::optional<std::string> visitor_id;  ///< of a visitor that exists when it happens

  bool operator==(const Fault&) const = default;
};

/// What became of one fault.
struct FaultProgress {
  std::uint32_t happened = 0;
  /// How often it is still to happen; nothing if `times` is 0.
  std::optional<std::uint32_t> left;

  bool operator==(const FaultProgress&) const = default;
};

/// What has happened since the script was set.
struct FaultReport {
  std::array<std::uint32_t, kFaultKinds> happened{};  ///< by kind
  std::uint64_t left = 0;             ///< still to happen, without those whose `times` is 0
  std::vector<FaultProgress> faults;  ///< in the order of the script

  [[nodiscard]] std::uint32_t count(FaultKind kind) const {
    return happened[static_cast<std::size_t>(kind)];
  }
};

/// Reads a script: a JSON list of objects with the members of Fault, in JSON's spelling
/// (`visitorId`); only `kind` and what the kind needs must be there, and no text may be empty.
/// Errors name the place as JSON Pointer ("/0/bytes"), or by line and column where the text is not
/// JSON: invalid_input, or invalid_version and unsupported_version for a version.
[[nodiscard]] Result<std::vector<Fault>> parse_faults(std::string_view json_text);

/// What is wrong with a script that was not read by parse_faults; the same errors.
[[nodiscard]] std::optional<Error> check_faults(const std::vector<Fault>& faults);

/// The script as parse_faults reads it.
[[nodiscard]] std::string write_faults(const std::vector<Fault>& faults);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_STANDIN_FAULTS_H

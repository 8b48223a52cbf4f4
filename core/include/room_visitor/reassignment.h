// One update, carried through whatever the network and the server do, to a verdict that is true.
// A state machine without I/O: it says what to do next, the application does it and reports what
// came of it. Source: docs/verdicts.md; its states and transitions are in docs/reassignment.md.
//
//   Reassignment move({.server = server, .update = *checked.update, .session = session,
//                      .profile = Profile::two_permissions}, now);
//   for (;;) {
//     Step step = move.next(pacers, now, chance);
//     if (auto* send = std::get_if<Send>(&step)) start(send->attempt, send->request);
//     else if (auto* abort = std::get_if<Abort>(&step)) stop(abort->attempt);
//     else if (auto* wait = std::get_if<WaitUntil>(&step)) sleep_until(wait->time);  // or any
//     event else if (std::get_if<NeedCredentials>(&step)) ask_for_credentials(); else return
//     std::get<Done>(step).outcome;
//   }
//
// Everything that happens meanwhile is reported at once: on_response or on_failure for each attempt
// that was started, also for one that was aborted; on_credentials; cancel. After each report, and
// when a wait is over, ask next() until it waits or is done. Asking more often does no harm.
#ifndef ROOM_VISITOR_REASSIGNMENT_H
#define ROOM_VISITOR_REASSIGNMENT_H

#include <memory>
#include <optional>
#include <string_view>
#include <variant>

#include "room_visitor/endpoints.h"
#include "room_visitor/http.h"
#include "room_visitor/pacers.h"
#include "room_visitor/profile.h"
#include "room_visitor/responses.h"
#include "room_visitor/server_url.h"
#include "room_visitor/steps.h"
#include "room_visitor/time.h"
#include "room_visitor/update.h"
#include "room_visitor/verdict.h"

namespace room_visitor {

/// What a request is for.
enum class RequestKind {
  write,      ///< PUT livechat/room.visitor
  read_back,  ///< GET rooms.info
  version,    ///< GET /api/info, when an answer looks as if the endpoint were gone
};

/// "write", "read_back" or "version".
[[nodiscard]] std::string_view to_text(RequestKind kind);

/// Where such a request goes.
[[nodiscard]] Route route_of(RequestKind kind);

/// Bounds in number and time.
struct ReassignmentPolicy {
  int most_writes = 4;          ///< 429s included
  int most_reads_in_a_row = 4;  ///< without a usable answer
  int most_reads = 16;          ///< in all
  Millis attempt_limit = 30'000;
  /// From the start to the last write; more than two of the server's rate windows.
  Millis overall_limit = 180'000;
  /// For the one reading after a cancel or after the overall limit.
  Millis closing_limit = 15'000;
  Millis first_backoff = 500;  ///< upper bound of the wait before the second attempt; doubles
  Millis longest_backoff = 16'000;
};

/// What the machine begins with.
enum class Beginning {
  write,      ///< nothing was sent so far
  read_back,  ///< a write went out before, its end is not known, and none is to follow
};

struct ReassignmentSetup {
  ServerUrl server;
  ValidUpdate update;
  Session session;
  Profile profile = Profile::unknown;
  ReassignmentPolicy policy = {};
  Beginning beginning = Beginning::write;
  /// For an undo: until when a write of the original may still be answered. After its own success
  /// the undo waits for this time and reads once more.
  std::optional<Millis> original_open_until = {};
};

/// Hand this request to the network, and report what becomes of it. It is given up at `deadline`.
struct Send {
  int attempt = 0;  ///< counted from 1 over all kinds
  RequestKind kind = RequestKind::write;
  HttpRequest request;
  Millis deadline = 0;
};

/// The end. Said again whenever asked.
struct Done {
  Outcome outcome;
};

using Step = std::variant<Send, Abort, WaitUntil, NeedCredentials, Done>;

class Machine;

/// One update on its way. `now` is monotonic and the same clock for all of a server's pacers; a
/// time before the last one is taken as that.
class Reassignment {
 public:
  Reassignment(ReassignmentSetup setup, Millis now);
  Reassignment(Reassignment&&) noexcept;
  Reassignment& operator=(Reassignment&&) noexcept;
  ~Reassignment();

  /// What to do now. `chance` is a fresh number from 0 up to, not including, 1.
  [[nodiscard]] Step next(Pacers& pacers, Millis now, double chance);

  /// An attempt was answered, however late. Unknown numbers and second answers change nothing.
  void on_response(Pacers& pacers, int attempt, const HttpResponse& response, Millis now);
  /// An attempt ended without an answer.
  void on_failure(Pacers& pacers, int attempt, FailureKind kind, Handed handed, Millis now);
  /// The credentials that were asked for, or nothing if there are none.
  void on_credentials(std::optional<Session> session, Millis now);
  /// No write is sent any more. What is on its way is given up, and the room is read once unless
  /// that is not needed for a verdict.
  void cancel(Millis now);

  /// Whether anything was done so far, were it only to end it.
  [[nodiscard]] bool has_begun() const;
  [[nodiscard]] bool is_done() const;
  [[nodiscard]] const RoomId& room() const;
  /// When it ends by itself at the latest, unless a closing reading follows.
  [[nodiscard]] Millis ends_at() const;

  /// What the last answer to a write said; nullptr if there was none.
  [[nodiscard]] const Meaning* last_answer() const;

 private:
  std::unique_ptr<Machine> machine_;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_REASSIGNMENT_H

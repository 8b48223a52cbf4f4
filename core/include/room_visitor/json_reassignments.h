// Reassignments with JSON text on both sides, for language bindings; see json_api.h for what the
// words below mean. One value holds the pacers of every server and all updates on their way.
//
//   JsonReassignments moves;
//   moves.start(R"({"update":…,"server":"https://chat.example.com","userId":…,"now":0})");
//   moves.next(R"({"id":1,"now":0,"chance":2147483648})");   // {"ok":true,"step":"send",…}
#ifndef ROOM_VISITOR_JSON_REASSIGNMENTS_H
#define ROOM_VISITOR_JSON_REASSIGNMENTS_H

#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/reassignment.h"

namespace room_visitor {

/// Every function accepts any text and returns {"ok":true,…} or {"ok":false,"error":E}. `now` is in
/// whole milliseconds of one monotonic clock; `chance` is a fresh whole number from 0 to 2^32 - 1.
class JsonReassignments {
 public:
  /// {"update":update,"server","allowInsecure":bool?,"userId","authToken","profile"?,"now",
  /// "onlyRead":bool?,"originalOpenUntil":ms?,"attemptLimit":ms?,"overallLimit":ms?,"clock":int?} →
  /// {"ok":true,"id"}. Updates of one server share what is known of its limits if they name the
  /// same `clock`, or none: times of two clocks cannot be compared. An update with errors is
  /// refused with {"ok":false,"error":E,"issues":[…]}.
  [[nodiscard]] std::string start(const std::string& setup);

  /// {"id","now","chance"} → one of
  ///   {"ok":true,"step":"send","attempt","kind":"write"|"read_back"|"version","request","deadline"}
  ///   {"ok":true,"step":"abort","attempt"}
  ///   {"ok":true,"step":"wait","until","why"}
  ///   {"ok":true,"step":"credentials"}
  ///   {"ok":true,"step":"done","outcome":{"verdict","proof","error","lastSeen":{"visitorId","at"}|
  ///    null,"roomText":string|null,"openUntil":ms|null},"meaning":{…}|null}
  /// where "meaning" is that of the last answer to a write.
  [[nodiscard]] std::string next(const std::string& call);

  /// What happened, `event` with {"id","now","event"}: "answer" with {"attempt","status","headers"}
  /// and the answer's text as `body`; "failure" with {"attempt","kind","sent":bool}; "credentials"
  /// with {"userId","authToken"} or without, if there are none; "cancel"; "end", after which the id
  /// is not known any more. → {"ok":true}.
  [[nodiscard]] std::string report(const std::string& event, const std::string& body);

 private:
  struct Entry {
    int id = 0;
    std::string server;
    Reassignment move;
  };
  // Shared by all updates of a server: its limits are counted by route, not by caller.
  struct Server {
    std::string name;
    Pacers pacers;
  };

  [[nodiscard]] Entry* find(int id);
  [[nodiscard]] Pacers& pacers_of(const std::string& name);

  std::vector<Entry> entries_;
  std::vector<Server> servers_;
  int last_id_ = 0;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_JSON_REASSIGNMENTS_H

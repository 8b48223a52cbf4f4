// Updates and readings on their way, with JSON text on both sides, for language bindings; see
// json_api.h for what the words below mean. One value holds the pacers of every server and
// everything that is under way.
//
//   JsonTasks tasks;
//   tasks.start(R"({"update":…,"server":"https://chat.example.com","userId":…,"now":0})");
//   tasks.next(R"({"id":1,"now":0,"chance":2147483648})");   // {"ok":true,"step":"send",…}
#ifndef ROOM_VISITOR_JSON_TASKS_H
#define ROOM_VISITOR_JSON_TASKS_H

#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/pacers.h"

namespace room_visitor {

/// Every function accepts any text and returns {"ok":true,…} or {"ok":false,"error":E}. `now` is in
/// whole milliseconds of one monotonic clock; `chance` is a fresh whole number from 0 to 2^32 - 1.
class JsonTasks {
 public:
  JsonTasks();
  ~JsonTasks();

  /// {"update":update,"server","allowInsecure":bool?,"userId","authToken","profile"?,"now",
  /// "onlyRead":bool?,"originalOpenUntil":ms?,"attemptLimit":ms?,"overallLimit":ms?,"clock":int?} →
  /// {"ok":true,"id"}. Updates of one server share what is known of its limits if they name the
  /// same `clock`, or none: times of two clocks cannot be compared. Such updates of one room are
  /// carried through one after the other. An update with errors is
  /// refused with {"ok":false,"error":E,"issues":[…]}.
  [[nodiscard]] std::string start(const std::string& setup);

  /// {"ask":Q,"server","allowInsecure":bool?,"userId"?,"authToken"?,"now","attemptLimit":ms?,
  /// "clock":int?, and what belongs to Q} → {"ok":true,"id"}. Q with its members, and the members
  /// of the reply that the last step carries:
  ///   "server" → "version","profile"
  ///   "login" "user","password","code" → "userId","authToken"; its error has, besides,
  ///     "secondFactor":{"method","availableMethods","codeSent":bool|null} where one is needed
  ///   "logout" → nothing
  ///   "me" → "user":{"id","username","name","roles":[…]|null}
  ///   "room" "rid" → "roomText","visitorId":string|null
  ///   "visitor" "visitorId" → "visitor":V = {"text","id","username","name","disabled"}; texts of
  ///     visitors have no tokens
  ///   "visitors" "term",P → "items":[V,…],L; P = "count"?,"offset"?; L =
  ///   "offset","total":int|null,
  ///     "isLast":bool
  ///   "rooms" "agents"?,"roomName"?,"departmentId"?,"open"?,"createdAt"?,"closedAt"?,"tags"?,
  ///     "customFields"?,"onHold"?,"queued"?,"sort"?,P → "items":[text,…],L; times are
  ///     {"start"?,"end"?}, custom fields [[name,text],…], sort
  ///     [[member,"ascending"|"descending"],…]
  ///   "chatHistory" "rid","visitorId",P → as "rooms"
  ///   "check" → "capability", the members of Capability (capability.h)
  ///   "preview" "rid","newVisitorId","oldVisitorId"?,"profile"?,"maySeeVisitors":"yes"|"no"|
  ///     "not_known" → "preview", the members of Preview (preview.h)
  [[nodiscard]] std::string ask(const std::string& question);

  /// {"id","now","chance"} → one of
  ///   {"ok":true,"step":"send","attempt","kind":"write"|"read_back"|"version" or the name of a
  ///    route (pacers.h),"request","deadline"}
  ///   {"ok":true,"step":"abort","attempt"}
  ///   {"ok":true,"step":"wait","until","why"}
  ///   {"ok":true,"step":"credentials"}
  ///   {"ok":true,"step":"done","outcome":{"verdict","proof","error","lastSeen":{"visitorId","at"}|
  ///    null,"roomText":string|null,"openUntil":ms|null},"meaning":{…}|null}
  /// where "meaning" is that of the last answer to a write; the last step of a question is
  ///   {"ok":true,"step":"done","reply":{"ok":true,…}|{"ok":false,"error":E,…}}
  [[nodiscard]] std::string next(const std::string& call);

  /// What happened, `event` with {"id","now","event"}: "answer" with {"attempt","status","headers"}
  /// and the answer's text as `body`; "failure" with {"attempt","kind","sent":bool}; "credentials"
  /// with {"userId","authToken"} or without, if there are none; "cancel"; "end", after which the id
  /// is not known any more. → {"ok":true}.
  [[nodiscard]] std::string report(const std::string& event, const std::string& body);

 private:
  struct Entry;
  // Shared by everything that is sent to a server: its limits are counted by route, not by caller.
  struct Server {
    std::string name;
    Pacers pacers;
  };

  [[nodiscard]] Entry* find(int id);
  [[nodiscard]] Pacers& pacers_of(const std::string& name);
  [[nodiscard]] std::string add(Entry entry);
  [[nodiscard]] bool is_queued(const Entry& entry) const;

  std::vector<Entry> entries_;
  std::vector<Server> servers_;
  int last_id_ = 0;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_JSON_TASKS_H

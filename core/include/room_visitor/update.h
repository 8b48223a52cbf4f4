// The update: which room is to move from which visitor to which. Nothing is sent that has not
// passed validate(), and only what has passed it can become a request.
//
//   Validation checked = validate(VisitorUpdate{{"tcbbSmWSLR5uo5PBW"}, {"old"}, {"new"}});
//   for (const Issue& issue : checked.issues) show(issue);   // all findings, not just the first
//   if (checked.update) send(update_room_visitor(server, session, *checked.update));
//
// Source: the server's schema (docs/wire.md section 1.1) and what follows from it (section 12).
#ifndef ROOM_VISITOR_UPDATE_H
#define ROOM_VISITOR_UPDATE_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/error_code.h"
#include "room_visitor/ids.h"
#include "room_visitor/result.h"

namespace room_visitor {

/// What the caller wants.
struct VisitorUpdate {
  RoomId rid;
  VisitorId old_visitor;
  VisitorId new_visitor;

  bool operator==(const VisitorUpdate&) const = default;
};

/// The kinds of value that a caller can pass. The last five exist in JavaScript and not in JSON; a
/// `cycle` is anything that JSON.stringify refuses or that throws when it is read.
enum class ValueKind {
  string,
  number,
  boolean,
  null,
  array,
  object,
  undefined,
  function,
  symbol,
  bigint,
  cycle
};

/// A member of an update as it was passed. `text` is the value if it is a string, else a short
/// description for messages. UTF-8; what is not well formed is found by validate().
struct UpdateMember {
  std::string key;
  ValueKind kind = ValueKind::string;
  std::string text;

  bool operator==(const UpdateMember&) const = default;
};

/// Anything passed as an update. Members count only if `kind` is object; of duplicates the last.
struct UpdateInput {
  ValueKind kind = ValueKind::object;
  std::vector<UpdateMember> members;

  bool operator==(const UpdateInput&) const = default;
};

/// Reads an update from JSON text. Errors: as read_room. That the value is no object is for
/// validate().
[[nodiscard]] Result<UpdateInput> read_update_input(std::string_view json);

enum class Severity { error, warning };

/// One finding of validation. `path` is a JSON Pointer, `found` and `expected` are short phrases.
struct Issue {
  ErrorCode code;
  Severity severity = Severity::error;
  std::string path;
  std::string found;
  std::string expected;

  bool operator==(const Issue&) const = default;
};

struct Validation;

/// An update without errors; warnings are allowed. Made by validate() only.
class ValidUpdate {
 public:
  [[nodiscard]] const VisitorUpdate& ids() const { return ids_; }

  bool operator==(const ValidUpdate&) const = default;

 private:
  friend Validation validate(const UpdateInput& input);
  explicit ValidUpdate(VisitorUpdate ids) : ids_(std::move(ids)) {}

  VisitorUpdate ids_;
};

/// All findings, in the order rid, oldVisitorId, newVisitorId, other members; and the update, if
/// none of them is an error.
struct Validation {
  std::vector<Issue> issues;
  std::optional<ValidUpdate> update;
};

/// Reports every issue: not_an_object, missing, not_a_string, empty, surrounding_space,
/// control_character, bidi_control, ill_formed_unicode, too_long (over 256 characters),
/// unknown_key, misspelled_key; as warnings same_visitor and unusual_id.
[[nodiscard]] Validation validate(const UpdateInput& input);
[[nodiscard]] Validation validate(const VisitorUpdate& update);

/// One paragraph for people, as to_text(Error).
[[nodiscard]] std::string to_text(const Issue& issue);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_UPDATE_H

// What a function returns that can fail: either a value or an Error that says what was found,
// where, and what would be right. Nothing in this library throws.
//
//   Result<ServerVersion> version = parse_server_version("6.x");
//   if (!version.ok()) show(to_text(version.error()));
#ifndef ROOM_VISITOR_RESULT_H
#define ROOM_VISITOR_RESULT_H

#include <string>
#include <utility>
#include <variant>

#include "room_visitor/error_code.h"

namespace room_visitor {

/// A failure. `path` is a JSON Pointer (RFC 6901) into the input, empty for the whole input;
/// `found` and `expected` are short phrases, empty where there is nothing to add to the code's own
/// sentence. No member ever holds a credential.
struct Error {
  ErrorCode code;
  std::string path;
  std::string found;
  std::string expected;

  bool operator==(const Error&) const = default;
};

/// One paragraph for people: what happened, where, what was found and expected, what to do.
[[nodiscard]] std::string to_text(const Error& error);

/// Either a T or an Error. `value()` may be called only if `ok()`, `error()` only if not.
template <class T>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: a function may simply return its value or its error.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  [[nodiscard]] const T& value() const { return *std::get_if<0>(&state_); }
  [[nodiscard]] T& value() { return *std::get_if<0>(&state_); }
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&state_); }

  bool operator==(const Result&) const = default;

 private:
  std::variant<T, Error> state_;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_RESULT_H

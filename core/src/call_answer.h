// What came of a request, read: the beginning of every judgement over several answers.
#ifndef ROOM_VISITOR_SRC_CALL_ANSWER_H
#define ROOM_VISITOR_SRC_CALL_ANSWER_H

#include <optional>
#include <variant>

#include "room_visitor/capability.h"

namespace room_visitor {

/// A value, an error, or nothing if nothing was asked.
template <class Value>
using Reading = std::optional<Result<Value>>;

template <class Value, class Read>
[[nodiscard]] Reading<Value> reading(const CallAnswer& answer, Read read) {
  if (const auto* response = std::get_if<HttpResponse>(&answer)) return read(*response);
  if (const auto* failure = std::get_if<FailureKind>(&answer))
    return Result<Value>(error_of_failure(*failure));
  return {};
}

/// The code of an error; nothing for a value and for what was not asked.
template <class Value>
[[nodiscard]] std::optional<ErrorCode> code_in(const Reading<Value>& reading) {
  if (!reading || reading->ok()) return {};
  return reading->error().code;
}

template <class Value>
[[nodiscard]] const Value* value_in(const Reading<Value>& reading) {
  return reading && reading->ok() ? &reading->value() : nullptr;
}

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_CALL_ANSWER_H

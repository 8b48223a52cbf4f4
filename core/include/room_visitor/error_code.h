// The one table of everything that can go wrong: a stable code, whose error it is, one sentence
// that says what happened and one that says what to do. Core, bindings, documents (docs/errors.md)
// and interface all take their words from here.
//
//   const ErrorInfo& info = error_info(ErrorCode::visitor_not_found);
//   info.name;    // "visitor_not_found", never changes once released
//   info.remedy;  // what a person can do about it
#ifndef ROOM_VISITOR_ERROR_CODE_H
#define ROOM_VISITOR_ERROR_CODE_H

#include <span>
#include <string_view>

#include "room_visitor/error_table.h"

namespace room_visitor {

/// Whose error it is. Caller's errors are found before anything is sent, but for `cancelled`, which
/// can come at any time; the server's are refusals with a reason; the world's are missing answers
/// and answers that cannot be understood.
enum class ErrorFamily { caller, server, world };

enum class ErrorCode {
#define ROOM_VISITOR_ENUMERATOR(code, family, what, remedy) code,
  ROOM_VISITOR_ERRORS(ROOM_VISITOR_ENUMERATOR)
#undef ROOM_VISITOR_ENUMERATOR
};

/// One row of the table. All text is English, one sentence, without any data of the call.
struct ErrorInfo {
  ErrorCode code;
  ErrorFamily family;
  std::string_view name;
  std::string_view what;
  std::string_view remedy;
};

/// The row of a code.
[[nodiscard]] const ErrorInfo& error_info(ErrorCode code);

/// All rows, in the order of ErrorCode.
[[nodiscard]] std::span<const ErrorInfo> error_table();

/// "caller", "server" or "world".
[[nodiscard]] std::string_view to_text(ErrorFamily family);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_ERROR_CODE_H

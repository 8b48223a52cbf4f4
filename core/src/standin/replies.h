// The envelopes of the server's answers (docs/wire.md section 2).
#ifndef ROOM_VISITOR_SRC_STANDIN_REPLIES_H
#define ROOM_VISITOR_SRC_STANDIN_REPLIES_H

#include <string_view>

#include "room_visitor/http.h"
#include "room_visitor/standin/behaviour.h"
#include "standin/json.h"

namespace room_visitor::standin {

/// What a handler or the framework answers in JSON.
struct Reply {
  int status;
  Json body;
};

/// 200 with `success: true` as the last member.
[[nodiscard]] Reply success(Json members);

/// 400 with a plain text, as a plain exception gives it.
[[nodiscard]] Reply failure(std::string_view error);

/// 400 with text and type as they are given.
[[nodiscard]] Reply failure(std::string_view error, std::string_view error_type);

/// 400 for one of the framework's own exceptions: "reason [code]" with the code as type; "[code]"
/// if there is no reason.
[[nodiscard]] Reply coded_failure(std::string_view code, std::string_view reason);

/// The same with the details that the exception carries.
[[nodiscard]] Reply coded_failure(std::string_view code, std::string_view reason, Json details);

/// 404 of a handler.
[[nodiscard]] Reply not_found(std::string_view error);

/// 400 without any text.
[[nodiscard]] Reply silent_failure();

/// 401 of the framework.
[[nodiscard]] Reply not_logged_in(StatusAnswers form);

/// 403 of the framework.
[[nodiscard]] Reply forbidden();

/// 403 of a handler that asks for permissions itself.
[[nodiscard]] Reply unauthorized();

/// 429 of the framework.
[[nodiscard]] Reply too_many_requests(double seconds);

/// 405 of the framework.
[[nodiscard]] Reply wrong_method();

/// An answer without headers and body.
[[nodiscard]] HttpResponse empty_answer(int status);

/// The page of the web server for a body that it cannot read.
[[nodiscard]] HttpResponse error_page(int status);

/// The answer to an exception in the middle of authentication.
[[nodiscard]] HttpResponse server_error();

/// What the API's newer router answers where it has no route.
[[nodiscard]] HttpResponse not_found();

/// The page of the web app, which answers every path that nothing else does.
[[nodiscard]] HttpResponse app_shell();

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_REPLIES_H

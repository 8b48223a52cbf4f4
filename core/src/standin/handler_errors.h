// What becomes of an error in a handler that catches its own errors (docs/wire.md section 2.3).
// Older versions write the caught error out as JSON, which keeps the members of the framework's own
// errors and loses the text of plain ones; newer ones send the text.
#ifndef ROOM_VISITOR_SRC_STANDIN_HANDLER_ERRORS_H
#define ROOM_VISITOR_SRC_STANDIN_HANDLER_ERRORS_H

#include <string_view>

#include "room_visitor/standin/behaviour.h"
#include "standin/exact_check.h"
#include "standin/replies.h"

namespace room_visitor::standin {

/// A plain error, which has nothing but a text.
[[nodiscard]] Reply plain_error(HandlerErrors errors, std::string_view text);

/// An error with a code. Newer versions send the code alone as text if there is no reason.
[[nodiscard]] Reply coded_error(HandlerErrors errors, std::string_view code,
                                std::string_view reason = {});

/// A failed check of parameters.
[[nodiscard]] Reply check_error(HandlerErrors errors, const CheckFailure& problem);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_HANDLER_ERRORS_H

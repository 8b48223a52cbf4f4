// Parameter checks as servers up to 5.1 make them: exactly these keys, exactly these types, nothing
// converted, the first finding in the order of the body (docs/wire.md section 1.2).
#ifndef ROOM_VISITOR_SRC_STANDIN_EXACT_CHECK_H
#define ROOM_VISITOR_SRC_STANDIN_EXACT_CHECK_H

#include <optional>
#include <string>
#include <string_view>

#include "standin/json.h"
#include "standin/schema.h"

namespace room_visitor::standin {

/// "Missing key 'rid'" at the path "", "Expected string, got number" at the path "rid".
struct CheckFailure {
  std::string message;
  std::string path;
};

[[nodiscard]] std::optional<CheckFailure> check_exactly(const Json& value, const Schema& schema);

/// The failure as one text: "Match error: Expected string, got number in field rid".
[[nodiscard]] std::string to_text(const CheckFailure& failure);

/// The type as these messages name it, which is what `typeof` says: "object" for a list too.
[[nodiscard]] std::string_view type_of(const Json& value);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_EXACT_CHECK_H

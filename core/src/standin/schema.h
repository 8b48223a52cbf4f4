// Parameter checks as the server's validator makes them: it reports the first finding only, and it
// turns what can be read as another type into that type (docs/wire.md section 1.1).
#ifndef ROOM_VISITOR_SRC_STANDIN_SCHEMA_H
#define ROOM_VISITOR_SRC_STANDIN_SCHEMA_H

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "standin/json.h"

namespace room_visitor::standin {

enum class Kind { text, number, boolean, list, object, any };
enum class Null { refused, accepted };
enum class Need { optional, required };
enum class Others { refused, accepted };
enum class Equals { accepted, refused };

struct Schema;

/// A member of an object that has a schema of its own.
struct Property {
  std::string_view name;
  const Schema* schema;
  Need need = Need::optional;
};

/// What a value has to be. What does not apply to its kind is left empty.
struct Schema {
  Kind kind = Kind::text;
  Null null = Null::refused;
  std::span<const Property> properties = {};
  Others others = Others::refused;   ///< members of an object that are not named above
  const Schema* each = nullptr;      ///< every item of a list, every member of an object
  Equals equals = Equals::accepted;  ///< equal items in a list
  std::span<const std::string_view> texts = {};  ///< the only texts allowed
  std::span<const Schema> alternatives = {};     ///< one of these has to fit
};

inline constexpr Schema kText{};
inline constexpr Schema kMaybeText{.null = Null::accepted};
inline constexpr Schema kMaybeNumber{.kind = Kind::number, .null = Null::accepted};

/// Changes what can be read as the wanted type into it. Gives the message of the first finding, if
/// any; findings within alternatives are joined by line breaks.
[[nodiscard]] std::optional<std::string> check_schema(Json& value, const Schema& schema);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_SCHEMA_H

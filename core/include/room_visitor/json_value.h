// JSON values that are kept as the text they were written in. A number such as 12345678901234567890
// or -0 does not survive a round trip through a double; its source text does.
//
//   Number wait{"9999999"};
//   wait.value();                     // 9999999.0
//   Timestamp{"2023-03-30T16:58:11.899Z"}.since_epoch();  // 1680195491899.0
#ifndef ROOM_VISITOR_JSON_VALUE_H
#define ROOM_VISITOR_JSON_VALUE_H

#include <optional>
#include <string>
#include <vector>

#include "room_visitor/time.h"

namespace room_visitor {

/// Any JSON value as its source text: valid JSON without surrounding white space.
struct JsonText {
  std::string text;

  bool operator==(const JsonText&) const = default;
};

/// A JSON number as its source text.
struct Number {
  std::string text;

  /// The nearest double, as JavaScript reads it; infinite where the text exceeds its range.
  [[nodiscard]] double value() const;

  bool operator==(const Number&) const = default;
};

/// A date as the server wrote it, usually ISO 8601 with milliseconds and Z.
struct Timestamp {
  std::string text;

  /// Milliseconds since the epoch; nothing if the text is not in the server's form.
  [[nodiscard]] std::optional<Millis> since_epoch() const { return parse_timestamp(text); }

  bool operator==(const Timestamp&) const = default;
};

/// A member that a reader has no typed place for: its name is not known here, or its value is of
/// another kind than expected. Kept so that writing gives back what was read.
struct ExtraMember {
  std::string key;
  JsonText value;

  bool operator==(const ExtraMember&) const = default;
};

using ExtraMembers = std::vector<ExtraMember>;

}  // namespace room_visitor

#endif  // ROOM_VISITOR_JSON_VALUE_H

// JSON as the imitated server's language knows it: read by the rules of JSON.parse, written by
// those of JSON.stringify. The values are nlohmann's, which keep the order of members.
#ifndef ROOM_VISITOR_SRC_STANDIN_JSON_H
#define ROOM_VISITOR_SRC_STANDIN_JSON_H

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "json/nlohmann.h"

namespace room_visitor::standin {

using Json = nlohmann::ordered_json;

/// Containers nested deeper than this are read and checked, but kept empty: no document is nested
/// like that, and neither copying nor writing may use up the stack.
inline constexpr std::size_t kKeptDepth = 1000;

struct JsonText {
  Json value;
  std::size_t depth = 0;  ///< of the deepest container: 0 for "x", 1 for []
};

/// Reads one JSON text. Of equal keys the last wins, at the place of the first. Half a surrogate
/// pair becomes U+FFFD, which is what the server's database makes of it.
[[nodiscard]] std::optional<JsonText> parse_json(std::string_view text);

/// Counted from 1; columns are characters.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Where a text that is not JSON stops being so.
[[nodiscard]] TextPlace json_ends_at(std::string_view text);

/// What is found in text that is no JSON: "text that is not JSON, from line 2, column 5 on".
[[nodiscard]] std::string not_json(std::string_view text);

enum class Layout { compact, indented };

/// Writes JSON text; indented by two spaces if asked.
[[nodiscard]] std::string to_json_text(const Json& value, Layout layout = Layout::compact);

/// The member of that name; nullptr if there is none or `object` is no object.
[[nodiscard]] const Json* member(const Json& object, std::string_view key);
[[nodiscard]] Json* member(Json& object, std::string_view key);

/// The text of a string; nullptr if there is no such member or it is no string.
[[nodiscard]] const std::string* text_member(const Json& object, std::string_view key);

/// The text of a string member, or nothing.
[[nodiscard]] std::string_view text_or_empty(const Json& object, std::string_view key);

/// Whether the member is `true`.
[[nodiscard]] bool is_true(const Json& object, std::string_view key);

/// Sets a member, at its place if it exists, else at the end. Does nothing unless `object` is one.
void set_member(Json& object, std::string_view key, Json value);

// The same without a conversion to JSON in each of the many places that set one.
void set_member(Json& object, std::string_view key, std::string&& text);
void set_member(Json& object, std::string_view key, const std::string& text);
void set_member(Json& object, std::string_view key, std::string_view text);
void set_member(Json& object, std::string_view key, const char* text);
void set_flag(Json& object, std::string_view key, bool flag);
void set_whole(Json& object, std::string_view key, std::int64_t number);
void set_natural(Json& object, std::string_view key, std::uint64_t number);
template <std::integral Number>
void set_member(Json& object, std::string_view key, Number number) {
  if constexpr (std::same_as<Number, bool>) {
    set_flag(object, key, number);
  } else if constexpr (std::signed_integral<Number>) {
    set_whole(object, key, number);
  } else {
    set_natural(object, key, number);
  }
}

/// The same for a text of any kind.
void set_text(Json& object, std::string_view key, std::string_view text);

/// Takes a member away. Does nothing if there is none.
void erase_member(Json& object, std::string_view key);

/// Whether it is this text, or this boolean.
[[nodiscard]] bool is_text(const Json& value, std::string_view text);
[[nodiscard]] bool is_flag(const Json& value, bool flag);

/// Truthiness as the server's language has it.
[[nodiscard]] bool is_truthy(const Json* value);

/// Whether a list holds this text; false for everything but lists.
[[nodiscard]] bool holds_text(const Json* list, std::string_view text);

/// Whether an entry of a list of objects has this text, as visitors keep phones and addresses.
[[nodiscard]] bool holds_entry(const Json* list, std::string_view key, std::string_view text);

/// "an object", "a string" …, for messages.
[[nodiscard]] std::string_view kind_of(const Json& value);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_JSON_H

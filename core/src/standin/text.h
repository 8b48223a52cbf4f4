// Text as bytes: case, space, UTF-8 and percent coding.
#ifndef ROOM_VISITOR_SRC_STANDIN_TEXT_H
#define ROOM_VISITOR_SRC_STANDIN_TEXT_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/time.h"

namespace room_visitor::standin {

[[nodiscard]] std::string to_lower_ascii(std::string_view text);

/// Whether a text holds another, letters of ASCII whatever their case.
[[nodiscard]] bool contains_ignoring_case(std::string_view text, std::string_view part);
[[nodiscard]] bool starts_ignoring_case(std::string_view text, std::string_view part);

/// Of the forms that a date in a query may have, those of ISO 8601 in UTC: a day, or a time with or
/// without Z.
[[nodiscard]] std::optional<Millis> read_date(std::string_view text);

/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// The parts between separators; one empty part for empty text.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Bytes decoded as UTF-8 the way decoders on the web do: each maximal ill-formed part becomes
/// U+FFFD, and a leading byte-order mark is dropped.
[[nodiscard]] std::string decode_utf8(std::string_view bytes);

/// The same, but a leading byte-order mark stays.
[[nodiscard]] std::string well_formed(std::string_view bytes);

void append_utf8(std::string& text, char32_t code_point);

/// Form decoding: `+` is a space, %XX a byte; text whose escapes do not form UTF-8 stays as it is.
[[nodiscard]] std::string decode_form_text(std::string_view text);

/// The same for a part of a path, where `+` is itself.
[[nodiscard]] std::string decode_path_text(std::string_view text);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_TEXT_H

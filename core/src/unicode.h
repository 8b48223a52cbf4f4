// Unicode in UTF-8: reading code points, and the classes of characters that matter in ids.
#ifndef ROOM_VISITOR_SRC_UNICODE_H
#define ROOM_VISITOR_SRC_UNICODE_H

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace room_visitor {

[[nodiscard]] constexpr bool is_high_surrogate(char32_t point) {
  return point >= 0xD800 && point <= 0xDBFF;
}
[[nodiscard]] constexpr bool is_low_surrogate(char32_t point) {
  return point >= 0xDC00 && point <= 0xDFFF;
}
[[nodiscard]] constexpr char32_t combine_surrogates(char32_t high, char32_t low) {
  return 0x10000 + ((high - 0xD800) << 10u) + (low - 0xDC00);
}

/// Appends the UTF-8 form; half a surrogate pair gets the three bytes it would have.
void append_utf8(std::string& text, char32_t point);

/// One code point and how many bytes it took. `well_formed` is false for anything that UTF-8
/// forbids, half surrogate pairs included; then `bytes` is 1, or 3 for half a surrogate pair.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
  bool well_formed = true;
};

/// The code point at the front of `text`, which must not be empty.
[[nodiscard]] CodePoint first_code_point(std::string_view text);

/// Whether the whole text is UTF-8 without half surrogate pairs.
[[nodiscard]] bool is_well_formed(std::string_view text);

/// White space as JavaScript's trim sees it.
[[nodiscard]] bool is_white_space(char32_t point);
/// C0 and C1 controls and DEL.
[[nodiscard]] bool is_control(char32_t point);
/// Invisible characters that change the direction of text (Unicode, Bidi_Control).
[[nodiscard]] bool is_bidi_control(char32_t point);

/// Appends the character at the front of `text`, which must not be empty, spelled out as \\u{…} if
/// it is invisible; returns its bytes.
std::size_t append_visible(std::string& shown, std::string_view text);

/// The text in quotation marks with everything invisible spelled out as \u{…}, cut after 60
/// characters: for "found" in errors, never for data.
[[nodiscard]] std::string quote_for_people(std::string_view text);
// Most callers have a string: turning it into a view at each of them takes more than the call.
[[nodiscard]] std::string quote_for_people(const std::string& text);

/// The same, tokens hidden: for what the server said.
[[nodiscard]] std::string quote_redacted(const std::string& text);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_UNICODE_H

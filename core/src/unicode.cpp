#include "unicode.h"

#include <algorithm>
#include <array>

#include "room_visitor/redact.h"

namespace room_visitor {
namespace {

constexpr std::size_t kQuotedCharacters = 60;

struct Range {
  char32_t first;
  char32_t last;
};

// ECMA-262, WhiteSpace and LineTerminator.
constexpr std::array kWhiteSpace{
    Range{0x09, 0x0D},     Range{0x20, 0x20},     Range{0xA0, 0xA0},     Range{0x1680, 0x1680},
    Range{0x2000, 0x200A}, Range{0x2028, 0x2029}, Range{0x202F, 0x202F}, Range{0x205F, 0x205F},
    Range{0x3000, 0x3000}, Range{0xFEFF, 0xFEFF}};
constexpr std::array kControls{Range{0x00, 0x1F}, Range{0x7F, 0x9F}};
constexpr std::array kBidiControls{Range{0x061C, 0x061C}, Range{0x200E, 0x200F},
                                   Range{0x202A, 0x202E}, Range{0x2066, 0x2069}};
// Zero-width characters that are neither of the above: shown spelled out, but legal in an id.
constexpr std::array kOtherInvisible{Range{0xAD, 0xAD}, Range{0x200B, 0x200D},
                                     Range{0x2060, 0x2065}};

template <std::size_t Size>
bool is_in(const std::array<Range, Size>& ranges, char32_t point) {
  return std::any_of(ranges.begin(), ranges.end(), [point](const Range& range) {
    return point >= range.first && point <= range.last;
  });
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// The length that a lead byte announces; 0 for a byte that cannot lead.
std::size_t announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

std::string spelled_out(char32_t point) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (char32_t rest = point; rest > 0 || digits.size() < 4; rest /= 16)
    digits.insert(digits.begin(), kDigits[rest % 16]);
  return "\\u{" + digits + "}";
}

bool is_invisible(char32_t point) {
  return is_control(point) || is_bidi_control(point) || is_in(kOtherInvisible, point) ||
         (is_white_space(point) && point != ' ');
}

}  // namespace

void append_utf8(std::string& text, char32_t point) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | (point >> 6u));
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | (point >> 12u));
    put(0x80 | ((point >> 6u) & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | (point >> 18u));
    put(0x80 | ((point >> 12u) & 0x3F));
    put(0x80 | ((point >> 6u) & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

CodePoint first_code_point(std::string_view text) {
  constexpr CodePoint kIllFormed{0xFFFD, 1, false};
  constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  const unsigned char lead = byte_at(text, 0);
  const std::size_t length = announced_length(lead);
  if (length == 0) return kIllFormed;
  if (length == 1) return {lead, 1, true};
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t at = 1; at < length; ++at) {
    const unsigned char next = byte_at(text, at);
    if ((next & 0xC0u) != 0x80u) return kIllFormed;
    value = (value << 6u) | (next & 0x3Fu);
  }
  if (value < kSmallest[length] || value > 0x10FFFF) return kIllFormed;
  if (is_high_surrogate(value) || is_low_surrogate(value)) return {value, length, false};
  return {value, length, true};
}

bool is_well_formed(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    if (!point.well_formed) return false;
    text.remove_prefix(point.bytes);
  }
  return true;
}

bool is_white_space(char32_t point) { return is_in(kWhiteSpace, point); }
bool is_control(char32_t point) { return is_in(kControls, point); }
bool is_bidi_control(char32_t point) { return is_in(kBidiControls, point); }

std::size_t append_visible(std::string& shown, std::string_view text) {
  const CodePoint point = first_code_point(text);
  if (!point.well_formed || is_invisible(point.value))
    shown += spelled_out(point.value);
  else
    shown.append(text, 0, point.bytes);
  return point.bytes;
}

std::string quote_for_people(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == kQuotedCharacters) return quoted + "…\"";
    text.remove_prefix(append_visible(quoted, text));
  }
  return quoted + "\"";
}

[[gnu::noinline]] std::string quote_for_people(const std::string& text) {
  return quote_for_people(std::string_view(text));
}

[[gnu::noinline]] std::string quote_redacted(const std::string& text) {
  return quote_for_people(redact_prose(text));
}

}  // namespace room_visitor

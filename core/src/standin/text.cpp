#include "standin/text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace room_visitor::standin {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What may follow a lead byte (Unicode, table 3-7): how many bytes, and the range of the first.
struct Sequence {
  std::size_t length = 1;
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xBF;
};

Sequence sequence_of(std::uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

// How many bytes at `at` belong together, and whether they are a complete character.
struct Step {
  std::size_t length;
  bool well_formed;
};

Step step_at(std::string_view bytes, std::size_t at) {
  const std::uint8_t lead = byte_at(bytes, at);
  if (lead < 0x80) return {1, true};
  const Sequence sequence = sequence_of(lead);
  if (sequence.length == 1) return {1, false};
  for (std::size_t i = 1; i < sequence.length; ++i) {
    if (at + i >= bytes.size()) return {i, false};
    const std::uint8_t low = i == 1 ? sequence.low : 0x80;
    const std::uint8_t high = i == 1 ? sequence.high : 0xBF;
    const std::uint8_t next = byte_at(bytes, at + i);
    if (next < low || next > high) return {i, false};
  }
  return {sequence.length, true};
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Step step = step_at(bytes, at);
    if (!step.well_formed) return false;
    at += step.length;
  }
  return true;
}

std::optional<int> hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return {};
}

std::optional<std::string> decode_percent(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    if (text.size() - at < 3) return {};
    const auto high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
    if (!high || !low) return {};
    decoded += static_cast<char>(*high * 16 + *low);
    at += 2;
  }
  if (!is_utf8(decoded)) return {};
  return decoded;
}

char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

// After Knuth, Morris and Pratt: no letter of the text is looked at again, whatever the two are.
bool contains_ignoring_case(std::string_view text, std::string_view part) {
  if (part.size() > text.size()) return false;
  // For each beginning of the part, how much of it ends as the part begins.
  std::vector<std::size_t> overlaps(part.size(), 0);
  const auto next = [&](std::size_t matched, char letter) {
    while (matched > 0 && to_lower(part[matched]) != to_lower(letter))
      matched = overlaps[matched - 1];
    return to_lower(part[matched]) == to_lower(letter) ? matched + 1 : matched;
  };
  for (std::size_t i = 1; i < part.size(); ++i) overlaps[i] = next(overlaps[i - 1], part[i]);
  std::size_t matched = 0;
  for (const char letter : text) {
    if (matched == part.size()) break;
    matched = next(matched, letter);
  }
  return matched == part.size();
}

bool starts_ignoring_case(std::string_view text, std::string_view part) {
  return text.size() >= part.size() &&
         std::equal(part.begin(), part.end(), text.begin(),
                    [](char one, char other) { return to_lower(one) == to_lower(other); });
}

std::optional<Millis> read_date(std::string_view text) {
  for (const std::string_view ending : {"", "Z", "T00:00:00Z"})
    if (const auto time = parse_timestamp(std::string(text).append(ending))) return time;
  return {};
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string decode_utf8(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return well_formed(bytes);
}

std::string well_formed(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string(bytes);
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Step step = step_at(bytes, at);
    text += step.well_formed ? bytes.substr(at, step.length) : kReplacement;
    at += step.length;
  }
  return text;
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0 | code_point >> 6);
    add(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    add(0xE0 | code_point >> 12);
    add(0x80 | (code_point >> 6 & 0x3F));
    add(0x80 | (code_point & 0x3F));
  } else {
    add(0xF0 | code_point >> 18);
    add(0x80 | (code_point >> 12 & 0x3F));
    add(0x80 | (code_point >> 6 & 0x3F));
    add(0x80 | (code_point & 0x3F));
  }
}

std::string decode_form_text(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  if (auto decoded = decode_percent(spaced)) return *decoded;
  return decode_utf8(spaced);
}

std::string decode_path_text(std::string_view text) {
  if (auto decoded = decode_percent(std::string(text))) return *decoded;
  return decode_utf8(text);
}

}  // namespace room_visitor::standin

#include "json/json_writer.h"

#include <algorithm>
#include <cmath>

#include "unicode.h"

namespace room_visitor::json {
namespace {

void append_unicode_escape(std::string& text, char32_t point) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  text += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) text += kDigits[(point >> shift) & 0xFu];
}

void append_ascii(std::string& text, char letter) {
  constexpr std::string_view kFrom = "\"\\\b\f\n\r\t";
  constexpr std::string_view kTo = "\"\\bfnrt";
  if (const auto simple = kFrom.find(letter); simple != std::string_view::npos)
    (text += '\\') += kTo[simple];
  else if (static_cast<unsigned char>(letter) < 0x20)
    append_unicode_escape(text, static_cast<unsigned char>(letter));
  else
    text += letter;
}

// Most characters by far: they stand for themselves and are copied run by run.
bool is_plain(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

// Appends the character at the front of `rest`, which is not plain; returns its bytes.
std::size_t append_special(std::string& quoted, std::string_view rest) {
  const CodePoint point = first_code_point(rest);
  if (point.well_formed && point.bytes == 1)
    append_ascii(quoted, rest.front());
  else if (point.well_formed)
    quoted.append(rest, 0, point.bytes);
  else if (point.bytes == 3)
    append_unicode_escape(quoted, point.value);
  else
    append_utf8(quoted, point.value);
  return point.bytes;
}

}  // namespace

std::string string_value(std::string_view text) {
  std::string quoted = "\"";
  quoted.reserve(text.size() + 2);
  while (!text.empty()) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_plain);
    const auto plain = static_cast<std::size_t>(end - text.begin());
    quoted.append(text, 0, plain);
    text.remove_prefix(plain);
    if (!text.empty()) text.remove_prefix(append_special(quoted, text));
  }
  return quoted += '"';
}

std::string whole_number_value(double number) {
  // The largest range in which every integer is a double of its own.
  constexpr double kLargestExact = 9007199254740992.0;
  if (number != std::floor(number) || std::fabs(number) > kLargestExact) return "null";
  return std::to_string(static_cast<long long>(number));
}

ObjectWriter& ObjectWriter::add(std::string_view key, std::string_view value) {
  if (text_.size() > 1) text_ += ',';
  text_.append(string_value(key)).append(":").append(value);
  return *this;
}

ObjectWriter& ObjectWriter::add_string(std::string_view key, std::string_view value) {
  return add(key, string_value(value));
}

ArrayWriter& ArrayWriter::add(std::string_view value) {
  if (text_.size() > 1) text_ += ',';
  text_.append(value);
  return *this;
}

}  // namespace room_visitor::json

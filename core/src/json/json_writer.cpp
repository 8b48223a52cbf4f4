#include "json/json_writer.h"

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

}  // namespace

std::string string_value(std::string_view text) {
  std::string quoted = "\"";
  quoted.reserve(text.size() + 2);
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    if (point.well_formed && point.bytes == 1)
      append_ascii(quoted, text.front());
    else if (point.well_formed)
      quoted.append(text, 0, point.bytes);
    else if (point.bytes == 3)
      append_unicode_escape(quoted, point.value);
    else
      append_utf8(quoted, point.value);
    text.remove_prefix(point.bytes);
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

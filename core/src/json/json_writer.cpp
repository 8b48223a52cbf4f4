#include "json/json_writer.h"

#include <algorithm>
#include <cmath>

#include "unicode.h"
#include "whole_number.h"

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

void append_string(std::string& quoted, std::string_view text) {
  quoted += '"';
  while (!text.empty()) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_plain);
    const auto plain = static_cast<std::size_t>(end - text.begin());
    quoted.append(text, 0, plain);
    text.remove_prefix(plain);
    if (!text.empty()) text.remove_prefix(append_special(quoted, text));
  }
  quoted += '"';
}

}  // namespace

std::string string_value(std::string_view text) {
  std::string quoted;
  append_string(quoted, text);
  return quoted;
}

// What was written last tells whether something stands before what comes next.
void Writer::separate() {
  if (text_.empty()) return;
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_ += ',';
}

[[gnu::noinline]] Writer& Writer::name_of_any(std::string_view key) {
  string(key).text_ += ':';
  return *this;
}

[[gnu::noinline]] Writer& Writer::name(const char* key) { return name_of_any(key); }

[[gnu::noinline]] Writer& Writer::json(std::string_view value) {
  separate();
  text_.append(value);
  return *this;
}

[[gnu::noinline]] Writer& Writer::string(std::string_view value) {
  separate();
  append_string(text_, value);
  return *this;
}

[[gnu::noinline]] Writer& Writer::object() { return json("{"); }

[[gnu::noinline]] Writer& Writer::end_object() {
  text_ += '}';
  return *this;
}

[[gnu::noinline]] Writer& Writer::array() { return json("["); }

[[gnu::noinline]] Writer& Writer::end_array() {
  text_ += ']';
  return *this;
}

[[gnu::noinline]] Writer& Writer::text(const char* key, const std::string& value) {
  return name(key).string(value);
}

[[gnu::noinline]] Writer& Writer::text(const char* key, const char* value) {
  return name(key).string(value);
}

[[gnu::noinline]] Writer& Writer::text(const char* key, std::string_view value) {
  return name(key).string(value);
}

[[gnu::noinline]] Writer& Writer::text_or_null(const char* key, const std::string* value) {
  return value != nullptr ? text(key, *value) : null(key);
}

[[gnu::noinline]] Writer& Writer::flag(const char* key, bool value) {
  return name(key).json(value ? "true" : "false");
}

[[gnu::noinline]] Writer& Writer::number(const char* key, double value) {
  // The largest range in which every integer is a double of its own.
  constexpr double kLargestExact = 9007199254740992.0;
  if (value != std::floor(value) || std::fabs(value) > kLargestExact) return null(key);
  return name(key).json(to_decimal(static_cast<long long>(value)));
}

[[gnu::noinline]] Writer& Writer::null(const char* key) { return name(key).json("null"); }

}  // namespace room_visitor::json

#include "json/json_view.h"

#include <algorithm>

#include "unicode.h"

namespace room_visitor::json {
namespace {

constexpr std::string_view kSpace = " \t\n\r";

// The length of the string at the front, quotes included.
std::size_t string_length(std::string_view text) {
  std::size_t at = 1;
  while (text[at] != '"') at += text[at] == '\\' ? 2u : 1u;
  return at + 1;
}

// The length of the object or array at the front, brackets included.
std::size_t container_length(std::string_view text) {
  std::size_t at = 0;
  int depth = 0;
  do {
    switch (text[at]) {
      case '"':
        at += string_length(text.substr(at)) - 1;
        break;
      case '{':
      case '[':
        ++depth;
        break;
      case '}':
      case ']':
        --depth;
        break;
      default:
        break;
    }
    ++at;
  } while (depth > 0);
  return at;
}

char32_t hex_value(std::string_view digits) {
  char32_t value = 0;
  for (const char digit : digits) {
    const int number = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
    value = value * 16 + static_cast<char32_t>(number);
  }
  return value;
}

// Whether a JSON string stands for `text`; decodes only what is escaped.
bool is_string_of(std::string_view quoted, std::string_view text) {
  if (quoted.find('\\') != std::string_view::npos) return decode_string(quoted) == text;
  return quoted.substr(1, quoted.size() - 2) == text;
}

// Decodes the escape after the backslash at `at`, moves `at` behind it.
void append_escape(std::string_view quoted, std::size_t& at, std::string& text) {
  constexpr std::string_view kFrom = "bfnrt";
  constexpr std::string_view kTo = "\b\f\n\r\t";
  const char kind = quoted[at + 1];
  at += 2;
  if (kind != 'u') {
    const auto simple = kFrom.find(kind);
    text += simple == std::string_view::npos ? kind : kTo[simple];
    return;
  }
  char32_t point = hex_value(quoted.substr(at, 4));
  at += 4;
  if (is_high_surrogate(point) && quoted.substr(at, 2) == "\\u") {
    const char32_t low = hex_value(quoted.substr(at + 2, 4));
    if (is_low_surrogate(low)) {
      point = combine_surrogates(point, low);
      at += 6;
    }
  }
  append_utf8(text, point);
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::object:
      return "an object";
    case Kind::array:
      return "an array";
    case Kind::string:
      return "a string";
    case Kind::number:
      return "a number";
    case Kind::boolean:
      return "a boolean";
    case Kind::null:
      return "null";
  }
  return "null";
}

Kind View::kind() const {
  switch (text_.front()) {
    case '{':
      return Kind::object;
    case '[':
      return Kind::array;
    case '"':
      return Kind::string;
    case 't':
    case 'f':
      return Kind::boolean;
    case 'n':
      return Kind::null;
    default:
      return Kind::number;
  }
}

std::optional<View> View::member(std::string_view key) const {
  std::optional<View> found;
  if (kind() != Kind::object) return found;
  for (Cursor cursor(text_); !cursor.at_end();) {
    const std::string_view name = cursor.take_value();
    const View value(cursor.take_value());
    if (is_string_of(name, key)) found = value;
  }
  return found;
}

std::optional<std::string> View::string() const {
  if (kind() != Kind::string) return {};
  return decode_string(text_);
}

std::optional<bool> View::boolean() const {
  if (kind() != Kind::boolean) return {};
  return text_.front() == 't';
}

std::vector<Member> last_members(View view) {
  std::vector<Member> members;
  view.for_each_member([&](std::string_view key, View value) {
    members.push_back({std::string(key), value});
  });
  KeyIndex last_of;
  for (std::size_t i = 0; i < members.size(); ++i) last_of[members[i].key] = i;
  std::vector<Member> last;
  last.reserve(last_of.size());
  for (std::size_t i = 0; i < members.size(); ++i)
    if (last_of.find(members[i].key)->second == i) last.push_back(members[i]);
  return last;
}

std::string decode_string(std::string_view quoted) {
  std::string text;
  text.reserve(quoted.size());
  const std::size_t end = quoted.size() - 1;
  for (std::size_t at = 1; at < end;) {
    const std::size_t escape = std::min(quoted.find('\\', at), end);
    text.append(quoted, at, escape - at);
    at = escape;
    if (at < end) append_escape(quoted, at, text);
  }
  return text;
}

void Cursor::skip_space() {
  rest_.remove_prefix(std::min(rest_.find_first_not_of(kSpace), rest_.size()));
}

std::string_view first_value(std::string_view text) {
  switch (text.front()) {
    case '"':
      return text.substr(0, string_length(text));
    case '{':
    case '[':
      return text.substr(0, container_length(text));
    default:
      return text.substr(0, text.find_first_of(",]} \t\n\r"));
  }
}

std::string_view Cursor::take_value() {
  const std::string_view value = first_value(rest_);
  rest_.remove_prefix(value.size());
  skip_space();
  if (rest_.front() == ',' || rest_.front() == ':') {
    rest_.remove_prefix(1);
    skip_space();
  }
  return value;
}

}  // namespace room_visitor::json

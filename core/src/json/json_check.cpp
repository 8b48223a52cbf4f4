#include <string>

#include "json/decimal.h"
#include "json/json_view.h"
#include "json/nlohmann.h"
#include "room_visitor/json_value.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor::json {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpace = " \t\n\r";

// Builds nothing: counts the depth and remembers where the text stops being JSON.
class Checker {
 public:
  using Json = nlohmann::json;

  [[nodiscard]] bool too_deep() const { return too_deep_; }
  [[nodiscard]] std::size_t error_at() const { return error_at_; }

  [[nodiscard]] bool number_too_large() const { return number_too_large_; }

  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool number_integer(Json::number_integer_t) { return true; }
  bool number_unsigned(Json::number_unsigned_t) { return true; }
  bool number_float(Json::number_float_t, const std::string&) { return true; }
  bool string(std::string&) { return true; }
  bool binary(Json::binary_t&) { return true; }
  bool start_object(std::size_t) { return enter(); }
  bool key(std::string&) { return true; }
  bool end_object() { return leave(); }
  bool start_array(std::size_t) { return enter(); }
  bool end_array() { return leave(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& why) {
    constexpr int kNumberOverflow = 406;
    error_at_ = position;
    number_too_large_ = why.id == kNumberOverflow;
    return false;
  }

 private:
  bool enter() {
    too_deep_ = ++depth_ > kMaxDepth;
    return !too_deep_;
  }
  bool leave() {
    --depth_;
    return true;
  }

  int depth_ = 0;
  bool too_deep_ = false;
  bool number_too_large_ = false;
  std::size_t error_at_ = 0;
};

bool is_hex_escape(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\\u" &&
         text.substr(at + 2, 4).find_first_not_of("0123456789abcdefABCDEF") ==
             std::string_view::npos &&
         text.size() >= at + 6;
}

// 'h' for the first half of a surrogate pair, 'l' for the second, 'n' for neither.
char surrogate_half(std::string_view text, std::size_t at) {
  if (!is_hex_escape(text, at) || (text[at + 2] | 0x20) != 'd') return 'n';
  const char digit = text[at + 3];
  if (digit < '8') return 'n';
  return digit <= '9' || (digit | 0x20) <= 'b' ? 'h' : 'l';
}

// JSON may escape half a surrogate pair (RFC 8259 section 8.2) and JavaScript servers do write it;
// nlohmann/json refuses it. For the check alone such a half is replaced by another character of the
// same length, so that every offset stays true.
std::string without_half_surrogates(std::string_view text) {
  std::string mended(text);
  for (std::size_t at = mended.find('\\'); at != std::string::npos; at = mended.find('\\', at)) {
    const char half = surrogate_half(mended, at);
    if (half == 'h' && surrogate_half(mended, at + 6) == 'l') {
      at += 12;
    } else if (half != 'n') {
      mended.replace(at, 6, "\\ufffd");
      at += 6;
    } else {
      at += 2;
    }
  }
  return mended;
}

bool has_surrogate_escape(std::string_view text) {
  return text.find("\\ud") != std::string_view::npos || text.find("\\uD") != std::string_view::npos;
}

// Whether the text stops inside of a string, an object or an array.
bool ends_inside(std::string_view text) {
  long depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (in_string) {
      if (letter == '\\') ++at;
      if (letter == '"') in_string = false;
    } else if (letter == '"') {
      in_string = true;
    } else if (letter == '{' || letter == '[') {
      ++depth;
    } else if (letter == '}' || letter == ']') {
      --depth;
    }
  }
  return in_string || depth > 0;
}

std::string count(std::size_t number) { return to_decimal(static_cast<long long>(number)); }

Error failure(std::string_view text, const Checker& checker) {
  const std::string length = count(text.size()) + " bytes";
  if (checker.too_deep())
    return {ErrorCode::answer_too_deep, "", "more than " + to_decimal(kMaxDepth) + " levels",
            "at most " + to_decimal(kMaxDepth) + " levels"};
  if (checker.error_at() >= text.size() && ends_inside(text))
    return {ErrorCode::cut_off, "", length + " that end inside of a value", "one whole JSON value"};
  if (checker.number_too_large())
    return {ErrorCode::not_json, "",
            "a number beyond the range of a double at byte " + count(checker.error_at()),
            "numbers that JavaScript can hold"};
  return {ErrorCode::not_json, "",
          length + " that stop being JSON at byte " + count(checker.error_at()), "one JSON value"};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace

Result<View> check(std::string_view text) {
  if (text.size() > kMaxBytes)
    return Error{ErrorCode::answer_too_large, "", count(text.size()) + " bytes",
                 "at most " + count(kMaxBytes) + " bytes"};
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  text = trimmed(text);
  // The library takes a NUL for the end of the text, and drops a second mark by itself.
  const auto nul = text.find('\0');
  if (nul != std::string_view::npos || text.starts_with(kByteOrderMark))
    return Error{ErrorCode::not_json, "",
                 nul == std::string_view::npos ? "a second byte-order mark"
                                               : "a NUL byte at byte " + count(nul + 1),
                 "one JSON value"};
  if (text.empty()) return Error{ErrorCode::empty_answer, "", "no text", "one JSON value"};
  Checker checker;
  const bool mend = has_surrogate_escape(text);
  const std::string mended = mend ? without_half_surrogates(text) : std::string();
  const std::string_view checked = mend ? std::string_view(mended) : text;
  if (nlohmann::json::sax_parse(checked.begin(), checked.end(), &checker)) return View(text);
  return failure(text, checker);
}

}  // namespace room_visitor::json

namespace room_visitor {

double Number::value() const { return json::nearest_double(text); }

}  // namespace room_visitor

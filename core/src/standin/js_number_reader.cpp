// The form is checked first, so that the conversion never sees what only it would take.
#include <algorithm>
#include <array>
#include <limits>

#include "standin/js_number.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

int digit_value(char letter) {
  if (is_digit(letter)) return letter - '0';
  if (letter >= 'a' && letter <= 'z') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'Z') return letter - 'A' + 10;
  return std::numeric_limits<int>::max();
}

std::string_view without_digits(std::string_view text) {
  const auto* end = std::find_if_not(text.begin(), text.end(), is_digit);
  return text.substr(static_cast<std::size_t>(end - text.begin()));
}

// Digits, a point with digits on at least one side, an exponent.
bool is_decimal(std::string_view text) {
  std::string_view rest = without_digits(text);
  std::size_t digits = text.size() - rest.size();
  if (!rest.empty() && rest.front() == '.') {
    const std::size_t before = rest.size();
    rest = without_digits(rest.substr(1));
    digits += before - rest.size() - 1;
  }
  if (digits == 0) return false;
  if (rest.empty()) return true;
  if (rest.front() != 'e' && rest.front() != 'E') return false;
  rest.remove_prefix(1);
  if (!rest.empty() && (rest.front() == '+' || rest.front() == '-')) rest.remove_prefix(1);
  return !rest.empty() && without_digits(rest).empty();
}

std::optional<double> in_base(std::string_view digits, int base) {
  double number = 0;
  for (const char letter : digits) {
    if (digit_value(letter) >= base) return {};
    number = number * base + digit_value(letter);
  }
  if (digits.empty()) return {};
  return number;
}

std::optional<int> prefixed_base(std::string_view text) {
  if (text.size() < 2 || text.front() != '0') return {};
  switch (text[1]) {
    case 'x':
    case 'X':
      return 16;
    case 'o':
    case 'O':
      return 8;
    case 'b':
    case 'B':
      return 2;
    default:
      return {};
  }
}

// White space and line ends, as the language counts them: those of Unicode too, in UTF-8.
constexpr std::string_view kSpaces[]{
    " ",      "\t",     "\n",     "\v",     "\f",     "\r",     "\u00a0", "\u1680", "\u2000",
    "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
    "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff"};

using IsAtEnd = bool (*)(std::string_view text, std::string_view space);

// The length of the white space at one end; 0 if there is none.
std::size_t space_at(std::string_view text, IsAtEnd is_at_end) {
  for (const std::string_view space : kSpaces)
    if (is_at_end(text, space)) return space.size();
  return 0;
}

bool is_first(std::string_view text, std::string_view space) { return text.starts_with(space); }
bool is_last(std::string_view text, std::string_view space) { return text.ends_with(space); }

std::string_view without_spaces(std::string_view text) {
  while (const std::size_t length = space_at(text, is_first)) text.remove_prefix(length);
  while (const std::size_t length = space_at(text, is_last)) text.remove_suffix(length);
  return text;
}

}  // namespace

std::optional<double> js_number(std::string_view text) {
  text = without_spaces(text);
  if (text.empty()) return 0;
  if (const auto base = prefixed_base(text)) return in_base(text.substr(2), *base);
  const bool has_sign = text.front() == '+' || text.front() == '-';
  const double sign = text.front() == '-' ? -1 : 1;
  if (has_sign) text.remove_prefix(1);
  if (text == "Infinity") return sign * std::numeric_limits<double>::infinity();
  if (!is_decimal(text)) return {};
  return sign * decimal_number(text);
}

}  // namespace room_visitor::standin

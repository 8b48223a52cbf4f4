#include "whole_number.h"

#include <limits>

namespace room_visitor {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

std::optional<long long> take_whole_number(std::string_view& rest) {
  using Magnitude = unsigned long long;
  constexpr Magnitude kLargest = std::numeric_limits<long long>::max();
  const bool is_negative = rest.starts_with('-');
  const Magnitude limit = is_negative ? kLargest + 1 : kLargest;
  std::string_view digits = rest.substr(is_negative ? 1 : 0);
  if (digits.empty() || !is_digit(digits.front())) return {};
  Magnitude number = 0;
  for (; !digits.empty() && is_digit(digits.front()); digits.remove_prefix(1)) {
    const auto digit = static_cast<Magnitude>(digits.front() - '0');
    if (number > (limit - digit) / 10) return {};
    number = number * 10 + digit;
  }
  rest = digits;
  return static_cast<long long>(is_negative ? 0 - number : number);
}

std::optional<long long> whole_number(std::string_view text) {
  const auto number = take_whole_number(text);
  return text.empty() ? number : std::nullopt;
}

std::string to_decimal(long long number) { return std::to_string(number); }

}  // namespace room_visitor

// Exact arithmetic, so that every number is read as the double nearest to it. Written out because
// the C library's own reading brings formatted input and long doubles with it: 20 KB of a module.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>

#include "standin/big_number.h"
#include "standin/js_number.h"

namespace room_visitor::standin {
namespace {

constexpr int kMantissaBits = 53;
constexpr int kSmallestExponent = -1074;
constexpr std::uint64_t kInfinity = std::uint64_t{0x7FF} << 52;
// No two neighbouring doubles have a middle with more digits than 767; of what follows it only
// matters whether there is anything.
constexpr std::size_t kMostDigits = 770;
// Numbers of this many digits before the point, or zeros after it, are infinite or zero.
constexpr std::int64_t kFarthestPoint = 400;
// Beyond these limits the numbers, or the powers of ten, are not exact in doubles.
constexpr std::size_t kExactDigits = 15;
constexpr std::size_t kExactPowers = 23;

// value = digits × 10^exponent
struct Decimal {
  std::string digits;  // without leading zeros
  std::int64_t exponent = 0;
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::int64_t read_exponent(std::string_view text) {
  const bool is_negative = text.front() == '-';
  if (!is_digit(text.front())) text.remove_prefix(1);
  constexpr std::int64_t kEnough = std::int64_t{1} << 50;
  std::int64_t value = 0;
  for (const char digit : text) value = std::min(value * 10 + (digit - '0'), kEnough);
  return is_negative ? -value : value;
}

Decimal read_decimal(std::string_view text) {
  Decimal decimal;
  bool is_fraction = false;
  bool has_more = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '.') {
      is_fraction = true;
      continue;
    }
    if (!is_digit(text[at])) {
      decimal.exponent += read_exponent(text.substr(at + 1));
      break;
    }
    const bool keep = decimal.digits.size() < kMostDigits;
    if (is_fraction) --decimal.exponent;
    if (!keep) {
      ++decimal.exponent;
      has_more = has_more || text[at] != '0';
    } else if (!decimal.digits.empty() || text[at] != '0') {
      decimal.digits += text[at];
    }
  }
  if (has_more) {
    decimal.digits += '1';
    --decimal.exponent;
  }
  return decimal;
}

BigNumber whole_of(std::string_view digits) {
  BigNumber whole(0);
  for (const char digit : digits) {
    whole.multiply(10);
    whole.add(BigNumber(static_cast<std::uint64_t>(digit - '0')));
  }
  return whole;
}

// The exponent x for which 2^(x-1) <= number / scale < 2^x.
int magnitude(BigNumber number, BigNumber scale) {
  const int guess = number.bits() - scale.bits();
  number.shift_left(std::max(-guess, 0));
  scale.shift_left(std::max(guess, 0));
  return number.compare(scale) < 0 ? guess : guess + 1;
}

// number / scale as the bits of the nearest double, ties to even. Neither is zero.
std::uint64_t nearest(BigNumber number, BigNumber scale) {
  const int exponent = std::max(magnitude(number, scale) - kMantissaBits, kSmallestExponent);
  number.shift_left(std::max(-exponent, 0));
  scale.shift_left(std::max(exponent, 0) + kMantissaBits - 1);
  std::uint64_t mantissa = 0;
  for (int bit = 0; bit < kMantissaBits; ++bit) {
    mantissa *= 2;
    if (number.compare(scale) >= 0) {
      number.subtract(scale);
      ++mantissa;
    }
    number.multiply(2);
  }
  const int rest = number.compare(scale);
  if (rest > 0 || (rest == 0 && mantissa % 2 == 1)) ++mantissa;
  // The first bit of a mantissa that has all its bits counts as one step of the exponent.
  const auto step = static_cast<std::uint64_t>(exponent - kSmallestExponent);
  return std::min((step << (kMantissaBits - 1)) + mantissa, kInfinity);
}

double exact(const Decimal& decimal) {
  constexpr std::array<double, kExactPowers> kPowers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  double whole = 0;
  for (const char digit : decimal.digits) whole = whole * 10 + (digit - '0');
  return decimal.exponent < 0 ? whole / kPowers[static_cast<std::size_t>(-decimal.exponent)]
                              : whole * kPowers[static_cast<std::size_t>(decimal.exponent)];
}

}  // namespace

double decimal_number(std::string_view text) {
  const Decimal decimal = read_decimal(text);
  const std::int64_t point = static_cast<std::int64_t>(decimal.digits.size()) + decimal.exponent;
  if (decimal.digits.empty() || point < -kFarthestPoint) return 0;
  if (point > kFarthestPoint) return std::numeric_limits<double>::infinity();
  constexpr std::int64_t kPower = kExactPowers - 1;
  if (decimal.digits.size() <= kExactDigits && decimal.exponent >= -kPower &&
      decimal.exponent <= kPower)
    return exact(decimal);
  BigNumber number = whole_of(decimal.digits);
  BigNumber scale(1);
  const int exponent = static_cast<int>(decimal.exponent);
  number.multiply_by_power(10, exponent);
  scale.multiply_by_power(10, -exponent);
  const std::uint64_t bits = nearest(std::move(number), std::move(scale));
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

}  // namespace room_visitor::standin

#include "json/decimal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace room_visitor::json {
namespace {

// A double half-way between two others has up to 768 digits; of more it matters only whether any of
// them is not zero.
constexpr std::size_t kMostDigits = 770;
// Numbers from 10^309 on are infinite, numbers below 10^-324 are zero.
constexpr std::int64_t kLargestExponent = 309;
constexpr std::int64_t kSmallestExponent = -323;
// More than any text can undo by its number of zeros.
constexpr std::int64_t kExponentLimit = 1'000'000'000;

// 0.DIGITS times ten to the power of `exponent`, without a sign; the first digit is not zero.
struct Decimal {
  std::string digits;
  std::int64_t exponent = 0;

  [[nodiscard]] std::int64_t power() const {
    return exponent - static_cast<std::int64_t>(digits.size());
  }
};

std::int64_t read_exponent(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  std::int64_t number = 0;
  for (const char letter : text)
    if (letter >= '0' && letter <= '9')
      number = std::min(number * 10 + (letter - '0'), kExponentLimit);
  return is_negative ? -number : number;
}

Decimal read(std::string_view number) {
  const std::size_t end = std::min(number.find_first_of("eE"), number.size());
  Decimal decimal;
  bool after_point = false;
  bool is_cut = false;
  for (const char letter : number.substr(0, end)) {
    if (letter == '.') after_point = true;
    if (letter < '0' || letter > '9') continue;
    const bool is_leading_zero = letter == '0' && decimal.digits.empty();
    if (is_leading_zero == after_point) decimal.exponent += after_point ? -1 : 1;
    if (is_leading_zero) continue;
    if (decimal.digits.size() < kMostDigits)
      decimal.digits += letter;
    else
      is_cut = is_cut || letter != '0';
  }
  if (is_cut) decimal.digits += '1';
  if (end < number.size()) decimal.exponent += read_exponent(number.substr(end + 1));
  return decimal;
}

// A whole number, large enough for 10^1100 and the digits of any Decimal.
class BigNumber {
 public:
  void multiply_and_add(std::uint32_t factor, std::uint32_t summand) {
    std::uint64_t carry = summand;
    for (std::size_t i = 0; i < size_; ++i) {
      carry += std::uint64_t{parts_[i]} * factor;
      parts_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32u;
    }
    if (carry != 0) parts_[size_++] = static_cast<std::uint32_t>(carry);
  }

  void multiply_by_power_of_ten(std::int64_t exponent) {
    for (; exponent > 0; --exponent) multiply_and_add(10, 0);
  }

  void shift_left(std::int64_t bits) {
    for (; bits >= 16; bits -= 16) multiply_and_add(1u << 16u, 0);
    if (bits > 0) multiply_and_add(1u << static_cast<unsigned>(bits), 0);
  }

  // Subtracts `other` unless it is larger; tells whether it did.
  bool subtract_if_possible(const BigNumber& other) {
    if (is_less_than(other)) return false;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      const std::uint64_t taken = (i < other.size_ ? other.parts_[i] : 0) + borrow;
      borrow = parts_[i] < taken ? 1 : 0;
      parts_[i] = static_cast<std::uint32_t>(parts_[i] - taken);
    }
    while (size_ > 0 && parts_[size_ - 1] == 0) --size_;
    return true;
  }

  [[nodiscard]] bool is_zero() const { return size_ == 0; }

  [[nodiscard]] std::int64_t bits() const {
    std::int64_t count = static_cast<std::int64_t>(size_) * 32;
    for (std::uint32_t top = parts_[size_ - 1]; top < 1u << 31u; top <<= 1u) --count;
    return count;
  }

 private:
  [[nodiscard]] bool is_less_than(const BigNumber& other) const {
    if (size_ != other.size_) return size_ < other.size_;
    for (std::size_t i = size_; i-- > 0;)
      if (parts_[i] != other.parts_[i]) return parts_[i] < other.parts_[i];
    return false;
  }

  std::size_t size_ = 0;                    // no leading zeros
  std::array<std::uint32_t, 128> parts_{};  // least significant first
};

// Rounds `quotient` times 2^-shift, of which there is a rest or not, to the precision of doubles.
double rounded(std::uint64_t quotient, bool has_rest, std::int64_t shift) {
  constexpr int kPrecision = 53;
  constexpr std::int64_t kLastBit = 1074;
  std::int64_t dropped = std::max<std::int64_t>(shift - kLastBit, 1);
  while (quotient >> dropped >= std::uint64_t{1} << kPrecision) ++dropped;
  const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
  const std::uint64_t low = quotient & (2 * half - 1);
  std::uint64_t whole = quotient >> dropped;
  if (low > half || (low == half && (has_rest || whole % 2 == 1))) ++whole;
  return std::ldexp(static_cast<double>(whole), static_cast<int>(dropped - shift));
}

double convert(const Decimal& decimal) {
  BigNumber above;
  BigNumber below;
  for (const char digit : decimal.digits)
    above.multiply_and_add(10, static_cast<std::uint32_t>(digit - '0'));
  below.multiply_and_add(0, 1);
  above.multiply_by_power_of_ten(decimal.power());
  below.multiply_by_power_of_ten(-decimal.power());
  // The quotient gets 55 or 56 bits, fewer only where doubles have fewer.
  constexpr std::int64_t kQuotientBits = 55;
  constexpr std::int64_t kMostShift = 1075;
  const std::int64_t shift = std::min(kQuotientBits - above.bits() + below.bits(), kMostShift);
  above.shift_left(shift - kQuotientBits);
  below.shift_left(kQuotientBits - shift);
  std::uint64_t quotient = 0;
  for (std::int64_t bit = 0; bit <= kQuotientBits; ++bit) {
    quotient = quotient * 2 + (above.subtract_if_possible(below) ? 1 : 0);
    above.shift_left(1);
  }
  return rounded(quotient, !above.is_zero(), shift);
}

double size_of(const Decimal& decimal) {
  if (decimal.digits.empty() || decimal.exponent < kSmallestExponent) return 0;
  if (decimal.exponent > kLargestExponent) return std::numeric_limits<double>::infinity();
  return convert(decimal);
}

}  // namespace

double nearest_double(std::string_view number) {
  const double size = size_of(read(number));
  return number.starts_with('-') ? -size : size;
}

bool exceeds_doubles(std::string_view number) {
  const Decimal decimal = read(number);
  return decimal.exponent >= kLargestExponent && std::isinf(size_of(decimal));
}

}  // namespace room_visitor::json

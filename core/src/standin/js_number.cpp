// The digits come from exact arithmetic on big integers (Steele and White; Burger and Dybvig): the
// compilers in use have no shortest conversion of doubles, and "nearly always shortest" is not the
// same text.
#include "standin/js_number.h"

#include <cmath>
#include <cstdint>
#include <cstring>

#include "standin/big_number.h"

namespace room_visitor::standin {
namespace {

constexpr int kMantissaBits = 52;
constexpr std::uint64_t kHiddenBit = std::uint64_t{1} << kMantissaBits;
constexpr int kSmallestExponent = -1074;
// From these powers of ten on the text uses an exponent.
constexpr int kMostWholeDigits = 21;
constexpr int kMostLeadingZeros = 6;

int compare_sum(BigNumber left, const BigNumber& right, const BigNumber& total) {
  left.add(right);
  return left.compare(total);
}

// value = rest / scale; everything within `below` and `above` of it (over scale) reads back as it.
struct Fraction {
  BigNumber rest;
  BigNumber scale;
  BigNumber below;
  BigNumber above;
  bool reads_back_at_bounds;
};

Fraction to_fraction(std::uint64_t mantissa, int exponent) {
  // At a power of two the neighbour below is half as far away as the one above.
  const bool uneven = mantissa == kHiddenBit && exponent > kSmallestExponent;
  const int extra = uneven ? 2 : 1;
  Fraction fraction{BigNumber(mantissa), BigNumber(1), BigNumber(1), BigNumber(1),
                    mantissa % 2 == 0};
  fraction.rest.shift_left(extra + (exponent > 0 ? exponent : 0));
  fraction.scale.shift_left(extra + (exponent < 0 ? -exponent : 0));
  fraction.below.shift_left(exponent > 0 ? exponent : 0);
  fraction.above.shift_left((exponent > 0 ? exponent : 0) + (uneven ? 1 : 0));
  return fraction;
}

bool reaches_one(const Fraction& fraction) {
  const int order = compare_sum(fraction.rest, fraction.above, fraction.scale);
  return fraction.reads_back_at_bounds ? order >= 0 : order > 0;
}

void times_ten(Fraction& fraction) {
  fraction.rest.multiply(10);
  fraction.below.multiply(10);
  fraction.above.multiply(10);
}

struct Digits {
  std::string text;  // without leading or trailing zeros
  int point = 0;     // value = 0.text × 10^point
};

std::string generate(Fraction& fraction) {
  std::string text;
  for (;;) {
    times_ten(fraction);
    int digit = 0;
    for (; fraction.rest.compare(fraction.scale) >= 0; ++digit)
      fraction.rest.subtract(fraction.scale);
    const int low_order = fraction.rest.compare(fraction.below);
    const bool low = fraction.reads_back_at_bounds ? low_order <= 0 : low_order < 0;
    const bool high = reaches_one(fraction);
    if (low || high) {
      const bool nearer_above = compare_sum(fraction.rest, fraction.rest, fraction.scale) > 0;
      if (high && (!low || nearer_above)) ++digit;
      return text += static_cast<char>('0' + digit);
    }
    text += static_cast<char>('0' + digit);
  }
}

Digits shortest_digits(double number) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &number, sizeof bits);
  const int biased = static_cast<int>(bits >> kMantissaBits & 0x7FF);
  const std::uint64_t stored = bits & (kHiddenBit - 1);
  Fraction fraction = to_fraction(biased == 0 ? stored : stored + kHiddenBit,
                                  biased == 0 ? kSmallestExponent : biased - 1 + kSmallestExponent);
  // A guess that is never too large and at most one too small.
  int point = static_cast<int>(std::ceil(std::log10(number) - 1e-10));
  fraction.scale.multiply_by_power(10, point);
  for (int i = point; i < 0; ++i) times_ten(fraction);
  if (reaches_one(fraction)) {
    ++point;
    fraction.scale.multiply(10);
  }
  return {generate(fraction), point};
}

std::string zeros(int count) { return std::string(static_cast<std::size_t>(count), '0'); }

std::string with_exponent(const Digits& digits) {
  std::string text = digits.text.substr(0, 1);
  if (digits.text.size() > 1) text.append(".").append(digits.text, 1);
  const int exponent = digits.point - 1;
  return text + (exponent < 0 ? "e-" : "e+") + std::to_string(exponent < 0 ? -exponent : exponent);
}

std::string positive_text(double number) {
  const Digits digits = shortest_digits(number);
  const int length = static_cast<int>(digits.text.size());
  if (digits.point > kMostWholeDigits || digits.point <= -kMostLeadingZeros)
    return with_exponent(digits);
  if (digits.point <= 0) return "0." + zeros(-digits.point) + digits.text;
  if (digits.point >= length) return digits.text + zeros(digits.point - length);
  const auto point = static_cast<std::size_t>(digits.point);
  return digits.text.substr(0, point) + "." + digits.text.substr(point);
}

}  // namespace

std::string js_number_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (number == 0) return "0";
  const std::string sign = number < 0 ? "-" : "";
  if (std::isinf(number)) return sign + "Infinity";
  return sign + positive_text(std::fabs(number));
}

}  // namespace room_visitor::standin

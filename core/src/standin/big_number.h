// Whole numbers of any size, with what the conversion of doubles to decimal digits and back takes:
//   BigNumber number(3);
//   number.multiply_by_power(10, 40);
#ifndef ROOM_VISITOR_SRC_STANDIN_BIG_NUMBER_H
#define ROOM_VISITOR_SRC_STANDIN_BIG_NUMBER_H

#include <cstddef>
#include <cstdint>
#include <vector>

namespace room_visitor::standin {

class BigNumber {
 public:
  explicit BigNumber(std::uint64_t value) {
    for (; value != 0; value >>= 32) parts_.push_back(static_cast<std::uint32_t>(value));
  }

  void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (std::uint32_t& part : parts_) {
      carry += std::uint64_t{part} * factor;
      part = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) parts_.push_back(static_cast<std::uint32_t>(carry));
  }

  void multiply_by_power(std::uint32_t base, int exponent) {
    for (int i = 0; i < exponent; ++i) multiply(base);
  }

  void shift_left(int bits) {
    if (!parts_.empty())
      parts_.insert(parts_.begin(), static_cast<std::size_t>(bits / 32), std::uint32_t{0});
    multiply(std::uint32_t{1} << bits % 32);
  }

  void add(const BigNumber& other) {
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < parts_.size() || i < other.parts_.size() || carry != 0; ++i) {
      if (i == parts_.size()) parts_.push_back(0);
      carry += std::uint64_t{parts_[i]} + other.part(i);
      parts_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  // `other` is not larger.
  void subtract(const BigNumber& other) {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const std::uint64_t taken = other.part(i) + borrow;
      borrow = parts_[i] < taken ? 1 : 0;
      parts_[i] = static_cast<std::uint32_t>(parts_[i] - taken);
    }
    while (!parts_.empty() && parts_.back() == 0) parts_.pop_back();
  }

  // Less than, equal to or greater than 0, as the two numbers compare.
  [[nodiscard]] int compare(const BigNumber& other) const {
    if (parts_.size() != other.parts_.size()) return parts_.size() < other.parts_.size() ? -1 : 1;
    for (std::size_t i = parts_.size(); i-- > 0;)
      if (parts_[i] != other.parts_[i]) return parts_[i] < other.parts_[i] ? -1 : 1;
    return 0;
  }

  [[nodiscard]] int bits() const {
    if (parts_.empty()) return 0;
    int count = static_cast<int>(parts_.size() - 1) * 32;
    for (std::uint32_t top = parts_.back(); top != 0; top >>= 1) ++count;
    return count;
  }

 private:
  [[nodiscard]] std::uint64_t part(std::size_t at) const {
    return at < parts_.size() ? parts_[at] : 0;
  }

  std::vector<std::uint32_t> parts_;  // least significant first, no leading zeros
};

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_BIG_NUMBER_H

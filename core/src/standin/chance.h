// The workspace's own chance: equal seeds give equal numbers on every platform.
#ifndef ROOM_VISITOR_SRC_STANDIN_CHANCE_H
#define ROOM_VISITOR_SRC_STANDIN_CHANCE_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace room_visitor::standin {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  /// A whole number from `least` to `most`, both included.
  [[nodiscard]] int between(int least, int most) {
    const auto range = static_cast<std::uint64_t>(most - least) + 1;
    return least + static_cast<int>(next() % range);
  }

  [[nodiscard]] std::string text(std::string_view alphabet, std::size_t length) {
    std::string drawn;
    while (drawn.size() < length) drawn += alphabet[next() % alphabet.size()];
    return drawn;
  }

  /// Room, message and subscription ids: 17 characters (docs/wire.md section 12).
  [[nodiscard]] std::string random_id() {
    return text("23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz", 17);
  }

  /// Visitor ids from 5.0 on.
  [[nodiscard]] std::string object_id() { return text(kHexDigits, 24); }

  /// Login tokens.
  [[nodiscard]] std::string secret() {
    return text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 43);
  }

  /// Where it has got to, as 16 hexadecimal digits, and back.
  [[nodiscard]] std::string position() const {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += kHexDigits[state_ >> shift & 15];
    return text;
  }
  [[nodiscard]] static std::optional<std::uint64_t> read_position(std::string_view text) {
    constexpr std::size_t kLength = 16;
    std::uint64_t position = 0;
    for (const char letter : text) {
      const std::size_t digit = kHexDigits.find(letter);
      if (digit == std::string_view::npos) return {};
      position = position << 4 | digit;
    }
    if (text.size() != kLength) return {};
    return position;
  }

 private:
  static constexpr std::string_view kHexDigits = "0123456789abcdef";

  // SplitMix64 (Steele, Lea and Flood, 2014).
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
    return mixed ^ mixed >> 31;
  }

  std::uint64_t state_;
};

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_CHANCE_H

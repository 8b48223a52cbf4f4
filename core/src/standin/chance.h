// The workspace's own chance: equal seeds give equal numbers on every platform.
#ifndef ROOM_VISITOR_SRC_STANDIN_CHANCE_H
#define ROOM_VISITOR_SRC_STANDIN_CHANCE_H

#include <cstddef>
#include <cstdint>
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
  [[nodiscard]] std::string object_id() { return text("0123456789abcdef", 24); }

  /// Login tokens.
  [[nodiscard]] std::string secret() {
    return text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 43);
  }

 private:
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

// Visitors and rooms made on demand, up to a million rooms: each is a function of the seed and its
// index, so that nothing is kept but what was changed. Index 0 is the newest; every id leads back
// to its index.
#ifndef ROOM_VISITOR_SRC_STANDIN_GENERATOR_H
#define ROOM_VISITOR_SRC_STANDIN_GENERATOR_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/time.h"
#include "standin/json.h"

namespace room_visitor::standin {

inline constexpr std::size_t kMostGeneratedRooms = 1'000'000;
/// Between the beginnings of two rooms, if nothing else is asked for.
inline constexpr Millis kGeneratedStep = 60'000;

struct GeneratorOptions {
  std::uint32_t seed = 1;
  std::size_t rooms = 0;
  Millis step = kGeneratedStep;

  bool operator==(const GeneratorOptions&) const = default;
};

/// A user who may serve generated rooms.
struct GeneratedAgent {
  std::string id;
  std::string username;
};

/// What can be said of a room without writing it out.
struct RoomFacts {
  Millis started = 0;
  Millis closed = 0;  ///< 0: still open
  bool on_hold = false;
  std::optional<std::size_t> agent;  ///< nobody: still in the queue
  std::optional<std::size_t> department;
  std::size_t visitor = 0;
  int messages = 0;
  std::uint64_t noise = 0;  ///< for what else differs from room to room
};

class Generator {
 public:
  Generator() = default;
  Generator(const GeneratorOptions& options, std::vector<GeneratedAgent> agents,
            std::vector<std::string> departments);

  [[nodiscard]] const GeneratorOptions& options() const { return options_; }
  [[nodiscard]] std::size_t rooms() const { return options_.rooms; }
  [[nodiscard]] std::size_t visitors() const;
  /// No room from this index on is open.
  [[nodiscard]] std::size_t may_be_open() const;
  [[nodiscard]] const std::vector<GeneratedAgent>& agents() const { return agents_; }
  [[nodiscard]] const std::vector<std::string>& departments() const { return departments_; }

  // What an id, a token and so on stands for; nothing if it is of no generated document.
  [[nodiscard]] std::optional<std::size_t> room_index(std::string_view rid) const;
  [[nodiscard]] std::optional<std::size_t> room_of_inquiry(std::string_view inquiry_id) const;
  [[nodiscard]] std::optional<std::size_t> visitor_index(std::string_view id) const;
  [[nodiscard]] std::optional<std::size_t> visitor_of_token(std::string_view token) const;
  [[nodiscard]] std::optional<std::size_t> visitor_of_username(std::string_view username) const;
  [[nodiscard]] std::optional<std::size_t> visitor_of_phone(std::string_view number) const;
  [[nodiscard]] std::optional<std::size_t> visitor_of_email(std::string_view address) const;

  [[nodiscard]] RoomFacts facts(std::size_t room) const;
  [[nodiscard]] Millis started(std::size_t room) const;
  [[nodiscard]] std::string room_id(std::size_t room) const;
  [[nodiscard]] std::string inquiry_id(std::size_t room) const;
  [[nodiscard]] std::string subscription_id(std::size_t room) const;
  /// Newest first.
  [[nodiscard]] std::vector<std::size_t> rooms_of(std::size_t visitor) const;
  [[nodiscard]] std::vector<std::string_view> tags(const RoomFacts& facts) const;

  /// Empty for visitors who gave no name.
  [[nodiscard]] std::string visitor_name(std::size_t visitor) const;
  [[nodiscard]] std::string visitor_username(std::size_t visitor) const;
  [[nodiscard]] std::string visitor_id(std::size_t visitor) const;
  [[nodiscard]] Millis visitor_started(std::size_t visitor) const;

  [[nodiscard]] Json room(std::size_t room) const;
  [[nodiscard]] Json visitor(std::size_t visitor) const;
  /// Of open rooms only.
  [[nodiscard]] std::optional<Json> inquiry(std::size_t room) const;
  /// Oldest first.
  [[nodiscard]] std::vector<Json> messages(std::size_t room) const;

 private:
  enum class Tag : std::uint64_t { room = 1, visitor, token, inquiry, subscription, message };

  [[nodiscard]] std::uint64_t noise(Tag tag, std::uint64_t number) const;
  [[nodiscard]] std::uint64_t scrambled(Tag tag, std::uint64_t number) const;
  [[nodiscard]] std::uint64_t unscrambled(Tag tag, std::uint64_t value) const;
  [[nodiscard]] std::string short_id(Tag tag, std::uint64_t number) const;
  [[nodiscard]] std::optional<std::uint64_t> number_of(Tag tag, std::string_view short_id) const;
  [[nodiscard]] std::string hex_text(Tag tag, std::uint64_t number, std::size_t length) const;
  [[nodiscard]] std::optional<std::size_t> visitor_of_hex(Tag tag, std::string_view text) const;
  [[nodiscard]] std::optional<std::size_t> known_visitor(std::optional<std::uint64_t> number) const;
  [[nodiscard]] std::string visitor_token(std::size_t visitor) const;
  [[nodiscard]] std::string email(std::size_t visitor) const;
  [[nodiscard]] std::string phone(std::size_t visitor) const;
  [[nodiscard]] Json short_visitor(std::size_t visitor) const;
  [[nodiscard]] Json message(std::size_t room, int number, const RoomFacts& facts) const;

  GeneratorOptions options_;
  std::vector<GeneratedAgent> agents_;
  std::vector<std::string> departments_;
};

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_GENERATOR_H

// Reading JSON: a check of a whole text, and views into a text that has passed it. Views are slices
// of the source, so that what is kept is kept to the letter; nlohmann/json decides what is JSON.
#ifndef ROOM_VISITOR_SRC_JSON_JSON_VIEW_H
#define ROOM_VISITOR_SRC_JSON_JSON_VIEW_H

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/result.h"

namespace room_visitor::json {

enum class Kind { object, array, string, number, boolean, null };

/// "an object", "a string", …
[[nodiscard]] std::string_view name_of(Kind kind);

/// One value inside of a checked text. Valid as long as the text is.
class View {
 public:
  /// `text` must be a value inside of a text that check() has accepted, without white space around.
  explicit View(std::string_view text) : text_(text) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Kind kind() const;

  /// The member of that name, the last one if there are several; nothing if this is not an object.
  [[nodiscard]] std::optional<View> member(std::string_view key) const;

  /// The decoded string; nothing if this is not a string. Half a surrogate pair becomes the three
  /// bytes that UTF-8 would give it, so that encode_string writes the same escape again.
  [[nodiscard]] std::optional<std::string> string() const;
  [[nodiscard]] std::optional<bool> boolean() const;

  /// Calls `take(key, value)` for each member in order. No call if this is not an object.
  template <class Take>
  void for_each_member(Take take) const;

  /// Calls `take(value)` for each element in order. No call if this is not an array.
  template <class Take>
  void for_each_element(Take take) const;

 private:
  std::string_view text_;
};

struct Member {
  std::string key;
  View value;
};

/// Keys with the place of something. One type for all look-ups by key: each further instantiation
/// of a map costs the module half a kilobyte.
using KeyIndex = std::map<std::string_view, std::size_t>;

/// The members of an object in their order, each name once: of duplicates the last one counts, as
/// in the server. Empty if `view` is not an object.
[[nodiscard]] std::vector<Member> last_members(View view);

/// Checks that `text` is one JSON value, UTF-8, at most kMaxDepth deep and kMaxBytes long, after an
/// optional byte-order mark. Errors: empty_answer, not_json, cut_off, answer_too_deep,
/// answer_too_large. The work is proportional to the length.
[[nodiscard]] Result<View> check(std::string_view text);

// A room is one MongoDB document, at most 16 MiB; escapes can double that.
inline constexpr std::size_t kMaxBytes = 32u << 20u;
// The driver of the server's database allows 100 levels; five times that leaves room for wrappers.
inline constexpr int kMaxDepth = 512;

/// The string's decoded text; `quoted` is a JSON string with its quotes.
[[nodiscard]] std::string decode_string(std::string_view quoted);

/// The value at the front of `text`, which must be inside of a checked text.
[[nodiscard]] std::string_view first_value(std::string_view text);

/// Walks over the values of an object's or array's text.
class Cursor {
 public:
  explicit Cursor(std::string_view container) : rest_(container.substr(1)) { skip_space(); }

  [[nodiscard]] bool at_end() const { return rest_.front() == ']' || rest_.front() == '}'; }
  /// Takes one value and what separates it from the next.
  [[nodiscard]] std::string_view take_value();

 private:
  void skip_space();
  std::string_view rest_;
};

template <class Take>
void View::for_each_member(Take take) const {
  if (kind() != Kind::object) return;
  for (Cursor cursor(text_); !cursor.at_end();) {
    const std::string key = decode_string(cursor.take_value());
    take(std::string_view(key), View(cursor.take_value()));
  }
}

template <class Take>
void View::for_each_element(Take take) const {
  if (kind() != Kind::array) return;
  for (Cursor cursor(text_); !cursor.at_end();) take(View(cursor.take_value()));
}

}  // namespace room_visitor::json

#endif  // ROOM_VISITOR_SRC_JSON_JSON_VIEW_H

// Writing JSON: compact text, members in the order in which they are added.
//
//   ObjectWriter object;
//   object.add("rid", string_value("a1")).add("ok", "true");
//   object.text();  // {"rid":"a1","ok":true}
#ifndef ROOM_VISITOR_SRC_JSON_JSON_WRITER_H
#define ROOM_VISITOR_SRC_JSON_JSON_WRITER_H

#include <string>
#include <string_view>

namespace room_visitor::json {

/// The JSON string of a text, quotes included. What is not UTF-8 becomes U+FFFD, but half a
/// surrogate pair (as json::decode_string gives it) becomes its escape again.
[[nodiscard]] std::string string_value(std::string_view text);

/// A whole number, at most 2^53 from zero; null for anything else.
[[nodiscard]] std::string whole_number_value(double number);

class ObjectWriter {
 public:
  /// Adds a member; `value` is JSON text.
  ObjectWriter& add(std::string_view key, std::string_view value);
  /// Adds a member whose value is a string.
  ObjectWriter& add_string(std::string_view key, std::string_view value);
  [[nodiscard]] std::string text() const { return text_ + "}"; }

 private:
  std::string text_ = "{";
};

class ArrayWriter {
 public:
  /// Adds an element; `value` is JSON text.
  ArrayWriter& add(std::string_view value);
  [[nodiscard]] std::string text() const { return text_ + "]"; }

 private:
  std::string text_ = "[";
};

}  // namespace room_visitor::json

#endif  // ROOM_VISITOR_SRC_JSON_JSON_WRITER_H

// Writing JSON: compact text, in the order in which it is added, all of it into one buffer.
//
//   Writer writer;
//   writer.object().text("rid", "a1").flag("ok",
//   true).name("tags").array().string("b").end_array(); writer.end_object().take();  //
//   {"rid":"a1","ok":true,"tags":["b"]}
//
// Every function is out of line and takes names as one word: written in many places, each of them
// small.
#ifndef ROOM_VISITOR_SRC_JSON_JSON_WRITER_H
#define ROOM_VISITOR_SRC_JSON_JSON_WRITER_H

#include <string>
#include <string_view>
#include <utility>

namespace room_visitor::json {

/// The JSON string of a text, quotes included. What is not UTF-8 becomes U+FFFD, but half a
/// surrogate pair (as json::decode_string gives it) becomes its escape again.
[[nodiscard]] std::string string_value(std::string_view text);

/// Commas come by themselves. Names and values have to alternate in objects.
class Writer {
 public:
  // The name of a member, whose value comes next.
  Writer& name(const char* key);
  Writer& name_of_any(std::string_view key);

  // A value: an element, or that of the member just named.
  Writer& json(std::string_view value);
  Writer& string(std::string_view value);
  Writer& object();
  Writer& end_object();
  Writer& array();
  Writer& end_array();

  // A member with its value.
  Writer& text(const char* key, const std::string& value);
  Writer& text(const char* key, const char* value);
  Writer& text(const char* key, std::string_view value);
  Writer& text_or_null(const char* key, const std::string* value);
  Writer& flag(const char* key, bool value);
  /// A whole number, at most 2^53 from zero; null for anything else.
  Writer& number(const char* key, double value);
  Writer& null(const char* key);

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void separate();

  std::string text_;
};

}  // namespace room_visitor::json

#endif  // ROOM_VISITOR_SRC_JSON_JSON_WRITER_H

// The only place that includes nlohmann/json. It lives in a namespace of our own, so that an
// application's copy, of another version or with exceptions, can be linked beside it.
// With exceptions off, whatever would throw aborts: only the calls that cannot throw are used:
// `parse(…, nullptr, false)`, `sax_parse`, `find`, `dump(…, error_handler_t::replace)`, `get_ptr`.
#ifndef ROOM_VISITOR_SRC_JSON_NLOHMANN_H
#define ROOM_VISITOR_SRC_JSON_NLOHMANN_H

#ifdef INCLUDE_NLOHMANN_JSON_HPP_
#error "include this file instead of nlohmann/json.hpp"
#endif

#define NLOHMANN_JSON_NAMESPACE nlohmann::room_visitor_private
#define NLOHMANN_JSON_NAMESPACE_BEGIN \
  namespace nlohmann {                \
  inline namespace room_visitor_private {
#define NLOHMANN_JSON_NAMESPACE_END \
  }                                 \
  }
#define JSON_NO_IO 1

#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "json/decimal.h"

// Of the parser that checks texts, the module does without two things. The library's own error
// messages are never shown, ours say where a text stops being JSON; composing them takes formatted
// printing. Of a number it matters only whether a double can hold it; reading it by the C library
// takes the arithmetic of long doubles. What is JSON, the parser decides as it stands.
namespace nlohmann {
inline namespace room_visitor_private {
namespace detail {
using CheckedInput = iterator_input_adapter<std::string_view::const_iterator>;
template <>
inline std::string lexer<json, CheckedInput>::get_token_string() const {
  return {};
}
template <>
inline std::string parser<json, CheckedInput>::exception_message(token_type, const std::string&) {
  return {};
}
template <>
inline parse_error parse_error::create(int id, const position_t& at, const std::string&,
                                       std::nullptr_t) {
  return {id, at.chars_read_total, ""};
}
template <>
inline out_of_range out_of_range::create(int id, const std::string&, std::nullptr_t) {
  return {id, ""};
}
template <>
inline void lexer<json, CheckedInput>::strtof(double& number, const char* text,
                                              char** end) noexcept {
  const std::string_view token(text);
  number = room_visitor::json::exceeds_doubles(token) ? std::numeric_limits<double>::infinity() : 0;
  *end = const_cast<char*>(text + token.size());
}
}  // namespace detail
}  // namespace room_visitor_private
}  // namespace nlohmann

#endif  // ROOM_VISITOR_SRC_JSON_NLOHMANN_H

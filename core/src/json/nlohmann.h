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

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// The library's own error messages are never shown: ours say where a text stops being JSON. Left
// out of the parser that checks texts, they save the module formatted printing and 4 KB gzipped.
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
}  // namespace detail
}  // namespace room_visitor_private
}  // namespace nlohmann

#endif  // ROOM_VISITOR_SRC_JSON_NLOHMANN_H

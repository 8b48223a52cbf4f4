#include "room_visitor/error_code.h"

#include <array>
#include <cstddef>

#include "room_visitor/result.h"

namespace room_visitor {
namespace {

constexpr std::array kTable{
#define ROOM_VISITOR_ROW(code, family, what, remedy) \
  ErrorInfo{ErrorCode::code, ErrorFamily::family, #code, what, remedy},
    ROOM_VISITOR_ERRORS(ROOM_VISITOR_ROW)
#undef ROOM_VISITOR_ROW
};

}  // namespace

const ErrorInfo& error_info(ErrorCode code) { return kTable[static_cast<std::size_t>(code)]; }

std::span<const ErrorInfo> error_table() { return kTable; }

std::string_view to_text(ErrorFamily family) {
  switch (family) {
    case ErrorFamily::caller:
      return "caller";
    case ErrorFamily::server:
      return "server";
    case ErrorFamily::world:
      return "world";
  }
  return "world";
}

std::string to_text(const Error& error) {
  const ErrorInfo& info = error_info(error.code);
  std::string text(info.what);
  if (!error.path.empty()) text += " At " + error.path + ".";
  if (!error.found.empty()) text += " Found: " + error.found + ".";
  if (!error.expected.empty()) text += " Expected: " + error.expected + ".";
  return text.append(" ").append(info.remedy);
}

}  // namespace room_visitor

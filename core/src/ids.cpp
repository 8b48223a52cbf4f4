#include "room_visitor/ids.h"

#include <algorithm>

namespace room_visitor {
namespace {

// The alphabet of the server's random ids: no 0 1, no I O U V, no l (docs/wire.md section 12).
constexpr std::string_view kRandomAlphabet =
    "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::size_t kRandomLength = 17;
constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::size_t kObjectIdLength = 24;

bool consists_of(std::string_view text, std::string_view alphabet) {
  return text.find_first_not_of(alphabet) == std::string_view::npos;
}

}  // namespace

IdForm id_form(std::string_view id) {
  if (id.size() == kRandomLength && consists_of(id, kRandomAlphabet)) return IdForm::random;
  if (id.size() == kObjectIdLength && consists_of(id, kHexDigits)) return IdForm::object_id;
  return IdForm::other;
}

}  // namespace room_visitor

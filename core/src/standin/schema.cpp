#include "standin/schema.h"

#include <algorithm>

#include "standin/js_number.h"

namespace room_visitor::standin {
namespace {

// A number or boolean as text, null as empty text; nothing for lists and objects.
std::optional<std::string> coerced_text(const Json& value) {
  if (value.is_null()) return "";
  if (const auto* text = value.get_ptr<const std::string*>()) return *text;
  if (const auto* flag = value.get_ptr<const bool*>()) return *flag ? "true" : "false";
  if (const auto* whole = value.get_ptr<const Json::number_integer_t*>())
    return std::to_string(*whole);
  if (const auto* number = value.get_ptr<const Json::number_float_t*>())
    return js_number_text(*number);
  return {};
}

}  // namespace

std::optional<std::string> check_string_members(Json& value, StringMembers members) {
  const auto* own = value.get_ptr<const Json::object_t*>();
  if (own == nullptr) return "must be object";
  for (const std::string_view name : members)
    if (member(value, name) == nullptr)
      return "must have required property '" + std::string(name) + "'";
  const bool has_others = std::any_of(own->begin(), own->end(), [&](const auto& entry) {
    return std::find(members.begin(), members.end(), entry.first) == members.end();
  });
  if (has_others) return "must NOT have additional properties";
  for (const std::string_view name : members) {
    auto text = coerced_text(*member(value, name));
    if (!text) return "must be string";
    *member(value, name) = std::move(*text);
  }
  return {};
}

}  // namespace room_visitor::standin

#include "standin/exact_check.h"

#include <algorithm>

namespace room_visitor::standin {

std::optional<CheckFailure> check_exactly(const Json& value, StringMembers members) {
  const auto* own = value.get_ptr<const Json::object_t*>();
  if (own == nullptr) return CheckFailure{"Expected plain object", ""};
  for (const auto& [key, item] : *own) {
    if (std::find(members.begin(), members.end(), key) == members.end())
      return CheckFailure{"Unknown key", key};
    if (!item.is_string())
      return CheckFailure{"Expected string, got " + std::string(type_of(item)), key};
  }
  for (const std::string_view name : members)
    if (member(value, name) == nullptr)
      return CheckFailure{"Missing key '" + std::string(name) + "'", ""};
  return {};
}

std::string to_text(const CheckFailure& failure) {
  std::string text = "Match error: " + failure.message;
  return failure.path.empty() ? text : text.append(" in field ").append(failure.path);
}

std::string_view type_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_string()) return "string";
  if (value.is_boolean()) return "boolean";
  return value.is_number() ? "number" : "object";
}

}  // namespace room_visitor::standin

#include "standin/exact_check.h"

#include <algorithm>

namespace room_visitor::standin {

namespace {

std::string_view name_of(Kind kind) {
  if (kind == Kind::text) return "string";
  if (kind == Kind::number) return "number";
  return kind == Kind::boolean ? "boolean" : "object";
}

const Property* find_property(const Schema& schema, std::string_view name) {
  const auto found = std::find_if(schema.properties.begin(), schema.properties.end(),
                                  [&](const Property& own) { return own.name == name; });
  return found == schema.properties.end() ? nullptr : &*found;
}

std::optional<CheckFailure> check_item(const Json& item, const Property& property) {
  const Schema& schema = *property.schema;
  if (schema.kind == Kind::any || (schema.null == Null::accepted && item.is_null())) return {};
  if (type_of(item) == name_of(schema.kind)) return {};
  return CheckFailure{
      "Expected " + std::string(name_of(schema.kind)) + ", got " + std::string(type_of(item)),
      std::string(property.name)};
}

}  // namespace

std::optional<CheckFailure> check_exactly(const Json& value, const Schema& schema) {
  const auto* own = value.get_ptr<const Json::object_t*>();
  if (own == nullptr) return CheckFailure{"Expected plain object", ""};
  for (const auto& [key, item] : *own) {
    const Property* property = find_property(schema, key);
    if (property == nullptr && schema.others == Others::refused)
      return CheckFailure{"Unknown key", key};
    if (property == nullptr) continue;
    if (auto problem = check_item(item, *property)) return problem;
  }
  for (const Property& property : schema.properties)
    if (property.need == Need::required && member(value, property.name) == nullptr)
      return CheckFailure{"Missing key '" + std::string(property.name) + "'", ""};
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

#include "standin/schema.h"

#include <algorithm>

#include "standin/js_number.h"
#include "standin/text_index.h"

namespace room_visitor::standin {
namespace {

using Finding = std::optional<std::string>;

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "string";
    case Kind::number:
      return "number";
    case Kind::boolean:
      return "boolean";
    case Kind::list:
      return "array";
    case Kind::object:
    case Kind::any:
      return "object";
  }
  return "";
}

bool is_of(const Json& value, Kind kind) {
  switch (kind) {
    case Kind::text:
      return value.is_string();
    case Kind::number:
      return value.is_number();
    case Kind::boolean:
      return value.is_boolean();
    case Kind::list:
      return value.is_array();
    case Kind::object:
      return value.is_object();
    case Kind::any:
      return true;
  }
  return false;
}

std::optional<Json> as_text(const Json& value) {
  if (value.is_null()) return "";
  if (const auto* flag = value.get_ptr<const bool*>()) return *flag ? "true" : "false";
  if (const auto* whole = value.get_ptr<const Json::number_integer_t*>())
    return std::to_string(*whole);
  if (const auto* number = value.get_ptr<const Json::number_float_t*>())
    return js_number_text(*number);
  return {};
}

std::optional<Json> as_number(const Json& value) {
  if (value.is_null()) return 0;
  if (const auto* flag = value.get_ptr<const bool*>()) return *flag ? 1 : 0;
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr || text->empty()) return {};
  const std::optional<double> number = js_number(*text);
  if (!number) return {};
  return *number;
}

bool is_number(const Json& value, double wanted) {
  const auto* whole = value.get_ptr<const Json::number_integer_t*>();
  if (whole != nullptr) return static_cast<double>(*whole) == wanted;
  const auto* number = value.get_ptr<const Json::number_float_t*>();
  return number != nullptr && *number == wanted;
}

std::optional<Json> as_boolean(const Json& value) {
  if (value.is_null() || is_text(value, "false") || is_number(value, 0)) return false;
  if (is_text(value, "true") || is_number(value, 1)) return true;
  return {};
}

std::optional<Json> coerced(const Json& value, Kind kind) {
  if (kind == Kind::text) return as_text(value);
  if (kind == Kind::number) return as_number(value);
  if (kind == Kind::boolean) return as_boolean(value);
  return {};
}

// What stands for nothing where nothing is allowed.
bool is_nothing(const Json& value) {
  return is_text(value, "") || is_flag(value, false) || is_number(value, 0);
}

Finding check_type(Json& value, const Schema& schema) {
  if (is_of(value, schema.kind)) return {};
  const bool may_be_null = schema.null == Null::accepted;
  if (may_be_null && value.is_null()) return {};
  if (auto wanted = coerced(value, schema.kind)) {
    value = std::move(*wanted);
    return {};
  }
  if (may_be_null && is_nothing(value)) {
    value = nullptr;
    return {};
  }
  return "must be " + std::string(name_of(schema.kind));
}

Finding check_alternatives(Json& value, std::span<const Schema> alternatives) {
  std::string all;
  for (const Schema& alternative : alternatives) {
    auto finding = check_schema(value, alternative);
    if (!finding) return {};
    all.append(*finding).append("\n ");
  }
  return all + "must match a schema in anyOf";
}

bool is_named(std::span<const Property> properties, const std::string& name) {
  return std::any_of(properties.begin(), properties.end(),
                     [&](const Property& property) { return property.name == name; });
}

Finding check_members(Json& value, const Schema& schema) {
  for (const Property& property : schema.properties)
    if (property.need == Need::required && member(value, property.name) == nullptr)
      return "must have required property '" + std::string(property.name) + "'";
  auto& members = *value.get_ptr<Json::object_t*>();
  if (schema.others == Others::refused &&
      std::any_of(members.begin(), members.end(),
                  [&](const auto& entry) { return !is_named(schema.properties, entry.first); }))
    return "must NOT have additional properties";
  for (const Property& property : schema.properties) {
    Json* own = member(value, property.name);
    if (own == nullptr) continue;
    if (auto finding = check_schema(*own, *property.schema)) return finding;
  }
  if (schema.each == nullptr) return {};
  for (auto& entry : members)
    if (auto finding = check_schema(entry.second, *schema.each)) return finding;
  return {};
}

// The validator looks from the end and names the later item first; it looks at texts only.
Finding check_equal_items(const Json::array_t& items) {
  TextIndex places;
  for (std::size_t i = items.size(); i-- > 0;) {
    const auto* text = items[i].get_ptr<const std::string*>();
    if (text == nullptr) continue;
    const auto [place, is_new] = places.add(*text, i);
    if (!is_new)
      return "must NOT have duplicate items (items ## " + std::to_string(place) + " and " +
             std::to_string(i) + " are identical)";
  }
  return {};
}

// Items are compared as they are after coercion: 12 and "12" are equal texts.
Finding check_items(Json& value, const Schema& schema) {
  auto& items = *value.get_ptr<Json::array_t*>();
  if (schema.each != nullptr)
    for (Json& item : items)
      if (auto finding = check_schema(item, *schema.each)) return finding;
  return schema.equals == Equals::refused ? check_equal_items(items) : Finding{};
}

}  // namespace

std::optional<std::string> check_schema(Json& value, const Schema& schema) {
  if (!schema.alternatives.empty()) return check_alternatives(value, schema.alternatives);
  if (auto finding = check_type(value, schema)) return finding;
  if (!schema.texts.empty() &&
      std::none_of(schema.texts.begin(), schema.texts.end(),
                   [&](std::string_view text) { return is_text(value, text); }))
    return "must be equal to one of the allowed values";
  if (value.is_object() && schema.kind == Kind::object) return check_members(value, schema);
  if (value.is_array() && schema.kind == Kind::list) return check_items(value, schema);
  return {};
}

}  // namespace room_visitor::standin

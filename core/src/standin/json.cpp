#include "standin/json.h"

#include <algorithm>
#include <cmath>

#include "standin/js_number.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr std::size_t kIndent = 2;

class Writer {
 public:
  explicit Writer(Layout layout) : layout_(layout) {}

  // Recursion is bounded: nothing deeper than kKeptDepth is ever kept.
  void write(const Json& value, std::size_t depth) {
    if (const auto* members = value.get_ptr<const Json::object_t*>()) {
      list(*members, "{}", depth, [&](const auto& entry) {
        string(entry.first);
        text += layout_ == Layout::compact ? ":" : ": ";
        write(entry.second, depth + 1);
      });
    } else if (const auto* items = value.get_ptr<const Json::array_t*>()) {
      list(*items, "[]", depth, [&](const Json& item) { write(item, depth + 1); });
    } else if (const auto* number = value.get_ptr<const Json::number_float_t*>()) {
      text += std::isfinite(*number) ? js_number_text(*number) : "null";
    } else {
      scalar(value);
    }
  }

  std::string text;

 private:
  template <class List, class WriteOne>
  void list(const List& entries, std::string_view brackets, std::size_t depth, WriteOne write_one) {
    text += brackets[0];
    bool first = true;
    for (const auto& entry : entries) {
      if (!first) text += ',';
      first = false;
      new_line(depth + 1);
      write_one(entry);
    }
    if (!first) new_line(depth);
    text += brackets[1];
  }

  void new_line(std::size_t depth) {
    if (layout_ == Layout::indented) text.append("\n").append(depth * kIndent, ' ');
  }

  void string(const std::string& value) {
    text += '"';
    for (const char next : well_formed(value)) {
      constexpr std::string_view kEscaped = "\"\\\b\f\n\r\t";
      constexpr std::string_view kNames = "\"\\bfnrt";
      constexpr std::string_view kHex = "0123456789abcdef";
      const std::size_t place = kEscaped.find(next);
      if (place != std::string_view::npos) {
        text.append(1, '\\') += kNames[place];
      } else if (static_cast<unsigned char>(next) < ' ') {
        text.append("\\u00").append(1, next < 0x10 ? '0' : '1') +=
            kHex[static_cast<std::size_t>(next) % 16];
      } else {
        text += next;
      }
    }
    text += '"';
  }

  void scalar(const Json& value) {
    if (const auto* own = value.get_ptr<const std::string*>()) {
      string(*own);
    } else if (const auto* flag = value.get_ptr<const bool*>()) {
      text += *flag ? "true" : "false";
    } else if (const auto* natural = value.get_ptr<const Json::number_unsigned_t*>()) {
      text += std::to_string(*natural);
    } else if (const auto* whole = value.get_ptr<const Json::number_integer_t*>()) {
      text += std::to_string(*whole);
    } else {
      text += "null";
    }
  }

  Layout layout_;
};

}  // namespace

std::string not_json(std::string_view text) {
  const TextPlace place = json_ends_at(text);
  return "text that is not JSON, from line " + std::to_string(place.line) + ", column " +
         std::to_string(place.column) + " on";
}

std::string to_json_text(const Json& value, Layout layout) {
  Writer writer(layout);
  writer.write(value, 0);
  return std::move(writer.text);
}

const Json* member(const Json& object, std::string_view key) {
  const auto* members = object.get_ptr<const Json::object_t*>();
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(),
                                  [&](const auto& entry) { return entry.first == key; });
  return found == members->end() ? nullptr : &found->second;
}

Json* member(Json& object, std::string_view key) {
  return const_cast<Json*>(member(static_cast<const Json&>(object), key));
}

const std::string* text_member(const Json& object, std::string_view key) {
  const Json* value = member(object, key);
  return value == nullptr ? nullptr : value->get_ptr<const std::string*>();
}

std::string_view text_or_empty(const Json& object, std::string_view key) {
  const std::string* text = text_member(object, key);
  return text == nullptr ? std::string_view{} : *text;
}

bool is_true(const Json& object, std::string_view key) {
  const Json* value = member(object, key);
  return value != nullptr && is_flag(*value, true);
}

void set_member(Json& object, std::string_view key, Json value) {
  if (Json* existing = member(object, key)) {
    *existing = std::move(value);
  } else if (auto* members = object.get_ptr<Json::object_t*>()) {
    members->push_back({std::string(key), std::move(value)});
  }
}

void set_member(Json& object, std::string_view key, std::string&& text) {
  set_member(object, key, Json(std::move(text)));
}

void set_member(Json& object, std::string_view key, const std::string& text) {
  set_text(object, key, text);
}

void set_member(Json& object, std::string_view key, std::string_view text) {
  set_text(object, key, text);
}

void set_member(Json& object, std::string_view key, const char* text) {
  set_text(object, key, text);
}

void set_flag(Json& object, std::string_view key, bool flag) {
  set_member(object, key, Json(flag));
}

void set_whole(Json& object, std::string_view key, std::int64_t number) {
  set_member(object, key, Json(number));
}

void set_natural(Json& object, std::string_view key, std::uint64_t number) {
  set_member(object, key, Json(number));
}

void set_text(Json& object, std::string_view key, std::string_view text) {
  set_member(object, key, Json(std::string(text)));
}

void erase_member(Json& object, std::string_view key) {
  auto* members = object.get_ptr<Json::object_t*>();
  if (members == nullptr) return;
  const auto found = std::find_if(members->begin(), members->end(),
                                  [&](const auto& entry) { return entry.first == key; });
  if (found != members->end()) members->erase(found);
}

bool is_text(const Json& value, std::string_view text) {
  const auto* own = value.get_ptr<const std::string*>();
  return own != nullptr && *own == text;
}

bool is_flag(const Json& value, bool flag) {
  const auto* own = value.get_ptr<const bool*>();
  return own != nullptr && *own == flag;
}

bool is_truthy(const Json* value) {
  if (value == nullptr || value->is_null()) return false;
  if (const auto* flag = value->get_ptr<const bool*>()) return *flag;
  if (const auto* text = value->get_ptr<const std::string*>()) return !text->empty();
  if (const auto* whole = value->get_ptr<const Json::number_integer_t*>()) return *whole != 0;
  if (const auto* number = value->get_ptr<const Json::number_float_t*>())
    return *number != 0 && !std::isnan(*number);
  return true;
}

bool holds_text(const Json* list, std::string_view text) {
  const auto* items = list == nullptr ? nullptr : list->get_ptr<const Json::array_t*>();
  return items != nullptr && std::any_of(items->begin(), items->end(), [&](const Json& item) {
           const auto* own = item.get_ptr<const std::string*>();
           return own != nullptr && *own == text;
         });
}

bool holds_entry(const Json* list, std::string_view key, std::string_view text) {
  const auto* items = list == nullptr ? nullptr : list->get_ptr<const Json::array_t*>();
  return items != nullptr && std::any_of(items->begin(), items->end(), [&](const Json& entry) {
           return text_or_empty(entry, key) == text;
         });
}

std::string_view kind_of(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "an array";
  if (value.is_string()) return "a string";
  if (value.is_number()) return "a number";
  if (value.is_boolean()) return "a boolean";
  return "null";
}

}  // namespace room_visitor::standin

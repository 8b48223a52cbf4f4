// Reads and writes rooms and visitors by the lists of fields.h.
#include <algorithm>
#include <concepts>
#include <vector>

#include "fields.h"
#include "json/json_view.h"
#include "json/json_writer.h"
#include "room_visitor/room.h"
#include "room_visitor/visitor.h"

namespace room_visitor {
namespace {

using json::Kind;
using json::View;

template <class T>
concept Structure = requires(T t) {
  t.extra;
};

// The readers of one value: true and the value, or false if it is of another kind.
bool read_value(View view, std::string& value) {
  auto text = view.string();
  if (text) value = std::move(*text);
  return text.has_value();
}

bool read_value(View view, bool& value) {
  const auto flag = view.boolean();
  if (flag) value = *flag;
  return flag.has_value();
}

bool read_value(View view, Number& value) {
  if (view.kind() != Kind::number) return false;
  value.text = view.text();
  return true;
}

bool read_value(View view, Timestamp& value) { return read_value(view, value.text); }

bool read_value(View view, JsonText& value) {
  value.text = view.text();
  return true;
}

template <class Tag>
bool read_value(View view, Id<Tag>& value) {
  return read_value(view, value.text);
}

template <Structure S>
bool read_value(View view, S& structure);

template <class T>
bool read_value(View view, std::vector<T>& values) {
  bool readable = view.kind() == Kind::array;
  view.for_each_element(
      [&](View element) { readable = readable && read_value(element, values.emplace_back()); });
  return readable;
}

// One member on its way to its field. Kept out of line, together with write_field: inlined into
// every line of fields.h these two make up half of the module's size.
struct Incoming {
  std::string_view key;
  View value;
  bool taken = false;
};

template <class Field>
[[gnu::noinline]] void read_field(std::string_view name, std::optional<Field>& field,
                                  Incoming& member) {
  if (name != member.key) return;
  member.taken = read_value(member.value, field.emplace());
  if (!member.taken) field.reset();
}

template <Structure S>
bool read_value(View view, S& structure) {
  for (const auto& [key, value] : json::last_members(view)) {
    Incoming member{key, value};
    visit_fields(structure,
                 [&](std::string_view name, auto& field) { read_field(name, field, member); });
    if (!member.taken) structure.extra.push_back({key, {std::string(value.text())}});
  }
  return view.kind() == Kind::object;
}

std::string write_value(const std::string& value) { return json::string_value(value); }
std::string write_value(bool value) { return value ? "true" : "false"; }
std::string write_value(const Number& value) { return value.text; }
std::string write_value(const Timestamp& value) { return json::string_value(value.text); }
std::string write_value(const JsonText& value) { return value.text; }

template <class Tag>
std::string write_value(const Id<Tag>& value) {
  return json::string_value(value.text);
}

template <Structure S>
std::string write_value(const S& structure);

template <class T>
std::string write_value(const std::vector<T>& values) {
  json::ArrayWriter array;
  for (const T& value : values) array.add(write_value(value));
  return array.text();
}

template <class Field>
[[gnu::noinline]] void write_field(std::string_view name, const std::optional<Field>& field,
                                   json::ObjectWriter& object) {
  if (field) object.add(name, write_value(*field));
}

template <Structure S>
std::string write_value(const S& structure) {
  json::ObjectWriter object;
  visit_fields(structure,
               [&](std::string_view name, const auto& field) { write_field(name, field, object); });
  for (const ExtraMember& extra : structure.extra) object.add(extra.key, extra.value.text);
  return object.text();
}

template <Structure S>
Result<S> read_document(std::string_view text) {
  const Result<View> view = json::check(text);
  if (!view.ok()) return view.error();
  S structure;
  if (read_value(view.value(), structure)) return structure;
  return Error{ErrorCode::unexpected_answer, "", std::string(json::name_of(view.value().kind())),
               "an object"};
}

}  // namespace

Result<Room> read_room(std::string_view json) { return read_document<Room>(json); }
std::string write_room(const Room& room) { return write_value(room); }
Result<Visitor> read_visitor(std::string_view json) { return read_document<Visitor>(json); }
std::string write_visitor(const Visitor& visitor) { return write_value(visitor); }

}  // namespace room_visitor

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

void write_value(json::Writer& writer, const std::string& value) { writer.string(value); }
void write_value(json::Writer& writer, bool value) { writer.json(value ? "true" : "false"); }
void write_value(json::Writer& writer, const Number& value) { writer.json(value.text); }
void write_value(json::Writer& writer, const Timestamp& value) { writer.string(value.text); }
void write_value(json::Writer& writer, const JsonText& value) { writer.json(value.text); }

template <class Tag>
void write_value(json::Writer& writer, const Id<Tag>& value) {
  writer.string(value.text);
}

template <Structure S>
void write_value(json::Writer& writer, const S& structure);

template <class T>
void write_value(json::Writer& writer, const std::vector<T>& values) {
  writer.array();
  for (const T& value : values) write_value(writer, value);
  writer.end_array();
}

template <class Field>
[[gnu::noinline]] void write_field(json::Writer& writer, std::string_view name,
                                   const std::optional<Field>& field) {
  if (field) write_value(writer.name_of_any(name), *field);
}

template <Structure S>
void write_value(json::Writer& writer, const S& structure) {
  writer.object();
  visit_fields(structure,
               [&](std::string_view name, const auto& field) { write_field(writer, name, field); });
  for (const ExtraMember& extra : structure.extra)
    writer.name_of_any(extra.key).json(extra.value.text);
  writer.end_object();
}

template <Structure S>
std::string write_document(const S& structure) {
  json::Writer writer;
  write_value(writer, structure);
  return writer.take();
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
std::string write_room(const Room& room) { return write_document(room); }
Result<Visitor> read_visitor(std::string_view json) { return read_document<Visitor>(json); }
std::string write_visitor(const Visitor& visitor) { return write_document(visitor); }

}  // namespace room_visitor

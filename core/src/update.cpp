#include "room_visitor/update.h"

#include <algorithm>
#include <array>

#include "json/json_view.h"
#include "json_pointer.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

constexpr std::size_t kLongestId = 256;

// The members that the server's schema requires, in its order.
constexpr std::array<std::string_view, 3> kKeys{"rid", "oldVisitorId", "newVisitorId"};

// What people write instead. The first is in the table of the server's own documentation.
struct Misspelling {
  std::string_view written;
  std::string_view meant;
};
constexpr std::array kMisspellings{
    Misspelling{"newvisitorId", "newVisitorId"}, Misspelling{"visitorId", "newVisitorId"},
    Misspelling{"oldvisitorId", "oldVisitorId"}, Misspelling{"roomId", "rid"}};

std::string_view name_of(ValueKind kind) {
  constexpr std::array<std::string_view, 11> kNames{"a string",
                                                    "a number",
                                                    "a boolean",
                                                    "null",
                                                    "an array",
                                                    "an object",
                                                    "undefined",
                                                    "a function",
                                                    "a symbol",
                                                    "a bigint",
                                                    "a value that cannot be written as JSON"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string pointer_to(std::string_view key) {
  std::string pointer;
  append_step(pointer, key);
  return pointer;
}

const UpdateMember* find_member(const UpdateInput& input, std::string_view key) {
  const auto found = std::find_if(input.members.rbegin(), input.members.rend(),
                                  [&](const UpdateMember& member) { return member.key == key; });
  return found == input.members.rend() ? nullptr : &*found;
}

std::optional<std::string_view> meant_by(std::string_view key) {
  const auto found = std::find_if(kMisspellings.begin(), kMisspellings.end(),
                                  [&](const Misspelling& known) { return known.written == key; });
  if (found == kMisspellings.end()) return {};
  return found->meant;
}

struct TextFacts {
  std::size_t characters = 0;
  bool well_formed = true;
  bool has_control = false;
  bool has_bidi_control = false;
  bool begins_with_space = false;
  bool ends_with_space = false;
};

TextFacts facts_of(std::string_view text) {
  TextFacts facts;
  for (std::string_view rest = text; !rest.empty(); ++facts.characters) {
    const CodePoint point = first_code_point(rest);
    facts.well_formed = facts.well_formed && point.well_formed;
    facts.has_control = facts.has_control || is_control(point.value);
    facts.has_bidi_control = facts.has_bidi_control || is_bidi_control(point.value);
    facts.ends_with_space = is_white_space(point.value);
    if (facts.characters == 0) facts.begins_with_space = facts.ends_with_space;
    rest.remove_prefix(point.bytes);
  }
  return facts;
}

class Validator {
 public:
  explicit Validator(const UpdateInput& input) : input_(input) {}

  std::vector<Issue> run() {
    if (input_.kind != ValueKind::object) {
      add({ErrorCode::not_an_object, Severity::error, "", std::string(name_of(input_.kind)),
           "an object"});
      return std::move(issues_);
    }
    for (const std::string_view key : kKeys) check_required(key);
    check_other_keys();
    check_same_visitor();
    return std::move(issues_);
  }

 private:
  void add(Issue issue) { issues_.push_back(std::move(issue)); }

  void add_id_issue(ErrorCode code, std::string_view key, const std::string& found,
                    std::string_view expected, Severity severity = Severity::error) {
    add({code, severity, pointer_to(key), found, std::string(expected)});
  }

  void check_required(std::string_view key) {
    const UpdateMember* member = find_member(input_, key);
    if (member == nullptr) return add_id_issue(ErrorCode::missing, key, "nothing", "a string");
    if (member->kind != ValueKind::string) {
      std::string found(name_of(member->kind));
      if (!member->text.empty()) found += " " + quote_for_people(member->text);
      return add_id_issue(ErrorCode::not_a_string, key, found, "a string");
    }
    check_id(key, member->text);
  }

  void check_id(std::string_view key, const std::string& id) {
    const std::size_t issues_before = issues_.size();
    const TextFacts facts = facts_of(id);
    const std::string shown = quote_for_people(id);
    if (id.empty()) add_id_issue(ErrorCode::empty, key, "", "");
    if (facts.begins_with_space || facts.ends_with_space)
      add_id_issue(ErrorCode::surrounding_space, key, shown, "an id without white space around it");
    if (facts.has_control)
      add_id_issue(ErrorCode::control_character, key, shown, "visible characters only");
    if (facts.has_bidi_control)
      add_id_issue(ErrorCode::bidi_control, key, shown, "visible characters only");
    if (!facts.well_formed)
      add_id_issue(ErrorCode::ill_formed_unicode, key, shown, "well-formed Unicode");
    if (facts.characters > kLongestId)
      add_id_issue(ErrorCode::too_long, key,
                   to_decimal(static_cast<long long>(facts.characters)) + " characters",
                   "at most 256 characters");
    if (issues_.size() == issues_before && id_form(id) == IdForm::other)
      add_id_issue(ErrorCode::unusual_id, key, shown,
                   "17 letters and digits without 0, 1, I, O, U, V and l, or 24 lower-case "
                   "hexadecimal digits",
                   Severity::warning);
  }

  void check_other_keys() {
    json::KeyIndex seen;
    for (const UpdateMember& member : input_.members) {
      const std::string_view key = member.key;
      if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) continue;
      // JSON.stringify leaves such members out, so the server never sees them.
      if (member.kind == ValueKind::undefined) continue;
      if (!seen.emplace(key, 0).second) continue;
      const auto meant = meant_by(key);
      const ErrorCode code = meant ? ErrorCode::misspelled_key : ErrorCode::unknown_key;
      add_id_issue(
          code, key, quote_for_people(key),
          meant ? "\"" + std::string(*meant) + "\"" : "only rid, oldVisitorId, newVisitorId");
    }
  }

  void check_same_visitor() {
    const UpdateMember* old_visitor = find_member(input_, kKeys[1]);
    const UpdateMember* new_visitor = find_member(input_, kKeys[2]);
    const auto is_id = [](const UpdateMember* member) {
      return member != nullptr && member->kind == ValueKind::string && !member->text.empty();
    };
    if (is_id(old_visitor) && is_id(new_visitor) && old_visitor->text == new_visitor->text)
      add_id_issue(ErrorCode::same_visitor, kKeys[2], quote_for_people(new_visitor->text),
                   "another visitor than the old one", Severity::warning);
  }

  const UpdateInput& input_;
  std::vector<Issue> issues_;
};

UpdateMember input_member(const json::Member& member) {
  const json::View value = member.value;
  switch (value.kind()) {
    case json::Kind::string:
      return {member.key, ValueKind::string, value.string().value_or("")};
    case json::Kind::number:
      return {member.key, ValueKind::number, std::string(value.text())};
    case json::Kind::boolean:
      return {member.key, ValueKind::boolean, std::string(value.text())};
    case json::Kind::null:
      return {member.key, ValueKind::null, ""};
    case json::Kind::array:
      return {member.key, ValueKind::array, ""};
    case json::Kind::object:
      return {member.key, ValueKind::object, ""};
  }
  return {member.key, ValueKind::null, ""};
}

ValueKind value_kind(json::Kind kind) {
  constexpr std::array kKinds{ValueKind::object, ValueKind::array,   ValueKind::string,
                              ValueKind::number, ValueKind::boolean, ValueKind::null};
  return kKinds[static_cast<std::size_t>(kind)];
}

}  // namespace

Result<UpdateInput> read_update_input(std::string_view text) {
  const Result<json::View> view = json::check(text);
  if (!view.ok()) return view.error();
  UpdateInput input{value_kind(view.value().kind()), {}};
  for (const json::Member& member : json::last_members(view.value()))
    input.members.push_back(input_member(member));
  return input;
}

Validation validate(const UpdateInput& input) {
  Validation result{Validator(input).run(), {}};
  const bool has_error =
      std::any_of(result.issues.begin(), result.issues.end(),
                  [](const Issue& issue) { return issue.severity == Severity::error; });
  if (has_error) return result;
  const auto text = [&](std::string_view key) { return find_member(input, key)->text; };
  result.update = ValidUpdate({{text(kKeys[0])}, {text(kKeys[1])}, {text(kKeys[2])}});
  return result;
}

Validation validate(const VisitorUpdate& update) {
  return validate(UpdateInput{ValueKind::object,
                              {{"rid", ValueKind::string, update.rid.text},
                               {"oldVisitorId", ValueKind::string, update.old_visitor.text},
                               {"newVisitorId", ValueKind::string, update.new_visitor.text}}});
}

std::string to_text(const Issue& issue) {
  return to_text(Error{issue.code, issue.path, issue.found, issue.expected});
}

}  // namespace room_visitor

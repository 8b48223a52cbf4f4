// A fault script as JSON text.
#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "standin/fault_kinds.h"
#include "standin/json.h"
#include "standin/pointer.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

using Problem = std::optional<Error>;

Error wrong(std::string path, std::string_view found, std::string_view expected) {
  return {ErrorCode::invalid_input, std::move(path), std::string(found), std::string(expected)};
}

std::string in_quotes(std::string_view text) { return std::string("\"").append(text).append("\""); }

Problem read_text(std::string& target, const Json& value, const std::string& path) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr) return wrong(path, kind_of(value), "a string");
  if (text->empty()) return wrong(path, "an empty text", "a text, or no such member");
  target = *text;
  return {};
}

// The range is checked with the rest of the fault; here only what an int cannot hold.
Problem read_whole(int& target, const Json& value, const std::string& path) {
  const auto* number = value.get_ptr<const Json::number_integer_t*>();
  if (number == nullptr || *number < 0 || *number > std::numeric_limits<int>::max())
    return wrong(path, value.is_number() ? to_json_text(value) : std::string(kind_of(value)),
                 "a whole number, 0 or more");
  target = static_cast<int>(*number);
  return {};
}

template <typename Choice>
Problem read_choice(std::optional<Choice>& target, const Json& value, const std::string& path,
                    const std::array<std::string_view, 2>& words) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr || (*text != words[0] && *text != words[1]))
    return wrong(path, text == nullptr ? std::string(kind_of(value)) : in_quotes(*text),
                 std::string(words[0]).append(" or ").append(words[1]));
  target = *text == words[0] ? Choice{0} : Choice{1};
  return {};
}

constexpr std::array<std::string_view, 2> kPages{"json", "html"};
constexpr std::array<std::string_view, 2> kForms{"truncated", "not_json"};
constexpr std::array<std::string_view, 2> kAnswers{"first", "second"};

template <typename Choice>
std::string word(Choice choice, const std::array<std::string_view, 2>& words) {
  return std::string(words[choice == Choice{0} ? 0 : 1]);
}

Problem read_version(Fault& fault, const Json& value, const std::string& path) {
  std::string text;
  if (auto problem = read_text(text, value, path)) return problem;
  auto version = parse_server_version(text);
  if (!version.ok()) {
    Error error = version.error();
    error.path = path;
    return error;
  }
  fault.version = version.value();
  return {};
}

Problem read_bytes(Fault& fault, const Json& value, const std::string& path) {
  int bytes = 0;
  if (auto problem = read_whole(bytes, value, path)) return problem;
  fault.bytes = static_cast<std::size_t>(bytes);
  return {};
}

using Reader = Problem (*)(Fault& fault, const Json& value, const std::string& path);

struct Member {
  std::string_view name;
  Reader read;
};

constexpr std::array kMembers{
    Member{"method", [](Fault& fault, const Json& value,
                        const std::string& path) { return read_text(fault.method, value, path); }},
    Member{"path", [](Fault& fault, const Json& value,
                      const std::string& path) { return read_text(fault.path, value, path); }},
    Member{"rid", [](Fault& fault, const Json& value,
                     const std::string& path) { return read_text(fault.rid, value, path); }},
    Member{"nth", [](Fault& fault, const Json& value,
                     const std::string& path) { return read_whole(fault.nth, value, path); }},
    Member{"times", [](Fault& fault, const Json& value,
                       const std::string& path) { return read_whole(fault.times, value, path); }},
    Member{"bytes", read_bytes},
    Member{"milliseconds",
           [](Fault& fault, const Json& value, const std::string& path) {
             return read_whole(fault.milliseconds.emplace(), value, path);
           }},
    Member{"status",
           [](Fault& fault, const Json& value, const std::string& path) {
             return read_whole(fault.status.emplace(), value, path);
           }},
    Member{"page",
           [](Fault& fault, const Json& value, const std::string& path) {
             return read_choice(fault.page, value, path, kPages);
           }},
    Member{"form",
           [](Fault& fault, const Json& value, const std::string& path) {
             return read_choice(fault.form, value, path, kForms);
           }},
    Member{"answer",
           [](Fault& fault, const Json& value, const std::string& path) {
             return read_choice(fault.answer, value, path, kAnswers);
           }},
    Member{"requests",
           [](Fault& fault, const Json& value, const std::string& path) {
             return read_whole(fault.requests.emplace(), value, path);
           }},
    Member{"location",
           [](Fault& fault, const Json& value, const std::string& path) {
             return read_text(fault.location.emplace(), value, path);
           }},
    Member{"version", read_version},
    Member{"visitorId",
           [](Fault& fault, const Json& value, const std::string& path) {
             return read_text(fault.visitor_id.emplace(), value, path);
           }},
};

std::string kind_names() {
  std::string names;
  for (const FaultKindInfo& info : fault_kinds()) {
    if (!names.empty()) names += ", ";
    names += info.name;
  }
  return "one of: " + names;
}

Result<const FaultKindInfo*> read_kind(const Json& json, const std::string& path) {
  const Json* value = member(json, "kind");
  const auto* text = value == nullptr ? nullptr : value->get_ptr<const std::string*>();
  if (text == nullptr)
    return wrong(path + "/kind", value == nullptr ? "nothing" : kind_of(*value), kind_names());
  const FaultKindInfo* info = find_fault_kind(*text);
  if (info == nullptr) return wrong(path + "/kind", in_quotes(*text), kind_names());
  return info;
}

Result<Fault> read_fault(const Json& json, const std::string& path) {
  const auto* members = json.get_ptr<const Json::object_t*>();
  if (members == nullptr) return wrong(path, kind_of(json), "an object such as {\"kind\":\"cut\"}");
  const auto kind = read_kind(json, path);
  if (!kind.ok()) return kind.error();
  const FaultKindInfo& info = *kind.value();
  Fault fault;
  fault.kind = info.kind;
  for (const auto& [key, value] : *members) {
    const std::string name = key;
    const std::string place = path + pointer_token(name);
    if (name == "kind") continue;
    const auto* known = std::find_if(kMembers.begin(), kMembers.end(),
                                     [&](const Member& each) { return each.name == name; });
    if (known == kMembers.end()) return wrong(place, "an unknown member", member_names(info));
    if (!has_member(info, name))
      return wrong(place, "a member that " + std::string(info.name) + " does not have",
                   member_names(info));
    if (auto problem = known->read(fault, value, place)) return std::move(*problem);
  }
  return fault;
}

void set_if(Json& json, std::string_view name, const std::string& text) {
  if (!text.empty()) set_member(json, name, text);
}

Json write_fault(const Fault& fault) {
  Json json = Json::object();
  set_member(json, "kind", std::string(to_text(fault.kind)));
  set_if(json, "method", fault.method);
  set_if(json, "path", fault.path);
  set_if(json, "rid", fault.rid);
  if (fault.nth != 1) set_member(json, "nth", fault.nth);
  if (fault.times != 1) set_member(json, "times", fault.times);
  if (fault.bytes) set_member(json, "bytes", static_cast<Json::number_integer_t>(*fault.bytes));
  if (fault.milliseconds) set_member(json, "milliseconds", *fault.milliseconds);
  if (fault.status) set_member(json, "status", *fault.status);
  if (fault.page) set_member(json, "page", word(*fault.page, kPages));
  if (fault.form) set_member(json, "form", word(*fault.form, kForms));
  if (fault.answer) set_member(json, "answer", word(*fault.answer, kAnswers));
  if (fault.requests) set_member(json, "requests", *fault.requests);
  if (fault.location) set_member(json, "location", *fault.location);
  if (fault.version) set_member(json, "version", to_text(*fault.version));
  if (fault.visitor_id) set_member(json, "visitorId", *fault.visitor_id);
  return json;
}

}  // namespace

Result<std::vector<Fault>> parse_faults(std::string_view json_text) {
  const std::string text = decode_utf8(json_text);
  const auto json = parse_json(text);
  if (!json) return wrong("", not_json(text), "a JSON list of faults");
  std::vector<Fault> faults;
  const auto* items = json->value.get_ptr<const Json::array_t*>();
  if (items == nullptr) return wrong("", kind_of(json->value), "a list of faults");
  for (const Json& item : *items) {
    auto fault = read_fault(item, "/" + std::to_string(faults.size()));
    if (!fault.ok()) return fault.error();
    faults.push_back(std::move(fault.value()));
  }
  if (auto problem = check_faults(faults)) return std::move(*problem);
  return faults;
}

std::string write_faults(const std::vector<Fault>& faults) {
  Json list = Json::array();
  for (const Fault& fault : faults) list.push_back(write_fault(fault));
  return to_json_text(list);
}

}  // namespace room_visitor::standin

#include "json_api_values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "json/json_writer.h"

namespace room_visitor::json_api {
namespace {

using json::ArrayWriter;
using json::Kind;
using json::ObjectWriter;
using json::View;

constexpr std::string_view kNull = "null";

// In the order of ValueKind.
constexpr std::array<std::string_view, 11> kKindNames{"string", "number", "boolean",   "null",
                                                      "array",  "object", "undefined", "function",
                                                      "symbol", "bigint", "cycle"};

std::optional<ValueKind> kind_named(std::string_view name) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return {};
  return static_cast<ValueKind>(found - kKindNames.begin());
}

std::vector<View> elements_of(View array) {
  std::vector<View> elements;
  array.for_each_element([&](View element) { elements.push_back(element); });
  return elements;
}

// An array of exactly `count` strings; nothing for anything else.
std::optional<std::vector<std::string>> strings_of(View array, std::size_t count) {
  std::vector<std::string> strings;
  for (const View element : elements_of(array)) {
    auto text = element.string();
    if (!text) return {};
    strings.push_back(std::move(*text));
  }
  if (array.kind() != Kind::array || strings.size() != count) return {};
  return strings;
}

void add_error_members(ObjectWriter& object, const Error& error) {
  const ErrorInfo& info = error_info(error.code);
  std::string message(info.what);
  if (!error.found.empty()) message += " Found: " + error.found + ".";
  if (!error.expected.empty()) message += " Expected: " + error.expected + ".";
  object.add_string("path", error.path)
      .add_string("found", error.found)
      .add_string("expected", error.expected)
      .add_string("message", message)
      .add_string("remedy", info.remedy);
}

std::string write(const Issue& issue) {
  ObjectWriter object;
  object.add_string("code", error_info(issue.code).name)
      .add_string("severity", issue.severity == Severity::error ? "error" : "warning");
  add_error_members(object, {issue.code, issue.path, issue.found, issue.expected});
  return object.text();
}

std::string write(const std::optional<double>& number) {
  return number ? json::whole_number_value(*number) : std::string(kNull);
}

std::string write(const std::optional<Deprecation>& deprecation) {
  if (!deprecation) return std::string(kNull);
  ObjectWriter object;
  object.add_string("type", deprecation->type)
      .add_string("message", deprecation->message)
      .add_string("version", deprecation->version);
  return object.text();
}

std::string write(const Change& change) {
  const bool both = change.before && change.after;
  ObjectWriter object;
  object.add_string("path", change.path)
      .add_string("kind", both ? "changed" : (change.after ? "added" : "removed"));
  if (change.before) object.add_string("beforeText", change.before->text);
  if (change.after) object.add_string("afterText", change.after->text);
  return object.text();
}

std::string null_or_string(std::string_view text) {
  return text.empty() ? std::string(kNull) : json::string_value(text);
}

}  // namespace

std::string write(const std::optional<RateLimit>& limit) {
  if (!limit) return std::string(kNull);
  ObjectWriter object;
  object.add("limit", write(limit->limit))
      .add("remaining", write(limit->remaining))
      .add("resetAt", write(limit->reset_at))
      .add("waitMs", write(limit->wait));
  if (limit->reset_in) object.add("resetInMs", write(limit->reset_in));
  return object.text();
}

std::string write(const Error& error) {
  const ErrorInfo& info = error_info(error.code);
  ObjectWriter object;
  object.add_string("code", info.name).add_string("family", to_text(info.family));
  add_error_members(object, error);
  return object.text();
}

std::string write(const std::optional<Error>& error) {
  return error ? write(*error) : std::string(kNull);
}

std::string write(const std::vector<Issue>& issues) {
  ArrayWriter array;
  for (const Issue& issue : issues) array.add(write(issue));
  return array.text();
}

std::string write(const VisitorUpdate& ids) {
  ObjectWriter object;
  object.add_string("rid", ids.rid.text)
      .add_string("oldVisitorId", ids.old_visitor.text)
      .add_string("newVisitorId", ids.new_visitor.text);
  return object.text();
}

std::string write(const HttpRequest& request) {
  ArrayWriter headers;
  for (const Header& header : request.headers) {
    ArrayWriter pair;
    pair.add(json::string_value(header.name)).add(json::string_value(header.value));
    headers.add(pair.text());
  }
  ObjectWriter object;
  object.add_string("method", request.method)
      .add_string("url", request.url)
      .add("headers", headers.text())
      .add_string("body", request.body);
  return object.text();
}

std::string write(const Meaning& meaning) {
  ObjectWriter object;
  object.add_string("kind", to_text(meaning.kind))
      .add("error", write(meaning.error))
      .add("serverText", null_or_string(meaning.server_text))
      .add("errorType", null_or_string(meaning.error_type))
      .add("rateLimit", write(meaning.rate_limit))
      .add("deprecation", write(meaning.deprecation))
      .add("roomText", meaning.room ? json::string_value(meaning.room->text) : std::string(kNull));
  return object.text();
}

std::string write(const Outcome& outcome) {
  ObjectWriter object;
  object.add_string("verdict", to_text(outcome.verdict))
      .add("proof",
           outcome.proof ? json::string_value(to_text(*outcome.proof)) : std::string(kNull))
      .add("error", write(outcome.error));
  return object.text();
}

std::string write(const std::vector<Change>& changes) {
  ArrayWriter array;
  for (const Change& change : changes) array.add(write(change));
  return array.text();
}

std::string failed(const Error& error) {
  ObjectWriter object;
  object.add("ok", "false").add("error", write(error));
  return object.text();
}

const Issue* first_error(const std::vector<Issue>& issues) {
  for (const Issue& issue : issues)
    if (issue.severity == Severity::error) return &issue;
  return nullptr;
}

std::string failed_with_issues(const Error& error, const std::vector<Issue>& issues) {
  ObjectWriter object;
  object.add("ok", "false").add("error", write(error)).add("issues", write(issues));
  return object.text();
}

ArgumentReader::ArgumentReader(std::string_view text) {
  const Result<View> view = json::check(text);
  if (view.ok() && view.value().kind() == Kind::object)
    object_ = view.value();
  else
    error_ = Error{ErrorCode::invalid_input, "",
                   view.ok() ? std::string(json::name_of(view.value().kind())) : "no JSON",
                   "a JSON object"};
}

ArgumentReader::ArgumentReader(View object, std::string path)
    : object_(object), path_(std::move(path)) {}

std::optional<View> ArgumentReader::member(std::string_view key) const {
  return object_ ? object_->member(key) : std::nullopt;
}

bool ArgumentReader::has(std::string_view key) const { return member(key).has_value(); }

void ArgumentReader::report(std::string_view key, std::optional<View> found,
                            std::string_view expected) {
  if (error_) return;
  error_ =
      Error{ErrorCode::invalid_input, path_ + "/" + std::string(key),
            found ? std::string(json::name_of(found->kind())) : "nothing", std::string(expected)};
}

std::string ArgumentReader::string(std::string_view key) {
  const auto found = member(key);
  auto text = found ? found->string() : std::nullopt;
  if (!text) report(key, found, "a string");
  return text.value_or("");
}

std::string ArgumentReader::string_or(std::string_view key, std::string_view fallback) {
  return has(key) ? string(key) : std::string(fallback);
}

bool ArgumentReader::flag_or(std::string_view key, bool fallback) {
  const auto found = member(key);
  if (!found) return fallback;
  const auto flag = found->boolean();
  if (!flag) report(key, found, "true or false");
  return flag.value_or(fallback);
}

template <class Whole>
Whole ArgumentReader::read_whole(std::string_view key) {
  const auto found = member(key);
  const std::string_view text = found ? found->text() : std::string_view();
  Whole number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || end != text.data() + text.size() || text.empty())
    report(key, found, "a whole number");
  return number;
}

int ArgumentReader::whole_number(std::string_view key) { return read_whole<int>(key); }

Millis ArgumentReader::time(std::string_view key) {
  return static_cast<Millis>(read_whole<long long>(key));
}

std::vector<Header> ArgumentReader::headers(std::string_view key) {
  const auto found = member(key);
  std::vector<Header> headers;
  if (!found || found->kind() != Kind::array) {
    report(key, found, "an array of [name, value]");
    return headers;
  }
  for (const View element : elements_of(*found)) {
    const auto pair = strings_of(element, 2);
    if (pair)
      headers.push_back({(*pair)[0], (*pair)[1]});
    else
      report(key, element, "[name, value]");
  }
  return headers;
}

std::vector<std::string> ArgumentReader::strings_or_none(std::string_view key) {
  const auto found = member(key);
  if (!found) return {};
  auto strings = strings_of(*found, elements_of(*found).size());
  if (!strings) report(key, found, "an array of strings");
  return strings.value_or(std::vector<std::string>());
}

DateRange ArgumentReader::range_or_none(std::string_view key) {
  const auto found = member(key);
  if (!found) return {};
  ArgumentReader reader(*found, path_ + "/" + std::string(key));
  DateRange range;
  if (reader.has("start")) range.start = reader.time("start");
  if (reader.has("end")) range.end = reader.time("end");
  if (!error_) error_ = reader.error();
  return range;
}

UpdateInput ArgumentReader::read_update(View object, std::string_view key) {
  ArgumentReader reader(object, path_ + (key.empty() ? "" : "/" + std::string(key)));
  const std::string kind_name = reader.string("kind");
  const auto kind = kind_named(kind_name);
  UpdateInput input{kind.value_or(ValueKind::null), {}};
  if (!kind) reader.report("kind", reader.member("kind"), "the name of a kind of value");
  const auto members = reader.member("members");
  if (input.kind == ValueKind::object && (!members || members->kind() != Kind::array))
    reader.report("members", members, "an array of [key, kind, text]");
  else if (members)
    for (const View element : elements_of(*members)) {
      const auto parts = strings_of(element, 3);
      const auto member_kind = parts ? kind_named((*parts)[1]) : std::nullopt;
      if (member_kind)
        input.members.push_back({(*parts)[0], *member_kind, (*parts)[2]});
      else
        reader.report("members", element, "[key, kind, text]");
    }
  if (!error_) error_ = reader.error();
  return input;
}

UpdateInput ArgumentReader::update(std::string_view key) {
  const auto found = member(key);
  if (found && found->kind() == Kind::object) return read_update(*found, key);
  report(key, found, "an object");
  return {};
}

UpdateInput ArgumentReader::whole_update() {
  return object_ ? read_update(*object_, "") : UpdateInput{};
}

HttpRequest ArgumentReader::request(std::string_view key) {
  const auto found = member(key);
  if (!found || found->kind() != Kind::object) {
    report(key, found, "an object");
    return {};
  }
  ArgumentReader reader(*found, path_ + "/" + std::string(key));
  HttpRequest request{reader.string("method"), reader.string("url"), reader.headers("headers"),
                      reader.string("body")};
  if (!error_) error_ = reader.error();
  return request;
}

}  // namespace room_visitor::json_api

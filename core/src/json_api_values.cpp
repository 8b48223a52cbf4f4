#include "json_api_values.h"

#include <algorithm>
#include <array>
#include <limits>

#include "whole_number.h"

namespace room_visitor::json_api {
namespace {

using json::Kind;
using json::View;
using json::Writer;

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

void write_error(Writer& writer, const ErrorInfo& info, const std::string& path,
                 const std::string& found, const std::string& expected) {
  std::string message(info.what);
  if (!found.empty()) message.append(" Found: ").append(found).append(".");
  if (!expected.empty()) message.append(" Expected: ").append(expected).append(".");
  writer.text("path", path)
      .text("found", found)
      .text("expected", expected)
      .text("message", message)
      .text("remedy", info.remedy)
      .end_object();
}

void write_number(Writer& writer, const char* name, const std::optional<double>& number) {
  if (number)
    writer.number(name, *number);
  else
    writer.null(name);
}

void write_deprecation(Writer& writer, const std::optional<Deprecation>& deprecation) {
  if (!deprecation) {
    writer.null("deprecation");
    return;
  }
  writer.name("deprecation")
      .object()
      .text("type", deprecation->type)
      .text("message", deprecation->message)
      .text("version", deprecation->version)
      .end_object();
}

const std::string* if_any(const std::string& text) { return text.empty() ? nullptr : &text; }

}  // namespace

Writer& write(Writer& writer, const std::optional<RateLimit>& limit) {
  if (!limit) return writer.json("null");
  writer.object();
  write_number(writer, "limit", limit->limit);
  write_number(writer, "remaining", limit->remaining);
  write_number(writer, "resetAt", limit->reset_at);
  write_number(writer, "waitMs", limit->wait);
  if (limit->reset_in) write_number(writer, "resetInMs", limit->reset_in);
  return writer.end_object();
}

Writer& write(Writer& writer, const Error& error) {
  const ErrorInfo& info = error_info(error.code);
  writer.object().text("code", info.name).text("family", to_text(info.family));
  write_error(writer, info, error.path, error.found, error.expected);
  return writer;
}

Writer& write(Writer& writer, const std::optional<Error>& error) {
  return error ? write(writer, *error) : writer.json("null");
}

Writer& write(Writer& writer, const std::vector<Issue>& issues) {
  writer.array();
  for (const Issue& issue : issues) {
    const ErrorInfo& info = error_info(issue.code);
    writer.object().text("code", info.name);
    writer.text("severity", issue.severity == Severity::error ? "error" : "warning");
    write_error(writer, info, issue.path, issue.found, issue.expected);
  }
  return writer.end_array();
}

Writer& write(Writer& writer, const VisitorUpdate& ids) {
  return writer.object()
      .text("rid", ids.rid.text)
      .text("oldVisitorId", ids.old_visitor.text)
      .text("newVisitorId", ids.new_visitor.text)
      .end_object();
}

Writer& write(Writer& writer, const HttpRequest& request) {
  writer.object().text("method", request.method).text("url", request.url).name("headers").array();
  for (const Header& header : request.headers)
    writer.array().string(header.name).string(header.value).end_array();
  return writer.end_array().text("body", request.body).end_object();
}

Writer& write(Writer& writer, const Meaning& meaning) {
  writer.object().text("kind", to_text(meaning.kind));
  write(writer.name("error"), meaning.error)
      .text_or_null("serverText", if_any(meaning.server_text))
      .text_or_null("errorType", if_any(meaning.error_type));
  write(writer.name("rateLimit"), meaning.rate_limit);
  write_deprecation(writer, meaning.deprecation);
  return writer.text_or_null("roomText", text_of(meaning.room)).end_object();
}

Writer& write_outcome(Writer& writer, const Outcome& outcome) {
  writer.object().text("verdict", to_text(outcome.verdict));
  if (outcome.proof)
    writer.text("proof", to_text(*outcome.proof));
  else
    writer.null("proof");
  return write(writer.name("error"), outcome.error);
}

Writer& write(Writer& writer, const std::vector<Change>& changes) {
  writer.array();
  for (const Change& change : changes) {
    const char* one = change.after ? "added" : "removed";
    writer.object()
        .text("path", change.path)
        .text("kind", change.before && change.after ? "changed" : one);
    if (change.before) writer.text("beforeText", change.before->text);
    if (change.after) writer.text("afterText", change.after->text);
    writer.end_object();
  }
  return writer.end_array();
}

Writer& succeed(Writer& writer) { return writer.object().flag("ok", true); }

Writer& fail(Writer& writer, const Error& error) {
  return write(writer.object().flag("ok", false).name("error"), error);
}

Writer succeeded() {
  Writer writer;
  succeed(writer);
  return writer;
}

std::string end(Writer& writer) { return writer.end_object().take(); }

std::string failed(const Error& error) {
  Writer writer;
  return end(fail(writer, error));
}

const Issue* first_error(const std::vector<Issue>& issues) {
  for (const Issue& issue : issues)
    if (issue.severity == Severity::error) return &issue;
  return nullptr;
}

std::string failed_with_issues(const Error& error, const std::vector<Issue>& issues) {
  Writer writer;
  return end(write(fail(writer, error).name("issues"), issues));
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

long long ArgumentReader::read_whole(std::string_view key, long long largest) {
  const auto found = member(key);
  const auto number = room_visitor::whole_number(found ? found->text() : std::string_view());
  if (number && *number <= largest && *number >= -largest - 1) return *number;
  report(key, found, "a whole number");
  return 0;
}

int ArgumentReader::whole_number(std::string_view key) {
  return static_cast<int>(read_whole(key, std::numeric_limits<int>::max()));
}

Millis ArgumentReader::time(std::string_view key) {
  return static_cast<Millis>(read_whole(key, std::numeric_limits<long long>::max()));
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

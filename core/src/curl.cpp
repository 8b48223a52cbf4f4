// Writes a request as a curl command.
#include <algorithm>

#include "json/json_view.h"
#include "json/json_writer.h"
#include "room_visitor/endpoints.h"
#include "room_visitor/redact.h"

namespace room_visitor {
namespace {

constexpr std::string_view kIndent = "    ";

// In single quotes a POSIX shell takes everything literally but the single quote itself.
std::string shell_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char letter : text) {
    if (letter == '\'')
      quoted += "'\\''";
    else
      quoted += letter;
  }
  return quoted + "'";
}

// One member a line; the bodies of this library are flat objects.
std::string indented(const std::string& body) {
  const Result<json::View> view = json::check(body);
  if (!view.ok() || view.value().kind() != json::Kind::object) return body;
  std::string text;
  view.value().for_each_member([&](std::string_view key, json::View value) {
    text.append(text.empty() ? "{\n" : ",\n").append(kIndent);
    text.append(json::string_value(key)).append(": ").append(value.text());
  });
  return text.empty() ? body : text + "\n}";
}

}  // namespace

std::string to_curl(const HttpRequest& request, Secrets secrets) {
  const bool mask = secrets == Secrets::masked;
  std::string command =
      "curl --location --request " + request.method + " " + shell_quoted(request.url);
  for (const Header& header : request.headers) {
    const bool hide = mask && is_secret_name(header.name);
    const std::string value = hide ? std::string(kHidden) : header.value;
    command += " \\\n--header " + shell_quoted(header.name + ": " + value);
  }
  if (request.body.empty()) return command;
  const Result<std::string> redacted = redact(request.body);
  const std::string& body = mask && redacted.ok() ? redacted.value() : request.body;
  return command + " \\\n--data " + shell_quoted(indented(body));
}

}  // namespace room_visitor

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
void append_quoted(std::string& command, std::string_view text) {
  command += '\'';
  for (const char letter : text) {
    if (letter == '\'')
      command += "'\\''";
    else
      command += letter;
  }
  command += '\'';
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

// Letters need no quotes, and the documentation's call has none there.
bool is_word(const std::string& method) {
  return !method.empty() &&
         method.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
}

// The address with the values of secret query parameters hidden.
std::string with_hidden_query(std::string_view url) {
  const auto query = url.find('?');
  std::string shown(url.substr(0, query));
  if (query == std::string_view::npos) return shown;
  char separator = '?';
  for (std::string_view rest = url.substr(query + 1);; separator = '&') {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    const std::string_view name = pair.substr(0, pair.find('='));
    shown += separator;
    if (is_secret_name(name))
      shown.append(name).append("=").append(kHidden);
    else
      shown.append(pair);
    if (pair.size() == rest.size()) return shown;
    rest.remove_prefix(pair.size() + 1);
  }
}

// A body that cannot be redacted is not shown.
std::string masked_body(const std::string& body) {
  const Result<std::string> redacted = redact(body);
  return redacted.ok() ? redacted.value() : std::string(kHidden);
}

}  // namespace

std::string to_curl(const HttpRequest& request, Secrets secrets) {
  const bool mask = secrets == Secrets::masked;
  std::string command = "curl --location --request ";
  if (is_word(request.method))
    command += request.method;
  else
    append_quoted(command, request.method);
  append_quoted(command += ' ', mask ? with_hidden_query(request.url) : request.url);
  for (const Header& header : request.headers) {
    const bool hide = mask && is_secret_name(header.name);
    std::string field = header.name + ": ";
    field += hide ? kHidden : std::string_view(header.value);
    append_quoted(command += " \\\n--header ", field);
  }
  if (request.body.empty()) return command;
  const std::string body = mask ? masked_body(request.body) : request.body;
  append_quoted(command += " \\\n--data ", indented(body));
  return command;
}

}  // namespace room_visitor

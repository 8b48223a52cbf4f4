#include "room_visitor/server_version.h"

#include <algorithm>

namespace room_visitor {
namespace {

constexpr int kLargestPart = 999;
constexpr std::size_t kShownInError = 40;

// Reads one number from the front of `rest`; nothing if there is none or it is out of range.
std::optional<int> take_number(std::string_view& rest) {
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  int number = 0;
  for (const char digit : rest.substr(0, digits))
    number = std::min(number * 10 + (digit - '0'), kLargestPart + 1);
  if (digits == 0 || number > kLargestPart) return {};
  rest.remove_prefix(digits);
  return number;
}

bool take_dot(std::string_view& rest) {
  if (!rest.starts_with('.')) return false;
  rest.remove_prefix(1);
  return true;
}

std::optional<ServerVersion> parse(std::string_view rest) {
  const std::optional<int> major = take_number(rest);
  if (!major || !take_dot(rest)) return {};
  const std::optional<int> minor = take_number(rest);
  if (!minor) return {};
  ServerVersion version{*major, *minor, {}};
  if (take_dot(rest)) {
    version.patch = take_number(rest);
    if (!version.patch) return {};
  }
  if (!rest.empty() && (rest.front() != '-' || rest.size() == 1)) return {};
  return version;
}

// As long long, like every other number that becomes text: the module has one conversion.
std::string decimal(long long number) { return std::to_string(number); }

// The text for a message: versions are ASCII, and what is not may be anything.
std::string quoted(std::string_view text) {
  std::string shown(text.substr(0, kShownInError));
  std::replace_if(
      shown.begin(), shown.end(), [](char letter) { return letter < ' ' || letter > '~'; }, '?');
  return "\"" + shown + "\"";
}

}  // namespace

Result<ServerVersion> parse_server_version(std::string_view text) {
  if (const auto version = parse(text)) return *version;
  return Error{ErrorCode::invalid_version, "", quoted(text), "major.minor or major.minor.patch"};
}

std::string to_text(const ServerVersion& version) {
  std::string text = decimal(version.major) + "." + decimal(version.minor);
  if (version.patch) text += "." + decimal(*version.patch);
  return text;
}

}  // namespace room_visitor

#include "room_visitor/redact.h"

#include <algorithm>
#include <array>

#include "json/json_view.h"
#include "json/json_writer.h"
#include "room_visitor/http.h"
#include "unicode.h"

namespace room_visitor {
namespace {

// Members of the server's documents and of its login body, and the header of requests.
constexpr std::array<std::string_view, 17> kSecretNames{
    "token",  "authToken",  "X-Auth-Token",  "x-visitor-token", "password",    "digest",
    "code",   "resume",     "hashedToken",   "loginToken",      "loginTokens", "access_token",
    "secret", "x-2fa-code", "Authorization", "Cookie",          "Set-Cookie"};

constexpr std::size_t kShortestToken = 32;
constexpr std::size_t kLongestProse = 300;

bool is_token_character(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// The run of token characters at the front of `text`, or else its first character.
std::string_view word_or_character(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_token_character);
  const auto length = static_cast<std::size_t>(end - text.begin());
  return text.substr(0, length > 0 ? length : first_code_point(text).bytes);
}

bool is_token(std::string_view word) {
  return word.size() >= kShortestToken && std::any_of(word.begin(), word.end(), is_digit);
}

// Copies a checked text token by token, in one pass however deep it is nested.
class Redactor {
 public:
  explicit Redactor(std::string_view text) : rest_(text) { copy_.reserve(text.size()); }

  std::string run() {
    while (!rest_.empty()) step();
    return std::move(copy_);
  }

 private:
  void step() {
    switch (rest_.front()) {
      case ' ':
      case '\t':
      case '\n':
      case '\r':
        rest_.remove_prefix(1);
        return;
      case '"':
        return copy_string();
      default:
        copy_ += rest_.front();
        rest_.remove_prefix(1);
    }
  }

  void copy_string() {
    const std::string_view quoted = json::first_value(rest_);
    copy_.append(quoted);
    rest_.remove_prefix(quoted.size());
    skip_space();
    if (!rest_.starts_with(':') || !is_secret_name(json::decode_string(quoted))) return;
    rest_.remove_prefix(1);
    skip_space();
    rest_.remove_prefix(json::first_value(rest_).size());
    copy_.append(":").append(json::string_value(kHidden));
  }

  void skip_space() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n\r"), rest_.size()));
  }

  std::string_view rest_;
  std::string copy_;
};

}  // namespace

bool is_secret_name(std::string_view name) {
  return std::any_of(kSecretNames.begin(), kSecretNames.end(), [name](std::string_view secret) {
    return equals_ignoring_case(name, secret);
  });
}

Result<std::string> redact(std::string_view json) {
  const Result<json::View> view = json::check(json);
  if (!view.ok()) return view.error();
  return Redactor(view.value().text()).run();
}

std::string redact_prose(std::string_view text) {
  std::string shown;
  std::size_t characters = 0;
  while (!text.empty()) {
    const std::string_view word = word_or_character(text);
    text.remove_prefix(word.size());
    if (is_token(word)) {
      shown += kHidden;
      ++characters;
      continue;
    }
    for (std::string_view rest = word; !rest.empty(); ++characters) {
      if (characters == kLongestProse) return shown + "…";
      rest.remove_prefix(append_visible(shown, rest));
    }
  }
  return shown;
}

}  // namespace room_visitor

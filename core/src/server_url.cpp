#include "room_visitor/server_url.h"

#include <algorithm>
#include <optional>

#include "host.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

constexpr int kLargestPort = 65535;
std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return lower;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n\r";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

struct HostAndPort {
  std::string host;
  std::string_view port;
};

std::optional<HostAndPort> split_port(std::string_view authority) {
  const auto close = authority.find(']');
  const bool is_bracketed = authority.starts_with('[');
  if (is_bracketed && close == std::string_view::npos) return {};
  const auto colon = authority.find(':', is_bracketed ? close : 0);
  const std::string_view host = authority.substr(0, colon);
  if (is_bracketed && host.size() != close + 1) return {};
  if (colon == std::string_view::npos) return HostAndPort{lower_case(host), {}};
  return HostAndPort{lower_case(host), authority.substr(colon + 1)};
}

bool is_port(std::string_view port) {
  const auto number = whole_number(port);
  return number && *number >= 1 && *number <= kLargestPort;
}

bool is_default_port(std::string_view scheme, std::string_view port) {
  return (scheme == "https" && port == "443") || (scheme == "http" && port == "80");
}

// The segment with its dots written out: an encoded dot is resolved like a plain one.
std::string with_plain_dots(std::string_view segment) {
  std::string plain = lower_case(segment);
  for (auto at = plain.find("%2e"); at != std::string::npos; at = plain.find("%2e", at))
    plain.replace(at, 3, ".");
  return plain;
}

// A segment "." or ".." would be resolved away by whatever sends the request.
bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    const std::string plain = with_plain_dots(segment);
    if (plain == "." || plain == "..") return true;
    path.remove_prefix(segment.size());
  }
  return false;
}

bool has_forbidden_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte <= 0x20 || byte >= 0x7F ||
           std::string_view("\"<>\\^`{|}").find(letter) != std::string_view::npos;
  });
}

// The pieces of scheme://host[:port][/path]. Each step says whether reading goes on.
class Reader {
 public:
  bool read(std::string_view text, Transport transport) {
    if (text.empty()) return fail("nothing", "an address such as https://chat.example.com");
    return split(text) && check(text, transport);
  }

  [[nodiscard]] const Error& error() const { return error_; }

  [[nodiscard]] std::string origin() const {
    std::string origin = scheme_ + "://" + place_.host;
    if (has_colon_ && !is_default_port(scheme_, place_.port))
      origin.append(":").append(place_.port);
    return origin;
  }

  [[nodiscard]] std::string_view prefix() const {
    return path_.substr(0, path_.find_last_not_of('/') + 1);
  }

 private:
  bool fail(const char* found, const char* expected) {
    error_.found = found;
    error_.expected = expected;
    return false;
  }

  bool fail_with(const char* found, std::string_view shown, const char* expected) {
    fail(found, expected);
    error_.found += quote_for_people(shown);
    return false;
  }

  bool split(std::string_view text) {
    // First of all, and wherever it stands: no message may repeat a password.
    if (text.substr(0, text.find_first_of("?#")).find('@') != std::string_view::npos)
      return fail("credentials (before \"@\")", "an address without them");
    const auto separator = text.find("://");
    if (separator == std::string_view::npos)
      return fail_with("no scheme in ", text, "https:// at the beginning");
    scheme_ = lower_case(text.substr(0, separator));
    authority_ = text.substr(separator + 3);
    if (scheme_ != "https" && scheme_ != "http")
      return fail_with("the scheme ", scheme_, "https or http");
    if (authority_.find('?') != std::string_view::npos)
      return fail("a query (from \"?\" on)", "an address without one");
    if (authority_.find('#') != std::string_view::npos)
      return fail("a fragment (from \"#\" on)", "an address without one");
    const auto slash = std::min(authority_.find('/'), authority_.size());
    path_ = authority_.substr(slash);
    authority_ = authority_.substr(0, slash);
    return true;
  }

  bool check(std::string_view text, Transport transport) {
    if (has_forbidden_character(text))
      return fail("a character that addresses cannot contain",
                  "ASCII only; write other letters of a host as xn--… and of a path as %…");
    auto place = split_port(authority_);
    if (!place || !is_host(place->host))
      return fail_with("the host ", authority_, "a host name or address");
    place_ = *std::move(place);
    has_colon_ = place_.host.size() != authority_.size();
    if (has_colon_ && !is_port(place_.port))
      return fail_with("the port ", place_.port, "a number from 1 to 65535");
    if (has_dot_segment(path_)) return fail("a path with . or ..", "a plain path");
    if (scheme_ == "https" || transport == Transport::allow_insecure || is_loopback(place_.host))
      return true;
    error_.code = ErrorCode::insecure_server_url;
    return fail_with("http to ", place_.host, "https");
  }

  Error error_{ErrorCode::invalid_server_url, "", "", ""};
  std::string scheme_;
  std::string_view authority_;
  std::string_view path_;
  HostAndPort place_;
  bool has_colon_ = false;
};

}  // namespace

std::string ServerUrl::join(std::string_view path) const {
  return origin_ + prefix_ + std::string(path);
}

Result<ServerUrl> parse_server_url(std::string_view text, Transport transport) {
  Reader reader;
  if (!reader.read(trimmed(text), transport)) return reader.error();
  return ServerUrl(reader.origin(), std::string(reader.prefix()));
}

}  // namespace room_visitor

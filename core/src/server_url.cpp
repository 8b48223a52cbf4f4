#include "room_visitor/server_url.h"

#include <algorithm>
#include <optional>

#include "host.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

constexpr int kLargestPort = 65535;
constexpr std::string_view kExample = "an address such as https://chat.example.com";

Error bad_url(std::string found, std::string_view expected = kExample) {
  return {ErrorCode::invalid_server_url, "", std::move(found), std::string(expected)};
}

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

// The pieces of scheme://host[:port][/path], not yet checked.
struct Pieces {
  std::string scheme;
  std::string_view authority;
  std::string_view path;
};

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

Result<Pieces> split(std::string_view text) {
  // First of all, and wherever it stands: no message may repeat a password.
  if (text.substr(0, text.find_first_of("?#")).find('@') != std::string_view::npos)
    return bad_url("credentials (before \"@\")", "an address without them");
  const auto separator = text.find("://");
  if (separator == std::string_view::npos)
    return bad_url("no scheme in " + quote_for_people(text), "https:// at the beginning");
  Pieces pieces{lower_case(text.substr(0, separator)), text.substr(separator + 3), {}};
  if (pieces.scheme != "https" && pieces.scheme != "http")
    return bad_url("the scheme " + quote_for_people(pieces.scheme), "https or http");
  if (pieces.authority.find('?') != std::string_view::npos)
    return bad_url("a query (from \"?\" on)", "an address without one");
  if (pieces.authority.find('#') != std::string_view::npos)
    return bad_url("a fragment (from \"#\" on)", "an address without one");
  const auto slash = std::min(pieces.authority.find('/'), pieces.authority.size());
  pieces.path = pieces.authority.substr(slash);
  pieces.authority = pieces.authority.substr(0, slash);
  return pieces;
}

bool has_forbidden_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte <= 0x20 || byte >= 0x7F ||
           std::string_view("\"<>\\^`{|}").find(letter) != std::string_view::npos;
  });
}

}  // namespace

std::string ServerUrl::join(std::string_view path) const {
  return origin_ + prefix_ + std::string(path);
}

Result<ServerUrl> parse_server_url(std::string_view text, Transport transport) {
  text = trimmed(text);
  if (text.empty()) return bad_url("nothing");
  Result<Pieces> split_url = split(text);
  if (!split_url.ok()) return split_url.error();
  const Pieces& pieces = split_url.value();
  if (has_forbidden_character(text))
    return bad_url("a character that addresses cannot contain",
                   "ASCII only; write other letters of a host as xn--… and of a path as %…");
  const auto place = split_port(pieces.authority);
  if (!place || !is_host(place->host))
    return bad_url("the host " + quote_for_people(pieces.authority), "a host name or address");
  const bool has_colon = place->host.size() != pieces.authority.size();
  if (has_colon && (place->port.empty() || !is_port(place->port)))
    return bad_url("the port " + quote_for_people(place->port), "a number from 1 to 65535");
  if (has_dot_segment(pieces.path)) return bad_url("a path with . or ..", "a plain path");
  if (pieces.scheme == "http" && transport != Transport::allow_insecure &&
      !is_loopback(place->host))
    return Error{ErrorCode::insecure_server_url, "", "http to " + quote_for_people(place->host),
                 "https"};
  std::string origin = pieces.scheme + "://" + place->host;
  if (has_colon && !is_default_port(pieces.scheme, place->port))
    origin.append(":").append(place->port);
  const auto last = pieces.path.find_last_not_of('/');
  const auto length = last == std::string_view::npos ? 0 : last + 1;
  return ServerUrl(std::move(origin), std::string(pieces.path.substr(0, length)));
}

}  // namespace room_visitor

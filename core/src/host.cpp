#include "host.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "whole_number.h"

namespace room_visitor {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::size_t kLongestLabel = 63;
constexpr std::size_t kLongestName = 253;
constexpr std::size_t kIpv6Groups = 8;

bool consists_of(std::string_view text, std::string_view alphabet) {
  return text.find_first_not_of(alphabet) == std::string_view::npos;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// A decimal number of 0 to 255 without leading zeros, which some senders would read as octal.
bool is_octet(std::string_view text) {
  if (text.empty() || text.size() > 3 || !consists_of(text, kDigits)) return false;
  return whole_number(text).value_or(0) <= 255 && (text == "0" || text.front() != '0');
}

bool is_ipv4(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '.');
  return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), is_octet);
}

// How many 16-bit groups one side of "::" stands for; more than eight if it is malformed.
std::size_t ipv6_groups(std::string_view side) {
  constexpr std::size_t kMalformed = kIpv6Groups + 1;
  if (side.empty()) return 0;
  const std::vector<std::string_view> groups = split(side, ':');
  const bool ends_in_ipv4 = is_ipv4(groups.back());
  for (std::size_t i = 0; i < groups.size() - (ends_in_ipv4 ? 1 : 0); ++i)
    if (groups[i].empty() || groups[i].size() > 4 || !consists_of(groups[i], kHexDigits))
      return kMalformed;
  return groups.size() + (ends_in_ipv4 ? 1 : 0);
}

bool is_ipv6(std::string_view text) {
  const auto gap = text.find("::");
  if (gap == std::string_view::npos) return ipv6_groups(text) == kIpv6Groups;
  const std::string_view before = text.substr(0, gap);
  const std::string_view after = text.substr(gap + 2);
  // An IPv4 part can stand at the very end only.
  if (before.find('.') != std::string_view::npos) return false;
  return ipv6_groups(before) + ipv6_groups(after) < kIpv6Groups;
}

bool is_label(std::string_view label) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  return !label.empty() && label.size() <= kLongestLabel && label != "xn--" &&
         consists_of(label, kLetters) && label.front() != '-' && label.back() != '-';
}

// The URL Standard takes a host for an IPv4 address if its last label is a number.
bool ends_in_number(std::string_view label) {
  const bool is_hex = label.starts_with("0x") && consists_of(label.substr(2), kHexDigits);
  return is_hex || consists_of(label, kDigits);
}

}  // namespace

bool is_host(std::string_view host) {
  if (host.starts_with('[')) return host.ends_with(']') && is_ipv6(host.substr(1, host.size() - 2));
  if (host.size() > kLongestName) return false;
  const std::vector<std::string_view> labels = split(host, '.');
  if (!std::all_of(labels.begin(), labels.end(), is_label)) return false;
  return !ends_in_number(labels.back()) || is_ipv4(host);
}

bool is_loopback(std::string_view host) {
  if (host == "localhost" || host.ends_with(".localhost") || host == "[::1]") return true;
  return host.starts_with("127.") && is_ipv4(host);
}

}  // namespace room_visitor

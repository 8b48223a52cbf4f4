#include "room_visitor/http.h"

#include <algorithm>

namespace room_visitor {
namespace {

// ASCII only: header names and media types are ASCII, and the locale must not matter.
char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return to_lower(a) == to_lower(b); });
}

const std::string* find_header(const std::vector<Header>& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const Header& header) {
    return equals_ignoring_case(header.name, name);
  });
  return found == headers.end() ? nullptr : &found->value;
}

std::string media_type(std::string_view content_type) {
  std::string_view type = content_type.substr(0, content_type.find(';'));
  const auto first = type.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  type = type.substr(first, type.find_last_not_of(" \t") - first + 1);
  std::string lower(type);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  return lower;
}

}  // namespace room_visitor

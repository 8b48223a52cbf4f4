// Plays requests natively, for comparison with the WebAssembly module: JSON lines on standard
// input, one exchange for each request on standard output, as the module gives it.
//
//   {"workspace": "{\"version\":\"6.4\"}"}                                starts another workspace
//   {"request": "{\"method\":…}", "body": "7b7d", "ip": "::1", "now": 1}   body in hexadecimal
#include <charconv>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "room_visitor/standin/json_api.h"

namespace {

using nlohmann::json;
using room_visitor::standin::create_workspace;
using room_visitor::standin::JsonWorkspace;

constexpr int kHex = 16;

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    unsigned value = 0;
    std::from_chars(hex.data() + at, hex.data() + at + 2, value, kHex);
    bytes.push_back(static_cast<char>(value));
  }
  return bytes;
}

}  // namespace

int main() {
  std::optional<JsonWorkspace> workspace;
  for (std::string line; std::getline(std::cin, line);) {
    const json read = json::parse(line, nullptr, false);
    if (read.is_object() && read.contains("workspace")) {
      workspace.emplace(create_workspace(read["workspace"].get<std::string>()));
      std::cout << workspace->error() << '\n';
    } else if (read.is_object() && workspace) {
      std::cout << workspace->handle(read["request"].get<std::string>(),
                                     bytes_of(read["body"].get<std::string>()),
                                     read["ip"].get<std::string>(), read["now"].get<double>())
                << '\n';
    } else {
      std::fputs("not a line of requests\n", stderr);
      return 1;
    }
  }
  return 0;
}

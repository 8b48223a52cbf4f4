// The golden cases of tests/data, which C++ and TypeScript share. Read with a plain nlohmann/json,
// a JSON reader that the code under test does not use in this form.
#ifndef ROOM_VISITOR_TESTS_SUPPORT_DATA_H
#define ROOM_VISITOR_TESTS_SUPPORT_DATA_H

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace room_visitor::testing {

inline std::string read_data(const std::string& name) {
  std::ifstream file(std::string(ROOM_VISITOR_TEST_DATA) + "/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The cases of a file, members in their order; a file that is missing or empty is a failed test,
/// never an empty loop.
inline nlohmann::ordered_json read_cases(const std::string& name) {
  auto cases = nlohmann::ordered_json::parse(read_data(name), nullptr, false);
  EXPECT_TRUE(cases.is_array() && !cases.empty()) << name;
  return cases;
}

/// A JSON value for comparison. Exact for texts, false for texts that are not JSON.
inline nlohmann::json parsed(const std::string& text) {
  nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
  EXPECT_FALSE(value.is_discarded()) << text.substr(0, 200);
  return value;
}

}  // namespace room_visitor::testing

#endif  // ROOM_VISITOR_TESTS_SUPPORT_DATA_H

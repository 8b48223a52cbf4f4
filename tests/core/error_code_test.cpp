#include "room_visitor/error_code.h"

#include <gtest/gtest.h>

#include <set>

#include "room_visitor/result.h"

namespace room_visitor {
namespace {

TEST(ErrorCode, EveryRowIsFoundByItsCode) {
  for (const ErrorInfo& info : error_table()) EXPECT_EQ(&error_info(info.code), &info);
}

TEST(ErrorCode, NamesAreUniqueAndSentencesEnd) {
  std::set<std::string_view> names;
  for (const ErrorInfo& info : error_table()) {
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    EXPECT_TRUE(info.what.ends_with('.') && info.remedy.ends_with('.')) << info.name;
    EXPECT_FALSE(to_text(info.family).empty());
  }
}

TEST(ErrorCode, ResultHoldsOneOfTheTwo) {
  const Result<int> value = 3;
  const Result<int> error = Error{ErrorCode::empty, "/rid", "", ""};
  EXPECT_TRUE(value.ok());
  EXPECT_EQ(value.value(), 3);
  EXPECT_FALSE(error.ok());
  EXPECT_EQ(error.error().path, "/rid");
  EXPECT_EQ(to_text(error.error()),
            "The id is empty. At /rid. Enter the id exactly as the server shows it.");
}

}  // namespace
}  // namespace room_visitor

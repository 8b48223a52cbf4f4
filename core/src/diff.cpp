#include "room_visitor/diff.h"

#include <algorithm>
#include <map>

#include "json/json_view.h"

namespace room_visitor {
namespace {

using json::Kind;
using json::View;

// A difference at each level makes every level above be walked again; a room has five levels.
constexpr int kDeepestLevel = 16;

std::string child_path(const std::string& path, std::string_view key) {
  std::string child = path + "/";
  for (const char letter : key) {
    if (letter == '~')
      child += "~0";
    else if (letter == '/')
      child += "~1";
    else
      child += letter;
  }
  return child;
}

JsonText text_of(View view) { return {std::string(view.text())}; }

class Differ {
 public:
  void compare(const std::string& path, View before, View after, int level) {
    if (before.text() == after.text()) return;
    if (level < kDeepestLevel && before.kind() == after.kind()) {
      if (before.kind() == Kind::object) return compare_objects(path, before, after, level);
      if (before.kind() == Kind::array) return compare_arrays(path, before, after, level);
      if (is_same_scalar(before, after)) return;
    }
    changes_.push_back({path, text_of(before), text_of(after)});
  }

  std::vector<Change> take() { return std::move(changes_); }

 private:
  static bool is_same_scalar(View before, View after) {
    if (before.kind() == Kind::string) return before.string() == after.string();
    if (before.kind() != Kind::number) return false;
    return json::number_of(before.text()) == json::number_of(after.text());
  }

  void compare_objects(const std::string& path, View before, View after, int level) {
    std::map<std::string, View, std::less<>> old_members;
    for (auto& [key, value] : json::last_members(before)) old_members.emplace(key, value);
    for (const auto& [key, value] : json::last_members(after)) {
      const auto old = old_members.find(key);
      if (old == old_members.end()) {
        changes_.push_back({child_path(path, key), {}, text_of(value)});
      } else {
        compare(child_path(path, key), old->second, value, level + 1);
        old_members.erase(old);
      }
    }
    for (const auto& [key, value] : old_members)
      changes_.push_back({child_path(path, key), text_of(value), {}});
  }

  void compare_arrays(const std::string& path, View before, View after, int level) {
    std::vector<View> old_elements;
    before.for_each_element([&](View element) { old_elements.push_back(element); });
    std::size_t at = 0;
    after.for_each_element([&](View element) {
      const std::string child = child_path(path, std::to_string(at));
      if (at < old_elements.size())
        compare(child, old_elements[at], element, level + 1);
      else
        changes_.push_back({child, {}, text_of(element)});
      ++at;
    });
    for (; at < old_elements.size(); ++at)
      changes_.push_back({child_path(path, std::to_string(at)), text_of(old_elements[at]), {}});
  }

  std::vector<Change> changes_;
};

}  // namespace

Result<std::vector<Change>> diff(std::string_view before, std::string_view after) {
  const Result<View> old_view = json::check(before);
  if (!old_view.ok()) return old_view.error();
  const Result<View> new_view = json::check(after);
  if (!new_view.ok()) return new_view.error();
  Differ differ;
  differ.compare("", old_view.value(), new_view.value(), 0);
  return differ.take();
}

}  // namespace room_visitor

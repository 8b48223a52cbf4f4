#include "room_visitor/diff.h"

#include "json/decimal.h"
#include "json/json_view.h"
#include "json_pointer.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

using json::Kind;
using json::View;

// A difference at each level makes every level above be walked again; a room has five levels.
constexpr std::size_t kDeepestLevel = 16;

// Beyond these the two are different documents, and a list of differences helps nobody.
constexpr std::size_t kMostChanges = 10000;
constexpr std::size_t kMostPathBytes = 4u << 20u;

JsonText text_of(View view) { return {std::string(view.text())}; }

// Walks both documents side by side. The way to where it stands is kept as keys, and becomes a path
// only when a difference is reported.
class Differ {
 public:
  void compare(View before, View after) {
    if (before.text() == after.text() || is_over_limit()) return;
    if (way_.size() < kDeepestLevel && before.kind() == after.kind()) {
      if (before.kind() == Kind::object) return compare_objects(before, after);
      if (before.kind() == Kind::array) return compare_arrays(before, after);
      if (is_same_scalar(before, after)) return;
    }
    report(text_of(before), text_of(after));
  }

  [[nodiscard]] bool is_over_limit() const {
    return changes_.size() > kMostChanges || path_bytes_ > kMostPathBytes;
  }
  std::vector<Change> take() { return std::move(changes_); }

 private:
  static bool is_same_scalar(View before, View after) {
    if (before.kind() == Kind::string) return before.string() == after.string();
    if (before.kind() != Kind::number) return false;
    return json::nearest_double(before.text()) == json::nearest_double(after.text());
  }

  void report(std::optional<JsonText> before, std::optional<JsonText> after) {
    if (is_over_limit()) return;
    std::string path;
    for (const std::string& key : way_) append_step(path, key);
    path_bytes_ += path.size();
    changes_.push_back({std::move(path), std::move(before), std::move(after)});
  }

  // Compares or reports one child; either side may be missing.
  void visit(std::string key, std::optional<View> before, std::optional<View> after) {
    way_.push_back(std::move(key));
    if (before && after)
      compare(*before, *after);
    else if (after)
      report({}, text_of(*after));
    else
      report(text_of(*before), {});
    way_.pop_back();
  }

  void compare_objects(View before, View after) {
    const std::vector<json::Member> old_members = json::last_members(before);
    // Marked instead of erased: taking nodes out of a map is most of what the module has of maps.
    constexpr std::size_t kStays = std::string::npos;
    json::KeyIndex old_index;
    for (std::size_t i = 0; i < old_members.size(); ++i) old_index.emplace(old_members[i].key, i);
    for (const auto& [key, value] : json::last_members(after)) {
      const auto old = old_index.find(key);
      if (old == old_index.end()) {
        visit(key, {}, value);
      } else {
        visit(key, old_members[old->second].value, value);
        old->second = kStays;
      }
    }
    for (const auto& [key, at] : old_index)
      if (at != kStays) visit(std::string(key), old_members[at].value, {});
  }

  void compare_arrays(View before, View after) {
    std::vector<View> old_elements;
    before.for_each_element([&](View element) { old_elements.push_back(element); });
    std::size_t at = 0;
    after.for_each_element([&](View element) {
      const bool is_new = at >= old_elements.size();
      visit(to_decimal(static_cast<long long>(at)),
            is_new ? std::nullopt : std::optional(old_elements[at]), element);
      ++at;
    });
    for (; at < old_elements.size(); ++at)
      visit(to_decimal(static_cast<long long>(at)), old_elements[at], {});
  }

  std::vector<std::string> way_;
  std::vector<Change> changes_;
  std::size_t path_bytes_ = 0;
};

}  // namespace

Result<std::vector<Change>> diff(std::string_view before, std::string_view after) {
  const Result<View> old_view = json::check(before);
  if (!old_view.ok()) return old_view.error();
  const Result<View> new_view = json::check(after);
  if (!new_view.ok()) return new_view.error();
  Differ differ;
  differ.compare(old_view.value(), new_view.value());
  if (!differ.is_over_limit()) return differ.take();
  return std::vector<Change>{{"", text_of(old_view.value()), text_of(new_view.value())}};
}

}  // namespace room_visitor

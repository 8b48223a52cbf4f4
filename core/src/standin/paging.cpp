#include "standin/paging.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "standin/js_number.h"
#include "standin/order.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr double kUpperLimitIfUnset = 100;
constexpr double kDefaultIfUnset = 50;
// Beyond this a double is no exact whole number, and no list is that long.
constexpr double kLargest = 9007199254740991;

std::optional<double> number_of(const Json* value) {
  if (value == nullptr) return {};
  if (const auto* whole = value->get_ptr<const Json::number_integer_t*>())
    return static_cast<double>(*whole);
  if (const auto* number = value->get_ptr<const Json::number_float_t*>()) return *number;
  const auto* text = value->get_ptr<const std::string*>();
  return text == nullptr ? std::nullopt : js_number(*text);
}

double setting(const State& state, std::string_view name, double if_unset) {
  const double value = number_of(member(state.settings, name)).value_or(0);
  return value > 0 ? value : if_unset;
}

// Whole and not negative; nothing for what is no number.
std::optional<double> whole_of(const Json* value) {
  const auto number = number_of(value);
  if (!number || std::isnan(*number)) return {};
  return std::clamp(std::trunc(*number), 0.0, kLargest);
}

const Json* value_at(const Json& document, std::string_view path) {
  const Json* value = &document;
  for (const std::string_view key : split(path, '.')) {
    value = member(*value, key);
    if (value == nullptr) return nullptr;
  }
  return value;
}

// The order of types in the server's database.
int rank_of(const Json& value) {
  if (value.is_null()) return 0;
  if (value.is_number()) return 1;
  if (value.is_string()) return 2;
  if (value.is_object()) return 3;
  return value.is_array() ? 4 : 5;
}

int compare(const Json& one, const Json& other) {
  const int by_rank = rank_of(one) - rank_of(other);
  if (by_rank != 0 || one == other) return by_rank;
  return one < other ? -1 : 1;
}

}  // namespace

PageRange range_of(const Page& page, std::size_t size) {
  const std::size_t first = page.offset < size ? static_cast<std::size_t>(page.offset) : size;
  const std::size_t left = size - first;
  if (page.count == 0 || page.count > left) return {first, left};
  return {first, static_cast<std::size_t>(page.count)};
}

std::optional<std::uint64_t> read_whole(const Json& query, std::string_view name) {
  const auto number = whole_of(member(query, name));
  if (!number) return {};
  return static_cast<std::uint64_t>(*number);
}

Page read_page(const State& state, const Json& query) {
  const double by_default = setting(state, "API_Default_Count", kDefaultIfUnset);
  const double upper = setting(state, "API_Upper_Count_Limit", kUpperLimitIfUnset);
  double count = std::min(whole_of(member(query, "count")).value_or(by_default), upper);
  if (count == 0 && !is_true(state.settings, "API_Allow_Infinite_Count")) count = by_default;
  const double offset = whole_of(member(query, "offset")).value_or(0);
  return {static_cast<std::uint64_t>(offset), static_cast<std::uint64_t>(count)};
}

JsonParameter read_json_parameter(const Json& query, std::string_view name) {
  const std::string_view text = text_or_empty(query, name);
  if (text.empty()) return {};
  auto json = parse_json(text);
  if (json && json->value.is_object()) return {std::move(json->value), {}};
  return {Json::object(), coded_failure("error-invalid-" + std::string(name),
                                        "Invalid " + std::string(name) + " parameter provided: \"" +
                                            std::string(text) + "\"")};
}

JsonParameter read_sort(const Json& query) {
  constexpr std::size_t kMostSortKeys = 32;
  JsonParameter sort = read_json_parameter(query, "sort");
  if (!sort.refusal && sort.value.size() > kMostSortKeys)
    sort.refusal = failure("too many compound keys");
  return sort;
}

SortKey sort_key(const Json& document, const Json& sort) {
  SortKey key;
  const auto* members = sort.get_ptr<const Json::object_t*>();
  if (members == nullptr) return key;
  for (const auto& [path, direction] : *members) {
    const Json* value = value_at(document, path);
    const bool descending = number_of(&direction).value_or(1) < 0;
    key.parts.push_back({value == nullptr ? Json() : *value, descending});
  }
  return key;
}

bool comes_before(const SortKey& one, const SortKey& other) {
  for (std::size_t i = 0; i < one.parts.size() && i < other.parts.size(); ++i) {
    const int order = compare(one.parts[i].value, other.parts[i].value);
    if (order != 0) return one.parts[i].descending == (order > 0);
  }
  return false;
}

std::vector<std::size_t> sorted_by(const std::vector<SortKey>& keys) {
  return sorted_positions(keys.size(), [&](std::size_t one, std::size_t other) {
    return comes_before(keys[one], keys[other]);
  });
}

void sort_documents(std::vector<Json>& documents, const Json& sort) {
  std::vector<SortKey> keys;
  keys.reserve(documents.size());
  for (const Json& document : documents) keys.push_back(sort_key(document, sort));
  std::vector<Json> sorted;
  for (const std::size_t at : sorted_by(keys)) sorted.push_back(std::move(documents[at]));
  documents = std::move(sorted);
}

Reply list_answer(std::string_view name, std::vector<Json> shown, const Page& page,
                  std::size_t total) {
  Json answer = Json::object();
  const std::size_t count = shown.size();
  set_member(answer, name, Json::array_t(std::move(shown)));
  set_member(answer, "count", count);
  set_member(answer, "offset", page.offset);
  set_member(answer, "total", total);
  return success(std::move(answer));
}

}  // namespace room_visitor::standin

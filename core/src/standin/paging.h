// Lists in pages, and their order (docs/wire.md section 9, paging).
#ifndef ROOM_VISITOR_SRC_STANDIN_PAGING_H
#define ROOM_VISITOR_SRC_STANDIN_PAGING_H

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "standin/json.h"
#include "standin/replies.h"
#include "standin/state.h"

namespace room_visitor::standin {

/// The numbers are as wide on every platform, since any may be asked for.
struct Page {
  std::uint64_t offset = 0;
  std::uint64_t count = 0;  ///< 0: all
};

/// The part of so many items that a page shows.
struct PageRange {
  std::size_t first = 0;
  std::size_t count = 0;
};
[[nodiscard]] PageRange range_of(const Page& page, std::size_t size);

/// A member of a query as a whole number; nothing if it is no number.
[[nodiscard]] std::optional<std::uint64_t> read_whole(const Json& query, std::string_view name);

/// The members `offset` and `count` of a query, within the limits of the settings.
[[nodiscard]] Page read_page(const State& state, const Json& query);

/// One member of a query that is JSON text: `sort`, `fields` or `query`. An empty object if it is
/// not there; a reply if it is no JSON object.
struct JsonParameter {
  Json value = Json::object();
  std::optional<Reply> refusal;
};
[[nodiscard]] JsonParameter read_json_parameter(const Json& query, std::string_view name);

/// What a document is sorted by: `{"ts":-1,"v.name":1}` asks for two values. A key that is missing
/// comes before all others, as in the server's database.
struct SortKey {
  struct Part {
    Json value;
    bool descending;
  };
  std::vector<Part> parts;
};
[[nodiscard]] SortKey sort_key(const Json& document, const Json& sort);
[[nodiscard]] bool comes_before(const SortKey& one, const SortKey& other);

/// The positions of the keys in their order; equal ones stay as they are.
[[nodiscard]] std::vector<std::size_t> sorted_by(const std::vector<SortKey>& keys);

/// A sort with more keys than the server's database takes is refused in its words.
[[nodiscard]] JsonParameter read_sort(const Json& query);

/// Documents that are equal stay in their order.
void sort_documents(std::vector<Json>& documents, const Json& sort);

/// The part of a list that a page shows.
template <class Item>
[[nodiscard]] std::vector<Item> page_of(std::vector<Item> items, const Page& page) {
  const auto [first, count] = range_of(page, items.size());
  items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(first));
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(count), items.end());
  return items;
}

/// `{NAME:[…], count, offset, total}`.
[[nodiscard]] Reply list_answer(std::string_view name, std::vector<Json> shown, const Page& page,
                                std::size_t total);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_PAGING_H

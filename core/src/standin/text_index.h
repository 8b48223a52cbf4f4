// Texts with a number each, found by halving. One table for every purpose: what a template makes
// anew for every type of key and value weighs more in the module than it saves in time.
//   TextIndex places;
//   places.add("a", 0).is_new;  // true
#ifndef ROOM_VISITOR_SRC_STANDIN_TEXT_INDEX_H
#define ROOM_VISITOR_SRC_STANDIN_TEXT_INDEX_H

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace room_visitor::standin {

class TextIndex {
 public:
  struct Added {
    std::size_t number;  ///< the one given, or the one that the text has already
    bool is_new;
  };
  Added add(std::string_view text, std::size_t number = 0);

  [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const;
  [[nodiscard]] bool contains(std::string_view text) const;
  [[nodiscard]] bool empty() const { return numbers_.empty(); }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

  /// In the order of their bytes.
  [[nodiscard]] std::vector<std::string> texts() const;

  /// Takes a text away; larger numbers than its own move down by one. Does nothing without it.
  void remove(std::string_view text);

 private:
  std::map<std::string, std::size_t, std::less<>> numbers_;
};

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_TEXT_INDEX_H

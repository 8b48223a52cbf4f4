#include "standin/text_index.h"

namespace room_visitor::standin {

TextIndex::Added TextIndex::add(std::string_view text, std::size_t number) {
  const auto place = numbers_.lower_bound(text);
  if (place != numbers_.end() && place->first == text) return {place->second, false};
  numbers_.emplace_hint(place, text, number);
  return {number, true};
}

std::optional<std::size_t> TextIndex::find(std::string_view text) const {
  const auto place = numbers_.find(text);
  if (place == numbers_.end()) return {};
  return place->second;
}

bool TextIndex::contains(std::string_view text) const { return find(text).has_value(); }

std::vector<std::string> TextIndex::texts() const {
  std::vector<std::string> texts;
  for (const auto& entry : numbers_) texts.push_back(entry.first);
  return texts;
}

void TextIndex::remove(std::string_view text) {
  const auto place = numbers_.find(text);
  if (place == numbers_.end()) return;
  const std::size_t removed = place->second;
  numbers_.erase(place);
  for (auto& entry : numbers_)
    if (entry.second > removed) --entry.second;
}

}  // namespace room_visitor::standin

#include "standin/seed_problem.h"

namespace room_visitor::standin {

Error wrong_seed(std::string path, std::string_view found, std::string_view expected) {
  return {ErrorCode::invalid_seed, std::move(path), std::string(found), std::string(expected)};
}

SeedProblem check_texts(const Json& list, const std::string& path) {
  const auto* items = list.get_ptr<const Json::array_t*>();
  if (items == nullptr) return wrong_seed(path, kind_of(list), "a list of strings");
  for (std::size_t i = 0; i < items->size(); ++i)
    if (!(*items)[i].is_string())
      return wrong_seed(path + "/" + std::to_string(i), kind_of((*items)[i]), "a string");
  return {};
}

}  // namespace room_visitor::standin

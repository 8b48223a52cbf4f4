// The built-in seeds, as JSON text in the form that docs/standin.md describes.
#ifndef ROOM_VISITOR_SRC_STANDIN_SEEDS_H
#define ROOM_VISITOR_SRC_STANDIN_SEEDS_H

#include <string_view>
#include <vector>

namespace room_visitor::standin {

/// The settings and permissions every workspace starts with: the server's defaults.
[[nodiscard]] std::string_view default_seed();

/// The texts of a seed, to be added in this order; none if there is no seed of that name.
[[nodiscard]] std::vector<std::string_view> find_seed(std::string_view name);

/// The names, for messages.
[[nodiscard]] std::string_view seed_names();

/// The parts of the seed "story" that come after the documentation's.
[[nodiscard]] std::string_view story_people();
[[nodiscard]] std::string_view story_rooms();

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_SEEDS_H

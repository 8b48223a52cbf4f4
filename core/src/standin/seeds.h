// The built-in seeds, as JSON text in the form that docs/standin.md describes.
#ifndef ROOM_VISITOR_SRC_STANDIN_SEEDS_H
#define ROOM_VISITOR_SRC_STANDIN_SEEDS_H

#include <string_view>

namespace room_visitor::standin {

/// The settings and permissions every workspace starts with: the server's defaults.
[[nodiscard]] std::string_view default_seed();

/// A seed by name; empty if there is none of that name.
[[nodiscard]] std::string_view find_seed(std::string_view name);

/// The names, for messages.
[[nodiscard]] std::string_view seed_names();

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_SEEDS_H

// The version of a Rocket.Chat server. From 4.0 on anonymous callers see only major and minor; what
// the endpoint does depends on those two alone.
//
//   auto version = parse_server_version("6.4.2");  // {6, 4, 2}
//   version.value().at_least(6, 3);                // true
#ifndef ROOM_VISITOR_SERVER_VERSION_H
#define ROOM_VISITOR_SERVER_VERSION_H

#include <optional>
#include <string>
#include <string_view>

#include "room_visitor/result.h"

namespace room_visitor {

struct ServerVersion {
  int major = 0;
  int minor = 0;
  std::optional<int> patch;

  bool operator==(const ServerVersion&) const = default;

  /// Compares major and minor only.
  [[nodiscard]] bool at_least(int other_major, int other_minor) const {
    return major != other_major ? major > other_major : minor >= other_minor;
  }
};

/// Reads `major.minor[.patch]`, each 0 to 999, with an optional pre-release suffix such as `-rc.1`
/// or `-develop`, which is dropped. Error: invalid_version.
[[nodiscard]] Result<ServerVersion> parse_server_version(std::string_view text);

/// "6.4" or "6.4.2".
[[nodiscard]] std::string to_text(const ServerVersion& version);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SERVER_VERSION_H

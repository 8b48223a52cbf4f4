// The routes of the API: path, methods, and what the framework does before a handler runs.
#ifndef ROOM_VISITOR_SRC_STANDIN_ROUTES_H
#define ROOM_VISITOR_SRC_STANDIN_ROUTES_H

#include <span>
#include <string>
#include <string_view>

#include "room_visitor/http.h"
#include "room_visitor/time.h"
#include "standin/replies.h"
#include "standin/schema.h"
#include "standin/state.h"

namespace room_visitor::standin {

/// What a handler gets to see of one call.
struct Call {
  State& state;
  const HttpRequest& request;
  Json query;
  Json body;
  const Json* user;   ///< who calls; nullptr where no credentials are asked for
  std::string token;  ///< the token the caller presented
  Millis now;
};

using Handler = Reply (*)(Call& call);

enum class Credentials { needed, not_asked };
enum class Limit { counted, uncounted };
enum class Checked { nothing, query, body };
/// Whether the handler catches its errors, which older versions then write out.
enum class Catches { nothing, errors };

struct Endpoint {
  std::string_view method;
  Credentials credentials = Credentials::needed;
  Handler handler = nullptr;
  /// The permission on the route, which depends on the version; nullptr: none in any.
  std::string_view Behaviour::*permission = nullptr;
  Checked checked = Checked::nothing;
  StringMembers schema = {};
  Catches catches = Catches::nothing;
  /// Empty: not deprecated; else the version that was announced to remove it.
  std::string_view removed_in = {};
};

struct Route {
  std::string_view path;
  Limit limit;
  std::span<const Endpoint> endpoints;
  /// Whether the version has the route; nullptr: every version.
  Presence Behaviour::*presence = nullptr;
};

/// The route of a path, a slash at its end ignored; nullptr if the version has none.
[[nodiscard]] const Route* find_route(std::string_view path, const Behaviour& behaviour);

/// nullptr if the route does not have the method.
[[nodiscard]] const Endpoint* find_endpoint(const Route& route, std::string_view method);

/// The value of the header `Allow`: "PUT, OPTIONS".
[[nodiscard]] std::string allowed_methods(const Route& route);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_ROUTES_H

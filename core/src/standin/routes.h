// The routes of the API: path, methods, and what the framework does before a handler runs.
#ifndef ROOM_VISITOR_SRC_STANDIN_ROUTES_H
#define ROOM_VISITOR_SRC_STANDIN_ROUTES_H

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/http.h"
#include "room_visitor/time.h"
#include "standin/replies.h"
#include "standin/schema.h"
#include "standin/state.h"

namespace room_visitor::standin {

/// The parts of a path that a route names: ":rid" in "/api/v1/livechat/:rid/messages".
struct PathPart {
  std::string_view name;
  std::string text;
};

/// What a handler gets to see of one call.
struct Call {
  State& state;
  const HttpRequest& request;
  Json query;
  Json body;
  const Json* user;   ///< who calls; nullptr where no credentials are asked for
  std::string token;  ///< the token the caller presented
  std::string_view client_ip;
  std::vector<PathPart> path;
  Millis now;

  /// Empty if the route has no part of that name.
  [[nodiscard]] std::string_view part(std::string_view name) const;
};

using Handler = Reply (*)(Call& call);

enum class Credentials { needed, not_asked };
enum class Limit { counted, uncounted };
enum class Checked { nothing, query, body };
/// Whether the handler catches its errors, which older versions then write out.
enum class Catches { nothing, errors };
/// Whether versions without a schema check the parameters too, or leave that to the handler.
enum class OlderCheck { none, exact };

/// Whether a call asks for the caller's second factor.
enum class SecondFactor { not_asked, asked };

/// The permission on a route: the same in every version, or one that depends on it.
struct RoutePermission {
  std::string_view name = {};
  std::string_view Behaviour::*of_version = nullptr;
};

struct Endpoint {
  std::string_view method;
  Credentials credentials = Credentials::needed;
  Handler handler = nullptr;
  RoutePermission permission = {};
  Checked checked = Checked::nothing;
  const Schema* schema = nullptr;
  OlderCheck older_check = OlderCheck::none;
  Catches catches = Catches::nothing;
  SecondFactor second_factor = SecondFactor::not_asked;
  /// Whether the version applies the schema; nullptr: wherever it knows schemas at all.
  SchemaUse Behaviour::*schema_use = nullptr;
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

struct FoundRoute {
  const Route* route;
  std::vector<PathPart> parts;
};

/// The first route that a path fits, a slash at its end ignored; nothing if the version has none.
[[nodiscard]] std::optional<FoundRoute> find_route(std::string_view path,
                                                   const Behaviour& behaviour);

/// nullptr if the route does not have the method.
[[nodiscard]] const Endpoint* find_endpoint(const Route& route, std::string_view method);

/// The value of the header `Allow`: "PUT, OPTIONS".
[[nodiscard]] std::string allowed_methods(const Route& route);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_ROUTES_H

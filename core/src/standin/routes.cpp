#include "standin/routes.h"

#include <algorithm>

#include "standin/handlers.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

using Routes = std::span<const Route> (*)();
// Where two routes fit a path the earlier one is taken.
constexpr Routes kGroups[]{
    server_routes,    login_routes,        account_routes,     permission_routes, settings_routes,
    agent_routes,     room_routes,         visitor_routes,     message_routes,    inquiry_routes,
    room_list_routes, visitor_list_routes, conversation_routes};

// The parts of a path that fits; nothing if it does not. A named part holds at least one letter.
std::optional<std::vector<PathPart>> fit(std::string_view pattern, std::string_view path) {
  const auto wanted = split(pattern, '/');
  const auto given = split(path, '/');
  if (wanted.size() != given.size()) return {};
  std::vector<PathPart> parts;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].starts_with(':')) {
      if (given[i].empty()) return {};
      parts.push_back({wanted[i].substr(1), decode_path_text(given[i])});
    } else if (wanted[i] != given[i]) {
      return {};
    }
  }
  return parts;
}

bool is_present(const Route& route, const Behaviour& behaviour) {
  return route.presence == nullptr || behaviour.*route.presence == Presence::present;
}

}  // namespace

std::string_view Call::part(std::string_view name) const {
  const auto found =
      std::find_if(path.begin(), path.end(), [&](const PathPart& own) { return own.name == name; });
  return found == path.end() ? std::string_view{} : std::string_view(found->text);
}

std::optional<FoundRoute> find_route(std::string_view path, const Behaviour& behaviour) {
  if (path.ends_with('/')) path.remove_suffix(1);
  for (const Routes routes : kGroups) {
    for (const Route& route : routes()) {
      if (!is_present(route, behaviour)) continue;
      if (auto parts = fit(route.path, path)) return FoundRoute{&route, std::move(*parts)};
    }
  }
  return {};
}

const Endpoint* find_endpoint(const Route& route, std::string_view method) {
  for (const Endpoint& endpoint : route.endpoints)
    if (endpoint.method == method) return &endpoint;
  return nullptr;
}

std::string allowed_methods(const Route& route) {
  std::string methods;
  for (const Endpoint& endpoint : route.endpoints) methods.append(endpoint.method).append(", ");
  return methods + "OPTIONS";
}

}  // namespace room_visitor::standin

// Everything that a workspace knows. Documents are JSON in the form in which the server sends
// them, with their members in order.
#ifndef ROOM_VISITOR_SRC_STANDIN_STATE_H
#define ROOM_VISITOR_SRC_STANDIN_STATE_H

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "room_visitor/standin/behaviour.h"
#include "room_visitor/standin/workspace.h"
#include "standin/chance.h"
#include "standin/json.h"
#include "standin/limiter.h"

namespace room_visitor::standin {

/// Documents in the order in which they were added, found by their `_id`.
class Collection {
 public:
  [[nodiscard]] const Json* find(std::string_view id) const;
  [[nodiscard]] Json* find(std::string_view id);

  /// The first document whose member has this text.
  [[nodiscard]] const Json* find_by(std::string_view key, std::string_view text) const;

  /// Adds a document, or replaces the one of the same `_id`.
  void put(Json document);

  [[nodiscard]] const std::vector<Json>& all() const { return documents_; }

 private:
  std::vector<Json> documents_;
  std::unordered_map<std::string, std::size_t> places_;
};

/// How a user logs in. All are values: nothing is hashed here.
struct Login {
  std::string password;
  std::string digest;  ///< what a client sends instead of the password: its SHA-256 in hexadecimal
  std::vector<std::string> tokens;
};

struct State {
  State(const WorkspaceOptions& chosen, const Behaviour& row)
      : options(chosen), behaviour(&row), chance(chosen.chance) {}

  WorkspaceOptions options;
  const Behaviour* behaviour;
  Chance chance;
  Limiter limiter;
  Json settings = Json::object();
  Collection permissions;
  Collection users;
  Collection departments;
  Collection department_agents;
  Collection visitors;
  Collection rooms;
  Collection subscriptions;
  Collection inquiries;
  std::unordered_map<std::string, Login> logins;  // by user id

  [[nodiscard]] bool has_permission(const Json& user, std::string_view permission) const;

  /// Whether the user has the permission, or none is asked for.
  [[nodiscard]] bool is_allowed(const Json& user, std::string_view permission) const {
    return permission.empty() || has_permission(user, permission);
  }

  /// The user of these credentials; nullptr if they are not valid together.
  [[nodiscard]] const Json* find_session(std::string_view user_id, std::string_view token) const;

  /// By `_id`, or by token; disabled visitors are left out where the version does.
  [[nodiscard]] const Json* find_visitor(std::string_view id) const;
  [[nodiscard]] const Json* find_visitor_by_token(std::string_view token) const;

 private:
  [[nodiscard]] const Json* unless_unknown(const Json* visitor) const;
};

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_STATE_H

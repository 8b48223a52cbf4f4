// Everything that a workspace knows. Documents are JSON in the form in which the server sends
// them, with their members in order.
#ifndef ROOM_VISITOR_SRC_STANDIN_STATE_H
#define ROOM_VISITOR_SRC_STANDIN_STATE_H

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/standin/behaviour.h"
#include "room_visitor/standin/workspace.h"
#include "standin/chance.h"
#include "standin/fault_run.h"
#include "standin/generator.h"
#include "standin/json.h"
#include "standin/limiter.h"
#include "standin/login.h"
#include "standin/text_index.h"

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

  /// Takes a document away; does nothing if there is none. Pointers to others are void then.
  void remove(std::string_view id);

  /// Takes all documents away whose member has this text.
  void remove_by(std::string_view key, std::string_view text);

  [[nodiscard]] const std::vector<Json>& all() const { return documents_; }

 private:
  std::vector<Json> documents_;
  TextIndex places_;
};

struct State {
  State(const WorkspaceOptions& chosen, const Behaviour& row)
      : options(chosen), behaviour(&row), chance(chosen.chance) {}

  WorkspaceOptions options;
  const Behaviour* behaviour;
  Chance chance;
  Limiter limiter;
  FaultRun faults;
  Json settings = Json::object();
  Collection permissions;
  Collection users;
  Collection departments;
  Collection department_agents;
  GeneratorOptions generated;
  // The ids of who serves generated rooms, and of their departments; nothing: all of the seed.
  std::optional<std::vector<std::string>> generated_agents;
  std::optional<std::vector<std::string>> generated_departments;
  /// Makes most of the visitors and rooms where there are many.
  Generator generator;
  // What was written by hand or changed. Handlers use the functions below, which know the others.
  Collection visitors;
  Collection rooms;
  Collection subscriptions;
  Collection inquiries;
  Collection messages;
  /// The ids of generated documents that were taken away: rooms, and all others.
  TextIndex removed_rooms;
  TextIndex removed;
  std::map<std::string, Login, std::less<>> logins;  // by user id
  TextIndex named_roles;  // that documents name, besides the built-in ones

  [[nodiscard]] bool has_permission(const Json& user, std::string_view permission) const;

  /// Whether the user has the permission, or none is asked for.
  [[nodiscard]] bool is_allowed(const Json& user, std::string_view permission) const {
    return permission.empty() || has_permission(user, permission);
  }

  /// The user of these credentials; nullptr if they are not valid together. Those of deactivated
  /// users never are.
  [[nodiscard]] const Json* find_session(std::string_view user_id, std::string_view token) const;

  [[nodiscard]] bool is_agent_of(std::string_view user_id, std::string_view department) const;

  [[nodiscard]] std::optional<Json> room(std::string_view rid) const;
  [[nodiscard]] std::optional<Json> room_by_name(std::string_view name) const;
  /// The open live chat of the visitor who has this token.
  [[nodiscard]] std::optional<Json> open_room_of(std::string_view visitor_token) const;
  /// The live chats whose visitor this is now.
  [[nodiscard]] std::vector<Json> rooms_of_visitor(std::string_view visitor_id) const;
  [[nodiscard]] std::size_t open_rooms_of_agent(std::string_view user_id) const;
  /// Whether it is a generated room that nobody has changed.
  [[nodiscard]] bool is_untouched_room(std::size_t index) const;
  void put_room(Json room);
  void remove_room(std::string_view rid);

  /// Disabled visitors are left out where the version does.
  [[nodiscard]] std::optional<Json> visitor(std::string_view id) const;
  [[nodiscard]] std::optional<Json> visitor_by_token(std::string_view token) const;
  /// Of every kind, disabled ones too.
  [[nodiscard]] std::optional<Json> visitor_by_username(std::string_view username) const;
  [[nodiscard]] std::optional<Json> visitor_by_phone(std::string_view number) const;
  [[nodiscard]] std::optional<Json> visitor_by_email(std::string_view address) const;
  [[nodiscard]] bool is_untouched_visitor(std::size_t index) const;
  [[nodiscard]] std::size_t visitor_count() const;
  void put_visitor(Json visitor);
  void remove_visitor(std::string_view id);

  [[nodiscard]] std::optional<Json> inquiry(std::string_view id) const;
  [[nodiscard]] std::optional<Json> inquiry_of(std::string_view rid) const;
  void put_inquiry(Json inquiry);
  void remove_inquiry(std::string_view id);

  [[nodiscard]] bool is_subscribed(std::string_view user_id, std::string_view rid) const;
  void put_subscription(Json subscription);
  void remove_subscriptions_of(std::string_view rid);

  /// Oldest first.
  [[nodiscard]] std::vector<Json> messages_of(std::string_view rid) const;
  [[nodiscard]] std::optional<Json> message(std::string_view id) const;
  void put_message(Json message);
  void remove_messages_of(std::string_view rid);

 private:
  [[nodiscard]] std::optional<Json> generated_visitor(std::optional<std::size_t> index) const;
  [[nodiscard]] std::optional<Json> unless_unknown(std::optional<Json> visitor) const;
};

/// Whether an administrator has shut the user out. Users that say nothing of it are active.
[[nodiscard]] bool is_deactivated(const Json& user);

/// The `_id` of a member that is an object: of the visitor `v`, of the agent `servedBy`.
[[nodiscard]] std::string_view id_of(const Json& document, std::string_view key);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_STATE_H

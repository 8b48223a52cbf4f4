// The agents of live chats: making one, and whether they take chats.
#include <array>
#include <string>

#include "standin/handler_errors.h"
#include "standin/handlers.h"

namespace room_visitor::standin {
namespace {

constexpr std::string_view kAgentRole = "livechat-agent";
constexpr std::string_view kManagerRole = "livechat-manager";
constexpr std::string_view kAvailable = "available";
constexpr std::string_view kNotAvailable = "not-available";

Json with_role(Json user, std::string_view role) {
  const Json* roles = member(user, "roles");
  if (holds_text(roles, role)) return user;
  const auto* known = roles == nullptr ? nullptr : roles->get_ptr<const Json::array_t*>();
  Json::array_t all = known == nullptr ? Json::array_t{} : *known;
  all.emplace_back(std::string(role));
  set_member(user, "roles", std::move(all));
  return user;
}

std::string_view role_of(std::string_view type) {
  if (type == "agent") return kAgentRole;
  return type == "manager" ? kManagerRole : std::string_view{};
}

// Whoever becomes an agent takes chats at once.
Reply add_agent_or_manager(Call& call) {
  State& state = call.state;
  const HandlerErrors errors = state.behaviour->handler_errors;
  if (!state.is_allowed(*call.user, state.behaviour->agents_handler_permission))
    return unauthorized();
  const std::string_view role = role_of(call.part("type"));
  if (role.empty()) return plain_error(errors, "Invalid type");
  const Json* found = state.users.find_by("username", text_or_empty(call.body, "username"));
  if (found == nullptr) {
    Reply refusal = coded_error(errors, "error-invalid-user", "Invalid user");
    Json details = Json::object();
    set_member(details, "method", role == kAgentRole ? "livechat:addAgent" : "livechat:addManager");
    set_member(refusal.body, "details", std::move(details));
    return refusal;
  }
  Json user = with_role(*found, role);
  if (role == kAgentRole) {
    set_member(user, "operator", true);
    set_member(user, "statusLivechat", std::string(kAvailable));
  }
  Json shown = Json::object();
  for (const std::string_view key : {"_id", "username"}) set_member(shown, key, *member(user, key));
  state.users.put(std::move(user));
  Json answer = Json::object();
  set_member(answer, "user", std::move(shown));
  return success(std::move(answer));
}

Reply status_answer(std::string_view status) {
  Json answer = Json::object();
  set_member(answer, "status", std::string(status));
  return success(std::move(answer));
}

// Without a status it is turned round. Who may not change another's status is told so only if there
// is something to change.
Reply set_agent_status(Call& call) {
  State& state = call.state;
  const std::string own_id(text_or_empty(*call.user, "_id"));
  const std::string_view given = text_or_empty(call.body, "agentId");
  const Json* found = state.users.find(given.empty() ? std::string_view(own_id) : given);
  if (found == nullptr || !holds_text(member(*found, "roles"), kAgentRole))
    return not_found("Agent not found");
  if (is_deactivated(*found)) return failure("error-user-deactivated");
  const std::string_view known = text_or_empty(*found, "statusLivechat");
  const std::string_view wanted = text_or_empty(call.body, "status");
  const std::string status(!wanted.empty()       ? wanted
                           : known == kAvailable ? kNotAvailable
                                                 : kAvailable);
  if (status == known) return status_answer(status);
  if (text_or_empty(*found, "_id") != own_id &&
      !state.has_permission(*call.user, "manage-livechat-agents"))
    return unauthorized();
  Json user = *found;
  set_member(user, "statusLivechat", status);
  state.users.put(std::move(user));
  return status_answer(status);
}

constexpr std::array kUserMembers{Property{"username", &kText, Need::required}};
constexpr Schema kUserBody{.kind = Kind::object, .properties = kUserMembers};
constexpr std::array<std::string_view, 2> kStatuses{kAvailable, kNotAvailable};
constexpr Schema kStatus{.null = Null::accepted, .texts = kStatuses};
constexpr std::array kStatusMembers{Property{"status", &kStatus}, Property{"agentId", &kMaybeText}};
constexpr Schema kStatusBody{.kind = Kind::object, .properties = kStatusMembers};

constexpr std::array kUsers{
    Endpoint{.method = "POST",
             .handler = add_agent_or_manager,
             .permission = {.of_version = &Behaviour::agents_route_permission},
             .checked = Checked::body,
             .schema = &kUserBody,
             .older_check = OlderCheck::exact,
             .catches = Catches::errors}};
constexpr std::array kAgentStatus{Endpoint{.method = "POST",
                                           .handler = set_agent_status,
                                           .permission = {.name = "view-l-room"},
                                           .checked = Checked::body,
                                           .schema = &kStatusBody}};
constexpr std::array kRoutes{
    Route{"/api/v1/livechat/users/:type", Limit::counted, kUsers},
    Route{"/api/v1/livechat/agent.status", Limit::counted, kAgentStatus, &Behaviour::agent_status},
};

}  // namespace

std::span<const Route> agent_routes() { return kRoutes; }

}  // namespace room_visitor::standin

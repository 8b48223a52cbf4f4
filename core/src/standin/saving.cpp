#include "standin/saving.h"

namespace room_visitor::standin {
namespace {

Json list_of(const Collection& collection) {
  return Json::array_t(collection.all().begin(), collection.all().end());
}

Json list_of(const TextIndex& ids) {
  Json list = Json::array();
  for (std::string& id : ids.texts()) list.push_back(std::move(id));
  return list;
}

Json personal_tokens_of(const Login& login) {
  Json list = Json::array();
  for (const PersonalToken& personal : login.personal_tokens) {
    Json json = Json::object();
    set_member(json, "token", personal.token);
    set_member(json, "bypassTwoFactor", personal.second_factor == FactorRule::bypassed);
    list.push_back(std::move(json));
  }
  return list;
}

Json two_factor_of(const Login& login) {
  Json json = Json::object();
  set_member(json, "method", std::string(name_of(login.method)));
  Json codes = Json::array();
  for (const std::string& code : login.codes) codes.push_back(code);
  set_member(json, "codes", std::move(codes));
  return json;
}

Json login_of(const Login& login) {
  Json json = Json::object();
  set_member(json, "password", login.password);
  set_member(json, "digest", login.digest);
  Json tokens = Json::array();
  for (const std::string& token : login.tokens) tokens.push_back(token);
  set_member(json, "tokens", std::move(tokens));
  set_member(json, "personalAccessTokens", personal_tokens_of(login));
  if (login.method != FactorMethod::none) set_member(json, "twoFactor", two_factor_of(login));
  return json;
}

Json users_of(const State& state) {
  Json users = Json::array();
  for (Json user : state.users.all()) {
    const auto login = state.logins.find(text_or_empty(user, "_id"));
    if (login != state.logins.end()) set_member(user, "login", login_of(login->second));
    users.push_back(std::move(user));
  }
  return users;
}

Json generated_of(const State& state) {
  Json json = Json::object();
  set_member(json, "rooms", state.generated.rooms);
  set_member(json, "seed", state.generated.seed);
  set_member(json, "step", static_cast<std::int64_t>(state.generated.step));
  // By name: agents and departments that came later have none of these rooms.
  Json agents = Json::array();
  for (const GeneratedAgent& agent : state.generator.agents()) agents.push_back(agent.id);
  set_member(json, "agents", std::move(agents));
  Json departments = Json::array();
  for (const std::string& department : state.generator.departments())
    departments.push_back(department);
  set_member(json, "departments", std::move(departments));
  return json;
}

Json removed_of(const State& state) {
  Json json = Json::object();
  set_member(json, "rooms", list_of(state.removed_rooms));
  set_member(json, "others", list_of(state.removed));
  return json;
}

}  // namespace

std::string saved_text(const State& state) {
  Json json = Json::object();
  set_member(json, "settings", state.settings);
  set_member(json, "roles", list_of(state.named_roles));
  set_member(json, "permissions", list_of(state.permissions));
  set_member(json, "users", users_of(state));
  set_member(json, "departments", list_of(state.departments));
  set_member(json, "departmentAgents", list_of(state.department_agents));
  set_member(json, "visitors", list_of(state.visitors));
  set_member(json, "rooms", list_of(state.rooms));
  set_member(json, "subscriptions", list_of(state.subscriptions));
  set_member(json, "inquiries", list_of(state.inquiries));
  set_member(json, "messages", list_of(state.messages));
  set_member(json, "generated", generated_of(state));
  set_member(json, "removed", removed_of(state));
  set_member(json, "chance", state.chance.position());
  return to_json_text(json);
}

}  // namespace room_visitor::standin

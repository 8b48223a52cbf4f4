#include "standin/seed_reader.h"

#include <algorithm>
#include <array>
#include <string>

#include "standin/login_reader.h"
#include "standin/text.h"
#include "standin/text_index.h"

namespace room_visitor::standin {
namespace {

struct Part {
  std::string_view name;
  Collection State::*collection;
};

constexpr std::array kParts{
    Part{"permissions", &State::permissions},
    Part{"users", &State::users},
    Part{"departments", &State::departments},
    Part{"departmentAgents", &State::department_agents},
    Part{"visitors", &State::visitors},
    Part{"rooms", &State::rooms},
    Part{"subscriptions", &State::subscriptions},
    Part{"inquiries", &State::inquiries},
    Part{"messages", &State::messages},
};
constexpr std::string_view kPartNames =
    "settings, roles, permissions, users, departments, departmentAgents, visitors, rooms, "
    "subscriptions, inquiries, messages, generated, removed or chance";

constexpr double kMostSeed = 4294967295;
// A year between two rooms.
constexpr double kMostStep = 31536000000;

// Takes the login data out of a user, so that no answer can ever show it.
SeedProblem take_login(State& state, Json& user, const std::string& path) {
  auto* members = user.get_ptr<Json::object_t*>();
  const auto place = std::find_if(members->begin(), members->end(),
                                  [](const auto& entry) { return entry.first == "login"; });
  if (place == members->end()) return {};
  ReadLogin read = read_login(place->second, path + "/login");
  if (read.problem) return read.problem;
  members->erase(place);
  state.logins[std::string(text_or_empty(user, "_id"))] = std::move(read.login);
  return {};
}

SeedProblem add_roles(State& state, const Json& roles, const std::string& path) {
  if (auto problem = check_texts(roles, path)) return problem;
  for (const Json& role : *roles.get_ptr<const Json::array_t*>())
    state.named_roles.add(*role.get_ptr<const std::string*>());
  return {};
}

SeedProblem add_roles_of(State& state, const Json& document, const std::string& path) {
  const Json* roles = member(document, "roles");
  return roles == nullptr ? wrong_seed(path, "no member roles", "a list of roles")
                          : add_roles(state, *roles, path + "/roles");
}

SeedProblem add_document(State& state, const Part& part, Json document, const std::string& path) {
  if (!document.is_object()) return wrong_seed(path, kind_of(document), "an object");
  const std::string* id = text_member(document, "_id");
  if (id == nullptr || id->empty())
    return wrong_seed(path + "/_id",
                      member(document, "_id") == nullptr ? "nothing" : "no usable id",
                      "a string that is not empty");
  if (part.name == "users" || part.name == "permissions")
    if (auto problem = add_roles_of(state, document, path)) return problem;
  if (part.name == "users")
    if (auto problem = take_login(state, document, path)) return problem;
  (state.*part.collection).put(std::move(document));
  return {};
}

SeedProblem add_part(State& state, const Part& part, Json& json, const std::string& path) {
  auto* items = json.get_ptr<Json::array_t*>();
  if (items == nullptr) return wrong_seed(path, kind_of(json), "a list of documents");
  TextIndex ids;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::string place = path + "/" + std::to_string(i);
    std::string id((text_or_empty((*items)[i], "_id")));
    if (auto problem = add_document(state, part, std::move((*items)[i]), place)) return problem;
    if (!ids.add(id).is_new)
      return wrong_seed(place + "/_id", "an id that an earlier document has",
                        "one document for each id");
  }
  return {};
}

SeedProblem add_settings(State& state, const Json& settings) {
  const auto* members = settings.get_ptr<const Json::object_t*>();
  if (members == nullptr) return wrong_seed("/settings", kind_of(settings), "an object");
  for (const auto& [key, value] : *members) {
    const Json* known = member(state.settings, key);
    const bool same_kind = known == nullptr || kind_of(*known) == kind_of(value);
    if (!same_kind)
      return wrong_seed("/settings" + pointer_token(key), kind_of(value), kind_of(*known));
    set_member(state.settings, key, value);
  }
  return {};
}

// A whole number from nothing to a limit.
SeedProblem read_whole(const Json& value, const std::string& path, double most, double& number) {
  const auto* whole = value.get_ptr<const Json::number_integer_t*>();
  if (whole == nullptr || *whole < 0 || static_cast<double>(*whole) > most)
    return wrong_seed(path, whole == nullptr ? std::string(kind_of(value)) : to_json_text(value),
                      "a whole number from 0 to " + to_json_text(Json(most)));
  number = static_cast<double>(*whole);
  return {};
}

SeedProblem read_list(const Json& value, const std::string& path, std::vector<std::string>& list) {
  if (auto problem = check_texts(value, path)) return problem;
  list.clear();
  for (const Json& text : value) list.push_back(*text.get_ptr<const std::string*>());
  return {};
}

SeedProblem add_generated_member(State& state, const std::string& key, const Json& value,
                                 const std::string& path) {
  if (key == "agents") return read_list(value, path, state.generated_agents.emplace());
  if (key == "departments") return read_list(value, path, state.generated_departments.emplace());
  GeneratorOptions& generated = state.generated;
  double number = 0;
  if (key == "rooms") {
    auto problem = read_whole(value, path, static_cast<double>(kMostGeneratedRooms), number);
    generated.rooms = static_cast<std::size_t>(number);
    return problem;
  }
  if (key == "seed") {
    auto problem = read_whole(value, path, kMostSeed, number);
    generated.seed = static_cast<std::uint32_t>(number);
    return problem;
  }
  if (key == "step") {
    auto problem = read_whole(value, path, kMostStep, number);
    generated.step = number;
    return problem;
  }
  return wrong_seed(path, "an unknown member", "rooms, seed, step, agents or departments");
}

// Visitors and rooms that are made on demand.
SeedProblem add_generated(State& state, const Json& json) {
  const auto* members = json.get_ptr<const Json::object_t*>();
  if (members == nullptr) return wrong_seed("/generated", kind_of(json), "an object with rooms");
  for (const auto& [key, value] : *members) {
    const std::string path = "/generated" + pointer_token(key);
    if (auto problem = add_generated_member(state, key, value, path)) return problem;
  }
  return {};
}

// Where a saved workspace has got to in drawing ids and tokens. Text, since it may be a larger
// number than JSON can tell apart.
SeedProblem set_chance(State& state, const Json& json) {
  const auto* text = json.get_ptr<const std::string*>();
  const auto position = text == nullptr ? std::nullopt : Chance::read_position(*text);
  if (!position)
    return wrong_seed("/chance", text == nullptr ? std::string(kind_of(json)) : "other text",
                      "the text that a workspace has saved: 16 hexadecimal digits");
  state.chance = Chance(*position);
  return {};
}

// The ids of generated documents that are no longer there.
SeedProblem add_removed(State& state, const Json& json) {
  const auto* members = json.get_ptr<const Json::object_t*>();
  if (members == nullptr)
    return wrong_seed("/removed", kind_of(json), "an object with rooms and others");
  for (const auto& [key, value] : *members) {
    const std::string path = "/removed" + pointer_token(key);
    if (key != "rooms" && key != "others")
      return wrong_seed(path, "an unknown member", "rooms or others");
    if (auto problem = check_texts(value, path)) return problem;
    for (const Json& id : value)
      (key == "rooms" ? state.removed_rooms : state.removed).add(*id.get_ptr<const std::string*>());
  }
  return {};
}

}  // namespace

std::optional<Error> add_seed(State& state, std::string_view json_text) {
  const std::string text = decode_utf8(json_text);
  auto json = parse_json(text);
  if (!json) return wrong_seed("", not_json(text), "a JSON object");
  if (json->depth > kKeptDepth)
    return wrong_seed("", "nesting of " + std::to_string(json->depth) + " levels",
                      "at most " + std::to_string(kKeptDepth) + " levels");
  auto* members = json->value.get_ptr<Json::object_t*>();
  if (members == nullptr) return wrong_seed("", kind_of(json->value), "an object");
  for (auto& [key, value] : *members) {
    SeedProblem problem;
    const std::string name = key;
    const auto* part = std::find_if(kParts.begin(), kParts.end(),
                                    [&](const Part& candidate) { return candidate.name == name; });
    if (name == "settings") {
      problem = add_settings(state, value);
    } else if (name == "roles") {
      problem = add_roles(state, value, "/roles");
    } else if (name == "generated") {
      problem = add_generated(state, value);
    } else if (name == "removed") {
      problem = add_removed(state, value);
    } else if (name == "chance") {
      problem = set_chance(state, value);
    } else if (part == kParts.end()) {
      problem = wrong_seed(pointer_token(name), "an unknown member", kPartNames);
    } else {
      problem = add_part(state, *part, value, pointer_token(name));
    }
    if (problem) return problem;
  }
  return {};
}

}  // namespace room_visitor::standin

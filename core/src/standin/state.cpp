#include "standin/state.h"

#include <algorithm>

namespace room_visitor::standin {

const Json* Collection::find(std::string_view id) const {
  const auto place = places_.find(id);
  return place ? &documents_[*place] : nullptr;
}

Json* Collection::find(std::string_view id) {
  const auto place = places_.find(id);
  return place ? &documents_[*place] : nullptr;
}

const Json* Collection::find_by(std::string_view key, std::string_view text) const {
  const auto found = std::find_if(documents_.begin(), documents_.end(), [&](const Json& document) {
    const std::string* own = text_member(document, key);
    return own != nullptr && *own == text;
  });
  return found == documents_.end() ? nullptr : &*found;
}

void Collection::put(Json document) {
  const auto [place, is_new] = places_.add(text_or_empty(document, "_id"), documents_.size());
  if (is_new) {
    documents_.push_back(std::move(document));
  } else {
    documents_[place] = std::move(document);
  }
}

void Collection::remove(std::string_view id) {
  const auto place = places_.find(id);
  if (!place) return;
  // `id` may be a text of the document.
  places_.remove(id);
  documents_.erase(documents_.begin() + static_cast<std::ptrdiff_t>(*place));
}

void Collection::remove_by(std::string_view key, std::string_view text) {
  std::erase_if(documents_, [&](const Json& document) {
    const std::string* own = text_member(document, key);
    return own != nullptr && *own == text;
  });
  places_ = {};
  for (std::size_t i = 0; i < documents_.size(); ++i)
    places_.add(text_or_empty(documents_[i], "_id"), i);
}

bool is_deactivated(const Json& user) {
  const Json* active = member(user, "active");
  return active != nullptr && is_flag(*active, false);
}

bool State::has_permission(const Json& user, std::string_view permission) const {
  const Json* document = permissions.find(permission);
  if (document == nullptr) return false;
  const Json* allowed = member(*document, "roles");
  const Json* roles = member(user, "roles");
  const auto* own = roles == nullptr ? nullptr : roles->get_ptr<const Json::array_t*>();
  return own != nullptr && std::any_of(own->begin(), own->end(), [&](const Json& role) {
           const auto* name = role.get_ptr<const std::string*>();
           return name != nullptr && holds_text(allowed, *name);
         });
}

const Json* State::find_session(std::string_view user_id, std::string_view token) const {
  const auto login = logins.find(user_id);
  if (login == logins.end()) return nullptr;
  const Json* holder = login->second.has_token(token) ? users.find(user_id) : nullptr;
  return holder != nullptr && is_deactivated(*holder) ? nullptr : holder;
}

bool State::is_agent_of(std::string_view user_id, std::string_view department) const {
  const auto& all = department_agents.all();
  return std::any_of(all.begin(), all.end(), [&](const Json& membership) {
    return text_or_empty(membership, "agentId") == user_id &&
           text_or_empty(membership, "departmentId") == department;
  });
}

}  // namespace room_visitor::standin

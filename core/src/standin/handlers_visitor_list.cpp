// Lists of visitors: search by what is known of a person, and suggestions while a name is typed.
#include <algorithm>
#include <array>

#include "standin/handlers.h"
#include "standin/order.h"
#include "standin/paging.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr std::size_t kMostSuggestions = 10;

bool is_known(const State& state, const Json& visitor) {
  return state.behaviour->disabled_visitors == DisabledVisitors::known ||
         !is_true(visitor, "disabled");
}

bool has_field_with(const Json& visitor, std::string_view text) {
  const Json* fields = member(visitor, "livechatData");
  const auto* members = fields == nullptr ? nullptr : fields->get_ptr<const Json::object_t*>();
  return members != nullptr && std::any_of(members->begin(), members->end(), [&](const auto& own) {
           const auto* value = own.second.template get_ptr<const std::string*>();
           return value != nullptr && contains_ignoring_case(*value, text);
         });
}

bool is_meant(const Json& visitor, std::string_view term) {
  return contains_ignoring_case(text_or_empty(visitor, "name"), term) ||
         contains_ignoring_case(text_or_empty(visitor, "username"), term) ||
         holds_entry(member(visitor, "visitorEmails"), "address", term) ||
         holds_entry(member(visitor, "phone"), "phoneNumber", term) ||
         has_field_with(visitor, term);
}

// What was found: a stored visitor, or the index of a generated one.
struct Found {
  const Json* stored = nullptr;
  std::size_t index = 0;
  Millis since = 0;
};

Json document(const State& state, const Found& found) {
  return found.stored != nullptr ? *found.stored : state.generator.visitor(found.index);
}

// All that are meant, who came last first.
std::vector<Found> find_all(const State& state, std::string_view term) {
  const Generator& generator = state.generator;
  std::vector<Found> found;
  for (const Json& visitor : state.visitors.all())
    if (is_known(state, visitor) && is_meant(visitor, term))
      found.push_back({&visitor, 0, parse_timestamp(text_or_empty(visitor, "ts")).value_or(0)});
  const auto by_mail = generator.visitor_of_email(term);
  const auto by_phone = generator.visitor_of_phone(term);
  for (std::size_t index = 0; index < generator.visitors(); ++index)
    if ((contains_ignoring_case(generator.visitor_name(index), term) ||
         contains_ignoring_case(generator.visitor_username(index), term) || by_mail == index ||
         by_phone == index) &&
        state.is_untouched_visitor(index))
      found.push_back({nullptr, index, generator.visitor_started(index)});
  sort_items(found, [](const Found& one, const Found& other) { return one.since > other.since; });
  return found;
}

Json found_visitor(const Json& visitor) {
  Json shown = Json::object();
  for (const std::string_view key :
       {"_id", "username", "name", "phone", "livechatData", "visitorEmails", "lastChat"})
    if (const Json* value = member(visitor, key)) set_member(shown, key, *value);
  return shown;
}

Reply search_visitors(Call& call) {
  const State& state = call.state;
  const Page page = read_page(state, call.query);
  const JsonParameter sort = read_sort(call.query);
  if (sort.refusal) return *sort.refusal;
  std::vector<Found> found = find_all(state, text_or_empty(call.query, "term"));
  const std::size_t total = found.size();
  std::vector<Json> visitors;
  if (sort.value.empty()) {
    for (const Found& one : page_of(std::move(found), page))
      visitors.push_back(document(state, one));
  } else {
    for (const Found& one : found) visitors.push_back(document(state, one));
    sort_documents(visitors, sort.value);
    visitors = page_of(std::move(visitors), page);
  }
  for (Json& visitor : visitors) visitor = found_visitor(visitor);
  return list_answer("visitors", std::move(visitors), page, total);
}

struct Suggestion {
  std::string id;
  std::string name;
  std::string username;
};

std::vector<Suggestion> suggestions(const State& state, std::string_view term,
                                    const Json* exceptions) {
  std::vector<Suggestion> found;
  const auto add = [&](std::string id, std::string name, std::string username) {
    if (!holds_text(exceptions, id))
      found.push_back({std::move(id), std::move(name), std::move(username)});
  };
  for (const Json& visitor : state.visitors.all()) {
    const std::string* name = text_member(visitor, "name");
    if (name != nullptr && is_known(state, visitor) && starts_ignoring_case(*name, term))
      add(std::string(text_or_empty(visitor, "_id")), *name,
          std::string(text_or_empty(visitor, "username")));
  }
  const Generator& generator = state.generator;
  for (std::size_t index = 0; index < generator.visitors(); ++index) {
    std::string name = generator.visitor_name(index);
    if (name.empty() || !starts_ignoring_case(name, term) || !state.is_untouched_visitor(index))
      continue;
    add(generator.visitor_id(index), std::move(name), generator.visitor_username(index));
  }
  return found;
}

Reply suggest_visitors(Call& call) {
  const auto selector = parse_json(text_or_empty(call.query, "selector"));
  if (!selector || !selector->value.is_object())
    return failure("Unexpected token in JSON at position 0");
  auto found = suggestions(call.state, trim(text_or_empty(selector->value, "term")),
                           member(selector->value, "exceptions"));
  const std::size_t shown = std::min(found.size(), kMostSuggestions);
  sort_items(found, [](const Suggestion& one, const Suggestion& other) {
    return one.name != other.name ? one.name < other.name : one.id < other.id;
  });
  Json items = Json::array();
  for (std::size_t i = 0; i < shown; ++i) {
    Json item = Json::object();
    set_member(item, "_id", found[i].id);
    set_member(item, "custom_name", found[i].username + " - " + found[i].name);
    set_member(item, "name", found[i].name);
    set_member(item, "username", found[i].username);
    items.push_back(std::move(item));
  }
  Json answer = Json::object();
  set_member(answer, "items", std::move(items));
  return success(std::move(answer));
}

constexpr std::array kSearchMembers{
    Property{"count", &kMaybeNumber}, Property{"offset", &kMaybeNumber},
    Property{"sort", &kMaybeText}, Property{"term", &kMaybeText, Need::required}};
constexpr Schema kSearchQuery{.kind = Kind::object, .properties = kSearchMembers};
constexpr std::array kSelectorMembers{Property{"selector", &kText, Need::required}};
constexpr Schema kSelectorQuery{.kind = Kind::object, .properties = kSelectorMembers};

constexpr std::array kSearch{Endpoint{.method = "GET",
                                      .handler = search_visitors,
                                      .permission = {.name = "view-l-room"},
                                      .checked = Checked::query,
                                      .schema = &kSearchQuery}};
constexpr std::array kSuggest{Endpoint{.method = "GET",
                                       .handler = suggest_visitors,
                                       .permission = {.name = "view-l-room"},
                                       .checked = Checked::query,
                                       .schema = &kSelectorQuery}};
constexpr std::array kRoutes{
    Route{"/api/v1/livechat/visitors.search", Limit::counted, kSearch},
    Route{"/api/v1/livechat/visitors.autocomplete", Limit::counted, kSuggest},
};

}  // namespace

std::span<const Route> visitor_list_routes() { return kRoutes; }

}  // namespace room_visitor::standin

#include "standin/room_list.h"

#include <algorithm>
#include <numeric>

#include "standin/order.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

// What the criteria look at, of a stored room or of a generated one.
struct RoomView {
  std::string_view agent_id;
  std::string_view agent_name;
  std::string title;
  std::string_view department;
  bool open = false;
  bool on_hold = false;
  Millis created = 0;
  std::optional<Millis> closed;
  std::vector<std::string_view> tags;
  const Json* custom_fields = nullptr;
};

RoomView view_of(const Json& room) {
  RoomView view;
  if (const Json* agent = member(room, "servedBy")) {
    view.agent_id = text_or_empty(*agent, "_id");
    view.agent_name = text_or_empty(*agent, "username");
  }
  view.title = text_or_empty(room, "fname");
  view.department = text_or_empty(room, "departmentId");
  view.open = member(room, "open") != nullptr;
  view.on_hold = is_true(room, "onHold");
  view.created = parse_timestamp(text_or_empty(room, "ts")).value_or(0);
  view.closed = parse_timestamp(text_or_empty(room, "closedAt"));
  const Json* tags = member(room, "tags");
  if (tags != nullptr && tags->is_array())
    for (const Json& tag : *tags)
      if (const auto* text = tag.get_ptr<const std::string*>()) view.tags.emplace_back(*text);
  view.custom_fields = member(room, "livechatData");
  return view;
}

RoomView view_of(const Generator& generator, const RoomFacts& facts, const RoomCriteria& criteria) {
  RoomView view;
  if (facts.agent) {
    view.agent_id = generator.agents()[*facts.agent].id;
    view.agent_name = generator.agents()[*facts.agent].username;
  }
  if (!criteria.name.empty()) {
    view.title = generator.visitor_name(facts.visitor);
    if (view.title.empty()) view.title = generator.visitor_username(facts.visitor);
  }
  if (facts.department) view.department = generator.departments()[*facts.department];
  view.open = facts.closed == 0;
  view.on_hold = facts.on_hold;
  view.created = facts.started;
  if (!view.open) view.closed = facts.closed;
  if (!criteria.tags.empty()) view.tags = generator.tags(facts);
  return view;
}

bool holds(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool lies_in(const TimeRange& range, std::optional<Millis> time) {
  if (range.is_everything()) return true;
  return time && (!range.start || *time >= *range.start) && (!range.end || *time <= *range.end);
}

bool has_custom_fields(const RoomView& room, const RoomCriteria& criteria) {
  return std::all_of(
      criteria.custom_fields.begin(), criteria.custom_fields.end(), [&](const auto& wanted) {
        const std::string* value = room.custom_fields == nullptr
                                       ? nullptr
                                       : text_member(*room.custom_fields, wanted.first);
        return value != nullptr && contains_ignoring_case(*value, wanted.second);
      });
}

bool meets(const RoomView& room, const RoomCriteria& criteria) {
  if (!criteria.agents.empty() &&
      (room.agent_id.empty() ||
       (!holds(criteria.agents, room.agent_id) && !holds(criteria.agents, room.agent_name))))
    return false;
  if (!criteria.department.empty() && room.department != criteria.department) return false;
  if (criteria.open && (room.open != *criteria.open || room.on_hold)) return false;
  if (criteria.on_hold && !room.on_hold) return false;
  if (criteria.queued && (!room.open || !room.agent_id.empty())) return false;
  if (!lies_in(criteria.created, room.created) || !lies_in(criteria.closed, room.closed))
    return false;
  if (!criteria.tags.empty() &&
      std::none_of(room.tags.begin(), room.tags.end(),
                   [&](std::string_view tag) { return holds(criteria.tags, tag); }))
    return false;
  return contains_ignoring_case(room.title, criteria.name) && has_custom_fields(room, criteria);
}

// A room that was found: a stored one, or the index of a generated one.
struct Found {
  const Json* stored = nullptr;
  std::size_t index = 0;
  Millis created = 0;
};

bool is_newer(const Found& one, const Found& other) { return one.created > other.created; }

Json document(const State& state, const Found& found) {
  if (found.stored != nullptr) return *found.stored;
  // A generated room that was changed since keeps its place.
  const Json* changed = state.rooms.find(state.generator.room_id(found.index));
  return changed != nullptr ? *changed : state.generator.room(found.index);
}

// Live chats that were not generated, newest first; of equally old ones the later stored first.
std::vector<Found> find_stored(const State& state, const RoomCriteria& criteria) {
  std::vector<Found> found;
  for (const Json& room : state.rooms.all()) {
    if (text_or_empty(room, "t") != "l") continue;
    if (state.generator.room_index(text_or_empty(room, "_id"))) continue;
    const RoomView view = view_of(room);
    if (meets(view, criteria)) found.push_back({&room, 0, view.created});
  }
  sort_items(found, is_newer);
  return found;
}

// The stored rooms that take the place of generated ones; nullptr where none does.
std::vector<const Json*> changed_rooms(const State& state) {
  std::vector<const Json*> changed(state.generator.rooms());
  for (const Json& room : state.rooms.all())
    if (const auto index = state.generator.room_index(text_or_empty(room, "_id")))
      changed[*index] = &room;
  return changed;
}

std::vector<Found> find_generated(const State& state, const RoomCriteria& criteria) {
  const Generator& generator = state.generator;
  const auto changed = changed_rooms(state);
  std::vector<Found> found;
  for (std::size_t index = 0; index < generator.rooms(); ++index) {
    const Json* change = changed[index];
    if (change == nullptr && !state.removed_rooms.empty() &&
        state.removed_rooms.contains(generator.room_id(index)))
      continue;
    const RoomFacts facts = generator.facts(index);
    const RoomView view =
        change == nullptr ? view_of(generator, facts, criteria) : view_of(*change);
    if (meets(view, criteria)) found.push_back({nullptr, index, facts.started});
  }
  return found;
}

enum class Order { newest_first, oldest_first, by_members };

Order order_of(const Json& sort) {
  const auto* keys = sort.get_ptr<const Json::object_t*>();
  if (keys == nullptr || keys->empty()) return Order::newest_first;
  const auto& [key, direction] = *keys->begin();
  if (key != "ts" || keys->size() != 1) return Order::by_members;
  return direction == 1 ? Order::oldest_first : Order::newest_first;
}

// How many generated rooms began before that many stored ones in the order of age.
std::size_t generated_newer_than(const Generator& generator, Millis created) {
  std::size_t first = 0;
  std::size_t last = generator.rooms();
  while (first < last) {
    const std::size_t middle = std::midpoint(first, last);
    if (generator.started(middle) >= created) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return first;
}

// All rooms by age: the place of each stored one among the generated ones is found by halving, so
// only the rooms of the page are looked at.
RoomList list_everything(const State& state, Order order, const Page& page) {
  const std::vector<Found> stored = find_stored(state, {});
  std::vector<std::size_t> places;
  places.reserve(stored.size());
  for (const Found& found : stored)
    places.push_back(places.size() + generated_newer_than(state.generator, found.created));
  RoomList list;
  list.total = stored.size() + state.generator.rooms();
  const auto [first, count] = range_of(page, list.total);
  if (count > kMostListed) return {{}, list.total, Listed::too_many};
  for (std::size_t i = first; i < first + count; ++i) {
    const std::size_t place = order == Order::newest_first ? i : list.total - 1 - i;
    const auto next = std::lower_bound(places.begin(), places.end(), place);
    const auto before = static_cast<std::size_t>(next - places.begin());
    const bool is_stored = next != places.end() && *next == place;
    list.rooms.push_back(is_stored ? *stored[before].stored
                                   : document(state, {nullptr, place - before, 0}));
  }
  return list;
}

// The members that rooms are usually sorted by, of a generated room without the rest of it.
std::optional<Json> quick_part(const State& state, const Found& found, const Json& sort) {
  const Generator& generator = state.generator;
  if (found.stored != nullptr || state.rooms.find(generator.room_id(found.index)) != nullptr)
    return {};
  const RoomFacts facts = generator.facts(found.index);
  Json part = Json::object();
  for (const auto& [key, direction] : *sort.get_ptr<const Json::object_t*>()) {
    if (key == "fname") {
      const std::string name = generator.visitor_name(facts.visitor);
      set_member(part, key, name.empty() ? generator.visitor_username(facts.visitor) : name);
    } else if (key == "ts") {
      set_member(part, key, format_timestamp(facts.started));
    } else if (key == "departmentId") {
      if (facts.department) set_member(part, key, generator.departments()[*facts.department]);
    } else if (key == "open") {
      if (facts.closed == 0) set_member(part, key, true);
    } else {
      return {};
    }
  }
  return part;
}

Json sorted_part(const State& state, const Found& found, const Json& sort) {
  auto part = quick_part(state, found, sort);
  return part ? std::move(*part) : document(state, found);
}

// Only what the order asks for is kept of each room, not the rooms themselves.
void sort_by_members(const State& state, std::vector<Found>& found, const Json& sort) {
  std::vector<SortKey> keys;
  keys.reserve(found.size());
  for (const Found& one : found) keys.push_back(sort_key(sorted_part(state, one, sort), sort));
  std::vector<Found> sorted;
  sorted.reserve(found.size());
  for (const std::size_t at : sorted_by(keys)) sorted.push_back(found[at]);
  found = std::move(sorted);
}

RoomList list_some(const State& state, const RoomCriteria& criteria, const Json& sort, Order order,
                   const Page& page) {
  const std::vector<Found> stored = find_stored(state, criteria);
  const std::vector<Found> generated = find_generated(state, criteria);
  std::vector<Found> found;
  std::merge(generated.begin(), generated.end(), stored.begin(), stored.end(),
             std::back_inserter(found), is_newer);
  if (order == Order::oldest_first) std::reverse(found.begin(), found.end());
  if (order == Order::by_members) sort_by_members(state, found, sort);
  RoomList list;
  list.total = found.size();
  if (range_of(page, list.total).count > kMostListed) return {{}, list.total, Listed::too_many};
  for (const Found& one : page_of(std::move(found), page))
    list.rooms.push_back(document(state, one));
  return list;
}

}  // namespace

bool RoomCriteria::is_everything() const {
  return agents.empty() && name.empty() && department.empty() && !open && !on_hold && !queued &&
         created.is_everything() && closed.is_everything() && tags.empty() && custom_fields.empty();
}

RoomList list_rooms(const State& state, const RoomCriteria& criteria, const Json& sort,
                    const Page& page) {
  const Order order = order_of(sort);
  if (criteria.is_everything() && order != Order::by_members && state.removed_rooms.empty())
    return list_everything(state, order, page);
  return list_some(state, criteria, sort, order, page);
}

}  // namespace room_visitor::standin

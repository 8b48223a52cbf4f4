#include "standin/access.h"

#include <string>

#include "standin/conversation.h"

namespace room_visitor::standin {
namespace {

// What an access rule looks at. A projection leaves the last three empty.
struct AccessFacts {
  std::string_view id;
  std::string_view type;
  std::string_view served_by;
  std::string_view department;
  bool open = false;
};

AccessFacts facts_of(const Json& room, AccessView view) {
  AccessFacts facts{text_or_empty(room, "_id"), text_or_empty(room, "t"), {}, {}, false};
  if (view == AccessView::projection) return facts;
  facts.served_by = id_of(room, "servedBy");
  facts.department = text_or_empty(room, "departmentId");
  facts.open = is_true(room, "open");
  return facts;
}

// With manual selection every agent sees the queue: what is public or of a department of theirs.
bool is_previewed(const State& state, const Json& user, std::string_view room_id) {
  if (!is_queue_shown(state)) return false;
  const auto inquiry = state.inquiry_of(room_id);
  if (!inquiry || text_or_empty(*inquiry, "status") != "queued") return false;
  const std::string_view department = text_or_empty(*inquiry, "department");
  return department.empty() || state.is_agent_of(text_or_empty(user, "_id"), department);
}

bool may_access_livechat(const State& state, const Json& user, const AccessFacts& room) {
  const std::string_view user_id = text_or_empty(user, "_id");
  if (state.has_permission(user, "view-livechat-rooms")) return true;
  if (!room.served_by.empty() && room.served_by == user_id) return true;
  if (is_previewed(state, user, room.id)) return true;
  if (room.open) return false;
  if (state.has_permission(user, "view-livechat-room-closed-by-another-agent")) return true;
  return !room.department.empty() && state.is_agent_of(user_id, room.department) &&
         state.has_permission(user, "view-livechat-room-closed-same-department");
}

}  // namespace

bool may_access(const State& state, const Json& user, const Json& room, AccessView view) {
  const AccessFacts facts = facts_of(room, view);
  const std::string type_permission = "view-" + std::string(facts.type) + "-room";
  const bool may_view_type = state.has_permission(user, type_permission);
  if ((may_view_type || state.has_permission(user, "view-joined-room")) &&
      state.is_subscribed(text_or_empty(user, "_id"), facts.id))
    return true;
  if (facts.type == "c") return may_view_type;
  return facts.type == "l" && may_access_livechat(state, user, facts);
}

}  // namespace room_visitor::standin

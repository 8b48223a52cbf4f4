// Choosing live chats by criteria (docs/wire.md section 9, livechat/rooms). Generated rooms are
// judged by their facts and written out only if the page shows them.
#ifndef ROOM_VISITOR_SRC_STANDIN_ROOM_LIST_H
#define ROOM_VISITOR_SRC_STANDIN_ROOM_LIST_H

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "standin/paging.h"
#include "standin/state.h"

namespace room_visitor::standin {

struct TimeRange {
  std::optional<Millis> start;
  std::optional<Millis> end;

  [[nodiscard]] bool is_everything() const { return !start && !end; }
};

/// What is left empty is not asked for.
struct RoomCriteria {
  std::vector<std::string> agents;  ///< ids or usernames of who serves the room
  std::string name;                 ///< part of the title, whatever its letter case
  std::string department;
  std::optional<bool> open;  ///< rooms on hold are neither
  bool on_hold = false;
  bool queued = false;
  TimeRange created;
  TimeRange closed;
  std::vector<std::string> tags;  ///< at least one of them
  std::vector<std::pair<std::string, std::string>> custom_fields;

  [[nodiscard]] bool is_everything() const;
};

/// As many rooms fit into one answer; more would fill the memory of a page.
inline constexpr std::size_t kMostListed = 20'000;

enum class Listed { page, too_many };

struct RoomList {
  std::vector<Json> rooms;
  std::size_t total = 0;
  Listed listed = Listed::page;
};

/// One page of the live chats that meet the criteria; newest first if `sort` is empty. Costs no
/// more for more generated rooms if all are wanted and the order is that of their beginning.
[[nodiscard]] RoomList list_rooms(const State& state, const RoomCriteria& criteria,
                                  const Json& sort, const Page& page);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_ROOM_LIST_H

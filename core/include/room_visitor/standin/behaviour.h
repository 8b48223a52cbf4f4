// What differs between the server versions that the stand-in imitates, as one table. Handlers ask
// the row of their version; none of them compares version numbers. Source: docs/wire.md sections
// 0 and 3.
//
//   const Behaviour* behaviour = find_behaviour({6, 4, 2});
//   behaviour->route_permission;  // "view-l-room"
//   find_behaviour({7, 0, {}});   // nullptr: not imitated
#ifndef ROOM_VISITOR_STANDIN_BEHAVIOUR_H
#define ROOM_VISITOR_STANDIN_BEHAVIOUR_H

#include <span>
#include <string_view>

#include "room_visitor/server_version.h"

namespace room_visitor::standin {

/// Whether a visitor that was disabled instead of removed still counts as existing.
enum class DisabledVisitors { known, unknown };

/// Which rooms the lookup of `livechat/room.visitor` finds.
enum class RoomLookup { omnichannel_only, every_type };

/// What `livechat/room.visitor` answers if the room has vanished after the update.
enum class VanishedRoom { success_without_room, failure };

/// What the access check of `livechat/room.visitor` gets to see of the room. The projection has
/// neither `servedBy` nor `open` nor `departmentId`, so that every room counts as closed.
enum class AccessView { projection, whole_room };

/// Whether answers of deprecated routes say so in headers.
enum class DeprecationHeaders { absent, present };

/// Which answers carry `access-control-allow-origin`: the API's own, or all of the web server's.
enum class AllowOrigin { api_only, everywhere };

/// One row: how servers behave from version `major.minor` on, up to the next row.
struct Behaviour {
  int major;
  int minor;
  std::string_view route_permission;    ///< of `livechat/room.visitor`; missing: 403
  std::string_view handler_permission;  ///< asked inside, missing: 400; empty: none is asked
  DisabledVisitors disabled_visitors;
  RoomLookup room_lookup;
  VanishedRoom vanished_room;
  AccessView access_view;
  DeprecationHeaders deprecation_headers;
  AllowOrigin allow_origin;
  /// First member of a success answer in development mode; empty: there is none.
  std::string_view development_warning;
};

/// All rows, oldest first.
[[nodiscard]] std::span<const Behaviour> behaviour_table();

/// The row for a version; nullptr if the stand-in does not imitate it.
[[nodiscard]] const Behaviour* find_behaviour(const ServerVersion& version);

/// The versions that are imitated, for messages: "5.2 to 6.13".
[[nodiscard]] std::string_view known_versions();

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_STANDIN_BEHAVIOUR_H

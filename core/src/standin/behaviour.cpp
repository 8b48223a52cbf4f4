#include "room_visitor/standin/behaviour.h"

#include <array>

namespace room_visitor::standin {
namespace {

constexpr std::string_view kViewRoom = "view-l-room";
constexpr std::string_view kChangeVisitor = "change-livechat-room-visitor";
constexpr std::string_view kNone;
constexpr std::string_view kWarningAfter6 =
    "The endpoint \"livechat/room.visitor\" is deprecated and will be removed after version 6.0";
constexpr std::string_view kWarningOn6 =
    "The endpoint \"livechat/room.visitor\" is deprecated and will be removed on version 6.0";

// The endpoint is gone from 7.0 on; before 5.2 it could never succeed.
constexpr ServerVersion kFirstUnknown{7, 0, {}};
constexpr int kLastKnownMinor = 13;

constexpr std::array kTable{
    Behaviour{5, 2, kViewRoom, kChangeVisitor, DisabledVisitors::known,
              RoomLookup::omnichannel_only, VanishedRoom::success_without_room,
              AccessView::projection, DeprecationHeaders::absent, AllowOrigin::api_only,
              kWarningAfter6},
    Behaviour{6, 0, kViewRoom, kChangeVisitor, DisabledVisitors::known,
              RoomLookup::omnichannel_only, VanishedRoom::success_without_room,
              AccessView::projection, DeprecationHeaders::absent, AllowOrigin::api_only,
              kWarningOn6},
    Behaviour{6, 2, kViewRoom, kChangeVisitor, DisabledVisitors::known, RoomLookup::every_type,
              VanishedRoom::failure, AccessView::whole_room, DeprecationHeaders::absent,
              AllowOrigin::api_only, kWarningOn6},
    Behaviour{6, 3, kViewRoom, kChangeVisitor, DisabledVisitors::known, RoomLookup::every_type,
              VanishedRoom::failure, AccessView::whole_room, DeprecationHeaders::present,
              AllowOrigin::api_only, kNone},
    Behaviour{6, 4, kViewRoom, kChangeVisitor, DisabledVisitors::known, RoomLookup::every_type,
              VanishedRoom::failure, AccessView::whole_room, DeprecationHeaders::present,
              AllowOrigin::everywhere, kNone},
    Behaviour{6, 5, kChangeVisitor, kNone, DisabledVisitors::unknown, RoomLookup::every_type,
              VanishedRoom::failure, AccessView::projection, DeprecationHeaders::present,
              AllowOrigin::everywhere, kNone},
};

}  // namespace

std::span<const Behaviour> behaviour_table() { return kTable; }

const Behaviour* find_behaviour(const ServerVersion& version) {
  if (version.at_least(kFirstUnknown.major, kFirstUnknown.minor)) return nullptr;
  if (version.major == kFirstUnknown.major - 1 && version.minor > kLastKnownMinor) return nullptr;
  const Behaviour* found = nullptr;
  for (const Behaviour& row : kTable)
    if (version.at_least(row.major, row.minor)) found = &row;
  return found;
}

std::string_view known_versions() { return "5.2 to 6.13"; }

}  // namespace room_visitor::standin

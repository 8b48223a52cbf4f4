// Each row is the one before it and what changed.
#include "room_visitor/standin/behaviour.h"

#include <array>

namespace room_visitor::standin {
namespace {

constexpr std::string_view kViewRoom = "view-l-room";
constexpr std::string_view kChangeVisitor = "change-livechat-room-visitor";
constexpr std::string_view kManage = "view-livechat-manager";
constexpr std::string_view kNone;
constexpr std::string_view kWarningAfter6 =
    "The endpoint \"livechat/room.visitor\" is deprecated and will be removed after version 6.0";
constexpr std::string_view kWarningOn6 =
    "The endpoint \"livechat/room.visitor\" is deprecated and will be removed on version 6.0";
// Monitors were given this permission later.
constexpr std::string_view kWithoutMonitors =
    R"({"permissions":[{"_id":"view-l-room","_updatedAt":"2020-08-28T08:00:00.000Z",)"
    R"("roles":["livechat-manager","livechat-agent","admin"]}]})";

constexpr Behaviour since(int major, int minor, Behaviour row) {
  row.major = major;
  row.minor = minor;
  return row;
}

constexpr Behaviour k3_5{
    .major = 3,
    .minor = 5,
    .body_reading = BodyReading::before_routing,
    .unknown_path = UnknownPath::page,
    .wrong_method = WrongMethod::json_405,
    .check_order = CheckOrder::limit_permission_parameters,
    .parameter_check = ParameterCheck::exact,
    .handler_errors = HandlerErrors::written_out,
    .refusal_delay = RefusalDelay::half_to_one_second,
    .preflight = Preflight::named_method,
    .origin_setting = OriginSetting::verbatim,
    .unlisted_origin = UnlistedOrigin::ignored,
    .allow_origin = AllowOrigin::api_if_enabled,
    .deprecation_headers = DeprecationHeaders::absent,
    .older_defaults = kWithoutMonitors,
    .room_visitor = Presence::absent,
    .route_permission = kNone,
    .entry_permission = kViewRoom,
    .handler_permission = kChangeVisitor,
    .room_lookup = RoomLookup::omnichannel_only,
    .room_owner = RoomOwner::not_loaded,
    .vanished_room = VanishedRoom::success_without_room,
    .access_view = AccessView::projection,
    .accessed_room = AccessedRoom::read_again,
    .development_warning = kNone,
    .room_messages = Presence::absent,
    .save_info = Presence::absent,
    .close_by_user = Presence::absent,
    .status_answers = StatusAnswers::without_success,
    .wrong_password = WrongPassword::named,
    .info_shape = InfoShape::whole_or_info,
    .info_role = "admin",
    .info_permission = kNone,
    .reading_route_permission = kNone,
    .reading_handler_permission = kViewRoom,
    .visitor_token = VisitorToken::shown,
    .disabled_visitors = DisabledVisitors::known,
    .new_room_id = NewRoomId::callers,
    .archived_rooms = ArchivedRooms::refused,
    .room_list_access = RoomListAccess::managers,
    .permissions_query = SchemaUse::ignored,
    .agents_route_permission = kNone,
    .agents_handler_permission = kManage,
    .agent_status = Presence::absent,
};

constexpr Behaviour k3_6 = [] {
  Behaviour row = since(3, 6, k3_5);
  row.room_visitor = Presence::present;
  return row;
}();

constexpr Behaviour k3_10 = [] {
  Behaviour row = since(3, 10, k3_6);
  row.room_list_access = RoomListAccess::viewers_and_own;
  return row;
}();

constexpr Behaviour k3_12 = [] {
  Behaviour row = since(3, 12, k3_10);
  row.preflight = Preflight::named_origin;
  row.origin_setting = OriginSetting::list;
  row.allow_origin = AllowOrigin::api_only;
  return row;
}();

constexpr Behaviour k3_16 = [] {
  Behaviour row = since(3, 16, k3_12);
  row.older_defaults = kNone;
  return row;
}();

constexpr Behaviour k3_17 = [] {
  Behaviour row = since(3, 17, k3_16);
  row.new_room_id = NewRoomId::servers;
  return row;
}();

constexpr Behaviour k4_0 = [] {
  Behaviour row = since(4, 0, k3_17);
  row.info_shape = InfoShape::short_or_info;
  return row;
}();

constexpr Behaviour k4_2 = [] {
  Behaviour row = since(4, 2, k4_0);
  row.room_messages = Presence::present;
  return row;
}();

constexpr Behaviour k4_4 = [] {
  Behaviour row = since(4, 4, k4_2);
  row.unknown_path = UnknownPath::page_or_405;
  return row;
}();

constexpr Behaviour k4_6 = [] {
  Behaviour row = since(4, 6, k4_4);
  row.info_role = kNone;
  row.info_permission = "get-server-info";
  return row;
}();

constexpr Behaviour k5_1 = [] {
  Behaviour row = since(5, 1, k4_6);
  row.route_permission = kViewRoom;
  row.entry_permission = kNone;
  row.reading_route_permission = kViewRoom;
  row.reading_handler_permission = kNone;
  row.agents_route_permission = kManage;
  row.agents_handler_permission = kNone;
  return row;
}();

constexpr Behaviour k5_2 = [] {
  Behaviour row = since(5, 2, k5_1);
  row.check_order = CheckOrder::limit_parameters_permission;
  row.parameter_check = ParameterCheck::schema;
  row.handler_errors = HandlerErrors::texts;
  row.room_owner = RoomOwner::loaded;
  row.development_warning = kWarningAfter6;
  return row;
}();

constexpr Behaviour k5_3 = [] {
  Behaviour row = since(5, 3, k5_2);
  row.save_info = Presence::present;
  return row;
}();

constexpr Behaviour k5_4 = [] {
  Behaviour row = since(5, 4, k5_3);
  row.agent_status = Presence::present;
  return row;
}();

constexpr Behaviour k6_0 = [] {
  Behaviour row = since(6, 0, k5_4);
  row.close_by_user = Presence::present;
  row.development_warning = kWarningOn6;
  return row;
}();

constexpr Behaviour k6_2 = [] {
  Behaviour row = since(6, 2, k6_0);
  row.room_lookup = RoomLookup::every_type;
  row.vanished_room = VanishedRoom::failure;
  row.access_view = AccessView::whole_room;
  return row;
}();

constexpr Behaviour k6_3 = [] {
  Behaviour row = since(6, 3, k6_2);
  row.deprecation_headers = DeprecationHeaders::present;
  row.development_warning = kNone;
  return row;
}();

constexpr Behaviour k6_4 = [] {
  Behaviour row = since(6, 4, k6_3);
  row.allow_origin = AllowOrigin::everywhere;
  return row;
}();

constexpr Behaviour k6_5 = [] {
  Behaviour row = since(6, 5, k6_4);
  row.route_permission = kChangeVisitor;
  row.handler_permission = kNone;
  row.disabled_visitors = DisabledVisitors::unknown;
  row.access_view = AccessView::projection;
  row.accessed_room = AccessedRoom::found_before;
  return row;
}();

constexpr Behaviour k7_0 = [] {
  Behaviour row = since(7, 0, k6_5);
  row.room_visitor = Presence::absent;
  row.wrong_password = WrongPassword::unauthorized;
  row.info_shape = InfoShape::version_and_info;
  row.info_permission = "view-statistics";
  return row;
}();

constexpr Behaviour k7_4 = [] {
  Behaviour row = since(7, 4, k7_0);
  row.body_reading = BodyReading::after_routing;
  row.wrong_method = WrongMethod::as_unknown_path;
  row.refusal_delay = RefusalDelay::none;
  row.unlisted_origin = UnlistedOrigin::refused;
  row.status_answers = StatusAnswers::with_success;
  return row;
}();

constexpr Behaviour k7_6 = [] {
  Behaviour row = since(7, 6, k7_4);
  row.unknown_path = UnknownPath::plain_404;
  row.preflight = Preflight::whole_api;
  row.unlisted_origin = UnlistedOrigin::refused_in_preflight;
  return row;
}();

constexpr Behaviour k8_0 = [] {
  Behaviour row = since(8, 0, k7_6);
  row.check_order = CheckOrder::permission_parameters_limit;
  row.archived_rooms = ArchivedRooms::shown;
  row.permissions_query = SchemaUse::applied;
  return row;
}();

constexpr Behaviour k8_5 = [] {
  Behaviour row = since(8, 5, k8_0);
  row.visitor_token = VisitorToken::left_out;
  return row;
}();

constexpr std::array kTable{k3_5, k3_6, k3_10, k3_12, k3_16, k3_17, k4_0, k4_2,
                            k4_4, k4_6, k5_1,  k5_2,  k5_3,  k5_4,  k6_0, k6_2,
                            k6_3, k6_4, k6_5,  k7_0,  k7_4,  k7_6,  k8_0, k8_5};

// Nothing is known of later versions.
constexpr ServerVersion kFirstUnknown{8, 7, {}};

}  // namespace

std::span<const Behaviour> behaviour_table() { return kTable; }

const Behaviour* find_behaviour(const ServerVersion& version) {
  if (version.at_least(kFirstUnknown.major, kFirstUnknown.minor)) return nullptr;
  const Behaviour* found = nullptr;
  for (const Behaviour& row : kTable)
    if (version.at_least(row.major, row.minor)) found = &row;
  return found;
}

std::string_view known_versions() { return "3.5 to 8.6"; }

}  // namespace room_visitor::standin

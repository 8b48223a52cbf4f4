// What differs between the server versions that the stand-in imitates, as one table. The framework
// and the handlers ask the row of their version; none of them compares version numbers. Source:
// docs/wire.md sections 0 to 6, 9 and 10.
//
//   const Behaviour* behaviour = find_behaviour({6, 4, 2});
//   behaviour->route_permission;  // "view-l-room"
//   find_behaviour({9, 0, {}});   // nullptr: not imitated
#ifndef ROOM_VISITOR_STANDIN_BEHAVIOUR_H
#define ROOM_VISITOR_STANDIN_BEHAVIOUR_H

#include <span>
#include <string_view>

#include "room_visitor/server_version.h"

namespace room_visitor::standin {

/// Whether a route is there.
enum class Presence { absent, present };

/// Whether bodies are read for the whole server, or only for routes that are there.
enum class BodyReading { before_routing, after_routing };

/// What a path outside of the API, or one that it does not have, answers: the page of the web app
/// whatever the method; the page for GET and an empty 405 for others; within the API a 404.
enum class UnknownPath { page, page_or_405, plain_404 };

/// What another method on a known path answers.
enum class WrongMethod { json_405, as_unknown_path };

/// What follows the credentials, in this order.
enum class CheckOrder {
  limit_permission_parameters,
  limit_parameters_permission,
  permission_parameters_limit
};

/// How parameters are checked: exact keys and types, or against a schema after coercion.
enum class ParameterCheck { exact, schema };

/// What becomes of an error inside a handler that catches its errors: the caught error itself is
/// written out as JSON, which loses the text of plain ones; or its text is sent.
enum class HandlerErrors { written_out, texts };

/// Whether 401 and 403 come late on purpose.
enum class RefusalDelay { none, half_to_one_second };

/// Whether the 401 and the answers of login have the member `success`.
enum class StatusAnswers { without_success, with_success };

/// Whether login tells a wrong password from an unknown user.
enum class WrongPassword { named, unauthorized };

/// What `/api/info` shows without and with the right to more: the whole version, or `info` instead;
/// major and minor, or `info` instead; always the version, and `info` besides.
enum class InfoShape { whole_or_info, short_or_info, version_and_info };

/// When OPTIONS is a preflight: if it names a method; if it names a method or an origin, on known
/// paths or on all paths of the API.
enum class Preflight { named_method, named_origin, whole_api };

/// How the setting API_CORS_Origin is read: sent as it is written, or as a list.
enum class OriginSetting { verbatim, list };

/// What happens to an origin that is not in the list.
enum class UnlistedOrigin { ignored, refused_in_preflight, refused };

/// Which answers carry `access-control-allow-origin`: the API's own if CORS is switched on, the
/// API's own always, or all of the web server's.
enum class AllowOrigin { api_if_enabled, api_only, everywhere };

/// Whether answers of deprecated routes say so in headers.
enum class DeprecationHeaders { absent, present };

/// Whether a visitor that was disabled instead of removed still counts as existing.
enum class DisabledVisitors { known, unknown };

/// Which rooms the lookup of `livechat/room.visitor` finds.
enum class RoomLookup { omnichannel_only, every_type };

/// Whether that lookup loads whose room it is. Without, no old visitor is ever the right one.
enum class RoomOwner { not_loaded, loaded };

/// What `livechat/room.visitor` answers if the room has vanished after the update.
enum class VanishedRoom { success_without_room, failure };

/// What the access check of `livechat/room.visitor` gets to see of the room. The projection has
/// neither `servedBy` nor `open` nor `departmentId`, so that every room counts as closed.
enum class AccessView { projection, whole_room };

/// Whether the access check of `livechat/room.visitor` reads the room once more, and so notices
/// that it has vanished, or judges by what was found before.
enum class AccessedRoom { read_again, found_before };

/// Who chooses the id of a room that `livechat/room` creates.
enum class NewRoomId { callers, servers };

/// Whether `rooms.info` shows archived rooms.
enum class ArchivedRooms { refused, shown };

/// Whether `livechat/visitors.info` shows the visitor's token.
enum class VisitorToken { shown, left_out };

/// Who may list rooms: managers only; or whoever views all rooms, or agents their own.
enum class RoomListAccess { managers, viewers_and_own };

/// Whether the query of `permissions.listAll` is checked against its schema.
enum class SchemaUse { ignored, applied };

/// One row: how servers behave from version `major.minor` on, up to the next row. An empty
/// permission or role is not asked.
struct Behaviour {
  int major;
  int minor;

  // The framework.
  BodyReading body_reading;
  UnknownPath unknown_path;
  WrongMethod wrong_method;
  CheckOrder check_order;
  ParameterCheck parameter_check;
  HandlerErrors handler_errors;
  RefusalDelay refusal_delay;
  Preflight preflight;
  OriginSetting origin_setting;
  UnlistedOrigin unlisted_origin;
  AllowOrigin allow_origin;
  DeprecationHeaders deprecation_headers;
  /// Documents that stand for the defaults of these versions where the newer ones differ.
  std::string_view older_defaults;

  // livechat/room.visitor.
  Presence room_visitor;
  std::string_view route_permission;    ///< missing: 403
  std::string_view entry_permission;    ///< asked inside before anything is looked up
  std::string_view handler_permission;  ///< asked inside once everything was found
  RoomLookup room_lookup;
  RoomOwner room_owner;
  VanishedRoom vanished_room;
  AccessView access_view;
  AccessedRoom accessed_room;
  /// First member of a success answer in development mode; empty: there is none.
  std::string_view development_warning;

  // The other endpoints.
  Presence room_messages;  ///< livechat/:rid/messages
  Presence save_info;      ///< livechat/room.saveInfo
  Presence close_by_user;  ///< livechat/room.closeByUser
  StatusAnswers status_answers;
  WrongPassword wrong_password;
  InfoShape info_shape;
  std::string_view info_role;        ///< who sees `info`
  std::string_view info_permission;  ///< who sees `info`
  /// Of what agents read of visitors and conversations: on the route (403), or asked inside (400).
  std::string_view reading_route_permission;
  std::string_view reading_handler_permission;
  VisitorToken visitor_token;
  DisabledVisitors disabled_visitors;
  NewRoomId new_room_id;
  ArchivedRooms archived_rooms;
  RoomListAccess room_list_access;
  SchemaUse permissions_query;
  std::string_view agents_route_permission;    ///< of `livechat/users/:type`
  std::string_view agents_handler_permission;  ///< of `livechat/users/:type`
  Presence agent_status;                       ///< whether there is `livechat/agent.status`
};

/// All rows, oldest first.
[[nodiscard]] std::span<const Behaviour> behaviour_table();

/// The row for a version; nullptr if the stand-in does not imitate it.
[[nodiscard]] const Behaviour* find_behaviour(const ServerVersion& version);

/// The versions that are imitated, for messages: "3.5 to 8.6".
[[nodiscard]] std::string_view known_versions();

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_STANDIN_BEHAVIOUR_H

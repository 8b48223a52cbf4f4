// The server's identifiers, each a type of its own so that a visitor's id cannot be passed where a
// room's is meant. An id is opaque text: the server compares it byte by byte, so nothing here trims
// or folds it. Source: docs/wire.md section 12.
//
//   RoomId rid{"tcbbSmWSLR5uo5PBW"};
//   id_form(rid.text);  // IdForm::random
#ifndef ROOM_VISITOR_IDS_H
#define ROOM_VISITOR_IDS_H

#include <string>
#include <string_view>

namespace room_visitor {

/// An opaque id of the kind named by Tag; UTF-8.
template <class Tag>
struct Id {
  std::string text;

  bool operator==(const Id&) const = default;
};

using RoomId = Id<struct RoomIdTag>;
using VisitorId = Id<struct VisitorIdTag>;
using UserId = Id<struct UserIdTag>;

/// The login token of a user. A credential: never shown, never logged.
using AuthToken = Id<struct AuthTokenTag>;

/// What an id looks like. Both usual forms coexist in upgraded servers, and any string is legal.
enum class IdForm {
  random,     ///< 17 characters of the server's 55-symbol alphabet (rooms; visitors up to 4.8)
  object_id,  ///< 24 lower-case hexadecimal digits (visitors from 5.0 on)
  other,
};

[[nodiscard]] IdForm id_form(std::string_view id);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_IDS_H

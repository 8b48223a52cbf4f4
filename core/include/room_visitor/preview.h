// A look at one update before it is sent: what it would change, what it would leave as it is, and
// what a person should know first. A preview reads and never changes; and it never says that the
// move is allowed, because access for reading and for moving differ and others may be faster.
// Source: docs/wire.md sections 3.2, 7 and 9, docs/verdicts.md.
//
//   PreviewQuestion question = preview_question({"tcbbSmWSLR5uo5PBW"}, {"new"}, {}, capability);
//   PreviewAnswers answers;
//   while (auto next = next_preview_request(question, answers, server, session))
//     answers[next->call] = my_application_sends(next->request);
//   Preview seen = preview(question, answers);
//   if (seen.update) offer(*seen.update, seen.changes, seen.issues);
#ifndef ROOM_VISITOR_PREVIEW_H
#define ROOM_VISITOR_PREVIEW_H

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/answers.h"
#include "room_visitor/capability.h"
#include "room_visitor/ids.h"
#include "room_visitor/profile.h"
#include "room_visitor/update.h"

namespace room_visitor {

struct PreviewQuestion {
  RoomId rid;
  VisitorId new_visitor;
  std::optional<VisitorId> old_visitor;  ///< typed by hand; without it the room's owner is taken
  Profile profile = Profile::unknown;
  Known may_see_visitors = Known::not_known;  ///< with `no` visitors are not asked for

  bool operator==(const PreviewQuestion&) const = default;
};

/// A question with what is known of server and user.
[[nodiscard]] PreviewQuestion preview_question(RoomId rid, VisitorId new_visitor,
                                               std::optional<VisitorId> old_visitor,
                                               const Capability& capability);

/// What is read, in this order. `other_rooms` are the latest 100 rooms of the new visitor.
enum class PreviewCall { room, new_visitor, old_visitor, other_rooms };

/// "room", "new_visitor", "old_visitor" or "other_rooms".
[[nodiscard]] std::string_view to_text(PreviewCall call);

struct PreviewAnswers {
  std::array<CallAnswer, 4> answers;

  [[nodiscard]] CallAnswer& operator[](PreviewCall call) {
    return answers[static_cast<std::size_t>(call)];
  }
  [[nodiscard]] const CallAnswer& operator[](PreviewCall call) const {
    return answers[static_cast<std::size_t>(call)];
  }

  bool operator==(const PreviewAnswers&) const = default;
};

struct PreviewRequest {
  PreviewCall call = PreviewCall::room;
  HttpRequest request;

  bool operator==(const PreviewRequest&) const = default;
};

/// What to ask next; nothing if there is nothing left that can be asked, or if the ids cannot be
/// sent. A cancelled call, a redirect and a session that is not accepted end the reading.
[[nodiscard]] std::optional<PreviewRequest> next_preview_request(const PreviewQuestion& question,
                                                                 const PreviewAnswers& answers,
                                                                 const ServerUrl& server,
                                                                 const Session& session);

/// One thing that changes or stays. `code` never changes once released. `path` is a JSON Pointer
/// into the room, empty where the thing is not in it. Values are the server's text, absent where
/// not known; of tokens only kHidden.
struct PreviewNote {
  std::string_view code;
  std::string_view path;
  std::string_view what;  ///< one sentence
  std::optional<std::string> before, after;

  bool operator==(const PreviewNote&) const = default;
};

/// What could not be looked at. Without an error it was not asked, or not to its end.
struct NotChecked {
  PreviewCall call = PreviewCall::room;
  std::optional<Error> error;

  bool operator==(const NotChecked&) const = default;
};

struct Preview {
  /// The update with its old visitor; absent while that is not known or if an id cannot be sent.
  std::optional<ValidUpdate> update;
  /// Empty if this version moves no rooms, or if the room was read and is no live chat.
  std::vector<PreviewNote> changes;
  std::vector<PreviewNote> stays;  ///< `before` is what stays
  /// Errors are those of validate(). Warnings do not block: same_visitor, unusual_id,
  /// endpoint_absent, endpoint_broken, endpoint_removed, room_not_found, voice_room,
  /// not_omnichannel, room_closed, owner_differs, visitor_not_found, visitor_disabled,
  /// undo_impossible, other_open_room, in this order.
  std::vector<Issue> issues;
  std::vector<NotChecked> not_checked;
  std::optional<RoomDocument> room;
  std::optional<VisitorDocument> new_visitor, old_visitor;

  bool operator==(const Preview&) const = default;
};

/// The meaning of what was read, in full or in part.
[[nodiscard]] Preview preview(const PreviewQuestion& question, const PreviewAnswers& answers);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_PREVIEW_H

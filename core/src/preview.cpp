#include "room_visitor/preview.h"

#include <algorithm>

#include "call_answer.h"
#include "json/json_view.h"
#include "room_visitor/calls.h"
#include "room_visitor/redact.h"
#include "unicode.h"

namespace room_visitor {
namespace {

using json::View;

struct NoteRow {
  std::string_view code;
  std::string_view path;
  std::string_view what;
};

// docs/wire.md sections 7-1 and 7-7. The order is that of fill_in().
constexpr NoteRow kOwner{"owner", "/v/_id", "The room belongs to the new visitor."};
constexpr NoteRow kUsername{"username", "/v/username",
                            "The room shows the new visitor's user name."};
constexpr NoteRow kToken{"token", "/v/token",
                         "The new visitor's token opens the room, the old visitor's no longer."};
constexpr NoteRow kUpdated{"updated", "/_updatedAt", "The room gets a new time of last update."};

// Section 7-2.
constexpr std::array kStays{
    NoteRow{"title", "/fname", "The room keeps its title."},
    NoteRow{"visitor_name", "/v/name", "The name in the room stays the old visitor's."},
    NoteRow{"visitor_phone", "/v/phone", "The telephone number in the room stays as well."},
    NoteRow{"visitor_status", "/v/status", "So does the status, until the visitor changes it."},
    NoteRow{"visitor_activity", "/v/lastMessageTs", "So does the time of the last message."},
    NoteRow{"agent", "/servedBy/username", "The agent goes on serving the room."},
    NoteRow{"department", "/departmentId", "The room stays in its department."},
    NoteRow{"messages", "", "Messages keep their authors."},
    NoteRow{"subscriptions", "", "Agents find the room in their lists under the same name."},
    NoteRow{"inquiry", "", "The queue goes on showing the old visitor."},
    NoteRow{"visitors", "", "What is stored of the two visitors stays as it is."},
    NoteRow{"notices", "",
            "No system message, e-mail, webhook or app event; only those who listen to the room's "
            "stream "
            "are told."}};

constexpr int kOtherRooms = 100;

// The text at a path of one or two steps without escapes; nothing if it is no string.
std::optional<std::string> text_at(View document, std::string_view path) {
  std::optional<View> place = document;
  while (place && !path.empty()) {
    path.remove_prefix(1);
    const std::string_view step = path.substr(0, path.find('/'));
    path.remove_prefix(step.size());
    place = place->member(step);
  }
  return place ? place->string() : std::nullopt;
}

bool is_closed(View room) {
  const auto open = room.member("open");
  return (open && open->boolean() == false) || (!open && room.member("closedAt"));
}

// Whether a failure makes it pointless to ask on.
bool ends_reading(ErrorCode code) {
  return code == ErrorCode::cancelled || code == ErrorCode::redirected ||
         code == ErrorCode::not_logged_in;
}

// Everything that was read, and what follows from it for what is worth asking.
struct Sight {
  static constexpr std::array kCalls{PreviewCall::room, PreviewCall::new_visitor,
                                     PreviewCall::old_visitor, PreviewCall::other_rooms};

  // In this order: whom to take for the old visitor hangs on the room.
  const PreviewQuestion& question;
  const Reading<RoomDocument> room;
  const Reading<VisitorDocument> new_visitor;
  const Reading<VisitorDocument> old_visitor;
  const Reading<ListPart<RoomDocument>> other_rooms;

  Sight(const PreviewQuestion& asked, const PreviewAnswers& answers)
      : question(asked),
        room(reading<RoomDocument>(
            answers[PreviewCall::room],
            [&](const HttpResponse& response) { return read_room_info(response, asked.rid); })),
        new_visitor(read_visitor_with(answers[PreviewCall::new_visitor], asked.new_visitor)),
        old_visitor(read_visitor_with(answers[PreviewCall::old_visitor],
                                      old_visitor_id().value_or(VisitorId{}))),
        other_rooms(reading<ListPart<RoomDocument>>(answers[PreviewCall::other_rooms],
                                                    read_chat_history)) {}

  [[nodiscard]] std::optional<VisitorId> owner() const {
    const RoomDocument* document = value_in(room);
    return document != nullptr ? document->visitor : std::nullopt;
  }

  /// What is typed is never replaced: the server is to compare with it.
  [[nodiscard]] std::optional<VisitorId> old_visitor_id() const {
    return question.old_visitor ? question.old_visitor : owner();
  }

  [[nodiscard]] Validation validated() const {
    UpdateInput input;
    const auto add = [&](std::string_view key, const std::string& text) {
      input.members.push_back({std::string(key), ValueKind::string, text});
    };
    add("rid", question.rid.text);
    if (const auto id = old_visitor_id()) add("oldVisitorId", id->text);
    add("newVisitorId", question.new_visitor.text);
    Validation checked = validate(input);
    // Not a finding as long as the room may still tell.
    if (!room) std::erase_if(checked.issues, is_missing);
    return checked;
  }

  [[nodiscard]] bool has_unusable_id() const {
    const Validation checked = validated();
    return std::any_of(checked.issues.begin(), checked.issues.end(), [](const Issue& issue) {
      return issue.severity == Severity::error && !is_missing(issue);
    });
  }

  [[nodiscard]] bool was_asked(PreviewCall call) const { return problem_of(call).asked; }

  /// The error of a reading that was tried.
  [[nodiscard]] std::optional<Error> error_of(PreviewCall call) const {
    return problem_of(call).error;
  }

  /// Whether the answer would tell anything.
  [[nodiscard]] bool is_wanted(PreviewCall call) const {
    if (call == PreviewCall::old_visitor) {
      const auto id = old_visitor_id();
      return id && *id != question.new_visitor;
    }
    return call != PreviewCall::other_rooms || code_in(new_visitor) != ErrorCode::visitor_not_found;
  }

  /// Why something is not asked, although it would tell something.
  [[nodiscard]] std::optional<Error> hindrance(PreviewCall call) const {
    for (const PreviewCall other : kCalls)
      if (auto error = error_of(other); error && ends_reading(error->code)) return error;
    if (call == PreviewCall::room) return {};
    if (question.may_see_visitors == Known::no)
      return Error{ErrorCode::no_read_permission, "", "", "view-l-room"};
    // The list hangs on access to the room.
    if (call == PreviewCall::other_rooms && code_in(room)) return room->error();
    return {};
  }

 private:
  struct Tried {
    bool asked = false;
    std::optional<Error> error;
  };

  static bool is_missing(const Issue& issue) { return issue.code == ErrorCode::missing; }

  static Reading<VisitorDocument> read_visitor_with(const CallAnswer& answer, const VisitorId& id) {
    return reading<VisitorDocument>(
        answer, [&](const HttpResponse& response) { return read_visitor_info(response, id); });
  }

  template <class Value>
  static Tried tried(const Reading<Value>& reading) {
    if (!reading) return {};
    return {true, reading->ok() ? std::nullopt : std::optional(reading->error())};
  }

  [[nodiscard]] Tried problem_of(PreviewCall call) const {
    switch (call) {
      case PreviewCall::room:
        return tried(room);
      case PreviewCall::new_visitor:
        return tried(new_visitor);
      case PreviewCall::old_visitor:
        return tried(old_visitor);
      case PreviewCall::other_rooms:
        return tried(other_rooms);
    }
    return {};
  }
};

class Viewer {
 public:
  Viewer(const PreviewQuestion& question, const PreviewAnswers& answers)
      : question_(question), sight_(question, answers) {}

  Preview run() {
    Validation checked = sight_.validated();
    seen_.update = std::move(checked.update);
    seen_.issues = std::move(checked.issues);
    if (const RoomDocument* room = value_in(sight_.room)) seen_.room = *room;
    if (const VisitorDocument* visitor = value_in(sight_.new_visitor)) seen_.new_visitor = *visitor;
    if (const VisitorDocument* visitor = value_in(sight_.old_visitor)) seen_.old_visitor = *visitor;
    if (auto error = error_of_profile(question_.profile))
      warn(error->code, "", error->found, error->expected);
    warn_of_room();
    warn_of_visitors();
    warn_of_other_rooms();
    fill_in();
    for (const PreviewCall call : Sight::kCalls) report_unchecked(call);
    return std::move(seen_);
  }

 private:
  void warn(ErrorCode code, std::string_view path, const std::string& found,
            const std::string& expected = "") {
    seen_.issues.push_back({code, Severity::warning, std::string(path), found, expected});
  }

  static std::string shown(const std::string& text) { return quote_redacted(text); }

  void warn_of_room() {
    if (code_in(sight_.room) == ErrorCode::room_not_found)
      warn(ErrorCode::room_not_found, "/rid", shown(question_.rid.text));
    if (!seen_.room) return;
    const RoomDocument& room = *seen_.room;
    if (room.t == "v")
      warn(ErrorCode::voice_room, "/rid", "\"v\"", "\"l\"");
    else if (!is_live_chat())
      warn(ErrorCode::not_omnichannel, "/rid", shown(room.t.value_or("")), "\"l\"");
    else if (is_closed(View(room.text)))
      warn(ErrorCode::room_closed, "/rid", "");
    const auto owner = sight_.owner();
    if (owner && question_.old_visitor && *owner != *question_.old_visitor)
      warn(ErrorCode::owner_differs, "/oldVisitorId", shown(question_.old_visitor->text),
           shown(owner->text));
  }

  // A room that does not say what it is, is one if it has a visitor.
  [[nodiscard]] bool is_live_chat() const {
    return seen_.room->t ? *seen_.room->t == "l" : seen_.room->visitor.has_value();
  }

  // Only from 6.5 on the server looks at that.
  [[nodiscard]] bool is_refused(const std::optional<VisitorDocument>& visitor) const {
    return visitor && visitor->disabled && question_.profile != Profile::two_permissions;
  }

  void warn_of_visitors() {
    if (code_in(sight_.new_visitor) == ErrorCode::visitor_not_found)
      warn(ErrorCode::visitor_not_found, "/newVisitorId", shown(question_.new_visitor.text));
    if (is_refused(seen_.new_visitor)) warn(ErrorCode::visitor_disabled, "/newVisitorId", "");
    if (!sight_.is_wanted(PreviewCall::old_visitor)) return;
    const bool is_gone = code_in(sight_.old_visitor) == ErrorCode::visitor_not_found;
    if (is_gone || is_refused(seen_.old_visitor))
      warn(ErrorCode::undo_impossible, "/oldVisitorId", is_gone ? "nobody" : "a disabled visitor",
           "a visitor that the server knows");
  }

  void warn_of_other_rooms() {
    const auto* list = value_in(sight_.other_rooms);
    if (list == nullptr) return;
    for (const RoomDocument& room : list->items) {
      const auto open = View(room.text).member("open");
      if (!open || open->boolean() != true || room.id == question_.rid) continue;
      warn(ErrorCode::other_open_room, "/newVisitorId", shown(room.id.value_or(RoomId{}).text));
      has_other_open_room_ = true;
    }
  }

  [[nodiscard]] std::optional<std::string> in_room(std::string_view path) const {
    return seen_.room ? text_at(View(seen_.room->text), path) : std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> of_new_visitor(std::string_view path) const {
    return seen_.new_visitor ? text_at(View(seen_.new_visitor->text), path) : std::nullopt;
  }

  // A member that is known to be equal already does not change.
  void add_change(const NoteRow& row, std::optional<std::string> after) {
    auto before = in_room(row.path);
    if (before && before == after) return;
    if (&row == &kToken) {
      if (before) before = std::string(kHidden);
      after = std::string(kHidden);
    }
    seen_.changes.push_back({row.code, row.path, row.what, std::move(before), std::move(after)});
  }

  void fill_in() {
    const bool can_move = !error_of_profile(question_.profile);
    if (can_move && (!seen_.room || is_live_chat())) {
      add_change(kOwner, question_.new_visitor.text);
      add_change(kUsername, of_new_visitor("/username"));
      add_change(kToken, of_new_visitor("/token"));
      add_change(kUpdated, {});
    }
    for (const NoteRow& row : kStays)
      seen_.stays.push_back(
          {row.code, row.path, row.what, row.path.empty() ? std::nullopt : in_room(row.path), {}});
  }

  void report_unchecked(PreviewCall call) {
    if (!sight_.is_wanted(call)) return;
    const auto error = sight_.error_of(call);
    if (error) {
      const bool is_finding =
          error->code ==
          (call == PreviewCall::room ? ErrorCode::room_not_found : ErrorCode::visitor_not_found);
      if (!is_finding) seen_.not_checked.push_back({call, error});
    } else if (!sight_.was_asked(call)) {
      seen_.not_checked.push_back({call, sight_.hindrance(call)});
    } else if (call == PreviewCall::other_rooms && !has_other_open_room_ &&
               !value_in(sight_.other_rooms)->is_last()) {
      seen_.not_checked.push_back({call, {}});
    }
  }

  const PreviewQuestion& question_;
  const Sight sight_;
  Preview seen_;
  bool has_other_open_room_ = false;
};

Result<HttpRequest> request_for(PreviewCall call, const PreviewQuestion& question,
                                const Sight& sight, const ServerUrl& server,
                                const Session& session) {
  switch (call) {
    case PreviewCall::room:
      return room_info(server, session, question.rid);
    case PreviewCall::new_visitor:
      return visitor_info(server, session, question.new_visitor);
    case PreviewCall::old_visitor:
      return visitor_info(server, session, sight.old_visitor_id().value_or(VisitorId{}));
    case PreviewCall::other_rooms:
      break;
  }
  return chat_history(server, session, question.rid, question.new_visitor, {kOtherRooms, 0});
}

}  // namespace

PreviewQuestion preview_question(RoomId rid, VisitorId new_visitor,
                                 std::optional<VisitorId> old_visitor,
                                 const Capability& capability) {
  return {std::move(rid), std::move(new_visitor), std::move(old_visitor), capability.profile,
          holds(capability, "view-l-room")};
}

std::string_view to_text(PreviewCall call) {
  constexpr std::array<std::string_view, 4> kNames{"room", "new_visitor", "old_visitor",
                                                   "other_rooms"};
  return kNames[static_cast<std::size_t>(call)];
}

std::optional<PreviewRequest> next_preview_request(const PreviewQuestion& question,
                                                   const PreviewAnswers& answers,
                                                   const ServerUrl& server,
                                                   const Session& session) {
  const Sight sight(question, answers);
  if (sight.has_unusable_id()) return {};
  for (const PreviewCall call : Sight::kCalls) {
    if (sight.was_asked(call) || !sight.is_wanted(call) || sight.hindrance(call)) continue;
    Result<HttpRequest> request = request_for(call, question, sight, server, session);
    if (request.ok()) return PreviewRequest{call, std::move(request.value())};
  }
  return {};
}

Preview preview(const PreviewQuestion& question, const PreviewAnswers& answers) {
  return Viewer(question, answers).run();
}

}  // namespace room_visitor

#include "room_visitor/verdict.h"

#include <array>

#include "room_visitor/redact.h"
#include "unicode.h"

namespace room_visitor {
namespace {

struct FailureRow {
  FailureKind kind;
  std::string_view name;
  ErrorCode code;
};

constexpr std::array kFailures{
    FailureRow{FailureKind::network, "network", ErrorCode::network_failed},
    FailureRow{FailureKind::cors, "cors", ErrorCode::cors_suspected},
    FailureRow{FailureKind::timeout, "timeout", ErrorCode::timed_out},
    FailureRow{FailureKind::aborted, "aborted", ErrorCode::cancelled},
    FailureRow{FailureKind::redirected, "redirected", ErrorCode::redirected},
    FailureRow{FailureKind::too_large, "too_large", ErrorCode::answer_too_large},
    FailureRow{FailureKind::not_recorded, "not_recorded", ErrorCode::history_failed}};

Outcome unknown(ErrorCode code, const char* path, const std::string& found,
                const std::string& expected) {
  return {
      Verdict::unknown, {}, Error{code, path, quote_redacted(found), quote_for_people(expected)}};
}

// "New" is tested before "old": the two may be equal.
Outcome settle_room(const VisitorUpdate& ids, const RoomDocument& room) {
  const std::string rid = room.id.value_or(RoomId{}).text;
  const std::string owner = room.visitor.value_or(VisitorId{}).text;
  if (rid != ids.rid.text) return unknown(ErrorCode::other_room, "/room/_id", rid, ids.rid.text);
  if (owner == ids.new_visitor.text) return {Verdict::applied, Proof::answer, {}};
  if (owner != ids.old_visitor.text)
    return unknown(ErrorCode::other_visitor, "/room/v/_id", owner, ids.new_visitor.text);
  // The server's update looks for live chats only; for a voice room it finds none and says nothing.
  if (room.t == "v")
    return {Verdict::refused, {}, Error{ErrorCode::voice_room, "/room/t", "\"v\"", "\"l\""}};
  return unknown(ErrorCode::still_old_visitor, "/room/v/_id", owner, ids.new_visitor.text);
}

}  // namespace

std::string_view to_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::applied:
      return "applied";
    case Verdict::refused:
      return "refused";
    case Verdict::not_sent:
      return "not_sent";
    case Verdict::unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view to_text(Proof proof) {
  switch (proof) {
    case Proof::answer:
      return "answer";
    case Proof::read_back:
      return "read_back";
    case Proof::wanted_state:
      return "wanted_state";
  }
  return "answer";
}

Outcome settle(const ValidUpdate& update, const Meaning& meaning) {
  switch (meaning.kind) {
    case AnswerKind::success:
      if (meaning.room) return settle_room(update.ids(), *meaning.room);
      break;
    case AnswerKind::refusal:
      return {Verdict::refused, {}, meaning.error};
    case AnswerKind::compare_failed:
    case AnswerKind::ambiguous:
      break;
  }
  return {Verdict::unknown, {}, meaning.error};
}

Result<FailureKind> parse_failure_kind(std::string_view text) {
  for (const FailureRow& row : kFailures)
    if (row.name == text) return row.kind;
  return Error{ErrorCode::invalid_input, "/kind", quote_for_people(text),
               "network, cors, timeout, aborted, redirected, too_large or not_recorded"};
}

Error error_of_failure(FailureKind kind) {
  for (const FailureRow& row : kFailures)
    if (row.kind == kind) return {row.code, "", "", ""};
  return {ErrorCode::network_failed, "", "", ""};
}

Outcome settle_failure(FailureKind kind, Handed handed) {
  const Verdict verdict = handed == Handed::to_nobody ? Verdict::not_sent : Verdict::unknown;
  return {verdict, {}, error_of_failure(kind)};
}

}  // namespace room_visitor

#include "room_visitor/responses.h"

#include <algorithm>
#include <array>

#include "envelope.h"
#include "room_visitor/redact.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

constexpr std::string_view kHtml = "text/html";

// Answers with an exact text that the server gives before it changes anything (docs/verdicts.md,
// the closed list). `invalid-room-visitor` is in it, but see AnswerKind::compare_failed.
constexpr std::array kKnownTexts{
    KnownText{403, kNoRoutePermission, ErrorCode::no_permission},
    KnownText{400, "visitor-not-found", ErrorCode::visitor_not_found},
    KnownText{400, "invalid-room", ErrorCode::room_not_found},
    KnownText{400, "[invalid-room]", ErrorCode::room_not_found},
    KnownText{400, "invalid-room-visitor", ErrorCode::visitor_mismatch},
    KnownText{400, "error-user-not-found", ErrorCode::user_not_found},
    KnownText{400, "error-not-authorized", ErrorCode::no_change_permission},
    KnownText{400, "error-not-allowed", ErrorCode::room_access_denied},
    KnownText{400,
              "The endpoint \"/api/v1/livechat/room.visitor\" is deprecated and will be removed on "
              "version 7.0.0",
              ErrorCode::deprecation_enforced}};

struct ParserPage {
  int status;
  std::string_view text;
  ErrorCode code;
};

// The server's body parser answers with a small page of these words, before routing (docs/wire.md
// section 1.3).
constexpr std::array kParserPages{
    ParserPage{400, "Bad Request", ErrorCode::body_unreadable},
    ParserPage{413, "Payload Too Large", ErrorCode::body_too_large},
    ParserPage{413, "request entity too large", ErrorCode::body_too_large},
    ParserPage{415, "Unsupported Media Type", ErrorCode::charset_unsupported}};

// What is left of a page without its tags, its title and the white space around.
std::string_view page_text(std::string_view page, std::string& buffer) {
  const auto title = page.find("</title>");
  if (title != std::string_view::npos) page.remove_prefix(title);
  bool in_tag = false;
  for (const char letter : page) {
    if (letter == '<') in_tag = true;
    if (!in_tag) buffer += letter;
    if (letter == '>') in_tag = false;
  }
  const auto first = buffer.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return std::string_view(buffer).substr(first, buffer.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<ErrorCode> parser_page(const Envelope& envelope, std::string_view body) {
  constexpr std::size_t kLargestPage = 4096;
  if (envelope.type != kHtml || body.size() > kLargestPage) return {};
  std::string buffer;
  const std::string_view text = page_text(body, buffer);
  for (const ParserPage& page : kParserPages)
    if (envelope.status == page.status && text == page.text) return page.code;
  return {};
}

// What only a version without the endpoint answers (docs/wire.md sections 2.2 and 10).
std::optional<ErrorCode> missing_endpoint(const Envelope& envelope, std::string_view body,
                                          Profile profile) {
  if (profile == Profile::removed) {
    if (envelope.status == 405 && body.empty()) return ErrorCode::endpoint_removed;
    if (envelope.status == 404 && envelope.type == "text/plain" && body == "404 Not Found")
      return ErrorCode::endpoint_removed;
  }
  if (profile == Profile::absent && envelope.status == 200 && envelope.type == kHtml)
    return ErrorCode::endpoint_absent;
  return {};
}

// The closed list, in the order in which the server would answer.
std::optional<Error> given_before_update(const Envelope& envelope, std::string_view body,
                                         Profile profile) {
  if (const auto code = missing_endpoint(envelope, body, profile))
    return Error{*code, "", "status " + to_decimal(envelope.status), "a server from 5.2 to 6.13"};
  if (const auto code = parser_page(envelope, body))
    return Error{*code, "", "status " + to_decimal(envelope.status), ""};
  if (envelope.status == 401) return server_error(ErrorCode::not_logged_in, envelope);
  if (!envelope.is_json()) return {};
  if (envelope.status == 429) return server_error(ErrorCode::rate_limited, envelope);
  if (const auto code = code_of_refusal(envelope, kKnownTexts))
    return server_error(*code, envelope);
  return {};
}

// From 3.6 to 5.1 every answer is a refusal; some of them still say why.
Error error_of_broken(const Envelope& envelope, const Error& found) {
  switch (found.code) {
    case ErrorCode::not_logged_in:
    case ErrorCode::no_permission:
    case ErrorCode::rate_limited:
    case ErrorCode::body_unreadable:
    case ErrorCode::body_too_large:
    case ErrorCode::charset_unsupported:
    case ErrorCode::redirected:
      return found;
    default:
      return server_error(envelope.error_type == "Match.Error" ? ErrorCode::invalid_params
                                                               : ErrorCode::endpoint_broken,
                          envelope);
  }
}

template <class IdType>
std::optional<IdType> id_member(std::optional<json::View> object, std::string_view key) {
  const auto member = object ? object->member(key) : std::nullopt;
  auto text = member ? member->string() : std::nullopt;
  if (!text) return {};
  return IdType{std::move(*text)};
}

void read_room_member(const Envelope& envelope, Meaning& meaning) {
  const auto room = envelope.body->member("room");
  if (!room || room->kind() != json::Kind::object) {
    const std::string found = room ? std::string(json::name_of(room->kind())) : "nothing";
    meaning.error = Error{ErrorCode::no_room_in_answer, "/room", found, "an object"};
    return;
  }
  meaning.kind = AnswerKind::success;
  meaning.room = room_document(*room);
}

bool mentions(const Envelope& envelope, std::string_view code) {
  const std::string bracketed = "[" + std::string(code) + "]";
  return envelope.error == code || envelope.error_type == code ||
         envelope.error.ends_with(bracketed);
}

std::optional<ErrorCode> room_info_refusal(const Envelope& envelope) {
  if (envelope.status != 400 || !envelope.is_json()) return {};
  if (mentions(envelope, "error-room-not-found")) return ErrorCode::room_not_found;
  if (mentions(envelope, "not-allowed")) return ErrorCode::room_access_denied;
  if (mentions(envelope, "error-room-archived")) return ErrorCode::room_archived;
  return {};
}

}  // namespace

std::string_view to_text(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::success:
      return "success";
    case AnswerKind::refusal:
      return "refusal";
    case AnswerKind::compare_failed:
      return "compare_failed";
    case AnswerKind::ambiguous:
      return "ambiguous";
  }
  return "ambiguous";
}

RoomDocument room_document(json::View room) {
  const auto kind = room.member("t");
  return {std::string(room.text()), id_member<RoomId>(room, "_id"),
          kind ? kind->string() : std::nullopt, id_member<VisitorId>(room.member("v"), "_id")};
}

Meaning classify(const HttpResponse& response, Profile profile) {
  const Envelope envelope = read_envelope(response);
  Meaning meaning;
  meaning.server_text = redact_prose(envelope.words());
  meaning.error_type = redact_prose(envelope.error_type);
  meaning.rate_limit = read_rate_limit(response, envelope);
  meaning.deprecation = read_deprecation(response);

  const std::optional<Error> listed = given_before_update(envelope, response.body, profile);
  if (!listed && envelope.is_2xx() && envelope.success == true)
    read_room_member(envelope, meaning);
  else
    meaning.error = listed ? *listed : common_error(envelope);
  if (meaning.kind == AnswerKind::success) return meaning;
  if (profile == Profile::broken) {
    meaning.kind = AnswerKind::refusal;
    meaning.error = error_of_broken(envelope, *meaning.error);
  } else if (listed) {
    const bool compared = listed->code == ErrorCode::visitor_mismatch;
    meaning.kind = compared ? AnswerKind::compare_failed : AnswerKind::refusal;
  }
  return meaning;
}

Result<RoomDocument> read_room_info(const HttpResponse& response, const RoomId& rid) {
  const Envelope envelope = read_envelope(response);
  if (const auto code = room_info_refusal(envelope)) return server_error(*code, envelope);
  if (!envelope.is_2xx() || envelope.success != true) return common_error(envelope);
  Meaning meaning;
  read_room_member(envelope, meaning);
  if (!meaning.room) return *meaning.error;
  const std::string found = meaning.room->id.value_or(RoomId{}).text;
  if (found != rid.text)
    return Error{ErrorCode::other_room, "/room/_id", quote_redacted(found),
                 quote_for_people(rid.text)};
  return *std::move(meaning.room);
}

Result<ServerVersion> read_server_info(const HttpResponse& response) {
  const Envelope envelope = read_envelope(response);
  if (!envelope.is_2xx() || !envelope.is_json()) return common_error(envelope);
  // Anonymous callers see `version`, privileged ones `info.version`, from 8.x on both.
  auto version = envelope.body->member("version");
  if (!version)
    if (const auto info = envelope.body->member("info")) version = info->member("version");
  const auto text = version ? version->string() : std::nullopt;
  if (!text)
    return Error{ErrorCode::unexpected_answer, "/version", version ? "no string" : "nothing",
                 "the server's version"};
  return parse_server_version(*text);
}

}  // namespace room_visitor

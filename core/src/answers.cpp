#include "room_visitor/answers.h"

#include <array>
#include <cmath>

#include "envelope.h"
#include "json/decimal.h"
#include "room_visitor/redact.h"
#include "unicode.h"
#include "whole_number.h"

namespace room_visitor {
namespace {

using json::Kind;
using json::View;

// What reading is refused with. The first is asked on the route, the others inside: which one comes
// for a missing permission depends on version and route.
constexpr std::array kReadRefusals{
    KnownText{403, kNoRoutePermission, ErrorCode::no_read_permission},
    KnownText{403, "unauthorized", ErrorCode::no_read_permission},
    KnownText{400, "error-not-authorized", ErrorCode::no_read_permission},
    KnownText{400, "error-not-allowed", ErrorCode::room_access_denied},
    KnownText{400, "invalid-room", ErrorCode::room_not_found},
    KnownText{400, "visitor-not-found", ErrorCode::visitor_not_found}};

constexpr std::string_view kUnknownOptions = "Unrecognized options for login request";

Error unexpected(std::string_view path, std::optional<View> found, std::string_view expected) {
  return {ErrorCode::unexpected_answer, std::string(path),
          std::string(found ? json::name_of(found->kind()) : "nothing"), std::string(expected)};
}

std::optional<Error> read_problem(const Envelope& envelope) {
  if (const auto code = code_of_refusal(envelope, kReadRefusals))
    return server_error(*code, envelope);
  if (envelope.is_2xx() && envelope.success == true) return {};
  return common_error(envelope);
}

std::string text_of(std::optional<View> object, std::string_view key) {
  const auto member = object ? object->member(key) : std::nullopt;
  return member ? member->string().value_or("") : "";
}

std::optional<std::string> optional_text(View object, std::string_view key) {
  const auto member = object.member(key);
  return member ? member->string() : std::nullopt;
}

// The strings of a list; nothing if it is no list, or if another kind of value is in it.
std::optional<std::vector<std::string>> texts_of(std::optional<View> list) {
  if (!list || list->kind() != Kind::array) return {};
  std::vector<std::string> texts;
  bool readable = true;
  list->for_each_element([&](View element) {
    auto text = element.string();
    readable = readable && text;
    if (text) texts.push_back(*std::move(text));
  });
  if (!readable) return {};
  return texts;
}

std::optional<double> whole_number(View object, std::string_view key) {
  const auto member = object.member(key);
  if (!member || member->kind() != Kind::number) return {};
  const double number = json::nearest_double(member->text());
  if (number < 0 || number != std::floor(number)) return {};
  return number;
}

SecondFactor second_factor_in(const Envelope& envelope) {
  SecondFactor factor;
  const auto details = envelope.body->member("details");
  if (!details) return factor;
  factor.method = redact_prose(text_of(details, "method"));
  factor.available_methods =
      texts_of(details->member("availableMethods")).value_or(std::vector<std::string>{});
  for (std::string& method : factor.available_methods) method = redact_prose(method);
  if (const auto sent = details->member("codeGenerated")) factor.code_sent = sent->boolean();
  return factor;
}

ErrorCode login_refusal(const Envelope& envelope) {
  if (envelope.error == "totp-required") return ErrorCode::totp_required;
  if (envelope.error == "totp-invalid") return ErrorCode::totp_invalid;
  if (envelope.error == "Unauthorized" || envelope.message == "Incorrect password")
    return ErrorCode::wrong_credentials;
  if (envelope.message == kUnknownOptions || envelope.message.starts_with("Match error"))
    return ErrorCode::invalid_params;
  return ErrorCode::login_refused;
}

LoginAnswer refused_login(const Envelope& envelope) {
  const ErrorCode code = login_refusal(envelope);
  LoginAnswer answer{{}, server_error(code, envelope), {}};
  if (code == ErrorCode::totp_required || code == ErrorCode::totp_invalid)
    answer.second_factor = second_factor_in(envelope);
  return answer;
}

// Login and logout say `status: "success"`, from 7.4 on `success: true` besides.
bool is_done(const Envelope& envelope) {
  return envelope.is_2xx() && envelope.is_json() && envelope.success != false &&
         (envelope.success == true || text_of(envelope.body, "status") == "success");
}

VisitorDocument visitor_document(View visitor) {
  const auto disabled = visitor.member("disabled");
  auto id = optional_text(visitor, "_id");
  return {std::string(visitor.text()), id ? std::optional(VisitorId{*std::move(id)}) : std::nullopt,
          optional_text(visitor, "username"), optional_text(visitor, "name"),
          disabled && disabled->boolean() == true};
}

// `member` is the list's name in the answer. What differs between lists comes last, so that the
// rest is there once.
std::optional<Error> read_items(const Envelope& envelope, std::string_view member,
                                ListPart<View>& part) {
  if (auto problem = read_problem(envelope)) return problem;
  const std::string path = "/" + std::string(member);
  const auto list = envelope.body->member(member);
  if (!list || list->kind() != Kind::array) return unexpected(path, list, "an array");
  std::optional<Error> problem;
  list->for_each_element([&](View item) {
    if (item.kind() == Kind::object)
      part.items.push_back(item);
    else if (!problem)
      problem = unexpected(path + "/" + to_decimal(static_cast<long long>(part.items.size())), item,
                           "an object");
  });
  part.offset = whole_number(*envelope.body, "offset").value_or(0);
  part.total = whole_number(*envelope.body, "total");
  return problem;
}

// `document` makes an item of an object.
template <class Document>
Result<ListPart<Document>> read_list(const HttpResponse& response, std::string_view member,
                                     Document (*document)(View)) {
  const Envelope envelope = read_envelope(response);
  ListPart<View> read;
  if (auto problem = read_items(envelope, member, read)) return *std::move(problem);
  ListPart<Document> part{{}, read.offset, read.total};
  for (const View item : read.items) part.items.push_back(document(item));
  return part;
}

}  // namespace

LoginAnswer read_login(const HttpResponse& response) {
  const Envelope envelope = read_envelope(response);
  if (!is_done(envelope)) {
    if (envelope.status == 401 && envelope.is_json()) return refused_login(envelope);
    return {{}, common_error(envelope), {}};
  }
  const auto data = envelope.body->member("data");
  Result<Session> session = make_session({text_of(data, "userId")}, {text_of(data, "authToken")});
  if (session.ok()) return {std::move(session.value()), {}, {}};
  Error error = session.error();
  if (error.code == ErrorCode::missing_credentials) error.found = "nothing";
  error.code = ErrorCode::unexpected_answer;
  error.path = "/data" + error.path;
  return {{}, std::move(error), {}};
}

std::optional<Error> read_logout(const HttpResponse& response) {
  const Envelope envelope = read_envelope(response);
  // A token that is not accepted any more has nothing left to end.
  if (is_done(envelope) || (envelope.status == 401 && envelope.is_json())) return {};
  return common_error(envelope);
}

Result<CurrentUser> read_current_user(const HttpResponse& response) {
  const Envelope envelope = read_envelope(response);
  if (auto problem = read_problem(envelope)) return *std::move(problem);
  const View body = *envelope.body;
  CurrentUser user{{text_of(body, "_id")},
                   text_of(body, "username"),
                   text_of(body, "name"),
                   texts_of(body.member("roles"))};
  if (user.id.text.empty()) return unexpected("/_id", body.member("_id"), "the user's id");
  return user;
}

Result<std::vector<PermissionRoles>> read_permission_list(
    const HttpResponse& response, std::span<const std::string_view> permissions) {
  const Envelope envelope = read_envelope(response);
  if (auto problem = read_problem(envelope)) return *std::move(problem);
  const auto list = envelope.body->member("update");
  if (!list || list->kind() != Kind::array) return unexpected("/update", list, "an array");
  std::vector<PermissionRoles> found;
  for (const std::string_view name : permissions) found.push_back({std::string(name), {}});
  std::optional<Error> problem;
  list->for_each_element([&](View permission) {
    const std::string id = text_of(permission, "_id");
    for (PermissionRoles& entry : found) {
      if (entry.permission != id) continue;
      auto roles = texts_of(permission.member("roles"));
      if (roles)
        entry.roles = *std::move(roles);
      else
        problem = unexpected("/update/roles", permission.member("roles"), "an array of strings");
    }
  });
  if (problem) return *std::move(problem);
  return found;
}

Result<VisitorDocument> read_visitor_info(const HttpResponse& response, const VisitorId& visitor) {
  const Envelope envelope = read_envelope(response);
  if (auto problem = read_problem(envelope)) return *std::move(problem);
  const auto found = envelope.body->member("visitor");
  if (!found || found->kind() != Kind::object) return unexpected("/visitor", found, "an object");
  VisitorDocument document = visitor_document(*found);
  const std::string id = document.id.value_or(VisitorId{}).text;
  if (id != visitor.text)
    return Error{ErrorCode::unexpected_answer, "/visitor/_id", quote_redacted(id),
                 quote_for_people(visitor.text)};
  return document;
}

Result<ListPart<VisitorDocument>> read_visitor_search(const HttpResponse& response) {
  return read_list(response, "visitors", visitor_document);
}

Result<ListPart<RoomDocument>> read_room_list(const HttpResponse& response) {
  return read_list(response, "rooms", room_document);
}

Result<ListPart<RoomDocument>> read_chat_history(const HttpResponse& response) {
  return read_list(response, "history", room_document);
}

}  // namespace room_visitor

#include "json_answers.h"

#include "json/json_writer.h"
#include "json_api_values.h"
#include "room_visitor/redact.h"

namespace room_visitor::json_api {
namespace {

using json::ArrayWriter;
using json::ObjectWriter;
using json_api::write;

constexpr std::string_view kNull = "null";

ObjectWriter succeeded() {
  ObjectWriter object;
  object.add("ok", "true");
  return object;
}

std::string flag_value(bool flag) { return flag ? "true" : "false"; }

std::string text_or_null(const std::optional<std::string>& text) {
  return text ? json::string_value(*text) : std::string(kNull);
}

template <class Id>
std::string id_or_null(const std::optional<Id>& id) {
  return id ? json::string_value(id->text) : std::string(kNull);
}

std::string write(const std::vector<std::string>& texts) {
  ArrayWriter array;
  for (const std::string& text : texts) array.add(json::string_value(text));
  return array.text();
}

std::string write(const std::optional<VisitorDocument>& visitor) {
  if (!visitor) return std::string(kNull);
  const Result<std::string> shown = room_visitor::redact(visitor->text);
  ObjectWriter object;
  object.add_string("text", shown.ok() ? shown.value() : "{}")
      .add("id", id_or_null(visitor->id))
      .add("username", text_or_null(visitor->username))
      .add("name", text_or_null(visitor->name))
      .add("disabled", flag_value(visitor->disabled));
  return object.text();
}

std::string write(const CurrentUser& user) {
  ObjectWriter object;
  object.add_string("id", user.id.text)
      .add_string("username", user.username)
      .add_string("name", user.name)
      .add("roles", user.roles ? write(*user.roles) : std::string(kNull));
  return object.text();
}

std::string write(const SecondFactor& factor) {
  ObjectWriter object;
  object.add_string("method", factor.method)
      .add("availableMethods", write(factor.available_methods))
      .add("codeSent", factor.code_sent ? flag_value(*factor.code_sent) : std::string(kNull));
  return object.text();
}

std::string item_of(const RoomDocument& room) { return json::string_value(room.text); }
std::string item_of(const VisitorDocument& visitor) { return write(std::optional(visitor)); }

template <class Document>
std::string reply_with(const Result<ListPart<Document>>& part) {
  if (!part.ok()) return failed(part.error());
  ArrayWriter items;
  for (const Document& document : part.value().items) items.add(item_of(document));
  const std::optional<double>& total = part.value().total;
  return succeeded()
      .add("items", items.text())
      .add("offset", json::whole_number_value(part.value().offset))
      .add("total", total ? json::whole_number_value(*total) : std::string(kNull))
      .add("isLast", flag_value(part.value().is_last()))
      .text();
}

std::string write(const PermissionCheck& check) {
  ObjectWriter object;
  object.add_string("permission", check.permission)
      .add("needed", flag_value(check.needed))
      .add_string("held", to_text(check.held))
      .add("roles", write(check.roles));
  return object.text();
}

std::string write(const Replacement& replacement) {
  ObjectWriter object;
  object.add_string("name", replacement.name)
      .add_string("what", replacement.what)
      .add_string("since", to_text(replacement.since));
  return object.text();
}

std::string write(const PreviewNote& note) {
  ObjectWriter object;
  object.add_string("code", note.code)
      .add_string("path", note.path)
      .add_string("what", note.what)
      .add("before", text_or_null(note.before))
      .add("after", text_or_null(note.after));
  return object.text();
}

std::string write(const NotChecked& unchecked) {
  ObjectWriter object;
  object.add_string("call", to_text(unchecked.call)).add("error", write(unchecked.error));
  return object.text();
}

template <class Value>
std::string list_of(const std::vector<Value>& values) {
  ArrayWriter array;
  for (const Value& value : values) array.add(write(value));
  return array.text();
}

std::string version_or_null(const std::optional<ServerVersion>& version) {
  return version ? json::string_value(to_text(*version)) : std::string(kNull);
}

}  // namespace

std::string reply_to_server_info(const HttpResponse& response, const std::string&) {
  const Result<ServerVersion> version = read_server_info(response);
  if (!version.ok()) return failed(version.error());
  return succeeded()
      .add_string("version", to_text(version.value()))
      .add_string("profile", to_text(profile_of(version.value())))
      .text();
}

std::string reply_to_login(const HttpResponse& response, const std::string&) {
  const LoginAnswer answer = read_login(response);
  if (answer.session)
    return succeeded()
        .add_string("userId", answer.session->user_id().text)
        .add_string("authToken", answer.session->auth_token().text)
        .text();
  ObjectWriter object;
  object.add("ok", "false").add("error", write(answer.error));
  if (answer.second_factor) object.add("secondFactor", write(*answer.second_factor));
  return object.text();
}

std::string reply_to_logout(const HttpResponse& response, const std::string&) {
  const auto error = read_logout(response);
  return error ? failed(*error) : succeeded().text();
}

std::string reply_to_me(const HttpResponse& response, const std::string&) {
  const Result<CurrentUser> user = read_current_user(response);
  return user.ok() ? succeeded().add("user", write(user.value())).text() : failed(user.error());
}

std::string reply_to_room(const HttpResponse& response, const std::string& rid) {
  const Result<RoomDocument> room = read_room_info(response, {rid});
  if (!room.ok()) return failed(room.error());
  return succeeded()
      .add_string("roomText", room.value().text)
      .add("visitorId", id_or_null(room.value().visitor))
      .text();
}

std::string reply_to_visitor(const HttpResponse& response, const std::string& id) {
  const Result<VisitorDocument> visitor = read_visitor_info(response, {id});
  if (!visitor.ok()) return failed(visitor.error());
  return succeeded().add("visitor", write(std::optional(visitor.value()))).text();
}

std::string reply_to_visitors(const HttpResponse& response, const std::string&) {
  return reply_with(read_visitor_search(response));
}

std::string reply_to_rooms(const HttpResponse& response, const std::string&) {
  return reply_with(read_room_list(response));
}

std::string reply_to_chat_history(const HttpResponse& response, const std::string&) {
  return reply_with(read_chat_history(response));
}

std::string write_check(const Capability& found) {
  ObjectWriter object;
  object.add_string("reachable", to_text(found.reachable))
      .add("version", version_or_null(found.version))
      .add_string("profile", to_text(found.profile))
      .add("user", found.user ? write(*found.user) : std::string(kNull))
      .add("permissions", list_of(found.permissions))
      .add_string("rateLimiting", to_text(found.rate_limiting))
      .add("rateLimit", write(found.rate_limit))
      .add_string("cors", to_text(found.cors))
      .add_string("canUpdate", to_text(found.can_update))
      .add("findings", write(found.findings))
      .add("removedSince", version_or_null(found.removed_since))
      .add("replacements", list_of(found.replacements));
  return succeeded().add("capability", object.text()).text();
}

std::string write_preview(const Preview& seen) {
  ObjectWriter object;
  object.add("update", seen.update ? write(seen.update->ids()) : std::string(kNull))
      .add("changes", list_of(seen.changes))
      .add("stays", list_of(seen.stays))
      .add("issues", write(seen.issues))
      .add("notChecked", list_of(seen.not_checked))
      .add("roomText", seen.room ? json::string_value(seen.room->text) : std::string(kNull))
      .add("newVisitor", write(seen.new_visitor))
      .add("oldVisitor", write(seen.old_visitor));
  return succeeded().add("preview", object.text()).text();
}

}  // namespace room_visitor::json_api

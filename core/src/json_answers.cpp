#include "json_answers.h"

#include "json_api_values.h"
#include "room_visitor/redact.h"

namespace room_visitor::json_api {
namespace {

using json::Writer;
using json_api::write;

Writer& write_texts(Writer& writer, const std::vector<std::string>& texts) {
  writer.array();
  for (const std::string& text : texts) writer.string(text);
  return writer.end_array();
}

Writer& write(Writer& writer, const VisitorDocument* visitor) {
  if (visitor == nullptr) return writer.json("null");
  const Result<std::string> shown = room_visitor::redact(visitor->text);
  writer.object();
  if (shown.ok())
    writer.text("text", shown.value());
  else
    writer.text("text", "{}");
  return writer.text_or_null("id", text_of(visitor->id))
      .text_or_null("username", text_of(visitor->username))
      .text_or_null("name", text_of(visitor->name))
      .flag("disabled", visitor->disabled)
      .end_object();
}

Writer& write(Writer& writer, const CurrentUser& user) {
  writer.object()
      .text("id", user.id.text)
      .text("username", user.username)
      .text("name", user.name)
      .name("roles");
  if (user.roles)
    write_texts(writer, *user.roles);
  else
    writer.json("null");
  return writer.end_object();
}

Writer& write(Writer& writer, const SecondFactor& factor) {
  writer.object().text("method", factor.method).name("availableMethods");
  write_texts(writer, factor.available_methods);
  if (factor.code_sent)
    writer.flag("codeSent", *factor.code_sent);
  else
    writer.null("codeSent");
  return writer.end_object();
}

void write_item(Writer& writer, const RoomDocument& room) { writer.string(room.text); }
void write_item(Writer& writer, const VisitorDocument& visitor) { write(writer, &visitor); }

// What follows the items.
void write_place(Writer& writer, double offset, const std::optional<double>& total, bool is_last) {
  writer.end_array().number("offset", offset);
  if (total)
    writer.number("total", *total);
  else
    writer.null("total");
  writer.flag("isLast", is_last).end_object();
}

template <class Document>
void reply_with(Writer& writer, const Result<ListPart<Document>>& read) {
  if (!read.ok()) {
    fail(writer, read.error()).end_object();
    return;
  }
  const ListPart<Document>& part = read.value();
  succeed(writer).name("items").array();
  for (const Document& document : part.items) write_item(writer, document);
  write_place(writer, part.offset, part.total, part.is_last());
}

void write(Writer& writer, const PermissionCheck& check) {
  writer.object()
      .text("permission", check.permission)
      .flag("needed", check.needed)
      .text("held", to_text(check.held))
      .name("roles");
  write_texts(writer, check.roles).end_object();
}

void write(Writer& writer, const Replacement& replacement) {
  writer.object()
      .text("name", replacement.name)
      .text("what", replacement.what)
      .text("since", to_text(replacement.since))
      .end_object();
}

void write(Writer& writer, const PreviewNote& note) {
  writer.object()
      .text("code", note.code)
      .text("path", note.path)
      .text("what", note.what)
      .text_or_null("before", text_of(note.before))
      .text_or_null("after", text_of(note.after))
      .end_object();
}

void write(Writer& writer, const NotChecked& unchecked) {
  writer.object().text("call", to_text(unchecked.call));
  write(writer.name("error"), unchecked.error).end_object();
}

template <class Value>
Writer& write_list(Writer& writer, const std::vector<Value>& values) {
  writer.array();
  for (const Value& value : values) write(writer, value);
  return writer.end_array();
}

void write_version(Writer& writer, const char* name, const std::optional<ServerVersion>& version) {
  if (version)
    writer.text(name, to_text(*version));
  else
    writer.null(name);
}

template <class Value>
const Value* pointer_to(const std::optional<Value>& value) {
  return value ? &*value : nullptr;
}

}  // namespace

void reply_to_server_info(Writer& writer, const HttpResponse& response, const std::string&) {
  const Result<ServerVersion> version = read_server_info(response);
  if (version.ok())
    succeed(writer)
        .text("version", to_text(version.value()))
        .text("profile", to_text(profile_of(version.value())));
  else
    fail(writer, version.error());
  writer.end_object();
}

void reply_to_login(Writer& writer, const HttpResponse& response, const std::string&) {
  const LoginAnswer answer = read_login(response);
  if (answer.session)
    succeed(writer)
        .text("userId", answer.session->user_id().text)
        .text("authToken", answer.session->auth_token().text);
  else if (answer.error)
    fail(writer, *answer.error);
  if (answer.second_factor) write(writer.name("secondFactor"), *answer.second_factor);
  writer.end_object();
}

void reply_to_logout(Writer& writer, const HttpResponse& response, const std::string&) {
  const auto error = read_logout(response);
  (error ? fail(writer, *error) : succeed(writer)).end_object();
}

void reply_to_me(Writer& writer, const HttpResponse& response, const std::string&) {
  const Result<CurrentUser> user = read_current_user(response);
  if (user.ok())
    write(succeed(writer).name("user"), user.value());
  else
    fail(writer, user.error());
  writer.end_object();
}

void reply_to_room(Writer& writer, const HttpResponse& response, const std::string& rid) {
  const Result<RoomDocument> room = read_room_info(response, {rid});
  if (room.ok())
    succeed(writer)
        .text("roomText", room.value().text)
        .text_or_null("visitorId", text_of(room.value().visitor));
  else
    fail(writer, room.error());
  writer.end_object();
}

void reply_to_visitor(Writer& writer, const HttpResponse& response, const std::string& id) {
  const Result<VisitorDocument> visitor = read_visitor_info(response, {id});
  if (visitor.ok())
    write(succeed(writer).name("visitor"), &visitor.value());
  else
    fail(writer, visitor.error());
  writer.end_object();
}

void reply_to_visitors(Writer& writer, const HttpResponse& response, const std::string&) {
  reply_with(writer, read_visitor_search(response));
}

void reply_to_rooms(Writer& writer, const HttpResponse& response, const std::string&) {
  reply_with(writer, read_room_list(response));
}

void reply_to_chat_history(Writer& writer, const HttpResponse& response, const std::string&) {
  reply_with(writer, read_chat_history(response));
}

void write_check(Writer& writer, const Capability& found) {
  writer.name("capability").object().text("reachable", to_text(found.reachable));
  write_version(writer, "version", found.version);
  writer.text("profile", to_text(found.profile)).name("user");
  if (found.user)
    write(writer, *found.user);
  else
    writer.json("null");
  write_list(writer.name("permissions"), found.permissions)
      .text("rateLimiting", to_text(found.rate_limiting));
  write(writer.name("rateLimit"), found.rate_limit)
      .text("cors", to_text(found.cors))
      .text("canUpdate", to_text(found.can_update));
  write(writer.name("findings"), found.findings);
  write_version(writer, "removedSince", found.removed_since);
  write_list(writer.name("replacements"), found.replacements).end_object();
}

void write_preview(Writer& writer, const Preview& seen) {
  writer.name("preview").object().name("update");
  if (seen.update)
    write(writer, seen.update->ids());
  else
    writer.json("null");
  write_list(writer.name("changes"), seen.changes);
  write_list(writer.name("stays"), seen.stays);
  write(writer.name("issues"), seen.issues);
  write_list(writer.name("notChecked"), seen.not_checked)
      .text_or_null("roomText", text_of(seen.room));
  write(writer.name("newVisitor"), pointer_to(seen.new_visitor));
  write(writer.name("oldVisitor"), pointer_to(seen.old_visitor)).end_object();
}

}  // namespace room_visitor::json_api

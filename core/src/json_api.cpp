#include "room_visitor/json_api.h"

#include "json_api_values.h"
#include "room_visitor/redact.h"

namespace room_visitor::json_api {
namespace {

using json::Writer;

Transport transport(bool allow_insecure) {
  return allow_insecure ? Transport::allow_insecure : Transport::https_or_loopback;
}

HttpResponse read_response(ArgumentReader& meta, const std::string& body) {
  return {meta.whole_number("status"), meta.headers("headers"), body};
}

// The ids of a meta argument, validated again: only a ValidUpdate can be settled.
Validation ids_in(const std::string& meta, ArgumentReader& arguments) {
  if (arguments.error()) return {};
  const Result<json::View> view = json::check(meta);
  const auto ids = view.ok() ? view.value().member("update") : std::nullopt;
  const Result<UpdateInput> input = read_update_input(ids ? ids->text() : "null");
  return input.ok() ? validate(input.value()) : Validation{};
}

}  // namespace

std::string validate_update(const std::string& update) {
  ArgumentReader arguments(update);
  const UpdateInput input = arguments.whole_update();
  Writer writer;
  writer.object();
  if (arguments.error()) {
    writer.flag("valid", false).name("issues").array().end_array();
    return end(write(writer.name("error"), arguments.error()));
  }
  const Validation checked = validate(input);
  writer.flag("valid", checked.update.has_value());
  if (checked.update) write(writer.name("update"), checked.update->ids());
  return end(write(writer.name("issues"), checked.issues));
}

std::string build_update_request(const std::string& call) {
  ArgumentReader arguments(call);
  const UpdateInput input = arguments.update("update");
  const std::string server = arguments.string("server");
  const Transport policy = transport(arguments.flag_or("allowInsecure", false));
  UserId user_id{arguments.string("userId")};
  AuthToken auth_token{arguments.string("authToken")};
  if (arguments.error()) return failed_with_issues(*arguments.error(), {});

  const Validation checked = validate(input);
  if (const Issue* issue = first_error(checked.issues))
    return failed_with_issues({issue->code, issue->path, issue->found, issue->expected},
                              checked.issues);
  const Result<ServerUrl> url = parse_server_url(server, policy);
  if (!url.ok()) return failed_with_issues(url.error(), checked.issues);
  const Result<Session> session = make_session(std::move(user_id), std::move(auth_token));
  if (!session.ok()) return failed_with_issues(session.error(), checked.issues);
  const HttpRequest request = update_room_visitor(url.value(), session.value(), *checked.update);
  Writer writer = succeeded();
  return end(write(write(writer.name("request"), request).name("issues"), checked.issues));
}

std::string build_server_info_request(const std::string& call) {
  ArgumentReader arguments(call);
  const std::string server = arguments.string("server");
  const Transport policy = transport(arguments.flag_or("allowInsecure", false));
  if (arguments.error()) return failed(*arguments.error());
  const Result<ServerUrl> url = parse_server_url(server, policy);
  if (!url.ok()) return failed(url.error());
  Writer writer = succeeded();
  return end(write(writer.name("request"), server_info(url.value())));
}

std::string to_curl(const std::string& call) {
  ArgumentReader arguments(call);
  const HttpRequest request = arguments.request("request");
  const bool reveal = arguments.string_or("secrets", "masked") == "revealed";
  if (arguments.error()) return failed(*arguments.error());
  const Secrets secrets = reveal ? Secrets::revealed : Secrets::masked;
  Writer writer = succeeded();
  return end(writer.text("text", room_visitor::to_curl(request, secrets)));
}

std::string read_update_answer(const std::string& meta, const std::string& body) {
  ArgumentReader arguments(meta);
  const HttpResponse response = read_response(arguments, body);
  const Result<Profile> profile = parse_profile(arguments.string_or("profile", "unknown"));
  const bool has_ids = arguments.has("update");
  const Validation ids = has_ids ? ids_in(meta, arguments) : Validation{};
  if (arguments.error()) return failed(*arguments.error());
  if (!profile.ok()) return failed(profile.error());
  if (has_ids && !ids.update)
    return failed({ErrorCode::invalid_input, "/update", "ids that do not pass validation",
                   "rid, oldVisitorId and newVisitorId as they were sent"});
  const Meaning meaning = classify(response, profile.value());
  Writer writer = succeeded();
  write(writer.name("meaning"), meaning);
  if (has_ids) write_outcome(writer.name("outcome"), settle(*ids.update, meaning)).end_object();
  return end(writer);
}

std::string diff_documents(const std::string& before, const std::string& after) {
  const Result<std::vector<Change>> changes = diff(before, after);
  if (!changes.ok()) return failed(changes.error());
  Writer writer = succeeded();
  return end(write(writer.name("changes"), changes.value()));
}

std::string redact(const std::string& text) {
  const Result<std::string> redacted = room_visitor::redact(text);
  if (!redacted.ok()) return failed(redacted.error());
  Writer writer = succeeded();
  return end(writer.text("text", redacted.value()));
}

std::string error_table() {
  Writer writer;
  writer.array();
  for (const ErrorInfo& info : room_visitor::error_table())
    writer.object()
        .text("code", info.name)
        .text("family", to_text(info.family))
        .text("what", info.what)
        .text("remedy", info.remedy)
        .end_object();
  return writer.end_array().take();
}

}  // namespace room_visitor::json_api

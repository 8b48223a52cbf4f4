#include "standin/handler_errors.h"

#include <string>

namespace room_visitor::standin {
namespace {

constexpr int kBadRequest = 400;

// The framework's own kind of error, its members in the order in which they are written.
Json error_object(Json code, std::string_view reason) {
  const std::string code_text =
      code.is_string() ? *code.get_ptr<const std::string*>() : to_json_text(code);
  std::string message(reason);
  if (!message.empty()) message += ' ';
  Json object = Json::object();
  set_member(object, "isClientSafe", true);
  set_member(object, "error", std::move(code));
  if (!reason.empty()) set_member(object, "reason", std::string(reason));
  set_member(object, "message", message.append("[").append(code_text).append("]"));
  set_member(object, "errorType", "Meteor.Error");
  return object;
}

Reply written_out(Json object) {
  set_member(object, "success", false);
  return {kBadRequest, std::move(object)};
}

}  // namespace

Reply plain_error(HandlerErrors errors, std::string_view text) {
  return errors == HandlerErrors::written_out ? silent_failure() : failure(text);
}

Reply coded_error(HandlerErrors errors, std::string_view code, std::string_view reason) {
  if (errors == HandlerErrors::written_out)
    return written_out(error_object(std::string(code), reason));
  return reason.empty() ? failure(code) : coded_failure(code, reason);
}

Reply check_error(HandlerErrors errors, const CheckFailure& problem) {
  if (errors == HandlerErrors::texts) return failure(to_text(problem));
  Json object = Json::object();
  set_member(object, "message", to_text(problem));
  set_member(object, "path", problem.path);
  set_member(object, "sanitizedError", error_object(kBadRequest, "Match failed"));
  set_member(object, "errorType", "Match.Error");
  return written_out(std::move(object));
}

}  // namespace room_visitor::standin

#include "standin/replies.h"

#include <string>

#include "standin/js_number.h"

namespace room_visitor::standin {
namespace {

constexpr int kOk = 200;
constexpr int kBadRequest = 400;
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr int kWrongMethod = 405;
constexpr int kTooLarge = 413;
constexpr int kTooManyRequests = 429;
constexpr int kServerError = 500;

Json failed(std::string_view error) {
  Json body = Json::object();
  set_member(body, "success", false);
  set_member(body, "error", std::string(error));
  return body;
}

Json framework_error(std::string_view message) {
  Json body = Json::object();
  set_member(body, "status", "error");
  set_member(body, "message", std::string(message));
  return body;
}

std::string_view reason_phrase(int status) {
  if (status == kBadRequest) return "Bad Request";
  if (status == kTooLarge) return "Payload Too Large";
  return "Unsupported Media Type";
}

}  // namespace

Reply success(Json members) {
  set_member(members, "success", true);
  return {kOk, std::move(members)};
}

Reply failure(std::string_view error) { return {kBadRequest, failed(error)}; }

Reply failure(std::string_view error, std::string_view error_type) {
  Json body = failed(error);
  set_member(body, "errorType", std::string(error_type));
  return {kBadRequest, std::move(body)};
}

Reply coded_failure(std::string_view code, std::string_view reason) {
  std::string error(reason);
  if (!error.empty()) error += ' ';
  return failure(error.append("[").append(code).append("]"), code);
}

Reply coded_failure(std::string_view code, std::string_view reason, Json details) {
  Reply reply = coded_failure(code, reason);
  set_member(reply.body, "details", std::move(details));
  return reply;
}

Reply not_found(std::string_view error) { return {kNotFound, failed(error)}; }

Reply silent_failure() {
  Json body = Json::object();
  set_member(body, "success", false);
  return {kBadRequest, std::move(body)};
}

Reply not_logged_in(StatusAnswers form) {
  constexpr std::string_view kMessage = "You must be logged in to do this.";
  if (form == StatusAnswers::without_success) return {kUnauthorized, framework_error(kMessage)};
  Json body = failed(kMessage);
  set_member(body, "status", "error");
  set_member(body, "message", std::string(kMessage));
  return {kUnauthorized, std::move(body)};
}

Reply forbidden() {
  return {kForbidden, failed("User does not have the permissions required for this action "
                             "[error-unauthorized]")};
}

Reply unauthorized() { return {kForbidden, failed("unauthorized")}; }

Reply too_many_requests(double seconds) {
  return {kTooManyRequests,
          failed("Error, too many requests. Please slow down. You must wait " +
                 js_number_text(seconds) +
                 " seconds before trying this endpoint again. [error-too-many-requests]")};
}

Reply wrong_method() { return {kWrongMethod, framework_error("API endpoint does not exist")}; }

HttpResponse empty_answer(int status) { return {status, {}, ""}; }

HttpResponse error_page(int status) {
  const std::string phrase(reason_phrase(status));
  return {status,
          {{"Content-Security-Policy", "default-src 'none'"},
           {"Content-Type", "text/html; charset=utf-8"}},
          "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<title>Error</title>\n</head>\n<body>\n<pre>" +
              phrase + "</pre>\n</body>\n</html>\n"};
}

HttpResponse server_error() {
  return {kServerError, {{"Content-Type", "text/html"}}, "Server error."};
}

HttpResponse not_found() {
  return {kNotFound,
          {{"Content-Type", "text/plain; charset=UTF-8"}, {"Access-Control-Allow-Origin", "*"}},
          "404 Not Found"};
}

HttpResponse app_shell() {
  return {kOk,
          {{"Content-Type", "text/html; charset=utf-8"}},
          "<!DOCTYPE html>\n<html>\n<head><title>Workspace</title></head>\n"
          "<body><p>The web app would be here; this workspace has only an API.</p></body>\n"
          "</html>\n"};
}

}  // namespace room_visitor::standin

#include "standin/fault_answers.h"

#include <string>
#include <utility>

#include "standin/answers.h"

namespace room_visitor::standin {
namespace {

constexpr int kOk = 200;
constexpr int kFound = 302;
constexpr int kServerError = 500;
constexpr int kBadGateway = 502;
constexpr int kUnavailable = 503;

std::string_view phrase(int status) {
  if (status == kServerError) return "Internal Server Error";
  if (status == kBadGateway) return "Bad Gateway";
  return status == kUnavailable ? "Service Unavailable" : "Gateway Timeout";
}

// A proxy stands before the server, so none of the server's headers are on its pages.
HttpResponse proxy_page(int status, std::string_view title, std::string_view content) {
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"}},
          std::string("<!DOCTYPE html>\n<html>\n<head><title>")
              .append(title)
              .append("</title></head>\n<body>\n")
              .append(content)
              .append("\n</body>\n</html>\n")};
}

std::string heading(std::string_view text) {
  return std::string("<h1>").append(text).append("</h1>");
}

// Half of the text, and no half characters: the fault is in the JSON, not in the encoding.
std::string first_half(std::string text) {
  std::size_t end = text.size() / 2;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text;
}

}  // namespace

HttpResponse failed_answer(const State& state, const HttpRequest& request, const Fault& fault) {
  const int status = fault.status.value_or(kServerError);
  if (fault.page == ErrorPage::html) {
    const std::string title = std::to_string(status) + " " + std::string(phrase(status));
    return proxy_page(status, title, heading(title));
  }
  Json body = Json::object();
  set_member(body, "success", false);
  set_member(body, "error", std::string(phrase(status)));
  HttpResponse response = api_answer(state, {status, std::move(body)});
  add_web_server_headers(state, request, response);
  return response;
}

HttpResponse login_page() {
  return proxy_page(kOk, "Sign in",
                    "<h1>Sign in</h1>\n<form method=\"post\"><input name=\"user\">"
                    "<input name=\"password\" type=\"password\"><button>Sign in</button></form>");
}

HttpResponse redirect_to(std::string_view location) {
  HttpResponse response = proxy_page(kFound, "Moved", heading("Moved"));
  response.headers.push_back({"Location", std::string(location)});
  return response;
}

bool spoil_json(HttpResponse& response, WrongJson form) {
  const std::string* type = find_header(response.headers, "content-type");
  if (type == nullptr || media_type(*type) != "application/json" || response.body.size() < 2)
    return false;
  response.body = form == WrongJson::truncated ? first_half(std::move(response.body))
                                               : "upstream connect error";
  return true;
}

}  // namespace room_visitor::standin

#include "standin/answers.h"

#include <string>

#include "standin/cors.h"

namespace room_visitor::standin {
namespace {

void set_header(HttpResponse& response, std::string_view name, std::string_view value) {
  if (find_header(response.headers, name) == nullptr)
    response.headers.push_back({std::string(name), std::string(value)});
}

bool is_preflight_answer(const HttpRequest& request, const HttpResponse& response) {
  return request.method == "OPTIONS" && find_header(response.headers, "allow") == nullptr;
}

}  // namespace

HttpResponse api_answer(const State& state, const Reply& reply) {
  const Layout layout =
      state.options.mode == ServerMode::development ? Layout::indented : Layout::compact;
  HttpResponse response{
      reply.status,
      {{"content-type", "application/json"}, {"cache-control", "no-store"}, {"pragma", "no-cache"}},
      to_json_text(reply.body, layout)};
  if (has_cors_headers(state)) {
    set_header(response, "access-control-allow-origin", "*");
    set_header(response, "access-control-allow-headers", kAllowedHeaders);
  }
  return response;
}

void add_web_server_headers(const State& state, const HttpRequest& request,
                            HttpResponse& response) {
  set_header(response, "X-XSS-Protection", "1");
  set_header(response, "X-Content-Type-Options", "nosniff");
  if (is_true(state.settings, "Iframe_Restrict_Access"))
    set_header(response, "X-Frame-Options",
               text_or_empty(state.settings, "Iframe_X_Frame_Options"));
  if (state.behaviour->allow_origin == AllowOrigin::everywhere &&
      !is_preflight_answer(request, response))
    set_header(response, "access-control-allow-origin", "*");
}

}  // namespace room_visitor::standin

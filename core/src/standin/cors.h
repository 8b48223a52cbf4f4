// What the API says to pages of other origins (docs/wire.md section 5).
#ifndef ROOM_VISITOR_SRC_STANDIN_CORS_H
#define ROOM_VISITOR_SRC_STANDIN_CORS_H

#include <string_view>

#include "room_visitor/http.h"
#include "standin/state.h"

namespace room_visitor::standin {

/// The request headers that cross-origin answers allow, but for those that only preflights name.
inline constexpr std::string_view kAllowedHeaders =
    "Origin, X-Requested-With, Content-Type, Accept, X-User-Id, X-Auth-Token";

/// The answer to OPTIONS.
[[nodiscard]] HttpResponse preflight(const State& state, const HttpRequest& request);

/// Whether the version turns the request away because of its origin, preflight or not.
[[nodiscard]] bool is_refused_origin(const State& state, const HttpRequest& request);

/// The answer to an origin that is turned away.
[[nodiscard]] HttpResponse invalid_origin();

/// Whether answers of the API carry CORS headers.
[[nodiscard]] bool has_cors_headers(const State& state);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_CORS_H

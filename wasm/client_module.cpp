// The client half for JavaScript: text in, text out. The shapes are documented in json_api.h; the
// raw module's TypeScript declaration is web/src/wasm/raw-module.ts, compared with this list by a
// test.
#include <emscripten/bind.h>

#include "room_visitor/json_api.h"

namespace api = room_visitor::json_api;

EMSCRIPTEN_BINDINGS(room_visitor) {
  emscripten::function("validateUpdate", &api::validate_update);
  emscripten::function("buildUpdateRequest", &api::build_update_request);
  emscripten::function("buildRoomInfoRequest", &api::build_room_info_request);
  emscripten::function("buildServerInfoRequest", &api::build_server_info_request);
  emscripten::function("toCurl", &api::to_curl);
  emscripten::function("readUpdateAnswer", &api::read_update_answer);
  emscripten::function("readFailure", &api::read_failure);
  emscripten::function("readRoomInfoAnswer", &api::read_room_info_answer);
  emscripten::function("readServerInfoAnswer", &api::read_server_info_answer);
  emscripten::function("checkProfile", &api::check_profile);
  emscripten::function("diffDocuments", &api::diff_documents);
  emscripten::function("redact", &api::redact);
  emscripten::function("errorTable", &api::error_table);
}

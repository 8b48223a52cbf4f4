// The client half for JavaScript: text in, text out. The shapes are documented in json_api.h; the
// raw module's TypeScript declaration is web/src/wasm/raw-module.ts, compared with this list by a
// test.
#include <emscripten/bind.h>

#include "room_visitor/json_api.h"
#include "room_visitor/json_tasks.h"

namespace api = room_visitor::json_api;

namespace {

using Text = std::string;

// One for the module: whatever a page sends to a server counts against the same limits.
[[gnu::noinline]] room_visitor::JsonTasks& tasks() {
  static room_visitor::JsonTasks all;
  return all;
}

Text start_reassignment(const Text& setup) { return tasks().start(setup); }
Text start_question(const Text& question) { return tasks().ask(question); }
Text next_step(const Text& call) { return tasks().next(call); }
Text report_event(const Text& event, const Text& body) { return tasks().report(event, body); }

}  // namespace

EMSCRIPTEN_BINDINGS(room_visitor) {
  emscripten::function("validateUpdate", &api::validate_update);
  emscripten::function("buildUpdateRequest", &api::build_update_request);
  emscripten::function("buildServerInfoRequest", &api::build_server_info_request);
  emscripten::function("toCurl", &api::to_curl);
  emscripten::function("readUpdateAnswer", &api::read_update_answer);
  emscripten::function("diffDocuments", &api::diff_documents);
  emscripten::function("redact", &api::redact);
  emscripten::function("errorTable", &api::error_table);
  emscripten::function("startReassignment", &start_reassignment);
  emscripten::function("startQuestion", &start_question);
  emscripten::function("nextStep", &next_step);
  emscripten::function("reportEvent", &report_event);
}

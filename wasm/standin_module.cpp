// The stand-in's WebAssembly module: room_visitor_standin.mjs.
#include <emscripten/bind.h>

#include "room_visitor/standin/json_api.h"

EMSCRIPTEN_BINDINGS(room_visitor_standin) {
  using room_visitor::standin::JsonWorkspace;
  emscripten::class_<JsonWorkspace>("Workspace")
      .function("error", &JsonWorkspace::error)
      .function("handle", &JsonWorkspace::handle)
      .function("save", &JsonWorkspace::save)
      .function("setFaults", &JsonWorkspace::set_faults)
      .function("faults", &JsonWorkspace::faults)
      .function("faultCounts", &JsonWorkspace::fault_counts);
  emscripten::function("createWorkspace", &room_visitor::standin::create_workspace);
}

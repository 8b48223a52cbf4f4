// Embind's own library describes thirty types to JavaScript when the module starts, and its glue
// has code for each. This file takes its place where functions take and return text alone: the
// linker finds both of the library's functions here. Source: system/lib/embind/bind.cpp of
// Emscripten.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <string>

extern "C" {

// Called by the glue to name a type that nobody described; the types are the two below.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info*) { return nullptr; }

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void
__embind_register_native_and_builtin_types() {
  using emscripten::internal::TypeID;
  emscripten::internal::_embind_register_void(TypeID<void>::get(), "void");
  emscripten::internal::_embind_register_std_string(TypeID<std::string>::get(), "std::string");
}

}  // extern "C"

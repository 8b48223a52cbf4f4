/**
 * What the WebAssembly modules may ask of their host. A name that is not here (a clock, a random
 * source, a file descriptor, an assertion) means that core does something it may not do.
 */

/** Embind's registrations: they describe functions and types once, while the module starts. */
const kRegistration = [
  "_embind_register_void",
  "_embind_register_std_string",
  "_embind_register_function",
];

/** The types that Embind's own library describes besides, used or not. */
const kTypes = [
  "_embind_register_bool",
  "_embind_register_integer",
  "_embind_register_bigint",
  "_embind_register_float",
  "_embind_register_std_wstring",
  "_embind_register_emval",
  "_embind_register_memory_view",
];

/** The C library: copying and growing memory, and the trap that ends a broken module. */
const kMemory = ["emscripten_memcpy_big", "emscripten_resize_heap", "abort"];

/** Embind's classes, for the workspace object of the stand-in. */
const kClasses = [
  "_embind_register_class",
  "_embind_register_class_constructor",
  "_embind_register_class_function",
  "_embind_register_smart_ptr",
];

/** Handles to JavaScript values: request bodies arrive as a Uint8Array. */
const kHandles = [
  "_emval_take_value",
  "_emval_incref",
  "_emval_decref",
  "_emval_call",
  "_emval_call_method",
  "_emval_call_void_method",
  "_emval_as",
  "_emval_get_property",
  "_emval_get_global",
  "_emval_get_method_caller",
  "_emval_new_cstring",
  "_emval_run_destructors",
];

/** Allowed imports (all from `env`) by module. */
export const kAllowedImports = {
  room_visitor_client: new Set([...kRegistration, ...kMemory]),
  room_visitor_standin: new Set([
    ...kRegistration,
    ...kTypes,
    ...kMemory,
    ...kClasses,
    ...kHandles,
  ]),
};

/**
 * The imports of a binary that are not allowed, as `module.name (kind)`.
 * @param {BufferSource} bytes a module whose import names were not shortened
 * @param {Set<string>} allowed
 */
export function forbiddenImports(bytes, allowed) {
  return WebAssembly.Module.imports(new WebAssembly.Module(bytes))
    .filter(
      ({ module, name, kind }) => module !== "env" || kind !== "function" || !allowed.has(name),
    )
    .map(({ module, name, kind }) => `${module}.${name} (${kind})`);
}

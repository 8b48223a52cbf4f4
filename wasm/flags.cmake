# How a module is linked. Each flag is here for the reason beside it; docs/decisions has the measurements.

set(ROOM_VISITOR_WASM_LINK_FLAGS
  -fno-rtti                   # picks the build of Embind that matches the compile flag
  -sMODULARIZE=1              # a factory: the application decides when and how often to load
  -sEXPORT_ES6=1              # ES modules only
  -sENVIRONMENT=web           # the loaders fetch and compile, everywhere: the glue's own ways to do so
                              # differ by environment, and Node's breaks as ES module
  -sDYNAMIC_EXECUTION=0       # no functions made from strings: works under a strict CSP
  -sALLOW_MEMORY_GROWTH=1     # answers of 32 MiB must fit, an idle page should hold little
  -sMALLOC=emmalloc           # the smallest allocator
  -sTEXTDECODER=2             # every engine that runs WebAssembly has TextDecoder
  -sFILESYSTEM=0              # core does no input or output
  -sSUPPORT_LONGJMP=0         # nothing jumps; saves its runtime
  -sASSERTIONS=0              # release code; the suites run with sanitizers elsewhere
  -sINCOMING_MODULE_JS_API=instantiateWasm)  # the loaders' only door

# Embind, the boundary to JavaScript: whole, or, for a module that takes and returns text alone, its
# JavaScript without its library of types, for which embind_types.cpp stands in.
set(ROOM_VISITOR_EMBIND --bind)
set(ROOM_VISITOR_EMBIND_FOR_TEXT
  "--js-library=${EMSCRIPTEN_ROOT_PATH}/src/embind/embind.js"
  -sEXPORTED_FUNCTIONS=_malloc,_free)  # texts are passed in memory of the module

# room_visitor_wasm_module(NAME EMBIND … SOURCES … LIBRARIES …) makes NAME.mjs with NAME.wasm, and a
# second link of the same objects, NAME_imports, with -g3: there the names of imports are kept, so that a
# test can compare them with a list.
function(room_visitor_wasm_module name)
  cmake_parse_arguments(module "" "" "EMBIND;SOURCES;LIBRARIES" ${ARGN})
  add_library(${name}_objects OBJECT ${module_SOURCES})
  room_visitor_target(${name}_objects)
  room_visitor_no_exceptions(${name}_objects)
  # Names of unbound types are only for messages to developers.
  target_compile_definitions(${name}_objects PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
  target_link_libraries(${name}_objects PRIVATE ${module_LIBRARIES})

  foreach(variant "${name}" "${name}_imports")
    add_executable(${variant} $<TARGET_OBJECTS:${name}_objects>)
    set_target_properties(${variant} PROPERTIES SUFFIX ".mjs")
    target_link_libraries(${variant} PRIVATE ${module_LIBRARIES})
    target_link_options(${variant} PRIVATE ${module_EMBIND} ${ROOM_VISITOR_WASM_LINK_FLAGS})
    if(ROOM_VISITOR_LTO)
      target_link_options(${variant} PRIVATE -flto)
    endif()
  endforeach()
  target_link_options(${name} PRIVATE -Oz)
  target_link_options(${name}_imports PRIVATE -Oz -g3)
endfunction()

# Compile options shared by every target of this project. Nothing here reaches a consumer:
# the options are attached PRIVATE by room_visitor_target().

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

function(room_visitor_target target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 reports string and variant code of its own library at -O3 (GCC bugs 105329, 80635), and
    # wants attributes repeated where a member of nlohmann's is specialised, which clang refuses.
    target_compile_options(${target} PRIVATE
      -Wno-restrict -Wno-maybe-uninitialized -Wno-missing-attributes)
  endif()
  if(EMSCRIPTEN)
    # No unwinding tables and no type information: nothing here throws or asks for a dynamic type.
    target_compile_options(${target} PRIVATE -fno-rtti)
  endif()
  if(ROOM_VISITOR_SANITIZE)
    target_compile_options(${target} PRIVATE
      -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=address,undefined)
  endif()
  if(ROOM_VISITOR_LTO)
    target_compile_options(${target} PRIVATE -flto)
    target_link_options(${target} PRIVATE -flto)
  endif()
endfunction()

# Core code is built without exceptions everywhere, so that a throw cannot be written by mistake and
# the native build behaves as the WebAssembly build does.
function(room_visitor_no_exceptions target)
  target_compile_options(${target} PRIVATE -fno-exceptions)
endfunction()

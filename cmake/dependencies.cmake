# nlohmann/json, private to core/src. A parent project may provide the target; otherwise Debian's
# header package is used. For Emscripten only that one folder may be on the include path: the system
# include folder holds headers of another C library.
if(NOT TARGET nlohmann_json::nlohmann_json)
  find_path(ROOM_VISITOR_NLOHMANN_DIR nlohmann/json.hpp
    PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  set(ROOM_VISITOR_JSON_INCLUDE "${CMAKE_BINARY_DIR}/third_party")
  file(MAKE_DIRECTORY "${ROOM_VISITOR_JSON_INCLUDE}")
  file(CREATE_LINK "${ROOM_VISITOR_NLOHMANN_DIR}/nlohmann"
    "${ROOM_VISITOR_JSON_INCLUDE}/nlohmann" SYMBOLIC)
  add_library(room_visitor_json INTERFACE)
  target_include_directories(room_visitor_json SYSTEM INTERFACE "${ROOM_VISITOR_JSON_INCLUDE}")
  add_library(nlohmann_json::nlohmann_json ALIAS room_visitor_json)
endif()

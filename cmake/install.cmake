# Install rules: both libraries, their headers, and a package for find_package(room_visitor).
# Nothing else is installed and nothing else is needed: nlohmann/json stays inside the archives.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(ROOM_VISITOR_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/room_visitor")

install(TARGETS room_visitor_core room_visitor_standin
  EXPORT room_visitor-targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

install(DIRECTORY core/include/room_visitor
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
  FILES_MATCHING PATTERN "*.h")

install(EXPORT room_visitor-targets
  NAMESPACE room_visitor::
  DESTINATION "${ROOM_VISITOR_CMAKE_DIR}")

configure_package_config_file(cmake/room_visitor-config.cmake.in
  "${PROJECT_BINARY_DIR}/room_visitor-config.cmake"
  INSTALL_DESTINATION "${ROOM_VISITOR_CMAKE_DIR}")

# Before 1.0 a minor version may change the interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/room_visitor-config-version.cmake"
  COMPATIBILITY SameMinorVersion)

install(FILES
  "${PROJECT_BINARY_DIR}/room_visitor-config.cmake"
  "${PROJECT_BINARY_DIR}/room_visitor-config-version.cmake"
  DESTINATION "${ROOM_VISITOR_CMAKE_DIR}")

// The application's own use of nlohmann/json: the public header, exceptions on.
#ifndef ROOM_VISITOR_TESTS_INSTALL_OWN_JSON_H
#define ROOM_VISITOR_TESTS_INSTALL_OWN_JSON_H

#include <string>

enum class Parsed { good, threw };

Parsed parse_own(const std::string& text);

#endif  // ROOM_VISITOR_TESTS_INSTALL_OWN_JSON_H

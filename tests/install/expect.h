// Just enough of a test for a program that stands for a user's application.
#ifndef ROOM_VISITOR_TESTS_INSTALL_EXPECT_H
#define ROOM_VISITOR_TESTS_INSTALL_EXPECT_H

#include <cstdio>

inline int failures = 0;

inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  failures += 1;
}

#endif  // ROOM_VISITOR_TESTS_INSTALL_EXPECT_H

// Prints what belongs between the marks of docs/reassignment.md; `npm run diagram` puts it there.
#include <iostream>

#include "core/transition_page.h"

int main() { std::cout << room_visitor::testing::transition_page(); }

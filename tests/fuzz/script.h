// A conversation with a workspace as readable text: what the fuzzer mutates and what the files in
// corpus/ hold. Every text is a script, so that no mutation is thrown away.
//
//   6.4 limited                          version, then any of: cors limited development generated
//                                        refused
//   PUT /api/v1/livechat/room.visitor    a request line
//   :as agent                            both credential headers of a user of the seed
//   :later 60000                         milliseconds that pass before it is sent
//   :status 200                          what replaying the corpus expects; the fuzzer does not ask
//   Content-Type: application/json       a header
//                                        an empty line ends the headers
//   {"rid":"…"}                          the body
//   %%                                   ends the request; another one may follow
#ifndef ROOM_VISITOR_TESTS_FUZZ_SCRIPT_H
#define ROOM_VISITOR_TESTS_FUZZ_SCRIPT_H

#include <string>
#include <string_view>
#include <vector>

#include "room_visitor/standin/workspace.h"

namespace room_visitor::standin::fuzz {

struct Step {
  HttpRequest request;
  Millis later = 0;
  int status = 0;  ///< 0: any
};

struct Script {
  WorkspaceOptions options;
  std::vector<Step> steps;
};

[[nodiscard]] Script read_script(std::string_view text);

}  // namespace room_visitor::standin::fuzz

#endif  // ROOM_VISITOR_TESTS_FUZZ_SCRIPT_H

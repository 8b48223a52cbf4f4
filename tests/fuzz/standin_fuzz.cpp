// libFuzzer's entry: `npm run fuzz`. Whatever makes it fail becomes a file in corpus/, which the
// suite FuzzCorpus plays in every `npm test`.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/well_formed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using room_visitor::standin::fuzz::Player;
  using room_visitor::standin::fuzz::Statuses;
  static Player player;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string problem = player.problem_in_script(text, Statuses::any);
  if (problem.empty()) return 0;
  std::fprintf(stderr, "not well formed: %s\n", problem.c_str());
  std::abort();
}

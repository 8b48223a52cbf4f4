#include "room_visitor/steps.h"

namespace room_visitor {

std::string_view to_text(WaitReason why) {
  switch (why) {
    case WaitReason::answer:
      return "answer";
    case WaitReason::rate_limit:
      return "rate_limit";
    case WaitReason::other_call:
      return "other_call";
    case WaitReason::retry:
      return "retry";
    case WaitReason::read_again:
      return "read_again";
    case WaitReason::credentials:
      return "credentials";
    case WaitReason::original_write:
      return "original_write";
  }
  return "answer";
}

}  // namespace room_visitor

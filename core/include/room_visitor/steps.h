// What state machines ask of the application besides sending: give up, wait, get credentials.
// Shared by Reassignment, which carries one update through, and Call, which carries one reading
// through.
//
//   if (auto* wait = std::get_if<WaitUntil>(&step)) sleep_until(wait->time);   // or any event
#ifndef ROOM_VISITOR_STEPS_H
#define ROOM_VISITOR_STEPS_H

#include <string_view>

#include "room_visitor/time.h"

namespace room_visitor {

/// Give up on this attempt. If an answer to it arrives all the same, report it.
struct Abort {
  int attempt = 0;
};

/// What is waited for.
enum class WaitReason {
  answer,          ///< to the attempt that is on its way
  rate_limit,      ///< the window's calls are used up
  other_call,      ///< another call shows first whether there is room
  retry,           ///< a pause before the next write
  read_again,      ///< a pause before the next reading
  credentials,     ///< that were asked for
  original_write,  ///< a write of the update that is undone may still arrive
};

/// "answer", "rate_limit", "other_call", "retry", "read_again", "credentials", "original_write".
[[nodiscard]] std::string_view to_text(WaitReason why);

/// Nothing to do before `time`, unless something is reported or another call to the same server is
/// answered.
struct WaitUntil {
  Millis time = 0;
  WaitReason why = WaitReason::answer;
};

/// Get other credentials: these were not accepted. Said once; answer with on_credentials.
struct NeedCredentials {};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_STEPS_H

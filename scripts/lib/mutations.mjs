/**
 * Deliberate mistakes in the rules of an update, each a replacement in one file of core. `find` has
 * to occur once; the first line of what a person might believe is the name.
 */
export const kMutations = [
  {
    name: "a lost write is sent again without reading the room",
    file: "core/src/transitions.cpp",
    find: "State::writing, Event::lost, Guard::always, State::read_due}",
    replace: "State::writing, Event::lost, Guard::always, State::write_due}",
  },
  {
    name: "invalid-room-visitor is a conflict, without reading the room",
    file: "core/src/transitions.cpp",
    find: "State::writing, Event::mismatched, Guard::always, State::read_due}",
    replace:
      "State::writing, Event::mismatched, Guard::always, State::done, Ending::refused_conflict}",
  },
  {
    name: "invalid-room-visitor is a refusal like any other",
    file: "core/src/machine_answers.cpp",
    find: "attempts_.note(attempt, Standing::mismatched);",
    replace: "attempts_.note(attempt, Standing::listed);",
  },
  {
    name: "a 200 is trusted without looking whose the room is",
    file: "core/src/verdict.cpp",
    find: "if (owner == ids.new_visitor.text) return",
    replace: "if (!owner.empty()) return",
  },
  {
    name: "every 400 is a refusal",
    file: "core/src/responses.cpp",
    find: "  if (!envelope.is_json()) return {};\n  if (envelope.status == 429)",
    replace:
      "  if (!envelope.is_json()) return {};\n" +
      "  if (envelope.status == 400 && !code_of_refusal(envelope, kKnownTexts))\n" +
      "    return server_error(ErrorCode::unrecognised_error, envelope);\n" +
      "  if (envelope.status == 429)",
  },
  {
    name: "the window's end is read as seconds",
    file: "core/src/envelope.cpp",
    find: 'limit.reset_at = number_in(find_header(response.headers, "x-ratelimit-reset"));',
    replace:
      'limit.reset_at = number_in(find_header(response.headers, "x-ratelimit-reset"));\n' +
      "  if (limit.reset_at) *limit.reset_at *= 1000;",
  },
  {
    name: "a cancelled update is written once more",
    file: "core/src/machine.cpp",
    find: "setup_.beginning == Beginning::write && !stopped_ && !refusal_ &&",
    replace: "setup_.beginning == Beginning::write && !refusal_ &&",
  },
  {
    name: "repetitions have no bound",
    file: "core/src/machine.cpp",
    find: "attempts_.count(RequestKind::write) < setup_.policy.most_writes;",
    replace: "attempts_.count(RequestKind::write) < 1000;",
  },
  {
    name: "a refusal that lasts is tried again",
    file: "core/src/machine.cpp",
    find: "setup_.beginning == Beginning::write && !stopped_ && !refusal_ &&",
    replace: "setup_.beginning == Beginning::write && !stopped_ &&",
  },
  {
    name: "a reading of another room is accepted",
    file: "core/src/responses.cpp",
    find: "if (found != rid.text)",
    replace: "if (found.empty())",
  },
  {
    name: "the answer to an attempt that was given up counts for the next one",
    file: "core/src/machine_answers.cpp",
    find: "  Attempt* attempt = attempts_.find(number);\n  if (attempt == nullptr ||\n",
    replace:
      "  if (current_ != 0) number = current_;\n" +
      "  Attempt* attempt = attempts_.find(number);\n  if (attempt == nullptr ||\n",
  },
  {
    name: "a success that comes late is thrown away",
    file: "core/src/machine_answers.cpp",
    find: "if (event == Event::moved || event == Event::shows_new) return event;",
    replace: "if (event == Event::shows_new) return event;",
  },
  {
    name: "a write that was given up counts as answered",
    file: "core/src/attempts.cpp",
    find: "attempt.kind != RequestKind::write || attempt.standing == Standing::listed ||",
    replace:
      "attempt.kind != RequestKind::write || attempt.standing == Standing::listed ||\n" +
      "           attempt.standing == Standing::given_up ||",
  },
  {
    name: "a reading that shows the old visitor proves that nothing was changed",
    file: "core/src/transitions.cpp",
    find: "State::reading, Event::shows_old, Guard::always, State::done, Ending::unknown_write}",
    replace: "State::reading, Event::shows_old, Guard::always, State::done, Ending::refused}",
  },
  {
    name: "a reading from before the mismatch looks after it",
    file: "core/src/machine.cpp",
    find: "return reading != nullptr && attempts_.mismatched_since(*reading);",
    replace: "return reading == nullptr && attempts_.mismatched_since(*reading);",
  },
  {
    name: "the old visitor is tested before the new one",
    file: "core/src/machine_answers.cpp",
    find: "  if (owner == ids.new_visitor) {",
    replace: "  if (owner == ids.new_visitor && owner != ids.old_visitor) {",
  },
  {
    name: "credentials are asked for again and again",
    file: "core/src/machine.cpp",
    find: "return !asked_again_ && !stopped_;",
    replace: "return !stopped_;",
  },
  {
    name: "an attempt has no time limit",
    file: "core/src/machine.cpp",
    find: "(closed || now_ >= attempt->deadline)",
    replace: "closed",
  },
];

/**
 * Deliberate mistakes in the rules of an update, each a replacement in one file of core. `find` has
 * to occur once; the first line of what a person might believe is the name. Those with `simulated` the
 * simulation has to find, whatever the tests say.
 */
export const kMutations = [
  {
    name: "a lost write is sent again without reading the room",
    simulated: true,
    file: "core/src/transitions.cpp",
    find: "State::writing, Event::lost, Guard::always, State::read_due}",
    replace: "State::writing, Event::lost, Guard::always, State::write_due}",
  },
  {
    name: "invalid-room-visitor is a conflict, without reading the room",
    simulated: true,
    file: "core/src/transitions.cpp",
    find: "State::writing, Event::mismatched, Guard::always, State::read_due}",
    replace:
      "State::writing, Event::mismatched, Guard::always, State::done, Ending::refused_conflict}",
  },
  {
    name: "invalid-room-visitor is a refusal like any other",
    simulated: true,
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
    simulated: true,
    file: "core/src/machine.cpp",
    find: "setup_.beginning == Beginning::write && !stopped_ && !refusal_ &&",
    replace: "setup_.beginning == Beginning::write && !refusal_ &&",
  },
  {
    name: "repetitions have no bound",
    simulated: true,
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
    simulated: true,
    file: "core/src/machine_answers.cpp",
    find: "if (event == Event::moved || event == Event::shows_new) return event;",
    replace: "if (event == Event::shows_new) return event;",
  },
  {
    name: "a write that was given up counts as answered",
    simulated: true,
    file: "core/src/attempts.cpp",
    find: "attempt.kind != RequestKind::write || attempt.standing == Standing::listed ||",
    replace:
      "attempt.kind != RequestKind::write || attempt.standing == Standing::listed ||\n" +
      "           attempt.standing == Standing::given_up ||",
  },
  {
    name: "answers from the list refuse a write although the new visitor was seen",
    file: "core/src/machine.cpp",
    find: "return !ever_seen_new_ && attempts_.settled();",
    replace: "return attempts_.settled();",
  },
  {
    name: "that the new visitor was seen is forgotten when another is seen",
    file: "core/src/machine_answers.cpp",
    find: "ever_seen_new_ = ever_seen_new_ || seen_new_;",
    replace: "ever_seen_new_ = seen_new_;",
  },
  {
    name: "a reading that shows the old visitor proves that nothing was changed",
    simulated: true,
    file: "core/src/transitions.cpp",
    find: "State::reading, Event::shows_old, Guard::always, State::done, Ending::unknown_write}",
    replace: "State::reading, Event::shows_old, Guard::always, State::done, Ending::refused}",
  },
  {
    name: "a reading from before the mismatch looks after it",
    file: "core/src/machine.cpp",
    find: "reading != nullptr && attempts_.mismatched_since(*reading);",
    replace: "reading == nullptr && attempts_.mismatched_since(*reading);",
  },
  {
    name: "the old visitor is tested before the new one",
    simulated: true,
    file: "core/src/machine_answers.cpp",
    find: "  if (owner == ids.new_visitor) {",
    replace: "  if (owner == ids.new_visitor && owner != ids.old_visitor) {",
  },
  {
    name: "credentials are asked for again and again",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "return !asked_again_ && !stopped_;",
    replace: "return !stopped_;",
  },
  {
    name: "an attempt has no time limit",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "(closed || now_ >= attempt->deadline)",
    replace: "closed",
  },
  {
    name: "what arrives before the verdict is told is thrown away",
    file: "core/src/machine_answers.cpp",
    find: "  if (told_) return;\n  const bool is_current",
    replace: "  if (state_ == State::done) return;\n  const bool is_current",
  },
  {
    name: "a second reading follows a cancel",
    file: "core/src/machine.cpp",
    find: "return !stopped_ && reading != nullptr",
    replace: "return reading != nullptr",
  },
  {
    name: "a 200 whose body was cut is proof",
    simulated: true,
    file: "core/src/machine_answers.cpp",
    find: "  attempts_.note(attempt, Standing::doubtful);\n  if (!looks_foreign",
    replace:
      "  attempts_.note(attempt, Standing::doubtful);\n  if (response.status == 200) return Event::moved;\n  if (!looks_foreign",
  },
  {
    name: "the room is written again after a reading of a third visitor",
    simulated: true,
    file: "core/src/transitions.cpp",
    find: "    Transition{State::reading, Event::shows_third, Guard::settled,",
    replace:
      "    Transition{State::reading, Event::shows_third, Guard::may_write, State::write_due},\n    Transition{State::reading, Event::shows_third, Guard::settled,",
  },
  {
    name: "what was seen last is what was seen first",
    simulated: true,
    file: "core/src/machine_answers.cpp",
    find: "if (room.visitor) outcome_.last_seen",
    replace: "if (room.visitor && !outcome_.last_seen) outcome_.last_seen",
  },
  {
    name: "what was seen last is not told",
    simulated: true,
    file: "core/src/machine_answers.cpp",
    find: "if (room.visitor) outcome_.last_seen",
    replace: "if (room.visitor && !room.id) outcome_.last_seen",
  },
  {
    name: "an undo does not look again",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "return setup_.original_open_until && *setup_.original_open_until > now_ && !stopped_;",
    replace: "return setup_.original_open_until && *setup_.original_open_until > now_ && stopped_;",
  },
  {
    name: "the windows of the rate limit are not waited for",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "  if (turn.at > now_)\n",
    replace: "  if (turn.at > ends_at_)\n",
  },
  {
    name: "a write waits for the window of readings",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "pacers.of(route_of(kind_due(state_))).turn(now_)",
    replace: "pacers.of(route_of(RequestKind::read_back)).turn(now_)",
  },
  {
    name: "a cancelled update that sent nothing is unknown",
    simulated: true,
    file: "core/src/transitions.cpp",
    find: "State::write_due, Event::stopped, Guard::nothing_sent, State::done, Ending::not_sent}",
    replace:
      "State::write_due, Event::stopped, Guard::nothing_sent, State::done, Ending::unknown_write}",
  },
  {
    name: "a refusal after the last reading is unknown",
    file: "core/src/transitions.cpp",
    find: "State::reading, Event::shows_old, Guard::settled, State::done, Ending::refused}",
    replace:
      "State::reading, Event::shows_old, Guard::settled, State::done, Ending::unknown_write}",
  },
  {
    name: "a cancel has no time limit",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "  ends_at_ = now_ + setup_.policy.closing_limit;",
    replace: "  if (why != ErrorCode::cancelled) ends_at_ = now_ + setup_.policy.closing_limit;",
  },
  {
    name: "readings go on after a cancel",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "return !stopped_ && failed_reads_",
    replace: "return failed_reads_",
  },
  {
    name: "the room is read without a session",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "return room_info(setup_.server, setup_.session, setup_.update.ids().rid);",
    replace:
      "{\n      HttpRequest request = room_info(setup_.server, setup_.session, setup_.update.ids().rid);\n      request.headers.clear();\n      return request;\n    }",
  },
  {
    name: "a write is called a reading",
    simulated: true,
    file: "core/src/machine.cpp",
    find: "return Send{attempt.number, kind, request_of(kind), deadline};",
    replace: "return Send{attempt.number, RequestKind::read_back, request_of(kind), deadline};",
  },
];

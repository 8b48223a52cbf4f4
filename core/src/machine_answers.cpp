// What answers and failures mean to the machine.
#include <utility>

#include "machine.h"

namespace room_visitor {
namespace {

// The codes of refusals that another write can overcome; the others end it.
bool is_lasting(ErrorCode code) {
  return code != ErrorCode::rate_limited && code != ErrorCode::not_logged_in;
}

Event event_of_refusal(ErrorCode code) {
  if (code == ErrorCode::rate_limited) return Event::rate_limited;
  if (code == ErrorCode::not_logged_in) return Event::logged_out;
  return Event::refused;
}

Event event_of_read_error(ErrorCode code) {
  switch (code) {
    case ErrorCode::rate_limited:
      return Event::rate_limited;
    case ErrorCode::not_logged_in:
      return Event::logged_out;
    case ErrorCode::room_not_found:
    case ErrorCode::room_access_denied:
    case ErrorCode::room_archived:
      return Event::shut;
    default:
      return Event::lost;
  }
}

// What a version without the endpoint answers; whether it is one has to be asked.
bool looks_foreign(const HttpResponse& response) {
  constexpr int kNotFound = 404;
  constexpr int kMethodNotAllowed = 405;
  if (response.status == kNotFound || response.status == kMethodNotAllowed) return true;
  const std::string* type = find_header(response.headers, "content-type");
  return response.status == 200 && type != nullptr && media_type(*type) == "text/html";
}

// Late answers are remembered; what changes the course at once is a success, or a refusal that
// makes another write pointless.
Event of_what_was_given_up(Event event) {
  if (event == Event::moved || event == Event::shows_new) return event;
  const bool refusal = event == Event::refused || event == Event::voice_room;
  return refusal ? Event::refused_late : Event::nothing;
}

// One at a time per update; enough that a version that is rolled out in the middle is noticed.
constexpr int kMostVersionReads = 2;

}  // namespace

void Machine::see(RoomDocument room) {
  const VisitorUpdate& ids = setup_.update.ids();
  seen_new_ = room.visitor == ids.new_visitor;
  ever_seen_new_ = ever_seen_new_ || seen_new_;
  if (room.visitor) outcome_.last_seen = LastSeen{*room.visitor, now_};
  outcome_.room = std::move(room);
}

void Machine::on_response(Pacers& pacers, int number, const HttpResponse& response, Millis now) {
  tick(now);
  Attempt* attempt = attempts_.find(number);
  if (attempt == nullptr ||
      (attempt->standing != Standing::on_its_way && attempt->standing != Standing::given_up))
    return;
  pacers.of(route_of(attempt->kind)).on_answer(attempt->pacer_call, read_pace(response), now_);
  if (told_) return;
  const bool is_current = number == current_;
  Event event = Event::lost;
  switch (attempt->kind) {
    case RequestKind::write:
      event = judge_write(*attempt, response);
      break;
    case RequestKind::read_back:
      event = judge_reading(*attempt, response);
      break;
    case RequestKind::version:
      attempts_.note(*attempt, Standing::listed);
      if (is_current) event = judge_version(response);
  }
  if (!is_current) event = of_what_was_given_up(event);
  // Nothing more will be sent: any answer from the list may be the one that was missing, and none
  // counts before.
  const bool succeeds = event == Event::moved || event == Event::shows_new;
  if (state_ == State::done && !succeeds) {
    const bool missing = outcome_.verdict == Verdict::unknown && settled();
    event = missing ? Event::refused_late : Event::nothing;
  }
  happen(event);
}

Event Machine::judge_write(Attempt& attempt, const HttpResponse& response) {
  auto meaning = std::make_unique<const Meaning>(classify(response, setup_.profile));
  const Event event = judge_answer(attempt, *meaning, response);
  last_answer_ = std::move(meaning);
  return event;
}

Event Machine::judge_answer(Attempt& attempt, const Meaning& meaning,
                            const HttpResponse& response) {
  const Outcome outcome = settle(setup_.update, meaning);
  write_error_ = outcome.error;
  if (outcome.verdict == Verdict::applied) {
    attempts_.note(attempt, Standing::doubtful);
    see(*meaning.room);
    proof_ = Proof::answer;
    return Event::moved;
  }
  if (outcome.verdict == Verdict::refused) {
    attempts_.note(attempt, Standing::listed);
    if (is_lasting(outcome.error->code)) refusal_ = outcome.error;
    const bool voice = outcome.error->code == ErrorCode::voice_room;
    return voice ? Event::voice_room : event_of_refusal(outcome.error->code);
  }
  if (meaning.kind == AnswerKind::compare_failed) {
    attempts_.note(attempt, Standing::mismatched);
    return Event::mismatched;
  }
  attempts_.note(attempt, Standing::doubtful);
  if (!looks_foreign(response) || attempts_.count(RequestKind::version) >= kMostVersionReads)
    return Event::lost;
  foreign_ = response;
  foreign_attempt_ = attempt.number;
  return Event::foreign;
}

Event Machine::judge_version(const HttpResponse& response) {
  const Result<ServerVersion> version = read_server_info(response);
  Attempt* attempt = attempts_.find(foreign_attempt_);
  if (!version.ok() || !foreign_ || attempt == nullptr) return Event::lost;
  setup_.profile = profile_of(version.value());
  const HttpResponse answer = *std::exchange(foreign_, std::nullopt);
  auto meaning = std::make_unique<const Meaning>(classify(answer, setup_.profile));
  if (meaning->kind != AnswerKind::refusal) return Event::endpoint_there;
  judge_answer(*attempt, *meaning, answer);
  last_answer_ = std::move(meaning);
  return Event::endpoint_gone;
}

Event Machine::judge_reading(Attempt& attempt, const HttpResponse& response) {
  const VisitorUpdate& ids = setup_.update.ids();
  Result<RoomDocument> room = read_room_info(response, ids.rid);
  const bool is_current = attempt.number == current_;
  attempts_.note(attempt, Standing::listed);
  if (!room.ok()) {
    if (is_current) {
      read_error_ = room.error();
      ++failed_reads_;
    }
    return event_of_read_error(room.error().code);
  }
  const std::optional<VisitorId> owner = room.value().visitor;
  if (owner != ids.new_visitor && !is_current) return Event::lost;
  failed_reads_ = 0;
  see(std::move(room.value()));
  attempts_.note_reading(attempt);
  if (owner == ids.new_visitor) {
    proof_ = ids.old_visitor == ids.new_visitor ? Proof::wanted_state : Proof::read_back;
    return Event::shows_new;
  }
  return owner == ids.old_visitor ? Event::shows_old : Event::shows_third;
}

void Machine::on_failure(Pacers& pacers, int number, FailureKind kind, Handed handed, Millis now) {
  tick(now);
  Attempt* attempt = attempts_.find(number);
  if (attempt == nullptr) return;
  const bool unsent = handed == Handed::to_nobody;
  // It was stopped before it left: what is believed to be under way is not.
  if (unsent && attempt->standing == Standing::given_up) {
    attempts_.note(*attempt, Standing::unsent);
    if (attempt->kind == RequestKind::write && attempts_.nothing_sent()) happen(Event::unsent_late);
    return;
  }
  if (attempt->standing != Standing::on_its_way) return;
  pacers.of(route_of(attempt->kind)).on_lost(attempt->pacer_call, now_);
  attempts_.note(*attempt, unsent ? Standing::unsent : Standing::given_up);
  note_failure(*attempt, kind);
  happen(unsent ? Event::unsent : Event::lost);
}

}  // namespace room_visitor

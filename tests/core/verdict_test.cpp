#include "room_visitor/verdict.h"

#include <gtest/gtest.h>

namespace room_visitor {
namespace {

ValidUpdate update(const char* rid, const char* old_visitor, const char* new_visitor) {
  return *validate(VisitorUpdate{{rid}, {old_visitor}, {new_visitor}}).update;
}

Meaning room_answer(const char* rid, const char* t, const char* owner) {
  Meaning meaning;
  meaning.kind = AnswerKind::success;
  meaning.room = RoomDocument{"{}", RoomId{rid}, t, VisitorId{owner}};
  return meaning;
}

Meaning answer(AnswerKind kind, ErrorCode code) {
  Meaning meaning;
  meaning.kind = kind;
  meaning.error = Error{code, "", "", ""};
  return meaning;
}

TEST(Verdict, AppliedNeedsTheRoomWithTheNewVisitor) {
  const Outcome outcome = settle(update("r1", "a", "b"), room_answer("r1", "l", "b"));
  EXPECT_EQ(outcome, (Outcome{Verdict::applied, Proof::answer, {}}));
}

TEST(Verdict, NewIsTestedBeforeOldBecauseTheyMayBeEqual) {
  EXPECT_EQ(settle(update("r1", "a", "a"), room_answer("r1", "l", "a")).verdict, Verdict::applied);
  EXPECT_EQ(settle(update("r1", "a", "a"), room_answer("r1", "v", "a")).verdict, Verdict::applied);
}

TEST(Verdict, ASuccessThatShowsSomethingElseIsUnknown) {
  const ValidUpdate wanted = update("r1", "a", "b");
  const auto code_for = [&](const char* rid, const char* owner) {
    const Outcome outcome = settle(wanted, room_answer(rid, "l", owner));
    EXPECT_EQ(outcome.verdict, Verdict::unknown);
    return outcome.error->code;
  };
  EXPECT_EQ(code_for("r2", "b"), ErrorCode::other_room);
  EXPECT_EQ(code_for("r1", "a"), ErrorCode::still_old_visitor);
  EXPECT_EQ(code_for("r1", "c"), ErrorCode::other_visitor);
  EXPECT_EQ(code_for("r1", ""), ErrorCode::other_visitor);
}

TEST(Verdict, AVoiceRoomThatKeptItsVisitorIsRefused) {
  const Outcome outcome = settle(update("r1", "a", "b"), room_answer("r1", "v", "a"));
  EXPECT_EQ(outcome.verdict, Verdict::refused);
  EXPECT_EQ(outcome.error->code, ErrorCode::voice_room);
}

TEST(Verdict, OnlyAnAnswerFromTheListIsARefusal) {
  const ValidUpdate wanted = update("r1", "a", "b");
  EXPECT_EQ(settle(wanted, answer(AnswerKind::refusal, ErrorCode::visitor_not_found)).verdict,
            Verdict::refused);
  EXPECT_EQ(settle(wanted, answer(AnswerKind::ambiguous, ErrorCode::server_error)).verdict,
            Verdict::unknown);
}

// The server says `invalid-room-visitor` too when an earlier copy of the same request has applied.
TEST(Verdict, AFailedComparisonIsUnknownUntilTheRoomIsRead) {
  const Outcome outcome = settle(update("r1", "a", "b"),
                                 answer(AnswerKind::compare_failed, ErrorCode::visitor_mismatch));
  EXPECT_EQ(outcome.verdict, Verdict::unknown);
  EXPECT_EQ(outcome.error->code, ErrorCode::visitor_mismatch);
}

TEST(Verdict, AFailureIsUnknownOnceTheRequestWasHandedOver) {
  for (const char* kind : {"network", "cors", "timeout", "aborted", "redirected", "too_large"}) {
    const FailureKind failure = parse_failure_kind(kind).value();
    EXPECT_EQ(settle_failure(failure, Handed::to_transport).verdict, Verdict::unknown) << kind;
    EXPECT_EQ(settle_failure(failure, Handed::to_nobody).verdict, Verdict::not_sent) << kind;
    EXPECT_EQ(settle_failure(failure, Handed::to_nobody).error, error_of_failure(failure));
  }
  EXPECT_EQ(parse_failure_kind("rain").error().code, ErrorCode::invalid_input);
}

}  // namespace
}  // namespace room_visitor

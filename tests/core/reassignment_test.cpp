#include "room_visitor/reassignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/play.h"
#include "core/reassignment_scripts.h"

namespace room_visitor {
namespace {

using testing::play;
using testing::Play;
using testing::Row;
using namespace testing::scripts;

// docs/verdicts.md, Verdicts.
constexpr Row kVerdicts[] = {
    {"write moved", "applied answer"},
    {"write lost, read new", "applied read_back"},
    {"write 403", "refused no_permission"},
    {"write unsent", "not_sent network_failed"},
    {"cancel", "not_sent cancelled"},
    {"write lost, read not-allowed", "unknown room_access_denied"},
    {"write voice", "refused voice_room"},
};

// After its own success an undo whose original may still arrive looks once more.
constexpr Row kUndone[] = {
    {"write moved, read new", "applied read_back"},
    {"write moved, read old, write moved", "applied answer"},
    {"write moved, read old, write lost, read old, write lost, read old, write lost, read old",
     "unknown network_failed"},
    {"write lost, read new, read third", "unknown network_failed"},
    {"write lost, read new, read new", "applied read_back"},
    {"write moved, read third", "unknown conflict"},
    {"write moved, cancel", "applied answer"},
    // The room was seen with the new visitor: that the only write was refused does not undo it.
    {"write mismatch, read new, cancel", "applied read_back"},
    {"write mismatch, read new, read lost, read lost, read lost, read lost", "applied read_back"},
    {"write mismatch, read new, read lost, cancel, closing", "applied read_back"},
    {"write mismatch, read new, read not-found", "applied read_back"},
    {"write mismatch, read new, read 401, login no", "applied read_back"},
    {"write moved, read lost, cancel, closing", "applied answer"},
    {"write moved, read not-allowed", "applied answer"},
    {"write moved, read 429, read 429, read 429, read 429", "applied answer"},
    {"write moved, read lost, read lost, read lost, read lost", "applied answer"},
    {"write moved, read unsent, read unsent, read unsent, read unsent", "applied answer"},
    {"write moved, read 401, login no", "applied answer"},
    {"write moved, read 401, login yes, read new", "applied read_back"},
    {"write moved, read 401, login yes, read 401", "applied answer"},
    {"write moved, read 401, cancel", "applied answer"},
    {"write moved, read lost, read lost, read lost, read 401, login yes", "applied answer"},
};

// The reading that shows the new visitor says that a copy of the write may have applied, so none is
// refused any more, whatever it was answered before that reading, after it or after the next.
constexpr Row kSeenOnce[] = {
    {"write mismatch, read new, read third", "unknown visitor_mismatch"},
    {"write mismatch, read new, read old, write 403, read old", "unknown no_permission"},
    {"write mismatch, read new, read old, cancel, read old", "unknown cancelled"},
    {"write lost, read new, late 1 mismatch, read third", "unknown visitor_mismatch"},
    {"write lost, read new, late 1 403, read third", "unknown no_permission"},
    {"write lost, read new, late 1 403, read old", "unknown no_permission"},
    {"write lost, read new, late 1 voice, read old", "unknown voice_room"},
    {"write lost, read new, late 1 429, read old, cancel, read old", "unknown cancelled"},
    {"write lost, read new, late 1 429, read old, overall, read third", "unknown out_of_time"},
    {"write lost, read new, late 1 429, read old, cancel, read lost", "unknown network_failed"},
    {"write lost, read new, late 1 429, read old, cancel, read pending, closing",
     "unknown timed_out"},
    {"write lost, read new, late 1 429, read old, cancel, read not-allowed",
     "unknown room_access_denied"},
    {"write lost, read new, late 1 429, read old, write lost, read 401, login no",
     "unknown not_logged_in"},
    {"write lost, read new, late 1 429, read old, write lost, late 4 403, read 401, cancel",
     "unknown not_logged_in"},
    {"write lost, read new, late 1 mismatch, read old, write 401, login no",
     "unknown not_logged_in"},
    {"write lost, read new, late 1 mismatch, read old, write 401, cancel", "unknown cancelled"},
    {"write lost, read new, late 1 mismatch, read old, write 404, version 7.2, read old",
     "unknown endpoint_removed"},
    {"write lost, read new, late 1 mismatch, read old, write unsent, read old, write moved",
     "applied answer"},
    {"write lost, read new, read third, late 1 403", "unknown network_failed"},
    // What was seen last still counts.
    {"write lost, read new, late 1 403, read not-found", "applied read_back"},
    {"write lost, read new, late 1 403, read 401, login no", "applied read_back"},
    {"write lost, read new, late 1 403, cancel", "applied read_back"},
    {"write lost, read new, late 1 403, overall", "applied read_back"},
    {"write lost, read new, late 1 mismatch, read new", "applied read_back"},
};

// Answers that come when it is done and nobody was told: the verdict is what may be claimed now.
constexpr Row kUntold[] = {
    {"write timeout, read third, late 1 moved", "applied answer"},
    {"write timeout, read timeout, read third, late 2 new", "applied read_back"},
    {"write timeout, read third, late 1 403", "refused no_permission"},
    {"write timeout, read third, late 1 429", "refused rate_limited"},
    {"write timeout, read third, late 1 401", "refused not_logged_in"},
    {"write timeout, read third, late 1 mismatch", "unknown timed_out"},
    {"write timeout, read third, late 1 unsent", "not_sent timed_out"},
    {"write timeout, read new, late 1 403", "applied read_back"},
    {"write pending, cancel, read pending, late 1 unsent, late 2 third", "not_sent cancelled"},
    {"write timeout, read timeout, read third, late 1 403, late 2 old", "refused no_permission"},
    {"write timeout, read timeout, late 1 mismatch, read third, late 2 old", "refused conflict"},
    {"write lost, read old, write timeout, read third, late 3 403", "unknown timed_out"},
};

template <std::size_t N>
void expect_outcomes(const Row (&rows)[N]) {
  for (const Row& row : rows) EXPECT_EQ(play(row.script), row.outcome) << row.script;
}

TEST(Reassignment, GivesTheFourVerdicts) { expect_outcomes(kVerdicts); }

TEST(Reassignment, EndsAtOnceWithAnAnswerFromTheClosedList) { expect_outcomes(kClosedList); }

TEST(Reassignment, ReadsBackAfterEverythingThatIsAmbiguous) { expect_outcomes(kAmbiguous); }

TEST(Reassignment, JudgesReadings) { expect_outcomes(kReadings); }

TEST(Reassignment, RefusesOnlyIfEveryWriteWasAnsweredFromTheList) { expect_outcomes(kOpenWrites); }

TEST(Reassignment, EndsAfterACancelAndWhenTheTimeIsUp) { expect_outcomes(kEndings); }

TEST(Reassignment, CountsAnswersThatComeLate) { expect_outcomes(kLate); }

// The answer that said "moved" was thrown away, and the verdict was unknown.
TEST(Reassignment, CountsAnswersUntilTheVerdictIsTold) {
  expect_outcomes(kUntold);
  ReassignmentSetup undo = testing::setup();
  undo.original_open_until = 100'000;
  EXPECT_EQ(play("write timeout, read third, late 1 moved, read new", std::move(undo)),
            "applied read_back");
}

TEST(Reassignment, KnowsNothingToSendOnServersWithoutTheEndpoint) {
  const auto outcome_on = [](Profile profile) {
    ReassignmentSetup setup = testing::setup();
    setup.profile = profile;
    return play("", std::move(setup));
  };
  EXPECT_EQ(outcome_on(Profile::absent), "not_sent endpoint_absent");
  EXPECT_EQ(outcome_on(Profile::broken), "not_sent endpoint_broken");
  EXPECT_EQ(outcome_on(Profile::removed), "not_sent endpoint_removed");
}

TEST(Reassignment, ProvesThatOneVisitorIsOldAndNewByTheAnswerOnly) {
  EXPECT_EQ(play("write moved", testing::same_visitor_setup()), "applied answer");
  EXPECT_EQ(play("write lost, read new", testing::same_visitor_setup()), "applied wanted_state");
  EXPECT_EQ(play("write mismatch, read third", testing::same_visitor_setup()), "refused conflict");
}

TEST(Reassignment, OnlyReadsAfterARestart) {
  const auto resumed = [](const char* script) {
    ReassignmentSetup setup = testing::setup();
    setup.beginning = Beginning::read_back;
    return play(script, std::move(setup));
  };
  EXPECT_EQ(resumed("read new"), "applied read_back");
  EXPECT_EQ(resumed("read old"), "unknown network_failed");
  EXPECT_EQ(resumed("read third"), "unknown network_failed");
  EXPECT_EQ(resumed("read 401, login yes, read new"), "applied read_back");
  EXPECT_EQ(resumed("read lost, read lost, read lost, read lost"), "unknown network_failed");
  EXPECT_EQ(resumed("cancel, read new"), "applied read_back");
}

ReassignmentSetup undo_setup() {
  ReassignmentSetup setup = testing::setup();
  setup.original_open_until = 20'000;
  return setup;
}

TEST(Reassignment, LooksAgainAfterAnUndoWhoseOriginalMayStillArrive) {
  for (const Row& row : kUndone)
    EXPECT_EQ(play(row.script, undo_setup()), row.outcome) << row.script;
}

// An answer from the list that came after the reading made it "refused", though the room had been
// seen with the new visitor.
TEST(Reassignment, RefusesNothingOnceTheNewVisitorWasSeen) {
  for (const Row& row : kSeenOnce)
    EXPECT_EQ(play(row.script, undo_setup()), row.outcome) << row.script;

  Play played(undo_setup());
  played.script("write lost, read new, late 1 mismatch, read third");
  ASSERT_EQ(played.outcome(), "unknown visitor_mismatch");
  EXPECT_EQ(played.done().last_seen, (LastSeen{{"third"}, played.now()}));
}

TEST(Reassignment, TellsWhoOwnsTheRoomAndWhatIsStillOpen) {
  Play conflict;
  conflict.script("write mismatch, read third");
  ASSERT_EQ(conflict.outcome(), "refused conflict");
  EXPECT_EQ(conflict.done().last_seen, (LastSeen{{"third"}, conflict.now()}));
  EXPECT_EQ(conflict.done().error->found, "\"third\"");
  EXPECT_EQ(conflict.done().error->expected, "\"old\"");
  EXPECT_FALSE(conflict.done().open_until);

  Play open;
  open.script("write pending, cancel, read old");
  ASSERT_EQ(open.outcome(), "unknown cancelled");
  EXPECT_EQ(open.done().last_seen->visitor.text, "old");
  EXPECT_EQ(open.done().open_until, 31'000);
  ASSERT_TRUE(open.done().room);
  EXPECT_EQ(open.done().room->id, RoomId{"room1"});
}

TEST(Reassignment, TellsWhatWasSeenLast) {
  Play played;
  played.script("write lost, read old, write lost, read third");
  ASSERT_EQ(played.outcome(), "unknown network_failed");
  EXPECT_EQ(played.done().last_seen, (LastSeen{{"third"}, played.now()}));

  // It may be older than what is known since.
  Play late;
  late.script("write lost, read timeout, read third, late 2 old");
  ASSERT_EQ(late.outcome(), "unknown network_failed");
  EXPECT_EQ(late.done().last_seen, (LastSeen{{"third"}, late.now()}));
}

TEST(Reassignment, AbortsWhatItGivesUpOnceAndIgnoresWhatComesAfterTheEnd) {
  Play played;
  played.script("write pending, cancel, read old");
  EXPECT_EQ(played.outcome(), "unknown cancelled");
  EXPECT_EQ(played.aborted(), (std::vector<int>{1}));
  played.script("late 1 moved, cancel");
  EXPECT_EQ(played.outcome(), "unknown cancelled");
  EXPECT_EQ(played.done().last_seen->visitor.text, "old");
}

TEST(Reassignment, SendsTheSameWriteAndReadsTheRoomByItsId) {
  Play played;
  played.script("write 429, write lost, read new");
  ASSERT_EQ(played.outcome(), "applied read_back");
  ASSERT_EQ(played.sent().size(), 3u);
  EXPECT_EQ(played.sent()[0].request, played.sent()[1].request);
  EXPECT_EQ(played.sent()[0].request.method, "PUT");
  EXPECT_EQ(played.sent()[2].request.url,
            "https://chat.example.com/api/v1/rooms.info?roomId=room1");
  EXPECT_EQ(*find_header(played.sent()[2].request.headers, "X-User-Id"), "user1");
  EXPECT_EQ(*find_header(played.sent()[2].request.headers, "X-Auth-Token"), "token1");
  EXPECT_EQ(played.sent()[0].deadline, 31'000);
}

TEST(Reassignment, UsesNewCredentialsOnceTheyAreGiven) {
  Play played;
  played.script("write 401, login yes, write moved");
  ASSERT_EQ(played.outcome(), "applied answer");
  EXPECT_EQ(*find_header(played.sent()[1].request.headers, "X-Auth-Token"), "token2");
}

TEST(Reassignment, AsksForCredentialsOnceAndThenWaits) {
  Play played;
  played.script("write 401");
  EXPECT_EQ(played.next(), "login");
  EXPECT_EQ(played.next(), "credentials");
  played.machine().on_credentials(make_session({"user1"}, {"token2"}).value(), played.now());
  played.machine().on_credentials({}, played.now());
  EXPECT_EQ(played.next(), "write");
}

TEST(Reassignment, PausesLongerBeforeEachRepetition) {
  Play played;
  played.script("write lost, read lost, read lost, read lost, read old, write moved");
  ASSERT_EQ(played.outcome(), "applied answer");
  std::vector<Millis> pauses;
  Millis at = 1000;
  for (const WaitUntil& wait : played.waits()) {
    pauses.push_back(wait.time - at);
    at = wait.time;
  }
  EXPECT_EQ(pauses, (std::vector<Millis>{250, 500, 1000, 250}));
  EXPECT_EQ(played.waits()[0].why, WaitReason::read_again);
  EXPECT_EQ(played.waits()[3].why, WaitReason::retry);
}

TEST(Reassignment, WaitsAsThe429OfItsRouteSays) {
  Play played;
  Pacer& readings = played.pacers().of(Route::room_info);
  const int call = readings.on_sent(1000, 31'000);
  readings.on_answer(call, read_pace(testing::answer_named("429")), 1000);
  EXPECT_EQ(played.next(), "write");
  EXPECT_TRUE(played.waits().empty()) << "the readings' window is not the writes'";
  played.machine().on_response(played.pacers(), 1, testing::answer_named("429"), 2000);
  EXPECT_EQ(played.next(), "write");
  ASSERT_EQ(played.waits().size(), 1u);
  EXPECT_EQ(played.waits()[0].why, WaitReason::rate_limit);
  EXPECT_EQ(played.waits()[0].time, 5001) << "three seconds after the answer, and one millisecond";
  played.machine().on_failure(played.pacers(), 2, FailureKind::network, Handed::to_transport, 5000);
  EXPECT_EQ(played.next(), "read");
}

TEST(Reassignment, WaitsForTheWindowOfReadings) {
  Play played;
  played.script("write lost, read 429, read new");
  ASSERT_EQ(played.outcome(), "applied read_back");
  ASSERT_EQ(played.waits().size(), 1u);
  EXPECT_EQ(played.waits()[0].why, WaitReason::rate_limit);
  EXPECT_EQ(played.waits()[0].time, 4001);
}

TEST(Reassignment, ExtraCallsAndAClockThatGoesBackDoNoHarm) {
  Play played;
  EXPECT_EQ(played.next(), "write");
  Pacers& pacers = played.pacers();
  for (const Millis now : {1000.0, 900.0, -5.0, 1000.0}) {
    const Step step = played.machine().next(pacers, now, 0.5);
    ASSERT_TRUE(std::holds_alternative<WaitUntil>(step));
    EXPECT_EQ(std::get<WaitUntil>(step).time, 31'000);
  }
  played.machine().on_response(pacers, 0, testing::answer_named("moved"), 1000);
  played.machine().on_response(pacers, -3, testing::answer_named("moved"), 1000);
  played.machine().on_response(pacers, 2, testing::answer_named("moved"), 1000);
  EXPECT_TRUE(std::holds_alternative<WaitUntil>(played.machine().next(pacers, 1000, 0.5)));
}

TEST(Reassignment, BoundsWritesAndReadings) {
  ReassignmentSetup setup = testing::setup();
  setup.policy.most_writes = 100;
  setup.policy.most_reads = 5;
  EXPECT_EQ(play("write lost, read old, write lost, read old, write lost, read old, write lost, "
                 "read old, write lost, read old, write lost",
                 std::move(setup)),
            "unknown network_failed");
}

// The reading that an undo waits for was sent on top of the bound.
TEST(Reassignment, TheLastReadingOfAnUndoIsWithinTheBounds) {
  ReassignmentSetup setup = undo_setup();
  setup.policy.most_reads = 1;
  EXPECT_EQ(play("write lost, read old, write moved", std::move(setup)), "applied answer");
}

// It read the room then, found one visitor who was old and new, and called that applied.
TEST(Reassignment, SentNothingIfItWasStoppedBeforeItLeft) {
  EXPECT_EQ(play("write pending, cancel, late 1 unsent", testing::same_visitor_setup()),
            "not_sent cancelled");
}

// Every row of the table is taken by some script on this page; a row that no script reaches is
// either not needed or not tested.
TEST(Reassignment, EveryTransitionIsWalked) {
  std::set<std::size_t> walked;
  const auto walk = [&](const char* script, ReassignmentSetup setup) {
    Play played(std::move(setup));
    played.script(script);
    static_cast<void>(played.outcome());
    for (const std::size_t row : played.machine().way()) walked.insert(row);
  };
  for (const auto& rows : {std::span<const Row>(kVerdicts), std::span<const Row>(kClosedList),
                           std::span<const Row>(kReadings), std::span<const Row>(kAmbiguous),
                           std::span<const Row>(kOpenWrites), std::span<const Row>(kEndings),
                           std::span<const Row>(kLate), std::span<const Row>(kUntold)})
    for (const Row& row : rows) walk(row.script, testing::setup());
  for (const Row& row : kUndone) walk(row.script, undo_setup());
  for (const Row& row : kSeenOnce) walk(row.script, undo_setup());
  std::string missing;
  for (std::size_t row = 0; row < transitions().size(); ++row) {
    if (walked.contains(row)) continue;
    const Transition& transition = transitions()[row];
    missing += std::string(to_text(transition.from)) + " " +
               std::string(to_text(transition.event)) + " " +
               std::string(to_text(transition.guard)) + "\n";
  }
  EXPECT_EQ(missing, "");
}

}  // namespace
}  // namespace room_visitor

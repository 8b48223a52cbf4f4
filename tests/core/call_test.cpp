#include "room_visitor/call.h"

#include <gtest/gtest.h>

#include "room_visitor/calls.h"

namespace room_visitor {
namespace {

ServerUrl server() {
  return parse_server_url("https://chat.example.com", Transport::https_or_loopback).value();
}

Session session(const std::string& token) { return make_session({"agent"}, {token}).value(); }

HttpResponse answer(int status, std::string body = R"({"success":true})") {
  return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

HttpResponse too_many() {
  return answer(
      429,
      R"({"success":false,"error":"Error, too many requests. Please slow down. You must wait 20 )"
      R"(seconds before trying this endpoint again. [error-too-many-requests]"})");
}

// A call with everything that belongs to it, and short words for what its steps are.
struct Played {
  explicit Played(CallSetup setup) : call(std::move(setup), 0) {}

  std::string step() {
    const CallStep step = call.next(pacers, now, chance);
    if (const auto* send = std::get_if<CallSend>(&step)) {
      sent = *send;
      return "send " + std::to_string(send->attempt);
    }
    if (const auto* abort = std::get_if<Abort>(&step))
      return "abort " + std::to_string(abort->attempt);
    if (const auto* wait = std::get_if<WaitUntil>(&step)) {
      until = wait->time;
      return "wait " + std::string(to_text(wait->why));
    }
    if (std::get_if<NeedCredentials>(&step) != nullptr) return "credentials";
    const CallAnswer& end = std::get<CallDone>(step).answer;
    if (const auto* response = std::get_if<HttpResponse>(&end))
      return "done " + std::to_string(response->status);
    const auto* failure = std::get_if<FailureKind>(&end);
    return failure == nullptr ? "done nothing" : "done failed " + name(*failure);
  }

  static std::string name(FailureKind kind) {
    return std::string(error_info(error_of_failure(kind).code).name);
  }

  void answered(int attempt, const HttpResponse& response) {
    call.on_response(pacers, attempt, response, now);
  }
  void failed(int attempt, FailureKind kind) { call.on_failure(pacers, attempt, kind, now); }

  Call call;
  Pacers pacers;
  Millis now = 0;
  double chance = 0.5;
  CallSend sent;
  Millis until = 0;
};

CallSetup reading() {
  return {Route::current_user, current_user(server(), session("first")), Repeat::safe, {}};
}

CallSetup login() {
  const auto request = log_in(server(), {"agent", "secret", ""});
  return {Route::log_in, request.value(), Repeat::never, {}};
}

TEST(Call, GivesTheAnswer) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  EXPECT_EQ(played.sent.deadline, 30'000);
  EXPECT_EQ(played.step(), "wait answer");
  played.answered(1, answer(200));
  EXPECT_EQ(played.step(), "done 200");
  EXPECT_EQ(played.step(), "done 200");
}

TEST(Call, LeavesRefusalsToTheReader) {
  for (const int status : {400, 403, 404}) {
    Played played(reading());
    EXPECT_EQ(played.step(), "send 1");
    played.answered(1, answer(status));
    EXPECT_EQ(played.step(), "done " + std::to_string(status));
  }
}

TEST(Call, WaitsAsLongAsTheLimiterSays) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  played.answered(1, too_many());
  EXPECT_EQ(played.step(), "wait rate_limit");
  EXPECT_GE(played.until, 19'000);
  EXPECT_LE(played.until, 21'000);
  played.now = played.until;
  EXPECT_EQ(played.step(), "send 2");
  played.answered(2, answer(200));
  EXPECT_EQ(played.step(), "done 200");
}

TEST(Call, SharesTheLimitOfItsRouteAndNoOther) {
  Played first(reading());
  EXPECT_EQ(first.step(), "send 1");
  first.answered(1, too_many());
  Call same(reading(), 0);
  EXPECT_NE(std::get_if<WaitUntil>(&static_cast<const CallStep&>(same.next(first.pacers, 0, 0))),
            nullptr);
  Call other({Route::log_out, log_out(server(), session("first")), Repeat::safe, {}}, 0);
  EXPECT_NE(std::get_if<CallSend>(&static_cast<const CallStep&>(other.next(first.pacers, 0, 0))),
            nullptr);
}

TEST(Call, GivesUpWhenTheLimiterNeverLetsItThrough) {
  CallSetup setup = reading();
  setup.policy.overall_limit = 1'000'000;
  Played played(setup);
  int sent = 0;
  for (int steps = 0; steps < 50; ++steps) {
    const std::string step = played.step();
    if (step == "done 429") break;
    if (step == "wait rate_limit") played.now = played.until;
    if (step == "send " + std::to_string(sent + 1)) played.answered(++sent, too_many());
  }
  EXPECT_EQ(played.step(), "done 429");
  EXPECT_EQ(sent, 6);
}

TEST(Call, RepeatsWhatOnlyReadsAfterAPause) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  played.failed(1, FailureKind::network);
  EXPECT_EQ(played.step(), "wait retry");
  EXPECT_EQ(played.until, 125);
  played.now = played.until;
  EXPECT_EQ(played.step(), "send 2");
  played.answered(2, answer(502, "bad gateway"));
  EXPECT_EQ(played.step(), "wait retry");
  EXPECT_EQ(played.until, 125 + 250);
  played.now = played.until;
  EXPECT_EQ(played.step(), "send 3");
  played.answered(3, answer(200));
  EXPECT_EQ(played.step(), "done 200");
}

TEST(Call, TellsTheLastFailureWhenThereAreTooMany) {
  Played played(reading());
  played.chance = 0;
  for (int attempt = 1; attempt <= 3; ++attempt) {
    EXPECT_EQ(played.step(), "send " + std::to_string(attempt));
    if (attempt < 3)
      played.failed(attempt, FailureKind::network);
    else
      played.answered(attempt, answer(500));
  }
  EXPECT_EQ(played.step(), "done 500");
}

TEST(Call, RepeatsNoLoginWhoseEndIsUnknown) {
  Played lost(login());
  EXPECT_EQ(lost.step(), "send 1");
  lost.failed(1, FailureKind::network);
  EXPECT_EQ(lost.step(), "done failed network_failed");

  Played refused(login());
  EXPECT_EQ(refused.step(), "send 1");
  refused.answered(1, too_many());
  EXPECT_EQ(refused.step(), "wait rate_limit");
}

TEST(Call, TakesTheAnswerToALoginThatWasRefusedForWhatItIs) {
  Played played(login());
  EXPECT_EQ(played.step(), "send 1");
  played.answered(1, answer(401));
  EXPECT_EQ(played.step(), "done 401");
}

TEST(Call, RepeatsNoRedirectAndNoCancel) {
  for (const FailureKind kind :
       {FailureKind::redirected, FailureKind::too_large, FailureKind::aborted}) {
    Played played(reading());
    EXPECT_EQ(played.step(), "send 1");
    played.failed(1, kind);
    EXPECT_EQ(played.step(), "done failed " + Played::name(kind));
  }
}

TEST(Call, AsksForOtherCredentialsOnce) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  played.answered(1, answer(401));
  EXPECT_EQ(played.step(), "credentials");
  EXPECT_EQ(played.step(), "wait credentials");
  played.call.on_credentials(session("second"), played.now);
  EXPECT_EQ(played.step(), "send 2");
  EXPECT_EQ(*find_header(played.sent.request.headers, "X-Auth-Token"), "second");
  EXPECT_EQ(*find_header(played.sent.request.headers, "X-User-Id"), "agent");
  played.answered(2, answer(401));
  EXPECT_EQ(played.step(), "done 401");
}

TEST(Call, LetsTheAnswerStandWithoutOtherCredentials) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  played.answered(1, answer(401));
  EXPECT_EQ(played.step(), "credentials");
  played.call.on_credentials({}, played.now);
  EXPECT_EQ(played.step(), "done 401");
}

TEST(Call, GivesUpAtTheTimeLimitAndTakesALateAnswer) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  played.now = played.sent.deadline;
  EXPECT_EQ(played.step(), "abort 1");
  EXPECT_EQ(played.step(), "wait retry");
  played.answered(1, answer(200));
  EXPECT_EQ(played.step(), "done 200");
}

TEST(Call, TakesALateAnswerWhileAnotherAttemptIsOnItsWay) {
  Played played(reading());
  played.chance = 0;
  EXPECT_EQ(played.step(), "send 1");
  played.now = played.sent.deadline;
  EXPECT_EQ(played.step(), "abort 1");
  EXPECT_EQ(played.step(), "send 2");
  played.answered(1, answer(500));
  EXPECT_EQ(played.step(), "wait answer");
  played.answered(1, answer(200));
  EXPECT_EQ(played.step(), "wait answer");
  played.answered(2, answer(200));
  EXPECT_EQ(played.step(), "done 200");
}

TEST(Call, EndsAtItsOverallLimit) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  played.answered(1, answer(401));
  EXPECT_EQ(played.step(), "credentials");
  played.now = 120'000;
  EXPECT_EQ(played.step(), "done 401");
  played.call.on_credentials(session("second"), played.now);
  EXPECT_EQ(played.step(), "done 401");

  CallSetup setup = reading();
  setup.policy.overall_limit = 10;
  Played unanswered(setup);
  EXPECT_EQ(unanswered.step(), "send 1");
  EXPECT_EQ(unanswered.sent.deadline, 10);
  unanswered.now = 10;
  EXPECT_EQ(unanswered.step(), "abort 1");
  EXPECT_EQ(unanswered.step(), "done failed timed_out");
}

TEST(Call, EndsWhenItIsCancelled) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  played.call.cancel(played.now);
  EXPECT_EQ(played.step(), "abort 1");
  EXPECT_EQ(played.step(), "done failed cancelled");
  played.answered(1, answer(200));
  EXPECT_EQ(played.step(), "done failed cancelled");
}

TEST(Call, IgnoresNumbersItDidNotGive) {
  Played played(reading());
  EXPECT_EQ(played.step(), "send 1");
  played.answered(0, answer(200));
  played.answered(2, answer(200));
  played.failed(7, FailureKind::network);
  EXPECT_EQ(played.step(), "wait answer");
}

TEST(Call, TakesTimeThatGoesBackForStandingStill) {
  Played played(reading());
  played.now = 500;
  EXPECT_EQ(played.step(), "send 1");
  played.now = -1e9;
  EXPECT_EQ(played.step(), "wait answer");
  EXPECT_EQ(played.until, 30'500);
}

TEST(Pacers, NameTheRoutesAsTheServerDoes) {
  EXPECT_EQ(to_text(Route::server_info), "info");
  EXPECT_EQ(to_text(Route::room_visitor), "livechat/room.visitor");
  EXPECT_EQ(to_text(Route::chat_history), "livechat/visitors.chatHistory");
}

}  // namespace
}  // namespace room_visitor

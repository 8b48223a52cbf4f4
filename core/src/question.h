// Something that is found out by one request or several in a row, each carried to its answer.
#ifndef ROOM_VISITOR_SRC_QUESTION_H
#define ROOM_VISITOR_SRC_QUESTION_H

#include <memory>
#include <optional>

#include "json/json_writer.h"
#include "room_visitor/call.h"

namespace room_visitor {

struct PlannedCall {
  Route route = Route::server_info;
  HttpRequest request;
  Repeat repeat = Repeat::safe;
};

/// What is asked: which requests, and what follows from their answers.
class Topic {
 public:
  Topic() = default;
  Topic(const Topic&) = delete;
  Topic& operator=(const Topic&) = delete;
  virtual ~Topic() = default;

  /// The next request; nothing if all was asked.
  [[nodiscard]] virtual std::optional<PlannedCall> next(const std::optional<Session>& session) = 0;
  /// The answer to the last one.
  virtual void take(CallAnswer answer) = 0;
  /// JSON of what is known: {"ok":true,…} or {"ok":false,"error":…}.
  virtual void reply(json::Writer& writer) const = 0;
};

/// Carries a topic to its end; the methods are those of Call. Attempts are counted over all
/// requests.
class Question {
 public:
  Question(std::unique_ptr<Topic> topic, std::optional<Session> session, CallPolicy policy);

  /// CallDone only at the end of all; then reply() tells what was found.
  [[nodiscard]] CallStep next(Pacers& pacers, Millis now, double chance);
  void on_response(Pacers& pacers, int attempt, const HttpResponse& response, Millis now);
  void on_failure(Pacers& pacers, int attempt, FailureKind kind, Handed handed, Millis now);
  void on_credentials(const std::optional<Session>& session, Millis now);
  void cancel(Millis now);
  void reply(json::Writer& writer) const { topic_->reply(writer); }

 private:
  std::unique_ptr<Topic> topic_;
  std::optional<Session> session_;
  CallPolicy policy_;
  std::optional<Call> call_;
  int attempts_ = 0;  ///< of all calls
  int earlier_ = 0;   ///< of the calls before this one
  bool cancelled_ = false;
};

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_QUESTION_H

// Between values and the JSON of json_api.h, in both directions.
#ifndef ROOM_VISITOR_SRC_JSON_API_VALUES_H
#define ROOM_VISITOR_SRC_JSON_API_VALUES_H

#include <string>
#include <string_view>
#include <vector>

#include "json/json_view.h"
#include "json/json_writer.h"
#include "room_visitor/calls.h"
#include "room_visitor/diff.h"
#include "room_visitor/endpoints.h"
#include "room_visitor/http.h"
#include "room_visitor/responses.h"
#include "room_visitor/result.h"
#include "room_visitor/update.h"
#include "room_visitor/verdict.h"

namespace room_visitor::json_api {

// The value of a member just named. Nothing is null where it may be absent.
json::Writer& write(json::Writer& writer, const Error& error);
json::Writer& write(json::Writer& writer, const std::optional<Error>& error);
json::Writer& write(json::Writer& writer, const std::vector<Issue>& issues);
json::Writer& write(json::Writer& writer, const VisitorUpdate& ids);
json::Writer& write(json::Writer& writer, const HttpRequest& request);
json::Writer& write(json::Writer& writer, const Meaning& meaning);
json::Writer& write(json::Writer& writer, const std::vector<Change>& changes);
json::Writer& write(json::Writer& writer, const std::optional<RateLimit>& limit);

/// The members of an outcome: the object stays open.
json::Writer& write_outcome(json::Writer& writer, const Outcome& outcome);

/// {"ok":true, to be continued
json::Writer& succeed(json::Writer& writer);
/// {"ok":false,"error":E, to be continued
json::Writer& fail(json::Writer& writer, const Error& error);

/// What succeed() begins.
[[nodiscard]] json::Writer succeeded();
/// The end of an object that is the whole answer.
[[nodiscard]] std::string end(json::Writer& writer);

/// {"ok":false,"error":E}
[[nodiscard]] std::string failed(const Error& error);
/// {"ok":false,"error":E,"issues":[…]}
[[nodiscard]] std::string failed_with_issues(const Error& error, const std::vector<Issue>& issues);

/// The text of an id or of a text; nullptr where there is none.
template <class Id>
[[nodiscard]] const std::string* text_of(const std::optional<Id>& id) {
  return id ? &id->text : nullptr;
}
[[nodiscard]] inline const std::string* text_of(const std::optional<std::string>& text) {
  return text ? &*text : nullptr;
}

/// nullptr if all are warnings.
[[nodiscard]] const Issue* first_error(const std::vector<Issue>& issues);

/// Takes members of an argument and remembers the first that is not as documented.
class ArgumentReader {
 public:
  /// `text` is the argument; if it is not a JSON object, every member is missing.
  explicit ArgumentReader(std::string_view text);
  ArgumentReader(json::View object, std::string path);

  [[nodiscard]] std::string string(std::string_view key);
  [[nodiscard]] std::string string_or(std::string_view key, std::string_view fallback);
  [[nodiscard]] bool flag_or(std::string_view key, bool fallback);
  [[nodiscard]] int whole_number(std::string_view key);
  /// Whole milliseconds.
  [[nodiscard]] Millis time(std::string_view key);
  [[nodiscard]] std::vector<Header> headers(std::string_view key);
  [[nodiscard]] std::vector<std::string> strings_or_none(std::string_view key);
  /// {"start"?,"end"?}, each as time().
  [[nodiscard]] DateRange range_or_none(std::string_view key);
  [[nodiscard]] UpdateInput update(std::string_view key);
  [[nodiscard]] UpdateInput whole_update();
  [[nodiscard]] HttpRequest request(std::string_view key);
  [[nodiscard]] bool has(std::string_view key) const;

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  [[nodiscard]] std::optional<json::View> member(std::string_view key) const;
  void report(std::string_view key, std::optional<json::View> found, std::string_view expected);
  [[nodiscard]] UpdateInput read_update(json::View object, std::string_view key);
  [[nodiscard]] long long read_whole(std::string_view key, long long largest);

  std::optional<json::View> object_;
  std::string path_;
  std::optional<Error> error_;
};

}  // namespace room_visitor::json_api

#endif  // ROOM_VISITOR_SRC_JSON_API_VALUES_H

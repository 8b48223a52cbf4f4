// What every answer of the server's API has in common: headers worth knowing and the JSON envelope.
#ifndef ROOM_VISITOR_SRC_ENVELOPE_H
#define ROOM_VISITOR_SRC_ENVELOPE_H

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "json/json_view.h"
#include "room_visitor/http.h"
#include "room_visitor/responses.h"

namespace room_visitor {

/// An answer taken apart. Views point into the response, which must outlive this.
struct Envelope {
  int status = 0;
  std::string type;                ///< media type, empty if none was sent or shown
  std::optional<json::View> body;  ///< the object, if the body is JSON and an object
  std::optional<Error> problem;    ///< why there is no object
  std::optional<bool> success;
  std::string error;       ///< the member `error`, empty if it is no string; likewise the others
  std::string message;     ///< the member `message`
  std::string error_type;  ///< the member `errorType`

  [[nodiscard]] bool is_json() const { return body.has_value(); }
  /// The server's own words, for people.
  [[nodiscard]] const std::string& words() const { return error.empty() ? message : error; }
  [[nodiscard]] bool is_2xx() const { return status >= 200 && status <= 299; }
};

[[nodiscard]] Envelope read_envelope(const HttpResponse& response);

[[nodiscard]] std::optional<RateLimit> read_rate_limit(const HttpResponse& response,
                                                       const Envelope& envelope);
[[nodiscard]] std::optional<Deprecation> read_deprecation(const HttpResponse& response);

/// What is read of a room; `room` is an object.
[[nodiscard]] RoomDocument room_document(json::View room);

/// A refusal that is recognised by its exact words.
struct KnownText {
  int status;
  std::string_view text;
  ErrorCode code;
};

/// What a route answers to callers without its permission, on every version.
inline constexpr std::string_view kNoRoutePermission =
    "User does not have the permissions required for this action [error-unauthorized]";

/// What the answer is refused for: parameters that the schema does not take, or the code of the row
/// with its status and words; nothing if it is no refusal or is in no row.
[[nodiscard]] std::optional<ErrorCode> code_of_refusal(const Envelope& envelope,
                                                       std::span<const KnownText> known);

/// Why an answer that is not what was asked for is not: for statuses and bodies that mean the same
/// on every route. Always an error, at the least unrecognised_error.
[[nodiscard]] Error common_error(const Envelope& envelope);

/// An error of that code that repeats the server's own words, tokens hidden.
[[nodiscard]] Error server_error(ErrorCode code, const Envelope& envelope);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_ENVELOPE_H

// HTTP messages as plain values. This library builds and reads them; the application sends them by
// whatever means it has.
//
//   HttpRequest request = ...;
//   find_header(request.headers, "content-type");  // names compare without regard to case
#ifndef ROOM_VISITOR_HTTP_H
#define ROOM_VISITOR_HTTP_H

#include <string>
#include <string_view>
#include <vector>

namespace room_visitor {

/// One header field. Names keep the case they were given in.
struct Header {
  std::string name;
  std::string value;

  bool operator==(const Header&) const = default;
};

/// A request. `method` is upper case as on the wire; `url` is absolute on the client's side and
/// origin-form (`/api/v1/…?query`) on the stand-in's side; `body` is bytes.
struct HttpRequest {
  std::string method;
  std::string url;
  std::vector<Header> headers;
  std::string body;

  bool operator==(const HttpRequest&) const = default;
};

/// A complete answer. `body` is bytes after any transfer and content coding has been undone.
struct HttpResponse {
  int status = 0;
  std::vector<Header> headers;
  std::string body;

  bool operator==(const HttpResponse&) const = default;
};

/// The value of the first header of that name, letter case ignored; nullptr if there is none.
[[nodiscard]] const std::string* find_header(const std::vector<Header>& headers,
                                             std::string_view name);

/// The media type of a Content-Type value, lower-cased and without parameters: "application/json".
[[nodiscard]] std::string media_type(std::string_view content_type);

/// ASCII case-insensitive equality, the rule for header names.
[[nodiscard]] bool equals_ignoring_case(std::string_view left, std::string_view right);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_HTTP_H

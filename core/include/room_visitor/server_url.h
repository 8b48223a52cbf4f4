// The address of a workspace, checked once and then only joined with paths.
//
//   Result<ServerUrl> server = parse_server_url("https://chat.example.com/team/");
//   server.value().join("/api/info");   // "https://chat.example.com/team/api/info"
#ifndef ROOM_VISITOR_SERVER_URL_H
#define ROOM_VISITOR_SERVER_URL_H

#include <string>
#include <string_view>

#include "room_visitor/result.h"

namespace room_visitor {

/// Whether plain http may be used with hosts other than this machine itself.
enum class Transport { https_or_loopback, allow_insecure };

/// An http or https address without query, fragment and credentials. Made by parse_server_url()
/// only.
class ServerUrl {
 public:
  /// Scheme, host and port: "https://chat.example.com".
  [[nodiscard]] const std::string& origin() const { return origin_; }
  /// The path under which the workspace lives: "" or "/team", never with a slash at its end.
  [[nodiscard]] const std::string& prefix() const { return prefix_; }
  /// The absolute URL of a path that begins with a slash.
  [[nodiscard]] std::string join(std::string_view path) const;

  bool operator==(const ServerUrl&) const = default;

 private:
  friend Result<ServerUrl> parse_server_url(std::string_view text, Transport transport);
  ServerUrl(std::string origin, std::string prefix)
      : origin_(std::move(origin)), prefix_(std::move(prefix)) {}

  std::string origin_;
  std::string prefix_;
};

/// Reads an address. White space around it is dropped, scheme and host are lower-cased, slashes at
/// its end are dropped, a path is kept as prefix. Loopback is localhost, names below it,
/// 127.0.0.0/8 and
/// [::1]. Errors: invalid_server_url (no scheme, another scheme, credentials, query, fragment, host
/// or port that cannot be), insecure_server_url.
[[nodiscard]] Result<ServerUrl> parse_server_url(
    std::string_view text, Transport transport = Transport::https_or_loopback);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SERVER_URL_H

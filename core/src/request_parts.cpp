#include "request_parts.h"

namespace room_visitor {

std::vector<Header> session_headers(const Session& session) {
  return {{std::string(kTokenHeader), session.auth_token().text},
          {std::string(kUserHeader), session.user_id().text}};
}

void set_session(HttpRequest& request, const Session& session) {
  for (Header& header : request.headers) {
    if (header.name == kTokenHeader) header.value = session.auth_token().text;
    if (header.name == kUserHeader) header.value = session.user_id().text;
  }
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kUnreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (kUnreserved.find(letter) != std::string_view::npos)
      encoded += letter;
    else
      ((encoded += '%') += kDigits[byte / 16u]) += kDigits[byte % 16u];
  }
  return encoded;
}

HttpRequest get_request(const ServerUrl& server, const Session& session, std::string_view path) {
  return {"GET", server.join(path), session_headers(session), ""};
}

}  // namespace room_visitor

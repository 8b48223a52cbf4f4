#include "paired/requests.h"

#include <string>

#include "paired/server.h"

namespace room_visitor::paired {
namespace {

constexpr std::string_view kWritePath = "/api/v1/livechat/room.visitor";
constexpr std::string_view kReadPath = "/api/v1/rooms.info?roomId=";
constexpr std::string_view kVersionPath = "/api/info";

bool has_header(const HttpRequest& request, std::string_view name, std::string_view value) {
  const std::string* found = find_header(request.headers, name);
  return found != nullptr && *found == value;
}

bool has_id(const HttpRequest& request, std::string_view name, std::string_view id) {
  std::string member;
  member.append("\"").append(name).append("\":\"").append(id).append("\"");
  return request.body.find(member) != std::string::npos;
}

}  // namespace

std::optional<RequestKind> kind_of(const HttpRequest& request) {
  std::string_view path = request.url;
  if (!path.starts_with(kOrigin)) return {};
  path.remove_prefix(kOrigin.size());
  if (request.method == "PUT" && path == kWritePath) return RequestKind::write;
  if (request.method != "GET") return {};
  if (path.starts_with(kReadPath)) return RequestKind::read_back;
  if (path == kVersionPath) return RequestKind::version;
  return {};
}

bool is_right(const HttpRequest& request, RequestKind kind, const History& history,
              const Credentials& credentials) {
  if (kind == RequestKind::version) return request.headers.empty() && request.body.empty();
  const bool is_ours = has_header(request, "x-user-id", credentials.user_id) &&
                       has_header(request, "x-auth-token", credentials.token);
  if (!is_ours) return false;
  if (kind == RequestKind::read_back)
    return request.headers.size() == 2 && request.body.empty() &&
           std::string_view(request.url).substr(kOrigin.size() + kReadPath.size()) == kRid;
  return request.headers.size() == 3 && has_header(request, "content-type", "application/json") &&
         has_id(request, "rid", kRid) &&
         has_id(request, "oldVisitorId", id_of(history.old_visitor)) &&
         has_id(request, "newVisitorId", id_of(history.new_visitor));
}

}  // namespace room_visitor::paired

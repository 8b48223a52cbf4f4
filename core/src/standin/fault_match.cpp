#include "standin/fault_match.h"

#include <algorithm>

#include "standin/body.h"
#include "standin/target.h"
#include "standin/text.h"

namespace room_visitor::standin {
namespace {

std::string_view without_last_slash(std::string_view path) {
  if (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path;
}

void add_members(std::vector<std::string>& rooms, const Json& parameters) {
  for (const std::string_view name : {"rid", "roomId"})
    if (const std::string* text = text_member(parameters, name)) rooms.push_back(*text);
}

}  // namespace

const std::vector<std::string>& RequestNames::rooms() {
  if (rooms_) return *rooms_;
  std::vector<std::string>& rooms = rooms_.emplace();
  const Target target = split_url(request_.url);
  add_members(rooms, read_body(request_).value);
  add_members(rooms, read_form(target.query));
  for (const std::string_view part : split(target.path, '/'))
    if (!part.empty()) rooms.push_back(decode_form_text(part));
  return rooms;
}

bool fits(const Fault& fault, RequestNames& names) {
  const HttpRequest& request = names.request();
  if (!fault.method.empty() && fault.method != request.method) return false;
  if (!fault.path.empty() &&
      without_last_slash(fault.path) != without_last_slash(split_url(request.url).path))
    return false;
  if (fault.rid.empty()) return true;
  const auto& rooms = names.rooms();
  return std::find(rooms.begin(), rooms.end(), fault.rid) != rooms.end();
}

}  // namespace room_visitor::standin

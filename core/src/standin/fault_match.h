// Which requests a fault befalls.
#ifndef ROOM_VISITOR_SRC_STANDIN_FAULT_MATCH_H
#define ROOM_VISITOR_SRC_STANDIN_FAULT_MATCH_H

#include <optional>
#include <string>
#include <vector>

#include "room_visitor/http.h"
#include "room_visitor/standin/faults.h"

namespace room_visitor::standin {

/// A request and the rooms that it may name, read only when somebody asks for them: in the body,
/// in the query, and every part of the path, in this order.
class RequestNames {
 public:
  explicit RequestNames(const HttpRequest& request) : request_(request) {}

  [[nodiscard]] const HttpRequest& request() const { return request_; }
  [[nodiscard]] const std::vector<std::string>& rooms();

 private:
  const HttpRequest& request_;
  std::optional<std::vector<std::string>> rooms_;
};

/// Whether method, path and room are those that the fault asks for.
[[nodiscard]] bool fits(const Fault& fault, RequestNames& names);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_FAULT_MATCH_H

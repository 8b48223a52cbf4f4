// A fault script at work: which faults befall a request, which of them have happened, and copies of
// requests that are still under way.
#ifndef ROOM_VISITOR_SRC_STANDIN_FAULT_RUN_H
#define ROOM_VISITOR_SRC_STANDIN_FAULT_RUN_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "room_visitor/http.h"
#include "room_visitor/standin/faults.h"

namespace room_visitor::standin {

/// A request that the network delivers again.
struct LateCopy {
  HttpRequest request;
  std::string client_ip;
  int requests_left;   ///< how many requests come before it
  std::size_t number;  ///< of its fault in the script
};

class FaultRun {
 public:
  /// Begins a script that has passed check_faults.
  void start(std::vector<Fault> script);

  [[nodiscard]] std::vector<Fault> script() const;
  [[nodiscard]] FaultReport report() const;

  /// A request arrives: counts it for each fault that it fits, and finds those that are due.
  void meet(const HttpRequest& request);

  /// The request is over; until the next one nothing is due.
  void release() { due_.fill({}); }

  /// The fault of that kind that befalls the present request; nullptr if there is none.
  [[nodiscard]] const Fault* due(FaultKind kind) const;

  /// The fault that is due has happened.
  void happened(FaultKind kind);

  /// Keeps a copy of the present request for the late duplicate that is due. False if too many
  /// are under way.
  bool keep_copy(const HttpRequest& request, std::string_view client_ip);

  [[nodiscard]] std::size_t copies() const { return copies_.size(); }

  /// One more request came after the first `count` copies: takes out those that arrive now, and
  /// counts them.
  [[nodiscard]] std::vector<LateCopy> arriving(std::size_t count);

 private:
  struct Entry {
    Fault fault;
    std::uint64_t met = 0;    // requests that fit
    std::uint32_t begun = 0;  // happened or, for late copies, bound to
    std::uint32_t happened = 0;
  };

  [[nodiscard]] bool is_due(const Entry& entry) const;
  void choose(std::size_t number);

  std::vector<Entry> entries_;
  std::array<std::optional<std::size_t>, kFaultKinds> due_{};
  std::array<std::uint32_t, kFaultKinds> counts_{};
  std::vector<LateCopy> copies_;
};

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_FAULT_RUN_H

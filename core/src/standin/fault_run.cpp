#include "standin/fault_run.h"

#include <algorithm>
#include <utility>

#include "standin/fault_kinds.h"
#include "standin/fault_match.h"

namespace room_visitor::standin {
namespace {

// Copies hold whole requests; a script that never lets them arrive must not fill the memory.
constexpr std::size_t kMostCopies = 1000;

std::size_t place(FaultKind kind) { return static_cast<std::size_t>(kind); }

}  // namespace

void FaultRun::start(std::vector<Fault> script) {
  *this = {};
  for (Fault& fault : script) entries_.push_back({std::move(fault)});
}

std::vector<Fault> FaultRun::script() const {
  std::vector<Fault> script;
  for (const Entry& entry : entries_) script.push_back(entry.fault);
  return script;
}

FaultReport FaultRun::report() const {
  FaultReport report{counts_, 0, {}};
  for (const Entry& entry : entries_) {
    FaultProgress progress{entry.happened, {}};
    if (entry.fault.times > 0) {
      progress.left = static_cast<std::uint32_t>(entry.fault.times) - entry.happened;
      report.left += *progress.left;
    }
    report.faults.push_back(progress);
  }
  return report;
}

void FaultRun::meet(const HttpRequest& request) {
  release();
  RequestNames names(request);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!fits(entries_[i].fault, names)) continue;
    ++entries_[i].met;
    if (is_due(entries_[i])) choose(i);
  }
}

bool FaultRun::is_due(const Entry& entry) const {
  const Fault& fault = entry.fault;
  return entry.met >= static_cast<std::uint64_t>(fault.nth) &&
         (fault.times == 0 || entry.begun < static_cast<std::uint32_t>(fault.times));
}

void FaultRun::choose(std::size_t number) {
  const FaultKindInfo& own = fault_kind(entries_[number].fault.kind);
  for (const FaultKindInfo& info : fault_kinds()) {
    const bool excludes =
        info.kind == own.kind || (own.group != FaultGroup::own && info.group == own.group);
    if (excludes && due_[place(info.kind)]) return;
  }
  due_[place(own.kind)] = number;
}

const Fault* FaultRun::due(FaultKind kind) const {
  const auto& number = due_[place(kind)];
  return number ? &entries_[*number].fault : nullptr;
}

// A fault befalls a request once, even if the request is delivered twice.
void FaultRun::happened(FaultKind kind) {
  auto& number = due_[place(kind)];
  if (!number) return;
  ++entries_[*number].begun;
  ++entries_[*number].happened;
  ++counts_[place(kind)];
  number.reset();
}

bool FaultRun::keep_copy(const HttpRequest& request, std::string_view client_ip) {
  auto& number = due_[place(FaultKind::late_duplicate)];
  if (!number || copies_.size() >= kMostCopies) return false;
  Entry& entry = entries_[*number];
  ++entry.begun;
  copies_.push_back({request, std::string(client_ip), entry.fault.requests.value_or(1), *number});
  number.reset();
  return true;
}

std::vector<LateCopy> FaultRun::arriving(std::size_t count) {
  std::vector<LateCopy> arrived;
  const auto end = copies_.begin() + static_cast<std::ptrdiff_t>(std::min(count, copies_.size()));
  for (auto copy = copies_.begin(); copy != end; ++copy) --copy->requests_left;
  const auto is_here = [](const LateCopy& copy) { return copy.requests_left == 0; };
  if (std::none_of(copies_.begin(), end, is_here)) return arrived;
  for (LateCopy& copy : copies_) {
    if (!is_here(copy)) continue;
    ++entries_[copy.number].happened;
    ++counts_[place(FaultKind::late_duplicate)];
    arrived.push_back(copy);
  }
  copies_.erase(std::remove_if(copies_.begin(), copies_.end(), is_here), copies_.end());
  return arrived;
}

}  // namespace room_visitor::standin

#include "attempts.h"

#include <algorithm>
#include <utility>

namespace room_visitor {

Attempt& Attempts::add(RequestKind kind, int pacer_call, Millis deadline) {
  Attempt attempt;
  attempt.number = static_cast<int>(all_.size()) + 1;
  attempt.kind = kind;
  attempt.pacer_call = pacer_call;
  attempt.deadline = deadline;
  attempt.sent_as = ++happened_;
  all_.push_back(attempt);
  return all_.back();
}

const Attempt* Attempts::find(int number) const {
  if (number < 1 || number > static_cast<int>(all_.size())) return nullptr;
  return &all_[static_cast<std::size_t>(number) - 1];
}

Attempt* Attempts::find(int number) {
  return const_cast<Attempt*>(std::as_const(*this).find(number));
}

void Attempts::note(Attempt& attempt, Standing standing) {
  attempt.standing = standing;
  attempt.answered_as = ++happened_;
  if (standing == Standing::mismatched) any_mismatch_ = true;
}

void Attempts::note_reading(const Attempt& reading) {
  for (Attempt& attempt : all_)
    if (attempt.standing == Standing::mismatched && attempt.answered_as < reading.sent_as)
      attempt.standing = Standing::listed;
}

int Attempts::count(RequestKind kind) const {
  return static_cast<int>(std::count_if(all_.begin(), all_.end(), [&](const Attempt& attempt) {
    return attempt.kind == kind && attempt.standing != Standing::unsent;
  }));
}

bool Attempts::nothing_sent() const { return count(RequestKind::write) == 0; }

bool Attempts::settled() const {
  return std::all_of(all_.begin(), all_.end(), [](const Attempt& attempt) {
    return attempt.kind != RequestKind::write || attempt.standing == Standing::listed ||
           attempt.standing == Standing::unsent;
  });
}

bool Attempts::mismatched_since(const Attempt& reading) const {
  return std::any_of(all_.begin(), all_.end(), [&](const Attempt& attempt) {
    return attempt.standing == Standing::mismatched && attempt.answered_as > reading.sent_as;
  });
}

std::optional<Millis> Attempts::open_until(Millis now) const {
  std::optional<Millis> until;
  for (const Attempt& attempt : all_) {
    const bool open =
        attempt.standing == Standing::on_its_way || attempt.standing == Standing::given_up;
    if (attempt.kind == RequestKind::write && open && attempt.deadline > now)
      until = std::max(until.value_or(now), attempt.deadline);
  }
  return until;
}

}  // namespace room_visitor

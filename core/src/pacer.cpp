#include "room_visitor/pacer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "envelope.h"

namespace room_visitor {
namespace {

constexpr Millis kNever = std::numeric_limits<Millis>::infinity();
constexpr Millis kSecond = 1000;
// Nothing that an answer says makes anybody wait longer.
constexpr Millis kLongest = 3600 * kSecond;
// The server's clock counts whole milliseconds, and a call at the moment of the reset is still
// counted in the window that ends.
constexpr Millis kTick = 1;
// Servers add what is left of the window to a second reading of their clock, so that the resets of
// one window differ by the time between the two.
constexpr Millis kSameWindow = 250;
// `Date` may be a proxy's. If it cannot be of the limiter's clock it counts no more; a 429 that it
// should have prevented may also come from a clock that was set, but not twice.
constexpr int kTooManyContradictions = 2;
// More than these are no limit.
constexpr double kMostCalls = 1e9;

Millis between(Millis least, Millis value, Millis most) {
  return std::isnan(value) ? least : std::min(std::max(value, least), most);
}

// Milliseconds since the epoch, if it can be a time at all.
std::optional<Millis> believable(std::optional<Millis> time) {
  if (!time || !std::isfinite(*time) || *time <= 0) return {};
  return time;
}

// What the text of a 429 says. It rounds up, so that 0 seconds are no answer to what comes next.
std::optional<Millis> named_wait(const Pace& pace) {
  if (!pace.refused || !pace.limit.wait || !std::isfinite(*pace.limit.wait)) return {};
  return between(kSecond, *pace.limit.wait, kLongest);
}

bool has_headers(const RateLimit& limit) {
  return limit.limit && limit.remaining && std::isfinite(*limit.limit) &&
         std::isfinite(*limit.remaining);
}

}  // namespace

Pace read_pace(const HttpResponse& response) {
  constexpr int kTooManyRequests = 429;
  Envelope envelope;
  if (response.status == kTooManyRequests) envelope = read_envelope(response);
  Pace pace;
  pace.refused = envelope.is_json();
  pace.limit = read_rate_limit(response, envelope).value_or(RateLimit{});
  if (const std::string* date = find_header(response.headers, "date"))
    pace.server_time = parse_http_date(*date);
  return pace;
}

Pacer::Pacer(PacerPolicy policy) : policy_(policy) {
  constexpr double kMostDrift = 0.1;
  policy_.window = between(kTick, policy.window, kLongest);
  policy_.drift = between(0, policy.drift, kMostDrift);
  clock_ = ServerClock(policy_.drift);
}

Turn Pacer::turn(Millis now) const {
  const Millis moment = std::isfinite(now) ? std::max(now, latest_) : latest_;
  for (const Call& call : on_their_way_) {
    if (call.deadline > moment) continue;
    Pacer later = *this;
    later.step(moment);
    later.give_up(moment);
    return later.turn(now);
  }
  const Turn at_once{std::isfinite(now) ? now : moment, Hold::nothing};
  const bool open = is_open(moment);
  const double used = open ? window_->used() : 0;
  if (open && (window_->full || (told_ && used >= limit_.value_or(kNever))))
    return {end().at, Hold::rate_limit};
  const bool alone = open ? window_->alone : goes_alone();
  if (may_join(used, alone)) return at_once;
  Millis at = open ? end().at : kNever;
  for (const Call& call : on_their_way_) at = std::min(at, call.deadline);
  return {at, Hold::other_call};
}

int Pacer::on_sent(Millis now, Millis deadline) {
  now = step(now);
  give_up(now);
  if (!is_open(now)) {
    Window next;
    next.start = next.told_at = now;
    next.alone = goes_alone();
    window_ = next;
  }
  if (!(deadline > now)) deadline = now + policy_.window;
  last_number_ = last_number_ == std::numeric_limits<int>::max() ? 1 : last_number_ + 1;
  on_their_way_.push_back({last_number_, now, std::min(deadline, now + kLongest)});
  return last_number_;
}

void Pacer::on_answer(int call, const Pace& pace, Millis now) {
  const Span ours{take(call), step(now)};
  give_up(ours.to);
  read_clock(pace, ours);
  if (has_headers(pace.limit))
    follow(pace, ours);
  else if (pace.refused)
    refuse_unmarked(pace, ours);
  else
    feel(ours);
}

void Pacer::on_lost(int call, Millis now) {
  now = step(now);
  give_up(now);
  if (std::isfinite(take(call))) lose(now);
}

Millis Pacer::step(Millis now) {
  if (std::isfinite(now)) latest_ = std::max(latest_, now);
  return latest_;
}

void Pacer::give_up(Millis now) {
  // At the deadline of each: asking later, or again, does not move it.
  const auto is_overdue = [&](const Call& call) { return call.deadline <= now; };
  for (const Call& call : on_their_way_)
    if (is_overdue(call)) lose(call.deadline);
  std::erase_if(on_their_way_, is_overdue);
}

void Pacer::lose(Millis now) {
  if (!window_) return;
  // It may be this call that opened the window, at any time until now.
  if (window_->counted + window_->answered == 0) window_->began_by = now;
  ++window_->uncertain;
  window_->uncertain_at = now;
}

// When it was sent; before all times if it is not on its way, or no more.
Millis Pacer::take(int number) {
  const auto is_it = [&](const Call& call) { return call.number == number; };
  const auto found = std::find_if(on_their_way_.begin(), on_their_way_.end(), is_it);
  if (found == on_their_way_.end()) return -kNever;
  const Millis sent = found->sent;
  on_their_way_.erase(found);
  return sent;
}

Millis Pacer::length() const { return learned_length_.value_or(policy_.window); }

bool Pacer::is_open(Millis now) const { return window_ && now < end().at; }

Pacer::End Pacer::end() const {
  Millis told = window_->named_end.value_or(kNever);
  if (window_->reset) {
    const auto reset = clock_.surely_at(*window_->reset + kTick);
    if (reset && *reset - window_->told_at <= kLongest) told = std::min(told, *reset);
  }
  const Millis guess = window_->began_by ? *window_->began_by + length() + kTick : kNever;
  // Where only texts tell, which round to seconds, the length that many of them agree on is better.
  const bool guess_is_sharper = !told_ && learned_length_ && guess < told;
  if (told < kNever && !guess_is_sharper) return {told, true};
  return {guess, false};
}

// Whether a window should begin with one call, because it may be that the last one is not over.
bool Pacer::goes_alone() const { return window_ && (!end().sure || contradictions_ > 0); }

// Whether one more call may be sent beside those on their way, in a window that is not used up.
bool Pacer::may_join(double used, bool alone) const {
  if (on_their_way_.empty()) return true;
  if (!limit_) return unlimited_ >= policy_.trusted_after;
  return !alone && used + static_cast<double>(on_their_way_.size()) < *limit_;
}

void Pacer::read_clock(const Pace& pace, const Span& ours) {
  const bool dated = believable(pace.server_time) && contradictions_ < kTooManyContradictions;
  const Span date{pace.server_time.value_or(0), pace.server_time.value_or(0) + kSecond};
  if (dated) clock_.add(date, ours);
  const auto reset = believable(pace.limit.reset_at);
  if (!reset) return;
  // The limiter reads its clock as well: no window is reported after its end, and a 429 names what
  // is left of it, rounded up to seconds.
  Span limiter{-kNever, *reset + kTick};
  if (const auto wait = named_wait(pace))
    limiter = {*reset - *wait, *reset - *wait + kSecond + kTick};
  const bool agreed = clock_.agrees(limiter, ours);
  clock_.add(limiter, ours);
  if (!dated) return;
  ServerClock by_date;
  by_date.add(date, ours);
  if (!by_date.agrees(limiter, ours))
    contradictions_ = kTooManyContradictions;
  else if (!agreed)
    ++contradictions_;
  if (!agreed && contradictions_ < kTooManyContradictions) clock_.add(date, ours);
}

// Finds out which window an answer speaks of, and opens it if it is a new one. False if it is one
// that is over: the answer was overtaken by others.
bool Pacer::enter(std::optional<Millis> reset, const Span& ours) {
  if (!reset) return window_ && ours.from >= window_->start;
  if (window_ && window_->reset && std::abs(*reset - *window_->reset) <= kSameWindow) {
    window_->reset = std::min(*window_->reset, *reset);
    return true;
  }
  const bool newer = !last_reset_ || *reset > *last_reset_ + kSameWindow;
  const bool sent_since = window_ && ours.from >= window_->told_at;
  if (!newer && !sent_since) return false;
  if (!window_ || window_->reset) {
    window_ = Window{};
    window_->start = ours.to;
  }
  window_->reset = last_reset_ = reset;
  window_->told_at = ours.to;
  if (!window_->began_by) window_->began_by = ours.to;
  return true;
}

void Pacer::follow(const Pace& pace, const Span& ours) {
  if (!enter(believable(pace.limit.reset_at), ours)) return;
  told_ = true;
  unlimited_ = 0;
  limit_ = between(1, *pace.limit.limit, kMostCalls);
  Window& window = *window_;
  window.counted = std::max(window.counted, *limit_ - between(0, *pace.limit.remaining, *limit_));
  if (!window.began_by) window.began_by = ours.to;
  // What was uncertain had reached the server before this call, or never will.
  if (ours.from >= window.uncertain_at) window.answered = window.uncertain = 0;
  if (pace.refused) return refuse(pace, ours);
  window.alone = false;
  refused_at_.reset();
}

// An answer that says nothing of a limit.
void Pacer::feel(const Span& ours) {
  if (!window_ || !std::isfinite(ours.from)) return;
  refused_at_.reset();
  if (ours.from < window_->start) {
    ++window_->uncertain;
  } else {
    ++window_->answered;
    window_->alone = false;
    if (window_->counted + window_->answered == 1) window_->began_by = ours.to;
  }
  window_->uncertain_at = ours.to;
  const double surely = window_->counted + window_->answered;
  const bool beyond = !limit_ || told_ || surely > *limit_;
  if (beyond && unlimited_ < policy_.trusted_after && ++unlimited_ >= policy_.trusted_after) {
    limit_.reset();
    told_ = false;
  }
  if (limit_ && !told_) limit_ = std::max(*limit_, surely);
}

void Pacer::refuse_unmarked(const Pace& pace, const Span& ours) {
  if (!window_) {
    window_ = Window{};
    window_->start = ours.to;
  }
  told_ = false;
  unlimited_ = 0;
  if (!limit_ || ours.from >= window_->start)
    limit_ = std::max(1.0, window_->counted + window_->answered);
  if (ours.from >= window_->start) learn_length(pace, ours);
  refuse(pace, ours);
}

void Pacer::learn_length(const Pace& pace, const Span& ours) {
  // Refused at once: either another caller opened this window, or the one before was longer.
  if (window_->counted + window_->answered == 0) return learned_length_.reset();
  const auto wait = named_wait(pace);
  if (!wait) return;
  const Millis most = std::min(ours.to + *wait - window_->start, kLongest);
  const Millis least = *wait - kSecond;
  const bool known = learned_length_ && *learned_length_ > least;
  learned_length_ = known ? std::min(*learned_length_, most) : most;
}

void Pacer::refuse(const Pace& pace, const Span& ours) {
  Window& window = *window_;
  const auto wait = named_wait(pace);
  const auto named_end = wait ? std::optional(ours.to + *wait + kTick) : std::nullopt;
  if (named_end) window.named_end = std::min(*named_end, window.named_end.value_or(kNever));
  if (!window.began_by) window.began_by = ours.to;
  window.full = true;
  const bool again = refused_at_ && ours.from >= *refused_at_;
  refused_at_ = ours.to;
  const End believed = end();
  const bool is_soon = believed.at <= ours.to + (again ? kSecond : 0);
  if (believed.at > ours.from && !(is_soon && (again || !believed.sure))) return;
  // It waited until then and was refused: what that end rests on is wrong.
  learned_length_.reset();
  window.reset.reset();
  window.named_end = named_end;
  window.began_by = ours.to;
}

}  // namespace room_visitor

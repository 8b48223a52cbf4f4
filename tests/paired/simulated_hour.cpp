#include "paired/simulated_hour.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <random>
#include <string>
#include <utility>

#include "room_visitor/pacer.h"
#include "standin/standin_test.h"

namespace room_visitor {
namespace {

constexpr Millis kHour = 3'600'000;
constexpr Millis kGivenUpAfter = 5000;
constexpr Millis kNever = std::numeric_limits<Millis>::infinity();
constexpr std::string_view kAddress = "203.0.113.7";
constexpr int kTooManyRequests = 429;

std::string http_date(Millis time) {
  constexpr std::string_view kDays = "ThuFriSatSunMonTueWed";
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  constexpr Millis kDay = 86'400'000;
  const std::string iso = format_timestamp(time);
  const auto day = static_cast<std::size_t>(std::fmod(std::floor(time / kDay), 7));
  const auto month = static_cast<std::size_t>(std::stoi(iso.substr(5, 2)) - 1);
  return std::string(kDays.substr(day * 3, 3)) + ", " + iso.substr(8, 2) + " " +
         std::string(kMonths.substr(month * 3, 3)) + " " + iso.substr(0, 4) + " " +
         iso.substr(11, 8) + " GMT";
}

standin::Workspace server_of(const HourSetup& setup) {
  standin::WorkspaceOptions options;
  options.seed_json = "{\"settings\":{\"API_Enable_Rate_Limiter_Limit_Calls_Default\":" +
                      std::to_string(setup.limit) +
                      ",\"API_Enable_Rate_Limiter_Limit_Time_Default\":" +
                      std::to_string(static_cast<int>(setup.window)) + "}}";
  return standin::workspace(options);
}

enum class What { request_arrives, answer_arrives, given_up, ask_again, other_call };

struct Happening {
  Millis at = 0;
  int order = 0;
  What what = What::ask_again;
  std::size_t call = 0;

  bool operator<(const Happening& other) const {
    return std::pair(other.at, other.order) < std::pair(at, order);
  }
};

struct SentCall {
  int number = 0;
  Millis sent = 0;
  Millis answered = kNever;
  bool settled = false;
  HttpResponse response = {};
};

struct Counted {
  bool ours = false;
  std::size_t call = 0;
};

class Hour {
 public:
  explicit Hour(const HourSetup& setup)
      : setup_(setup), server_(server_of(setup)), chance_(setup.seed) {}

  HourReport run() {
    if (setup_.others_a_minute > 0) plan(other_pause(), What::other_call);
    plan(0, What::ask_again);
    while (!plan_.empty() && plan_.top().at < kHour) {
      const Happening happening = plan_.top();
      plan_.pop();
      now_ = happening.at;
      happen(happening);
    }
    end_window();
    report_.allowance = setup_.limit * possible_windows();
    return report_;
  }

 private:
  void happen(const Happening& happening) {
    switch (happening.what) {
      case What::request_arrives:
        return serve(happening.call);
      case What::answer_arrives:
        return receive(happening.call);
      case What::given_up:
        return give_up(happening.call);
      case What::ask_again:
        next_asking_ = kNever;
        return send_what_may_be();
      case What::other_call:
        plan(now_ + other_pause(), What::other_call);
        ask_server(std::nullopt);
        return;
    }
  }

  void send_what_may_be() {
    while (on_their_way_ < setup_.together) {
      ++report_.asked;
      const Turn turn = pacer_.turn(now_);
      EXPECT_TRUE(std::isfinite(turn.at) && turn.at >= now_);
      if (turn.at > now_) return ask_again(turn.at);
      send();
    }
  }

  void ask_again(Millis at) {
    if (at >= next_asking_) return;
    next_asking_ = at;
    plan(at, What::ask_again);
  }

  void send() {
    const std::size_t call = calls_.size();
    calls_.push_back({pacer_.on_sent(now_, now_ + kGivenUpAfter), now_});
    ++report_.sent;
    report_.most_together = std::max(report_.most_together, ++on_their_way_);
    plan(now_ + kGivenUpAfter, What::given_up, call);
    if (draw() >= setup_.lost / 2) plan(now_ + latency(), What::request_arrives, call);
  }

  void serve(std::size_t call) {
    calls_[call].response = ask_server(call);
    if (draw() >= setup_.lost / 2) plan(now_ + latency(), What::answer_arrives, call);
  }

  void receive(std::size_t call) {
    SentCall& mine = calls_[call];
    mine.answered = now_;
    pacer_.on_answer(mine.number, read_pace(mine.response), now_);
    settle(mine);
  }

  void give_up(std::size_t call) {
    if (calls_[call].settled) return;
    pacer_.on_lost(calls_[call].number, now_);
    settle(calls_[call]);
  }

  void settle(SentCall& call) {
    if (!call.settled) --on_their_way_;
    call.settled = true;
    send_what_may_be();
  }

  HttpResponse ask_server(std::optional<std::size_t> call) {
    using namespace standin;
    const HttpRequest request =
        move_request(setup_.bypasses ? kAdmin : kAgent, update(kRid, kGuest, kGuest));
    HttpResponse response = server_.handle(request, kAddress, server_time()).response;
    count(response, call);
    response.headers.push_back({"Date", http_date(server_time() + setup_.date_ahead)});
    if (setup_.seen == Seen::no_date) response.headers.pop_back();
    if (setup_.seen == Seen::bodies) response.headers.clear();
    return response;
  }

  // The judge's own record of the window, from what the server wrote.
  void count(const HttpResponse& response, std::optional<std::size_t> call) {
    const std::string* reset = find_header(response.headers, "x-ratelimit-reset");
    if (reset == nullptr || *reset != window_reset_) end_window();
    window_reset_ = reset == nullptr ? "" : *reset;
    if (response.status != kTooManyRequests) {
      ++report_.passed;
    } else if (call) {
      ++report_.refused;
      ++refused_in_window_;
      if (was_avoidable(*call)) ++report_.avoidable;
    }
    window_.push_back({call.has_value(), call.value_or(0)});
  }

  void end_window() {
    if (window_.empty()) return;
    report_.most_refused_in_a_window =
        std::max(report_.most_refused_in_a_window, refused_in_window_);
    if (windows_++ > 0)
      report_.most_refused_later = std::max(report_.most_refused_later, refused_in_window_);
    refused_in_window_ = 0;
    window_.clear();
  }

  // What answers had shown of this window when the call was sent, and our own calls since.
  [[nodiscard]] bool was_avoidable(std::size_t call) const {
    const Millis sent = calls_[call].sent;
    if (!knew_the_clock(sent)) return false;
    int known = 0, order = 0;
    for (const Counted& counted : window_) {
      ++order;
      if (!counted.ours) continue;
      known = calls_[counted.call].answered <= sent ? order : known + 1;
    }
    return known + 1 > setup_.limit;
  }

  [[nodiscard]] bool knew_the_clock(Millis sent) const {
    Millis latest = 0;
    for (const ClockSet& set : setup_.clock_sets)
      if (set.at <= now_) latest = set.at;
    return latest == 0 || std::any_of(calls_.begin(), calls_.end(), [&](const SentCall& call) {
             return call.sent >= latest && call.answered <= sent;
           });
  }

  [[nodiscard]] int possible_windows() const {
    Millis hour = kHour;
    for (const ClockSet& set : setup_.clock_sets) hour += std::min(0.0, set.by);
    return static_cast<int>((hour - 1) / (setup_.window + 1)) + 1;
  }

  [[nodiscard]] Millis server_time() const {
    Millis time = standin::kNow + setup_.skew + now_ * (1 + setup_.drift);
    for (const ClockSet& set : setup_.clock_sets)
      if (set.at <= now_) time += set.by;
    return std::floor(time);
  }

  void plan(Millis at, What what, std::size_t call = 0) { plan_.push({at, ++order_, what, call}); }

  double draw() { return static_cast<double>(chance_()) / 4294967296.0; }

  Millis latency() {
    const double part = draw();
    return setup_.least +
           (setup_.most - setup_.least) * (setup_.mostly_quick ? part * part * part : part);
  }

  Millis other_pause() { return -std::log(1 - draw()) * 60'000 / setup_.others_a_minute; }

  HourSetup setup_;
  standin::Workspace server_;
  std::mt19937 chance_;
  Pacer pacer_;
  HourReport report_;
  Millis now_ = 0;
  Millis next_asking_ = kNever;
  int order_ = 0;
  int on_their_way_ = 0;
  std::priority_queue<Happening> plan_;
  std::vector<SentCall> calls_;
  std::vector<Counted> window_;
  std::string window_reset_;
  int windows_ = 0;
  int refused_in_window_ = 0;
};

}  // namespace

HourReport simulate_hour(const HourSetup& setup) { return Hour(setup).run(); }

}  // namespace room_visitor

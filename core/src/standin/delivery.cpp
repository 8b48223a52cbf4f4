#include "standin/delivery.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "standin/fault_answers.h"
#include "standin/fault_match.h"
#include "standin/interference.h"

namespace room_visitor::standin {
namespace {

Exchange without_answer(Ending ending) {
  Exchange exchange;
  exchange.ending = ending;
  return exchange;
}

// What happens before the request, whether or not the server gets it.
void change_the_world(State& state, const Arrival& arrival) {
  FaultRun& faults = state.faults;
  if (const Fault* fault = faults.due(FaultKind::upgrade); fault != nullptr && fault->version) {
    if (const Behaviour* behaviour = find_behaviour(*fault->version)) {
      state.options.version = *fault->version;
      state.behaviour = behaviour;
      state.limiter = {};
      faults.happened(FaultKind::upgrade);
    }
  }
  if (faults.due(FaultKind::moved_before) == nullptr) return;
  RequestNames names(arrival.request);
  const auto& rooms = names.rooms();
  const auto named = std::find_if(rooms.begin(), rooms.end(), [&](const std::string& rid) {
    return state.room(rid).has_value();
  });
  if (named != rooms.end())
    another_agent_moves(state, FaultKind::moved_before, *named, arrival.now);
}

// What comes in place of the server, which never gets the request.
std::optional<Exchange> instead_of_the_server(State& state, const Arrival& arrival) {
  FaultRun& faults = state.faults;
  std::optional<Exchange> exchange;
  for (const FaultKind kind :
       {FaultKind::restart, FaultKind::reset_before, FaultKind::stall_before,
        FaultKind::server_error_before, FaultKind::login_page, FaultKind::redirect}) {
    const Fault* fault = faults.due(kind);
    if (fault == nullptr) continue;
    if (kind == FaultKind::restart) state.limiter = {};
    if (kind == FaultKind::restart || kind == FaultKind::reset_before)
      exchange = without_answer(Ending::reset);
    if (kind == FaultKind::stall_before) exchange = without_answer(Ending::stall);
    if (kind == FaultKind::server_error_before)
      exchange = Exchange{failed_answer(state, arrival.request, *fault)};
    if (kind == FaultKind::login_page) exchange = Exchange{login_page()};
    if (kind == FaultKind::redirect) exchange = Exchange{redirect_to(fault->location.value_or(""))};
    faults.happened(kind);
  }
  return exchange;
}

Exchange served(State& state, const Arrival& arrival, Serve serve) {
  FaultRun& faults = state.faults;
  Exchange exchange = serve(state, arrival);
  if (const Fault* fault = faults.due(FaultKind::duplicate)) {
    const bool second = fault->answer == DuplicateAnswer::second;
    Exchange other = serve(state, arrival);
    if (second) exchange = std::move(other);
    faults.happened(FaultKind::duplicate);
  }
  if (faults.due(FaultKind::late_duplicate) != nullptr)
    faults.keep_copy(arrival.request, arrival.client_ip);
  return exchange;
}

void replace_answer(State& state, const Arrival& arrival, Exchange& exchange) {
  FaultRun& faults = state.faults;
  if (const Fault* fault = faults.due(FaultKind::server_error_after)) {
    exchange = Exchange{failed_answer(state, arrival.request, *fault)};
    faults.happened(FaultKind::server_error_after);
  }
  if (const Fault* fault = faults.due(FaultKind::wrong_json);
      fault != nullptr && spoil_json(exchange.response, fault->form.value_or(WrongJson::truncated)))
    faults.happened(FaultKind::wrong_json);
}

// A cut after the last byte, or later, would be none.
bool cut_off(Exchange& exchange, Ending ending, std::size_t bytes) {
  if (bytes >= exchange.response.body.size()) return false;
  exchange.ending = ending;
  exchange.cut_at = bytes;
  return true;
}

void end_connection(State& state, Exchange& exchange) {
  FaultRun& faults = state.faults;
  if (faults.due(FaultKind::reset_after) != nullptr) {
    exchange.ending = Ending::reset;
    faults.happened(FaultKind::reset_after);
  }
  if (const Fault* fault = faults.due(FaultKind::cut);
      fault != nullptr && cut_off(exchange, Ending::cut, fault->bytes.value_or(0)))
    faults.happened(FaultKind::cut);
  const Fault* stall = faults.due(FaultKind::stall_after);
  if (stall == nullptr) return;
  if (!stall->bytes) exchange.ending = Ending::stall;
  if (!stall->bytes || cut_off(exchange, Ending::stall, *stall->bytes))
    faults.happened(FaultKind::stall_after);
}

Exchange answer(State& state, const Arrival& arrival, Serve serve) {
  change_the_world(state, arrival);
  if (auto exchange = instead_of_the_server(state, arrival)) return std::move(*exchange);
  Exchange exchange = served(state, arrival, serve);
  replace_answer(state, arrival, exchange);
  end_connection(state, exchange);
  return exchange;
}

// Nobody can tell how late an answer is that never begins.
void slow_down(State& state, Exchange& exchange) {
  const Fault* fault = state.faults.due(FaultKind::slow);
  if (fault == nullptr || (exchange.ending == Ending::stall && !exchange.cut_at)) return;
  exchange.slow_ms = fault->milliseconds.value_or(0);
  state.faults.happened(FaultKind::slow);
}

}  // namespace

Exchange deliver(State& state, const Arrival& arrival, Serve serve) {
  const std::size_t under_way = state.faults.copies();
  state.faults.meet(arrival.request);
  Exchange exchange = answer(state, arrival, serve);
  slow_down(state, exchange);
  state.faults.release();
  // Nobody waits for the answers to these.
  for (const LateCopy& copy : state.faults.arriving(under_way))
    static_cast<void>(serve(state, {copy.request, copy.client_ip, arrival.now}));
  return exchange;
}

}  // namespace room_visitor::standin

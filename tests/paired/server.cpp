#include "paired/server.h"

#include <algorithm>
#include <utility>

namespace room_visitor::paired {
namespace {

using standin::Exchange;
using standin::Fault;
using standin::FaultKind;
using standin::Workspace;

constexpr std::string_view kClientIp = "192.0.2.1";
constexpr std::string_view kOtherIp = "192.0.2.2";
// Bypasses the limiter and may do everything.
constexpr std::string_view kAdmin = "aDmInOfThEsErVeR2";
constexpr std::string_view kAdminToken = "admin-1";
// Found by its name, which no fault of a script is bound to.
constexpr std::string_view kObservers = "/api/v1/rooms.info?roomName=observed";
constexpr std::string_view kRoomVisitor = "/api/v1/livechat/room.visitor";

constexpr std::string_view kPeople = R"json(
  "users": [
    {"_id": "mAnAgEr2oFtHeRoOm", "username": "manager", "roles": ["livechat-manager"],
     "login": {"tokens": ["manager-1", "manager-2", "manager-3"]}},
    {"_id": "aGeNt3oFtHiSrOoMs", "username": "agent", "roles": ["livechat-agent"],
     "login": {"tokens": ["agent-1", "agent-2", "agent-3"]}},
    {"_id": "eAtErOfThEwInDoWs", "username": "eater", "roles": ["livechat-manager"],
     "login": {"tokens": ["eater-1"]}},
    {"_id": "aDmInOfThEsErVeR2", "username": "admin", "roles": ["admin"],
     "login": {"tokens": ["admin-1"]}}
  ],
  "visitors": [
    {"_id": "63d8f20a5be41c7790e6a101", "username": "guest-1", "token": "token-1"},
    {"_id": "63d8f20a5be41c7790e6a102", "username": "guest-2", "token": "token-2"},
    {"_id": "63d8f20a5be41c7790e6a103", "username": "guest-3", "token": "token-3"},
    {"_id": "63d8f20a5be41c7790e6a104", "username": "guest-4", "token": "token-4"}
  ],)json";

constexpr std::string_view kOpenRoom = R"json(
  "rooms": [
    {"_id": "pAiReDrOoMoFoUrS2", "name": "observed", "t": "l", "open": true,
     "v": {"_id": "63d8f20a5be41c7790e6a101", "username": "guest-1", "token": "token-1"},
     "servedBy": {"_id": "aGeNt3oFtHiSrOoMs", "username": "agent"},
     "_updatedAt": "2023-01-01T00:00:00.000Z"}
  ],
  "subscriptions": [
    {"_id": "sUbScRiPtIoN2oFaG", "rid": "pAiReDrOoMoFoUrS2", "u": {"_id": "aGeNt3oFtHiSrOoMs"}}
  ])json";

constexpr std::string_view kClosedRoom = R"json(
  "rooms": [
    {"_id": "pAiReDrOoMoFoUrS2", "name": "observed", "t": "l",
     "v": {"_id": "63d8f20a5be41c7790e6a101", "username": "guest-1", "token": "token-1"},
     "servedBy": {"_id": "aGeNt3oFtHiSrOoMs", "username": "agent"},
     "closedAt": "2023-01-01T00:00:00.000Z", "_updatedAt": "2023-01-01T00:00:00.000Z"}
  ])json";

constexpr std::string_view kSmallAllowance = R"json(,
  "settings": {"API_Enable_Rate_Limiter_Limit_Calls_Default": 2,
               "API_Enable_Rate_Limiter_Limit_Time_Default": 15000})json";

constexpr std::array<std::string_view, 5> kVisitorIds{
    "63d8f20a5be41c7790e6a1ff", "63d8f20a5be41c7790e6a101", "63d8f20a5be41c7790e6a102",
    "63d8f20a5be41c7790e6a103", "63d8f20a5be41c7790e6a104"};

Workspace build(const ServerKind& kind) {
  standin::WorkspaceOptions options;
  options.version = kVersions[kind.version];
  options.seed = "empty";
  options.seed_json.append("{").append(kPeople);
  options.seed_json.append(kind.room == RoomState::open ? kOpenRoom : kClosedRoom);
  if (kind.allowance == Allowance::small) options.seed_json.append(kSmallAllowance);
  options.seed_json.append("}");
  // The seed above is right, as every run shows.
  return std::move(standin::make_workspace(options).value());
}

HttpRequest request_of(std::string_view method, std::string_view url, std::string_view user_id,
                       std::string_view token) {
  return {std::string(method),
          std::string(url),
          {{"X-Auth-Token", std::string(token)}, {"X-User-Id", std::string(user_id)}},
          {}};
}

HttpRequest move_of(Owner from, Owner to) {
  HttpRequest request = request_of("PUT", kRoomVisitor, kAdmin, kAdminToken);
  request.headers.push_back({"Content-Type", "application/json"});
  request.body.append(R"({"rid":")").append(kRid).append(R"(","oldVisitorId":")");
  request.body.append(id_of(from)).append(R"(","newVisitorId":")").append(id_of(to)).append("\"}");
  return request;
}

// The text that follows `before`, up to the next quotation mark. Answers are compact JSON, and no
// text of the seed contains any of these.
std::string_view text_after(std::string_view body, std::string_view before) {
  const auto place = body.find(before);
  if (place == std::string_view::npos) return {};
  const auto begin = place + before.size();
  const auto end = body.find('"', begin);
  return end == std::string_view::npos ? std::string_view{} : body.substr(begin, end - begin);
}

const Fault* find_fault(const std::vector<Fault>& faults, FaultKind kind) {
  const auto fault = std::find_if(faults.begin(), faults.end(),
                                  [&](const Fault& each) { return each.kind == kind; });
  return fault == faults.end() ? nullptr : &*fault;
}

}  // namespace

std::string_view id_of(Owner owner) { return kVisitorIds[static_cast<std::size_t>(owner)]; }

Owner owner_of(std::string_view visitor_id) {
  for (std::size_t i = 1; i < kVisitorIds.size(); ++i)
    if (kVisitorIds[i] == visitor_id) return static_cast<Owner>(i);
  return Owner::nobody;
}

Owner owner_in(const HttpResponse& response) {
  if (response.status != 200) return Owner::nobody;
  return owner_of(text_after(response.body, R"("v":{"_id":")"));
}

const Workspace& Servers::of(const ServerKind& kind) {
  const std::size_t place = kind.version * 4 + static_cast<std::size_t>(kind.allowance) * 2 +
                            static_cast<std::size_t>(kind.room);
  auto& workspace = built_[place];
  if (!workspace) workspace.emplace(build(kind));
  return *workspace;
}

// No two calls have the same time, so that a room's time of change tells which of them it was.
Millis Server::next_wall_time(Millis at) {
  // More calls than these never come in one instant.
  constexpr Millis kNear = 100;
  Millis now = wall_time_ + at;
  if (now <= last_ && now > last_ - kNear) now = last_ + 1;
  last_ = now;
  return now;
}

Exchange Server::handle(const HttpRequest& request, Millis now, std::string_view ip) {
  return workspace_.handle(request, ip, now);
}

Server::Look Server::look(Millis now) {
  const Exchange seen = handle(request_of("GET", kObservers, kAdmin, kAdminToken), now, kOtherIp);
  return {owner_in(seen.response),
          std::string(text_after(seen.response.body, R"("_updatedAt":")"))};
}

bool Server::is_record_right(Millis at) { return look(next_wall_time(at)).owner == owner_; }

Delivery Server::deliver(const HttpRequest& request, std::vector<Fault> faults, Millis at) {
  Delivery delivery;
  const Millis now = next_wall_time(at);
  delivery.wall_time = now;
  if (faults.empty()) {
    delivery.exchange = handle(request, now, kClientIp);
    // Without faults a write that succeeds has changed the room, and no other has.
    delivery.applied = request.method == "PUT" && delivery.exchange.response.status == 200 &&
                       owner_in(delivery.exchange.response) != Owner::nobody;
    if (delivery.applied) owner_ = owner_in(delivery.exchange.response);
    delivery.owner = owner_;
    delivery.version = version_;
    return delivery;
  }
  static_cast<void>(workspace_.set_faults(faults));
  delivery.exchange = handle(request, now, kClientIp);
  delivery.happened = workspace_.fault_report().happened;
  static_cast<void>(workspace_.set_faults({}));
  conclude(request, faults, delivery, now);
  return delivery;
}

// Whose the room is now, and whether it was this copy that made it so: the room itself is asked,
// since a fault may have hidden the answer.
void Server::conclude(const HttpRequest& request, const std::vector<Fault>& faults,
                      Delivery& delivery, Millis now) {
  const auto happened = [&](FaultKind kind) {
    return delivery.happened[static_cast<std::size_t>(kind)] > 0;
  };
  if (happened(FaultKind::upgrade)) version_ = *find_fault(faults, FaultKind::upgrade)->version;
  delivery.version = version_;
  const Look seen = look(now);
  const Owner wanted = owner_of(text_after(request.body, R"("newVisitorId":")"));
  if (happened(FaultKind::moved_before))
    delivery.moved_before = owner_of(*find_fault(faults, FaultKind::moved_before)->visitor_id);
  const bool is_write = request.method == "PUT";
  const bool changed = seen.updated_at == format_timestamp(now);
  delivery.applied =
      is_write && (happened(FaultKind::room_vanishes_after_update) ||
                   (changed && seen.owner == wanted && delivery.moved_before != wanted));
  owner_ = seen.owner;
  delivery.owner = owner_;
}

bool Server::move_to(Owner owner, Millis at) {
  const Exchange exchange = handle(move_of(owner_, owner), next_wall_time(at), kOtherIp);
  const Owner now_of = owner_in(exchange.response);
  if (now_of == Owner::nobody) return false;
  owner_ = now_of;
  return true;
}

void Server::log_out(std::string_view user_id, std::string_view token, Millis at) {
  static_cast<void>(
      handle(request_of("POST", "/api/v1/logout", user_id, token), next_wall_time(at), kOtherIp));
}

void Server::use_up(RequestKind kind, int calls, Millis at) {
  // What tells the version is not counted.
  if (kind == RequestKind::version) return;
  const bool is_write = kind == RequestKind::write;
  // Of a room that does not exist: it is counted, and does nothing else.
  HttpRequest request =
      request_of(is_write ? "PUT" : "GET", is_write ? kRoomVisitor : "/api/v1/rooms.info?roomId=x",
                 "eAtErOfThEwInDoWs", "eater-1");
  if (is_write) request.body = "{}";
  for (int i = 0; i < calls; ++i) static_cast<void>(handle(request, next_wall_time(at), kClientIp));
}

}  // namespace room_visitor::paired

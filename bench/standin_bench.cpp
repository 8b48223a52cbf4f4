// Measures a workspace in this process: how many requests it answers in a second, and what its
// rooms cost in memory. One JSON object on the last line of the output.
//
//   standin_bench ROOMS SECONDS
#include <malloc.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "room_visitor/standin/workspace.h"

namespace {

using room_visitor::HttpRequest;
using room_visitor::standin::Exchange;
using room_visitor::standin::RateLimiter;
using room_visitor::standin::Workspace;
using Json = nlohmann::json;
using Clock = std::chrono::steady_clock;

// A user of the documentation's seed who may do all of this.
constexpr const char* kUser = "aDmnT4kWq8RzYx2Gs";
constexpr const char* kToken = "admin-Token-of-the-documentation-seed-00001";
constexpr double kNow = 1683038865855.0;
// Enough that no room is asked for twice in a row, few enough to be found quickly.
constexpr std::size_t kSamples = 500;
constexpr std::size_t kMoved = 10'000;
constexpr std::size_t kPage = 100;

struct Sample {
  std::string rid;
  std::string owner;
};

HttpRequest request(std::string method, std::string url, std::string body = {}) {
  HttpRequest made{std::move(method),
                   std::move(url),
                   {{"X-User-Id", kUser}, {"X-Auth-Token", kToken}},
                   std::move(body)};
  if (!made.body.empty()) made.headers.push_back({"Content-Type", "application/json"});
  return made;
}

Exchange send(Workspace& workspace, const HttpRequest& sent) {
  Exchange exchange = workspace.handle(sent, "127.0.0.1", kNow);
  if (exchange.response.status == 200) return exchange;
  std::cerr << sent.method << " " << sent.url << ": " << exchange.response.body << "\n";
  std::exit(1);
}

HttpRequest page(std::size_t offset) {
  return request("GET", "/api/v1/livechat/rooms?count=" + std::to_string(kPage) +
                            "&offset=" + std::to_string(offset));
}

HttpRequest move(const Sample& room, const std::string& visitor) {
  return request(
      "PUT", "/api/v1/livechat/room.visitor",
      Json{{"rid", room.rid}, {"oldVisitorId", room.owner}, {"newVisitorId", visitor}}.dump());
}

std::vector<Sample> read_page(Workspace& workspace, std::size_t offset) {
  std::vector<Sample> samples;
  const Json list = Json::parse(send(workspace, page(offset)).response.body);
  for (const Json& room : list["rooms"]) samples.push_back({room["_id"], room["v"]["_id"]});
  return samples;
}

// Rooms from all over the list.
std::vector<Sample> spread(Workspace& workspace, std::size_t rooms) {
  std::vector<Sample> samples;
  for (std::size_t i = 0; i < kSamples; ++i)
    samples.push_back(read_page(workspace, i * (rooms / kSamples)).front());
  return samples;
}

double per_second(double seconds, const std::function<void(std::size_t)>& call) {
  const auto begin = Clock::now();
  std::size_t calls = 0;
  double passed = 0;
  while (passed < seconds) {
    call(calls++);
    passed = std::chrono::duration<double>(Clock::now() - begin).count();
  }
  return static_cast<double>(calls) / passed;
}

double bytes_in_use() { return static_cast<double>(mallinfo2().uordblks); }

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: standin_bench ROOMS SECONDS\n";
    return 2;
  }
  const auto rooms = static_cast<std::size_t>(std::strtoul(arguments[1], nullptr, 10));
  const double seconds = std::strtod(arguments[2], nullptr);
  const double before = bytes_in_use();
  auto made = room_visitor::standin::make_workspace(
      {.version = {6, 4, {}}, .generated_rooms = rooms, .rate_limiter = RateLimiter::off});
  if (!made.ok()) {
    std::cerr << room_visitor::to_text(made.error()) << "\n";
    return 1;
  }
  Workspace& workspace = made.value();
  const double started = bytes_in_use();
  std::vector<Sample> samples = spread(workspace, rooms);

  Json figures{{"rooms", rooms}};
  figures["bytesPerRoom"] = (started - before) / static_cast<double>(rooms);
  figures["rooms.info"] = per_second(seconds, [&](std::size_t i) {
    send(workspace, request("GET", "/api/v1/rooms.info?roomId=" + samples[i % kSamples].rid));
  });
  figures["livechat/rooms"] = per_second(
      seconds, [&](std::size_t i) { send(workspace, page(i * 7919 % (rooms - kPage))); });
  figures["room.visitor"] = per_second(seconds, [&](std::size_t i) {
    Sample& room = samples[i % kSamples];
    const std::string& next = samples[(i + 1) % kSamples].owner;
    send(workspace, move(room, next));
    room.owner = next;
  });
  const double untouched = bytes_in_use();
  std::size_t moved = 0;
  for (std::size_t offset = 0; moved < kMoved && offset < rooms; offset += kPage)
    for (const Sample& room : read_page(workspace, offset)) {
      send(workspace, move(room, samples.front().owner));
      ++moved;
    }
  figures["bytesPerChangedRoom"] = (bytes_in_use() - untouched) / static_cast<double>(moved);
  std::cout << figures.dump() << std::endl;
}

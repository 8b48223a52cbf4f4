#include "fuzz/script.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "room_visitor/standin/behaviour.h"

namespace room_visitor::standin::fuzz {
namespace {

constexpr std::string_view kEnd = "%%";
// More requests than this teach nothing new and make runs slow.
constexpr std::size_t kMostSteps = 16;

// Several pages of a list, and few enough to copy a workspace often.
constexpr std::size_t kGeneratedRooms = 300;

struct User {
  std::string_view word;
  std::string_view id;
  std::string_view token;
};

// The users of the documentation seed.
constexpr std::array kUsers{
    User{"agent", "rYhzFRd2QZjNwAAXX", "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs"},
    User{"admin", "aDmnT4kWq8RzYx2Gs", "admin-Token-of-the-documentation-seed-00001"},
    User{"manager", "mNgrB7eHt3KpWw9Ls", "manager-Token-of-the-documentation-seed-001"},
    User{"monitor", "mNtrC5xJd6QfZa8Ke", "monitor-Token-of-the-documentation-seed-001"},
};

/// Takes everything up to the first `mark` off the text, and the mark.
std::string_view take(std::string_view& text, char mark) {
  const std::size_t end = text.find(mark);
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return taken;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

ServerVersion version_of(std::string_view word) {
  const auto version = parse_server_version(word);
  if (version.ok() && find_behaviour(version.value()) != nullptr) return version.value();
  const auto rows = behaviour_table();
  const auto chosen = word.empty() ? 0U : static_cast<unsigned char>(word.front());
  const Behaviour& row = rows[chosen % rows.size()];
  return {row.major, row.minor, {}};
}

WorkspaceOptions read_options(std::string_view line) {
  WorkspaceOptions options;
  options.version = version_of(take(line, ' '));
  options.rate_limiter = RateLimiter::off;
  while (!line.empty()) {
    const std::string_view word = take(line, ' ');
    if (word == "cors") options.cross_origin = CrossOrigin::allowed;
    if (word == "limited") options.rate_limiter = RateLimiter::on;
    if (word == "development") options.mode = ServerMode::development;
    if (word == "generated") options.generated_rooms = kGeneratedRooms;
    if (word == "refused") options.deprecated_routes = DeprecatedRoutes::refused;
  }
  return options;
}

void follow(Step& step, std::string_view line) {
  const std::string_view word = take(line, ' ');
  if (word == ":later") step.later = number(line);
  if (word == ":status") step.status = number(line);
  if (word != ":as") return;
  for (const User& user : kUsers) {
    if (user.word != line) continue;
    step.request.headers.push_back({"X-User-Id", std::string(user.id)});
    step.request.headers.push_back({"X-Auth-Token", std::string(user.token)});
  }
}

void read_header(Step& step, std::string_view line) {
  if (line.starts_with(':')) return follow(step, line);
  const std::string_view name = take(line, ':');
  if (line.starts_with(' ')) line.remove_prefix(1);
  step.request.headers.push_back({std::string(name), std::string(line)});
}

Step read_step(std::string_view text) {
  Step step;
  std::string_view line = take(text, '\n');
  step.request.method = take(line, ' ');
  step.request.url = line;
  while (!text.empty()) {
    line = take(text, '\n');
    if (line.empty()) break;
    read_header(step, line);
  }
  // The line break before the end mark is not part of the body.
  if (text.ends_with('\n')) text.remove_suffix(1);
  step.request.body = text;
  return step;
}

/// Takes the text of one request off, and its end mark.
std::string_view take_step(std::string_view& text) {
  std::size_t end = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take(rest, '\n');
    if (line == kEnd) {
      const std::string_view taken = text.substr(0, end);
      text = rest;
      return taken;
    }
    end = text.size() - rest.size();
  }
  return std::exchange(text, {});
}

}  // namespace

Script read_script(std::string_view text) {
  Script script{read_options(take(text, '\n')), {}};
  while (!text.empty() && script.steps.size() < kMostSteps)
    script.steps.push_back(read_step(take_step(text)));
  return script;
}

}  // namespace room_visitor::standin::fuzz

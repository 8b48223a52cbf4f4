// What a fault script may say, whether it was read or built.
#include <algorithm>
#include <array>
#include <utility>

#include "room_visitor/standin/behaviour.h"
#include "standin/fault_kinds.h"

namespace room_visitor::standin {
namespace {

using Problem = std::optional<Error>;

// Far above every test, and far below what counters and timers can hold.
constexpr int kMost = 1'000'000'000;
constexpr int kMostMilliseconds = 24 * 60 * 60 * 1000;
constexpr std::size_t kMostFaults = 1000;
constexpr std::array kServerErrors{500, 502, 503, 504};

Error wrong(std::string path, std::string found, std::string expected) {
  return {ErrorCode::invalid_input, std::move(path), std::move(found), std::move(expected)};
}

std::string in_quotes(std::string_view text) { return std::string("\"").append(text).append("\""); }

Problem check_range(const std::string& path, int value, int least, int most) {
  if (value >= least && value <= most) return {};
  return wrong(path, std::to_string(value),
               "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

bool is_visible_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return letter > ' ' && letter <= '~'; });
}

bool is_method(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

// Scheme and host are there, and nothing that would end the header line.
bool is_address(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!text.starts_with(scheme) || !is_visible_ascii(text)) continue;
    const std::string_view rest = text.substr(scheme.size());
    return !rest.empty() && rest.front() != '/' && rest.front() != '?' && rest.front() != '#';
  }
  return false;
}

Problem check_request(const Fault& fault, const std::string& path) {
  if (!is_method(fault.method))
    return wrong(path + "/method", in_quotes(fault.method), "a method in capital letters");
  if (!fault.path.empty() && (fault.path.front() != '/' || !is_visible_ascii(fault.path) ||
                              fault.path.find_first_of("?#") != std::string::npos))
    return wrong(path + "/path", in_quotes(fault.path),
                 "a path that begins with a slash, without query");
  if (auto problem = check_range(path + "/nth", fault.nth, 1, kMost)) return problem;
  return check_range(path + "/times", fault.times, 0, kMost);
}

// Names that the fault's kind does not have are found here only if the fault was not read from
// JSON.
Problem check_members(const Fault& fault, const std::string& path) {
  const FaultKindInfo& info = fault_kind(fault.kind);
  const std::array<std::pair<std::string_view, bool>, 10> members{{
      {"bytes", fault.bytes.has_value()},
      {"milliseconds", fault.milliseconds.has_value()},
      {"status", fault.status.has_value()},
      {"page", fault.page.has_value()},
      {"form", fault.form.has_value()},
      {"answer", fault.answer.has_value()},
      {"requests", fault.requests.has_value()},
      {"location", fault.location.has_value()},
      {"version", fault.version.has_value()},
      {"visitorId", fault.visitor_id.has_value()},
  }};
  for (const auto& [name, is_given] : members) {
    const std::string place = path + "/" + std::string(name);
    if (is_given && !has_member(info, name))
      return wrong(place, "a member that " + std::string(info.name) + " does not have",
                   member_names(info));
    if (!is_given && name == info.needs)
      return wrong(place, "nothing", "a member that " + std::string(info.name) + " needs");
  }
  return {};
}

Problem check_values(const Fault& fault, const std::string& path) {
  if (fault.bytes && *fault.bytes > static_cast<std::size_t>(kMost))
    return wrong(path + "/bytes", std::to_string(*fault.bytes),
                 "a whole number from 0 to " + std::to_string(kMost));
  if (fault.milliseconds)
    if (auto problem =
            check_range(path + "/milliseconds", *fault.milliseconds, 0, kMostMilliseconds))
      return problem;
  if (fault.requests)
    if (auto problem = check_range(path + "/requests", *fault.requests, 1, kMost)) return problem;
  if (fault.status &&
      std::find(kServerErrors.begin(), kServerErrors.end(), *fault.status) == kServerErrors.end())
    return wrong(path + "/status", std::to_string(*fault.status), "500, 502, 503 or 504");
  if (fault.location && !is_address(*fault.location))
    return wrong(path + "/location", in_quotes(*fault.location),
                 "an address such as https://login.example.com/");
  if (fault.visitor_id && fault.visitor_id->empty())
    return wrong(path + "/visitorId", "an empty text", "the id of a visitor");
  if (fault.version && find_behaviour(*fault.version) == nullptr)
    return Error{ErrorCode::unsupported_version, path + "/version", to_text(*fault.version),
                 std::string(known_versions())};
  return {};
}

Problem check_fault(const Fault& fault, const std::string& path) {
  if (static_cast<std::size_t>(fault.kind) >= kFaultKinds)
    return wrong(path + "/kind", "another number", "one of the kinds of faults");
  if (auto problem = check_request(fault, path)) return problem;
  if (auto problem = check_members(fault, path)) return problem;
  return check_values(fault, path);
}

}  // namespace

std::optional<Error> check_faults(const std::vector<Fault>& faults) {
  if (faults.size() > kMostFaults)
    return wrong("", std::to_string(faults.size()) + " faults",
                 "at most " + std::to_string(kMostFaults));
  for (std::size_t i = 0; i < faults.size(); ++i)
    if (auto problem = check_fault(faults[i], "/" + std::to_string(i))) return problem;
  return {};
}

}  // namespace room_visitor::standin

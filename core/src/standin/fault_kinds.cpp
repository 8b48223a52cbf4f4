#include "standin/fault_kinds.h"

#include <algorithm>
#include <array>

#include "standin/text.h"

namespace room_visitor::standin {
namespace {

using enum FaultKind;
using enum FaultGroup;

constexpr std::string_view kCommonMembers = "kind method path rid nth times";

constexpr std::array<FaultKindInfo, kFaultKinds> kKinds{{
    {reset_before, "reset_before", instead},
    {reset_after, "reset_after", ending},
    {cut, "cut", ending, "bytes"},
    {stall_before, "stall_before", instead},
    {stall_after, "stall_after", ending, {}, "bytes"},
    {server_error_before, "server_error_before", instead, {}, "status page"},
    {server_error_after, "server_error_after", answer, {}, "status page"},
    {rate_limit, "rate_limit", own, {}, "milliseconds"},
    {login_page, "login_page", instead},
    {slow, "slow", own, "milliseconds"},
    {wrong_json, "wrong_json", answer, {}, "form"},
    {duplicate, "duplicate", delivery, {}, "answer"},
    {late_duplicate, "late_duplicate", delivery, {}, "requests"},
    {redirect, "redirect", instead, "location"},
    {restart, "restart", instead},
    {upgrade, "upgrade", own, "version"},
    {moved_before, "moved_before", own, "visitorId"},
    {moved_between, "moved_between", own, "visitorId"},
    {user_vanishes, "user_vanishes"},
    {room_vanishes_before_access, "room_vanishes_before_access"},
    {room_vanishes_after_update, "room_vanishes_after_update"},
}};

// The table is looked up by position.
static_assert([] {
  for (std::size_t i = 0; i < kKinds.size(); ++i)
    if (kKinds[i].kind != static_cast<FaultKind>(i)) return false;
  return true;
}());

bool lists(std::string_view names, std::string_view name) {
  const auto parts = split(names, ' ');
  return !names.empty() && std::find(parts.begin(), parts.end(), name) != parts.end();
}

}  // namespace

std::span<const FaultKindInfo, kFaultKinds> fault_kinds() { return kKinds; }

const FaultKindInfo& fault_kind(FaultKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

const FaultKindInfo* find_fault_kind(std::string_view name) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const FaultKindInfo& info) { return info.name == name; });
  return found == kKinds.end() ? nullptr : found;
}

std::string member_names(const FaultKindInfo& info) {
  std::vector<std::string_view> names = split(kCommonMembers, ' ');
  for (const std::string_view own : {info.needs, info.takes})
    if (!own.empty())
      for (const std::string_view name : split(own, ' ')) names.push_back(name);
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

bool has_member(const FaultKindInfo& info, std::string_view name) {
  return lists(kCommonMembers, name) || lists(info.needs, name) || lists(info.takes, name);
}

std::string_view to_text(FaultKind kind) { return fault_kind(kind).name; }

}  // namespace room_visitor::standin

// The table of fault kinds: names, which members they have, and which of them exclude each other.
#ifndef ROOM_VISITOR_SRC_STANDIN_FAULT_KINDS_H
#define ROOM_VISITOR_SRC_STANDIN_FAULT_KINDS_H

#include <span>
#include <string>
#include <string_view>

#include "room_visitor/standin/faults.h"

namespace room_visitor::standin {

/// Kinds of one group exclude each other within a request; those of `own` only repeat themselves.
enum class FaultGroup { own, instead, answer, delivery, ending };

struct FaultKindInfo {
  FaultKind kind;
  std::string_view name;
  FaultGroup group = FaultGroup::own;
  std::string_view needs = {};  ///< the member that must be there
  std::string_view takes = {};  ///< members that may be there, separated by spaces
};

/// All kinds, in the order of FaultKind.
[[nodiscard]] std::span<const FaultKindInfo, kFaultKinds> fault_kinds();

[[nodiscard]] const FaultKindInfo& fault_kind(FaultKind kind);

/// nullptr if there is none of that name.
[[nodiscard]] const FaultKindInfo* find_fault_kind(std::string_view name);

/// The members that a fault of the kind may have, for messages: "kind, method, … or bytes".
[[nodiscard]] std::string member_names(const FaultKindInfo& info);

/// Whether the kind has a member of that name, the common ones included.
[[nodiscard]] bool has_member(const FaultKindInfo& info, std::string_view name);

}  // namespace room_visitor::standin

#endif  // ROOM_VISITOR_SRC_STANDIN_FAULT_KINDS_H

// The host part of an address, in the forms that every sender takes unchanged: a name, four
// numbers, or a bracketed IPv6 address. Source: the URL Standard, host parsing, without what it
// would rewrite.
#ifndef ROOM_VISITOR_SRC_HOST_H
#define ROOM_VISITOR_SRC_HOST_H

#include <string_view>

namespace room_visitor {

/// Whether a lower-cased host can be sent to as it stands.
[[nodiscard]] bool is_host(std::string_view host);

/// Whether a valid host is this machine itself: localhost, names below it, 127.0.0.0/8, [::1].
[[nodiscard]] bool is_loopback(std::string_view host);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_SRC_HOST_H

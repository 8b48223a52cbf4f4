// Time as the server writes it. Core never reads a clock: the present is always a parameter called
// `now`, in milliseconds as a double, because 64-bit integers do not cross to JavaScript.
//
//   parse_timestamp("2023-03-30T16:58:11.899Z");  // 1680195491899.0
//   format_timestamp(1680195491899.0);            // "2023-03-30T16:58:11.899Z"
#ifndef ROOM_VISITOR_TIME_H
#define ROOM_VISITOR_TIME_H

#include <optional>
#include <string>
#include <string_view>

namespace room_visitor {

/// Milliseconds. As a point in wall time: since 1970-01-01T00:00:00Z, as JavaScript's Date counts.
using Millis = double;

/// Reads the form that the server writes, `YYYY-MM-DDTHH:MM:SS[.fff]Z`, years 0000 to 9999, as
/// milliseconds since the epoch. Anything else, and any date that does not exist, gives nothing.
[[nodiscard]] std::optional<Millis> parse_timestamp(std::string_view text);

/// Reads an HTTP date, `Sun, 06 Nov 1994 08:49:37 GMT`, as milliseconds since the epoch. The two
/// obsolete forms, and any date that does not exist, give nothing. The day of the week is not
/// compared. Source: RFC 9110 section 5.6.7.
[[nodiscard]] std::optional<Millis> parse_http_date(std::string_view text);

/// Writes `YYYY-MM-DDTHH:MM:SS.fffZ`. Fractions of a millisecond are cut; times outside of the
/// years 0000 to 9999 are taken as the nearest time inside, and what is not a number as the epoch.
[[nodiscard]] std::string format_timestamp(Millis since_epoch);

}  // namespace room_visitor

#endif  // ROOM_VISITOR_TIME_H

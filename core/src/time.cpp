#include "room_visitor/time.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string>

namespace room_visitor {
namespace {

constexpr std::int64_t kMillisPerSecond = 1000;
constexpr std::int64_t kMillisPerMinute = 60 * kMillisPerSecond;
constexpr std::int64_t kMillisPerHour = 60 * kMillisPerMinute;
constexpr std::int64_t kMillisPerDay = 24 * kMillisPerHour;
// 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z.
constexpr Millis kEarliest = -62167219200000.0;
constexpr Millis kLatest = 253402300799999.0;

struct Date {
  int year;
  int month;
  int day;
};

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March
// so that the leap day comes last; 719468 days lie between 0000-03-01 and 1970-01-01.
std::int64_t days_from_date(const Date& date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year =
      (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  const int year = static_cast<int>(year_of_era + era * 400) + (month <= 2 ? 1 : 0);
  return {year, month, day};
}

// Reads exactly `digits` decimal digits at `at`; nothing if any is not one.
std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return {};
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

std::optional<int> milliseconds_at(std::string_view fraction) {
  if (fraction == "Z") return 0;
  if (fraction.size() != 5 || fraction.front() != '.' || fraction.back() != 'Z') return {};
  return number_at(fraction, 1, 3);
}

void append_padded(std::string& text, std::int64_t number, std::size_t digits) {
  const std::string plain = std::to_string(static_cast<long long>(number));
  text.append(digits - std::min(digits, plain.size()), '0').append(plain);
}

}  // namespace

std::optional<Millis> parse_timestamp(std::string_view text) {
  constexpr std::size_t kSecondsEnd = 19;
  if (text.size() <= kSecondsEnd || text[4] != '-' || text[7] != '-' || text[10] != 'T' ||
      text[13] != ':' || text[16] != ':')
    return {};
  const auto year = number_at(text, 0, 4), month = number_at(text, 5, 2),
             day = number_at(text, 8, 2);
  const auto hour = number_at(text, 11, 2), minute = number_at(text, 14, 2);
  const auto second = number_at(text, 17, 2), milli = milliseconds_at(text.substr(kSecondsEnd));
  if (!year || !month || !day || !hour || !minute || !second || !milli) return {};
  if (*month < 1 || *month > 12 || *day < 1 || *day > days_in(*year, *month)) return {};
  if (*hour > 23 || *minute > 59 || *second > 59) return {};
  return static_cast<Millis>(days_from_date({*year, *month, *day}) * kMillisPerDay +
                             *hour * kMillisPerHour + *minute * kMillisPerMinute +
                             *second * kMillisPerSecond + *milli);
}

std::optional<Millis> parse_http_date(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  constexpr std::size_t kLength = 29, kNameLength = 3;
  if (text.size() != kLength || text.substr(3, 2) != ", " || text[7] != ' ' || text[11] != ' ' ||
      text[16] != ' ' || text.substr(25) != " GMT")
    return {};
  const auto month = kMonths.find(text.substr(8, kNameLength));
  if (month == std::string_view::npos || month % kNameLength != 0) return {};
  std::string iso;
  iso.append(text.substr(12, 4)) += '-';
  append_padded(iso, static_cast<std::int64_t>(month / kNameLength + 1), 2);
  iso.append("-").append(text.substr(5, 2)).append("T").append(text.substr(17, 8)) += 'Z';
  return parse_timestamp(iso);
}

std::string format_timestamp(Millis since_epoch) {
  if (std::isnan(since_epoch)) since_epoch = 0;
  const auto millis =
      static_cast<std::int64_t>(std::floor(std::fmin(std::fmax(since_epoch, kEarliest), kLatest)));
  std::int64_t days = millis / kMillisPerDay;
  if (days * kMillisPerDay > millis) --days;
  const std::int64_t of_day = millis - days * kMillisPerDay;
  const Date date = date_from_days(days);

  std::string text;
  append_padded(text, date.year, 4);
  append_padded(text += '-', date.month, 2);
  append_padded(text += '-', date.day, 2);
  append_padded(text += 'T', of_day / kMillisPerHour, 2);
  append_padded(text += ':', of_day / kMillisPerMinute % 60, 2);
  append_padded(text += ':', of_day / kMillisPerSecond % 60, 2);
  append_padded(text += '.', of_day % kMillisPerSecond, 3);
  return text += 'Z';
}

}  // namespace room_visitor

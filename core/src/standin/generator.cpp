// Ids and facts. A number is scrambled by a small Feistel network, which can be run backwards; what
// is left of an id's length is noise of the same number, so that no other text is taken for an id.
#include "standin/generator.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace room_visitor::standin {
namespace {

constexpr std::string_view kIdLetters = "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::string_view kHexLetters = "0123456789abcdef";
constexpr std::size_t kShortId = 17;
constexpr std::size_t kVisitorId = 24;
constexpr std::size_t kToken = 64;
// Letters that hold a 64-bit number; the others of an id are noise.
constexpr std::size_t kIdNumberLetters = 12;
constexpr std::size_t kHexNumberLetters = 16;
// 2023-03-28T08:00:00.000Z, shortly before the documentation's example.
constexpr Millis kNewest = 1679990400000.0;
// In a block of rooms every visitor comes back a few times, and only the first time is still open.
constexpr std::size_t kVisitorsInBlock = 32;
constexpr std::size_t kRoomsOfVisitor = 3;
constexpr std::size_t kBlock = kVisitorsInBlock * kRoomsOfVisitor;
// Rooms older than these are all closed, however many there are.
constexpr std::size_t kMayBeOpen = 2000;
constexpr Millis kMinute = 60'000;
// Longer than the messages of any room take.
constexpr int kLeastMinutes = 9;
// Guests of seeds written by hand have smaller numbers.
constexpr std::size_t kFirstGuest = 1000;
constexpr std::string_view kGuest = "guest-";
constexpr std::string_view kPhone = "+1555";
constexpr std::size_t kPhoneDigits = 7;
constexpr std::string_view kMailHost = "@example.com";

constexpr std::array<std::string_view, 24> kFirstNames{
    "Amina",   "Bjarne", "Chloé",  "Daniel", "Elif",    "Fatou", "Giulia",  "Hiroshi",
    "Ingrid",  "João",   "Katya",  "Liam",   "Mei",     "Noor",  "Oskar",   "Priya",
    "Quentin", "Rosa",   "Sanjay", "Tuyết",  "Umberto", "Vera",  "Wanjiru", "Zoë"};
constexpr std::array<std::string_view, 24> kLastNames{
    "Abara",   "Brandt", "Costa",   "Duarte",    "Eriksen", "Fontaine", "García",   "Haddad",
    "Ivanova", "Jansen", "Kimura",  "Lindqvist", "Mbeki",   "Nguyen",   "Okafor",   "Petrov",
    "Quiroga", "Rossi",  "Schäfer", "Tanaka",    "Ueda",    "Varga",    "Williams", "Yılmaz"};
// Written from right to left, and longer than a column.
constexpr std::array<std::string_view, 4> kSpecialNames{
    "ليلى حداد", "נועם לוי", "Maximiliane Aurelia Konstantina von Hohenfels-Rosenquist",
    "Ana 🌻 Souza"};
constexpr std::array<std::string_view, 6> kTags{"billing", "delivery", "login",
                                                "refund",  "spam",     "vip"};

std::uint64_t mixed(std::uint64_t number) {
  number += 0x9E3779B97F4A7C15;
  number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9;
  number = (number ^ number >> 27) * 0x94D049BB133111EB;
  return number ^ number >> 31;
}

// The text of a number in the base of its letters, most significant first.
std::string written(std::uint64_t number, std::string_view letters, std::size_t length) {
  std::string text(length, letters.front());
  for (std::size_t i = length; i-- > 0; number /= letters.size())
    text[i] = letters[number % letters.size()];
  return text;
}

std::optional<std::uint64_t> read(std::string_view text, std::string_view letters) {
  std::uint64_t number = 0;
  for (const char letter : text) {
    const std::size_t digit = letters.find(letter);
    if (digit == std::string_view::npos) return {};
    number = number * letters.size() + digit;
  }
  return number;
}

std::optional<std::uint64_t> read_decimal(std::string_view text) {
  constexpr std::size_t kMostDigits = 18;
  if (text.empty() || text.size() > kMostDigits) return {};
  return read(text, "0123456789");
}

// One of a hundred, from a part of the noise that nothing else uses.
std::uint64_t percent(std::uint64_t noise, int part) { return noise >> part * 7 & 127; }

constexpr std::uint64_t share(int percents) {
  return static_cast<std::uint64_t>(percents) * 128 / 100;
}

}  // namespace

Generator::Generator(const GeneratorOptions& options, std::vector<GeneratedAgent> agents,
                     std::vector<std::string> departments)
    : options_(options), agents_(std::move(agents)), departments_(std::move(departments)) {}

std::size_t Generator::visitors() const {
  const std::size_t blocks = options_.rooms / kBlock;
  return blocks * kVisitorsInBlock + std::min(options_.rooms % kBlock, kVisitorsInBlock);
}

std::size_t Generator::may_be_open() const { return std::min(options_.rooms, kMayBeOpen); }

std::uint64_t Generator::noise(Tag tag, std::uint64_t number) const {
  const std::uint64_t key =
      mixed(std::uint64_t{options_.seed} << 8 | static_cast<std::uint64_t>(tag));
  return mixed(key ^ mixed(number));
}

std::uint64_t Generator::scrambled(Tag tag, std::uint64_t number) const {
  std::uint64_t left = number >> 32;
  std::uint64_t right = number & 0xFFFFFFFF;
  for (std::uint64_t round = 0; round < 4; ++round) {
    const std::uint64_t next = left ^ noise(tag, right << 8 | round) >> 32;
    left = right;
    right = next;
  }
  return left << 32 | right;
}

std::uint64_t Generator::unscrambled(Tag tag, std::uint64_t value) const {
  std::uint64_t left = value >> 32;
  std::uint64_t right = value & 0xFFFFFFFF;
  for (std::uint64_t round = 4; round-- > 0;) {
    const std::uint64_t before = right ^ noise(tag, left << 8 | round) >> 32;
    right = left;
    left = before;
  }
  return left << 32 | right;
}

std::string Generator::short_id(Tag tag, std::uint64_t number) const {
  return written(noise(tag, ~number), kIdLetters, kShortId - kIdNumberLetters) +
         written(scrambled(tag, number), kIdLetters, kIdNumberLetters);
}

std::optional<std::uint64_t> Generator::number_of(Tag tag, std::string_view id) const {
  if (id.size() != kShortId) return {};
  const auto value = read(id.substr(kShortId - kIdNumberLetters), kIdLetters);
  if (!value) return {};
  const std::uint64_t number = unscrambled(tag, *value);
  if (short_id(tag, number) != id) return {};
  return number;
}

std::string Generator::hex_text(Tag tag, std::uint64_t number, std::size_t length) const {
  std::string text = written(scrambled(tag, number), kHexLetters, kHexNumberLetters);
  for (std::uint64_t part = 1; text.size() < length; ++part)
    text += written(noise(tag, ~number ^ part << 48), kHexLetters,
                    std::min(kHexNumberLetters, length - text.size()));
  return text;
}

std::optional<std::size_t> Generator::visitor_of_hex(Tag tag, std::string_view text) const {
  const auto value = read(text.substr(0, kHexNumberLetters), kHexLetters);
  if (!value) return {};
  const std::uint64_t number = unscrambled(tag, *value);
  if (hex_text(tag, number, text.size()) != text) return {};
  return known_visitor(number);
}

std::optional<std::size_t> Generator::known_visitor(std::optional<std::uint64_t> number) const {
  if (!number || *number >= visitors()) return {};
  return static_cast<std::size_t>(*number);
}

std::optional<std::size_t> Generator::room_index(std::string_view rid) const {
  const auto number = number_of(Tag::room, rid);
  if (!number || *number >= rooms()) return {};
  return static_cast<std::size_t>(*number);
}

std::optional<std::size_t> Generator::room_of_inquiry(std::string_view inquiry_id) const {
  const auto number = number_of(Tag::inquiry, inquiry_id);
  if (!number || *number >= rooms()) return {};
  return static_cast<std::size_t>(*number);
}

std::optional<std::size_t> Generator::visitor_index(std::string_view id) const {
  if (id.size() != kVisitorId) return {};
  return visitor_of_hex(Tag::visitor, id);
}

std::optional<std::size_t> Generator::visitor_of_token(std::string_view token) const {
  if (token.size() != kToken) return {};
  return visitor_of_hex(Tag::token, token);
}

std::optional<std::size_t> Generator::visitor_of_username(std::string_view username) const {
  if (!username.starts_with(kGuest)) return {};
  const auto number = read_decimal(username.substr(kGuest.size()));
  if (!number || *number < kFirstGuest) return {};
  const auto visitor = known_visitor(*number - kFirstGuest);
  if (!visitor || visitor_username(*visitor) != username) return {};
  return visitor;
}

std::optional<std::size_t> Generator::visitor_of_phone(std::string_view number) const {
  if (number.size() != kPhone.size() + kPhoneDigits || !number.starts_with(kPhone)) return {};
  const auto visitor = known_visitor(read_decimal(number.substr(kPhone.size())));
  if (!visitor || phone(*visitor) != number) return {};
  return visitor;
}

std::optional<std::size_t> Generator::visitor_of_email(std::string_view address) const {
  if (!address.ends_with(kMailHost)) return {};
  const std::string_view box = address.substr(0, address.size() - kMailHost.size());
  const auto visitor = known_visitor(read_decimal(box.substr(box.find('.') + 1)));
  if (!visitor || email(*visitor) != address) return {};
  return visitor;
}

RoomFacts Generator::facts(std::size_t room) const {
  RoomFacts facts;
  facts.noise = noise(Tag::room, room);
  facts.started = started(room);
  facts.visitor = room / kBlock * kVisitorsInBlock + room % kVisitorsInBlock;
  facts.messages = 1 + static_cast<int>(percent(facts.noise, 0) % 12);
  const bool open =
      room < kMayBeOpen && room % kBlock < kVisitorsInBlock && percent(facts.noise, 1) < share(60);
  if (!open)
    facts.closed = facts.started + kMinute * (kLeastMinutes + static_cast<int>(facts.noise >> 57));
  const bool queued = agents_.empty() || (open && percent(facts.noise, 2) < share(15));
  if (!queued) facts.agent = (facts.noise >> 21) % agents_.size();
  facts.on_hold = open && !queued && percent(facts.noise, 4) < share(10);
  if (!departments_.empty() && percent(facts.noise, 5) < share(70))
    facts.department = (facts.noise >> 42) % departments_.size();
  return facts;
}

Millis Generator::started(std::size_t room) const {
  return kNewest - static_cast<Millis>(room) * options_.step;
}

std::string Generator::room_id(std::size_t room) const { return short_id(Tag::room, room); }

std::string Generator::inquiry_id(std::size_t room) const { return short_id(Tag::inquiry, room); }

std::string Generator::subscription_id(std::size_t room) const {
  return short_id(Tag::subscription, room);
}

std::vector<std::size_t> Generator::rooms_of(std::size_t visitor) const {
  std::vector<std::size_t> found;
  const std::size_t first = visitor / kVisitorsInBlock * kBlock + visitor % kVisitorsInBlock;
  for (std::size_t i = 0; i < kRoomsOfVisitor; ++i)
    if (first + i * kVisitorsInBlock < rooms()) found.push_back(first + i * kVisitorsInBlock);
  return found;
}

std::vector<std::string_view> Generator::tags(const RoomFacts& facts) const {
  if (facts.closed == 0 || percent(facts.noise, 7) >= share(40)) return {};
  const std::size_t first = (facts.noise >> 50) % kTags.size();
  if (percent(facts.noise, 8) >= share(30)) return {kTags[first]};
  return {kTags[first], kTags[(first + 1) % kTags.size()]};
}

// Every fifth visitor stays a guest without a name.
std::string Generator::visitor_name(std::size_t visitor) const {
  const std::uint64_t chosen = noise(Tag::visitor, visitor);
  if (percent(chosen, 0) < share(20)) return {};
  if (percent(chosen, 1) < share(6))
    return std::string(kSpecialNames[(chosen >> 21) % kSpecialNames.size()]);
  return std::string(kFirstNames[(chosen >> 28) % kFirstNames.size()])
      .append(" ")
      .append(kLastNames[(chosen >> 40) % kLastNames.size()]);
}

std::string Generator::visitor_username(std::size_t visitor) const {
  return std::string(kGuest) + std::to_string(kFirstGuest + visitor);
}

std::string Generator::visitor_id(std::size_t visitor) const {
  return hex_text(Tag::visitor, visitor, kVisitorId);
}

// Before the first room, and in the order of the indexes.
Millis Generator::visitor_started(std::size_t visitor) const {
  const std::size_t block = visitor / kVisitorsInBlock;
  return kNewest -
         static_cast<Millis>((block + 1) * kBlock + visitor % kVisitorsInBlock) * options_.step;
}

std::string Generator::visitor_token(std::size_t visitor) const {
  return hex_text(Tag::token, visitor, kToken);
}

std::string Generator::email(std::size_t visitor) const {
  if (percent(noise(Tag::visitor, visitor), 2) >= share(60)) return {};
  return "visitor." + std::to_string(visitor) + std::string(kMailHost);
}

std::string Generator::phone(std::size_t visitor) const {
  if (percent(noise(Tag::visitor, visitor), 3) >= share(30)) return {};
  return std::string(kPhone) + written(visitor, "0123456789", kPhoneDigits);
}

}  // namespace room_visitor::standin

// Reading JSON text: iterative, so that no depth of nesting can use up the stack.
#include <utility>
#include <vector>

#include "standin/js_number.h"
#include "standin/json.h"
#include "standin/text.h"
#include "standin/text_index.h"

namespace room_visitor::standin {
namespace {

// Objects up to this size are searched member by member for equal keys, larger ones by an index.
constexpr std::size_t kSmallObject = 8;
// Whole numbers of up to fifteen digits are exact in the server's numbers.
constexpr std::size_t kExactDigits = 15;
constexpr double kLargestExact = 9007199254740992.0;

void merge_equal_keys(Json::object_t& members) {
  TextIndex places;
  for (const auto& entry : members) places.add(entry.first, places.size());
  if (places.size() == members.size()) return;
  Json::object_t merged;
  for (auto& [key, value] : members) {
    const std::size_t place = places.find(key).value_or(0);
    if (place == merged.size()) {
      merged.push_back({key, std::move(value)});
    } else {
      merged.data()[place].second = std::move(value);
    }
  }
  members = std::move(merged);
}

Json to_number(std::string_view token) {
  const bool is_negative = token.front() == '-';
  const double size = decimal_number(token.substr(is_negative ? 1 : 0));
  const double number = is_negative ? -size : size;
  if (token.size() <= kExactDigits + 1 && token.find_first_of(".eE") == std::string_view::npos &&
      number < kLargestExact)
    return static_cast<Json::number_integer_t>(number);
  return number;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<JsonText> read() {
    while (expect_ != Expect::nothing) {
      skip_space();
      if (at_ >= text_.size() || !step(text_[at_])) return {};
    }
    skip_space();
    if (at_ < text_.size()) return {};
    return std::move(result_);
  }

  /// How far it got.
  [[nodiscard]] std::size_t place() const { return at_; }

 private:
  enum class Expect { value, value_or_end, key, key_or_end, comma_or_end, nothing };
  struct Frame {
    Json container;
    std::string key;  // the name under which the container goes into its parent
  };

  bool step(char next) {
    switch (expect_) {
      case Expect::value:
        return value(next);
      case Expect::value_or_end:
        return next == ']' ? close() : value(next);
      case Expect::key:
        return key(next);
      case Expect::key_or_end:
        return next == '}' ? close() : key(next);
      case Expect::comma_or_end:
        return comma_or_end(next);
      case Expect::nothing:
        break;
    }
    return false;
  }

  bool comma_or_end(char next) {
    const bool in_object = open_.back() == '}';
    if (next == open_.back()) return close();
    if (next != ',') return false;
    ++at_;
    expect_ = in_object ? Expect::key : Expect::value;
    return true;
  }

  bool key(char next) {
    if (next != '"') return false;
    auto text = string();
    if (!text) return false;
    key_ = std::move(*text);
    skip_space();
    expect_ = Expect::value;
    return take(':');
  }

  bool value(char next) {
    switch (next) {
      case '{':
        return open(Json::object(), Expect::key_or_end);
      case '[':
        return open(Json::array(), Expect::value_or_end);
      case '"': {
        auto text = string();
        return text && add(std::move(*text));
      }
      case 't':
        return word("true") && add(true);
      case 'f':
        return word("false") && add(false);
      case 'n':
        return word("null") && add(nullptr);
      default:
        return number();
    }
  }

  bool open(Json container, Expect next) {
    ++at_;
    open_ += container.is_object() ? '}' : ']';
    if (open_.size() <= kKeptDepth) {
      frames_.push_back({std::move(container), std::move(key_)});
    } else if (open_.size() == kKeptDepth + 1) {
      cut_key_ = std::move(key_);
    }
    result_.depth = open_.size() > result_.depth ? open_.size() : result_.depth;
    expect_ = next;
    return true;
  }

  bool close() {
    ++at_;
    const bool was_object = open_.back() == '}';
    open_.pop_back();
    if (open_.size() >= kKeptDepth) {
      if (open_.size() == kKeptDepth) key_ = std::move(cut_key_);
      return add(was_object ? Json::object() : Json::array());
    }
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    auto* members = frame.container.get_ptr<Json::object_t*>();
    if (members != nullptr && members->size() > kSmallObject) merge_equal_keys(*members);
    key_ = std::move(frame.key);
    return add(std::move(frame.container));
  }

  bool add(Json value) {
    expect_ = open_.empty() ? Expect::nothing : Expect::comma_or_end;
    if (open_.empty()) {
      result_.value = std::move(value);
    } else if (open_.size() <= kKeptDepth) {
      add_to(frames_.back().container, std::move(value));
    }
    return true;
  }

  void add_to(Json& container, Json value) {
    if (auto* items = container.get_ptr<Json::array_t*>()) {
      items->push_back(std::move(value));
      return;
    }
    auto* members = container.get_ptr<Json::object_t*>();
    if (members->size() <= kSmallObject) {
      for (auto& existing : *members) {
        if (existing.first != key_) continue;
        existing.second = std::move(value);
        return;
      }
    }
    members->push_back({std::move(key_), std::move(value)});
  }

  bool word(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }

  bool number() {
    const std::size_t start = at_;
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!digits()) return false;
    }
    return add(to_number(text_.substr(start, at_ - start)));
  }

  bool digits() {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return at_ > start;
  }

  std::optional<std::string> string() {
    std::string text;
    for (++at_; at_ < text_.size(); ++at_) {
      const char next = text_[at_];
      if (next == '"') {
        ++at_;
        return text;
      }
      if (static_cast<unsigned char>(next) < ' ') return {};
      if (next != '\\') {
        text += next;
      } else if (!escape(text)) {
        return {};
      }
    }
    return {};
  }

  // Reads the escape whose backslash is at `at_`, and leaves `at_` on its last character.
  bool escape(std::string& text) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
    if (++at_ >= text_.size()) return false;
    if (text_[at_] == 'u') return unicode_escape(text);
    const std::size_t place = kNames.find(text_[at_]);
    if (place == std::string_view::npos) return false;
    text += kValues[place];
    return true;
  }

  bool unicode_escape(std::string& text) {
    constexpr char32_t kReplacement = 0xFFFD;
    const auto first = hex4(at_ + 1);
    if (!first) return false;
    at_ += 4;
    const bool is_high = *first >= 0xD800 && *first < 0xDC00;
    const bool is_low = *first >= 0xDC00 && *first < 0xE000;
    if (is_high && text_.substr(at_ + 1, 2) == "\\u") {
      const auto second = hex4(at_ + 3);
      if (second && *second >= 0xDC00 && *second < 0xE000) {
        at_ += 6;
        append_utf8(text, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
        return true;
      }
    }
    append_utf8(text, is_high || is_low ? kReplacement : *first);
    return true;
  }

  [[nodiscard]] std::optional<char32_t> hex4(std::size_t start) const {
    if (start + 4 > text_.size()) return {};
    char32_t value = 0;
    for (const char digit : text_.substr(start, 4)) {
      const bool is_digit = digit >= '0' && digit <= '9';
      const char lower = static_cast<char>(digit | 0x20);
      if (!is_digit && (lower < 'a' || lower > 'f')) return {};
      value = value * 16 + static_cast<char32_t>(is_digit ? digit - '0' : lower - 'a' + 10);
    }
    return value;
  }

  bool take(char expected) {
    if (at_ >= text_.size() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }

  void skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
      ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Expect expect_ = Expect::value;
  std::string key_;
  std::string cut_key_;  // the name of the container that is too deep to be kept
  std::string open_;     // what closes each level
  std::vector<Frame> frames_;
  JsonText result_;
};

}  // namespace

std::optional<JsonText> parse_json(std::string_view text) { return Reader(text).read(); }

TextPlace json_ends_at(std::string_view text) {
  Reader reader(text);
  static_cast<void>(reader.read());
  const std::string_view before = text.substr(0, reader.place());
  TextPlace place;
  for (const char byte : before) {
    const bool is_first = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (byte == '\n') {
      place = {place.line + 1, 1};
    } else if (is_first) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace room_visitor::standin

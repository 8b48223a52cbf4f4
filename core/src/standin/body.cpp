#include "standin/body.h"

#include <algorithm>
#include <array>
#include <string>

#include "standin/text.h"

namespace room_visitor::standin {
namespace {

constexpr std::size_t kLargestBody = std::size_t{50} * 1024 * 1024;
constexpr std::ptrdiff_t kMostParameters = 1000;
// Numbers in brackets are places of a list up to here, and names of members beyond.
constexpr std::string_view kLargestPlace = "20";
constexpr int kBadRequest = 400;
constexpr int kTooLarge = 413;
constexpr int kUnsupportedMediaType = 415;
// Names that every object of the server's language inherits; its form reader leaves them out.
constexpr std::array<std::string_view, 12> kInheritedNames{
    "__defineGetter__", "__defineSetter__", "__lookupGetter__",
    "__lookupSetter__", "__proto__",        "constructor",
    "hasOwnProperty",   "isPrototypeOf",    "propertyIsEnumerable",
    "toLocaleString",   "toString",         "valueOf"};

bool is_json(std::string_view type) {
  constexpr std::string_view kTree = "application/";
  return type == "application/json" || (type.starts_with(kTree) && type.ends_with("+json"));
}

// The charset parameter, lower-cased; "utf-8" if there is none.
std::string charset_of(std::string_view content_type) {
  for (const std::string_view part : split(content_type, ';')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    if (to_lower_ascii(trim(part.substr(0, equals))) != "charset") continue;
    std::string_view value = trim(part.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
      value = value.substr(1, value.size() - 2);
    return to_lower_ascii(value);
  }
  return "utf-8";
}

bool is_plain(const HttpRequest& request) {
  const std::string* coding = find_header(request.headers, "content-encoding");
  return coding == nullptr || to_lower_ascii(trim(*coding)) == "identity";
}

ReadBody unreadable(int status) { return {Json::object(), UnreadableBody{status}}; }

ReadBody read_json_body(const std::string& bytes) {
  const std::string text = decode_utf8(bytes);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  // The parser is strict: a text that is neither object nor list is refused unread.
  if (first == std::string::npos || (text[first] != '{' && text[first] != '['))
    return unreadable(kBadRequest);
  auto json = parse_json(text);
  if (!json) return unreadable(kBadRequest);
  return {std::move(json->value), {}};
}

ReadBody read_form_body(const std::string& bytes) {
  const std::string text = decode_utf8(bytes);
  if (std::count(text.begin(), text.end(), '&') >= kMostParameters) return unreadable(kTooLarge);
  return {read_form(text), {}};
}

// "[]", or a place of a list. Items stay in the order they come in, whatever their places.
bool is_list_part(std::string_view part) {
  if (part == "[]") return true;
  if (part.size() < 3 || part.back() != ']') return false;
  const std::string_view place = part.substr(1, part.size() - 2);
  if (place.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (place.size() == 1) return true;
  return place.size() == kLargestPlace.size() && place.front() != '0' && place <= kLargestPlace;
}

void add_parameter(Json& form, std::string_view raw_name, std::string value) {
  const std::string name = decode_form_text(raw_name);
  const std::size_t bracket = name.find('[', 1);
  const std::string base = name.substr(0, bracket);
  if (base.empty() ||
      std::find(kInheritedNames.begin(), kInheritedNames.end(), base) != kInheritedNames.end())
    return;
  if (bracket != std::string::npos && !is_list_part(std::string_view(name).substr(bracket))) {
    const std::string inner = name.substr(bracket + 1, name.find(']', bracket) - bracket - 1);
    Json* existing = member(form, base);
    if (existing == nullptr || !existing->is_object()) set_member(form, base, Json::object());
    set_member(*member(form, base), inner, std::move(value));
  } else if (Json* existing = member(form, base)) {
    if (!existing->is_array()) *existing = Json::array({*existing});
    existing->get_ptr<Json::array_t*>()->emplace_back(std::move(value));
  } else if (bracket != std::string::npos) {
    set_member(form, base, Json::array({std::move(value)}));
  } else {
    set_member(form, base, std::move(value));
  }
}

}  // namespace

Json read_form(std::string_view text) {
  Json form = Json::object();
  for (std::ptrdiff_t left = kMostParameters; left > 0 && !text.empty();) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    if (part.empty()) continue;
    --left;
    const std::size_t equals = part.find('=');
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1);
    add_parameter(form, part.substr(0, equals), decode_form_text(value));
  }
  return form;
}

ReadBody read_body(const HttpRequest& request) {
  const std::string* content_type = find_header(request.headers, "content-type");
  if (request.body.empty() || content_type == nullptr) return {};
  const std::string type = media_type(*content_type);
  const bool is_form = type == "application/x-www-form-urlencoded";
  if (!is_form && !is_json(type)) return {};
  if (charset_of(*content_type) != "utf-8" || !is_plain(request))
    return unreadable(kUnsupportedMediaType);
  if (request.body.size() > kLargestBody) return unreadable(kTooLarge);
  return is_form ? read_form_body(request.body) : read_json_body(request.body);
}

}  // namespace room_visitor::standin

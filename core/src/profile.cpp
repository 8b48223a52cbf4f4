#include "room_visitor/profile.h"

#include <array>

#include "unicode.h"

namespace room_visitor {
namespace {

struct FirstVersion {
  int major;
  int minor;
  Profile profile;
};

// Newest first: the first row that a version has reached is its profile.
constexpr std::array kFirstVersions{
    FirstVersion{7, 0, Profile::removed}, FirstVersion{6, 5, Profile::one_permission},
    FirstVersion{5, 2, Profile::two_permissions}, FirstVersion{3, 6, Profile::broken},
    FirstVersion{0, 0, Profile::absent}};

constexpr std::array kAllProfiles{Profile::unknown,        Profile::absent,
                                  Profile::broken,         Profile::two_permissions,
                                  Profile::one_permission, Profile::removed};

}  // namespace

Profile profile_of(const ServerVersion& version) {
  for (const FirstVersion& first : kFirstVersions)
    if (version.at_least(first.major, first.minor)) return first.profile;
  return Profile::absent;
}

std::string_view to_text(Profile profile) {
  switch (profile) {
    case Profile::unknown:
      return "unknown";
    case Profile::absent:
      return "absent";
    case Profile::broken:
      return "broken";
    case Profile::two_permissions:
      return "two_permissions";
    case Profile::one_permission:
      return "one_permission";
    case Profile::removed:
      return "removed";
  }
  return "unknown";
}

Result<Profile> parse_profile(std::string_view text) {
  for (const Profile profile : kAllProfiles)
    if (to_text(profile) == text) return profile;
  return Error{ErrorCode::invalid_input, "/profile", quote_for_people(text),
               "unknown, absent, broken, two_permissions, one_permission or removed"};
}

std::optional<Error> error_of_profile(Profile profile) {
  switch (profile) {
    case Profile::absent:
      return Error{ErrorCode::endpoint_absent, "", "a version before 3.6", "5.2 to 6.13"};
    case Profile::broken:
      return Error{ErrorCode::endpoint_broken, "", "a version from 3.6 to 5.1", "5.2 to 6.13"};
    case Profile::removed:
      return Error{ErrorCode::endpoint_removed, "", "version 7.0 or later", "5.2 to 6.13"};
    case Profile::unknown:
    case Profile::two_permissions:
    case Profile::one_permission:
      return {};
  }
  return {};
}

}  // namespace room_visitor

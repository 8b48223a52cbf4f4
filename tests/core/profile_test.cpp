#include "room_visitor/profile.h"

#include <gtest/gtest.h>

namespace room_visitor {
namespace {

struct ProfileCase {
  int major;
  int minor;
  Profile profile;
};

TEST(Profile, FollowsTheVersionMap) {
  const ProfileCase cases[]{{0, 70, Profile::absent},         {3, 5, Profile::absent},
                            {3, 6, Profile::broken},          {4, 8, Profile::broken},
                            {5, 1, Profile::broken},          {5, 2, Profile::two_permissions},
                            {6, 4, Profile::two_permissions}, {6, 5, Profile::one_permission},
                            {6, 13, Profile::one_permission}, {7, 0, Profile::removed},
                            {8, 6, Profile::removed}};
  for (const ProfileCase& row : cases)
    EXPECT_EQ(profile_of({row.major, row.minor, {}}), row.profile) << row.major << "." << row.minor;
}

TEST(Profile, TextAndBack) {
  for (const Profile profile :
       {Profile::unknown, Profile::absent, Profile::broken, Profile::two_permissions,
        Profile::one_permission, Profile::removed})
    EXPECT_EQ(parse_profile(to_text(profile)).value(), profile);
  EXPECT_EQ(parse_profile("new").error().code, ErrorCode::invalid_input);
}

TEST(Profile, SaysWhereAnUpdateCannotSucceed) {
  EXPECT_EQ(error_of_profile(Profile::absent)->code, ErrorCode::endpoint_absent);
  EXPECT_EQ(error_of_profile(Profile::broken)->code, ErrorCode::endpoint_broken);
  EXPECT_EQ(error_of_profile(Profile::removed)->code, ErrorCode::endpoint_removed);
  EXPECT_FALSE(error_of_profile(Profile::unknown));
  EXPECT_FALSE(error_of_profile(Profile::two_permissions));
  EXPECT_FALSE(error_of_profile(Profile::one_permission));
}

}  // namespace
}  // namespace room_visitor

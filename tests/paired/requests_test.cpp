// What the simulation recognises as the client's requests.
#include "paired/requests.h"

#include <gtest/gtest.h>

#include "paired/server.h"
#include "room_visitor/endpoints.h"

namespace room_visitor::paired {
namespace {

constexpr Credentials kGiven{"mAnAgEr2oFtHeRoOm", "manager-1"};

Session session(const char* token = "manager-1") {
  return make_session({"mAnAgEr2oFtHeRoOm"}, {token}).value();
}

HttpRequest write(const char* rid = kRid.data(), Owner from = Owner::ada, Owner to = Owner::ben) {
  const VisitorUpdate update{{rid}, {std::string(id_of(from))}, {std::string(id_of(to))}};
  return update_room_visitor(parse_server_url(kOrigin).value(), session(),
                             *validate(update).update);
}

HttpRequest reading(const char* rid = kRid.data(), const char* token = "manager-1") {
  return room_info(parse_server_url(kOrigin).value(), session(token), RoomId{rid});
}

HttpRequest version() { return server_info(parse_server_url(kOrigin).value()); }

HttpRequest sent_elsewhere(HttpRequest request) {
  request.url.replace(0, kOrigin.size(), "http://elsewhere:3000");
  return request;
}

TEST(Requests, AreToldByMethodOriginAndPath) {
  EXPECT_EQ(kind_of(write()), RequestKind::write);
  EXPECT_EQ(kind_of(reading()), RequestKind::read_back);
  EXPECT_EQ(kind_of(version()), RequestKind::version);
  EXPECT_FALSE(kind_of(sent_elsewhere(write())));
  EXPECT_FALSE(kind_of(sent_elsewhere(version())));
  HttpRequest posted = write();
  posted.method = "POST";
  EXPECT_FALSE(kind_of(posted));
  HttpRequest longer = version();
  longer.url += "/x";
  EXPECT_FALSE(kind_of(longer));
  longer.url = std::string(kOrigin) + "0/api/info";
  EXPECT_FALSE(kind_of(longer)) << "another port";
}

bool is_right(const HttpRequest& request) {
  return is_right(request, *kind_of(request), History{}, kGiven);
}

TEST(Requests, AreRightWithAllTheirParts) {
  EXPECT_TRUE(is_right(write()));
  EXPECT_TRUE(is_right(reading()));
  EXPECT_TRUE(is_right(version()));
  EXPECT_FALSE(is_right(write("another")));
  EXPECT_FALSE(is_right(write(kRid.data(), Owner::ben, Owner::ada)));
  EXPECT_FALSE(is_right(write(kRid.data(), Owner::ada, Owner::cleo)));
  EXPECT_FALSE(is_right(reading("another")));
  EXPECT_FALSE(is_right(reading(kRid.data(), "manager-2"))) << "another session";
  HttpRequest asked = version();
  asked.headers = reading().headers;
  EXPECT_FALSE(is_right(asked)) << "the version is asked for without a session";
  HttpRequest unmarked = write();
  unmarked.headers.pop_back();
  EXPECT_FALSE(is_right(unmarked));
}

}  // namespace
}  // namespace room_visitor::paired

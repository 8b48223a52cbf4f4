// The stand-in half as an application's own tests use it.
#include <room_visitor/standin/workspace.h>

#include "expect.h"

int main() {
  using namespace room_visitor;
  Result<standin::Workspace> workspace = standin::make_workspace({});
  expect(workspace.ok(), "the built-in seed is read");
  if (!workspace.ok()) return failures;
  const HttpRequest request{.method = "GET", .url = "/api/info", .headers = {}, .body = ""};
  const standin::Exchange exchange = workspace.value().handle(request, "127.0.0.1", 0);
  expect(exchange.response.status == 200, "the server's version can be asked");
  expect(exchange.response.body.find("\"version\":\"6.4\"") != std::string::npos, "and is 6.4");
  return failures;
}

// The example page, opened and used: what docs/element.md shows first has to work as it stands.
import { readFileSync } from "node:fs";

import { kSessions } from "./admin.js";
import { expect, failedLoad, test } from "./fixtures.js";

const kSource = new URL("../web/demo/example.html", import.meta.url);
const kServer = "https://chat.example.com";

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => !crossOrigin, "its workspace has an origin of its own");
// Which is played here by intercepting its calls: Firefox resets the PUT among them.
test.skip(({ browserName }) => browserName === "firefox", "the workspace is an interception");

test("has under forty lines", () => {
  expect(readFileSync(kSource, "utf8").trim().split("\n").length).toBeLessThan(40);
});

test("connects with the session of the page, moves, and says so", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(failedLoad("livechat/rooms"));
  await page.route("**/session.json", (route) => route.fulfill({ json: kSessions.rodriq }));
  await page.route(`${kServer}/**`, async (route) => {
    const url = route.request().url().replace(kServer, servers.api);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  // The policy of a host whose workspace that is.
  await page.route("**/example.html", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = headers["content-security-policy"]?.replace(servers.api, kServer) ?? "";
    expect(policy).toContain(kServer);
    await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy } });
  });
  await page.goto(new URL("example.html", servers.page).href);
  const note = page.locator("output");
  await expect(note).toHaveText(`Connected to ${kServer}, version 6.4.`);
  const admin = page.locator("room-visitor-admin");
  await admin.getByRole("button", { name: "Mende", exact: true }).click();
  await admin.getByRole("combobox", { name: "Find the person" }).fill("mende");
  await admin.getByRole("option", { name: "Amara Mende" }).click();
  await admin.getByRole("button", { name: "Move conversation to Amara Mende" }).click();
  await expect(note).toHaveText(/^Conversation tcbbSmWSLR5uo5PBW now belongs to/);
});

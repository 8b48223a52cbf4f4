// The example page, opened and used: what docs/element.md shows first has to work as it stands.
import { readFileSync } from "node:fs";

import { kSessions } from "./admin.js";
import { expect, test } from "./fixtures.js";

const kSource = new URL("../web/demo/example.html", import.meta.url);
const kServer = "https://chat.example.com";

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => !crossOrigin, "its workspace has an origin of its own");

test("has under forty lines", () => {
  expect(readFileSync(kSource, "utf8").trim().split("\n").length).toBeLessThan(40);
});

test("connects with the session of the page, moves, and says so", async ({
  page,
  servers,
  browserName,
}) => {
  await page.route("**/session.json", (route) => route.fulfill({ json: kSessions.rodriq }));
  // Chromium takes a page that was changed on its way for one from elsewhere.
  if (browserName === "chromium") await page.context().grantPermissions(["local-network-access"]);
  // The address of one's own workspace is the one thing to fill in.
  await page.route("**/example.html", async (route) => {
    const response = await route.fetch();
    const source = await response.text();
    expect(source).toContain(kServer);
    await route.fulfill({ response, body: source.replace(kServer, servers.api) });
  });
  await page.goto(new URL("example.html", servers.page).href);
  const note = page.locator("output");
  await expect(note).toHaveText(`Connected to ${servers.api}, version 6.4.`);
  const admin = page.locator("room-visitor-admin");
  await admin.getByRole("button", { name: "Mende", exact: true }).click();
  await admin.getByRole("combobox", { name: "Find the person" }).fill("mende");
  await admin.getByRole("option", { name: "Amara Mende" }).click();
  await admin.getByRole("button", { name: "Move conversation to Amara Mende" }).click();
  await expect(note).toHaveText(/^Conversation tcbbSmWSLR5uo5PBW now belongs to/);
});

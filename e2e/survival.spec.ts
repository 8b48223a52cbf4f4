// A page that goes away in the middle of a move, or loses the line, and comes back: it shows what is
// true once somebody has logged in, and sends nothing but readings for that.
import type { Page } from "@playwright/test";

import { kMove } from "../tests/web/golden.js";
import type { Fault } from "../web/src/standin/faults.js";
import { expect, type Servers, test } from "./fixtures.js";

const kWrite = { method: "PUT", path: "/api/v1/livechat/room.visitor" };
const kRead = { method: "GET", path: "/api/v1/rooms.info" };
const kPage = `server.html?rid=${kMove.rid}&newVisitorId=${kMove.newVisitorId}`;

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => crossOrigin, "what a page keeps does not depend on the server");

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const entries = (page: Page) =>
  page.getByRole("list", { name: "Earlier moves, newest first" }).getByRole("listitem");
const writesAt = (servers: Servers): number => servers.received("PUT", kWrite.path).length;

async function logIn(page: Page): Promise<void> {
  await page.getByLabel("Username or e-mail address").fill("rodriq");
  await page.getByLabel("Password", { exact: true }).fill("rodriq-password");
  await button(page, "Log in").click();
}

// Begins a move that meets these faults, and waits until it has arrived at the server.
async function begin(page: Page, servers: Servers, faults: readonly Fault[]): Promise<void> {
  const standin = await servers.renew();
  await page.goto(servers.page + kPage);
  await logIn(page);
  standin.setFaults(faults);
  await button(page, "Move conversation to Amara Mende").click();
  await expect.poll(() => writesAt(servers)).toBe(1);
}

async function comeBack(page: Page, servers: Servers): Promise<void> {
  await page.goto(servers.page + kPage);
  await logIn(page);
  await page.getByRole("link", { name: "Earlier moves" }).click();
}

async function expectMoved(page: Page, servers: Servers): Promise<void> {
  await comeBack(page, servers);
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText("Moved", { timeout: 15_000 });
  await expect(entries(page)).toContainText(kMove.newVisitorId);
  await expect(entries(page)).toContainText("Looked at again later");
  expect(writesAt(servers)).toBe(1);
}

test("shows after a reload that the move was made", async ({ page, servers }) => {
  await begin(page, servers, [{ kind: "stall_after", ...kWrite }]);
  await page.reload();
  await expectMoved(page, servers);
  await expectMoved(page, servers);
});

test("shows in another tab that the move was made after its page was closed", async ({
  page,
  context,
  servers,
}) => {
  await begin(page, servers, [{ kind: "stall_after", ...kWrite }]);
  const other = await context.newPage();
  await page.close();
  await expectMoved(other, servers);
});

test("says after a reload that a move which never arrived is not known, and whose the room was", async ({
  page,
  servers,
}) => {
  await begin(page, servers, [{ kind: "stall_before", ...kWrite }]);
  await comeBack(page, servers);
  await expect(entries(page)).toContainText("Not known", { timeout: 15_000 });
  await expect(entries(page)).toContainText("still belonged to the old visitor");
  expect(writesAt(servers)).toBe(1);
});

test("does nothing without somebody who has logged in", async ({ page, servers }) => {
  await begin(page, servers, [{ kind: "stall_after", ...kWrite }]);
  const reads = servers.received("GET", kRead.path).length;
  await page.goto(servers.page + kPage);
  await expect(page.getByLabel("Username or e-mail address")).toBeVisible();
  await expect(button(page, /^Move conversation/)).toHaveCount(0);
  expect(servers.received("GET", kRead.path)).toHaveLength(reads);
});

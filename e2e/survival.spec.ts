// A page that goes away in the middle of a move, or loses the line, and comes back: it shows what is
// true once somebody has logged in, and sends nothing but readings for that.
import type { Page } from "@playwright/test";

import { kMove } from "../tests/web/golden.js";
import type { Fault } from "../web/src/standin/faults.js";
import type { Standin } from "../web/src/standin/standin.js";
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
async function begin(page: Page, servers: Servers, faults: readonly Fault[]): Promise<Standin> {
  const standin = await servers.renew();
  await page.goto(servers.page + kPage);
  await logIn(page);
  const act = button(page, "Move conversation to Amara Mende");
  await act.waitFor();
  // Not before the preview has been read, which some of the faults would befall.
  standin.setFaults(faults);
  await act.click();
  await expect.poll(() => writesAt(servers)).toBe(1);
  return standin;
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
  // Firefox lets the page that goes away hear that its line is gone, and read the room once.
  await expect(entries(page)).toContainText(/Looked at again later|Read afterwards/);
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
  await page.goto(servers.page + kPage);
  await expect(page.getByLabel("Username or e-mail address")).toBeVisible();
  // The page that is gone may have read the room when its line broke.
  const reads = servers.received("GET", kRead.path).length;
  await page.reload();
  await expect(page.getByLabel("Username or e-mail address")).toBeVisible();
  await expect(button(page, /^Move conversation/)).toHaveCount(0);
  expect(servers.received("GET", kRead.path)).toHaveLength(reads);
});

test("says what is true once the line is back, and after a reload", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(/Failed to load resource|NetworkError/);
  const standin = await begin(page, servers, [
    { kind: "cut", bytes: 10, ...kWrite },
    { kind: "reset_before", times: 0, ...kRead },
  ]);
  await expect(page.getByRole("heading", { name: /^It is not known/ })).toBeVisible({
    timeout: 20_000,
  });
  standin.setFaults([]);
  await button(page, "Check again").click();
  await expect(page.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await expectMoved(page, servers);
});

test("takes an earlier move back, and forgets both", async ({ page, servers }) => {
  await begin(page, servers, []);
  await expect(page.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await page.getByRole("link", { name: "Earlier moves" }).click();
  await button(page, /^Move back: conversation/).click();
  await expect(entries(page)).toHaveCount(2);
  await expect(page.getByText("The conversation was moved back.").first()).toBeVisible();
  await button(page, "Forget finished moves…").click();
  await button(page, "Forget 2 moves").click();
  await expect(page.getByText("No moves yet.")).toBeVisible();
  expect(writesAt(servers)).toBe(2);
});

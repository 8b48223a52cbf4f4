// A page that goes away in the middle of a move, or loses the line, and comes back: it shows what is
// true once it has credentials, and sends nothing but readings for that.
import type { Page } from "@playwright/test";

import { kMove } from "../tests/web/golden.js";
import type { Fault } from "../web/src/standin/faults.js";
import {
  exampleButton,
  expect,
  failedLoad,
  field,
  type Servers,
  sendButton,
  test,
} from "./fixtures.js";

const kWrite = { method: "PUT", path: "/api/v1/livechat/room.visitor" };
const kRead = { method: "GET", path: "/api/v1/rooms.info" };

const earlier = (page: Page) => page.getByRole("region", { name: "Earlier moves" });
const checkButton = (page: Page) => page.getByRole("button", { name: "Check earlier moves" });
const writesAt = (servers: Servers): number => servers.received("PUT", kWrite.path).length;

// Fills in everything but sends nothing.
async function fill(page: Page, servers: Servers): Promise<void> {
  await exampleButton(page).click();
  await field(page, "Server address").fill(servers.api);
  await field(page, "New visitor id").fill(kMove.newVisitorId);
}

// Begins a move that meets these faults, and waits until it has arrived at the server.
async function begin(page: Page, servers: Servers, faults: readonly Fault[]): Promise<void> {
  const standin = await servers.renew();
  standin.setFaults(faults);
  await fill(page, servers);
  await sendButton(page).click();
  await expect.poll(() => writesAt(servers)).toBe(1);
}

async function expectMoved(page: Page, servers: Servers): Promise<void> {
  await fill(page, servers);
  await checkButton(page).click();
  const entry = earlier(page).getByRole("listitem");
  await expect(entry).toHaveCount(1, { timeout: 15_000 });
  await expect(entry).toContainText("Moved");
  await expect(entry).toContainText(kMove.newVisitorId);
  await expect(entry).toContainText("looked at again later");
  expect(writesAt(servers)).toBe(1);
}

test.skip(({ crossOrigin }) => crossOrigin, "what a page keeps does not depend on the server");

test("shows after a reload that the move was made", async ({ page, openPage, servers }) => {
  await openPage();
  await begin(page, servers, [{ kind: "stall_after", ...kWrite }]);
  await page.reload();
  await expectMoved(page, servers);
  await page.reload();
  await expectMoved(page, servers);
});

test("shows in another tab that the move was made after its page was closed", async ({
  page,
  context,
  openPage,
  servers,
}) => {
  await openPage();
  await begin(page, servers, [{ kind: "stall_after", ...kWrite }]);
  const other = await context.newPage();
  await page.close();
  await other.goto(servers.page);
  await expectMoved(other, servers);
});

test("says after a reload that a move which never arrived is not known, and whose the room was", async ({
  page,
  openPage,
  servers,
}) => {
  await openPage();
  await begin(page, servers, [{ kind: "stall_before", ...kWrite }]);
  await page.reload();
  await fill(page, servers);
  await checkButton(page).click();
  const entry = earlier(page).getByRole("listitem");
  await expect(entry).toContainText("Not known", { timeout: 15_000 });
  await expect(entry).toContainText("belonged to the old visitor");
  expect(writesAt(servers)).toBe(1);
});

test("finds out when the line is back what happened while it was down", async ({
  page,
  openPage,
  servers,
  expectProblem,
}) => {
  expectProblem(/./);
  await openPage();
  const standin = await servers.renew();
  standin.setFaults([
    { kind: "cut", bytes: 10, ...kWrite },
    { kind: "reset_before", times: 0, ...kRead },
  ]);
  await fill(page, servers);
  await sendButton(page).click();
  await expect(page.getByRole("region", { name: "Result" })).toContainText("It is not known", {
    timeout: 20_000,
  });
  standin.setFaults([]);
  await expectMoved(page, servers);
});

test("does nothing without the credentials of the user", async ({ page, openPage, servers }) => {
  await openPage();
  await begin(page, servers, [{ kind: "stall_after", ...kWrite }]);
  await page.reload();
  await field(page, "Server address").fill(servers.api);
  const reads = servers.received("GET", kRead.path).length;
  await checkButton(page).click();
  await expect(earlier(page)).toContainText("The user id or the auth token is missing");
  expect(servers.received("GET", kRead.path)).toHaveLength(reads);
});

test("undoes, saves and forgets an earlier move", async ({
  page,
  openPage,
  servers,
  expectProblem,
}) => {
  expectProblem(failedLoad("rooms.info"));
  await openPage();
  await begin(page, servers, []);
  await expect(page.getByRole("region", { name: "Result" })).toContainText(
    "belongs to the new visitor",
  );
  await checkButton(page).click();
  await page.getByRole("button", { name: `back to ${kMove.oldVisitorId}` }).click();
  const entries = earlier(page).getByRole("listitem");
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText("Moved");
  await page.getByRole("button", { name: "Forget what is settled" }).click();
  await expect(earlier(page)).toContainText("No earlier moves");
  expect(writesAt(servers)).toBe(2);
});

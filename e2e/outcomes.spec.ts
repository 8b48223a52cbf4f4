// What the page says when the server refuses, and when nobody knows.
import type { Page } from "@playwright/test";

import { exampleButton, expect, failedLoad, field, row, sendButton, test } from "./fixtures.js";

const kRoute = "**/api/v1/livechat/room.visitor";

test("puts a refusal beside the field in which it can be repaired", async ({
  page,
  openPage,
  expectProblem,
}) => {
  expectProblem(failedLoad("livechat/room.visitor"));
  await openPage();
  await exampleButton(page).click();
  await field(page, "New visitor id").fill("6425bb86c29657e5b3ba26ff");
  await sendButton(page).click();
  await expect(
    page.getByRole("heading", { name: "The server refused; nothing was changed" }),
  ).toBeFocused();
  await expect(page.locator("#newVisitorId")).toContainText("The new visitor does not exist");
  await expect(page.getByText("The room before the request")).toBeVisible();
  await field(page, "New visitor id").fill("63d8f20a5be41c7790e6a1f4");
  await expect(page.locator("#newVisitorId")).not.toContainText("does not exist");
  await sendButton(page).click();
  await expect(page.getByRole("heading", { name: /belongs to the new visitor/ })).toBeFocused();
});

test("says that the login is not accepted, and that the room could not be read", async ({
  page,
  openPage,
  expectProblem,
}) => {
  expectProblem(failedLoad("livechat/room.visitor"));
  expectProblem(failedLoad("rooms.info"));
  await openPage();
  await exampleButton(page).click();
  await field(page, "Auth token").fill("not-the-token-that-the-server-knows");
  await sendButton(page).click();
  await expect(page.getByText("Refused", { exact: true })).toBeVisible();
  await expect(page.locator("#authToken")).toContainText("does not accept");
  await expect(page.getByText(/could not be read before sending/)).toBeVisible();
  await expect(page.getByText("not-the-token-that-the-server-knows")).toHaveCount(0);
});

async function answerWith(page: Page, status: number, type: string, body: string): Promise<void> {
  const headers = { "access-control-allow-origin": "*" };
  await page.route(kRoute, async (route) => {
    if (route.request().method() !== "PUT") await route.fallback();
    else await route.fulfill({ status, contentType: type, body, headers });
  });
}

const kBadAnswers: readonly (readonly [
  what: string,
  status: number,
  type: string,
  body: string,
])[] = [
  ["a proxy's page", 502, "text/html", "<!doctype html><script>alert(1)</script>"],
  ["a cut answer", 200, "application/json", '{"room":{"_id":"tcbbSmWSLR5uo5PBW","v":'],
  ["success without a room", 200, "application/json", '{"success":true}'],
  ["another room", 200, "application/json", '{"room":{"_id":"x","v":{"_id":"y"}},"success":true}'],
  ["nothing", 200, "application/json", ""],
  ["depth 100,000", 200, "application/json", "[".repeat(100_000)],
];

for (const [what, status, type, body] of kBadAnswers) {
  test(`claims nothing after ${what}, having read the room, and reads it on demand`, async ({
    page,
    openPage,
    expectProblem,
  }) => {
    if (status !== 200) expectProblem(failedLoad("livechat/room.visitor"));
    await openPage();
    await answerWith(page, status, type, body);
    await exampleButton(page).click();
    await field(page, "New visitor id").fill("63d8f20a5be41c7790e6a1f4");
    await sendButton(page).click();
    // The room still has the old visitor, so the update is repeated, with pauses of up to 3.5 s in all.
    await expect(page.getByRole("heading", { name: "It is not known whether" })).toBeFocused({
      timeout: 20_000,
    });
    await expect(page.getByText("its visitor was 6425bb86c29657e5b3ba26b2")).toBeVisible();
    await page.getByRole("button", { name: "Read the room again" }).click();
    const note = page.locator("p", { hasText: "it still belongs to the old visitor" });
    await expect(note).toBeFocused();
    await expect(row(page, "v.username")).toContainText("guest-16");
  });
}

test("can be cancelled while waiting", async ({ page, openPage }) => {
  await openPage();
  await page.route(kRoute, () => undefined);
  await exampleButton(page).click();
  await field(page, "New visitor id").fill("63d8f20a5be41c7790e6a1f4");
  await sendButton(page).click();
  await expect(page.getByText("Sending the update…").first()).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "It is not known whether" })).toBeFocused();
});

test("names its own policy, not the server, when that stops the call", async ({
  page,
  openPage,
  servers,
  expectProblem,
}) => {
  expectProblem(/connect-src|Content.Security.Policy|violates|Fetch API cannot load/i);
  await openPage();
  await exampleButton(page).click();
  await field(page, "Server address").fill("http://127.0.0.1:9");
  await sendButton(page).click();
  await expect(page.getByRole("heading", { name: "The page could not go on" })).toBeVisible();
  await expect(page.locator("#server")).toContainText("does not allow calls to http://127.0.0.1:9");
  await expect(page.locator("#server")).toContainText("CONNECT=http://127.0.0.1:9 npm start");
  await expect(page.getByText(/CORS/)).toHaveCount(0);
  expect(servers.received("PUT", "/")).toEqual([]);
});

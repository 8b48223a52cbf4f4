// The page for one's own server against a stand-in on a real socket: what is sent, what is said when
// something stops it, and that hostile text stays text.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { kMove } from "../tests/web/golden.js";
import { expect, failedLoad, type Servers, test } from "./fixtures.js";
import { layoutProblems } from "./layout-checks.js";

const kWrite = "/api/v1/livechat/room.visitor";
const kPage = "server.html";
const kIds = `?rid=${kMove.rid}&newVisitorId=${kMove.newVisitorId}`;

test.use({ workspace: { seed: "story" } });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const addressField = (page: Page) => page.getByLabel("Address of your workspace");

async function open(page: Page, { page: base, api }: Servers, query = ""): Promise<void> {
  await page.goto(`${base}${kPage}${query}`);
  if (base.startsWith(api)) return;
  await addressField(page).fill(api);
  await button(page, "Use this address").click();
}

async function logIn(page: Page): Promise<void> {
  await page.getByLabel("User name or e-mail address").fill("rodriq");
  await page.getByLabel("Password", { exact: true }).fill("rodriq-password");
  await button(page, "Log in").click();
}

test("logs in, moves the conversation and sends exactly the documented call", async ({
  page,
  servers,
}) => {
  await open(page, servers, kIds);
  await logIn(page);
  await button(page, "Move conversation to Amara Mende").click();
  await expect(page.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();

  const [request, ...others] = servers.received("PUT", kWrite);
  expect(others).toEqual([]);
  const headers = new Map(request?.headers.map(([name, value]) => [name.toLowerCase(), value]));
  expect(headers.get("x-user-id")).toBe("rYhzFRd2QZjNwAAXX");
  expect(headers.get("x-auth-token")).toMatch(/^[\w-]{43}$/);
  expect(headers.get("content-type")).toBe("application/json");
  expect(headers.has("cookie")).toBe(false);
  expect(headers.has("referer")).toBe(false);
  const { rid, oldVisitorId, newVisitorId } = kMove;
  expect(request?.body).toBe(JSON.stringify({ rid, oldVisitorId, newVisitorId }));
  await expect(page).not.toHaveURL(/oken|password/);
});

test("takes the address from nobody's link", async ({ page, servers }) => {
  await page.goto(`${servers.page}${kPage}?server=https://chat.example.org`);
  await expect(addressField(page)).toHaveValue(new URL(servers.page).origin);
});

test("names its own policy, not the server, when that stops a call", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(/connect-src|Content.Security.Policy|violates|Fetch API cannot load/i);
  await open(page, servers);
  // Loopback, so the client sends; but no policy can name an address of this form.
  await addressField(page).fill("http://[::1]:9");
  await button(page, "Use this address").click();
  await logIn(page);
  const note = page.locator("#note").getByRole("alert");
  await expect(note).toContainText("does not allow calls to http://[::1]:9; nothing was sent");
  await expect(note).toContainText("connect-src in its policy, which is now: 'self'");
  await addressField(page).fill(servers.api);
  await button(page, "Use this address").click();
  await expect(note).toHaveCount(0);
});

test("keeps what was typed when the login is refused", async ({ page, servers, expectProblem }) => {
  expectProblem(failedLoad("login"));
  await open(page, servers);
  await page.getByLabel("User name or e-mail address").fill("rodriq");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await button(page, "Log in").click();
  const alert = page.locator("room-visitor-admin").getByRole("alert").first();
  await expect(alert).toContainText("does not accept the user name and password");
  await expect(page.getByLabel("User name or e-mail address")).toHaveValue("rodriq");
});

test("states its policy and what the server has to allow", async ({ page, servers }) => {
  await open(page, servers);
  await page.getByText("The policy of this page").click();
  await expect(page.locator("#policy")).toContainText("connect-src 'self' https:");
  await expect(page.locator("#origin")).toHaveText(new URL(servers.page).origin);
  await page.getByRole("link", { name: "Back to the demo" }).click();
  await expect(button(page, "Lose the next answer")).toBeVisible();
  await page.getByRole("link", { name: "Connect to your own server" }).click();
  await expect(addressField(page)).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`has no finding at ${width} px, ${colorScheme}`, async ({ page, servers }) => {
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open(page, servers);
      await expect(page.getByRole("heading", { name: "Connect to your workspace" })).toBeVisible();
      await page.getByText("The policy of this page").click();
      expect(await layoutProblems(page)).toEqual([]);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }
}

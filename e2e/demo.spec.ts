// The demo as files on a sub-path of a host: the story, the failures, the panel, the link; and nothing
// from the network once it has loaded.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, type Servers, test } from "./fixtures.js";
import { layoutProblems } from "./layout-checks.js";

const kSecrets = ["8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs", "rodriq-password"];

test.skip(({ crossOrigin }) => crossOrigin, "the demo talks to no other origin");

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const moveButton = (page: Page) => button(page, "Move conversation to Amara Mende");
const step = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const guide = (page: Page) => page.locator(".guide");
const panel = (page: Page) => page.getByRole("region", { name: "Requests and answers" });
const writes = (page: Page) => panel(page).getByRole("listitem").filter({ hasText: "PUT" });

const wait = (page: Page) => page.locator("rv-wait").getByText(/Going on at/);

// Not a number once the wait is over, which is less than none.
async function secondsLeft(page: Page): Promise<number> {
  const [text = ""] = await wait(page).allInnerTexts();
  return Number(/in \D*(\d+) second/.exec(text)?.[1]);
}

async function open(page: Page, servers: Servers, query = ""): Promise<void> {
  await page.goto(`${servers.page}${query}`);
  await expect(button(page, "Lose the next answer")).toBeVisible();
}

/**
 * From here on whatever asks the network for anything is noted, and gets nothing. The page's icon is the
 * browser's own affair: Chromium asks for it again whenever the address changes.
 */
async function cutOff(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  await page.route("**/*", async (route) => {
    const url = route.request().url();
    if (/\/favicon[^/]*$/.test(url)) {
      await route.continue();
      return;
    }
    asked.push(url);
    await route.abort();
  });
  return asked;
}

/** Chooses a version, until another element stands in the workspace of that version. */
async function choose(page: Page, version: string): Promise<void> {
  const before = await page.locator("room-visitor-admin").elementHandle();
  await page.getByLabel("Server version").selectOption(version);
  await expect.poll(() => before.evaluate(({ isConnected }) => isConnected)).toBe(false);
}

/** What the demo's page, as the host of the element, gives it to get in. */
async function tokenOfPage(page: Page): Promise<string> {
  const token = await page.locator("room-visitor-admin").evaluate(async (element) => {
    const { credentials } = element as unknown as Host;
    return (await credentials({})).authToken;
  });
  expect(token).toMatch(/^[\w-]{43}$/);
  return token;
}

interface Host {
  readonly credentials: (asked: object) => Promise<{ readonly authToken: string }>;
}

test("moves the conversation with one click from load, and shows what passed", async ({
  page,
  servers,
}) => {
  await open(page, servers);
  await moveButton(page).click();
  await expect(page.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await expect(writes(page)).toHaveCount(1);
  await expect(writes(page)).toContainText(/room\.visitor.*200/s);
  await expect(page).toHaveURL(/\?step=result$/);
  await expect(guide(page)).toContainText("Now lose the answer");
  await expect(page.getByText("Simulated", { exact: true }).first()).toBeVisible();
});

test("needs no network once it has loaded", async ({ page, servers }) => {
  await open(page, servers);
  const asked = await cutOff(page);
  await moveButton(page).click();
  await expect(page.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  for (const language of ["ar", "de", "pt-BR"]) {
    await page.getByLabel("Language of the widget").selectOption(language);
    await expect(page.locator("#stage")).toHaveAttribute("lang", language);
  }
  await page.getByLabel("Language of the widget").selectOption("en");
  await page.getByLabel("Server version").selectOption("7.2");
  await expect(panel(page).getByRole("listitem").first()).toBeVisible();
  await button(page, "Reset").click();
  await expect(moveButton(page)).toBeVisible();
  expect(asked).toEqual([]);
});

test("invites the failures one at a time, and tells what came of each", async ({
  page,
  servers,
}) => {
  // Three moves, each looked at.
  test.slow();
  await open(page, servers);
  await moveButton(page).click();
  await expect(guide(page)).toContainText("Now lose the answer");

  await button(page, "Lose the next answer").click();
  await expect(button(page, "Lose the next answer")).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/faults=lose/);
  await button(page, /^Move it back/).click();
  await expect(guide(page)).toContainText("nothing was guessed");
  await expect(writes(page).first()).toContainText("no answer");
  await expect(writes(page).first()).toContainText("moved, then the answer was lost");
  await expect(button(page, "Lose the next answer")).toHaveAttribute("aria-pressed", "false");
  await expect(page).not.toHaveURL(/faults/);

  await button(page, "Another agent moves it first").click();
  await button(page, /^Move it back/).click();
  await expect(guide(page)).toContainText("Another agent was faster");
  await expect(page.getByRole("heading", { name: /meanwhile been moved/ })).toBeVisible();
  await expect(guide(page)).toContainText("Now let the server ask for patience");
});

test("counts a rate limit down, and the move goes on by itself", async ({ page, servers }) => {
  await open(page, servers, "?faults=rate");
  await moveButton(page).click();
  await expect(writes(page)).toContainText(/429.*too many calls/s);
  await expect(guide(page)).toContainText("goes on by itself");
  await expect(wait(page)).toBeVisible();
  const atFirst = await secondsLeft(page);
  await expect.poll(() => secondsLeft(page)).toBeLessThan(atFirst);
  await expect(guide(page)).toContainText("waited, and moved it", { timeout: 20_000 });
});

test("asks the page for another login when the session ends, and goes on", async ({
  page,
  servers,
}) => {
  await open(page, servers, "?faults=session");
  await moveButton(page).click();
  await expect(page.getByText("The session has ended. The widget has asked")).toBeVisible();
  await expect(writes(page)).toContainText(/401.*the session had ended/s);
  // Nobody can log in inside of the widget where the page does.
  await expect(page.getByRole("button", { name: "Log in again", exact: true })).toHaveCount(0);
  await button(page, "Log in again as rodriq").press("Enter");
  await expect(page.locator("room-visitor-admin")).toBeFocused();
  await expect(page.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await expect(page.getByText("The session has ended. The widget has asked")).toHaveCount(0);
  await expect(guide(page)).toContainText("the same move went on");
});

test("shows headers and bodies on demand, and no secret in them", async ({ page, servers }) => {
  await open(page, servers, "?faults=session");
  await moveButton(page).click();
  await button(page, "Log in again as rodriq").click();
  await expect(page.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  // In one go: a dozen clicks would take longer than the rest of the test.
  await panel(page)
    .locator("summary")
    .evaluateAll((summaries) => {
      for (const summary of summaries) (summary as HTMLElement).click();
    });
  await expect(panel(page)).toContainText('"oldVisitorId": "6425bb86c29657e5b3ba26b2"');
  await expect(panel(page)).toContainText("x-auth-token: ••••••••");
  await expect(panel(page)).toContainText("/api/v1/login");
  const text = await page.locator("body").innerText();
  const secrets = [...kSecrets, await tokenOfPage(page)];
  expect(new Set(secrets).size, "the new login has a token of its own").toBe(kSecrets.length + 1);
  for (const secret of secrets) expect(text).not.toContain(secret);
  await button(page, "Clear").click();
  await expect(panel(page)).toContainText("Nothing has been asked yet");
});

test("takes version, language, colours and ids from a link, and says what it cannot use", async ({
  page,
  servers,
}) => {
  const hostile = encodeURIComponent("<img src=x onerror=alert(1)>");
  await open(page, servers, `?version=5.2&lang=ar&theme=dark&rid=abc&seed=${hostile}&rooms=-1`);
  await expect(page.getByLabel("Server version")).toHaveValue("5.2");
  await expect(page.locator("#stage")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByText("<img src=x onerror=alert(1)>")).toBeVisible();
  await expect(page.getByText(/asks for “-1” as rooms/)).toBeVisible();
  await expect(page).toHaveURL(/version=5\.2/);
  await expect(page).toHaveURL(/rid=abc/);
  await expect(page).not.toHaveURL(/seed|rooms/);
});

test("shows the workspace and the step that a link names", async ({ page, servers }) => {
  await open(page, servers, "?seed=documentation&rooms=1000&step=history");
  const heading = page.getByRole("heading", { level: 2, name: "Earlier moves" });
  await expect(heading).toBeVisible();
  await page.getByText("More settings").click();
  await expect(page.getByLabel("Workspace")).toHaveValue("documentation");
  await expect(page.getByLabel("More conversations")).toHaveValue("1000");
  await step(page, "Conversation").click();
  await button(page, "Change").click();
  // Those that the agent sees: nearly all of 1,002 here, few of the 1,200 that the story would have.
  const count = page.getByRole("status").filter({ hasText: /^1–25 of/ });
  await expect(count).toBeAttached();
  const total = Number(/of ([\d,]+)/.exec(await count.innerText())?.[1]?.replace(",", ""));
  expect(total).toBeGreaterThan(900);
  expect(total).toBeLessThanOrEqual(1002);

  const ids = "rid=tcbbSmWSLR5uo5PBW&newVisitorId=63d8f20a5be41c7790e6a1f4";
  await open(page, servers, `?step=visitor&${ids}`);
  await expect(page.getByRole("heading", { name: "Whom should it belong to?" })).toBeVisible();
});

test("says which version there is not, and shows what each of the others can", async ({
  page,
  servers,
}) => {
  await open(page, servers, "?version=9.9");
  await expect(page.getByText(/asks for “9\.9” as version/)).toBeVisible();
  await expect(page.getByLabel("Server version")).toHaveValue("6.4");
  await expect(moveButton(page)).toBeVisible();
  await step(page, "Connect").click();
  const shown = (version: string) =>
    page.getByText(`https://chat.example.com, version ${version}`, { exact: true });
  for (const version of ["5.2", "6.4", "6.10"]) {
    await choose(page, version);
    await expect(shown(version)).toBeVisible();
    await step(page, "Preview").click();
    await expect(moveButton(page)).toBeVisible();
    await step(page, "Connect").click();
  }
  const removed = /^Since version .?7\.0.? Rocket\.Chat can no longer move a conversation/;
  for (const [version, conflicts] of [
    ["7.2", 0],
    ["8.6", 1],
  ] as const) {
    await choose(page, version);
    await expect(shown(version)).toBeVisible();
    await expect(page.getByText(removed)).toBeVisible();
    await expect(page.getByText("omnichannel/contacts.conflicts")).toHaveCount(conflicts);
    await expect(moveButton(page)).toHaveCount(0);
  }
});

test("begins again with Reset, and keeps how it looks", async ({ page, servers }) => {
  await open(page, servers, "?theme=dark&faults=lose");
  await moveButton(page).click();
  await expect(guide(page)).toContainText("nothing was guessed");
  await button(page, "Reset").click();
  await expect(moveButton(page)).toBeVisible();
  await expect(writes(page)).toHaveCount(0);
  await expect(button(page, "Lose the next answer")).toHaveAttribute("aria-pressed", "false");
  await expect(page).toHaveURL(/\?theme=dark$/);
  await expect(page.getByText("as it was at the beginning")).toBeVisible();
});

for (const query of ["", "?theme=dark", "?lang=ar"]) {
  for (const width of [320, 1280]) {
    test(`has no finding at ${width} px, ${query || "plain"}`, async ({ page, servers }) => {
      // Axe walks the whole page; on a busy machine that takes its time.
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await open(page, servers, query);
      await expect(panel(page).getByRole("listitem").first()).toBeVisible();
      await panel(page).locator("summary").first().click();
      await button(page, "Lose the next answer").click();
      expect(await layoutProblems(page)).toEqual([]);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }
}

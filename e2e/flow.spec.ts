// The whole way of a move, from the login to taking it back: by mouse, by keys alone, and as somebody
// hears it who has only roles, names and live regions.
import type { Locator, Page } from "@playwright/test";

import { kStory, mount } from "./admin.js";
import { expect, failedLoad, type Servers, test } from "./fixtures.js";
import { expectFocusSeen, tabTo } from "./focus.js";

const kWrite = "/api/v1/livechat/room.visitor";
const kThere = { rid: kStory.rid, oldVisitorId: kStory.guest, newVisitorId: kStory.customer };
const kBack = { ...kThere, oldVisitorId: kStory.customer, newVisitorId: kStory.guest };

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => crossOrigin, "the way is the same");

const open = (page: Page, servers: Servers): Promise<Locator> =>
  mount(page, servers, { user: null });
const heading = (admin: Locator, name: string | RegExp): Locator =>
  admin.getByRole("heading", { name, level: 2 });
const button = (admin: Locator, name: string | RegExp): Locator =>
  admin.getByRole("button", { name });
const moves = (admin: Locator): Locator =>
  admin.getByRole("list", { name: /^Earlier moves/ }).getByRole("listitem");

// Six steps, and for each Tab a look at where it led.
test.beforeEach(() => {
  test.slow();
});

function expectSent(servers: Servers, ...updates: readonly object[]): void {
  const sent = servers.received("PUT", kWrite).map(({ body }): unknown => JSON.parse(body));
  expect(sent).toEqual(updates);
}

test("goes by mouse from the login to a move that was taken back", async ({ page, servers }) => {
  const admin = await open(page, servers);
  const type = async (field: Locator, text: string): Promise<void> => {
    await field.click();
    await page.keyboard.type(text);
  };
  await type(admin.getByLabel("Username or e-mail address"), "rodriq");
  await type(admin.getByLabel("Password", { exact: true }), "rodriq-password");
  await button(admin, "Log in").click();

  await type(admin.getByLabel("Part of the title"), "Mende");
  await button(admin, "Search").click();
  await expect(admin.getByRole("row")).toHaveCount(3);
  await admin.getByRole("button", { name: "Mende", exact: true }).click();

  await type(admin.getByRole("combobox", { name: "Find the person" }), "mende");
  await admin.getByRole("option", { name: "Amara Mende" }).click();

  await button(admin, "Change the person").click();
  await expect(admin.getByText("Chosen: Amara Mende")).toBeVisible();
  await button(admin, "Look at the move").click();

  await button(admin, "Move conversation to Amara Mende").click();
  await expect(heading(admin, /belongs to.*Amara Mende/)).toBeVisible();
  expectSent(servers, kThere);

  await button(admin, "Move it back to Mende").click();
  await expect(heading(admin, /belongs to Mende/)).toBeVisible();
  expectSent(servers, kThere, kBack);

  await button(admin, "Earlier moves").click();
  await expect(moves(admin)).toHaveCount(2);
});

test("goes the same way by keys alone, and always shows where the focus is", async ({
  page,
  servers,
}) => {
  const admin = await open(page, servers);
  const { keyboard } = page;
  const enter = async (title: string | RegExp): Promise<void> => {
    await keyboard.press("Enter");
    await expect(heading(admin, title)).toBeVisible();
    await expectFocusSeen(admin);
  };
  await tabTo(admin, /^Username or e-mail address$/);
  await keyboard.type("rodriq");
  await tabTo(admin, /^Password$/);
  await keyboard.type("rodriq-password");
  await enter("Which conversation?");

  await tabTo(admin, /^Part of the title$/);
  await keyboard.type("Mende");
  await keyboard.press("Enter");
  await expect(admin.getByRole("row")).toHaveCount(3);
  await expectFocusSeen(admin);
  await tabTo(admin, /^Mende$/);
  await enter("Whom should it belong to?");

  await tabTo(admin, /^Find the person$/);
  await keyboard.type("mende");
  await keyboard.press("Enter");
  const wanted = admin.getByRole("option", { name: "Amara Mende" });
  await expect(wanted).toBeVisible();
  await highlight(page, wanted);
  await expectFocusSeen(admin);
  await enter("Check the move");

  await tabTo(admin, /^Move conversation to Amara Mende$/);
  await enter(/belongs to.*Amara Mende/);
  expectSent(servers, kThere);
  await tabTo(admin, /^Move it back to Mende$/);
  await enter(/belongs to Mende/);
  expectSent(servers, kThere, kBack);

  await tabTo(admin, /^Earlier moves$/, "Shift+Tab");
  await enter("Earlier moves");
  await expect(moves(admin)).toHaveCount(2);
  // The button of the step is still there, but what it says of itself is no news of the step.
  await expect(heading(admin, "Earlier moves")).toBeFocused();
  await tabTo(admin, /^Visitor$/, "Shift+Tab");
  await enter("Whom should it belong to?");
  await expect(heading(admin, "Whom should it belong to?")).toBeFocused();
});

// The second press undid what the first had done, and moved conversations that nobody had looked at.
test("does nothing at the second of two presses", async ({ page, servers }) => {
  const admin = await mount(page, servers, { rid: kStory.rid, newVisitorId: kStory.customer });
  await button(admin, "Move conversation to Amara Mende").dblclick({ delay: 60 });
  await expect(heading(admin, /belongs to.*Amara Mende/)).toBeVisible();
  expectSent(servers, kThere);
  // Elsewhere, so that what comes next counts as a press of its own.
  await heading(admin, /belongs to/).click();
  await button(admin, "Move it back to Mende").dblclick({ delay: 60 });
  await expect(heading(admin, /belongs to Mende/)).toBeVisible();
  expectSent(servers, kThere, kBack);
  await button(admin, "Move it back to Amara Mende").focus();
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(heading(admin, /belongs to.*Amara Mende/)).toBeFocused();
  await page.keyboard.press("Enter");
  expectSent(servers, kThere, kBack, kThere);

  await button(admin, "Earlier moves").click();
  await expect(moves(admin)).toHaveCount(3);
  await button(admin, /^Move back/)
    .first()
    .dblclick({ delay: 60 });
  await expect(admin.getByText("The conversation was moved back.").last()).toBeVisible();
  expectSent(servers, kThere, kBack, kThere, kBack);
});

test("puts the focus into the field for the second factor, and says which code it wants", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(failedLoad("login"));
  const admin = await open(page, servers);
  const { keyboard } = page;
  await tabTo(admin, /^Username or e-mail address$/);
  await keyboard.type("amelie");
  await tabTo(admin, /^Password$/);
  await keyboard.type("amelie-password");
  await keyboard.press("Enter");
  const code = admin.getByLabel("Code", { exact: true });
  await expect(code).toBeFocused();
  await expect(admin.getByRole("status")).toHaveText(
    "A code was sent to your e-mail address. Enter it here.",
  );
  await keyboard.type("000000");
  await keyboard.press("Enter");
  await expect(admin.getByRole("alert")).toContainText("code");
  await expect(code).toBeFocused();
  await keyboard.press("Control+A");
  await keyboard.type("271828");
  await keyboard.press("Enter");
  await expect(heading(admin, "Which conversation?")).toBeVisible();
  await expectFocusSeen(admin);
});

test("says each step and each result to who cannot see them", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(failedLoad("login"));
  const admin = await open(page, servers);
  const status = admin.getByRole("status");
  const alert = admin.getByRole("alert");
  const field = (name: string): Locator => admin.getByRole("textbox", { name, exact: true });
  const current = (name: string): Locator =>
    admin
      .getByRole("navigation", { name: "Steps" })
      .locator("[aria-current=step]", { hasText: name });

  await field("Username or e-mail address").fill("rodriq");
  await field("Password").fill("not the password");
  await button(admin, "Log in").click();
  await expect(alert).toContainText("does not accept the user name and password");
  await field("Password").fill("rodriq-password");
  await button(admin, "Log in").click();
  await expect(current("Conversation")).toBeVisible();
  await expect(status).toHaveText("1–17 of 17");
  await expect(alert).toHaveText("");

  await field("Part of the title").fill("no such title");
  await button(admin, "Search").click();
  await expect(status).toHaveText("No conversation fits.");
  await field("Part of the title").fill("Mende");
  await button(admin, "Search").click();
  await expect(status).toHaveText("1–2 of 2");
  await admin
    .getByRole("table", { name: "Conversations" })
    .getByRole("button", { name: "Mende", exact: true })
    .click();

  await expect(admin.getByRole("region", { name: "Whom should it belong to?" })).toBeVisible();
  await expect(current("Visitor")).toBeVisible();
  const combobox = admin.getByRole("combobox", { name: "Find the person" });
  await combobox.fill("me");
  await combobox.press("Enter");
  await expect(alert).toHaveText("Type at least three characters, then press Enter.");
  await combobox.fill("mende");
  await expect(status).toHaveText("3 people found");
  await expect(alert).toHaveText("");
  const people = admin.getByRole("listbox", { name: "People found" });
  const wanted = people.getByRole("option", { name: "Amara Mende" });
  await highlight(page, wanted);
  await expect(status).toHaveText(/^.?Amara Mende.?: \d+ conversations?$/);
  await combobox.press("Enter");

  await expect(current("Preview")).toBeVisible();
  await expect(status).toHaveText("This is what the move would change.");
  await button(admin, "Move conversation to Amara Mende").click();
  await expect(current("Result")).toBeVisible();
  await expect(status).toHaveText(/^The conversation belongs to .?Amara Mende.?$/);
  await button(admin, "Move it back to Mende").click();
  await expect(status).toHaveText(/^The conversation belongs to .?Mende.?$/);
  await expect(alert).toHaveText("");
  expectSent(servers, kThere, kBack);

  await button(admin, "Earlier moves").click();
  await expect(status).toHaveText("2 earlier moves.");
  await expect(moves(admin)).toHaveCount(2);
});

// Goes down in the list until that person is highlighted; a screen reader then says its name.
async function highlight(page: Page, option: Locator): Promise<void> {
  const isHighlighted = async (): Promise<boolean> =>
    (await option.getAttribute("aria-selected")) === "true";
  for (let presses = 0; presses < kMostPeople && !(await isHighlighted()); presses += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(option).toHaveAttribute("aria-selected", "true");
}

const kMostPeople = 10;

test("leads from a conversation that does not exist to those that do", async ({
  page,
  servers,
  expectProblem,
}) => {
  expectProblem(failedLoad("rooms.info"));
  const admin = await mount(page, servers, { rid: "noSuchRoomAnywhere" });
  await button(admin, "Choose another conversation").click();
  await expect(admin.getByRole("row").nth(1)).toBeVisible();
});

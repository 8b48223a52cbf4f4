// The form: what is wrong is said beside the field, and everything works by keyboard.
import { exampleButton, expect, field, sendButton, test } from "./fixtures.js";

test("says nothing about untouched fields, then everything at once, and focuses the first", async ({
  page,
  openPage,
  servers,
}) => {
  await openPage();
  await expect(page.getByText("Error:")).toHaveCount(0);
  await sendButton(page).click();
  await expect(field(page, "User id")).toBeFocused();
  await expect(page.getByText("Error:")).toHaveCount(5);
  for (const label of [
    "User id",
    "Auth token",
    "Room id",
    "Current visitor id",
    "New visitor id",
  ]) {
    await expect(field(page, label)).toHaveAttribute("aria-invalid", "true");
  }
  expect(servers.received("PUT", "/")).toEqual([]);
});

const kWrongIds: readonly (readonly [what: string, id: string, message: string])[] = [
  ["white space around it", " tcbbSmWSLR5uo5PBW", "begins or ends with white space"],
  ["300 characters", "x".repeat(300), "longer than 256 characters"],
  ["a text-direction character", "tcbb\u202eSmWS", "text-direction character"],
];

for (const [what, id, message] of kWrongIds) {
  test(`names an id with ${what} while it is typed`, async ({ page, openPage }) => {
    await openPage();
    await field(page, "Room id").fill(id);
    const rid = page.locator("#rid");
    await expect(rid).toContainText(message);
    await expect(field(page, "Room id")).toHaveAttribute("aria-invalid", "true");
    await field(page, "Room id").fill("tcbbSmWSLR5uo5PBW");
    await expect(rid).not.toContainText("Error:");
  });
}

test("shows an invisible character where it stands", async ({ page, openPage }) => {
  await openPage();
  await field(page, "Room id").fill("tcbb\u202eSmWS");
  await expect(page.locator("#rid").getByTitle("right-to-left override").first()).toHaveText(
    "U+202E",
  );
});

test("warns about equal visitors without preventing", async ({ page, openPage }) => {
  await openPage();
  await exampleButton(page).click();
  await expect(page.locator("#newVisitorId")).toContainText("Check: The old and the new visitor");
  await expect(field(page, "New visitor id")).toHaveAttribute("aria-invalid", "false");
});

test("asks before it sends credentials without encryption", async ({ page, openPage }) => {
  await openPage();
  await exampleButton(page).click();
  await field(page, "Server address").fill("http://chat.example.com");
  await expect(page.locator("#server")).toContainText("unencrypted");
  await page.getByRole("checkbox", { name: /without encryption/ }).check();
  await expect(page.locator("#server")).not.toContainText("Error:");
  await expect(page.getByLabel("Request as curl")).toContainText("http://chat.example.com/api/v1");
});

test("works by keyboard alone", async ({ page, openPage, servers }) => {
  await openPage();
  await exampleButton(page).focus();
  await page.keyboard.press("Enter");
  for (const label of ["Server address", "User id", "Auth token"]) {
    await page.keyboard.press("Tab");
    await expect(field(page, label)).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Reveal Auth token" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(field(page, "Auth token")).toHaveAttribute("type", "text");
  for (const label of ["Room id", "Current visitor id", "New visitor id"]) {
    await page.keyboard.press("Tab");
    await expect(field(page, label)).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(sendButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /belongs to the new visitor/ })).toBeFocused();
  expect(servers.received("PUT", "/")).toHaveLength(1);
  // From there the next stop is the first thing to act on in the result.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Reveal Visitor token" })).toBeFocused();
});

test("sends with Enter from a field", async ({ page, openPage, servers }) => {
  await openPage();
  await exampleButton(page).click();
  await field(page, "New visitor id").press("Enter");
  await expect(page.getByRole("heading", { name: /belongs to the new visitor/ })).toBeVisible();
  expect(servers.received("PUT", "/")).toHaveLength(1);
});

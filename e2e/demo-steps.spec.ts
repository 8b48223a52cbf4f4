// Going through the demo's steps with the browser's own Back and Forward, and its list of conversations.
import type { Page } from "@playwright/test";

import { expect, type Servers, test } from "./fixtures.js";

test.skip(({ crossOrigin }) => crossOrigin, "the demo talks to no other origin");

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const moveButton = (page: Page) => button(page, "Move conversation to Amara Mende");
const panel = (page: Page) => page.getByRole("region", { name: "Requests and answers" });
const writes = (page: Page) => panel(page).getByRole("listitem").filter({ hasText: "PUT" });

async function open(page: Page, servers: Servers, query = ""): Promise<void> {
  await page.goto(`${servers.page}${query}`);
  await expect(button(page, "Lose the next answer")).toBeVisible();
}

test("leads back and forward through what a person has opened, and begins with one entry", async ({
  page,
  servers,
}) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { entriesAtFirst: history.length });
  });
  await open(page, servers);
  await expect(moveButton(page)).toBeVisible();
  await page.getByLabel("Colours").selectOption("dark");
  await expect(page).toHaveURL(/\?theme=dark$/);
  const added = () =>
    page.evaluate(() => {
      const { entriesAtFirst } = globalThis as unknown as { entriesAtFirst: number };
      return history.length - entriesAtFirst;
    });
  expect(await added()).toBe(0);

  await page.getByRole("link", { name: "Conversation", exact: true }).click();
  await expect(page).toHaveURL(/step=conversation/);
  await page.getByRole("link", { name: "Preview", exact: true }).click();
  await expect(page).not.toHaveURL(/step/);
  await moveButton(page).click();
  const result = page.getByRole("heading", { name: /belongs to.*Amara Mende/ });
  await expect(result).toBeVisible();
  await expect(page).toHaveURL(/step=result/);
  expect(await added()).toBe(3);

  await page.goBack();
  await expect(page.getByRole("heading", { name: "Check the move" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "Conversation", exact: true })).toHaveAttribute(
    "aria-current",
    "step",
  );
  await expect(page).toHaveURL(/\?step=conversation&theme=dark$/);
  await page.goForward();
  await page.goForward();
  await expect(result).toBeVisible();
  await expect(page).toHaveURL(/step=result/);
  // The same workspace still, in which all of that has happened.
  await expect(writes(page)).toHaveCount(1);

  await page.getByLabel("Server version").selectOption("6.10");
  await expect(page).toHaveURL(/version=6\.10/);
  await expect(moveButton(page)).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Server version")).toHaveValue("6.4");
  await expect(moveButton(page)).toBeVisible();
  await expect(page).not.toHaveURL(/version/);
});

test("stays with a move that is under way when somebody goes back", async ({ page, servers }) => {
  await open(page, servers, "?faults=session");
  await page.getByRole("link", { name: "Conversation", exact: true }).click();
  await page.getByRole("link", { name: "Preview", exact: true }).click();
  await moveButton(page).click();
  await expect(page.getByText("The session has ended. The widget has asked")).toBeVisible();
  const address = page.url();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await button(page, "Log in again as rodriq").click();
  await expect(page.getByRole("heading", { name: /belongs to.*Amara Mende/ })).toBeVisible();
  await expect(page).toHaveURL(/step=result/);
});

test("breaks no word and no date of the table of conversations where there is one", async ({
  page,
  servers,
}) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await open(page, servers, "?step=conversation&rid=&newVisitorId=");
  const heading = page.getByRole("columnheader").first();
  for (const language of ["de", "pt-BR", "ar", "en"]) {
    await page.getByLabel("Language of the widget").selectOption(language);
    await expect(page.locator("room-visitor-admin .shell")).toHaveAttribute("lang", language);
    await expect(heading).toBeVisible();
    const broken = await page
      .locator("room-visitor-admin .rooms")
      .locator(".head > *, .room .badge, .room .last")
      .evaluateAll((places) =>
        places
          .filter((place) => {
            const range = document.createRange();
            range.selectNodeContents(place);
            const ends = [...range.getClientRects()].map(({ bottom }) => bottom);
            return Math.max(...ends) - Math.min(...ends) > 12;
          })
          .map((place) => place.textContent),
      );
    expect(broken, language).toEqual([]);
  }
});

test("leads back after a move that somebody has objected to", async ({ page, servers }) => {
  await open(page, servers);
  await page.getByRole("link", { name: "Conversation", exact: true }).click();
  await page.getByRole("link", { name: "Preview", exact: true }).click();
  await page.locator("room-visitor-admin").evaluate((element) => {
    element.addEventListener("room-visitor-before-move", (event) => {
      event.preventDefault();
    });
  });
  await moveButton(page).click();
  await expect(writes(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/step=conversation/);
});

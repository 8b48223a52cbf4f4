// Where a host puts the element: in boxes that take their width from what is in them, too.
import type { Locator } from "@playwright/test";

import { mount } from "./admin.js";
import { expect, test } from "./fixtures.js";

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => crossOrigin, "boxes are the same");

const kFloat = "float: inline-start";
const kBoxes: readonly (readonly [name: string, box: string, own?: string])[] = [
  ["a flex row", "display: flex"],
  ["a float", kFloat],
  ["an absolute box", "position: absolute"],
  ["a grid as wide as its contents", "display: grid; inline-size: fit-content"],
  ["a block, as a float itself", "", kFloat],
];

const widthOf = (admin: Locator): Promise<number> =>
  admin.evaluate((element) => Math.round(element.getBoundingClientRect().width));
const overflowOf = (admin: Locator): Promise<number> =>
  admin.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [name, box, own = ""] of kBoxes) {
  test(`can be read in ${name}, and is never wider than the page`, async ({ page, servers }) => {
    await page.setViewportSize({ width: 1000, height: 900 });
    const admin = await mount(page, servers);
    await admin.evaluate(
      (element, [around, itself]) => {
        if (element.parentElement !== null) element.parentElement.style.cssText = around;
        element.style.cssText = itself;
      },
      [box, own] as const,
    );
    await expectReadable(admin);
  });
}

test("can be read in a dialog, and is never wider than the page", async ({ page, servers }) => {
  await page.setViewportSize({ width: 1000, height: 900 });
  const admin = await mount(page, servers);
  await admin.evaluate((element) => {
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    dialog.append(element);
    dialog.showModal();
  });
  await expectReadable(admin);
});

test("is as wide as a block of the page", async ({ page, servers }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  const admin = await mount(page, servers);
  // At one moment: what is read meanwhile may bring a scroll bar.
  const room = await admin.evaluate((element) => {
    const around = element.parentElement?.getBoundingClientRect().width ?? 0;
    return Math.round(around - element.getBoundingClientRect().width);
  });
  expect(room).toBe(0);
  expect(await widthOf(admin)).toBeGreaterThan(1000);
});

// 48rem where there is so much; what scrolls may take a scroll bar's width of it.
async function expectReadable(admin: Locator): Promise<void> {
  expect(await widthOf(admin)).toBeGreaterThan(740);
  expect(await widthOf(admin)).toBeLessThanOrEqual(768);
  await admin.page().setViewportSize({ width: 320, height: 640 });
  expect(await widthOf(admin)).toBeGreaterThan(230);
  expect(await overflowOf(admin)).toBe(0);
}

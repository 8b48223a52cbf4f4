// Nothing jumps when an answer comes, on a server that takes its time: the browser does not count what
// moves within half a second of a click, and the stand-in usually answers sooner.
import type { Page } from "@playwright/test";

import { kStory, mount } from "./admin.js";
import { expect, type Servers, test } from "./fixtures.js";
import { expectNoShift, watchShifts } from "./layout-shift.js";
import { button, findConversation, heading, kBoth, shown } from "./states/ways.js";

test.use({ workspace: { seed: "story" } });
test.skip(({ crossOrigin }) => crossOrigin, "how it looks does not depend on the server");
test.skip(({ browserName }) => browserName !== "chromium", "only Chromium measures it");

// Longer than the browser looks away after an input.
const kSlow = { kind: "slow", milliseconds: 700, times: 0 } as const;

interface Way {
  readonly name: string;
  readonly begin: (page: Page, servers: Servers) => Promise<void>;
  /** What is pressed, and what is there when its answer has come. */
  readonly act: (page: Page) => Promise<void>;
}

const kWays: readonly Way[] = [
  {
    name: "the next page",
    begin: async (page, servers) => {
      await findConversation(page, servers);
      await shown(page, /^1–25 of/);
    },
    act: async (page) => {
      await button(page, "Next").click();
      await shown(page, /^26–\d+ of/);
    },
  },
  {
    name: "a search of people",
    begin: async (page, servers) => {
      await mount(page, servers, { rid: kStory.rid });
      await page.getByRole("combobox", { name: "Find the person" }).fill("mende");
    },
    act: async (page) => {
      await page.keyboard.press("Enter");
      await page.getByRole("option", { name: "Amara Mende" }).waitFor();
    },
  },
  {
    name: "the preview of a choice",
    begin: async (page, servers) => {
      await mount(page, servers, { rid: kStory.rid });
      await page.getByRole("combobox", { name: "Find the person" }).fill("mende");
      await page.keyboard.press("Enter");
      await page.getByRole("option", { name: "Amara Mende" }).waitFor();
    },
    act: async (page) => {
      await page.getByRole("option", { name: "Amara Mende" }).click();
      await button(page, "Move conversation to Amara Mende").waitFor();
    },
  },
  {
    name: "a move",
    begin: async (page, servers) => {
      await mount(page, servers, kBoth);
      await button(page, /^Move conversation to/).waitFor();
    },
    act: async (page) => {
      await button(page, /^Move conversation to/).click();
      await heading(page, /The conversation belongs to/);
    },
  },
  {
    name: "taking it back",
    begin: async (page, servers) => {
      await mount(page, servers, kBoth);
      await button(page, /^Move conversation to/).click();
      await heading(page, /The conversation belongs to.*Amara Mende/);
    },
    act: async (page) => {
      await button(page, /^Move it back to/).click();
      await heading(page, /The conversation belongs to Mende/);
    },
  },
];

for (const { name, begin, act } of kWays) {
  for (const width of [1280, 320]) {
    test(`${name} moves nothing when it comes, at ${width} px`, async ({ page, servers }) => {
      const standin = await servers.renew();
      await watchShifts(page);
      await page.setViewportSize({ width, height: 900 });
      await begin(page, servers);
      standin.setFaults([kSlow]);
      await act(page);
      await expectNoShift(page);
    });
  }
}

test("a jump after an answer would be seen", async ({ page, servers }) => {
  const standin = await servers.renew();
  await watchShifts(page);
  await mount(page, servers, kBoth);
  await button(page, /^Move conversation to/).waitFor();
  standin.setFaults([kSlow]);
  await button(page, /^Move conversation to/).click();
  await heading(page, /The conversation belongs to/);
  await page.evaluate(() => {
    const box = document.querySelector("main");
    if (box !== null) box.style.paddingBlockStart = "200px";
  });
  await expect(expectNoShift(page)).rejects.toThrow(/layout shift/);
});

// Pressing the mouse takes the focus out of the list, and hides what the wait stands over.
test("the button that cancels a wait stays under the mouse", async ({ page, servers }) => {
  await findConversation(page, servers);
  await shown(page, /^1–25 of/);
  await page.locator("room-visitor-admin").evaluate((element) => {
    Object.assign(element, { credentials: () => new Promise(() => undefined) });
  });
  const room = page.getByRole("row").nth(1).getByRole("button");
  await button(page, "Refresh").press("Enter");
  await room.focus();
  const cancel = button(page, "Cancel");
  await cancel.waitFor();
  await expect(room).toBeFocused();
  const box = await cancel.boundingBox();
  if (box === null) throw new Error("it is not shown");
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  expect(await cancel.boundingBox()).toEqual(box);
  await page.mouse.up();
  await expect(cancel).toHaveCount(0);
});

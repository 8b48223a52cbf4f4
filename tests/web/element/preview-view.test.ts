// What a preview shows, as templates, without a DOM.
import { expect, test } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { kPreviewView } from "../../../web/src/element/views/preview-view.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { markupOf } from "./markup.js";
import { kCustomer, kRid, look, moveWorld, previewed } from "./move-world.js";

const shown = (flow: unknown): string =>
  markupOf(kPreviewView.render({ flow, texts: englishTexts() } as unknown as ViewContext))
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

// The name of the old person stood under "shows the new person's username", and the old time under a new one.
test("an old value is never shown as what it will be", async () => {
  const { flow } = await previewed();
  expect(shown(flow)).toMatch(/new person's username\. guest-16 → guest-3/);
  expect(shown(flow)).toMatch(/time of its last update\. So far: Mar 30, 2023/);
});

test("nor where the new person could not be read", async () => {
  const world = await moveWorld();
  world.instead = (path) =>
    path.includes("visitors.info")
      ? Response.json({ success: false, error: "error-not-allowed" }, { status: 400 })
      : undefined;
  await look(world, kRid, kCustomer);
  expect(shown(world.flow)).toMatch(/new person's username\. So far: guest-16/);
});

// The step of the earlier moves as templates, without a DOM.
import { expect, test } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { kHistoryView } from "../../../web/src/element/views/history-view.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { memoryHistory } from "../../../web/src/index.js";
import { connected } from "./history-world.js";

/** The markup of a template and of those in it; values are left out. */
function markupOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(markupOf).join("");
  if (!(value instanceof Object) || !("strings" in value) || !("values" in value)) return "";
  const { strings, values } = value as { strings: readonly string[]; values: readonly unknown[] };
  return strings.map((text, at) => text + markupOf(values[at])).join("");
}

// The button to try again was the only one that a host could not style.
test("every button of a list that cannot be read is a part", async () => {
  const history = { ...memoryHistory("a test"), list: () => Promise.reject(new Error("gone")) };
  const { flow } = await connected([], { history });
  await flow.history.list();
  expect(flow.history.job.problem?.code).toBe("history_failed");
  const context = { flow, texts: englishTexts() } as unknown as ViewContext;
  const buttons = markupOf(kHistoryView.render(context)).match(/<button[^>]*/g) ?? [];
  expect(buttons).not.toEqual([]);
  for (const button of buttons) expect(button).toContain('part="button"');
});

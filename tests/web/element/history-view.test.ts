// The step of the earlier moves as templates, without a DOM.
import { expect, test } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { kHistoryView } from "../../../web/src/element/views/history-view.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { memoryHistory } from "../../../web/src/index.js";
import { connected } from "./history-world.js";
import { markupOf } from "./markup.js";

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

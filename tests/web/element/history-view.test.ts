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

// It said that it keeps no list, and then that every move is listed here.
test("a list that nobody keeps is not said to be empty", async () => {
  const { flow } = await connected([], { history: null });
  await flow.history.list();
  const texts = englishTexts();
  const context = { flow, texts } as unknown as ViewContext;
  const shown = markupOf(kHistoryView.render(context));
  expect(shown).toContain(texts.text("history.noRecord"));
  for (const key of ["history.about", "history.none", "history.noneHint"] as const) {
    expect(shown).not.toContain(texts.text(key));
  }
  expect(kHistoryView.status(context)).toBe(texts.text("history.noRecord"));
});

test("a list that is empty says what will be there", async () => {
  const { flow } = await connected([]);
  await flow.history.list();
  const texts = englishTexts();
  const context = { flow, texts } as unknown as ViewContext;
  const shown = markupOf(kHistoryView.render(context));
  expect(shown).toContain(texts.text("history.about"));
  expect(shown).toContain(texts.text("history.noneHint"));
  expect(kHistoryView.status(context)).toBe(texts.text("history.none"));
});

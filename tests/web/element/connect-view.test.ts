// The step of the connection as templates, without a DOM.
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { kConnectView } from "../../../web/src/element/views/connect-view.js";
import { expiredView } from "../../../web/src/element/views/expired-view.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { markupOf } from "./markup.js";
import { kRodriq, sessionWorld } from "./session-world.js";

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("offers once to check again, also when the host's session has ended", async () => {
  const { session, configure, endSessions, newJob } = await sessionWorld();
  const texts = englishTexts();
  const flow = { session, move: { sending: newJob() }, canGo: () => false };
  const context = { flow, texts } as unknown as ViewContext;
  const offers = (): number =>
    markupOf([expiredView(context), kConnectView.render(context)]).split(
      texts.text("connect.checkAgain"),
    ).length - 1;
  configure({ provider: () => kRodriq });
  await session.connect();
  expect(offers()).toBe(1);
  endSessions();
  await session.ask(newJob(), (chat, options) => chat.me(options));
  expect(session.expired).toBe(true);
  expect(offers()).toBe(1);
});

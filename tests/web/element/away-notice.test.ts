// What is said of a move to whoever is at another step, or with another conversation.
import { expect, test } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { awayNotice, awayText } from "../../../web/src/element/views/away-notice.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { markupOf } from "./markup.js";
import { gate, kClosedRid, previewed } from "./move-world.js";

const texts = englishTexts();
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, "");

// It stood above the card of the other conversation, as if it were about that one.
test("names the conversation where another one is chosen", async () => {
  const world = await previewed();
  const { flow } = world;
  const context = { flow, texts } as unknown as ViewContext;
  const sent = gate();
  const answer = gate();
  world.instead = async (path) => {
    if (!path.endsWith("/room.visitor")) return undefined;
    sent.open();
    await answer.opened;
    return undefined;
  };
  const made = flow.move.move();
  await sent.opened;
  flow.go("visitor");
  expect(plain(awayText(context))).toMatch(/^Moving the conversation to Amara Mende/);
  flow.chooseRoom(kClosedRid);
  expect(plain(awayText(context))).toMatch(/^Conversation: Mende\. Moving/);
  answer.open();
  await made;
  expect(plain(awayText(context))).toBe(
    "Conversation: Mende. The conversation belongs to Amara Mende",
  );
  expect(markupOf(awayNotice(context))).toContain("Look at the result");
  flow.go("result");
  expect(awayText(context)).toBe("");
  // Nobody has to be told of what they look at.
  await flow.move.undo();
  expect(flow.step).toBe("result");
  expect(awayText(context)).toBe("");
});

// The step of the conversation as templates, without a DOM.
import { describe, expect, test } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { kConversationView } from "../../../web/src/element/views/conversation-view.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { connected, idle, kCustomer, kRid, type Story } from "./history-world.js";
import { markupOf } from "./markup.js";

const shown = ({ flow }: Story): string =>
  markupOf(kConversationView.render({ flow, texts: englishTexts() } as unknown as ViewContext));
const kPlace = { step: "connect", rid: kRid, newVisitorId: "" } as const;

// Only its id was shown, although it had been read.
describe("a conversation of which the host gave the id is shown", () => {
  test("as the preview has read it, and nothing is read for that", async () => {
    const made = await connected([]);
    const { flow, sent } = made;
    flow.goTo({ ...kPlace, newVisitorId: kCustomer });
    await idle(flow.move.job);
    const before = sent.length;
    flow.go("conversation");
    expect(shown(made)).toMatch(/guest-16[^]*Open/);
    flow.go("visitor");
    expect([flow.visitor.isReadingRoom, sent.length]).toEqual([false, before]);
  });

  test("as the step of the visitor has read it", async () => {
    const made = await connected([]);
    const { flow } = made;
    flow.goTo(kPlace);
    await expect.poll(() => flow.visitor.roomOf(flow.conversation.chosen)).not.toBeNull();
    flow.go("conversation");
    expect(shown(made)).toContain("guest-16");
  });

  test("by its id where nobody has read it", async () => {
    const made = await connected([]);
    made.flow.goTo({ ...kPlace, step: "conversation" });
    expect(shown(made)).toContain(kRid);
    expect(shown(made)).not.toContain("guest-16");
  });
});

test("what a preview of another conversation has read is not taken for the chosen one", async () => {
  const { flow } = await connected([]);
  const room = await flow.session.chat?.roomInfo({ rid: kRid });
  flow.chooseRoom("another");
  if (room !== undefined) flow.conversation.learn(kRid, room);
  expect(flow.conversation.chosen).toEqual({ rid: "another", view: null });
});

// A move that goes on, or ends, while somebody looks at something else.
import { describe, expect, test } from "vitest";

import { canUndo } from "../../../web/src/element/flow/move.js";
import { englishTexts } from "../../../web/src/element/text/locales.js";
import { awayText } from "../../../web/src/element/views/away-notice.js";
import { kPreviewView } from "../../../web/src/element/views/preview-view.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { memoryHistory } from "../../../web/src/store/memory-history.js";
import { press } from "./markup.js";
import { gate, kCustomer, kGuest, kJo, kRid, previewed } from "./move-world.js";

const kUpdate = { rid: kRid, oldVisitorId: kGuest, newVisitorId: kCustomer };
const isRead = (path: string): boolean => path.includes("/rooms.info");
const isWrite = (path: string): boolean => path.endsWith("/room.visitor");
const refusal = (error: string): Response =>
  Response.json({ success: false, error }, { status: 400 });

describe("a move that somebody has walked away from", () => {
  test("says on every other step what it does, and what came of it until that is looked at", async () => {
    const { flow } = await previewed();
    const { move } = flow;
    const texts = englishTexts();
    const said = (): string => awayText({ flow, texts } as ViewContext);
    expect(said()).toBe("");
    const made = move.move();
    expect(said()).toBe("");
    flow.go("visitor");
    expect(said()).toMatch(/^Moving the conversation to .?Amara Mende.?\.$/);
    await made;
    expect(flow.step).toBe("visitor");
    expect(said()).toMatch(/^The conversation belongs to .?Amara Mende.?$/);
    flow.go("result");
    flow.go("conversation");
    expect(said()).toBe("");
  });

  test("is not mentioned any more where the next conversation is looked for", async () => {
    const { flow } = await previewed();
    await flow.move.move();
    flow.findAnother();
    expect(flow.step).toBe("conversation");
    expect(flow.conversation.isChanging).toBe(true);
    expect(flow.canGo("result")).toBe(true);
  });
});

describe("a move of one conversation, and the preview of another", () => {
  const kOtherRid = "P8hjvQLd5j24cgbQy";

  const underWay = async () => {
    const world = await previewed();
    const { flow } = world;
    const sent = gate();
    const answer = gate();
    world.instead = async (path) => {
      if (!isWrite(path)) return undefined;
      sent.open();
      await answer.opened;
      return undefined;
    };
    const moving = flow.move.move();
    await sent.opened;
    return { ...world, moving, answer };
  };

  // The button beside the reading ended the move.
  test("are cancelled each for itself", async () => {
    const { flow, moving, answer } = await underWay();
    flow.chooseRoom(kOtherRid);
    flow.go("preview");
    const context = { flow, texts: englishTexts() } as unknown as ViewContext;
    const busy = (): unknown => [flow.move.job.busy, flow.move.cancelled];
    expect(busy()).toEqual([true, false]);
    press(kPreviewView.render(context), "Cancel");
    expect(busy()).toEqual([false, false]);
    // What reads is above what moves, and has ended.
    press(kPreviewView.render(context), "Cancel");
    expect(busy()).toEqual([false, true]);
    answer.open();
    await moving;
  });

  // It was gone without a trace with the next click.
  test("a verdict that nobody has looked at stays until somebody does", async () => {
    const { flow, moving, answer } = await underWay();
    flow.chooseRoom(kOtherRid);
    flow.go("visitor");
    answer.open();
    await moving;
    flow.chooseVisitor(kJo);
    flow.go("preview");
    const { settled } = flow.move;
    expect([settled?.update, flow.move.unseen]).toEqual([kUpdate, settled]);
    flow.go("result");
    flow.chooseVisitor(kCustomer);
    expect([flow.move.settled, flow.move.unseen]).toEqual([null, null]);
  });
});

// The result went on saying that nobody knows, and the host never heard of it.
test("a move of which nobody knows may have been cleared up by another page", async () => {
  const history = memoryHistory("a test");
  const world = await previewed(undefined, { history });
  const { flow, standin, told } = world;
  standin.setFaults([{ kind: "reset_after", method: "PUT" }]);
  world.instead = (path) => (isRead(path) ? refusal("error-not-allowed") : undefined);
  await flow.move.move();
  world.instead = () => undefined;
  await flow.session.chat?.recover({});
  // Somebody else has it now, for a moment.
  const third = { rid: kRid, oldVisitorId: kCustomer, newVisitorId: kJo };
  await flow.session.chat?.updateRoomVisitor(third);
  await flow.move.checkAgain();
  expect([told, flow.move.settled?.seen?.view.v?._id]).toEqual([["unknown"], kJo]);
  const back = { rid: kRid, oldVisitorId: kJo, newVisitorId: kCustomer };
  await flow.session.chat?.updateRoomVisitor(back);
  await flow.move.checkAgain();
  expect(told).toEqual(["unknown", "applied"]);
  expect(flow.move.settled !== null && canUndo(flow.move.settled)).toBe(true);
});

test("a move of which nobody knows may be looked at again in the record", async () => {
  const world = await previewed();
  const { flow, standin, told, until } = world;
  standin.setFaults([{ kind: "reset_after", method: "PUT" }]);
  world.instead = (path) => (isRead(path) ? refusal("error-not-allowed") : undefined);
  await flow.move.move();
  flow.go("history");
  await until(() => !flow.history.job.busy);
  await flow.history.check();
  expect(told).toEqual(["unknown"]);
  world.instead = () => undefined;
  await flow.history.check();
  expect(told).toEqual(["unknown", "applied"]);
  expect([flow.step, flow.move.unseen?.outcome.verdict]).toEqual(["history", "applied"]);
  flow.go("result");
  expect(flow.move.settled !== null && canUndo(flow.move.settled)).toBe(true);
});

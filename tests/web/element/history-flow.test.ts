// The record of earlier moves in the flow, against the stand-in.
import { describe, expect, test, vi } from "vitest";

import { memoryHistory } from "../../../web/src/store/memory-history.js";
import type { MayMove } from "../../../web/src/element/flow/move-flow.js";
import { englishTexts } from "../../../web/src/element/text/locales.js";
import { kConnectView } from "../../../web/src/element/views/connect-view.js";
import { awayNotice, awayText } from "../../../web/src/element/views/away-notice.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { markupOf } from "./markup.js";
import { connected, end, entry, idle, kCustomer, kGuest, kRid } from "./history-world.js";

const kMoved = entry("moved", { end: end() });
const kUndo = { rid: kRid, oldVisitorId: kCustomer, newVisitorId: kGuest };
const writes = (sent: readonly string[]): number =>
  sent.filter((line) => line.startsWith("PUT")).length;

describe("connecting", () => {
  test("looks at moves again that an earlier page left open, and says how many", async () => {
    const { flow, sent, history } = await connected([entry("a"), entry("b"), kMoved]);
    expect(flow.history.interrupted).toBe(2);
    await idle(flow.history.looking);
    expect(sent.filter((line) => line.endsWith("rooms.info"))).toHaveLength(2);
    expect(writes(sent)).toBe(0);
    const kept = await history.list(kMoved);
    expect(kept.map(({ id, end: ended }) => [id, ended?.verdict])).toEqual([
      ["moved", "applied"],
      ["b", "unknown"],
      ["a", "unknown"],
    ]);
  });

  test("reads nothing where nothing is open", async () => {
    const { flow, sent } = await connected([
      kMoved,
      entry("u", { end: end({ verdict: "unknown" }) }),
    ]);
    expect(flow.history.interrupted).toBe(0);
    expect(sent.some((line) => line.endsWith("rooms.info"))).toBe(false);
  });

  test("does not count a move that is under way on this page", async () => {
    const one = await connected([]);
    one.flow.goTo({ step: "connect", rid: kRid, newVisitorId: kCustomer });
    await idle(one.flow.move.job);
    const open = one.hold("PUT");
    const moving = one.flow.move.move();
    await expect.poll(() => writes(one.sent)).toBe(1);
    const other = await connected([], { history: one.history });
    expect((await one.history.list(kMoved)).map((each) => each.end)).toEqual([null]);
    expect(other.flow.history.interrupted).toBe(0);
    expect(other.sent.some((line) => line.endsWith("rooms.info"))).toBe(false);
    open();
    await moving;
    expect(one.flow.move.settled?.outcome.verdict).toBe("applied");
  });
});

describe("the list", () => {
  test("has the entries, and how they are kept", async () => {
    const { flow } = await connected([kMoved]);
    flow.go("history");
    await idle(flow.history.job);
    expect(flow.history.entries?.map(({ id }) => id)).toEqual(["moved"]);
    expect(flow.history.state).toMatchObject({ durability: "memory", reason: "It is a test." });
  });

  test("takes the notice away when somebody comes to look", async () => {
    const { flow } = await connected([entry("a")]);
    flow.go("history");
    expect(flow.history.interrupted).toBe(0);
  });

  test("shows what is wrong with a store, and the entries as soon as it works again", async () => {
    const history = memoryHistory("test");
    const list = vi.spyOn(history, "list");
    list.mockRejectedValue(new DOMException("full", "QuotaExceededError"));
    const { flow } = await connected([], { history });
    flow.go("history");
    await idle(flow.history.job);
    expect(flow.history.job.problem?.code).toBe("history_failed");
    expect(flow.history.entries).toBeNull();
    list.mockRestore();
    await flow.history.list();
    expect(flow.history.entries).toEqual([]);
    expect(flow.history.job.problem).toBeNull();
  });

  test("is read again when a move ends while somebody looks at it", async () => {
    const { flow, hold, sent } = await connected([]);
    flow.goTo({ step: "connect", rid: kRid, newVisitorId: kCustomer });
    await idle(flow.move.job);
    const open = hold("PUT");
    const moving = flow.move.move();
    await expect.poll(() => writes(sent)).toBe(1);
    flow.go("history");
    await idle(flow.history.job);
    expect(flow.history.entries?.map((each) => each.end)).toEqual([null]);
    open();
    await moving;
    await expect.poll(() => flow.history.entries?.[0]?.end?.verdict).toBe("applied");
  });
});

describe("taking back", () => {
  async function moved() {
    const made = await connected([]);
    made.flow.goTo({ step: "connect", rid: kRid, newVisitorId: kCustomer });
    await idle(made.flow.move.job);
    await made.flow.move.move();
    expect(made.flow.move.settled?.outcome.verdict).toBe("applied");
    made.flow.go("history");
    await idle(made.flow.history.job);
    const id = made.flow.history.entries?.[0]?.id ?? "";
    return { ...made, id };
  }

  test("moves the conversation back, tells the host, and lists both moves", async () => {
    const { flow, id } = await moved();
    const told: unknown[] = [];
    flow.history.onSettled = (outcome, update, undo) => told.push([outcome.verdict, update, undo]);
    await flow.history.takeBack(id);
    expect(flow.history.takenBack).toMatchObject({ id, vetoed: false });
    expect(flow.history.takenBack?.outcome?.verdict).toBe("applied");
    expect(told).toEqual([["applied", kUndo, true]]);
    expect(flow.history.entries).toHaveLength(2);
  });

  test("forgets what was looked at: it is no longer so", async () => {
    const { flow, id } = await moved();
    await flow.history.takeBack(id);
    expect(flow.move.settled).toBeNull();
    expect(flow.canGo("result")).toBe(false);
  });

  // It went on saying that it had been moved, and offered to take it back once more.
  test("takes the result away, whatever was chosen since", async () => {
    const { flow, id } = await moved();
    // As if nobody had looked at it.
    flow.move.unseen = flow.move.settled;
    flow.chooseRoom("P8hjvQLd5j24cgbQy");
    expect(flow.canGo("result")).toBe(true);
    await flow.history.takeBack(id);
    expect([flow.move.unseen, flow.move.settled, flow.canGo("result")]).toEqual([
      null,
      null,
      false,
    ]);
  });

  // Nothing said so to whoever had left the list, and coming back took the answer away.
  test("is said on every other step until somebody looks", async () => {
    const { flow, hold, sent, id } = await moved();
    const context = { flow, texts: englishTexts() } as unknown as ViewContext;
    const open = hold("PUT");
    const before = writes(sent);
    const taking = flow.history.takeBack(id);
    await expect.poll(() => writes(sent)).toBe(before + 1);
    expect(awayText(context)).toBe("");
    flow.go("conversation");
    expect(awayText(context)).toBe("Moving the conversation back…");
    // Logging out would have taken the token away from what is sent.
    flow.session.openedBy = "password";
    vi.stubGlobal("navigator", { onLine: true });
    const first = { ...context, flow } as unknown as ViewContext;
    expect(markupOf(kConnectView.render(first))).toContain("is being moved");
    open();
    await taking;
    expect(awayText(context)).toBe("The conversation was moved back.");
    expect(markupOf(awayNotice(context))).not.toContain(kRid);
    flow.chooseRoom("P8hjvQLd5j24cgbQy");
    expect(markupOf(awayNotice(context))).toContain(kRid);
    flow.go("history");
    expect(awayText(context)).toBe("");
    expect(flow.history.takenBack?.outcome?.verdict).toBe("applied");
    flow.go("conversation");
    flow.go("history");
    expect(flow.history.takenBack).toBeNull();
  });

  test("is not begun if the host objects", async () => {
    const { flow, id, sent } = await moved();
    const asked: Parameters<MayMove>[] = [];
    flow.history.mayMove = (...given) => {
      asked.push(given);
      return false;
    };
    const before = writes(sent);
    await flow.history.takeBack(id);
    expect(asked).toEqual([[kUndo, true]]);
    expect(flow.history.takenBack).toEqual({ id, rid: kUndo.rid, outcome: null, vetoed: true });
    expect(writes(sent)).toBe(before);
  });

  test("sends once, however often it is asked", async () => {
    const { flow, id, sent, hold } = await moved();
    const before = writes(sent);
    const open = hold("PUT");
    const both = [flow.history.takeBack(id), flow.history.takeBack(id)];
    await expect.poll(() => writes(sent)).toBe(before + 1);
    open();
    await Promise.all(both);
    expect(writes(sent)).toBe(before + 1);
  });

  test("goes on to its verdict when the session ends, and the host is told", async () => {
    const { flow, id, sent, hold } = await moved();
    const told: string[] = [];
    flow.history.onSettled = (outcome) => told.push(outcome.verdict);
    const before = writes(sent);
    const open = hold("PUT");
    const undoing = flow.history.takeBack(id);
    await expect.poll(() => writes(sent)).toBe(before + 1);
    flow.session.disconnect();
    expect(flow.history.entries).toBeNull();
    open();
    await undoing;
    expect(told).toEqual(["applied"]);
    expect(flow.history.takenBack).toBeNull();
    expect(flow.history.entries).toBeNull();
  });

  test("can be stopped before it is sent, and says that nothing was", async () => {
    const { flow, id, sent } = await moved();
    const before = writes(sent);
    const undoing = flow.history.takeBack(id);
    flow.history.stopTakingBack();
    await undoing;
    expect(flow.history.takenBack?.outcome?.verdict).toBe("not_sent");
    expect(writes(sent)).toBe(before);
  });
});

describe("forgetting", () => {
  test("asks first, leaves open moves, and says how many went", async () => {
    const unknown = end({ verdict: "unknown" });
    const { flow } = await connected([kMoved, entry("u", { end: unknown })]);
    flow.go("history");
    await idle(flow.history.job);
    flow.history.ask(true);
    expect(flow.history.asking).toBe(true);
    expect(flow.history.closed).toHaveLength(2);
    await flow.history.forgetClosed();
    expect(flow.history.forgotten).toBe(2);
    expect(flow.history.asking).toBe(false);
    expect(flow.history.entries).toEqual([]);
  });
});

test("nothing of one user's record is shown to the next", async () => {
  const made = await connected([kMoved]);
  made.flow.go("history");
  await idle(made.flow.history.job);
  made.flow.session.disconnect();
  expect(made.flow.history).toMatchObject({ entries: null, state: null, takenBack: null });
});

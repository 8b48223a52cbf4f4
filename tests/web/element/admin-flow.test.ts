// What a host does at the wrong moment: settings and places during a move, removal, the same again.
import { describe, expect, test, vi } from "vitest";

import type { Capability } from "../../../web/src/client/capability.js";
import {
  connected,
  idle,
  kCustomer,
  kProvider,
  kRid,
  moving,
  settings,
  story,
  type Story,
} from "./history-world.js";
import type { kSession } from "../golden.js";

const kPlace = { step: "connect", rid: "", newVisitorId: "" } as const;
const kNever = (): Promise<never> => new Promise(() => undefined);
const kOther = "P8hjvQLd5j24cgbQy";
const counted = (sent: readonly string[], start: string): number =>
  sent.filter((line) => line.startsWith(start)).length;

describe("during a move", () => {
  test("another conversation of the host waits for the verdict", async () => {
    const { flow, timers, answer } = await moving();
    flow.goTo({ ...kPlace, rid: kOther });
    expect(flow.place.rid).toBe(kRid);
    await answer();
    expect(flow.move.settled?.outcome.verdict).toBe("applied");
    timers.advance(0);
    expect(flow.place).toMatchObject({ rid: kOther, newVisitorId: kCustomer });
    // It was on show for no more than a moment.
    expect(flow.move.unseen?.update.rid).toBe(kRid);
    flow.go("result");
    flow.chooseRoom(kRid);
    expect([flow.move.unseen, flow.move.settled]).toEqual([null, null]);
  });

  test("other settings of the host wait for the verdict", async () => {
    const made = await moving();
    const { flow, timers, answer } = made;
    flow.configure({ ...settings(made), server: "https://other.example" });
    expect(flow.session.server).toBe("https://chat.example.com");
    await answer();
    expect(flow.move.settled?.outcome.verdict).toBe("applied");
    timers.advance(0);
    expect(flow.session.server).toBe("https://other.example");
  });

  test("the last of several wishes counts", async () => {
    const { flow, timers, answer } = await moving();
    flow.goTo({ ...kPlace, rid: "first" });
    flow.goTo({ ...kPlace, rid: kOther });
    await answer();
    timers.advance(0);
    expect(flow.place.rid).toBe(kOther);
  });

  // It led away at once, and after the verdict to a preview of what had just been moved.
  test("the first step waits for the verdict where the host names it", async () => {
    const { flow, timers, answer } = await moving();
    flow.goTo({ ...kPlace, isNamed: true });
    expect(flow.step).toBe("preview");
    await answer();
    expect(flow.step).toBe("result");
    timers.advance(0);
    expect(flow.step).toBe("connect");
    expect(flow.move.settled?.outcome.verdict).toBe("applied");
  });

  test("removal from the page stops readings, and not the move", async () => {
    const { flow, history, answer } = await moving();
    const told: string[] = [];
    flow.move.onSettled = (outcome) => told.push(outcome.verdict);
    flow.suspend();
    expect(flow.isMoving).toBe(true);
    await answer();
    expect(told).toEqual(["applied"]);
    const kept = await history.list({
      server: "https://chat.example.com",
      userId: kProvider().userId,
    });
    expect(kept[0]?.end?.verdict).toBe("applied");
  });
});

/** A move that waits for a host whose function `credentials` never answers. */
async function waiting(): Promise<Story & { done: Promise<void> }> {
  const made = await connected([]);
  const { flow } = made;
  flow.goTo({ ...kPlace, rid: kRid, newVisitorId: kCustomer });
  await idle(flow.move.job);
  flow.configure({ ...settings(made), provider: kNever });
  const done = flow.move.move();
  await expect.poll(() => flow.move.waitsForHost).toBe(true);
  return { ...made, done };
}

describe("a move that waits for the host's credentials", () => {
  // What the host set then waited for the verdict, and the verdict for what the host had set.
  test("is served by another function", async () => {
    const made = await waiting();
    made.flow.configure({ ...settings(made), provider: () => kProvider() });
    await made.done;
    expect(made.flow.move.settled?.outcome.verdict).toBe("applied");
  });

  test("is served by one that was set before it had to wait", async () => {
    const made = await connected([]);
    const { flow } = made;
    flow.goTo({ ...kPlace, rid: kRid, newVisitorId: kCustomer });
    await idle(flow.move.job);
    flow.configure({ ...settings(made), provider: kNever });
    const done = flow.move.move();
    flow.configure({ ...settings(made), provider: () => kProvider() });
    await done;
    expect(flow.move.settled?.outcome.verdict).toBe("applied");
  });

  test("is not finished in another's name", async () => {
    const made = await waiting();
    const provider = () => ({ userId: "somebody-else", authToken: "x" });
    made.flow.configure({ ...settings(made), provider });
    await made.done;
    expect(counted(made.sent, "PUT")).toBe(0);
  });

  test("is disturbed by no other setting", async () => {
    const made = await waiting();
    const { flow } = made;
    flow.configure({ ...settings(made), server: "https://other.example" });
    expect(flow.session.server).toBe("https://chat.example.com");
    expect(flow.move.waitsForHost).toBe(true);
    flow.configure(settings(made));
    await made.done;
    expect(flow.move.settled?.outcome.verdict).toBe("applied");
  });

  // It waited without end where the page had forgotten the element.
  test("does not wait without end when the element is out of the page", async () => {
    const { flow, timers, done } = await waiting();
    const told: string[] = [];
    flow.move.onSettled = (outcome) => told.push(outcome.verdict);
    flow.suspend();
    timers.advance(29_999);
    expect(flow.isMoving).toBe(true);
    timers.advance(1);
    await done;
    expect(told).toEqual(["not_sent"]);
  });

  test("waits on when the element is put back", async () => {
    const made = await waiting();
    const { flow, timers } = made;
    flow.suspend();
    timers.advance(29_999);
    flow.resume();
    timers.advance(30_000);
    expect(flow.move.waitsForHost).toBe(true);
    flow.configure(settings(made));
    await made.done;
    expect(flow.move.settled?.outcome.verdict).toBe("applied");
  });
});

describe("removal from the page", () => {
  test("stops a reading; being put back begins it again", async () => {
    const { flow, hold, sent } = await connected([]);
    const open = hold("GET");
    flow.goTo({ ...kPlace, rid: kRid, newVisitorId: kCustomer });
    await expect.poll(() => flow.move.job.busy).toBe(true);
    flow.suspend();
    expect(flow.move.job.busy).toBe(false);
    open();
    const before = sent.length;
    flow.resume();
    await idle(flow.move.job);
    expect(flow.move.preview?.update?.rid).toBe(kRid);
    expect(sent.length).toBeGreaterThan(before);
  });

  test("changes nothing where nothing was read", async () => {
    const { flow, sent } = await connected([]);
    const before = sent.length;
    flow.suspend();
    flow.resume();
    expect([flow.step, sent.length]).toEqual(["conversation", before]);
  });
});

describe("settings", () => {
  test("that are the same do not connect again", async () => {
    const made = await connected([]);
    const { flow, sent } = made;
    const { chat } = flow.session;
    const before = sent.length;
    flow.configure({ ...settings(made), options: { ...made.options } });
    expect(flow.session.chat).toBe(chat);
    expect(sent.length).toBe(before);
  });

  test("may come one after the other", async () => {
    const made = await story();
    const complete = settings(made);
    made.flow.configure({ ...complete, provider: null });
    expect(made.flow.session.job.busy).toBe(false);
    made.flow.configure(complete);
    await vi.waitFor(() => {
      expect(made.flow.session.ready).toBe(true);
    });
  });
});

test("what can be done is told once for each time it is found out", async () => {
  const made = await story();
  const told: (string | null)[] = [];
  made.flow.onConnected = ({ version }: Capability) => told.push(version);
  made.flow.configure(settings(made));
  await vi.waitFor(() => {
    expect(made.flow.step).toBe("conversation");
  });
  await made.flow.history.list();
  expect(told).toEqual(["6.4"]);
});

test("the record can be looked at where nothing can be moved", async () => {
  const made = await story([], {}, "7.2");
  made.flow.goTo({ ...kPlace, step: "history" });
  made.flow.configure(settings(made));
  await vi.waitFor(() => {
    expect(made.flow.step).toBe("history");
  });
  expect(made.flow.session.ready).toBe(false);
});

// A preview was read that nobody had asked for.
test("a host that names the first step brings nobody any further", async () => {
  const { flow, sent } = await connected([]);
  flow.goTo({ ...kPlace, step: "conversation" });
  flow.chooseRoom(kRid);
  flow.chooseVisitor(kCustomer);
  const before = sent.length;
  flow.goTo({ ...kPlace, isNamed: true });
  expect([flow.step, flow.move.busy, sent.length]).toEqual(["connect", false, before]);
});

// Whom nobody had picked for it was offered, with the button to move it.
test("another conversation of the host begins with nobody picked", async () => {
  const { flow } = await connected([]);
  flow.chooseRoom(kRid);
  flow.chooseVisitor(kCustomer);
  flow.wish({ ...kPlace, rid: kOther }, ["rid"]);
  expect(flow.place).toEqual({ step: "visitor", rid: kOther, newVisitorId: "" });
  flow.chooseVisitor(kCustomer);
  // The host says what somebody has chosen here.
  flow.wish({ ...kPlace, rid: kOther }, ["rid"]);
  expect(flow.place.newVisitorId).toBe(kCustomer);
});

test("a host may want to stay at the first step, as soon as there is something to see", async () => {
  const made = await story();
  made.flow.wish({ ...kPlace, rid: kRid, isNamed: true }, ["rid", "step"]);
  made.flow.configure(settings(made));
  await vi.waitFor(() => {
    expect(made.flow.session.ready).toBe(true);
  });
  expect(made.flow.place).toEqual({ ...kPlace, rid: kRid });
  made.flow.wish({ ...kPlace, step: "visitor" }, ["step"]);
  expect(made.flow.step).toBe("visitor");
});

test("and to go back there where nothing can be moved", async () => {
  const made = await story([], {}, "8.6");
  made.flow.configure(settings(made));
  await vi.waitFor(() => {
    expect(made.flow.canGo("history")).toBe(true);
  });
  made.flow.go("history");
  made.flow.goTo({ ...kPlace, isNamed: true });
  expect(made.flow.step).toBe("connect");
});

test("whoever waits at the first step and goes there goes on all the same", async () => {
  const made = await story();
  made.flow.goTo({ ...kPlace, rid: kRid, newVisitorId: kCustomer });
  made.flow.configure(settings(made));
  made.flow.go("connect");
  await vi.waitFor(() => {
    expect(made.flow.step).toBe("preview");
  });
});

// The steps that it had skipped had to be gone through by hand.
test("what a host wishes is gone to after a first try that failed, too", async () => {
  let fails = true;
  const made = await story();
  const provider = (): typeof kSession => {
    if (fails) throw new Error("not yet");
    return kProvider();
  };
  made.flow.goTo({ ...kPlace, rid: kRid, newVisitorId: kCustomer });
  made.flow.configure({ ...settings(made), provider });
  await idle(made.flow.session.job);
  expect(made.flow.step).toBe("connect");
  fails = false;
  await made.flow.session.checkAgain();
  expect(made.flow.step).toBe("preview");
});

test("a host that names only the person goes on from the conversation that was chosen", async () => {
  const { flow } = await connected([]);
  flow.chooseRoom(kRid);
  flow.goTo({ ...kPlace, newVisitorId: kCustomer });
  expect(flow.step).toBe("preview");
});

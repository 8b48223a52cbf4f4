// A host that takes its time to give credentials, while something is read.
import { describe, expect, it } from "vitest";

import { Job } from "../../../web/src/element/flow/job.js";
import { kHistoryView } from "../../../web/src/element/views/history-view.js";
import { kPreviewView } from "../../../web/src/element/views/preview-view.js";
import { englishTexts } from "../../../web/src/element/text/locales.js";
import { isWaiting, waitStatus } from "../../../web/src/element/views/notices.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
import { ManualTimers } from "../manual-timers.js";
import { type MoveWorld, previewed } from "./move-world.js";
import { kRodriq, sessionWorld, until } from "./session-world.js";

// Timers that go off when the test says so.
function handTimers() {
  const pending = new Set<() => void>();
  return {
    pending,
    timers: {
      setTimeout: (callback: () => void, milliseconds: number): unknown => {
        // Those of the calls themselves are left to the machine.
        if (milliseconds !== 1000) return globalThis.setTimeout(callback, milliseconds);
        pending.add(callback);
        return callback;
      },
      clearTimeout: (timer: unknown): void => {
        pending.delete(timer as () => void);
        globalThis.clearTimeout(timer as NodeJS.Timeout);
      },
    },
  };
}

describe("a server that is slow to answer", () => {
  it("is named after a while, with the time until which it is waited for", async () => {
    const timers = new ManualTimers();
    const { world } = await sessionWorld({}, { timers, clock: () => 5000 });
    const job = new Job(world);
    const context = contextOf({ session: { job: null, expired: false, hostWaitOf: () => null } });
    let answer = (): void => undefined;
    const done = job.run(async ({ onProgress }) => {
      onProgress?.({ step: "send", kind: "me" });
      onProgress?.({ step: "wait", why: "answer", forMs: 30_000 });
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
    });
    timers.advance(9_999);
    expect(isWaiting(job, context)).toBe(false);
    timers.advance(1);
    expect(job.wait).toEqual({ why: "answer", until: 35_000 });
    expect(waitStatus(job, context)).toContain("has not answered yet");
    answer();
    await done;
    expect([job.wait, timers.pending]).toEqual([null, 0]);
  });
});

describe("a host that is slow to log in", () => {
  it("is named where something waits for it, and not before that is worth a word", async () => {
    const { pending, timers } = handTimers();
    const { session, configure, newJob } = await sessionWorld({}, { timers });
    const late: ((given: typeof kRodriq) => void)[] = [];
    let isSlow = false;
    configure({
      provider: () =>
        isSlow ? new Promise<typeof kRodriq>((resolve) => late.push(resolve)) : kRodriq,
    });
    await session.connect();
    expect(pending.size).toBe(0);
    isSlow = true;
    const job = newJob();
    const context = contextOf({ session });
    const answer = session.ask(job, (chat, options) => chat.me(options));
    await until(() => late.length === 1);
    expect(session.expired).toBe(false);
    expect(waitStatus(job, context)).toBe("");
    for (const goOff of pending) goOff();
    expect(waitStatus(job, context)).toBe(kWaiting);
    expect(isWaiting(job, context)).toBe(true);
    // Other work does not wait.
    expect(isWaiting(newJob(), context)).toBe(false);
    late[0]?.(kRodriq);
    expect((await answer)?.username).toBe("rodriq");
    expect(waitStatus(job, context)).toBe("");
    expect(pending.size).toBe(0);
  });

  // A write is cancelled by a signal of its own, by which nobody had looked for it.
  it("is named at a move", async () => {
    const { pending, timers } = handTimers();
    const world = await previewed(undefined, undefined, timers);
    const { flow } = world;
    neverAnswer(world);
    pending.clear();
    const moving = flow.move.move();
    await world.until(() => flow.move.waitsForHost);
    const context = contextOf(flow);
    expect(kPreviewView.status(context)).not.toContain(kWaiting);
    for (const goOff of pending) goOff();
    expect(kPreviewView.status(context)).toContain(kWaiting);
    flow.move.cancel();
    await moving;
    expect(kPreviewView.status(context)).not.toContain(kWaiting);
  });

  it("is named at taking back", async () => {
    const { pending, timers } = handTimers();
    const world = await previewed(undefined, undefined, timers);
    const { flow } = world;
    await flow.move.move();
    flow.go("history");
    await world.until(() => flow.history.entries !== null && !flow.history.job.busy);
    neverAnswer(world);
    pending.clear();
    void flow.history.takeBack(flow.history.entries?.[0]?.id ?? "");
    await world.until(() => flow.history.waitsForHost);
    const context = contextOf(flow);
    expect(kHistoryView.status(context)).not.toContain(kWaiting);
    for (const goOff of pending) goOff();
    expect(kHistoryView.status(context)).toContain(kWaiting);
    flow.history.stopTakingBack();
    // The list that is read then waits for the host, too.
    await world.until(() => !flow.history.undoing.busy);
  });
});

const kWaiting = "Waiting for this page to log you in…";

function contextOf(flow: unknown): ViewContext {
  return { flow, texts: englishTexts() } as unknown as ViewContext;
}

// What is left of the timers then is for whoever asks next.
function neverAnswer({ flow }: MoveWorld): void {
  flow.configure({ ...flow.session.settings, provider: () => new Promise(() => undefined) });
}

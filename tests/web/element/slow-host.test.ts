// A host that takes its time to give credentials, while something is read.
import { describe, expect, it } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { isWaiting, waitStatus } from "../../../web/src/element/views/notices.js";
import type { ViewContext } from "../../../web/src/element/views/view.js";
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
    const context = { flow: { session }, texts: englishTexts() } as unknown as ViewContext;
    const answer = session.ask(job, (chat, options) => chat.me(options));
    await until(() => late.length === 1);
    expect(session.expired).toBe(false);
    expect(waitStatus(job, context)).toBe("");
    for (const goOff of pending) goOff();
    expect(waitStatus(job, context)).toBe("Waiting for this page to log you in…");
    expect(isWaiting(job, context)).toBe(true);
    // Other work does not wait.
    expect(isWaiting(newJob(), context)).toBe(false);
    late[0]?.(kRodriq);
    expect((await answer)?.username).toBe("rodriq");
    expect(waitStatus(job, context)).toBe("");
    expect(pending.size).toBe(0);
  });
});

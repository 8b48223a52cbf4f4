import { describe, expect, test } from "vitest";

import { Bell } from "../../web/src/client/bell.js";
import { ManualTimers } from "./manual-timers.js";

// Whether each has been woken by now, in order.
async function woken(...waiting: readonly Promise<void>[]): Promise<boolean[]> {
  const states = waiting.map(() => false);
  for (const [i, each] of waiting.entries()) void each.then(() => (states[i] = true));
  await Promise.resolve();
  await Promise.resolve();
  return states;
}

describe("Bell", () => {
  test("wakes at the time and not before", async () => {
    const timers = new ManualTimers();
    const waiting = new Bell(timers, {}).wait(1000);
    timers.advance(999);
    expect(await woken(waiting)).toEqual([false]);
    timers.advance(1);
    expect(await woken(waiting)).toEqual([true]);
  });

  test("wakes who waits on another connection of the same core, and nobody else", async () => {
    const core = {};
    const [own, others, elsewhere] = [new ManualTimers(), new ManualTimers(), new ManualTimers()];
    const bell = new Bell(own, core);
    const all = [bell.wait(1000), new Bell(others, core).wait(1000)] as const;
    const other = new Bell(elsewhere, {}).wait(1000);
    bell.ring();
    expect(await woken(...all, other)).toEqual([true, true, false]);
    expect([own.pending, others.pending, elsewhere.pending]).toEqual([0, 0, 1]);
  });

  test("rings for those who wait now, not for who comes later", async () => {
    const bell = new Bell(new ManualTimers(), {});
    bell.ring();
    expect(await woken(bell.wait(1000))).toEqual([false]);
  });

  test("wakes although a timer cannot be cleared", async () => {
    const timers = new ManualTimers();
    timers.clearTimeout = () => {
      throw new Error("no");
    };
    const bell = new Bell(timers, {});
    const waiting = bell.wait(1000);
    bell.ring();
    expect(await woken(waiting)).toEqual([true]);
  });

  test("asks no timer for longer than timers can", () => {
    const asked: number[] = [];
    const timers = new ManualTimers();
    timers.setTimeout = (_, milliseconds) => {
      asked.push(milliseconds);
      return 1;
    };
    void new Bell(timers, {}).wait(Number.MAX_SAFE_INTEGER);
    expect(asked).toEqual([2 ** 31 - 1]);
  });
});

// Whoever hears of a step may cancel, fail or do nothing: the update keeps its rules.
import { describe, expect, test } from "vitest";

import { connected, type Handler, json, success, unmoved, writes } from "./connected.js";
import { kGoldenUpdate } from "./golden.js";

const kMove = { ...kGoldenUpdate, newVisitorId: "63d8f20a5be41c7790e6a1f4" };

describe("a listener to progress", () => {
  test.each([{ history: null }, {}])(
    "that cancels when a write is announced stops it before it leaves (%o)",
    async (options) => {
      const stop = new AbortController();
      const { chat, calls } = await connected(success, options);
      const outcome = await chat.updateRoomVisitor(kMove, {
        signal: stop.signal,
        onProgress: ({ step }) => {
          if (step === "send") stop.abort();
        },
      });
      expect(outcome).toMatchObject({ verdict: "not_sent", error: { code: "cancelled" } });
      expect(writes(calls)).toEqual([]);
    },
  );

  // The wait used to go on to its end, up to minutes later.
  test("that cancels when it hears of a wait is obeyed at once", async () => {
    const stop = new AbortController();
    const limited: Handler = () =>
      json({ success: false, error: "Error, too many requests. You must wait 50 seconds" }, 429);
    const { chat, timers } = await connected(limited, { history: null });
    const outcome = await chat.updateRoomVisitor(kMove, {
      signal: stop.signal,
      onProgress: (progress) => {
        if (progress.step === "wait" && progress.why === "rate_limit") stop.abort();
      },
    });
    expect(outcome).toMatchObject({ verdict: "refused", error: { code: "cancelled" } });
    expect(timers.now).toBe(0);
  });

  test("that throws or rejects changes nothing", async () => {
    const listeners = [
      () => {
        throw new Error("no ears");
      },
      () => Promise.reject(new Error("no ears")),
    ];
    for (const onProgress of listeners) {
      const { chat } = await connected(success, { history: null });
      expect(await chat.updateRoomVisitor(kMove, { onProgress })).toMatchObject({
        verdict: "applied",
      });
    }
  });
});

test("an error's cause belongs to what caused it", async () => {
  let sent = 0;
  const write: Handler = () => {
    sent += 1;
    if (sent === 1) throw new TypeError("first line broke");
    return json({ success: false, error: "error-not-allowed" }, 400);
  };
  const { chat } = await connected(write, { history: null, read: unmoved });
  const outcome = await chat.updateRoomVisitor(kMove);
  expect(outcome).toMatchObject({ verdict: "unknown", error: { code: "room_access_denied" } });
  expect(outcome.error?.cause).toBeUndefined();
});

describe("undo", () => {
  test("knows the server by any spelling of its address", async () => {
    const { chat } = await connected(success, {
      history: null,
      server: "https://CHAT.example.com:443/",
    });
    expect(chat.server).toBe("https://chat.example.com");
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome.receipt?.server).toBe("https://chat.example.com");
    if (outcome.receipt === undefined) throw new Error("no receipt");
    const back: Handler = () =>
      json({ room: { _id: kMove.rid, t: "l", v: { _id: kMove.oldVisitorId } }, success: true });
    const other = await connected(back, { history: null });
    expect(await other.chat.undo(outcome.receipt)).toMatchObject({ verdict: "applied" });
  });

  test("rejects what was refused or never sent", async () => {
    const { chat, calls } = await connected(success, { history: null });
    const { receipt } = await chat.updateRoomVisitor(kMove);
    if (receipt === undefined) throw new Error("no receipt");
    for (const verdict of ["refused", "not_sent"] as const) {
      await expect(chat.undo({ ...receipt, verdict })).rejects.toMatchObject({
        code: "invalid_input",
        path: "/receipt/verdict",
      });
    }
    expect(writes(calls)).toHaveLength(1);
  });
});

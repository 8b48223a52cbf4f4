import { describe, expect, test } from "vitest";

import type { Receipt } from "../../web/src/index.js";
import { connected, type Handler, json, kNow, success, unmoved, writes } from "./connected.js";
import { kMove, kSession } from "./golden.js";

const receipt: Receipt = {
  ...kMove,
  server: "https://chat.example.com",
  userId: kSession.userId,
  verdict: "applied",
  proof: "answer",
  at: "2026-11-22T14:00:00.000Z",
  openUntil: null,
};

describe("undo", () => {
  test("moves the room back with the ids exchanged", async () => {
    const { chat, calls } = await connected(unmoved);
    const outcome = await chat.undo(receipt);
    expect(outcome).toMatchObject({ verdict: "applied", proof: "answer" });
    expect(JSON.parse(writes(calls)[0]?.init.body as string)).toEqual({
      rid: kMove.rid,
      oldVisitorId: kMove.newVisitorId,
      newVisitorId: kMove.oldVisitorId,
    });
    expect(outcome.verdict === "applied" && (await chat.undo(outcome.receipt)).verdict).not.toBe(
      "applied",
    );
  });

  // The original's write arrives after the undo has succeeded, and is undone once more.
  test("waits for an open write of the original, and looks again", async () => {
    const openUntil = new Date(kNow + 5000).toISOString();
    const states = [() => success("", {}), unmoved];
    const read: Handler = () => states.shift()?.("", {}) ?? json({}, 500);
    const { chat, calls, timers } = await connected(unmoved, { read });
    const outcome = await chat.undo(
      { ...receipt, openUntil },
      {
        onProgress: (now) => {
          if (now.step !== "wait" || now.why !== "original_write") return;
          queueMicrotask(() => {
            timers.advance(now.forMs);
          });
        },
      },
    );
    expect(outcome.verdict).toBe("applied");
    expect(writes(calls)).toHaveLength(2);
    expect(timers.now).toBe(5000);
  });

  test("fails with visitor_not_found where the old visitor is gone", async () => {
    const { chat } = await connected(() =>
      json({ success: false, error: "visitor-not-found" }, 400),
    );
    expect(await chat.undo(receipt)).toMatchObject({
      verdict: "refused",
      error: { code: "visitor_not_found" },
    });
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "/receipt"],
    ["text", "receipt", "/receipt"],
    ["no server", { ...receipt, server: undefined }, "/receipt/server"],
    ["another server", { ...receipt, server: "https://other.example" }, "/receipt/server"],
    ["one visitor", { ...receipt, oldVisitorId: kMove.newVisitorId }, "/receipt/newVisitorId"],
    ["a wrong date", { ...receipt, openUntil: "soon" }, "/receipt/openUntil"],
  ])("rejects %s", async (_, wrong, path) => {
    const { chat, calls } = await connected(unmoved);
    await expect(chat.undo(wrong as Receipt)).rejects.toMatchObject({
      code: "invalid_input",
      path,
    });
    expect(calls).toHaveLength(0);
  });

  test("sends nothing for a receipt whose ids are no ids", async () => {
    const { chat } = await connected(unmoved);
    const outcome = await chat.undo({ ...receipt, rid: 12 as never });
    expect(outcome).toMatchObject({ verdict: "not_sent", error: { code: "not_a_string" } });
  });
});

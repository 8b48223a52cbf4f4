// Each update is recorded before each of its writes and closed by its outcome.
import { describe, expect, test } from "vitest";

import { memoryHistory, receiptOf } from "../../web/src/index.js";
import { connected, type Handler, json, kNow, success, unmoved, writes } from "./connected.js";
import { kSession } from "./golden.js";
import { entryOf, kMove, watched } from "./watched-history.js";

describe("the record of an update", () => {
  test("is kept before the write goes out and closed by the outcome", async () => {
    const { history, order } = watched();
    const write: Handler = (path, init) => {
      order.push("write");
      return success(path, init);
    };
    const { chat } = await connected(write, { history, newId: () => "id-1" });
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(order).toEqual(["intend 1", "write", "close applied"]);
    const [entry] = await chat.history();
    expect(entry).toEqual({
      ...entryOf({ id: "id-1", startedAt: new Date(kNow).toISOString() }),
      end: {
        verdict: "applied",
        proof: "answer",
        code: null,
        at: new Date(kNow).toISOString(),
        openUntil: null,
        lastSeen: { visitorId: kMove.newVisitorId, at: new Date(kNow).toISOString() },
        recovered: false,
      },
    });
    expect(entry && receiptOf(entry)).toEqual(outcome.receipt);
    expect(await chat.historyState()).toMatchObject({ durability: "durable", reason: null });
    expect(await chat.clearHistory()).toBe(1);
    expect(await chat.history()).toEqual([]);
  });

  test("is kept before each further write", async () => {
    const { history, order } = watched();
    let sent = 0;
    const write: Handler = (path, init) => {
      sent += 1;
      return sent === 1 ? json({}, 502) : success(path, init);
    };
    const { chat } = await connected(write, { history, read: unmoved });
    await chat.updateRoomVisitor(kMove);
    expect(order).toEqual(["intend 1", "intend 2", "close applied"]);
    expect((await chat.history())[0]?.writes).toBe(2);
  });

  test("is not begun for what is never sent", async () => {
    const { history, order } = watched();
    const { chat } = await connected(success, { history });
    await chat.updateRoomVisitor({ ...kMove, rid: "" });
    await chat.updateRoomVisitor(kMove, { signal: AbortSignal.abort() });
    expect(order).toEqual([]);
  });

  test("prevents the write if it cannot be kept", async () => {
    const full = new DOMException("no space", "QuotaExceededError");
    const { history } = watched({ intend: () => Promise.reject(full) });
    const { chat, calls } = await connected(success, { history });
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({
      verdict: "not_sent",
      error: { code: "history_failed", cause: full },
    });
    expect(writes(calls)).toEqual([]);
  });

  // It counted as under way for ever, so that nobody looked at what the store had kept all the same.
  test("is looked at again where a store keeps it and says that it could not", async () => {
    const store = memoryHistory("a test");
    const { history } = watched({
      intend: async (entry) => {
        await store.intend(entry);
        throw new Error("not flushed");
      },
      close: (id, end) => store.close(id, end),
      list: (owner) => store.list(owner),
    });
    const { chat } = await connected(success, { history, read: unmoved });
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({ verdict: "not_sent" });
    expect((await chat.history())[0]?.end).toBeNull();
    expect(await chat.recover()).toHaveLength(1);
    expect((await chat.history())[0]?.end).toMatchObject({ recovered: true });
  });

  test("lets an outcome stand whose end cannot be kept, and says so", async () => {
    const { history } = watched({ close: () => Promise.reject(new Error("disk on fire")) });
    const { chat } = await connected(success, { history });
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({
      verdict: "applied",
      notRecorded: { code: "history_failed", cause: { message: "disk on fire" } },
    });
    expect((await chat.history())[0]?.end).toBeNull();
  });

  test("is closed as not sent when a cancel comes while it is kept", async () => {
    const stop = new AbortController();
    const store = memoryHistory("a test");
    const { history } = watched({
      intend: async (entry) => {
        await store.intend(entry);
        stop.abort();
      },
      close: (id, end) => store.close(id, end),
      list: (owner) => store.list(owner),
    });
    const { chat, calls } = await connected(success, { history });
    const outcome = await chat.updateRoomVisitor(kMove, { signal: stop.signal });
    expect(outcome).toMatchObject({ verdict: "not_sent", error: { code: "cancelled" } });
    expect(writes(calls)).toEqual([]);
    expect((await chat.history())[0]?.end).toMatchObject({
      verdict: "not_sent",
      code: "cancelled",
    });
  });

  test("names the user who sent in the end", async () => {
    const given = [kSession, { userId: "other-user", authToken: "other-token" }];
    let asked = -1;
    const credentials = () => {
      asked = Math.min(asked + 1, 1);
      return given[asked] ?? kSession;
    };
    let sent = 0;
    const write: Handler = (path, init) => {
      sent += 1;
      return sent === 1 ? json({ status: "error", message: "log in" }, 401) : success(path, init);
    };
    const { chat } = await connected(write, { history: watched().history, credentials });
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome.receipt).toMatchObject({ verdict: "applied", userId: "other-user" });
    expect((await chat.history()).map(({ userId }) => userId)).toEqual(["other-user"]);
  });

  test("may be left out", async () => {
    const { chat } = await connected(success, { history: null });
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({ verdict: "applied" });
    expect(await chat.history()).toEqual([]);
    expect(await chat.historyState()).toMatchObject({ durability: "none" });
    expect(await chat.recover()).toEqual([]);
  });
});

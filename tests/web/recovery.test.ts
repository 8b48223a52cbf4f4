// Updates whose end was never heard of: their rooms are read, before anything is sent for them again.
import { describe, expect, test } from "vitest";

import { connected, type Handler, json, kNow, success, unmoved, writes } from "./connected.js";
import { movedRoom } from "./golden.js";
import { entryOf, kMove, watched } from "./watched-history.js";

describe("an update whose end was never heard of", () => {
  async function left(entry = entryOf(), read: Handler = success, write: Handler = success) {
    const { history, order } = watched();
    await history.intend(entry);
    order.splice(0);
    return { ...(await connected(write, { history, read })), order };
  }

  test("is read back, and nothing is sent", async () => {
    const { chat, calls } = await left();
    const [recovered] = await chat.recover();
    expect(recovered).toMatchObject({
      entry: { id: "left-behind" },
      outcome: { verdict: "applied", proof: "read_back" },
    });
    expect(calls.map(({ init }) => init.method)).toEqual(["GET"]);
    expect((await chat.history())[0]?.end).toMatchObject({ verdict: "applied", recovered: true });
    expect(await chat.recover()).toEqual([]);
  });

  test("is looked at alone when its room is named", async () => {
    const { history } = watched();
    await history.intend(entryOf());
    await history.intend(entryOf({ id: "other", rid: "another-room" }));
    const { chat, calls } = await connected(success, { history });
    const recovered = await chat.recover({ rid: kMove.rid });
    expect(recovered.map(({ entry }) => entry.id)).toEqual(["left-behind"]);
    expect(calls.map(({ path }) => path).join()).not.toContain("another-room");
  });

  test("stays unknown where the old visitor is seen, and says until when it may still arrive", async () => {
    const { chat } = await left(entryOf(), unmoved);
    await chat.recover();
    expect((await chat.history())[0]?.end).toMatchObject({
      verdict: "unknown",
      lastSeen: { visitorId: kMove.oldVisitorId },
      openUntil: new Date(kNow + 30_000).toISOString(),
      recovered: true,
    });
  });

  test("stays open while the room cannot be read", async () => {
    const { chat } = await left(entryOf(), () => json({}, 503));
    const [recovered] = await chat.recover();
    expect(recovered?.outcome).toMatchObject({ verdict: "unknown" });
    expect((await chat.history())[0]?.end).toBeNull();
  });

  test("is closed where the room is gone", async () => {
    const gone: Handler = () =>
      json(
        {
          success: false,
          error:
            'The required "roomId" or "roomName" param provided does not match any channel [error-room-not-found]',
          errorType: "error-room-not-found",
        },
        400,
      );
    const { chat } = await left(entryOf(), gone);
    await chat.recover();
    expect((await chat.history())[0]?.end).toMatchObject({
      verdict: "unknown",
      code: "room_not_found",
    });
  });

  test("is read back before the room is written to again, once", async () => {
    const { chat, calls, order } = await left(entryOf(), unmoved);
    await chat.updateRoomVisitor(kMove);
    expect(calls.map(({ init }) => init.method)).toEqual(["GET", "GET", "PUT"]);
    expect(order).toEqual(["close unknown", "intend 1", "close applied"]);
    await chat.updateRoomVisitor({ ...kMove, rid: kMove.rid });
    expect(order.slice(3)).toEqual(["intend 1", "close applied"]);
  });

  // It was dropped from the list whatever the reading brought, and the next write went out blind.
  test("is read back first by the next attempt too, when a cancel ended the reading", async () => {
    const stop = new AbortController();
    let reads = 0;
    const read: Handler = (path, init) => {
      reads += 1;
      if (reads > 1) return unmoved(path, init);
      stop.abort();
      return Promise.reject(new DOMException("aborted", "AbortError"));
    };
    const { chat, calls, order } = await left(entryOf(), read, success);
    const first = await chat.updateRoomVisitor(kMove, { signal: stop.signal });
    expect(first).toMatchObject({ verdict: "not_sent", error: { code: "cancelled" } });
    expect((await chat.history())[0]?.end).toBeNull();
    calls.splice(0);
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({ verdict: "applied" });
    expect(calls.map(({ init }) => init.method)).toEqual(["GET", "PUT"]);
    expect(order).toEqual(["close unknown", "intend 1", "close applied"]);
  });

  test("that cannot be read lets nothing be sent for its room until it can", async () => {
    let isDown = true;
    const read: Handler = (path, init) => (isDown ? json({}, 503) : unmoved(path, init));
    const { chat, calls, order } = await left(entryOf(), read, success);
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({
      verdict: "not_sent",
      error: { code: "server_error" },
    });
    expect([writes(calls), order]).toEqual([[], []]);
    expect((await chat.history())[0]?.end).toBeNull();
    const elsewhere = await chat.updateRoomVisitor({ ...kMove, rid: "another-room" });
    expect(elsewhere.verdict).not.toBe("not_sent");
    isDown = false;
    order.splice(0);
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({ verdict: "applied" });
    expect(order).toEqual(["close unknown", "intend 1", "close applied"]);
  });

  // Reading it again would say the same: nobody could ever move such a conversation.
  test("whose room may not be read lets the room be written to", async () => {
    const denied: Handler = () =>
      json({ success: false, error: "not-allowed", errorType: "Not Allowed" }, 400);
    const { chat, order } = await left(entryOf(), denied, success);
    await chat.updateRoomVisitor(kMove);
    expect(order).toEqual(["close unknown", "intend 1", "close applied"]);
  });

  test("of another room, user or server is left alone", async () => {
    const others = [{ rid: "other" }, { userId: "other" }, { server: "https://other.example.com" }];
    for (const other of others) {
      const { chat, calls } = await left(entryOf(other));
      await chat.updateRoomVisitor(kMove);
      expect(calls.some(({ path }) => path.includes("rooms.info"))).toBe(false);
    }
  });

  test("does not take what is under way for left behind", async () => {
    const { history } = watched();
    let answer: (response: Response) => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      const write: Handler = () =>
        new Promise((respond) => {
          answer = respond;
          resolve();
        });
      void connected(write, { history, read: success }).then(async ({ chat }) => {
        const running = chat.updateRoomVisitor(kMove);
        await arrived;
        expect(await chat.recover()).toEqual([]);
        answer(json({ room: movedRoom(), success: true }));
        expect(await running).toMatchObject({ verdict: "applied", proof: "answer" });
        finished();
      });
    });
    let finished: () => void = () => undefined;
    await new Promise<void>((resolve) => {
      finished = resolve;
    });
  });

  test("ends when it is cancelled, and stays open", async () => {
    const { chat } = await left();
    const signal = AbortSignal.abort();
    await expect(chat.recover({ signal })).rejects.toMatchObject({ code: "cancelled" });
    expect((await chat.history())[0]?.end).toBeNull();
  });

  test("says that the history cannot be read, and sends nothing", async () => {
    const { history } = watched({ list: () => Promise.reject(new Error("gone")) });
    const { chat, calls } = await connected(success, { history });
    await expect(chat.recover()).rejects.toMatchObject({ code: "history_failed" });
    await expect(chat.history()).rejects.toMatchObject({ code: "history_failed" });
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({
      verdict: "not_sent",
      error: { code: "history_failed" },
    });
    expect(writes(calls)).toEqual([]);
  });
});

// What becomes of an update that is answered in one way or another, read back and repeated.
import { describe, expect, test } from "vitest";

import { connected, type Handler, json, success, unmoved, writes } from "./connected.js";
import { goldenRoom, kMove, kSession, kVisitorToken, movedRoom } from "./golden.js";

describe("updateRoomVisitor", () => {
  // The room is read after each write that may have been carried out, and shows the old visitor.
  test.each<[string, Handler, string, string, number]>([
    [
      "a refusal",
      () => json({ success: false, error: "visitor-not-found" }, 400),
      "refused",
      "visitor_not_found",
      1,
    ],
    [
      "no login",
      () => json({ status: "error", message: "You must be logged in to do this." }, 401),
      "refused",
      "not_logged_in",
      2,
    ],
    [
      "a conflict",
      () => json({ success: false, error: "invalid-room-visitor" }, 400),
      "refused",
      "visitor_mismatch",
      4,
    ],
    [
      "a broken line",
      () => Promise.reject(new TypeError("fetch failed")),
      "unknown",
      "network_failed",
      4,
    ],
    [
      "a page",
      () => new Response("<html>", { status: 502, headers: { "Content-Type": "text/html" } }),
      "unknown",
      "server_error",
      4,
    ],
    ["a redirect", () => new Response(null, { status: 302 }), "unknown", "redirected", 4],
    [
      "a failure without reason",
      () => json({ success: false }, 400),
      "unknown",
      "failure_without_reason",
      4,
    ],
    ["no room", () => json({ success: true }), "unknown", "no_room_in_answer", 4],
    [
      "another room",
      () => json({ room: { ...movedRoom(), _id: "x" }, success: true }),
      "unknown",
      "other_room",
      4,
    ],
    ["the old visitor", unmoved, "unknown", "still_old_visitor", 4],
  ])("judges %s", async (_, write, verdict, code, attempts) => {
    const { chat, calls } = await connected(write, { read: unmoved });
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({ verdict, error: { code }, receipt: { verdict, proof: null } });
    expect(writes(calls)).toHaveLength(attempts);
    if (verdict === "unknown") expect(outcome.lastSeen?.visitorId).toBe(kMove.oldVisitorId);
    if (outcome.verdict !== "applied") {
      expect(outcome.error.remedy).not.toBe("");
      expect(JSON.stringify(outcome.error) + outcome.error.message).not.toContain(kVisitorToken);
    }
  });

  test("reads back after a lost answer and finds the room moved", async () => {
    const lose: Handler = () => Promise.reject(new TypeError("fetch failed"));
    const { chat, calls } = await connected(lose, { read: success });
    const progress: string[] = [];
    const outcome = await chat.updateRoomVisitor(kMove, {
      onProgress: (now) => progress.push(now.step === "send" ? now.kind : now.step),
    });
    expect(outcome).toMatchObject({ verdict: "applied", proof: "read_back" });
    expect(outcome.room?.view.v?._id).toBe(kMove.newVisitorId);
    expect(writes(calls)).toHaveLength(1);
    expect(progress).toEqual(["write", "wait", "read_back", "wait"]);
  });

  test("names the owner of a room that belongs to somebody else", async () => {
    const third = { ...goldenRoom(), v: { _id: "third" } };
    const { chat } = await connected(
      () => json({ success: false, error: "invalid-room-visitor" }, 400),
      { read: () => json({ room: third, success: true }) },
    );
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({
      verdict: "refused",
      error: { code: "conflict" },
      lastSeen: { visitorId: "third", at: "2026-11-22T14:00:00.000Z" },
    });
  });

  test("asks the provider once more after a 401, and uses what it gives", async () => {
    const tokens = ["first-token", "second-token"];
    const used: (string | null)[] = [];
    const { chat } = await connected(
      (_, init) => {
        used.push(new Headers(init.headers).get("X-Auth-Token"));
        return used.length === 1
          ? json({ status: "error", message: "You must be logged in to do this." }, 401)
          : success("", {});
      },
      { credentials: () => ({ ...kSession, authToken: tokens.shift() ?? "" }) },
    );
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({ verdict: "applied" });
    expect(used).toEqual(["first-token", "second-token"]);
  });

  test("goes on when the host's progress callback throws", async () => {
    const { chat } = await connected(success);
    const onProgress = (): never => {
      throw new Error("host");
    };
    expect((await chat.updateRoomVisitor(kMove, { onProgress })).verdict).toBe("applied");
  });
});

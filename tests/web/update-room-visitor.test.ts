import { describe, expect, test } from "vitest";

import { type ConnectOptions, isWorldError } from "../../web/src/index.js";
import { connected, type Handler, json, kNow, success, unmoved, writes } from "./connected.js";
import { goldenRoom, kGoldenUpdate, kMove, kSession, movedRoom } from "./golden.js";
import { ManualTimers } from "./manual-timers.js";

describe("updateRoomVisitor", () => {
  test("moves a room and gives receipt, room and limits", async () => {
    const headers = {
      "X-RateLimit-Limit": "10",
      "X-RateLimit-Remaining": "9",
      "X-RateLimit-Reset": String(kNow + 30_000),
      // Not the time of this side.
      Date: new Date(kNow + 20_000).toUTCString(),
      "x-deprecation-type": "endpoint-deprecation",
      "x-deprecation-message": "going",
      "x-deprecation-version": "7.0.0",
    };
    const { chat, calls } = await connected(() =>
      json({ room: movedRoom(), success: true }, 200, headers),
    );
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({
      verdict: "applied",
      proof: "answer",
      rateLimit: { limit: 10, remaining: 9, resetAt: kNow + 30_000, resetInMs: 10_000 },
      deprecation: { version: "7.0.0" },
      receipt: {
        ...kMove,
        server: "https://chat.example.com",
        userId: kSession.userId,
        verdict: "applied",
        proof: "answer",
        at: "2026-11-22T14:00:00.000Z",
      },
    });
    expect(outcome.room?.view.v?._id).toBe(kMove.newVisitorId);
    expect(JSON.parse(outcome.room?.text ?? "")).toEqual(movedRoom());
    expect(Object.isFrozen(outcome.room?.view.v)).toBe(true);
    expect(JSON.stringify(outcome.receipt)).not.toMatch(/token/i);

    expect(calls.map(({ path }) => path)).toEqual(["/api/info", "/api/v1/livechat/room.visitor"]);
    const [, write] = calls;
    expect(write?.init).toMatchObject({
      method: "PUT",
      body: JSON.stringify(kMove),
      redirect: "manual",
    });
    expect(calls[0]?.init.headers).not.toEqual(
      expect.arrayContaining([["X-Auth-Token", kSession.authToken]]),
    );
  });

  test("asks for the version once per connection, and again only after a failure", async () => {
    const { chat, calls } = await connected(success);
    await Promise.all([chat.updateRoomVisitor(kMove), chat.updateRoomVisitor(kMove)]);
    expect(calls.filter(({ path }) => path === "/api/info")).toHaveLength(1);

    const failing = await connected(success, { version: () => json({}, 503) });
    expect(await failing.chat.updateRoomVisitor(kMove)).toMatchObject({ verdict: "applied" });
    expect(await failing.chat.updateRoomVisitor(kMove)).toMatchObject({ verdict: "applied" });
    // Each time three attempts.
    expect(failing.calls.filter(({ path }) => path === "/api/info")).toHaveLength(6);
  });

  test.each([
    ["3.5", "endpoint_absent"],
    ["3.6", "endpoint_broken"],
    ["5.1", "endpoint_broken"],
    ["7.0", "endpoint_removed"],
    ["8.6", "endpoint_removed"],
  ])("sends nothing to version %s", async (version, code) => {
    const { chat, calls } = await connected(success, { version });
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({ verdict: "not_sent", error: { code } });
    expect(outcome.receipt).toBeUndefined();
    expect(writes(calls)).toHaveLength(0);
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "not_an_object"],
    ["an empty id", { ...kMove, rid: "" }, "empty"],
    ["a number", { ...kMove, rid: 12 }, "not_a_string"],
    ["300 characters", { ...kMove, rid: "x".repeat(300) }, "too_long"],
  ])("resolves with not_sent for %s", async (_, update, code) => {
    const { chat, calls } = await connected(success);
    const outcome = await chat.updateRoomVisitor(update as typeof kMove);
    expect(outcome).toMatchObject({ verdict: "not_sent", error: { code, name: "CallerError" } });
    expect(calls).toHaveLength(0);
  });

  test.each<[string, string, ConnectOptions["credentials"]]>([
    [
      "throws",
      "missing_credentials",
      () => {
        throw new Error("vault closed");
      },
    ],
    ["rejects", "missing_credentials", () => Promise.reject(new Error("vault closed"))],
    ["gives nothing", "missing_credentials", () => undefined as never],
    ["gives no token", "missing_credentials", () => ({ ...kSession, authToken: "" })],
    [
      "gives a line break",
      "invalid_credentials",
      () => ({ ...kSession, authToken: "secret-part\nx" }),
    ],
  ])("resolves with not_sent when the provider %s", async (_, code, credentials) => {
    const { chat, calls } = await connected(success, { credentials });
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({ verdict: "not_sent", error: { code } });
    expect(writes(calls)).toHaveLength(0);
    expect(JSON.stringify(outcome)).not.toContain("secret-part");
  });

  // A server that repeats what it was sent would put the caller's token into logs.
  test.each<[string, string, string]>([
    ["short", "geheim", "bad token geheim"],
    ["cut with its text", "geheim-und-lang", `${"wort ".repeat(10)}geheim-und-lang`],
    ["twice", "ab-cd", "ab-cd is not ab-cd"],
  ])("hides its own token in the server's words: %s", async (_, authToken, error) => {
    const credentials = () => ({ ...kSession, authToken });
    const { chat } = await connected(() => json({ success: false, error }, 400), { credentials });
    const outcome = await chat.updateRoomVisitor(kMove);
    if (outcome.verdict === "applied") throw new Error("applied");
    expect(outcome.serverText).toContain("••••••••");
    const { message, found, expected, remedy } = outcome.error;
    const read: unknown = await chat.roomInfo({ rid: kMove.rid }).catch((why: unknown) => why);
    const shown = [outcome.serverText, message, found, expected, remedy, String(read)];
    expect(JSON.stringify([...shown, outcome, read])).not.toContain(authToken.slice(0, 5));
  });

  test("suspects CORS when the page is elsewhere", async () => {
    const refuse: Handler = () => Promise.reject(new TypeError("Failed to fetch"));
    const pageOrigin = "https://app.example.com";
    const { chat } = await connected(refuse, { pageOrigin });
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({ verdict: "unknown", error: { code: "cors_suspected" } });
    expect(outcome.verdict !== "applied" && isWorldError(outcome.error)).toBe(true);
  });

  // Whoever had lost the line was sent to the server's settings.
  test("suspects no CORS once this page has read an answer", async () => {
    let isDown = false;
    const { chat } = await connected(
      (...given) => (isDown ? Promise.reject(new TypeError("Failed to fetch")) : success(...given)),
      { pageOrigin: "https://app.example.com" },
    );
    expect((await chat.updateRoomVisitor(kMove)).verdict).toBe("applied");
    isDown = true;
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({ verdict: "unknown", error: { code: "network_failed" } });
  });

  test("resolves when aborted: not_sent before the write, unknown after it", async () => {
    const { chat, calls } = await connected(success);
    const early = await chat.updateRoomVisitor(kMove, { signal: AbortSignal.abort() });
    expect(early).toMatchObject({ verdict: "not_sent", error: { code: "cancelled" } });
    expect(writes(calls)).toHaveLength(0);

    const controller = new AbortController();
    const hang: Handler = () => {
      queueMicrotask(() => {
        controller.abort();
      });
      return new Promise<Response>(() => undefined);
    };
    const hanging = await connected(hang, { read: unmoved });
    const late = await hanging.chat.updateRoomVisitor(kMove, { signal: controller.signal });
    expect(late).toMatchObject({
      verdict: "unknown",
      error: { code: "cancelled" },
      receipt: { verdict: "unknown", openUntil: "2026-11-22T14:00:30.000Z" },
    });
    expect(writes(hanging.calls)).toHaveLength(1);
    expect(hanging.timers.pending).toBe(0);
  });

  test("does not ask the provider after an abort", async () => {
    let asked = 0;
    const credentials = (): typeof kSession => {
      asked += 1;
      return kSession;
    };
    const { chat } = await connected(success, { credentials });
    const signal = AbortSignal.abort();
    await chat.updateRoomVisitor(kMove, { signal });
    await expect(chat.roomInfo({ rid: kMove.rid }, { signal })).rejects.toMatchObject({
      code: "cancelled",
    });
    expect(asked).toBe(0);
  });

  test("does not wait for a provider after an abort", async () => {
    const controller = new AbortController();
    const credentials = (): Promise<never> => {
      controller.abort();
      return new Promise<never>(() => undefined);
    };
    const { chat } = await connected(success, { credentials });
    const outcome = await chat.updateRoomVisitor(kMove, { signal: controller.signal });
    expect(outcome).toMatchObject({ verdict: "not_sent", error: { code: "cancelled" } });
  });

  test.each<[string, () => number]>([
    ["gives no number", () => Number.NaN],
    ["is beyond all dates", () => 1e300],
    [
      "throws",
      () => {
        throw new Error("no battery");
      },
    ],
  ])("sends nothing when the clock %s", async (_, clock) => {
    const { chat, calls } = await connected(success, { clock });
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({
      verdict: "not_sent",
      error: { code: "invalid_input", path: "/clock" },
    });
    expect(writes(calls)).toHaveLength(0);
  });

  // A failure after the write once rejected, and with it went the receipt.
  test("keeps the receipt when the clock or the timers break after the write", async () => {
    let reads = 0;
    const clock = (): number => {
      reads += 1;
      return reads === 1 ? kNow : Number.NaN;
    };
    const first = await connected(success, { clock });
    expect(await first.chat.updateRoomVisitor(kMove)).toMatchObject({
      verdict: "applied",
      receipt: { at: "2026-11-22T14:00:00.000Z" },
    });

    const timers = new ManualTimers();
    const written: Handler = () => {
      timers.clearTimeout = () => {
        throw new Error("timers are gone");
      };
      return success("", {});
    };
    const second = await connected(written, { timers });
    expect(await second.chat.updateRoomVisitor(kMove)).toMatchObject({
      verdict: "applied",
      receipt: { ...kMove, verdict: "applied" },
    });
  });

  test("ends at the time limit", async () => {
    const { chat, timers } = await connected(() => {
      setImmediate(() => {
        timers.advance(60_000);
      });
      return new Promise<Response>(() => undefined);
    });
    expect(await chat.updateRoomVisitor(kMove)).toMatchObject({
      verdict: "unknown",
      error: { code: "timed_out" },
    });
  });

  test.each<[string, Handler, string]>([
    ["a 200", () => json({ room: goldenRoom(), success: true }), "applied"],
    ["a 500", () => json({ room: goldenRoom(), success: true }, 500), "unknown"],
    ["a 400", () => json({ room: goldenRoom(), success: false }, 400), "unknown"],
    ["a refusal", () => json({ success: false, error: "visitor-not-found" }, 400), "refused"],
    ["no room", () => json({ success: true }), "unknown"],
    ["a broken line", () => Promise.reject(new TypeError("fetch failed")), "unknown"],
  ])("takes old = new as applied only by a 200 or a reading: %s", async (_, write, verdict) => {
    const { chat } = await connected(write);
    expect((await chat.updateRoomVisitor(kGoldenUpdate)).verdict).toBe(verdict);
    if (verdict !== "unknown") return;
    const read = await connected(write, { read: unmoved });
    expect(await read.chat.updateRoomVisitor(kGoldenUpdate)).toMatchObject({
      verdict: "applied",
      proof: "wanted_state",
    });
  });
});

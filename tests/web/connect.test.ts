import { describe, expect, test } from "vitest";

import {
  connect,
  type ConnectOptions,
  type Connection,
  isWorldError,
} from "../../web/src/index.js";
import { goldenRoom, kGoldenUpdate, kMove, kSession, kVisitorToken, movedRoom } from "./golden.js";
import { ManualTimers } from "./manual-timers.js";

type Handler = (path: string, init: RequestInit) => Response | Promise<Response>;

interface Recorded {
  readonly path: string;
  readonly init: RequestInit;
}

const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });

const kNow = Date.UTC(2026, 10, 22, 14);

async function connected(
  write: Handler,
  change: Partial<ConnectOptions> & { version?: string | Handler } = {},
): Promise<{ chat: Connection; calls: Recorded[]; timers: ManualTimers }> {
  const { version = "6.4", ...options } = change;
  const calls: Recorded[] = [];
  const timers = new ManualTimers();
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const { pathname, search } = new URL(input as string);
    const path = pathname + search;
    calls.push({ path, init });
    if (pathname !== "/api/info") return write(path, init);
    return typeof version === "string" ? json({ version, success: true }) : version(path, init);
  };
  const chat = await connect({
    server: "https://chat.example.com",
    credentials: () => kSession,
    fetch,
    timers,
    clock: () => kNow,
    ...options,
  });
  return { chat, calls, timers };
}

const success: Handler = () => json({ room: movedRoom(), success: true });
const writes = (calls: Recorded[]): Recorded[] =>
  calls.filter(({ path }) => path.endsWith("room.visitor"));

describe("connect", () => {
  test.each([
    ["no scheme", "chat.example.com", "invalid_server_url"],
    ["plain http", "http://chat.example.com", "insecure_server_url"],
  ])("rejects %s before anything is sent", async (_, server, code) => {
    await expect(connect({ server, credentials: () => kSession })).rejects.toMatchObject({ code });
  });

  test("names credentials that were passed as they are, without showing them", async () => {
    const options = {
      server: "https://x.example",
      credentials: kSession,
    } as unknown as ConnectOptions;
    const error: unknown = await connect(options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "invalid_input", path: "/credentials" });
    expect(JSON.stringify(error)).not.toContain(kSession.authToken);
  });
});

describe("updateRoomVisitor", () => {
  test("moves a room and gives receipt, room and limits", async () => {
    const headers = {
      "X-RateLimit-Limit": "10",
      "X-RateLimit-Remaining": "9",
      "X-RateLimit-Reset": String(kNow + 30_000),
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
      rateLimit: { limit: 10, remaining: 9, resetAt: kNow + 30_000 },
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
    expect(failing.calls.filter(({ path }) => path === "/api/info")).toHaveLength(2);
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

  test.each<[string, Handler, string, string]>([
    [
      "a refusal",
      () => json({ success: false, error: "visitor-not-found" }, 400),
      "refused",
      "visitor_not_found",
    ],
    [
      "no login",
      () => json({ status: "error", message: "You must be logged in to do this." }, 401),
      "refused",
      "not_logged_in",
    ],
    [
      "a broken line",
      () => Promise.reject(new TypeError("fetch failed")),
      "unknown",
      "network_failed",
    ],
    [
      "a page",
      () => new Response("<html>", { headers: { "Content-Type": "text/html" } }),
      "unknown",
      "html_answer",
    ],
    ["a redirect", () => new Response(null, { status: 302 }), "unknown", "redirected"],
    [
      "a failure without reason",
      () => json({ success: false }, 400),
      "unknown",
      "failure_without_reason",
    ],
    ["no room", () => json({ success: true }), "unknown", "no_room_in_answer"],
    [
      "another room",
      () => json({ room: { ...movedRoom(), _id: "x" }, success: true }),
      "unknown",
      "other_room",
    ],
    [
      "the old visitor",
      () => json({ room: goldenRoom(), success: true }),
      "unknown",
      "still_old_visitor",
    ],
  ])("judges %s", async (_, write, verdict, code) => {
    const { chat, calls } = await connected(write);
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({ verdict, error: { code }, receipt: { verdict, proof: null } });
    expect(writes(calls)).toHaveLength(1);
    if (outcome.verdict !== "applied") {
      expect(outcome.error.remedy).not.toBe("");
      expect(JSON.stringify(outcome.error) + outcome.error.message).not.toContain(kVisitorToken);
    }
  });

  test("suspects CORS when the page is elsewhere", async () => {
    const refuse: Handler = () => Promise.reject(new TypeError("Failed to fetch"));
    const pageOrigin = "https://app.example.com";
    const { chat } = await connected(refuse, { pageOrigin });
    const outcome = await chat.updateRoomVisitor(kMove);
    expect(outcome).toMatchObject({ verdict: "unknown", error: { code: "cors_suspected" } });
    expect(outcome.verdict !== "applied" && isWorldError(outcome.error)).toBe(true);
  });

  test("resolves when aborted: not_sent before the write, unknown after it", async () => {
    const { chat, calls } = await connected(success);
    const early = await chat.updateRoomVisitor(kMove, { signal: AbortSignal.abort() });
    expect(early).toMatchObject({ verdict: "not_sent", error: { code: "cancelled" } });
    expect(writes(calls)).toHaveLength(0);

    const controller = new AbortController();
    const hanging = await connected(() => {
      queueMicrotask(() => {
        controller.abort();
      });
      return new Promise<Response>(() => undefined);
    });
    const late = await hanging.chat.updateRoomVisitor(kMove, { signal: controller.signal });
    expect(late).toMatchObject({ verdict: "unknown", receipt: { verdict: "unknown" } });
    expect(hanging.timers.pending).toBe(0);
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

  test("takes old = new as applied only by a 200", async () => {
    const { chat } = await connected(() => json({ room: goldenRoom(), success: true }));
    expect(await chat.updateRoomVisitor(kGoldenUpdate)).toMatchObject({ verdict: "applied" });
  });
});

describe("roomInfo and serverInfo", () => {
  test("read the room and the version", async () => {
    const { chat, calls } = await connected(() => json({ room: goldenRoom(), success: true }));
    const room = await chat.roomInfo({ rid: kMove.rid });
    expect(room.view.fname).toBe("Mende");
    expect(JSON.parse(room.text)).toEqual(goldenRoom());
    expect(calls[0]?.path).toBe(`/api/v1/rooms.info?roomId=${kMove.rid}`);
    expect(await chat.serverInfo()).toEqual({ version: "6.4", profile: "two_permissions" });
  });

  test("reject with what the server said, and when aborted", async () => {
    const { chat } = await connected(() =>
      json({ success: false, error: "not-allowed", errorType: "Not Allowed" }, 400),
    );
    await expect(chat.roomInfo({ rid: kMove.rid })).rejects.toMatchObject({ name: "ServerError" });
    const signal = AbortSignal.abort();
    await expect(chat.roomInfo({ rid: kMove.rid }, { signal })).rejects.toMatchObject({
      code: "cancelled",
    });
    await expect(chat.serverInfo({ signal })).rejects.toMatchObject({ code: "cancelled" });
  });

  test("reject a room of another id", async () => {
    const { chat } = await connected(() =>
      json({ room: { ...goldenRoom(), _id: "x" }, success: true }),
    );
    await expect(chat.roomInfo({ rid: kMove.rid })).rejects.toMatchObject({ code: "other_room" });
  });
});

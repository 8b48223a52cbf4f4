import { describe, expect, it } from "vitest";
import { createStandinFetch } from "../../web/src/standin/page-host.js";
import type { WorkspaceOptions } from "../../web/src/standin/standin.js";
import {
  createStandin,
  kAgentHeaders,
  kGoldenBody,
  kNow,
  kRoomVisitor,
} from "./standin-fixture.js";

const kServer = "https://chat.example.com";
const kUpdate = { method: "PUT", headers: kAgentHeaders, body: kGoldenBody };

async function crossOriginFetch(workspace: WorkspaceOptions, origin = "https://app.example.com") {
  const standin = await createStandin(workspace);
  return createStandinFetch(standin, { crossOrigin: true, origin, now: () => kNow });
}

describe("the page host at the page's own origin", () => {
  it("answers as fetch does", async () => {
    const fetchFrom = createStandinFetch(await createStandin(), { now: () => kNow });
    const response = await fetchFrom(kServer + kRoomVisitor, kUpdate);
    expect(response.status).toBe(200);
    expect(response.url).toBe(kServer + kRoomVisitor);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("x-ratelimit-remaining")).toBe("9");
    expect(await response.json()).toMatchObject({ success: true });
  });

  it("takes a Request, a URL with a query, and no body", async () => {
    const fetchFrom = createStandinFetch(await createStandin());
    const asked = await fetchFrom(new Request(`${kServer}/api/info`));
    expect(await asked.json()).toEqual({ version: "6.4", success: true });
    const room = await fetchFrom(new URL(`${kServer}/api/v1/livechat/room?token=none`));
    expect(await room.json()).toEqual({ success: false, error: "invalid-token" });
  });

  it("has neither body nor type where the server has none", async () => {
    const fetchFrom = createStandinFetch(await createStandin());
    const response = await fetchFrom(`${kServer}/no/such/path`, { method: "PUT" });
    expect(response.status).toBe(405);
    expect(response.headers.get("content-type")).toBeNull();
    expect(await response.text()).toBe("");
  });

  it("waits as it is told, for as long as the server would", async () => {
    const waits: number[] = [];
    const delay = (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return Promise.resolve();
    };
    const fetchFrom = createStandinFetch(await createStandin(), { delay });
    await fetchFrom(kServer + kRoomVisitor, { method: "PUT" });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(500);
    expect(waits[0]).toBeLessThanOrEqual(1000);
  });

  it("sends nothing if it was aborted before", async () => {
    const standin = await createStandin();
    const fetchFrom = createStandinFetch(standin, { now: () => kNow });
    const reason = new Error("stop");
    const stopped = fetchFrom(kServer + kRoomVisitor, {
      ...kUpdate,
      signal: AbortSignal.abort(reason),
    });
    await expect(stopped).rejects.toBe(reason);
    const next = await fetchFrom(kServer + kRoomVisitor, kUpdate);
    expect(next.headers.get("x-ratelimit-remaining")).toBe("9");
  });

  it("rejects with the reason if it is aborted while the server waits", async () => {
    const controller = new AbortController();
    const reason = new Error("stop");
    const fetchFrom = createStandinFetch(await createStandin(), {
      delay: () => {
        controller.abort(reason);
        return Promise.resolve();
      },
    });
    const answer = fetchFrom(kServer + kRoomVisitor, { ...kUpdate, signal: controller.signal });
    await expect(answer).rejects.toBe(reason);
  });
});

describe("the page host from another origin", () => {
  it("fails like a network error where the preflight is refused", async () => {
    const fetchFrom = await crossOriginFetch({});
    const answer = fetchFrom(kServer + kRoomVisitor, kUpdate);
    await expect(answer).rejects.toThrow(new TypeError("Failed to fetch"));
  });

  it("does not send what the preflight refused", async () => {
    const standin = await createStandin();
    const other = createStandinFetch(standin, { crossOrigin: true });
    await expect(other(kServer + kRoomVisitor, kUpdate)).rejects.toThrow(TypeError);
    const own = await createStandinFetch(standin)(kServer + kRoomVisitor, kUpdate);
    expect(own.headers.get("x-ratelimit-remaining")).toBe("9");
  });

  it("sends once the server allows every origin, and hides what is not exposed", async () => {
    const fetchFrom = await crossOriginFetch({ crossOrigin: true });
    const response = await fetchFrom(kServer + kRoomVisitor, kUpdate);
    expect(response.status).toBe(200);
    expect([...response.headers.keys()].sort()).toEqual([
      "cache-control",
      "content-type",
      "pragma",
    ]);
  });

  it.each([
    ["https://app.example.com", true],
    ["https://other.example.com", false],
  ])("lets %s in: %s", async (origin, allowed) => {
    const workspace = { crossOrigin: true, allowedOrigins: "https://app.example.com" };
    const fetchFrom = await crossOriginFetch(workspace, origin);
    const answer = fetchFrom(kServer + kRoomVisitor, kUpdate);
    if (allowed) expect((await answer).status).toBe(200);
    else await expect(answer).rejects.toThrow(TypeError);
  });

  it("does not ask before a simple request, which works with cross-origin calls off", async () => {
    const fetchFrom = await crossOriginFetch({});
    const response = await fetchFrom(`${kServer}/api/info`);
    expect(await response.json()).toEqual({ version: "6.4", success: true });
  });

  it("may not read the page for unreadable bodies before 6.4", async () => {
    const broken = { method: "PUT", headers: kAgentHeaders, body: "{" };
    const newer = await crossOriginFetch({ version: "6.4", crossOrigin: true });
    expect((await newer(kServer + kRoomVisitor, broken)).status).toBe(400);
    const older = await crossOriginFetch({ version: "6.3", crossOrigin: true });
    await expect(older(kServer + kRoomVisitor, broken)).rejects.toThrow(TypeError);
  });

  it("refuses a header that the preflight does not list", async () => {
    const fetchFrom = await crossOriginFetch({ crossOrigin: true });
    const headers = { ...kAgentHeaders, "x-2fa-code": "123456" };
    const answer = fetchFrom(kServer + kRoomVisitor, { ...kUpdate, headers });
    await expect(answer).rejects.toThrow(TypeError);
  });

  it("refuses credentials, which the server never allows", async () => {
    const fetchFrom = await crossOriginFetch({ crossOrigin: true });
    const answer = fetchFrom(`${kServer}/api/info`, { credentials: "include" });
    await expect(answer).rejects.toThrow(TypeError);
  });
});

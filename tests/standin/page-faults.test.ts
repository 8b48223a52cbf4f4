// Faults as a page sees them, which gets no more than `fetch` would show it.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fault } from "../../web/src/standin/faults.js";
import { createStandinFetch } from "../../web/src/standin/page-host.js";
import type { Standin } from "../../web/src/standin/standin.js";
import {
  createStandin,
  kAgentHeaders,
  kGoldenBody,
  kNow,
  kRoomVisitor,
} from "./standin-fixture.js";

const kServer = "https://chat.example.com";
const kInfo = `${kServer}/api/info`;
const kUpdate = { method: "PUT", headers: kAgentHeaders, body: kGoldenBody };

let standin: Standin;
let fetchFrom: typeof globalThis.fetch;

beforeEach(async () => {
  standin = await createStandin();
  fetchFrom = createStandinFetch(standin, { now: () => kNow });
});
afterEach(() => {
  standin.dispose();
});

const go = (...faults: Fault[]): void => {
  standin.setFaults(faults);
};
const count = (kind: Fault["kind"]): number => standin.faultCounts().happened[kind];

// What waits for an abort must outlive a collection of garbage.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Everything that can be read of a body, and how reading ended. */
async function drain(response: Response): Promise<{ text: string; error: unknown }> {
  const reader = response.body?.getReader();
  let text = "";
  try {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return { text, error: undefined };
      text += new TextDecoder().decode(part.value);
    }
  } catch (error) {
    return { text, error };
  }
}

describe("a page's fetch", () => {
  it.each(["reset_before", "reset_after", "restart"] as const)("fails at %s", async (kind) => {
    go({ kind });
    const lost = fetchFrom(kServer + kRoomVisitor, kUpdate);
    await expect(lost).rejects.toThrow(new TypeError("Failed to fetch"));
    expect(count(kind)).toBe(1);
    expect((await fetchFrom(kInfo)).status).toBe(200);
  });

  it.each([0, 7])("gets the headers and %i bytes of a cut answer", async (bytes) => {
    const whole = await (await fetchFrom(kInfo)).text();
    go({ kind: "cut", bytes });
    const response = await fetchFrom(kInfo);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    const { text, error } = await drain(response);
    expect(text).toBe(whole.slice(0, bytes));
    expect(error).toBeInstanceOf(TypeError);
    expect(count("cut")).toBe(1);
    go({ kind: "cut", bytes });
    await expect((await fetchFrom(kInfo)).json()).rejects.toThrow(TypeError);
  });

  it.each(["stall_before", "stall_after"] as const)(
    "waits at %s until it is aborted",
    async (kind) => {
      go({ kind });
      const controller = new AbortController();
      let ended = false;
      const answer = fetchFrom(kInfo, { signal: controller.signal }).finally(() => (ended = true));
      answer.catch(() => undefined);
      await vi.waitFor(() => {
        expect(count(kind)).toBe(1);
      });
      expect((await fetchFrom(kInfo)).status).toBe(200);
      expect(ended).toBe(false);
      collectGarbage();
      const reason = new Error("enough");
      controller.abort(reason);
      await expect(answer).rejects.toBe(reason);
    },
  );

  it("gets part of a body that then stalls, until it is aborted", async () => {
    go({ kind: "stall_after", bytes: 4 });
    const controller = new AbortController();
    const response = await fetchFrom(kInfo, { signal: controller.signal });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(4);
    const more = reader?.read();
    collectGarbage();
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(more).rejects.toBe(reason);
  });

  it("waits for slow answers by the way it was given", async () => {
    const waits: number[] = [];
    const delay = (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return Promise.resolve();
    };
    go({ kind: "slow", milliseconds: 77 });
    await createStandinFetch(standin, { delay })(kInfo);
    expect(waits).toEqual([77]);
  });

  it("waits for slow answers by the clock, or until it is aborted", async () => {
    vi.useFakeTimers();
    try {
      go({ kind: "slow", milliseconds: 1000, times: 2 });
      let ended = false;
      const answer = fetchFrom(kInfo).finally(() => (ended = true));
      await vi.advanceTimersByTimeAsync(999);
      expect(ended).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect((await answer).status).toBe(200);
      const controller = new AbortController();
      const stopped = fetchFrom(kInfo, { signal: controller.signal });
      stopped.catch(() => undefined);
      await vi.advanceTimersByTimeAsync(1);
      const reason = new Error("enough");
      controller.abort(reason);
      await expect(stopped).rejects.toBe(reason);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("sees pages and errors as they are", async () => {
    go(
      { kind: "server_error_before", status: 504, page: "html" },
      { kind: "login_page", nth: 2 },
      { kind: "rate_limit", nth: 1, path: kRoomVisitor },
      { kind: "wrong_json", nth: 4 },
    );
    expect((await fetchFrom(kInfo)).status).toBe(504);
    const page = await fetchFrom(kInfo);
    expect([page.status, page.headers.get("content-type")]).toEqual([
      200,
      "text/html; charset=utf-8",
    ]);
    expect((await fetchFrom(kServer + kRoomVisitor, kUpdate)).status).toBe(429);
    await expect((await fetchFrom(kInfo)).json()).rejects.toThrow(SyntaxError);
    expect(standin.faultCounts().left).toBe(0);
  });
});

describe("a redirect", () => {
  const away: Fault = { kind: "redirect", location: "https://login.example.com/" };
  const along: Fault = { kind: "redirect", location: `${kServer}/api/info` };

  it("is opaque where it is not to be followed", async () => {
    go(away);
    const response = await fetchFrom(kInfo, { redirect: "manual" });
    expect(response).toMatchObject({ type: "opaqueredirect", status: 0, ok: false, url: kInfo });
    expect([...response.headers]).toEqual([]);
    expect(await response.text()).toBe("");
    expect(count("redirect")).toBe(1);
  });

  it.each(["error", "follow"] as const)("to another origin fails with %s", async (redirect) => {
    go(away);
    await expect(fetchFrom(kInfo, { redirect })).rejects.toThrow(new TypeError("Failed to fetch"));
    expect(count("redirect")).toBe(1);
  });

  it("to the same origin is followed, with the body only if the method stays", async () => {
    go({ ...along, location: kServer + kRoomVisitor });
    const moved = await fetchFrom(`${kServer}/elsewhere`, kUpdate);
    expect([moved.status, moved.url]).toEqual([200, kServer + kRoomVisitor]);
    expect(await moved.json()).toMatchObject({ success: true });
    go(along);
    const got = await fetchFrom(`${kServer}/api/v1/login`, { method: "POST", body: "{}" });
    expect(await got.json()).toMatchObject({ version: "6.4" });
    go(along);
    await expect(fetchFrom(kInfo, { redirect: "error" })).rejects.toThrow(TypeError);
  });

  it("that never ends fails", async () => {
    go({ ...along, times: 0 });
    await expect(fetchFrom(kInfo)).rejects.toThrow(TypeError);
    expect(count("redirect")).toBe(21);
  });

  it("from another origin is a failure unless the server allows the page", async () => {
    const crossFetch = createStandinFetch(standin, { crossOrigin: true });
    go(away);
    await expect(crossFetch(kInfo, { redirect: "manual" })).rejects.toThrow(TypeError);
  });
});

it("an unreadable page of a proxy is a failure for a page of another origin", async () => {
  const crossFetch = createStandinFetch(standin, { crossOrigin: true });
  go({ kind: "server_error_before", status: 502, page: "html" });
  await expect(crossFetch(kInfo)).rejects.toThrow(new TypeError("Failed to fetch"));
  go({ kind: "server_error_before", status: 500 });
  expect((await crossFetch(kInfo)).status).toBe(500);
});

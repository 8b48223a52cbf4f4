import { describe, expect, test } from "vitest";

import type { HttpRequest } from "../../web/src/client/http.js";
import { send, type SenderOptions } from "../../web/src/client/send.js";
import { ManualTimers } from "./manual-timers.js";

const kRequest: HttpRequest = {
  method: "PUT",
  url: "https://chat.example.com/api/v1/livechat/room.visitor",
  headers: [
    ["X-Auth-Token", "t"],
    ["Content-Type", "application/json"],
  ],
  body: '{"rid":"ü"}',
};

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

function sender(answer: (call: Call) => Promise<Response>, change: Partial<SenderOptions> = {}) {
  const calls: Call[] = [];
  const timers = new ManualTimers();
  const options: SenderOptions = {
    fetch: (input, init = {}) => {
      const call = { url: input as string, init };
      calls.push(call);
      return answer(call);
    },
    timers,
    timeLimit: 1000,
    bodyLimit: 100,
    pageOrigin: undefined,
    ...change,
  };
  return { calls, timers, options };
}

const never = (): Promise<Response> => new Promise(() => undefined);

function chunks(...parts: Uint8Array[]): Response {
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(part);
    },
  });
  return new Response(stream);
}

describe("send", () => {
  test("hands over the request as it stands, with the safe options", async () => {
    const { calls, options, timers } = sender(() => Promise.resolve(new Response("ok")));
    const result = await send(kRequest, options);
    expect(result).toMatchObject({ kind: "answer", status: 200, body: "ok" });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe(kRequest.url);
    expect(calls[0]?.init).toMatchObject({
      method: "PUT",
      headers: kRequest.headers,
      body: kRequest.body,
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
    });
    expect(timers.pending).toBe(0);
  });

  test("sends no body with a request that has none", async () => {
    const { calls, options } = sender(() => Promise.resolve(new Response("")));
    await send({ ...kRequest, method: "GET", body: "" }, options);
    expect(calls[0]?.init).not.toHaveProperty("body");
  });

  test("gives status and headers of an error answer", async () => {
    const headers = { "X-RateLimit-Limit": "10" };
    const { options } = sender(() => Promise.resolve(new Response("{}", { status: 429, headers })));
    const result = await send(kRequest, options);
    expect(result).toMatchObject({ kind: "answer", status: 429 });
    expect(result).toHaveProperty("headers", expect.arrayContaining([["x-ratelimit-limit", "10"]]));
  });

  test("is not sent when the signal was aborted before", async () => {
    const { calls, options } = sender(never);
    const result = await send(kRequest, options, AbortSignal.abort());
    expect(result).toMatchObject({ kind: "failure", reason: "aborted", sent: false });
    expect(calls).toHaveLength(0);
  });

  test("ends at an abort even if fetch ignores its signal", async () => {
    const { options, timers } = sender(never);
    const controller = new AbortController();
    const running = send(kRequest, options, controller.signal);
    controller.abort();
    expect(await running).toMatchObject({ reason: "aborted", sent: true });
    expect(timers.pending).toBe(0);
  });

  test("ends at the time limit, in the headers and in the body, and aborts the fetch", async () => {
    const { calls, options, timers } = sender(never);
    const first = send(kRequest, options);
    timers.advance(999);
    expect(timers.pending).toBe(1);
    timers.advance(1);
    expect(await first).toMatchObject({ reason: "timeout", sent: true });
    expect(calls[0]?.init.signal?.aborted).toBe(true);

    const stalled = sender(() => Promise.resolve(new Response(new ReadableStream())));
    const second = send(kRequest, stalled.options);
    await new Promise((resolve) => setImmediate(resolve));
    stalled.timers.advance(1000);
    expect(await second).toMatchObject({ reason: "timeout", sent: true });
  });

  test.each([301, 302, 303, 307, 308])("does not accept a redirect %d", async (status) => {
    const headers = { Location: "https://evil.example" };
    const { calls, options } = sender(() =>
      Promise.resolve(new Response(null, { status, headers })),
    );
    expect(await send(kRequest, options)).toMatchObject({ reason: "redirected", sent: true });
    expect(calls).toHaveLength(1);
  });

  test("recognises a redirect that the browser hides", async () => {
    const hidden = Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
    const { options } = sender(() => Promise.resolve(hidden));
    expect(await send(kRequest, options)).toMatchObject({ reason: "redirected" });
  });

  test.each([
    ["no page", undefined, "network"],
    ["a page of the same origin", "https://chat.example.com", "network"],
    ["a page of another origin", "https://other.example.com", "cors"],
    ["another port", "https://chat.example.com:444", "cors"],
  ])("names a refused fetch from %s", async (_, pageOrigin, reason) => {
    const { options } = sender(() => Promise.reject(new TypeError("Failed to fetch")), {
      pageOrigin,
    });
    expect(await send(kRequest, options)).toMatchObject({ reason, sent: true });
  });

  // Working out the origin inside of the catch made send() reject.
  test("resolves for an address that is none", async () => {
    const change = { fetch: globalThis.fetch, pageOrigin: "https://app.example.com" };
    const { options, timers } = sender(never, change);
    const result = await send({ ...kRequest, url: "https://1.2.3.999/x" }, options);
    expect(result).toMatchObject({ kind: "failure", sent: true });
    expect(timers.pending).toBe(0);
  });

  test("calls a line that breaks in the body a network failure, whatever the origin", async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.error(new TypeError("terminated"));
      },
    });
    const change = { pageOrigin: "https://other.example.com" };
    const { options } = sender(() => Promise.resolve(new Response(broken)), change);
    expect(await send(kRequest, options)).toMatchObject({ reason: "network", sent: true });
  });

  test("reads to the limit and not beyond it", async () => {
    const full = new Uint8Array(50).fill(0x61);
    const { options } = sender(() => Promise.resolve(chunks(full, full)));
    expect(await send(kRequest, options)).toMatchObject({ body: "a".repeat(100) });

    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(full);
      },
    });
    const large = sender(() => Promise.resolve(new Response(endless)));
    expect(await send(kRequest, large.options)).toMatchObject({ reason: "too_large", sent: true });
    expect(pulled).toBeLessThan(10);
  });

  test("decodes characters that are cut between chunks and keeps a byte-order mark", async () => {
    const bytes = new TextEncoder().encode('\ufeff{"msg":"ü😀"}');
    const single = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
    const { options } = sender(() => Promise.resolve(chunks(...single)));
    expect(await send(kRequest, options)).toMatchObject({ body: '\ufeff{"msg":"ü😀"}' });
  });
});

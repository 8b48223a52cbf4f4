// The panel's log: bounded, newest first, and without any secret.
import { describe, expect, it } from "vitest";

import { answerText, RequestLog, type Seen } from "../../../web/demo/request-log.js";
import { load } from "../../../web/src/index.js";
import type { StandinExchange, StandinRequest } from "../../../web/src/standin/exchange.js";

const kToken = "8kZl86mlaQW4tiHelu2GVrn1_DCu26kiLIoE2N3YAzs";
const rv = await load();
const newLog = (): RequestLog => new RequestLog((text) => rv.redact(text));

function seen(request: Partial<StandinRequest>, exchange: Partial<StandinExchange> = {}): Seen {
  return {
    request: { method: "GET", url: "/api/info", headers: [], body: new Uint8Array(), ...request },
    exchange: {
      status: 200,
      headers: [],
      body: "",
      delayMs: 0,
      slowMs: 0,
      ending: "complete",
      ...exchange,
    },
    took: 61.4,
    fault: null,
  };
}

const body = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe("the log of requests", () => {
  it("shows the newest first and forgets the oldest", () => {
    const log = newLog();
    for (let at = 1; at <= 105; at += 1) log.add(seen({ url: `/api/v1/me?at=${at}` }));
    expect(log.entries).toHaveLength(100);
    expect(log.entries[0]?.target).toBe("/api/v1/me?at=105");
    expect(log.entries.at(-1)?.target).toBe("/api/v1/me?at=6");
    expect(new Set(log.entries.map(({ id }) => id)).size).toBe(100);
    log.clear();
    expect(log.entries).toEqual([]);
  });

  it.each<[string, Partial<StandinRequest>, Partial<StandinExchange>]>([
    ["a header", { headers: [["X-Auth-Token", kToken]] }, {}],
    ["a header of the answer", {}, { headers: [["set-cookie", `rc_token=${kToken}`]] }],
    ["the query", { url: `/api/v1/livechat/room?token=${kToken}` }, {}],
    ["the path", { url: `/api/v1/livechat/visitor/${kToken}` }, {}],
    ["the body", { body: body({ user: "a", password: kToken }) }, {}],
    ["the answer", {}, { body: JSON.stringify({ data: { authToken: kToken } }) }],
    ["a room", {}, { body: JSON.stringify({ room: { v: { token: kToken } } }) }],
    [
      "an answer that repeats the header and is no JSON",
      { headers: [["x-auth-token", kToken]] },
      { body: `<p>${kToken}</p>` },
    ],
  ])("hides a secret in %s", (_, request, exchange) => {
    const log = newLog();
    log.add(seen(request, exchange));
    expect(log.entries).toHaveLength(1);
    expect(JSON.stringify(log.entries)).not.toContain(kToken);
  });

  it("shows nothing of an answer that broke off, where secrets cannot be found", () => {
    const log = newLog();
    const text = JSON.stringify({ room: { v: { token: kToken, name: "Amara" } } });
    log.add(seen({}, { body: text, ending: "cut", cutAt: text.indexOf(kToken) + 40 }));
    expect(log.entries).toMatchObject([{ ending: "cut", answer: { body: "" } }]);
  });

  it("shows what arrived, with lines, numbers as they were written", () => {
    const log = newLog();
    log.add(seen({}, { body: '{"a":[12345678901234567890,-0],"b":{}}' }));
    expect(log.entries[0]?.answer.body).toBe(
      '{\n  "a": [\n    12345678901234567890,\n    -0\n  ],\n  "b": {}\n}',
    );
  });

  it("shows the beginning of what is very long", () => {
    const log = newLog();
    log.add(seen({}, { body: "x".repeat(1_000_000) }));
    expect(log.entries[0]?.answer.body.length).toBeLessThan(20_100);
    expect(log.entries[0]?.answer.body).toMatch(/980000 more characters/);
  });

  it("says in one word what came of a request", () => {
    expect(answerText({ status: 403, ending: "complete" })).toBe("403");
    expect(answerText({ status: 200, ending: "cut" })).toBe("200, cut off");
    expect(answerText({ status: 200, ending: "reset" })).toBe("no answer");
    expect(answerText({ status: 0, ending: "stall" })).toBe("no answer");
  });
});

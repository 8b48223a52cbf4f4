// What a client that moves the documented room sees of each kind of fault, and whose the room is then.
import { expect } from "vitest";
import type { Fault, FaultKind } from "../../web/src/standin/faults.js";
import type { Sent, Sight } from "./plain-client.js";
import { kAgentHeaders, kNow, kRoomVisitor } from "./standin-fixture.js";

export const kRid = "tcbbSmWSLR5uo5PBW";
export const kGuest = "6425bb86c29657e5b3ba26b2";
export const kCustomer = "63d8f20a5be41c7790e6a1f4";
const kJo = "iNKE8a6k6cjbqWhWd";
export const kMove: Sent = {
  method: "PUT",
  path: kRoomVisitor,
  headers: kAgentHeaders,
  body: JSON.stringify({ rid: kRid, oldVisitorId: kGuest, newVisitorId: kCustomer }),
};

const json = (sight: Sight): unknown => JSON.parse(sight.body.toString());
const isComplete = (sight: Sight, status: number): void => {
  expect(sight).toMatchObject({ ending: "complete", status });
};
const isReset = (sight: Sight): void => {
  expect(sight).toMatchObject({ ending: "lost", status: 0, error: "ECONNRESET" });
};

export interface Row {
  readonly fault: Omit<Fault, "kind">;
  readonly sees: (sight: Sight) => void;
  readonly owner: string;
}

/** The kinds whose answers end by themselves and at once. */
export const kRows: Readonly<
  Record<Exclude<FaultKind, "stall_before" | "stall_after" | "slow">, Row>
> = {
  reset_before: { fault: {}, sees: isReset, owner: kGuest },
  reset_after: { fault: {}, sees: isReset, owner: kCustomer },
  cut: {
    fault: { bytes: 33 },
    sees(sight) {
      expect(sight).toMatchObject({ ending: "cut", status: 200, error: "ECONNRESET" });
      expect(sight.body.length).toBe(33);
      expect(Number(sight.headers["content-length"])).toBeGreaterThan(1000);
      expect(sight.headers["x-ratelimit-remaining"]).toBe("9");
    },
    owner: kCustomer,
  },
  server_error_before: {
    fault: { status: 503 },
    sees(sight) {
      isComplete(sight, 503);
      expect(sight.headers["content-type"]).toBe("application/json");
      expect(json(sight)).toMatchObject({ success: false });
    },
    owner: kGuest,
  },
  server_error_after: {
    fault: { status: 502, page: "html" },
    sees(sight) {
      isComplete(sight, 502);
      expect(sight.headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(sight.body.toString()).toContain("502 Bad Gateway");
    },
    owner: kCustomer,
  },
  rate_limit: {
    fault: { milliseconds: 2500 },
    sees(sight) {
      isComplete(sight, 429);
      expect(sight.headers["x-ratelimit-reset"]).toBe(String(kNow + 2500));
      expect(sight.body.toString()).toContain("You must wait 3 seconds");
    },
    owner: kGuest,
  },
  login_page: {
    fault: {},
    sees(sight) {
      isComplete(sight, 200);
      expect(sight.headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(sight.headers["x-content-type-options"]).toBeUndefined();
    },
    owner: kGuest,
  },
  wrong_json: {
    fault: {},
    sees(sight) {
      isComplete(sight, 200);
      expect(sight.headers["content-type"]).toBe("application/json");
      expect(() => json(sight)).toThrow(SyntaxError);
    },
    owner: kCustomer,
  },
  duplicate: {
    fault: { answer: "second" },
    sees(sight) {
      isComplete(sight, 400);
      expect(json(sight)).toEqual({ success: false, error: "invalid-room-visitor" });
      expect(sight.headers["x-ratelimit-remaining"]).toBe("8");
    },
    owner: kCustomer,
  },
  late_duplicate: {
    fault: { requests: 1 },
    sees(sight) {
      isComplete(sight, 200);
    },
    owner: kCustomer,
  },
  redirect: {
    fault: { location: "https://login.example.com/" },
    sees(sight) {
      isComplete(sight, 302);
      expect(sight.headers.location).toBe("https://login.example.com/");
    },
    owner: kGuest,
  },
  restart: { fault: {}, sees: isReset, owner: kGuest },
  upgrade: {
    fault: { version: "7.0" },
    sees(sight) {
      isComplete(sight, 405);
      expect(sight.body.length).toBe(0);
    },
    owner: kGuest,
  },
  moved_before: {
    fault: { visitorId: kJo },
    sees(sight) {
      isComplete(sight, 400);
      expect(json(sight)).toEqual({ success: false, error: "invalid-room-visitor" });
    },
    owner: kJo,
  },
  moved_between: {
    fault: { visitorId: kJo },
    sees(sight) {
      isComplete(sight, 200);
    },
    owner: kCustomer,
  },
  user_vanishes: {
    fault: {},
    sees(sight) {
      isComplete(sight, 400);
      expect(json(sight)).toEqual({ success: false, error: "error-user-not-found" });
    },
    owner: kGuest,
  },
  room_vanishes_before_access: {
    fault: {},
    sees(sight) {
      isComplete(sight, 400);
      expect(json(sight)).toMatchObject({ errorType: "invalid-room" });
    },
    owner: "(gone)",
  },
  room_vanishes_after_update: {
    fault: {},
    sees(sight) {
      isComplete(sight, 400);
      expect(json(sight)).toEqual({ success: false });
    },
    owner: "(gone)",
  },
};

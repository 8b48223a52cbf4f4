// Which fault waits for the next move, and which has struck.
import { describe, expect, it } from "vitest";

import { FaultPlan } from "../../../web/demo/fault-plan.js";
import type { FaultCounts } from "../../../web/src/standin/faults.js";

const kMove = ["PUT", "/api/v1/livechat/room.visitor"] as const;
const kGuest3 = "63d8f20a5be41c7790e6a1f4";
const kGuest7 = "iNKE8a6k6cjbqWhWd";
const kGuest16 = "6425bb86c29657e5b3ba26b2";

const counts = (...happened: number[]): FaultCounts => ({
  happened: {} as FaultCounts["happened"],
  left: 0,
  faults: happened.map((times) => ({ happened: times, left: 1 - times })),
});
const rivalOf = (plan: FaultPlan): string | undefined => plan.script()[0]?.visitorId;

describe("the plan of faults", () => {
  it("arms and disarms, in the order of the story", () => {
    const plan = new FaultPlan();
    plan.toggle("rate");
    plan.toggle("lose");
    expect(plan.armed).toEqual(["lose", "rate"]);
    plan.toggle("rate");
    expect(plan.armed).toEqual(["lose"]);
  });

  it("strikes moves only, one fault a move, and loses the answer last", () => {
    const plan = new FaultPlan(["lose", "conflict", "rate", "session"]);
    expect([plan.next, plan.script()]).toEqual(["session", []]);
    expect(plan.endsSession(...kMove)).toBe(true);
    for (const [name, kind] of [
      ["rate", "rate_limit"],
      ["conflict", "moved_before"],
      ["lose", "reset_after"],
    ] as const) {
      expect(plan.next).toBe(name);
      expect(plan.script()).toMatchObject([{ kind, method: kMove[0], path: kMove[1] }]);
      expect(plan.take(counts(0))).toBeNull();
      expect(plan.take(counts(1))).toBe(name);
    }
    expect([plan.next, plan.script()]).toEqual([null, []]);
  });

  it("counts and disarms what has happened", () => {
    const plan = new FaultPlan(["rate"]);
    plan.take(counts(1));
    expect(plan.armed).toEqual([]);
    plan.toggle("rate");
    plan.take(counts(1));
    expect([plan.count("rate"), plan.count("lose")]).toEqual([2, 0]);
  });

  it("ends the session once, and before a move only", () => {
    const plan = new FaultPlan(["session"]);
    expect(plan.script()).toEqual([]);
    expect(plan.endsSession("GET", kMove[1])).toBe(false);
    expect(plan.endsSession("PUT", "/api/v1/other")).toBe(false);
    expect(plan.endsSession(...kMove)).toBe(true);
    expect(plan.endsSession(...kMove)).toBe(false);
    expect(plan.count("session")).toBe(1);
  });

  it.each([
    [kGuest16, kGuest3],
    [kGuest7, kGuest3],
    [kGuest3, kGuest7],
    [kGuest16, kGuest7],
    ["another", "one more"],
  ])("lets the other agent move elsewhere than from %s to %s", (oldVisitorId, newVisitorId) => {
    const plan = new FaultPlan(["conflict"]);
    plan.aim({ oldVisitorId, newVisitorId });
    expect([oldVisitorId, newVisitorId]).not.toContain(rivalOf(plan));
    expect([kGuest3, kGuest7, kGuest16]).toContain(rivalOf(plan));
  });
});

// What the demo tells and invites: one thing at a time.
import { describe, expect, it } from "vitest";

import { type FaultName, kFaultNames } from "../../../web/demo/fault-plan.js";
import { guidance, kBeginning, type Progress, settled, struck } from "../../../web/demo/story.js";
import type { Verdict } from "../../../web/src/index.js";

const seen = (progress: Progress, name: FaultName, verdict: Verdict): Progress =>
  settled(struck(progress, name), verdict);

describe("the story", () => {
  it("begins with the move and no failure", () => {
    const { next, invite } = guidance(kBeginning, null);
    expect(invite).toBeNull();
    expect(next).toContain("move the conversation");
  });

  it("invites each failure once, in order, after the first move", () => {
    let progress = settled(kBeginning, "applied");
    for (const name of kFaultNames) {
      expect(guidance(progress, null).invite).toBe(name);
      const armed = guidance(progress, name);
      expect(armed.invite).toBeNull();
      expect(armed.next).toContain("It is armed");
      progress = seen(progress, name, "applied");
    }
    expect(guidance(progress, null).invite).toBeNull();
    expect(guidance(progress, null).next).toContain("That was everything");
  });

  it("tells what came of the last failure by its verdict", () => {
    const moved = settled(kBeginning, "applied");
    const told = (verdict: Verdict): string => guidance(seen(moved, "lose", verdict), null).told;
    expect(told("applied")).toContain("read the conversation");
    expect(told("unknown")).toContain("claims no more");
    expect(told("unknown")).not.toBe(told("applied"));
  });

  it("does not count a failure whose move has no end yet", () => {
    const moved = settled(kBeginning, "applied");
    expect(guidance(struck(moved, "lose"), null).invite).toBe("lose");
  });

  it("says what a move waits for", () => {
    const moved = settled(kBeginning, "applied");
    expect(guidance(struck(moved, "session"), null).told).toContain("log in again");
    expect(guidance(struck(moved, "rate"), "lose").told).toContain("patience");
  });

  it("says once more that it was moved after a move without a failure", () => {
    const progress = settled(seen(settled(kBeginning, "applied"), "lose", "applied"), "applied");
    expect(guidance(progress, null).told).toContain("right person");
    expect(guidance(progress, null).invite).toBe("conflict");
  });

  it("goes on when somebody begins with a failure", () => {
    expect(guidance(seen(kBeginning, "conflict", "refused"), null).invite).toBe("lose");
  });

  it("invites nothing where nothing can be moved", () => {
    const { next, invite } = guidance({ ...kBeginning, canMove: false }, "lose");
    expect(invite).toBeNull();
    expect(next).toContain("6.4");
  });
});

// What the demo tells and invites: one thing at a time.
import { describe, expect, it } from "vitest";

import { type FaultName, kFaultNames } from "../../../web/demo/fault-plan.js";
import {
  guidance,
  hindranceIn,
  kBeginning,
  type Progress,
  settled,
  struck,
} from "../../../web/demo/story.js";
import type { Verdict } from "../../../web/src/index.js";

const ended = (progress: Progress, verdict: Verdict): Progress =>
  settled(progress, { verdict, undo: false });
const seen = (progress: Progress, name: FaultName, verdict: Verdict): Progress =>
  ended(struck(progress, name), verdict);

describe("the story", () => {
  it("begins with the move and no failure", () => {
    const { next, invite } = guidance(kBeginning, null);
    expect(invite).toBeNull();
    expect(next).toContain("move the conversation");
  });

  it("invites each failure once, in order, after the first move", () => {
    let progress = ended(kBeginning, "applied");
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
    const moved = ended(kBeginning, "applied");
    const told = (verdict: Verdict): string => guidance(seen(moved, "lose", verdict), null).told;
    expect(told("applied")).toContain("read the conversation");
    expect(told("unknown")).toContain("claims no more");
    expect(told("unknown")).not.toBe(told("applied"));
  });

  it("does not count a failure whose move has no end yet", () => {
    const moved = ended(kBeginning, "applied");
    expect(guidance(struck(moved, "lose"), null).invite).toBeNull();
    expect(guidance(ended(struck(moved, "lose"), "applied"), null).invite).toBe("conflict");
  });

  it("says what a move waits for", () => {
    const moved = ended(kBeginning, "applied");
    expect(guidance(struck(moved, "session"), null).told).toContain("log in again");
    expect(guidance(struck(moved, "rate"), "lose").told).toContain("patience");
    // It went on to say that the move was to be begun.
    for (const name of kFaultNames) {
      const { told, next } = guidance(struck(kBeginning, name), null);
      expect(told).toMatch(/wait|finds out/);
      expect(next).toBe("");
    }
  });

  // It told whoever had to log in, or to choose, to press a button that was not there.
  it("begins with what can be done", () => {
    expect(guidance(kBeginning, null, "log_in").next).toContain("Log in");
    expect(guidance(kBeginning, null, "choose").next).toContain("preview");
    expect(guidance(ended(kBeginning, "refused"), null).told).toContain("what came of that");
  });

  it("advises another version only where that would help", () => {
    const found = (canUpdate: "yes" | "no", version: string | null) =>
      hindranceIn({ canUpdate, version });
    expect([found("yes", "6.4.2"), found("no", "6.4.2"), found("no", "5.2.0")]).toEqual([
      null,
      "user",
      "user",
    ]);
    expect([found("no", "5.1"), found("no", "7.0.0"), found("no", "8.6")]).toEqual([
      "version",
      "version",
      "version",
    ]);
    expect(guidance({ ...kBeginning, hindrance: "user" }, null).next).not.toContain("version");
  });

  // It told of the first in its list, and that nothing had changed.
  it("tells of the failure that struck last", () => {
    const both = struck(struck(ended(kBeginning, "applied"), "session"), "conflict");
    expect(guidance(both, null).told).toContain("Another agent was faster");
    expect(guidance(ended(both, "refused"), null).told).toContain("names the new owner");
  });

  it("says once more that it was moved after a move without a failure", () => {
    const progress = ended(seen(ended(kBeginning, "applied"), "lose", "applied"), "applied");
    expect(guidance(progress, null).told).toContain("who was chosen");
    expect(guidance(progress, null).invite).toBe("conflict");
  });

  it("tells a move from one that was taken back, and from one that was not made", () => {
    const moved = ended(kBeginning, "applied");
    const back = guidance(settled(moved, { verdict: "applied", undo: true }), null);
    expect(back.told).toContain("taken back");
    expect(guidance(ended(moved, "refused"), null).told).not.toMatch(/belongs/);
    const first = seen(kBeginning, "conflict", "refused");
    expect(guidance(ended(first, "not_sent"), null).told).not.toMatch(/belongs/);
  });

  it("goes on when somebody begins with a failure", () => {
    expect(guidance(seen(kBeginning, "conflict", "refused"), null).invite).toBe("lose");
  });

  it("invites nothing where nothing can be moved", () => {
    const { next, invite } = guidance({ ...kBeginning, hindrance: "version" }, "lose");
    expect(invite).toBeNull();
    expect(next).toContain("6.4");
  });
});

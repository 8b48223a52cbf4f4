// What `npm test` asks of the sums of a simulated series.
import { describe, expect, it } from "vitest";

import { simulationProblems } from "../../scripts/lib/simulation.mjs";

const good = {
  runs: 1_000_000,
  faults: { lost_before: 2000, cut: 50_000 },
  late: 3,
  indistinguishable: 300,
  told_of_other_copy: 1,
  readable: 400_000,
  unknown_readable: 7_999,
  wrong: 0,
  unfinished: 0,
};

describe("the sums of a simulated series", () => {
  it("are good at their bounds", () => {
    expect(simulationProblems(good)).toEqual([]);
  });

  it.each([
    ["a wrong run", { wrong: 1 }, "1 runs are wrong"],
    ["a run without end", { unfinished: 2 }, "2 runs are unfinished"],
    ["no late copy", { late: 0 }, "no copy was delivered late"],
    ["a rare fault", { faults: { cut: 1999 } }, "cut happened 1999 times, expected 2000 at least"],
    ["too many excuses", { indistinguishable: 301 }, "301 runs are indistinguishable"],
    ["too many others", { told_of_other_copy: 301 }, "301 runs are told_of_other_copy"],
    ["no excuse at all", { indistinguishable: 0 }, "no run is indistinguishable"],
    ["no other at all", { told_of_other_copy: 0 }, "no run is told_of_other_copy"],
    ["too much unknown", { unknown_readable: 8_000 }, "2.00 % of the runs"],
  ])("are not with %s", (_, change, words) => {
    expect(simulationProblems({ ...good, ...change })).toEqual([expect.stringContaining(words)]);
  });

  it("ask for fewer faults in fewer runs", () => {
    const few = {
      ...good,
      runs: 50_000,
      faults: { cut: 100 },
      indistinguishable: 15,
      told_of_other_copy: 0,
    };
    expect(simulationProblems(few)).toEqual([]);
    expect(simulationProblems({ ...few, faults: { cut: 99 } })).toHaveLength(1);
    expect(simulationProblems({ ...few, indistinguishable: 16 })).toHaveLength(1);
  });
});

// What `npm run fuzz` reads from the fuzzer and from the system.
import { describe, expect, it } from "vitest";

import { lastCounts, minutesOf, parseMinutes } from "../../scripts/lib/fuzz-output.mjs";

describe("the fuzzer's output", () => {
  const pulse =
    "#2\tINITED cov: 5 ft: 9 exec/s: 0\n#4096\tpulse  cov: 77 ft: 90 corp: 3/9b exec/s: 12\n";

  it("is read from its last line", () => {
    expect(lastCounts(pulse)).toEqual({ runs: 4096, coverage: 77 });
  });

  it("is exact once it has ended", () => {
    expect(lastCounts(`${pulse}stat::number_of_executed_units: 5000\n`).runs).toBe(5000);
  });

  it("is nothing before it begins", () => {
    expect(lastCounts("INFO: Running\n")).toEqual({ runs: 0, coverage: 0 });
  });
});

describe("processor time", () => {
  it("is user and system time, whatever the program is called", () => {
    const fields = "S 1 2 3 4 5 6 7 8 9 10 3000 3000 0 0 20 0";
    expect(minutesOf(`42 (a ) b) ${fields}\n`)).toBe(1);
  });
});

describe("--minutes", () => {
  it("is a number above 0", () => {
    expect(parseMinutes("0.5")).toBe(0.5);
    for (const text of ["0", "-1", "ten", "", "Infinity"]) {
      expect(() => parseMinutes(text)).toThrow(`--minutes is "${text}"`);
    }
  });
});

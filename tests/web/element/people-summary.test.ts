// The line above the people who were found.
import { describe, expect, it } from "vitest";

import { englishTexts } from "../../../web/src/element/text/locales.js";
import { peopleSummary, type Searched } from "../../../web/src/element/views/people-summary.js";

const kIdle: Searched = {
  found: null,
  isSearching: false,
  refused: null,
  term: "",
  job: { wait: null, problem: null },
};
const summary = (search: Partial<Searched>): string =>
  peopleSummary({ ...kIdle, ...search }, englishTexts());

describe("the line above the people", () => {
  it("promises people while somebody types, but only from three characters on", () => {
    expect(summary({})).toBe("People appear here while you type.");
    expect(summary({ term: "m" })).toBe("Type at least three characters.");
    expect(summary({ term: "me" })).toBe("Type at least three characters.");
    expect(summary({ term: "王芳", isSearching: true })).toBe("Searching…");
    expect(summary({ term: "m".repeat(257) })).toContain("at most 256");
  });

  it("leaves it to the field to say why it does not search", () => {
    expect(summary({ term: "me", refused: "short" })).toBe("");
  });

  it("leaves it to the wait, or the problem, to say why there is nobody", () => {
    const wait = { reason: "rate_limit", until: 0 } as unknown as Searched["job"]["wait"];
    const problem = { code: "timed_out" } as unknown as Searched["job"]["problem"];
    const isSearching = true;
    expect(summary({ term: "mende", isSearching, job: { wait, problem: null } })).toBe("");
    expect(summary({ term: "mende", job: { wait: null, problem } })).toBe("");
  });

  it("says how many there are, as far as that is known", () => {
    const found = { term: "mende", items: [], source: "server" } as const;
    const counted = { ...found, total: 120, isComplete: false };
    expect(summary({ found: counted })).toContain("of 120");
    expect(summary({ found: { ...counted, total: null } })).toBe("The first 0. Type more.");
    expect(summary({ found: { ...counted, total: 0, isComplete: true } })).toContain("0 people");
  });
});

// Every row of docs/wire.md that the stand-in imitates has a test that exists, by the table of
// docs/standin.md.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { fromRoot } from "../../scripts/lib/paths.mjs";
import { kNotYet, readProof, readRows, rowProblems } from "../../scripts/lib/wire-rows.mjs";

const kWire = readFileSync(fromRoot("docs/wire.md"), "utf8");
const kStandin = readFileSync(fromRoot("docs/standin.md"), "utf8");
const kSources = readSources([
  ...["tests/core", "tests/standin", "tests/fuzz", "tests/differential", "tests/official-client"],
]);

function readSources(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(fromRoot(folder)).map((name) => path.posix.join(folder, name)),
  );
  return new Map(
    files
      .filter((file) => /\.(cpp|[mt]s|mjs)$/.test(file))
      .map((file) => [file, readFileSync(fromRoot(file), "utf8")]),
  );
}

describe("docs/wire.md and docs/standin.md", () => {
  it("fit together", () => {
    expect(rowProblems({ wire: kWire, standin: kStandin, sources: kSources })).toEqual([]);
  });

  it("are read at all", () => {
    expect(readRows(kWire).keys.length).toBeGreaterThan(140);
    expect(readProof(kStandin).tests.length).toBeGreaterThan(100);
    expect(new Set(kNotYet).size).toBe(kNotYet.length);
  });
});

const kPage = `## 1. A
| row | request | outcome |
| --- | --- | --- |
| 1-1 | x | y |
### 1.2 B
* **1.2-1** an item
  that goes on
1. **1.2-2** a step
**1.2-3** A paragraph.
Another one without a key.
## 8. C
* an item
`;
const kProof = `## Proof: x

| rows | behaviour | test |
| --- | --- | --- |
| | **Heading** | |
| 1-1, 1.2-1 | b | One.Test |
| 1.2-2 | c | \`a.test.ts: says "so"\` |
| 1.2-3 | d | One.Test, One.*, \`npm run x\` |
| | e | \`a.test.ts\` |
`;
const kTests = new Map([
  ["tests/a_test.cpp", "TEST(One, Test) {\nTEST_F(Two, Test) {\n"],
  ["tests/a.test.ts", 'it(\'says "so"\', () => {});\nit.each([\n  [1],\n])("%s", () => {});'],
]);
const problems = (change) =>
  rowProblems({
    wire: kPage,
    standin: kProof,
    sources: kTests,
    notYet: [],
    nothingToShow: {},
    ...change,
  });

describe("the check of rows", () => {
  it("is content with pages that fit", () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ["a row without a key", { wire: kPage.replace("| 1-1 | x", "| x") }, "has no key such as 1-1"],
    [
      "an item without a key",
      { wire: kPage.replace("**1.2-1** ", "") },
      "has no key such as 1.2-1",
    ],
    ["a step without a key", { wire: kPage.replace("**1.2-2** ", "") }, "has no key such as 1.2-1"],
    ["a key twice", { wire: kPage.replace("1.2-2", "1.2-1") }, "1.2-1 is there twice"],
    ["a key of another section", { wire: kPage.replace("1.2-1", "1-2") }, "stands in section 1.2"],
    ["a row more", { wire: kPage.replace("1.2-3", "1.2-4") }, "row 1.2-4 of docs/wire.md has no"],
    ["a row less", { wire: kPage.replace(/\*\*1.2-3.*/, "") }, "has no row 1.2-3"],
    ["no proof", { standin: kProof.replace("1.2-2", "") }, "row 1.2-2 of docs/wire.md has no test"],
    ["no table", { standin: "" }, "there is no table Proof"],
    ["a table of other columns", { standin: kProof.replace("rows |", "row |") }, "other columns"],
    ["a line of other columns", { standin: kProof.replace("| c |", "|") }, "has 2 columns"],
    ["a test that is gone", { standin: kProof.replace("One.Test |", "One.Past |") }, "One.Past"],
    ["a suite that is gone", { standin: kProof.replace("One.*", "Past.*") }, "no test Past.*"],
    ["a file that is gone", { standin: kProof.replace("`a.test.ts`", "`b.test.ts`") }, "b.test.ts"],
    ["a title that is gone", { standin: kProof.replace('"so"', "no") }, "a.test.ts: says no"],
    ["a suite as the only proof", { standin: kProof.replace("b | One.Test", "b | One.*") }, "1-1"],
    ["a file as the only proof", { standin: kProof.replace(': says "so"', "") }, "named for 1.2-2"],
    ["nothing as proof", { standin: kProof.replace("`a.test.ts` |", "|") }, 'named for "e"'],
    ["an excuse that is void", { notYet: ["1-1"] }, "row 1-1 has a test now"],
    ["an excuse for nothing", { nothingToShow: { "1-9": "" } }, "has no row 1-9"],
  ])("finds %s", (_, change, sentence) => {
    expect(problems(change).join("\n")).toContain(sentence);
  });

  it("accepts an excuse for a row without a test", () => {
    const standin = kProof.replace("| 1.2-2 |", "| |");
    expect(problems({ standin, notYet: ["1.2-2"] })).toEqual([]);
  });
});

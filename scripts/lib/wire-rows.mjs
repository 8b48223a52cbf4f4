/**
 * Holds docs/standin.md to docs/wire.md: every row of what the server does has a key, and every key
 * stands in the table "Proof" beside tests that exist.
 *
 * A row is a line of a table or an item of a list in the sections below, and any paragraph that was
 * given a key. Its key, `4-2`, is the section and a number (in 3.2 the letter of the step); a new row
 * takes the next free number, so that keys keep their meaning.
 */

/** The sections of docs/wire.md that the stand-in imitates; 8 is of documents, 10 and on of clients. */
const kSections = ["1", "2", "3", "4", "5", "6", "7", "9"];

/** Rows of endpoints that the stand-in does not have yet. Must become empty. */
export const kNotYet = [];

/** Rows in which there is nothing that an answer over HTTP could show, with the reason. */
export const kNothingToShow = {
  "2.1-7": "no route of the stand-in fails inside by this helper",
  "7-3": "a push over the realtime API, which the stand-in does not have",
};

/**
 * What does not fit together, as sentences; empty if all is well.
 * @param {{wire: string, standin: string, sources: Map<string, string>, notYet?: string[],
 *   nothingToShow?: Record<string, string>}} given the two pages, and test files by path
 */
export function rowProblems({
  wire,
  standin,
  sources,
  notYet = kNotYet,
  nothingToShow = kNothingToShow,
}) {
  const rows = readRows(wire);
  const proof = readProof(standin);
  const known = testNames(sources);
  const proven = new Set(proof.covered.map(({ key }) => key));
  const excused = [...notYet, ...Object.keys(nothingToShow)];
  return [
    ...rows.problems,
    ...proof.problems,
    ...proof.tests.filter((test) => !exists(test, known)).map((test) => `there is no test ${test}`),
    ...[...proven, ...excused]
      .filter((key) => !rows.keys.includes(key))
      .map((key) => `docs/wire.md has no row ${key}`),
    ...excused
      .filter((key) => proven.has(key))
      .map((key) => `row ${key} has a test now; take it off the list in scripts/lib/wire-rows.mjs`),
    ...rows.keys
      .filter((key) => !proven.has(key) && !excused.includes(key))
      .map((key) => `row ${key} of docs/wire.md has no test in docs/standin.md`),
  ];
}

/** The keys of docs/wire.md, in order, and lines that should have one and do not. */
export function readRows(page) {
  const keys = [];
  const problems = [];
  let section = "";
  let names;
  page.split("\n").forEach((line, at) => {
    section = /^##+ (\d+(?:\.\d+)?)\.? /.exec(line)?.[1] ?? section;
    if (!kSections.includes(section.split(".")[0])) return;
    const found = keyOf(line, names);
    names = line.startsWith("|") ? (names ?? line) : undefined;
    if (found === undefined) return;
    const { key, text } = found;
    const place = `docs/wire.md:${at + 1}`;
    if (key === undefined) problems.push(`${place}: "${text}" has no key such as ${section}-1`);
    else if (key.split("-")[0] !== section)
      problems.push(`${place}: the key ${key} stands in section ${section}`);
    else if (keys.includes(key)) problems.push(`${place}: the key ${key} is there twice`);
    else keys.push(key);
  });
  return { keys, problems };
}

// The key of a line that must or may have one; undefined for all other lines. `names` is the first
// line of the table that the line is in.
function keyOf(line, names) {
  const item = /^(?:\* |\d+\. )(?:\*\*([\w.']+-[\w']+)\*\* )?(.*)/.exec(line);
  if (item !== null) return { key: item[1], text: item[2].slice(0, 40) };
  const paragraph = /^\*\*(\d[\w.]*-[\w']+)\*\* /.exec(line);
  if (paragraph !== null) return { key: paragraph[1], text: "" };
  if (!line.startsWith("|") || names === undefined || /^\|(?: -+ \|)+$/.test(line))
    return undefined;
  const cell = line.split("|")[1].trim();
  return { key: /^\d[\w.]*-[\w']+$/.test(cell) ? cell : undefined, text: line.slice(0, 40) };
}

/** The table under the heading "Proof": which row has which tests. */
export function readProof(page) {
  const part = page.split(/^## /m).find((section) => section.startsWith("Proof"));
  if (part === undefined) return { covered: [], tests: [], problems: ["there is no table Proof"] };
  const lines = part.split("\n").filter((line) => line.startsWith("|"));
  const problems = [];
  const covered = [];
  const tests = [];
  if (lines[0] !== "| rows | behaviour | test |")
    problems.push("the table Proof has other columns");
  for (const line of lines.slice(2)) {
    const cells = line.split(/(?<!\\)\|/).slice(1, -1);
    if (cells.length !== 3)
      problems.push(`the table Proof has ${cells.length} columns in: ${line}`);
    const [rows = "", behaviour = "", named = ""] = cells.map((cell) => cell.trim());
    const keys = rows === "" ? [] : rows.split(/, */);
    const found = named === "" ? [] : named.split(/, (?=[A-Z`])/);
    if (keys.length > 0 && !found.some(isOneTest)) problems.push(`no test is named for ${rows}`);
    // Headings inside the table are bold and have no tests.
    if (found.length === 0 && !behaviour.startsWith("**"))
      problems.push(`no test is named for "${behaviour}"`);
    covered.push(...keys.map((key) => ({ key, tests: found })));
    tests.push(...found);
  }
  return { covered, tests: [...new Set(tests)], problems };
}

// `Suite.*`, a file without a test's title and a command are welcome besides, but name no one test.
const isOneTest = (test) => /^\w+\.\w+$/.test(test) || /^`[\w-]+\.test\.m?[tj]s: .+`$/.test(test);

function testNames(sources) {
  const names = new Set();
  const titles = new Map();
  for (const [file, text] of sources) {
    for (const [, suite, name] of text.matchAll(/^TEST(?:_[FP])?\(\s*(\w+),\s*(\w+)\)/gm))
      names.add(`${suite}.${name}`).add(`${suite}.*`);
    if (!/\.test\.m?[tj]s$/.test(file)) continue;
    const found = text.matchAll(/\b(?:it|test)(?:\.each\([^]*?\))?\(\s*(["'`])(.+?)\1,/g);
    titles.set(file.split("/").at(-1), new Set([...found].map(([, , title]) => title)));
  }
  return { names, titles };
}

function exists(test, { names, titles }) {
  const script = /^`([\w-]+\.test\.m?[tj]s)(?:: (.+))?`$/.exec(test);
  if (script === null) return names.has(test) || /^`npm run [\w-]+`$/.test(test);
  const [, file, title] = script;
  return title === undefined ? titles.has(file) : titles.get(file)?.has(title) === true;
}

/**
 * `npm run mutate`: makes one deliberate mistake after the other in a copy of the rules and shows what
 * finds each: the tests of core, 20,000 simulated runs, or both. The one test that only compares the
 * table of transitions with its page is left out, as it would find every change. Ends with 1 if a mistake
 * was not found, or not by the simulation where that has to; running out of time is not finding.
 *
 *   --only TEXT   those whose name contains TEXT
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { kMutations } from "./lib/mutations.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { main, mustRun, run, ScriptError } from "./lib/process.mjs";
import { setup } from "./setup.mjs";

/** A copy, so that a run that is broken off leaves no mistake in the tree. */
const kCopy = fromRoot("build/mutants");
const kCopied = [
  ...["CMakeLists.txt", "CMakePresets.json", "package.json"],
  ...["cmake", "core", "tests", "docs"],
];
const kRuns = "20000";
/** No mistake may turn a test into an endless loop that nobody ends. */
const kLimit = 5 * 60_000;
const kTimedOut = "timed out";

await main(async () => {
  const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
  const mutations = kMutations.filter(({ name }) => name.includes(values.only));
  if (mutations.length === 0) throw new ScriptError(`no mistake is called "${values.only}"`);
  await setup();
  for (const name of kCopied) copy(fromRoot(name), path.join(kCopy, name));
  await build();
  const before = await findMistake();
  for (const [finder, result] of Object.entries(before)) {
    if (result !== undefined) throw new ScriptError(`without any mistake, ${finder}: ${result}`);
  }
  const survivors = [];
  for (const mutation of mutations) {
    const findings = await withMistake(mutation);
    const found = isFound(mutation, findings);
    if (!found) survivors.push(mutation.name);
    console.log(`${found ? "found" : "NOT FOUND"}: ${mutation.name}\n  ${inWords(findings)}`);
  }
  await build();
  console.log(
    `mutate: ${mutations.length - survivors.length} of ${mutations.length} mistakes were found`,
  );
  if (survivors.length > 0) process.exitCode = 1;
});

function isFound({ simulated = false }, { tests, simulation }) {
  const finds = (result) => result !== undefined && result !== kTimedOut;
  return finds(simulation) || (!simulated && finds(tests));
}

function inWords({ tests, simulation }) {
  return `tests: ${tests ?? "nothing"}; simulation: ${simulation ?? "nothing"}`;
}

/**
 * Copies what differs, as new: a time that is kept could be older than what was built with a mistake in
 * it. What is no longer in the tree goes.
 */
function copy(from, to) {
  const entries = listOf(from);
  if (entries === undefined) {
    if (!isSame(from, to)) cpSync(from, to);
    return;
  }
  mkdirSync(to, { recursive: true });
  for (const name of listOf(to)) {
    if (!entries.includes(name)) rmSync(path.join(to, name), { recursive: true });
  }
  for (const name of entries) copy(path.join(from, name), path.join(to, name));
}

/** The names in a folder; undefined for a file. */
function listOf(folder) {
  try {
    return readdirSync(folder).filter((name) => name !== "node_modules");
  } catch (error) {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

function isSame(from, to) {
  try {
    return readFileSync(from).equals(readFileSync(to));
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

async function build() {
  await mustRun("cmake", ["--preset", "release"], { cwd: kCopy });
  await mustRun(
    "cmake",
    ["--build", "--preset", "release", "-j2", "--target", "core_tests", "simulate"],
    { cwd: kCopy },
  );
}

async function withMistake({ name, file, find, replace }) {
  const target = path.join(kCopy, file);
  const source = readFileSync(target, "utf8");
  if (source.split(find).length !== 2) {
    throw new ScriptError(`"${name}": ${file} does not hold its text exactly once`);
  }
  writeFileSync(
    target,
    source.replace(find, () => replace),
  );
  try {
    await build();
    return await findMistake();
  } finally {
    writeFileSync(target, source);
  }
}

/** What the tests and the simulation each find, if anything. */
async function findMistake() {
  return { tests: await askTests(), simulation: await askSimulation() };
}

async function askTests() {
  const { code, output, timedOut } = await run(
    path.join(kCopy, "build/release/tests/core_tests"),
    ["--gtest_brief=1", "--gtest_filter=-Transitions.AreTheOnesThatTheDocumentShows"],
    { limit: kLimit },
  );
  if (code === 0) return undefined;
  if (timedOut) return kTimedOut;
  return /\[ {2}FAILED {2}\] (\w+\.\w+)/.exec(output)?.[1] ?? `code ${code}`;
}

async function askSimulation() {
  const { code, output, timedOut } = await run(
    path.join(kCopy, "build/release/tests/paired/simulate"),
    ["--runs", kRuns, "--seed", "7", "--threads", "2", "--json"],
    { limit: kLimit },
  );
  if (code === 0) return undefined;
  if (timedOut) return kTimedOut;
  const wrong = /^wrong: (?!nothing)(\w+)/m.exec(output)?.[1];
  const unfinished = /^wrong: nothing, (unfinished)/m.exec(output)?.[1];
  return wrong ?? unfinished ?? `code ${code}`;
}

/**
 * `npm run mutate`: makes one deliberate mistake after the other in a copy of the rules and shows that
 * the tests of core, or 20,000 simulated runs, find each. The one test that only compares the table of
 * transitions with its page is left out, as it would find every change. Prints what found what, and
 * ends with 1 if a mistake was not found.
 *
 *   --only TEXT   those whose name contains TEXT
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

await main(async () => {
  const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
  const mutations = kMutations.filter(({ name }) => name.includes(values.only));
  if (mutations.length === 0) throw new ScriptError(`no mistake is called "${values.only}"`);
  await setup();
  copyTree();
  await build();
  const before = await findMistake();
  if (before !== undefined) throw new ScriptError(`without any mistake, ${before} fails`);
  const survivors = [];
  for (const mutation of mutations) {
    const found = await withMistake(mutation);
    console.log(
      `${found === undefined ? "NOT FOUND" : "found"}: ${mutation.name} (${found ?? "by nothing"})`,
    );
    if (found === undefined) survivors.push(mutation.name);
  }
  console.log(
    `mutate: ${mutations.length - survivors.length} of ${mutations.length} mistakes were found`,
  );
  if (survivors.length > 0) process.exitCode = 1;
});

function copyTree() {
  mkdirSync(kCopy, { recursive: true });
  for (const name of kCopied) {
    // The build folder in the copy is kept: only what differs is built again.
    rmSync(path.join(kCopy, name), { recursive: true, force: true });
    cpSync(fromRoot(name), path.join(kCopy, name), {
      recursive: true,
      preserveTimestamps: true,
      filter: (file) => !file.includes("node_modules"),
    });
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

/** What fails, if anything does. */
async function findMistake() {
  const tests = await run(
    path.join(kCopy, "build/release/tests/core_tests"),
    ["--gtest_brief=1", "--gtest_filter=-Transitions.AreTheOnesThatTheDocumentShows"],
    { limit: kLimit },
  );
  const failed = /\[ {2}FAILED {2}\] (\w+\.\w+)/.exec(tests.output);
  if (tests.code !== 0) return failed?.[1] ?? `core_tests, code ${tests.code}`;
  const simulated = await run(
    path.join(kCopy, "build/release/tests/paired/simulate"),
    ["--runs", kRuns, "--seed", "7", "--threads", "2", "--json"],
    { limit: kLimit },
  );
  return simulated.code === 0 ? undefined : "the simulation";
}

/**
 * Runs the GoogleTest suites of one or more presets and prints how many tests each suite ran.
 *
 *   node scripts/run-suites.mjs dev wasm-tests      # run both, then compare: counts must be equal
 *   node scripts/run-suites.mjs dev core_tests      # one suite
 *
 * Results are written to build/results/<preset>.json, from which `--compare a b` reads.
 */
import { mkdirSync, readFileSync, writeFileSync, existsSync, rmSync } from "node:fs";
import path from "node:path";

import { fromRoot } from "./lib/paths.mjs";
import { main, mustRun, run, runAll, ScriptError } from "./lib/process.mjs";

/** Suites that must be there; a build that lost one is a failure, not a shorter run. */
const kSuites = ["core_tests", "standin_tests", "paired_tests"];
const kPresets = ["dev", "release", "wasm-tests"];
// Emscripten 3.1.6 takes a Node that has fetch for a browser, and cannot find its own file then.
const kGlueFlags = ["--no-experimental-fetch"];

/** A suite uses one core. */
const kParallel = 2;

const kResults = fromRoot("build/results");

await main(async () => {
  const args = process.argv.slice(2);
  if (args[0] === "--compare") return compare(args[1], args[2]);
  const presets = args.filter((arg) => kPresets.includes(arg));
  const wanted = args.filter((arg) => !kPresets.includes(arg));
  if (presets.length === 0) throw new ScriptError(`name a preset: ${kPresets.join(", ")}`);
  for (const preset of presets) await runPreset(preset, wanted);
  if (presets.length === 2 && wanted.length === 0) compare(...presets);
});

async function runPreset(preset, wanted) {
  const suites = await findSuites(preset);
  const missing = (wanted.length > 0 ? wanted : kSuites).filter((name) => !suites.has(name));
  if (missing.length > 0)
    throw new ScriptError(`${preset}: there is no suite ${missing.join(", ")}`);
  const chosen = [...suites].filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const ran = await runAll(
    chosen.map(([name, command]) => async () => [name, await runSuite(preset, name, command)]),
    kParallel,
  );
  const counts = Object.fromEntries(ran);
  let failed = 0;
  for (const [name, count] of ran) {
    failed += count.failed;
    console.log(`${preset} ${name}: ${count.passed} passed, ${count.failed} failed`);
  }
  if (wanted.length === 0) writeFileSync(resultFile(preset), JSON.stringify(counts, null, 2));
  if (failed > 0) throw new ScriptError(`${preset}: ${failed} tests failed`);
}

/** Names and commands of the suites, as CTest knows them. */
async function findSuites(preset) {
  const folder = fromRoot("build", preset);
  if (!existsSync(folder))
    throw new ScriptError(`build/${preset} is not there; run: npm run build`);
  const listing = await mustRun("ctest", ["--test-dir", folder, "--show-only=json-v1"]);
  const { tests } = JSON.parse(listing.slice(listing.indexOf("{")));
  const suites = tests.filter(({ name }) => name.endsWith("_tests"));
  return new Map(suites.map(({ name, command = [] }) => [name, command]));
}

async function runSuite(preset, name, command) {
  const report = path.join(kResults, `${preset}-${name}.json`);
  mkdirSync(kResults, { recursive: true });
  rmSync(report, { force: true });
  // A suite for WebAssembly is a script; CTest's own idea of which Node runs it is not asked for.
  const script = command.find((part) => part.endsWith(".cjs"));
  const program = script === undefined ? command : [process.execPath, ...kGlueFlags, script];
  if (program.length === 0) throw new ScriptError(`${preset} ${name} is not built`);
  const { code, output } = await run(
    program[0],
    [...program.slice(1), `--gtest_output=json:${report}`],
    {
      env: { UBSAN_OPTIONS: "print_stacktrace=1", ASAN_OPTIONS: "detect_stack_use_after_return=1" },
    },
  );
  if (!existsSync(report))
    throw new ScriptError(`${preset} ${name} ended early (${code}):\n${output}`);
  const { tests, failures, errors, testsuites } = JSON.parse(readFileSync(report, "utf8"));
  const failed = failures + errors;
  if (code !== 0 || failed > 0) console.error(output);
  // A program that fails after its last test (a leak, a crash at exit) has failed too.
  return {
    passed: tests - failed,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    same: testsuites.flatMap(({ testsuite }) => testsuite.flatMap(sameEverywhere)),
  };
}

/** What a test found that has to be the same in every build, as it recorded it. */
function sameEverywhere({ name, same_everywhere: found }) {
  return found === undefined ? [] : [`${name}: ${found}`];
}

function compare(first, second) {
  const counts = [first, second].map((preset) =>
    JSON.parse(readFileSync(resultFile(preset), "utf8")),
  );
  const names = [...new Set(counts.flatMap((count) => Object.keys(count)))];
  let different = 0;
  for (const name of names) {
    const [a, b] = counts.map((count) => count[name]?.passed ?? 0);
    const [same, other] = counts.map((count) => (count[name]?.same ?? []).join("\n"));
    if (a !== b || a === 0 || same !== other) different += 1;
    if (same !== other) console.log(`${first} ${same}\n${second} ${other}  <- not equal`);
    console.log(`${name}: ${first} ${a}, ${second} ${b}${a === b ? "" : "  <- not equal"}`);
  }
  if (different > 0) throw new ScriptError(`${first} and ${second} did not pass the same tests`);
}

function resultFile(preset) {
  return path.join(kResults, `${preset}.json`);
}

/**
 * The stages of `npm test`, fastest and most telling first. Each is a command, or several, and knows
 * how to count what it ran; a stage without tests of its own counts as one.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";

import { buildPreset } from "./build-wasm.mjs";
import { fromRoot } from "./paths.mjs";
import { mustRunNode, run, ScriptError } from "./process.mjs";

const kMinute = 60_000;
/** No stage takes this long, even on two cores that have other work; one that does hangs. */
const kLimit = 30 * kMinute;

const result = (name) => fromRoot("build/results", name);
const program = (file) => fromRoot("node_modules", file);

const node = (...args) => mustRunNode(args, { limit: kLimit });
const script = (name, ...args) => node(fromRoot("scripts", `${name}.mjs`), ...args);
const simulate = (preset, runs) =>
  script("simulate", "--preset", preset, "--runs", String(runs), "--seed", "7", "--check");
const kOne = { passed: 1, failed: 0 };

/** @type {{name: string, body: () => Promise<{passed: number, failed: number, output?: string}>}[]} */
export const kStages = [
  check("set-up", () => script("setup")),
  check("format", () => script("format", "--check")),
  check("architecture", () => script("check-architecture")),
  check("types", () => node(program("typescript/bin/tsc"), "--noEmit")),
  check("lint", () => node(program("eslint/bin/eslint.js"), ".", "--max-warnings", "0")),
  suites("native, sanitizers", "dev"),
  check("clang-tidy", () =>
    script("clang-tidy", fromRoot("core"), "--except", fromRoot("core/src/standin")),
  ),
  suites("native, second compiler", "release"),
  check("simulation", () => simulate("release", 1_000_000)),
  check("simulation, sanitizers", () => simulate("dev", 50_000)),
  suites("suites as WebAssembly", "wasm-tests", "dev"),
  check("build", () => script("build")),
  vitest("imports of the modules", "imports", ["tests/wasm/imports.test.mjs"]),
  vitest(
    "TypeScript tests",
    "vitest",
    ["tests/web", "tests/wasm", "tests/standin", "tests/scripts"],
    ["tests/wasm/imports.test.mjs"],
  ),
  vitest("differential", "differential", ["tests/differential", "tests/official-client"]),
  counted("C++ package", () => node(fromRoot("tests/install/run.mjs"))),
  counted("npm package", () => node(fromRoot("tests/package/run.mjs"))),
  check("size", () => script("size", "--check")),
  counted("WebKit", () => node(fromRoot("tests/webkit/run.mjs"))),
  { name: "browsers", body: playwright },
];

/** A stage that passes or fails as a whole. */
function check(name, body) {
  return { name, body: async () => ({ ...kOne, output: await body() }) };
}

/** A stage whose last line says `N passed, N failed`. */
function counted(name, body) {
  const counts = async () => {
    const output = await body();
    const found = /(\d+) passed, (\d+) failed\s*$/.exec(output);
    if (found === null) throw new ScriptError(`the stage printed no count:\n${output}`);
    return { passed: Number(found[1]), failed: Number(found[2]), output };
  };
  return { name, body: counts };
}

/** Builds a preset and runs its GoogleTest suites; `like` is a preset that must have passed the same. */
function suites(name, preset, like) {
  const body = async () => {
    await buildPreset(preset);
    let output = await script("run-suites", preset);
    if (like !== undefined) output += await script("run-suites", "--compare", like, preset);
    const counts = Object.values(JSON.parse(readFileSync(result(`${preset}.json`), "utf8")));
    const passed = counts.reduce((sum, suite) => sum + suite.passed, 0);
    return { passed, failed: 0, output };
  };
  return { name, body };
}

function vitest(name, file, folders, excluded = []) {
  const body = async () => {
    for (const folder of folders) {
      if (!existsSync(fromRoot(folder))) throw new ScriptError(`${folder} is missing`);
    }
    const report = result(`${file}.json`);
    const { numPassedTests, numFailedTests, numPendingTests } = await reported(report, [
      ...[program("vitest/vitest.mjs"), "run", ...folders],
      ...excluded.map((pattern) => `--exclude=${pattern}`),
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ]);
    if (numPendingTests > 0) throw new ScriptError(`${numPendingTests} tests were skipped`);
    return { passed: numPassedTests, failed: numFailedTests };
  };
  return { name, body };
}

async function playwright() {
  const report = result("playwright.json");
  const { stats } = await reported(report, [program("@playwright/test/cli.js"), "test"]);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    output: stats.skipped > 0 ? `${stats.skipped} tests do not apply to a project\n` : "",
  };
}

// Runs a test program that writes a report. Its failed tests are in the report; any other failure
// (no tests, a crash, an error outside a test) throws.
async function reported(report, args) {
  rmSync(report, { force: true });
  const { code, output } = await run(process.execPath, args, { limit: kLimit });
  if (code !== 0) console.error(output);
  if (!existsSync(report)) throw new ScriptError(`the tests ended with ${code} before any report`);
  const read = JSON.parse(readFileSync(report, "utf8"));
  const failedTests = (read.numFailedTests ?? 0) + (read.stats?.unexpected ?? 0);
  if (code !== 0 && failedTests === 0) {
    throw new ScriptError(`the tests ended with ${code} although none failed`);
  }
  return read;
}

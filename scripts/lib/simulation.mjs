/**
 * Playing simulated reassignments (tests/paired) natively, and what has to be true of their sums.
 */
import { spawn } from "node:child_process";
import path from "node:path";

import { buildPreset } from "./build-wasm.mjs";
import { fromRoot } from "./paths.mjs";
import { ScriptError } from "./process.mjs";

/** Every kind of fault happens at least so often in a million runs, or it proves little. */
const kLeastPerMillion = 2000;
/** Of the runs in which the room was read, so many at most may end without a verdict. */
const kMostUnknown = 0.02;

/**
 * Runs that are called refused although a copy applied, because nobody could tell: so many of each kind
 * at most in a million, and in a long series some, or what counts them is broken.
 */
const kExcused = ["indistinguishable", "told_of_other_copy"];
const kMostExcusedPerMillion = 300;
const kLongSeries = 500_000;

/** Builds the program, in a preset whose folder it is then run from. */
export async function buildSimulation(preset) {
  await buildPreset(preset, ["simulate"]);
  return fromRoot("build", preset, "tests/paired/simulate");
}

/**
 * Runs it; progress and traces of failed runs go to stderr as they come.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<{code: number, output: string}>} what it wrote to stdout
 */
export function playSimulation(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => {
      reject(new ScriptError(`${path.relative(fromRoot(), program)}: ${error.message}`));
    });
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** What is wrong with the sums of a series, one sentence each; none if all is well. */
export function simulationProblems(sums) {
  const problems = [];
  for (const name of ["wrong", "unfinished"]) {
    if (sums[name] !== 0) problems.push(`${sums[name]} runs are ${name}`);
  }
  if (sums.late === 0) problems.push("no copy was delivered late");
  const least = Math.floor((kLeastPerMillion * sums.runs) / 1_000_000);
  for (const [kind, count] of Object.entries(sums.faults)) {
    if (count < least) problems.push(`${kind} happened ${count} times, expected ${least} at least`);
  }
  const most = Math.ceil((kMostExcusedPerMillion * sums.runs) / 1_000_000);
  for (const name of kExcused) {
    const count = sums[name];
    if (count > most) problems.push(`${count} runs are ${name}, expected ${most} at most`);
    if (count === 0 && sums.runs >= kLongSeries) problems.push(`no run is ${name}`);
  }
  if (sums.unknown_readable >= sums.readable * kMostUnknown) {
    const share = ((100 * sums.unknown_readable) / sums.readable).toFixed(2);
    problems.push(`${share} % of the runs that read the room are unknown, expected less than 2 %`);
  }
  return problems;
}

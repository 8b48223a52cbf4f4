/**
 * `npm run simulate -- --runs 1000000 --seed 7 --json`: builds the simulation of reassignments with
 * preset `release` and plays it natively. Prints the sums, with --json as one object on one line,
 * last on stdout; progress and the traces of failed runs go to stderr. Ends with 1 if a run is wrong
 * or unfinished.
 *
 *   --runs N             how many, else 10,000
 *   --seed S             of the series, else 1
 *   --threads T          else as many as there are processors; the sums do not depend on it
 *   --run K --trace      one run of the series, with all that happened in it
 *   --check              fail also where a kind of fault was too rare, or too much is unknown
 *   --preset dev         with sanitizers
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

import { main, ScriptError } from "./lib/process.mjs";
import { buildSimulation, playSimulation, simulationProblems } from "./lib/simulation.mjs";
import { setup } from "./setup.mjs";

const kPresets = ["release", "dev"];

await main(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      threads: { type: "string", default: String(availableParallelism()) },
      run: { type: "string" },
      preset: { type: "string", default: "release" },
      json: { type: "boolean", default: false },
      trace: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
    },
  });
  if (!kPresets.includes(values.preset)) {
    throw new ScriptError(`--preset ${values.preset}: expected ${kPresets.join(" or ")}`);
  }
  await setup(console.error);
  const program = await buildSimulation(values.preset);
  const { code, output } = await playSimulation(program, programArguments(values));
  const sums = code === 2 ? undefined : JSON.parse(output.trim().split("\n").at(-1));
  const problems = sums !== undefined && values.check ? simulationProblems(sums) : [];
  for (const problem of problems) console.error(`simulate: ${problem}`);
  if (sums !== undefined) console.log(values.json ? JSON.stringify(sums) : inLines(sums));
  if (code !== 0 || problems.length > 0) process.exitCode = 1;
});

function programArguments({ runs, seed, threads, run, trace }) {
  const args = ["--runs", runs, "--seed", seed, "--threads", threads, "--json"];
  if (run !== undefined) args.push("--run", run);
  if (trace) args.push("--trace");
  return args;
}

function inLines(sums) {
  const rows = ({ faults, verdicts, ...others }) => ({ ...faults, ...verdicts, ...others });
  return Object.entries(rows(sums))
    .map(([name, count]) => `${name.padEnd(28)} ${String(count).padStart(10)}`)
    .join("\n");
}

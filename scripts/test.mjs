/**
 * `npm test`: every check, fastest first, each timed, one table at the end. Stops at the first stage
 * that fails, because later ones build on earlier ones, and exits with 1.
 *
 *   --list              print the stages
 *   --only <name>       run one stage
 *   --keep-going        run the others after a failure as well
 */
import { parseArgs } from "node:util";

import { main, ScriptError } from "./lib/process.mjs";
import { kStages } from "./lib/stages.mjs";

/** Up to this many lines of a passing stage's output are worth showing. */
const kShownLines = 12;

await main(async () => {
  const { values } = parseArgs({
    options: {
      list: { type: "boolean", default: false },
      only: { type: "string" },
      "keep-going": { type: "boolean", default: false },
    },
  });
  if (values.list) return console.log(kStages.map(({ name }) => name).join("\n"));
  const stages = kStages.filter(({ name }) => values.only === undefined || name === values.only);
  if (stages.length === 0) throw new ScriptError(`there is no stage "${values.only}"; see --list`);
  const rows = [];
  for (const stage of stages) {
    rows.push(await runStage(stage));
    if (rows.at(-1).failed > 0 && !values["keep-going"]) break;
  }
  summarise(rows, stages);
});

async function runStage({ name, body }) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  try {
    const { passed, failed, output = "" } = await body();
    const lines = output.trimEnd().split("\n");
    if (lines.length <= kShownLines) console.log(lines.join("\n"));
    return { name, passed, failed, seconds: seconds() };
  } catch (error) {
    console.error(error instanceof ScriptError ? error.message : error);
    return { name, passed: 0, failed: 1, seconds: seconds() };
  }
}

function summarise(rows, stages) {
  const width = Math.max(...stages.map(({ name }) => name.length));
  console.log(`\n${"stage".padEnd(width)}  result   passed  failed  seconds`);
  for (const { name, passed, failed, seconds } of rows) {
    const state = failed === 0 ? "ok    " : "FAILED";
    const counts = `${String(passed).padStart(7)} ${String(failed).padStart(7)}`;
    console.log(`${name.padEnd(width)}  ${state} ${counts} ${seconds.toFixed(1).padStart(8)}`);
  }
  for (const { name } of stages.slice(rows.length)) console.log(`${name.padEnd(width)}  not run`);
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\nall stages: ${(sum("seconds") / 60).toFixed(1)} minutes`);
  const failed = rows.filter((row) => row.failed > 0).map(({ name }) => name);
  if (failed.length > 0) {
    console.log(`failed: ${failed.join(", ")}`);
    process.exitCode = 1;
  }
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
}

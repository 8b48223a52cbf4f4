/**
 * `npm run fuzz -- --minutes 10`: builds preset `fuzz` and gives the stand-in's request handler that
 * many minutes of processor time of mutated conversations, starting from tests/fuzz/corpus. Prints
 * runs, coverage, processor minutes and crashes, and fails on a crash, a hang, a leak or an answer that is not
 * well formed. What it finds on the way stays in build/fuzz/corpus and is used again.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { buildPreset } from "./lib/build-wasm.mjs";
import { lastCounts, minutesOf, parseMinutes } from "./lib/fuzz-output.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { main, ScriptError } from "./lib/process.mjs";
import { setup } from "./setup.mjs";

const kFuzzer = fromRoot("build/fuzz/tests/fuzz/standin_fuzz");
const kCrashes = fromRoot("build/fuzz/crashes");
const kFound = fromRoot("build/fuzz/corpus");
const kPollMilliseconds = 500;
/** The fuzzer ends with this code when it is interrupted, which is how its time ends. */
const kInterrupted = 72;
const kPulseMinutes = 0.5;

await main(async () => {
  const { values } = parseArgs({ options: { minutes: { type: "string", default: "10" } } });
  const minutes = parseMinutes(values.minutes);
  await setup();
  await buildPreset("fuzz");
  for (const folder of [kCrashes, kFound]) mkdirSync(folder, { recursive: true });
  const before = new Set(readdirSync(kCrashes));
  const { code, output, spent } = await fuzz(minutes);
  const crashes = readdirSync(kCrashes).filter((name) => !before.has(name));
  const { runs, coverage } = lastCounts(output);
  console.log(
    `fuzz: ${runs} runs, ${coverage} edges covered, ${spent.toFixed(1)} CPU minutes, ${crashes.length} crashes`,
  );
  if (crashes.length === 0 && (code === 0 || code === kInterrupted)) return;
  console.error(output.split("\n").slice(-60).join("\n"));
  const files = crashes.map((name) => path.relative(fromRoot(), path.join(kCrashes, name)));
  throw new ScriptError(
    `fuzz: failed with code ${code}. Play again with: ` +
      `${path.relative(fromRoot(), kFuzzer)} ${files.join(" ")}`,
  );
});

async function fuzz(minutes) {
  const args = [
    ...[`-dict=${fromRoot("tests/fuzz/standin.dict")}`, `-artifact_prefix=${kCrashes}/`],
    // A text of 8 KB holds several requests; no run may take more than ten seconds or 2 GB.
    ...["-max_len=8192", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"],
    // Weighing its corpus by rare features took a third of the time.
    "-entropic=0",
    ...[kFound, fromRoot("tests/fuzz/corpus")],
  ];
  // Short traces of allocations: most of the time goes to the many small ones of JSON documents.
  const env = { ...process.env, ASAN_OPTIONS: "malloc_context_size=3" };
  const child = spawn(kFuzzer, args, { env });
  const chunks = [];
  child.stderr.on("data", (chunk) => chunks.push(chunk));
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
  process.on("exit", () => child.kill("SIGKILL"));
  const text = () => Buffer.concat(chunks).toString("utf8");
  const spent = await spend(child, ended, minutes, text);
  return { code: await ended, output: text(), spent };
}

// Waits until the fuzzer has had its time or has ended by itself.
async function spend(child, ended, minutes, text) {
  let running = true;
  void ended.then(() => (running = false));
  let spent = 0;
  let pulse = kPulseMinutes;
  while (running && spent < minutes) {
    await sleep(kPollMilliseconds);
    spent = Math.max(spent, processorMinutes(child.pid));
    if (spent < pulse) continue;
    const { runs, coverage } = lastCounts(text());
    console.log(`fuzz: ${spent.toFixed(1)} of ${minutes} minutes, ${runs} runs, ${coverage} edges`);
    pulse += kPulseMinutes;
  }
  if (running) child.kill("SIGINT");
  return spent;
}

function processorMinutes(pid) {
  try {
    return minutesOf(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    // It has just ended.
    return 0;
  }
}

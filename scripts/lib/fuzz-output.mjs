/** What the fuzzer prints and what the system says of it, as numbers. */
import { ScriptError } from "./process.mjs";

/** Linux counts the time of processes in hundredths of a second, whatever the kernel's own clock. */
const kTicksPerMinute = 100 * 60;

/** The minutes that the command line asks for. */
export function parseMinutes(text) {
  const minutes = Number(text);
  if (Number.isFinite(minutes) && minutes > 0) return minutes;
  throw new ScriptError(`--minutes is "${text}"; it must be a number greater than 0`);
}

/** Runs and covered edges so far: the latest of the fuzzer's lines such as `#1024 NEW cov: 7 ft: 9`. */
export function lastCounts(output) {
  const lines = [...output.matchAll(/^#(\d+)\s.*\bcov: (\d+)/gm)];
  const final = /^stat::number_of_executed_units:\s*(\d+)/m.exec(output);
  const [, runs, coverage] = lines.at(-1) ?? ["", "0", "0"];
  return { runs: Number(final?.[1] ?? runs), coverage: Number(coverage) };
}

/** Processor minutes of a process from its /proc/PID/stat: user and system time. */
export function minutesOf(stat) {
  // The second field, the program's name in brackets, may contain blanks.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return (user + system) / kTicksPerMinute;
}

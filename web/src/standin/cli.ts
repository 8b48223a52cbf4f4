// `npm run standin`: the stand-in on a port of this machine until it is interrupted.
import { kUsage, readCommandLine, UsageError } from "./cli-options.js";
import { runStandin } from "./run.js";
import { isStandinError } from "./standin-error.js";

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2));
  if (options === "help") {
    console.log(kUsage);
    return;
  }
  const running = await runStandin(options, console.log);
  const stop = (): void => {
    running.stop().catch(fail);
  };
  // A terminal and a program in between may both send one, and the second must not end the saving.
  for (const signal of kStopSignals) process.on(signal, stop);
}

function fail(error: unknown): void {
  console.error(explain(error));
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (isStandinError(error)) {
    const { code, path, found, expected, message, remedy } = error;
    if (path !== "/version") return `${message} ${remedy}`;
    const known = code === "invalid_version" ? `${expected}, from 3.5 to 8.6` : expected;
    return `--version cannot be used: found ${found}; expected ${known}.\n${kHint}`;
  }
  if (error instanceof UsageError) return `${error.message}.\n${kHint}`;
  return error instanceof Error ? error.message : String(error);
}

const kHint = "npm run standin -- --help lists all options.";
// The last one comes when the terminal is closed.
const kStopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

try {
  await main();
} catch (error) {
  fail(error);
}

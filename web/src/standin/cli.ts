// `npm run standin`: the stand-in on a port of this machine until it is interrupted.
import { kUsage, readCommandLine, UsageError } from "./cli-options.js";
import { readFaultFile } from "./fault-file.js";
import { loadStandinModule } from "./load-module.js";
import { startNodeHost } from "./node-host.js";
import { isStandinError } from "./standin-error.js";
import { Standin } from "./standin.js";

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2));
  if (options === "help") {
    console.log(kUsage);
    return;
  }
  const script = options.faults === undefined ? undefined : await readFaultFile(options.faults);
  const standin = await Standin.create({
    ...(await loadStandinModule()),
    workspace: options.workspace,
  });
  script?.setOn(standin);
  const { port, delays, latency } = options;
  const host = await startNodeHost({ standin, port, delays, latency, log: console.log });
  console.log(`A workspace of version ${options.workspace.version ?? ""} is ready at ${host.url}`);
  const stop = (): void => {
    void host.close().finally(() => {
      standin.dispose();
    });
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function explain(error: unknown): string {
  if (isStandinError(error)) return `${error.message} ${error.remedy}`;
  if (error instanceof UsageError) return `${error.message}.\n\n${kUsage}`;
  return error instanceof Error ? error.message : String(error);
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

// The stand-in as the command line describes it, from start to stop.
import type { CliOptions } from "./cli-options.js";
import { readFaultFile } from "./fault-file.js";
import { loadStandinModule } from "./load-module.js";
import { startNodeHost } from "./node-host.js";
import type { NodeHost } from "./node-host.js";
import { readStartDocuments } from "./start-documents.js";
import type { StartDocuments } from "./start-documents.js";
import { Standin } from "./standin.js";
import { writeStateFile } from "./state-file.js";

export interface RunningStandin {
  readonly url: string;
  /**
   * Ends all connections and saves the state, if there is a file for it; however often it is called, once.
   * Rejects if the state cannot be saved.
   */
  stop(): Promise<void>;
}

/**
 * Starts it, or rejects with UsageError, StandinError, PortInUseError or what the platform says; then
 * nothing is left running.
 */
export async function runStandin(
  options: CliOptions,
  log: (line: string) => void,
): Promise<RunningStandin> {
  const documents = await readStartDocuments(options);
  const script = options.faults === undefined ? undefined : await readFaultFile(options.faults);
  const standin = await create(options, documents);
  try {
    script?.setOn(standin);
    const { port, delays, latency } = options;
    const host = await startNodeHost({ standin, port, delays, latency, log });
    log(`A workspace of version ${options.workspace.version ?? ""} is ready at ${host.url}`);
    let stopped: Promise<void> | undefined;
    return {
      url: host.url,
      stop: () => (stopped ??= stop(host, standin, options.state, log)),
    };
  } catch (error) {
    standin.dispose();
    throw error;
  }
}

async function create(options: CliOptions, documents: StartDocuments): Promise<Standin> {
  const module = await loadStandinModule();
  try {
    return await Standin.create({
      ...module,
      workspace: { ...options.workspace, ...documents.workspace },
    });
  } catch (error) {
    throw documents.explain(error);
  }
}

async function stop(
  host: NodeHost,
  standin: Standin,
  file: string | undefined,
  log: (line: string) => void,
): Promise<void> {
  try {
    await host.close();
  } finally {
    const text = standin.save();
    standin.dispose();
    if (file !== undefined) await save(file, text, log);
  }
}

async function save(file: string, text: string, log: (line: string) => void): Promise<void> {
  try {
    await writeStateFile(file, text);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The state could not be saved to "${file}": ${what}`, { cause });
  }
  log(`The state is saved in ${file}`);
}

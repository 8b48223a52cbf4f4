/** Running other programs: the same Node for every child, output kept for the one who needs it. */
import { spawn } from "node:child_process";
import path from "node:path";

import { kRoot } from "./paths.mjs";

/** A message for the person at the terminal; scripts print it without a stack. */
export class ScriptError extends Error {
  name = "ScriptError";
}

/**
 * Runs a program and waits for it.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, show?: boolean, limit?: number}} [options]
 *   `show` passes the output through as it comes; it is collected in any case. After `limit`
 *   milliseconds the program and all it started are ended.
 * @returns {Promise<{code: number, output: string, timedOut: boolean}>} the code is 127 when the program
 *   is missing
 */
export function run(command, args, { cwd = kRoot, env = {}, show = false, limit } = {}) {
  return new Promise((resolve) => {
    // With a limit the child leads a process group of its own, so that its children end with it.
    const child = spawn(command, args, {
      cwd,
      env: { ...childEnvironment(), ...env },
      detached: limit !== undefined,
    });
    const stopWatching = limit === undefined ? () => undefined : watch(child, limit);
    const chunks = [];
    const collect = (stream) => (chunk) => {
      chunks.push(chunk);
      if (show) stream.write(chunk);
    };
    child.stdout.on("data", collect(process.stdout));
    child.stderr.on("data", collect(process.stderr));
    child.stdin.on("error", () => undefined).end();
    child.on("error", (error) => {
      stopWatching();
      resolve({ code: 127, output: `${command}: ${error.message}\n`, timedOut: false });
    });
    child.on("close", (code, signal) => {
      stopWatching();
      const output = Buffer.concat(chunks).toString("utf8");
      resolve({
        code: code ?? 1,
        output: signal === null ? output : `${output}\nended by ${signal}\n`,
        timedOut: limit !== undefined && signal === "SIGKILL",
      });
    });
  });
}

// Ends the child's group when the time is up, or when we are told to stop.
function watch(child, limit) {
  const end = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // The group has ended already.
    }
  };
  const endAll = () => {
    end();
    process.exit(130);
  };
  const timer = setTimeout(end, limit);
  process.on("SIGINT", endAll).on("SIGTERM", endAll);
  return () => {
    clearTimeout(timer);
    process.off("SIGINT", endAll).off("SIGTERM", endAll);
  };
}

/** As run(), but a failure throws with the program's own output. */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  const shown = options.show === true ? "" : `\n${output.trimEnd()}`;
  throw new ScriptError(`"${[command, ...args].join(" ")}" ended with code ${code}${shown}`);
}

/** Runs one of this repository's scripts, or a package's program, with the Node that runs us. */
export const mustRunNode = (args, options = {}) => mustRun(process.execPath, args, options);

/** Runs jobs, at most `limit` at a time, and gives their results in order. */
export async function runAll(jobs, limit) {
  const results = new Array(jobs.length);
  let next = 0;
  const worker = async () => {
    while (next < jobs.length) {
      const index = next;
      next += 1;
      results[index] = await jobs[index]();
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

/** Runs a script's main function; errors meant for people are shown without a stack. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof ScriptError ? error.message : error);
    process.exitCode = 1;
  }
}

// Debian may bring a second, older Node in /usr/bin; children must find ours first.
function childEnvironment() {
  const own = path.dirname(process.execPath);
  return { ...process.env, PATH: `${own}${path.delimiter}${process.env.PATH ?? ""}` };
}

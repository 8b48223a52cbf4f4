// A fault script in a file, for the command line.
import { readFile } from "node:fs/promises";
import { UsageError } from "./cli-options.js";
import { decodeScript } from "./decode-script.js";
import { isStandinError } from "./standin-error.js";
import type { Standin } from "./standin.js";

export interface FaultFile {
  /** Starts the script. Throws UsageError, which names the file and the place in it. */
  setOn(standin: Standin): void;
}

/** Rejects with UsageError if the file cannot be read. */
export async function readFaultFile(file: string): Promise<FaultFile> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`--faults "${file}" cannot be read: ${what}`, { cause });
  });
  return {
    setOn(standin) {
      try {
        standin.setFaults(decodeScript(bytes));
      } catch (cause) {
        if (!isStandinError(cause)) throw cause;
        const { path, found, expected } = cause;
        const place = path === "" ? "" : ` at ${path}`;
        throw new UsageError(
          `--faults "${file}" is no fault script${place}: found ${found}; expected ${expected}`,
          { cause },
        );
      }
    },
  };
}

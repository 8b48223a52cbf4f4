// A fault script in a file, for the command line.
import { explainFile, readOptionFile } from "./option-file.js";
import type { Standin } from "./standin.js";

export interface FaultFile {
  /** Starts the script. Throws UsageError, which names the file and the place in it. */
  setOn(standin: Standin): void;
}

/** Rejects with UsageError if the file cannot be read. */
export async function readFaultFile(file: string): Promise<FaultFile> {
  const named = {
    option: "--faults",
    file,
    kind: "fault script",
    expected: "a JSON list of faults",
  };
  const text = await readOptionFile(named);
  return {
    setOn(standin) {
      try {
        standin.setFaults(text);
      } catch (error) {
        throw explainFile(named, error);
      }
    },
  };
}

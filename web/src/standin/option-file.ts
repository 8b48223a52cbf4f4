// Files that options of the command line name.
import { readFile } from "node:fs/promises";
import { UsageError } from "./cli-options.js";
import { decodeText } from "./decode-text.js";
import { isStandinError } from "./standin-error.js";

/** A file by the option that named it, and what it should be: "--faults", "fault script". */
export interface OptionFile {
  readonly option: string;
  readonly file: string;
  readonly kind: string;
  /** The outermost thing in it: "a JSON list of faults". */
  readonly expected: string;
}

/** The text of the file. Rejects with UsageError if it cannot be read or is no text. */
export async function readOptionFile(named: OptionFile): Promise<string> {
  const bytes = await readFile(named.file).catch((cause: unknown) => {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${named.option} "${named.file}" cannot be read: ${what}`, { cause });
  });
  try {
    return decodeText(bytes, named.expected);
  } catch (error) {
    throw explainFile(named, error);
  }
}

/** A StandinError as a UsageError that names the file and the place in it; else the error itself. */
export function explainFile({ option, file, kind }: OptionFile, cause: unknown): unknown {
  if (!isStandinError(cause)) return cause;
  const { path, found, expected } = cause;
  const place = path === "" ? "" : ` at ${path}`;
  return new UsageError(
    `${option} "${file}" is no ${kind}${place}: found ${found}; expected ${expected}`,
    { cause },
  );
}

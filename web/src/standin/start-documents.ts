// What a workspace of the command line starts with: a built-in seed, documents in a file, or the state in
// which it was stopped.
import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { kSeedNames, UsageError } from "./cli-options.js";
import type { CliOptions } from "./cli-options.js";
import { explainFile, readOptionFile } from "./option-file.js";
import type { OptionFile } from "./option-file.js";
import { isStandinError } from "./standin-error.js";
import type { WorkspaceOptions } from "./standin.js";

export interface StartDocuments {
  readonly workspace: Pick<WorkspaceOptions, "seed" | "seedDocuments">;
  /** What to tell about an error of Standin.create; one in a file gets the file's name and the place. */
  explain(error: unknown): unknown;
}

/**
 * Reads what `--seed` and `--state` name. Rejects with UsageError if that cannot be read, if both are
 * there, or if the state could not be written later.
 */
export async function readStartDocuments({
  seed,
  state,
}: Pick<CliOptions, "seed" | "state">): Promise<StartDocuments> {
  if (state !== undefined) {
    if (await exists(state)) {
      if (seed === undefined) return fromFile("--state", state);
      throw new UsageError(
        `--state "${state}" exists and would be loaded, so that --seed "${seed}" has no use; ` +
          "leave one of them out, or remove the file to begin anew",
      );
    }
    await checkFolder(state);
  }
  const chosen = seed ?? kDefaultSeed;
  if (kSeedNames.has(chosen)) return { workspace: { seed: chosen }, explain: (error) => error };
  if (/[./]/.test(chosen) || (await exists(chosen))) return fromFile("--seed", chosen);
  const names = [...kSeedNames].join(", ");
  throw new UsageError(`--seed "${chosen}" is neither a seed nor a file; give ${names} or a file`);
}

async function fromFile(option: string, file: string): Promise<StartDocuments> {
  const kind = option === "--state" ? "saved state" : "seed";
  const named: OptionFile = { option, file, kind, expected: "a JSON object" };
  const text = await readOptionFile(named);
  return {
    workspace: { seed: "empty", seedDocuments: text },
    explain: (error) =>
      isStandinError(error) && error.code === "invalid_seed" ? explainFile(named, error) : error,
  };
}

// Now, since it would be too late when the server is stopped.
async function checkFolder(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file));
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error(`"${folder}" is no folder`);
    await access(folder, constants.W_OK);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`--state "${file}" could not be written: ${what}`, { cause });
  }
}

// Whatever there is, also what may not be looked at: reading it tells.
async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    return !kMissing.has((error as NodeJS.ErrnoException).code ?? "");
  }
}

const kDefaultSeed = "documentation";
const kMissing: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR"]);

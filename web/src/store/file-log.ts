// The bytes of a history file, safe among several programs and against a crash at any moment.
//
// A record is added at the end in one write, with its line feed in front: what a crash has cut before
// it stays on a line of its own. The file is replaced (to make it smaller) by writing a new one beside it and
// renaming that. Nobody locks: a lock outlives the program that crashed with it. Instead whoever has added a
// record removes every new file that is not in place yet, because it may have been written without that
// record. Then the renaming fails and nothing has changed. If it was renamed just before, the file is no
// longer the one that was written to, and the record is added once more.
import type { BigIntStats } from "node:fs";
import { type FileHandle, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { rmdir, stat, unlink } from "node:fs/promises";
import path from "node:path";

/** A file that grows at its end. Calls of one object must not overlap. */
export class FileLog {
  readonly #file: string;
  /** What a new file starts with. */
  readonly #header: string;
  /** The file whose name is known to be on the disk. */
  #named = "";

  constructor(file: string, header: string) {
    this.#file = file;
    this.#header = header;
  }

  read(): Promise<Uint8Array> {
    return readFile(this.#file);
  }

  /** Adds a line. With `sync` it is on the disk, under its name, when the promise resolves. */
  async append(line: string, options: { readonly sync: boolean }): Promise<void> {
    for (let round = 0; round < kRounds; round += 1) {
      if (await this.#appendOnce(line, options.sync)) return;
    }
    throw new Error(`${this.#file} was replaced by other programs ${kRounds} times in a row`);
  }

  /**
   * Puts what `make` makes of the content in the place of the file. False: another program wrote to it
   * meanwhile, and nothing has changed.
   */
  async replace(make: (content: Uint8Array) => Uint8Array): Promise<boolean> {
    const folder = await mkdtemp(this.#file + kFreshSuffix);
    const fresh = path.join(folder, kFreshName);
    try {
      // From here on it can be removed by others; what they add later than this must not be missed.
      const handle = await open(fresh, "wx", kOwnerOnly);
      try {
        await this.#removeFresh(folder);
        await handle.writeFile(make(await this.read()));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(fresh, this.#file);
      await syncFolder(this.#file);
      return true;
    } catch (error) {
      if (isMissing(error, fresh)) return false;
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #appendOnce(line: string, sync: boolean): Promise<boolean> {
    const handle = await open(this.#file, "a", kOwnerOnly);
    try {
      const before = await handle.stat({ bigint: true });
      const start = before.size === 0n ? `\n${this.#header}\n` : "\n";
      await writeWhole(handle, Buffer.from(start + line));
      if (sync) await this.#sync(handle, before);
      await this.#removeFresh();
      return await this.#isInPlace(before);
    } finally {
      await handle.close();
    }
  }

  // A name that was made or replaced, here or by another program, is on the disk only with its folder.
  async #sync(handle: FileHandle, stats: BigIntStats): Promise<void> {
    await handle.sync();
    const identity = `${stats.dev} ${stats.ino} ${stats.birthtimeNs}`;
    if (identity === this.#named) return;
    await syncFolder(this.#file);
    this.#named = identity;
  }

  // The handle is open, so its number cannot have gone to another file.
  async #isInPlace({ dev, ino }: BigIntStats): Promise<boolean> {
    try {
      const now = await stat(this.#file, { bigint: true });
      return now.dev === dev && now.ino === ino;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return false;
      throw error;
    }
  }

  async #removeFresh(except?: string): Promise<void> {
    const parent = path.dirname(this.#file);
    const start = path.basename(this.#file) + kFreshSuffix;
    for (const name of await readdir(parent)) {
      const folder = path.join(parent, name);
      if (!name.startsWith(start) || folder === except) continue;
      await unlink(path.join(folder, kFreshName)).catch(unlessGone);
      // Its maker may have done so, or not have got as far as the file.
      await rmdir(folder).catch(() => undefined);
    }
  }
}

// What was written of a record that did not fit is cut off by the next one's line feed.
async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let round = 0; round < kRounds; round += 1) {
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten === bytes.length) return;
  }
  throw new Error(`the file takes fewer than ${bytes.length} bytes at once`);
}

async function syncFolder(file: string): Promise<void> {
  // There, folders cannot be opened and names are on the disk with the files.
  if (process.platform === "win32") return;
  const handle = await open(path.dirname(file), "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unlessGone(error: unknown): void {
  if (!["ENOENT", "ENOTDIR"].includes(codeOf(error))) throw error;
}

// Only the new file or its folder: if the history itself is missing, that is an error.
function isMissing(error: unknown, fresh: string): boolean {
  return codeOf(error) === "ENOENT" && (error as NodeJS.ErrnoException).path === fresh;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

const kOwnerOnly = 0o600;
const kFreshSuffix = ".new-";
const kFreshName = "history";
// Each further round means that another program has come in between; so many in a row mean a fault.
const kRounds = 100;

// The history in a file, for programs on Node: JSON lines, readable by their owner only.
import { chmod, type FileHandle, open, realpath, stat } from "node:fs/promises";
import path from "node:path";

import type {
  History,
  HistoryDamage,
  HistoryEnd,
  HistoryEntry,
  HistoryOwner,
} from "../client/history.js";
import { damageOf } from "./damage.js";
import { codeOf, FileLog } from "./file-log.js";
import {
  closeLine,
  entryLine,
  type FileContent,
  kHeaderLine,
  readContent,
} from "./file-records.js";
import { kDefaultLimit, requireCount, requireLimit } from "./ledger.js";
import type { HistoryOptions } from "./memory-history.js";
import { requireEnd, requireOpenEntry } from "./read-entry.js";

export type FileHistoryOptions = HistoryOptions;

/**
 * Opens a history file, or makes it; its folder must be there. Several programs on one machine may use
 * it at once. Its mode becomes 0600 whatever it was. Rejects for a file that holds something else or was
 * written by a later version, with the system's error for one that cannot be read or written, and with
 * RangeError for a limit that is no number of entries.
 */
export async function openFileHistory(
  file: string,
  options: FileHistoryOptions = {},
): Promise<History> {
  const limit = requireLimit(options.limit ?? kDefaultLimit);
  const history = new FileHistory(await prepare(path.resolve(file)), limit);
  await history.open();
  return history;
}

class FileHistory implements History {
  readonly durability = "durable";
  readonly reason = null;
  readonly #file: string;
  readonly #limit: number;
  readonly #log: FileLog;
  #last: Promise<unknown> = Promise.resolve();
  /** How many lines may be added before it is worth a look whether the file has grown too far. */
  #room = 0;

  constructor(file: string, limit: number) {
    this.#file = file;
    this.#limit = limit;
    this.#log = new FileLog(file, kHeaderLine);
  }

  // A file of something else is refused before anything about it is changed.
  async open(): Promise<void> {
    await this.#read();
    await chmod(this.#file, kOwnerOnly);
    // Nothing is lost if the file stays as long as it is.
    await this.#tidy().catch(() => undefined);
  }

  intend(entry: HistoryEntry): Promise<void> {
    return this.#inTurn(async () => {
      await this.#append(entryLine(requireOpenEntry(entry)), { sync: true });
    });
  }

  // Not synced: what a power cut takes back is an end, and an open entry is looked at again.
  close(id: string, end: HistoryEnd): Promise<void> {
    return this.#inTurn(async () => {
      await this.#append(closeLine(id, requireEnd(end)), { sync: false });
      // It is kept; that the file could not be made smaller is no reason to say otherwise.
      if (this.#room <= 0) await this.#tidy().catch(() => undefined);
    });
  }

  list(owner: HistoryOwner, limit?: number): Promise<readonly HistoryEntry[]> {
    return this.#inTurn(async () => {
      const count = requireCount(limit);
      return (await this.#read()).ledger.list(owner, count);
    });
  }

  clear(owner: HistoryOwner): Promise<number> {
    return this.#inTurn(async () => {
      for (let round = 0; round < kRounds; round += 1) {
        let cleared = 0;
        const replaced = await this.#replace(({ ledger }) => {
          cleared = ledger.trim(owner, 0);
        });
        if (replaced) return cleared;
      }
      throw new Error(`other programs wrote to ${this.#file} all the time; nothing was cleared`);
    });
  }

  damaged(): Promise<HistoryDamage> {
    return this.#inTurn(async () => {
      const { damaged } = await this.#read();
      return damageOf(damaged.map(({ place }) => place));
    });
  }

  // One call after the other, whatever became of those before.
  #inTurn<T>(call: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(call);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #append(line: string, options: { readonly sync: boolean }): Promise<void> {
    await this.#log.append(line, options);
    this.#room -= 1;
  }

  async #read(): Promise<FileContent> {
    return this.#understood(await this.#log.read());
  }

  #understood(bytes: Uint8Array): FileContent {
    const content = readContent(bytes);
    if (content.laterVersion !== undefined) {
      throw new Error(`${this.#file} was written by a later version of this program`);
    }
    if (!content.ours) {
      throw new Error(`${this.#file} is not a history file; it is left as it is`);
    }
    content.ledger.trimAll(this.#limit);
    return content;
  }

  // Makes the file smaller when most of it is superseded.
  async #tidy(): Promise<void> {
    const { lines, ledger, damaged } = await this.#read();
    const needed = ledger.entries().length + damaged.length;
    const most = Math.max(kSmall, kGrowth * needed);
    this.#room = most - lines;
    if (this.#room > 0) return;
    this.#room = most - needed;
    await this.#replace(() => undefined);
  }

  #replace(change: (content: FileContent) => void): Promise<boolean> {
    return this.#log.replace((bytes) => {
      const content = this.#understood(bytes);
      change(content);
      return compact(content);
    });
  }
}

// What is damaged stays as it is, for whoever can mend it; the oldest entry comes first.
function compact({ ledger, damaged }: FileContent): Uint8Array {
  const entries = ledger.entries().map((entry) => Buffer.from(entryLine(entry)));
  const kept = damaged.filter(({ torn }) => !torn).map(({ bytes }) => bytes);
  const lines = [Buffer.from(kHeaderLine), ...kept, ...entries];
  return Buffer.concat(lines.flatMap((line, index) => (index === 0 ? [line] : [kLineFeed, line])));
}

// Makes the file if it is not there. Gives the file that a link leads to.
async function prepare(file: string): Promise<string> {
  await refuseOtherKinds(file);
  const handle = await openOrExplain(file);
  await handle.close();
  return realpath(file);
}

// Before opening: a pipe would keep the program waiting for its other end.
async function refuseOtherKinds(file: string): Promise<void> {
  try {
    if ((await stat(file)).isFile()) return;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  throw new Error(`${file} is not a file; the history needs the path of a file`);
}

async function openOrExplain(file: string): Promise<FileHandle> {
  try {
    return await open(file, "a", kOwnerOnly);
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
    const folder = path.dirname(file);
    throw new Error(`the folder ${folder} for the history does not exist`, { cause });
  }
}

const kOwnerOnly = 0o600;
const kLineFeed = Buffer.from("\n");
// A file of this many lines is read in a moment, whatever is in it.
const kSmall = 100;
// An update leaves two or three lines, of which one is needed.
const kGrowth = 4;
// Each further round means that another program wrote meanwhile.
const kRounds = 100;

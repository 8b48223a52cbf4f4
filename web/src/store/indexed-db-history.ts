// The history in a browser's database.
import type {
  History,
  HistoryDamage,
  HistoryEnd,
  HistoryEntry,
  HistoryOwner,
} from "../client/history.js";
import { kGlobalTimers } from "../client/options.js";
import type { Timers } from "../client/send.js";
import { damageOf } from "./damage.js";
import { IndexedDbConnection, type Transaction } from "./indexed-db-connection.js";
import { kByOwner, kSchema, kStore, type SchemaStep } from "./indexed-db-schema.js";
import {
  endedEntry,
  kDefaultLimit,
  latestFirst,
  requireCount,
  requireLimit,
  surplus,
} from "./ledger.js";
import type { HistoryOptions } from "./memory-history.js";
import { readEntry, requireEnd, requireOpenEntry } from "./read-entry.js";

export interface IndexedDbHistoryOptions extends HistoryOptions {
  /** The database: "room-visitor" unless given. */
  readonly name?: string | undefined;
  /** Milliseconds that opening the database may take, now and after it was closed: 5,000. */
  readonly openLimit?: number | undefined;
  readonly timers?: Timers | undefined;
}

/**
 * Opens the database, which pages of one origin share. Rejects with the browser's error, with a
 * TimeoutError, or with RangeError for a limit that is no number of entries.
 */
export async function openIndexedDbHistory(
  options: IndexedDbHistoryOptions = {},
  schema: readonly SchemaStep[] = kSchema,
): Promise<History> {
  const limit = requireLimit(options.limit ?? kDefaultLimit);
  const connection = new IndexedDbConnection({
    name: options.name ?? kName,
    schema,
    openLimit: options.openLimit ?? kOpenLimit,
    timers: options.timers ?? kGlobalTimers,
  });
  await connection.open();
  return new IndexedDbHistory(connection, limit);
}

class IndexedDbHistory implements History {
  readonly durability = "durable";
  readonly reason = null;
  readonly #connection: IndexedDbConnection;
  readonly #limit: number;

  constructor(connection: IndexedDbConnection, limit: number) {
    this.#connection = connection;
    this.#limit = limit;
  }

  async intend(entry: HistoryEntry): Promise<void> {
    const intended = requireOpenEntry(entry);
    await this.#connection.run("readwrite", "strict", (transaction) =>
      transaction.objectStore(kStore).put(intended),
    );
  }

  // Not strict: what a power cut takes back is an end, and an open entry is looked at again.
  async close(id: string, end: HistoryEnd): Promise<void> {
    const wanted = requireEnd(end);
    await this.#connection.run("readwrite", "relaxed", async (transaction) => {
      const store = transaction.objectStore(kStore);
      const entry = readEntry(await store.get(id));
      const ended = entry === undefined ? undefined : endedEntry(entry, wanted);
      if (ended === undefined) return;
      await store.put(ended);
      await drop(transaction, ended, this.#limit);
    });
  }

  async list(owner: HistoryOwner, limit?: number): Promise<readonly HistoryEntry[]> {
    const count = requireCount(limit);
    const entries = await this.#connection.run("readonly", "default", (transaction) =>
      entriesOf(transaction, owner),
    );
    return entries.slice(0, count);
  }

  clear(owner: HistoryOwner): Promise<number> {
    return this.#connection.run("readwrite", "strict", (transaction) =>
      drop(transaction, owner, 0),
    );
  }

  damaged(): Promise<HistoryDamage> {
    return this.#connection.run("readonly", "default", async (transaction) => {
      const store = transaction.objectStore(kStore);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      const unread = keys.filter((_, index) => readEntry(values[index]) === undefined);
      return damageOf(unread.map((key) => `record ${JSON.stringify(key)}: is not an entry`));
    });
  }
}

async function entriesOf(
  transaction: Transaction<IDBTransactionMode>,
  owner: HistoryOwner,
): Promise<HistoryEntry[]> {
  const index = transaction.objectStore(kStore).index(kByOwner);
  const values = await index.getAll(rangeOf(owner));
  return latestFirst(values.flatMap((value) => readEntry(value) ?? []));
}

// Closed entries of one owner beyond the limit.
async function drop(
  transaction: Transaction<"readwrite">,
  owner: HistoryOwner,
  limit: number,
): Promise<number> {
  const store = transaction.objectStore(kStore);
  // Most of the time there is room, and nothing needs to be read.
  if ((await store.index(kByOwner).count(rangeOf(owner))) <= limit) return 0;
  const dropped = surplus(await entriesOf(transaction, owner), limit);
  await Promise.all(dropped.map(({ id }) => store.delete(id)));
  return dropped.length;
}

// An array sorts after every text.
function rangeOf({ server, userId }: HistoryOwner): IDBKeyRange {
  return IDBKeyRange.bound([server, userId], [server, userId, []]);
}

const kName = "room-visitor";
// Opening takes milliseconds; what takes seconds waits for something that may never happen.
const kOpenLimit = 5_000;

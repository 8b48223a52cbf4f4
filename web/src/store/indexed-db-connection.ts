// The connection to the database: opened when needed, given up when another page wants to change the
// schema or the browser takes it away, opened again with the next call. No wait is without an end.
import { type IDBPTransaction, openDB } from "idb";

import type { Timers } from "../client/send.js";
import {
  type HistoryDatabase,
  type HistorySchema,
  type HistoryUpgrade,
  kStore,
  type SchemaStep,
} from "./indexed-db-schema.js";

export interface ConnectionOptions {
  readonly name: string;
  readonly schema: readonly SchemaStep[];
  /** Milliseconds that opening may take: another page's change of the schema, a browser that is stuck. */
  readonly openLimit: number;
  readonly timers: Timers;
}

export type Transaction<M extends IDBTransactionMode> = IDBPTransaction<
  HistorySchema,
  [typeof kStore],
  M
>;

interface Held {
  /** As the browser gives it; tells one attempt from the next. */
  readonly opening: Promise<HistoryDatabase>;
  /** The same, in time and with the store in it. */
  readonly usable: Promise<HistoryDatabase>;
}

export class IndexedDbConnection {
  readonly #options: ConnectionOptions;
  #held: Held | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** Rejects with the browser's error, or with a TimeoutError. A failure is not remembered. */
  async open(): Promise<void> {
    await this.#hold();
  }

  /** Runs the work in one transaction: all of it is kept, or nothing and the promise rejects. */
  async run<T, M extends IDBTransactionMode>(
    mode: M,
    durability: IDBTransactionDurability,
    work: (transaction: Transaction<M>) => Promise<T>,
  ): Promise<T> {
    const transaction = await this.#begin(mode, durability);
    const result = work(transaction).catch((error: unknown) => {
      abort(transaction);
      throw error;
    });
    const [value] = await Promise.all([result, transaction.done]);
    return value;
  }

  async #begin<M extends IDBTransactionMode>(
    mode: M,
    durability: IDBTransactionDurability,
  ): Promise<Transaction<M>> {
    const { opening, database } = await this.#hold();
    try {
      return database.transaction([kStore], mode, { durability });
    } catch (error) {
      // It was closed and nobody has told us yet. Nothing has been done, so once more is safe.
      if (!isClosed(error)) throw error;
      this.#forget(opening);
      const again = await this.#hold();
      return again.database.transaction([kStore], mode, { durability });
    }
  }

  async #hold(): Promise<{ opening: Held["opening"]; database: HistoryDatabase }> {
    this.#held ??= this.#connect();
    const { opening, usable } = this.#held;
    try {
      return { opening, database: await usable };
    } catch (error) {
      this.#giveUp(opening);
      throw error;
    }
  }

  #connect(): Held {
    const { name, schema } = this.#options;
    const opening = openDB<HistorySchema>(name, schema.length, {
      upgrade: (database, oldVersion, _newVersion, upgrade) => {
        // That it failed is told by the opening itself.
        upgrade.done.catch(() => undefined);
        climb(schema.slice(oldVersion), database, upgrade).catch(() => {
          abort(upgrade);
        });
      },
      // Another page waits for this connection to end.
      blocking: () => {
        this.#giveUp(opening);
      },
      terminated: () => {
        this.#forget(opening);
      },
    });
    return { opening, usable: this.#inTime(opening).then(withStore) };
  }

  #inTime(opening: Promise<HistoryDatabase>): Promise<HistoryDatabase> {
    const { name, openLimit, timers } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = timers.setTimeout(() => {
        reject(new DOMException(`the database "${name}" did not open in time`, "TimeoutError"));
      }, openLimit);
      const settled = (): void => {
        timers.clearTimeout(timer);
      };
      opening.then(resolve, reject).then(settled, settled);
    });
  }

  // Should it open after all, it would be in the way of others.
  #giveUp(opening: Promise<HistoryDatabase>): void {
    this.#forget(opening);
    opening.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
  }

  #forget(opening: Promise<HistoryDatabase>): void {
    if (this.#held?.opening === opening) this.#held = undefined;
  }
}

async function climb(
  steps: readonly SchemaStep[],
  database: HistoryDatabase,
  upgrade: HistoryUpgrade,
): Promise<void> {
  for (const step of steps) await step(database, upgrade);
}

function withStore(database: HistoryDatabase): HistoryDatabase {
  if (database.objectStoreNames.contains(kStore)) return database;
  const found = `the database "${database.name}" is not a history: it has no "${kStore}"`;
  throw new DOMException(found, "NotFoundError");
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === "InvalidStateError";
}

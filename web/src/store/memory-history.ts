// A history that ends with the page or the program.
import type {
  History,
  HistoryDamage,
  HistoryEnd,
  HistoryEntry,
  HistoryOwner,
  HistoryReason,
} from "../client/history.js";
import { kDefaultLimit, Ledger, requireCount, requireLimit } from "./ledger.js";
import { requireEnd, requireOpenEntry } from "./read-entry.js";

/** Options of every store. */
export interface HistoryOptions {
  /** How many closed entries of one owner are kept: 1,000 unless given. Open ones always are. */
  readonly limit?: number | undefined;
}

/**
 * Keeps entries in memory. `reason` tells people why they are not kept for longer, `reasonCode` programs.
 * Throws RangeError for a limit that is no number of entries.
 */
export function memoryHistory(
  reason: string,
  options: HistoryOptions = {},
  reasonCode: HistoryReason | null = null,
): History {
  return historyIn(new Ledger(), reason, options, reasonCode);
}

/** The same with entries that others may share. */
export function historyIn(
  ledger: Ledger,
  reason: string,
  options: HistoryOptions,
  reasonCode: HistoryReason | null,
): History {
  const limit = requireLimit(options.limit ?? kDefaultLimit);
  return new MemoryHistory(ledger, reason, reasonCode, limit);
}

class MemoryHistory implements History {
  readonly durability = "memory";
  readonly reason: string;
  readonly reasonCode: HistoryReason | null;
  readonly #limit: number;
  readonly #ledger: Ledger;

  constructor(ledger: Ledger, reason: string, reasonCode: HistoryReason | null, limit: number) {
    this.#ledger = ledger;
    this.reason = reason;
    this.reasonCode = reasonCode;
    this.#limit = limit;
  }

  // Asynchronous, so that a wrong argument rejects here as it does in the other stores.
  async intend(entry: HistoryEntry): Promise<void> {
    this.#ledger.put(requireOpenEntry(entry));
    return Promise.resolve();
  }

  async close(id: string, end: HistoryEnd): Promise<void> {
    const ended = this.#ledger.close(id, requireEnd(end));
    if (ended !== undefined) this.#ledger.trim(ended, this.#limit);
    return Promise.resolve();
  }

  async list(owner: HistoryOwner, limit?: number): Promise<readonly HistoryEntry[]> {
    return Promise.resolve(this.#ledger.list(owner, requireCount(limit)));
  }

  async clear(owner: HistoryOwner): Promise<number> {
    return Promise.resolve(this.#ledger.trim(owner, 0));
  }

  async damaged(): Promise<HistoryDamage> {
    return Promise.resolve({ count: 0, places: [] });
  }
}

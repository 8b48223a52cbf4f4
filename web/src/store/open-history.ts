// The history of a page: in the browser's database where there is one, else in memory.
import type { History, HistoryReason } from "../client/history.js";
import type { IndexedDbHistoryOptions } from "./indexed-db-history.js";
import { kDefaultLimit, Ledger, requireLimit } from "./ledger.js";
import { historyIn } from "./memory-history.js";

/** Options of openHistory(). */
export type OpenHistoryOptions = IndexedDbHistoryOptions;

/**
 * Opens the history. Never rejects because of the world: where the database cannot be opened (private
 * windows, blocked or full storage, no database, a browser that does not answer) the entries are kept
 * in memory, for all who open it on this page or in this program, and `reason` says why. Rejects with
 * RangeError for a limit that is no number of entries.
 */
export async function openHistory(options: OpenHistoryOptions = {}): Promise<History> {
  requireLimit(options.limit ?? kDefaultLimit);
  try {
    if (!hasIndexedDb()) return inMemory("no_database", options);
    // Loaded here, so that whoever brings a store of their own does not load the library for this one.
    const { openIndexedDbHistory } = await import("./indexed-db-history.js");
    return await openIndexedDbHistory(options);
  } catch (error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : "";
    const code = kCodes[name];
    if (code !== undefined) return inMemory(code, options);
    const why = `the database cannot be opened (${describe(error)})`;
    return historyIn(ledgerOf(options), sentence(why), options, null);
  }
}

// Reading the name alone throws in some sandboxed frames.
function hasIndexedDb(): boolean {
  return "indexedDB" in globalThis && Boolean(globalThis.indexedDB);
}

function inMemory(code: HistoryReason, options: OpenHistoryOptions): History {
  return historyIn(ledgerOf(options), sentence(kWhy[code]), options, code);
}

function describe(error: unknown): string {
  return error instanceof Error || error instanceof DOMException
    ? `${error.name}: ${error.message}`
    : String(error);
}

function sentence(why: string): string {
  return `The history is kept only until this page or program ends, because ${why}.`;
}

// Of all who fall back on it, as the database of that name would be.
function ledgerOf({ name = "" }: OpenHistoryOptions): Ledger {
  const ledger = kInMemory.get(name) ?? new Ledger();
  kInMemory.set(name, ledger);
  return ledger;
}

const kInMemory = new Map<string, Ledger>();

// By the name of what was thrown.
const kCodes: Readonly<Partial<Record<string, HistoryReason>>> = {
  SecurityError: "forbidden",
  InvalidStateError: "no_storage",
  QuotaExceededError: "full",
  TimeoutError: "not_answering",
  VersionError: "newer_version",
};

const kWhy: Readonly<Record<HistoryReason, string>> = {
  no_database: "there is no database here",
  forbidden: "the browser does not let this page keep data",
  no_storage: "the browser keeps no data for this window; it may be a private one",
  full: "there is no space left for data of this page",
  not_answering: "the browser's database does not answer; closing other tabs of this page may help",
  newer_version: "a newer version of this page has changed the database; reloading may help",
};

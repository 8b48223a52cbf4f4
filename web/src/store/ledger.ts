// What the stores have in common: the rules of History as functions of entries, and a ledger in
// memory that follows them.
import type { HistoryEnd, HistoryEntry, HistoryOwner } from "../client/history.js";

/** How many closed entries of one owner are kept unless told otherwise. */
export const kDefaultLimit = 1000;

/** Throws RangeError for what is not a number of entries. */
export function requireLimit(limit: number): number {
  if (Number.isSafeInteger(limit) && limit >= 0) return limit;
  throw new RangeError(`limit is ${limit}; it must be a whole number of entries, 0 or more`);
}

/** The same for how many entries a list may have; undefined is all. */
export function requireCount(limit: number | undefined): number | undefined {
  return limit === undefined ? undefined : requireLimit(limit);
}

/** The entry with that end, or undefined if it keeps the end it has. */
export function endedEntry(entry: HistoryEntry, end: HistoryEnd): HistoryEntry | undefined {
  const isSettled = entry.end !== null && entry.end.verdict !== "unknown";
  if (end.recovered && isSettled) return undefined;
  return Object.freeze({ ...entry, end });
}

/** The latest first; what started at the same moment, by id, so that all stores agree. */
export function latestFirst(entries: Iterable<HistoryEntry>): HistoryEntry[] {
  return [...entries].sort(order);
}

/** The closed entries beyond the limit, of one owner's, the latest first. */
export function surplus(entries: readonly HistoryEntry[], limit: number): HistoryEntry[] {
  return entries.filter(({ end }) => end !== null).slice(limit);
}

/** Entries of all owners in memory. */
export class Ledger {
  readonly #entries = new Map<string, HistoryEntry>();

  /** Puts an entry, open or closed, in the place of one with the same id. */
  put(entry: HistoryEntry): void {
    this.#entries.set(entry.id, entry);
  }

  close(id: string, end: HistoryEnd): HistoryEntry | undefined {
    const entry = this.#entries.get(id);
    const ended = entry === undefined ? undefined : endedEntry(entry, end);
    if (ended !== undefined) this.put(ended);
    return ended;
  }

  entries(): readonly HistoryEntry[] {
    return [...this.#entries.values()];
  }

  list(owner: HistoryOwner, limit?: number): readonly HistoryEntry[] {
    const own = this.entries().filter((entry) => isOf(owner, entry));
    return latestFirst(own).slice(0, limit);
  }

  /** Drops the closed entries of one owner beyond the limit and says how many. */
  trim(owner: HistoryOwner, limit: number): number {
    const closed = this.entries().filter((entry) => entry.end !== null && isOf(owner, entry));
    const dropped = beyond(closed, limit);
    for (const { id } of dropped) this.#entries.delete(id);
    return dropped.length;
  }

  trimAll(limit: number): void {
    const owners = new Map<string, HistoryOwner>();
    for (const { server, userId } of this.#entries.values()) {
      owners.set(JSON.stringify([server, userId]), { server, userId });
    }
    for (const owner of owners.values()) this.trim(owner, limit);
  }
}

// A store at its limit has one too many after each end, and is not sorted for that.
function beyond(closed: readonly HistoryEntry[], limit: number): readonly HistoryEntry[] {
  if (closed.length <= limit) return [];
  if (closed.length > limit + 1) return latestFirst(closed).slice(limit);
  return [closed.reduce((oldest, entry) => (isLater(oldest, entry) ? entry : oldest))];
}

function isLater(a: HistoryEntry, b: HistoryEntry): boolean {
  return order(a, b) < 0;
}

function order(a: HistoryEntry, b: HistoryEntry): number {
  return compare(b.startedAt, a.startedAt) || compare(b.id, a.id);
}

function isOf({ server, userId }: HistoryOwner, entry: HistoryEntry): boolean {
  return entry.server === server && entry.userId === userId;
}

// By code units, as IndexedDB compares keys.
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

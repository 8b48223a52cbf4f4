// What is kept of every update that was handed over: enough to show, to audit, to undo, and to look
// again after a crash. The stores are in web/src/store; this is all that the client knows of them.
import type { LastSeen, Proof, Receipt, Verdict } from "./outcome.js";

/** What became of an update. */
export interface HistoryEnd {
  /** "not_sent": the record was kept, and then nothing went out. */
  readonly verdict: Verdict;
  readonly proof: Proof | null;
  /** The error's code; null if applied. */
  readonly code: string | null;
  /** When the verdict was given, ISO 8601 in UTC. */
  readonly at: string;
  /** As in Receipt. */
  readonly openUntil: string | null;
  readonly lastSeen: LastSeen | null;
  /** True if the room was only looked at again later: the page or program ended before it knew. */
  readonly recovered: boolean;
}

/** One update. Never a token. */
export interface HistoryEntry extends Pick<
  Receipt,
  "server" | "userId" | "rid" | "oldVisitorId" | "newVisitorId"
> {
  /** Unique in all of a store. */
  readonly id: string;
  /** When the first write was about to be handed over, ISO 8601 in UTC. */
  readonly startedAt: string;
  /** How many writes were handed over, or were about to be. */
  readonly writes: number;
  /** Null: open. Nobody knows yet what became of it. */
  readonly end: HistoryEnd | null;
}

/** Whose entries: they are kept apart by server and user. */
export type HistoryOwner = Pick<HistoryEntry, "server" | "userId">;

/** What lies in a store and cannot be read as an entry. */
export interface HistoryDamage {
  readonly count: number;
  /** Where and what the first of them are, for people: "line 7: ends early". */
  readonly places: readonly string[];
}

/** Why entries are kept in memory only. */
export type HistoryReason =
  "no_database" | "forbidden" | "no_storage" | "full" | "not_answering" | "newer_version";

/** A store of entries. Every method rejects if the store fails; nothing is lost silently. */
export interface History {
  /** "memory": gone with the page or the program, because of `reason`. */
  readonly durability: "durable" | "memory";
  readonly reason: string | null;
  /** The same for programs, where it is one of these; a store of one's own may leave it out. */
  readonly reasonCode?: HistoryReason | null;
  /**
   * Keeps an open entry, new or with one more write. Resolves only when it would survive a crash, as
   * far as the store is durable: the write is handed over after that.
   */
  intend(entry: HistoryEntry): Promise<void>;
  /**
   * Closes an entry. An end that was `recovered` closes only what is open or unknown; any other
   * replaces the end that is there, because it comes from the update itself. An entry that is gone
   * stays gone.
   */
  close(id: string, end: HistoryEnd): Promise<void>;
  /** The entries of one owner, the latest first, at most `limit` of them. */
  list(owner: HistoryOwner, limit?: number): Promise<readonly HistoryEntry[]>;
  /** Forgets the closed entries of one owner and says how many; open ones stay. */
  clear(owner: HistoryOwner): Promise<number>;
  /** What list() skips because it cannot be read: damaged, or put there by something else. */
  damaged(): Promise<HistoryDamage>;
}

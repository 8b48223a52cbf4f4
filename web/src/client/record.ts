// The record of one update while it is under way: kept before each write, closed by the outcome.
import type { RoomVisitorError } from "../errors.js";
import { codeError } from "./code-error.js";
import type { HistoryEnd, HistoryEntry } from "./history.js";
import type { Outcome } from "./outcome.js";
import type { SentUpdate } from "./outcome-of.js";
import type { Transport } from "./transport.js";

/** What the history knows of one update. Without a history it does nothing. */
export class UpdateRecord {
  readonly #transport: Transport;
  readonly #sent: SentUpdate;
  #entry: HistoryEntry | undefined;

  constructor(transport: Transport, sent: SentUpdate) {
    this.#transport = transport;
    this.#sent = sent;
  }

  /** Keeps that a write is about to go out; gives what prevents it. */
  async intend(): Promise<RoomVisitorError | undefined> {
    const { history, newId, server } = this.#transport;
    if (history === undefined) return undefined;
    const { update, userId, since } = this.#sent;
    const entry: HistoryEntry = {
      ...(this.#entry ?? { id: newId(), server, startedAt: since.toISOString(), ...update }),
      userId,
      writes: (this.#entry?.writes ?? 0) + 1,
      end: null,
    };
    liveEntries.add(entry.id);
    try {
      await history.intend(entry);
      this.#entry = entry;
      return undefined;
    } catch (cause) {
      // Nothing goes out for it, and no end will follow: what was kept all the same is to be read again.
      if (this.#entry === undefined) liveEntries.delete(entry.id);
      return codeError(this.#transport.core, "history_failed", { cause });
    }
  }

  /** Keeps the outcome; gives what prevents it. The entry then stays open. */
  async close(outcome: Outcome): Promise<RoomVisitorError | undefined> {
    const { history, core } = this.#transport;
    if (this.#entry === undefined || history === undefined) return undefined;
    try {
      await history.close(this.#entry.id, endOf(outcome, this.#sent.since, false));
      return undefined;
    } catch (cause) {
      return codeError(core, "history_failed", { cause });
    } finally {
      liveEntries.delete(this.#entry.id);
    }
  }
}

/** Entries of updates that are under way in this page or program: their end is still to come. */
export const liveEntries = new Set<string>();

/** An outcome as the history keeps it. */
export function endOf(outcome: Outcome, since: Date, recovered: boolean): HistoryEnd {
  const { verdict, receipt, error, lastSeen } = outcome;
  return {
    verdict,
    proof: receipt?.proof ?? null,
    code: error?.code ?? null,
    at: receipt?.at ?? since.toISOString(),
    openUntil: receipt?.openUntil ?? null,
    lastSeen: lastSeen ?? null,
    recovered,
  };
}

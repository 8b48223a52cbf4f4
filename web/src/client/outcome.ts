// What became of one update.
import type { RoomVisitorError } from "../errors.js";
import type { Deprecation, RateLimit } from "./answer.js";
import type { RoomDocument } from "./room-document.js";

/**
 * `applied`: the room was seen with the new visitor. `refused`: the server answered before changing
 * anything. `not_sent`: nothing left this client. `unknown`: anything else; read the room.
 */
export type Verdict = "applied" | "refused" | "not_sent" | "unknown";

/** How `applied` is known: from the answer itself, from reading the room, or it was so already. */
export type Proof = "answer" | "read_back" | "wanted_state";

/** The record of an update that was sent: enough to show, to audit and to undo. Never a token. */
export interface Receipt {
  readonly server: string;
  readonly userId: string;
  readonly rid: string;
  readonly oldVisitorId: string;
  readonly newVisitorId: string;
  readonly verdict: Verdict;
  readonly proof: Proof | null;
  /** When the verdict was given, ISO 8601 in UTC. */
  readonly at: string;
  /**
   * Until when a write without an answer may still be carried out; null if all were answered, or if
   * the time limit of those that were not is over.
   */
  readonly openUntil: string | null;
}

/** Whose the room was when it was last seen. */
export interface LastSeen {
  readonly visitorId: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

interface OutcomeBase {
  /** Why the history does not know this outcome; its entry stays open. */
  readonly notRecorded?: RoomVisitorError;
  /** The room as it was last seen, in an answer or by reading it. */
  readonly room?: RoomDocument;
  /** For a conflict this is the owner. */
  readonly lastSeen?: LastSeen;
  readonly rateLimit?: RateLimit;
  readonly deprecation?: Deprecation;
  /** The server's own error text, for display as text only. */
  readonly serverText?: string;
}

/** The room belongs to the new visitor. */
export interface AppliedOutcome extends OutcomeBase {
  readonly verdict: "applied";
  readonly proof: Proof;
  readonly receipt: Receipt;
  readonly error?: never;
}

/** The server answered before changing anything, or nobody knows; `error` says why and what to do. */
export interface UnappliedOutcome extends OutcomeBase {
  readonly verdict: "refused" | "unknown";
  readonly error: RoomVisitorError;
  readonly receipt: Receipt;
}

/** Nothing was sent; `error` says why and what to do. */
export interface NotSentOutcome extends OutcomeBase {
  readonly verdict: "not_sent";
  readonly error: RoomVisitorError;
  readonly receipt?: never;
}

/** What became of one update: tell the cases apart by `verdict`. */
export type Outcome = AppliedOutcome | UnappliedOutcome | NotSentOutcome;

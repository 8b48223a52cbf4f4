// The events of <room-visitor-admin>. All of them bubble and cross shadow roots; none carries a secret.
import type { Receipt, Verdict } from "../client/outcome.js";
import type { VisitorUpdate } from "../client/update.js";
import type { Place } from "./flow/place.js";

/** The workspace was looked at. */
export interface ConnectedDetail {
  readonly server: string;
  /** Null: the server did not say. */
  readonly version: string | null;
  readonly canUpdate: "yes" | "no" | "not_known";
}

/** About to be sent; `preventDefault()` is a veto. */
export interface BeforeMoveDetail extends VisitorUpdate {
  /** Whether it takes an earlier move back. */
  readonly undo: boolean;
}

/** What became of a move. */
export interface SettledDetail extends BeforeMoveDetail {
  readonly verdict: Verdict;
  /** Null if applied. */
  readonly code: string | null;
  /** Null if nothing was sent. */
  readonly receipt: Receipt | null;
}

/** The details of the events, by name. */
export interface RoomVisitorAdminEvents {
  /** Fact: what the workspace and the user can do is known. */
  "room-visitor-connected": CustomEvent<ConnectedDetail>;
  /** Fact: another step, or other ids. */
  "room-visitor-step-changed": CustomEvent<Place>;
  /** Question: cancelable. */
  "room-visitor-before-move": CustomEvent<BeforeMoveDetail>;
  /** Fact: the conversation belongs to the new visitor. */
  "room-visitor-moved": CustomEvent<SettledDetail>;
  /** Fact: it was refused, not sent, or nobody knows; see `verdict`. */
  "room-visitor-not-moved": CustomEvent<SettledDetail>;
}

// They bubble, so hosts may listen higher up, too.
/* eslint-disable @typescript-eslint/no-empty-object-type -- added to the platform's interfaces */
declare global {
  interface HTMLElementEventMap extends RoomVisitorAdminEvents {}
  interface DocumentEventMap extends RoomVisitorAdminEvents {}
}

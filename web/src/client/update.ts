// The three ids of one update, in the server's words, and what validation says about them.
import type { Issue } from "../errors.js";

/** What the caller wants: the room `rid` moves from one visitor to another. */
export interface VisitorUpdate {
  /** The room's `_id`. */
  readonly rid: string;
  /** The `_id` of the visitor that the room belongs to now. */
  readonly oldVisitorId: string;
  /** The `_id` of the visitor that the room shall belong to. */
  readonly newVisitorId: string;
}

/** All findings about an update; `update` is there when nothing prevents sending it. */
export interface Validation {
  readonly valid: boolean;
  readonly update?: VisitorUpdate;
  readonly issues: readonly Issue[];
}

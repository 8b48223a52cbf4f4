// What an update would change, as preview() finds it out.
import type { ErrorData, Issue } from "../errors.js";
import type { VisitorDocument } from "./documents.js";
import type { RoomDocument } from "./room-document.js";
import type { VisitorUpdate } from "./update.js";

/** What to look at. */
export interface PreviewQuery {
  readonly rid: string;
  readonly newVisitorId: string;
  /** Left out: whoever owns the room. */
  readonly oldVisitorId?: string | undefined;
}

/** One thing that changes or stays. */
export interface PreviewNote {
  /** Never changes once released: "owner", "title", … */
  readonly code: string;
  /** JSON pointer into the room; "" where it is not in it. */
  readonly path: string;
  /** One sentence. */
  readonly what: string;
  /** The server's text; null where not known. Tokens are hidden. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What could not be looked at. Without an error it was not asked, or not to its end. */
export interface NotChecked {
  readonly call: "room" | "new_visitor" | "old_visitor" | "other_rooms";
  readonly error: ErrorData | null;
}

/** A look before a move. It never promises that the move is allowed. */
export interface Preview {
  /** The update with its old visitor, or null while that is not known or an id cannot be sent. */
  readonly update: VisitorUpdate | null;
  readonly changes: readonly PreviewNote[];
  readonly stays: readonly PreviewNote[];
  /** Errors are those of validation; warnings do not prevent the move. */
  readonly issues: readonly Issue[];
  readonly notChecked: readonly NotChecked[];
  readonly room: RoomDocument | null;
  readonly newVisitor: VisitorDocument | null;
  readonly oldVisitor: VisitorDocument | null;
}

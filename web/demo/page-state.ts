// The state of the page: everything that it shows.
import type { RoomDocument } from "../src/client/room-document.js";
import type { Change } from "../src/client/answer.js";
import type { Outcome } from "../src/client/outcome.js";
import type { Failure } from "./failure.js";
import type { FormInput } from "./form-model.js";

/** A room on show. */
export interface ShownRoom {
  readonly document: RoomDocument;
  /** Where it comes from, in words. */
  readonly origin: string;
  readonly changes: readonly Change[];
  /** False when there was nothing to compare with. */
  readonly compared: boolean;
}

/** What the page shows. */
export interface PageState {
  readonly phase: "loading" | "load-failed" | "editing" | "sending" | "reading" | "done";
  readonly form: FormInput;
  /** Why there is no core, or no longer. */
  readonly loadError: Failure | null;
  /** A fault of the page itself. */
  readonly failure: Failure | null;
  /** What is being done, for the live region. */
  readonly progress: string;
  readonly outcome: Outcome | null;
  readonly room: ShownRoom | null;
  /** What could not be read, and what was seen on reading again. */
  readonly notes: readonly string[];
}

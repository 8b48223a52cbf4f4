// What carrying out an update needs of the world, and what it tells about itself.
import type { Bell } from "./bell.js";
import type { Credentials, HttpRequest } from "./http.js";
import type { RequestKind, Step, WaitReason } from "./reassignment.js";
import type { SendFailure, SentAnswer } from "./send.js";

/** What an update is doing just now. */
export type Progress =
  | { readonly step: "send"; readonly kind: RequestKind }
  | { readonly step: "wait"; readonly why: WaitReason; readonly forMs: number }
  | { readonly step: "credentials" };

/** The effects of drive(). */
export interface Effects {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
  readonly bell: Bell;
  readonly send: (request: HttpRequest, signal: AbortSignal) => Promise<SentAnswer | SendFailure>;
  /** Undefined: there are none. */
  readonly credentials: () => Promise<Credentials | undefined>;
  readonly onProgress: (progress: Progress) => void;
}

/** The machine's last step, and what the last failure was caused by. */
export interface Driven {
  readonly done: Extract<Step, { step: "done" }>;
  readonly cause: unknown;
}

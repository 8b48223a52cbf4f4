// What an answer of the server means.
import type { ErrorData } from "../errors.js";
import type { Proof, Verdict } from "./outcome.js";

/** The state of the server's rate limit, as far as its headers or text could be read. */
export interface RateLimit {
  readonly limit: number | null;
  readonly remaining: number | null;
  /** Epoch milliseconds by the server's clock. */
  readonly resetAt: number | null;
  /**
   * Milliseconds from the answer to `resetAt`, both by the server's clock; left out where the answer's
   * Date could not be read. A reader's clock may be wrong by hours.
   */
  readonly resetInMs?: number;
  /** How long to wait, in milliseconds. */
  readonly waitMs: number | null;
}

/** The server's notice that the endpoint is going away. */
export interface Deprecation {
  readonly type: string | null;
  readonly message: string | null;
  readonly version: string | null;
}

/** Any answer, understood. `roomText` is the exact text of the room in it. */
export interface Meaning {
  readonly kind: "success" | "refusal" | "compare_failed" | "ambiguous";
  readonly error: ErrorData | null;
  readonly serverText: string | null;
  readonly errorType: string | null;
  readonly rateLimit: RateLimit | null;
  readonly deprecation: Deprecation | null;
  readonly roomText: string | null;
}

/** What may be claimed about the update that was answered. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly proof: Proof | null;
  readonly error: ErrorData | null;
}

/** The meaning of an answer and, when the update is known, the verdict. */
export interface Answer {
  readonly meaning: Meaning;
  readonly outcome?: Judgement;
}

/** What a server version means to this client; see docs/wire.md. */
export type Profile = "absent" | "broken" | "two_permissions" | "one_permission" | "removed";

/** Why there is no answer. */
export type FailureKind =
  "network" | "cors" | "timeout" | "aborted" | "redirected" | "too_large" | "not_recorded";

/** One difference between two documents; texts are JSON, left out where there is nothing. */
export interface Change {
  /** JSON pointer: "/v/_id". */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  readonly beforeText?: string;
  readonly afterText?: string;
}

/** One row of the core's table of errors. */
export interface ErrorRow {
  readonly code: string;
  readonly family: "caller" | "server" | "world";
  readonly what: string;
  readonly remedy: string;
}

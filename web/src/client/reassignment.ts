// The core's state machine of one update, with types. It decides; drive.ts carries out.
import type { FailureKind, Judgement, Meaning, Profile } from "./answer.js";
import type { Core, Target } from "./core.js";
import type { Credentials, Header, HttpRequest } from "./http.js";
import { unwrap } from "./load.js";

/** What a request of an update is for. */
export type RequestKind = "write" | "read_back" | "version";

/** Why an update waits. */
export type WaitReason =
  | "answer"
  | "rate_limit"
  | "other_call"
  | "retry"
  | "read_again"
  | "credentials"
  | "original_write";

/** The end of an update as the core tells it; times are those of the monotonic clock. */
export interface End extends Judgement {
  readonly lastSeen: { readonly visitorId: string; readonly at: number } | null;
  readonly roomText: string | null;
  readonly openUntil: number | null;
}

/** What to do next. */
export type Step =
  | {
      readonly step: "send";
      readonly attempt: number;
      readonly kind: RequestKind;
      readonly request: HttpRequest;
      readonly deadline: number;
    }
  | { readonly step: "abort"; readonly attempt: number }
  | { readonly step: "wait"; readonly until: number; readonly why: WaitReason }
  | { readonly step: "credentials" }
  | { readonly step: "done"; readonly outcome: End; readonly meaning: Meaning | null };

/** What an update begins with. */
export interface ReassignmentSetup {
  readonly target: Target;
  readonly credentials: Credentials;
  readonly profile: Profile | undefined;
  readonly attemptLimit: number;
  /** A write went out before and its end is not known: only read. */
  readonly onlyRead?: boolean | undefined;
  /** For an undo: until when a write of the original may still arrive, by the monotonic clock. */
  readonly originalOpenUntil?: number | undefined;
}

// Limits are shared by all that is sent from a page; but times of two clocks cannot be compared.
const clocks = new WeakMap<() => number, number>();
let lastClock = 0;

function numberOfClock(now: () => number): number {
  const known = clocks.get(now);
  if (known !== undefined) return known;
  lastClock += 1;
  clocks.set(now, lastClock);
  return lastClock;
}

/** One update on its way. Free it with `end`. */
export class Reassignment {
  readonly #core: Core;
  readonly #id: number;
  readonly #now: () => number;

  /** Throws the error of an update, an address or credentials that cannot be used. */
  constructor(core: Core, update: unknown, setup: ReassignmentSetup, now: () => number) {
    const { target, credentials, ...others } = setup;
    this.#core = core;
    this.#now = () => Math.floor(now());
    const clock = numberOfClock(now);
    const options = { ...target, ...credentials, ...others, clock, now: this.#now() };
    this.#id = unwrap(core.startReassignment(update, options)).id;
  }

  /** `chance` from 0 up to, not including, 1. */
  next(chance: number): Step {
    return unwrap(
      this.#core.nextStep({
        id: this.#id,
        now: this.#now(),
        chance: Math.floor(chance * 2 ** 32) >>> 0,
      }),
    );
  }

  onAnswer(attempt: number, status: number, headers: readonly Header[], body: string): void {
    this.#report({ event: "answer", attempt, status, headers }, body);
  }

  onFailure(attempt: number, kind: FailureKind, sent: boolean): void {
    this.#report({ event: "failure", attempt, kind, sent });
  }

  /** Undefined: there are none. */
  onCredentials(credentials: Credentials | undefined): void {
    this.#report({ event: "credentials", ...credentials });
  }

  cancel(): void {
    this.#report({ event: "cancel" });
  }

  end(): void {
    this.#report({ event: "end" });
  }

  #report(event: object, body = ""): void {
    unwrap(this.#core.reportEvent({ id: this.#id, now: this.#now(), ...event }, body));
  }
}

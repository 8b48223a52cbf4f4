// The core's state machines, with types: one update or one question on its way. They decide; drive.ts
// carries out.
import type { FailureKind, Profile } from "./answer.js";
import type { Core, Target } from "./core.js";
import type { Credentials, Header } from "./http.js";
import { unwrap } from "./load.js";
import type { QuestionDone, Step, UpdateDone } from "./steps.js";

/** What every task is started with. */
export interface TaskSetup {
  readonly target: Target;
  readonly attemptLimit: number;
}

/** What an update begins with. */
export interface UpdateSetup extends TaskSetup {
  readonly credentials: Credentials;
  readonly profile: Profile | undefined;
  /** A write went out before and its end is not known: only read. */
  readonly onlyRead?: boolean | undefined;
  /** For an undo: until when a write of the original may still arrive, by the monotonic clock. */
  readonly originalOpenUntil?: number | undefined;
}

/** Starts an update. Throws the error of an update, an address or credentials that cannot be used. */
export function startUpdate(
  core: Core,
  update: unknown,
  setup: UpdateSetup,
  now: () => number,
): Task<UpdateDone> {
  const { target, credentials, ...others } = setup;
  const options = { ...target, ...credentials, ...others, ...timesOf(now) };
  return new Task(core, unwrap(core.startReassignment(update, options)).id, now);
}

/** Starts a question, as json_tasks.h describes it. Throws the error of one that cannot be asked. */
export function startQuestion(
  core: Core,
  question: object,
  setup: TaskSetup & { readonly credentials: Credentials | undefined },
  now: () => number,
): Task<QuestionDone> {
  const { target, credentials, attemptLimit } = setup;
  const options = { ...question, ...target, ...credentials, attemptLimit, ...timesOf(now) };
  return new Task(core, unwrap(core.startQuestion(options)).id, now);
}

/** One task on its way; `Done` is its last step. Free it with `end`. */
export class Task<Done> {
  readonly #core: Core;
  readonly #id: number;
  readonly #now: () => number;

  constructor(core: Core, id: number, now: () => number) {
    this.#core = core;
    this.#id = id;
    this.#now = now;
  }

  /** `chance` from 0 up to, not including, 1. */
  next(chance: number): Step | Done {
    const call = { id: this.#id, now: Math.floor(this.#now()) };
    return unwrap(
      this.#core.nextStep<Step | Done>({ ...call, chance: Math.floor(chance * 2 ** 32) >>> 0 }),
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
    unwrap(this.#core.reportEvent({ id: this.#id, now: Math.floor(this.#now()), ...event }, body));
  }
}

function timesOf(now: () => number) {
  return { clock: numberOfClock(now), now: Math.floor(now()) };
}

// Limits are shared by all that is sent from a page; but times of two clocks cannot be compared.
function numberOfClock(now: () => number): number {
  const known = clocks.get(now);
  if (known !== undefined) return known;
  lastClock += 1;
  clocks.set(now, lastClock);
  return lastClock;
}

const clocks = new WeakMap<() => number, number>();
let lastClock = 0;

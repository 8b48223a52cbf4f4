// One piece of work at a time: what it waits for, how it failed, and how to end it. A newer run ends
// the older one, whose result nobody gets any more.
import type { CallOptions, Progress } from "../../client/effects.js";
import type { RequestKind, Route, WaitReason } from "../../client/steps.js";
import { type Problem, problemOf } from "./problem.js";
import type { World } from "./world.js";

/** A wait worth showing. */
export interface Wait {
  readonly why: Exclude<WaitReason, "credentials">;
  /** Until when at most, in epoch milliseconds of the world's clock. */
  readonly until: number;
}

/** The options that a run hands to the calls of the client. */
export type RunOptions = Required<CallOptions> & { readonly signal: AbortSignal };

/** See above. */
export class Job {
  /** Null while nothing runs; else what was sent last. */
  doing: RequestKind | Route | "start" | null = null;
  wait: Wait | null = null;
  problem: Problem | null = null;
  /** What the calls of a write are cancelled by, in place of the signal of its run. */
  ownSignal: AbortSignal | null = null;
  readonly #world: World;
  #current: AbortController | null = null;
  #watch: unknown = null;

  constructor(world: World) {
    this.#world = world;
  }

  get busy(): boolean {
    return this.doing !== null;
  }

  /** What tells the calls that are under way from all others. */
  get signal(): AbortSignal | undefined {
    return this.busy ? (this.ownSignal ?? this.#current?.signal) : undefined;
  }

  /**
   * Resolves with undefined when it failed, was cancelled, was not to begin, or a newer run has taken its
   * place. When it has ended, its signal is aborted: nobody waits any more for what its calls have asked for.
   */
  async run<T>(work: (options: RunOptions) => Promise<T>): Promise<T | undefined> {
    this.cancel();
    if (this.#world.began?.(this) === false) return undefined;
    const own = new AbortController();
    this.#current = own;
    this.#set("start", null, null);
    try {
      const onProgress = (progress: Progress): void => {
        if (this.#current === own) this.#progress(progress);
      };
      const result = await work({ signal: own.signal, onProgress });
      if (this.#current !== own) return undefined;
      this.#end(null);
      return result;
    } catch (error) {
      if (this.#current === own) this.#end(problemOf(error));
      return undefined;
    } finally {
      own.abort();
    }
  }

  /** Ends what runs, without a problem. */
  cancel(): void {
    const current = this.#current;
    if (current === null) return;
    this.#end(null);
    current.abort();
  }

  /** Takes back what failed. */
  forget(): void {
    if (this.problem === null) return;
    this.problem = null;
    this.#world.changed();
  }

  #progress(progress: Progress): void {
    if (progress.step === "send") this.#set(progress.kind, null, null);
    if (progress.step !== "wait") return;
    const { why, forMs } = progress;
    if (why === "credentials") return;
    const wait = { why, until: this.#world.clock() + forMs };
    if (why !== "answer") this.#set(this.doing, wait, null);
    else {
      this.#stopWatching();
      // Most answers come before anybody asks where they are.
      this.#watch = this.#world.timers.setTimeout(() => {
        this.#set(this.doing, wait, null);
      }, kSlow);
    }
  }

  #stopWatching(): void {
    if (this.#watch !== null) this.#world.timers.clearTimeout(this.#watch);
    this.#watch = null;
  }

  #end(problem: Problem | null): void {
    this.#current = null;
    this.#world.ended?.(this);
    this.#set(null, null, problem);
  }

  #set(doing: Job["doing"], wait: Wait | null, problem: Problem | null): void {
    this.#stopWatching();
    this.doing = doing;
    this.wait = wait;
    this.problem = problem;
    this.#world.changed();
  }
}

// Milliseconds: until then nobody wonders whether the server is there.
const kSlow = 10_000;

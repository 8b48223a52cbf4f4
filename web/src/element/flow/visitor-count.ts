// How many conversations the highlighted person has: one more fact to tell people apart, never worth a
// wait or a complaint.
import type { Progress } from "../../client/effects.js";
import { Job } from "./job.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** Who is asked about, and through which conversation: the server shows the others to who may see it. */
export interface Counted {
  readonly rid: string;
  readonly visitorId: string;
}

/** See above. */
export class VisitorCount {
  readonly #job: Job;
  readonly #world: World;
  readonly #session: SessionFlow;
  readonly #totals = new Map<string, number>();
  #wanted: string | null = null;
  #hasFailed = false;
  // The conversation that the server does not let this user see.
  #refusedFor: string | null = null;
  #pause: unknown = null;
  // Tells an answer that is still wanted from one to a question of before.
  #run = 0;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.#session = session;
    this.#job = new Job(world);
  }

  /** The number for one person; null: nobody wants to know. */
  of(counted: Counted): number | "pending" | "not_known" | null {
    const key = keyOf(counted);
    const total = this.#totals.get(key);
    if (total !== undefined) return total;
    if (this.#wanted !== key) return null;
    return this.#hasFailed || this.#refusedFor === counted.rid ? "not_known" : "pending";
  }

  /** Finds out about one person after a pause, and about nobody else; null: about nobody. */
  want(counted: Counted | null): void {
    const key = counted === null ? null : keyOf(counted);
    if (key === this.#wanted) return;
    this.#stop();
    this.#wanted = key;
    if (counted === null || key === null) return;
    if (this.#totals.has(key) || this.#refusedFor === counted.rid) return;
    this.#pause = this.#world.timers.setTimeout(() => void this.#ask(counted, key), kPause);
  }

  /** Forgets the numbers: one may have changed. */
  reset(): void {
    this.#stop();
    this.#totals.clear();
    this.#refusedFor = null;
  }

  #stop(): void {
    this.#world.timers.clearTimeout(this.#pause);
    this.#wanted = null;
    this.#hasFailed = false;
    this.#run += 1;
    this.#job.cancel();
  }

  async #ask({ rid, visitorId }: Counted, key: string): Promise<void> {
    const run = this.#run;
    const list = await this.#session.ask(this.#job, (chat, options) => {
      const onProgress = (progress: Progress): void => {
        options.onProgress?.(progress);
        // Over the allowance: others need the next call more.
        if (progress.step === "wait" && progress.why === "rate_limit") this.#job.cancel();
      };
      return chat.chatHistory({ rid, visitorId, count: 1 }, { ...options, onProgress });
    });
    if (this.#run !== run) return;
    const { problem } = this.#job;
    const total = list?.total ?? null;
    if (total !== null) this.#totals.set(key, total);
    this.#hasFailed = total === null;
    if (problem !== null && kRefusals.has(problem.code)) this.#refusedFor = rid;
    this.#world.changed();
  }
}

function keyOf({ rid, visitorId }: Counted): string {
  return JSON.stringify([rid, visitorId]);
}

// Milliseconds: whoever goes through the list is not asked about at every step.
const kPause = 500;
// What the server will say again for everybody else.
const kRefusals: ReadonlySet<string> = new Set(["no_read_permission", "room_access_denied"]);

// The record of earlier moves: list, look again, take back, save, forget.
import type { HistoryEntry } from "../../client/history.js";
import { Job } from "./job.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** Holds the entries. */
export class HistoryFlow {
  /** Null: nobody has looked yet. */
  entries: readonly HistoryEntry[] | null = null;
  readonly job: Job;
  protected readonly session: SessionFlow;
  readonly #world: World;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.session = session;
    this.job = new Job(world);
  }

  /** Lists the entries. */
  async list(): Promise<void> {
    const entries = await this.session.ask(this.job, (chat, options) => chat.history({}, options));
    if (entries !== undefined) this.entries = entries;
    this.#world.changed();
  }

  /** Forgets what is shown: another workspace, another user. The record itself stays. */
  reset(): void {
    this.job.cancel();
    this.entries = null;
    this.#world.changed();
  }
}

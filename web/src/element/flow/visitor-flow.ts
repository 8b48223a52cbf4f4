// The step in which the person is picked whom the conversation belongs to.
import type { VisitorDocument } from "../../client/documents.js";
import { Job } from "./job.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** A visitor that was chosen: its id, and what is known of it. */
export interface ChosenVisitor {
  readonly id: string;
  /** Null: only its id was given. */
  readonly document: VisitorDocument | null;
}

/** Holds what was typed, found and chosen. */
export class VisitorFlow {
  chosen: ChosenVisitor | null = null;
  readonly job: Job;
  protected readonly session: SessionFlow;
  readonly #world: World;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.session = session;
    this.job = new Job(world);
  }

  choose(id: string, document: VisitorDocument | null = null): void {
    this.chosen = { id, document };
    this.#world.changed();
  }

  /** Forgets everything: another workspace, another user. */
  reset(): void {
    this.job.cancel();
    this.chosen = null;
    this.#world.changed();
  }
}

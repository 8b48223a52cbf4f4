// The step in which the conversation is found: by list, by visitor, or by its id.
import type { Room } from "../../client/room.js";
import type { RoomDocument } from "../../client/room-document.js";
import { Job } from "./job.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** A conversation that was chosen: its id, and what is known of it. */
export interface ChosenRoom {
  readonly rid: string;
  /** Null: only its id was given. */
  readonly view: Room | null;
}

/** Holds what was typed, found and chosen. */
export class ConversationFlow {
  chosen: ChosenRoom | null = null;
  readonly job: Job;
  protected readonly session: SessionFlow;
  readonly #world: World;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.session = session;
    this.job = new Job(world);
  }

  choose(rid: string, document: RoomDocument | null = null): void {
    this.chosen = { rid, view: document?.view ?? null };
    this.#world.changed();
  }

  /** Forgets everything: another workspace, another user. */
  reset(): void {
    this.job.cancel();
    this.chosen = null;
    this.#world.changed();
  }
}

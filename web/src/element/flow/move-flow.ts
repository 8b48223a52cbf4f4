// The last steps: look at the move, make it, show what came of it, take it back.
import type { Outcome } from "../../client/outcome.js";
import type { Preview } from "../../client/preview.js";
import type { VisitorUpdate } from "../../client/update.js";
import { Job } from "./job.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** Asked before anything is sent: false is a veto of the host. */
export type MayMove = (update: VisitorUpdate, undo: boolean) => boolean;

/** Told of every verdict. */
export type OnSettled = (outcome: Outcome, update: VisitorUpdate, undo: boolean) => void;

/** Holds the preview and the outcome. */
export class MoveFlow {
  preview: Preview | null = null;
  /** Of the move, or of its undoing, whichever was last. */
  settled: { readonly outcome: Outcome; readonly undo: boolean } | null = null;
  readonly job: Job;
  mayMove: MayMove = () => true;
  onSettled: OnSettled = () => undefined;
  protected readonly session: SessionFlow;
  readonly #world: World;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.session = session;
    this.job = new Job(world);
  }

  /** Reads what the move would change. */
  async look(rid: string, newVisitorId: string): Promise<void> {
    this.preview = null;
    const query = { rid, newVisitorId };
    const preview = await this.session.ask(this.job, (chat, options) =>
      chat.preview(query, options),
    );
    if (preview !== undefined) this.preview = preview;
    this.#world.changed();
  }

  /** Makes the move that was looked at. */
  async move(): Promise<void> {
    const update = this.preview?.update ?? null;
    if (update === null || this.job.busy || !this.mayMove(update, false)) return;
    const outcome = await this.session.ask(this.job, (chat, options) =>
      chat.updateRoomVisitor(update, options),
    );
    if (outcome === undefined) return;
    this.settled = { outcome, undo: false };
    this.onSettled(outcome, update, false);
    this.#world.changed();
  }

  /** Forgets everything: another conversation, another person, another workspace. */
  reset(): void {
    this.preview = null;
    this.settled = null;
    this.#world.changed();
  }
}

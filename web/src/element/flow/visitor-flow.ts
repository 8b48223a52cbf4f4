// The step in which the person is picked whom the conversation belongs to.
import type { Known } from "../../client/capability.js";
import type { VisitorDocument } from "../../client/documents.js";
import type { Room } from "../../client/room.js";
import type { RoomDocument } from "../../client/room-document.js";
import type { ChosenRoom } from "./conversation-flow.js";
import { Job } from "./job.js";
import { held, kSeeRooms } from "./permission.js";
import type { Problem } from "./problem.js";
import type { SessionFlow } from "./session-flow.js";
import { VisitorById } from "./visitor-by-id.js";
import { VisitorCount } from "./visitor-count.js";
import { VisitorSearch } from "./visitor-search.js";
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
  readonly search: VisitorSearch;
  readonly count: VisitorCount;
  readonly byId: VisitorById;
  /** Whether those who were found are listed. */
  isOpen = true;
  protected readonly session: SessionFlow;
  readonly #world: World;
  // A conversation of which only the id was given, as it was read here.
  #room: ChosenRoom | null = null;
  readonly #roomJob: Job;
  #roomAsked = "";
  #active: string | null = null;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.session = session;
    this.#roomJob = new Job(world);
    this.search = new VisitorSearch(world, session);
    this.count = new VisitorCount(world, session);
    this.byId = new VisitorById(world, session);
  }

  get job(): Job {
    return this.search.job;
  }

  /** Whether this user may look people up. */
  get mayRead(): Known {
    return held(this.session.capability, kSeeRooms);
  }

  /** Whether the conversation is being read. */
  get isReadingRoom(): boolean {
    return this.#roomJob.busy;
  }

  /** What is known of the conversation: whose it is now. */
  roomOf(chosen: ChosenRoom | null): Room | null {
    if (chosen === null) return null;
    return chosen.view ?? (this.#room?.rid === chosen.rid ? this.#room.view : null);
  }

  /** That there is no such conversation; null: there is, or nobody knows. */
  noRoomOf(chosen: ChosenRoom | null): Problem | null {
    const { problem } = this.#roomJob;
    if (chosen?.rid !== this.#roomAsked || this.roomOf(chosen) !== null) return null;
    return problem?.code === "room_not_found" ? problem : null;
  }

  /** Somebody comes to this step: reads the conversation of which only the id was given. */
  async enter(chosen: ChosenRoom | null): Promise<void> {
    if (chosen === null || this.roomOf(chosen) !== null) return;
    const { rid } = chosen;
    this.#roomAsked = rid;
    const document = await this.session.ask(this.#roomJob, (chat, options) =>
      chat.roomInfo({ rid }, options),
    );
    // Unless there is none, not worth a complaint: the next step reads it too, and says why it could not.
    if (document !== undefined) this.#room = { rid, view: document.view };
    this.#world.changed();
  }

  /** A conversation was perhaps moved. Null: nobody has read it since. */
  outdate(rid: string, room: RoomDocument | null): void {
    this.#roomJob.cancel();
    if (this.#room?.rid === rid) this.#room = room === null ? null : { rid, view: room.view };
    // A move changes the numbers of two people.
    this.count.reset();
  }

  /** Stops what was still to begin. Gives whether there was anything. */
  suspend(): boolean {
    this.count.want(null);
    return this.search.suspend();
  }

  /** Those who are listed now. */
  get listed(): readonly VisitorDocument[] {
    if (!this.isOpen || this.job.problem !== null) return [];
    return this.search.found?.items ?? [];
  }

  /** The place of the highlighted person among the listed; -1: nobody is. */
  get active(): number {
    return this.#active === null ? -1 : this.listed.findIndex(({ id }) => id === this.#active);
  }

  /** Takes what was typed to find somebody by. */
  type(typed: string): void {
    this.isOpen = true;
    this.#active = null;
    this.count.want(null);
    this.search.type(typed);
  }

  /** Highlights one of the listed, and finds out how many conversations they have. -1: nobody. */
  highlight(at: number, rid: string): void {
    const id = this.listed[at]?.id ?? null;
    this.#active = id;
    this.count.want(id === null ? null : { rid, visitorId: id });
    this.#world.changed();
  }

  /** Lists those who were found, or no longer. */
  setOpen(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.#active = null;
    this.count.want(null);
    this.#world.changed();
  }

  choose(id: string, document: VisitorDocument | null = null): void {
    this.chosen = { id, document };
    this.#active = null;
    this.count.reset();
    this.#world.changed();
  }

  /** Nobody is chosen any more; what was typed and found stays. */
  unchoose(): void {
    this.chosen = null;
    this.#active = null;
    this.count.reset();
    this.#world.changed();
  }

  /** Forgets everything: another workspace, another user. */
  reset(): void {
    this.search.reset();
    this.count.reset();
    this.byId.reset();
    this.#roomJob.cancel();
    this.#roomJob.forget();
    this.#room = null;
    this.#active = null;
    this.isOpen = true;
    this.chosen = null;
    this.#world.changed();
  }
}

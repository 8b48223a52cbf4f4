// The step in which the conversation is found: by list, by visitor, or by its id.
import type { Connection } from "../../client/connect.js";
import type { Room } from "../../client/room.js";
import type { RoomDocument } from "../../client/room-document.js";
import type { Job } from "./job.js";
import { held, kSeeRooms } from "./permission.js";
import { RoomByIdFlow } from "./room-by-id-flow.js";
import { kSeeAll, RoomListFlow } from "./room-list-flow.js";
import { RoomsOfVisitorFlow } from "./rooms-of-visitor-flow.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** A conversation that was chosen: its id, and what is known of it. */
export interface ChosenRoom {
  readonly rid: string;
  /** Null: only its id was given. */
  readonly view: Room | null;
}

/** The ways to find one. Each keeps what was typed and found. */
export const kWays = ["list", "visitor", "id"] as const;

/** One of them. */
export type Way = (typeof kWays)[number];

/** Holds what was typed, found and chosen. */
export class ConversationFlow {
  chosen: ChosenRoom | null = null;
  /** Whether a chosen conversation is to give place to another one. */
  isChanging = false;
  readonly list: RoomListFlow;
  readonly ofVisitor: RoomsOfVisitorFlow;
  readonly byId: RoomByIdFlow;
  readonly #world: World;
  readonly #session: SessionFlow;
  #way: Way | null = null;
  #readFrom: Connection | null = null;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.#session = session;
    this.list = new RoomListFlow(world, session);
    this.ofVisitor = new RoomsOfVisitorFlow(world, session);
    this.byId = new RoomByIdFlow(world, session);
  }

  /** The way that is shown: who can list nothing begins with an id. */
  get way(): Way {
    return this.#way ?? (this.mayUse("list") ? "list" : "id");
  }

  /** The work of the way that is shown. */
  get job(): Job {
    const { list, ofVisitor, byId } = this;
    if (this.way === "list") return list.pages.job;
    if (this.way === "id") return byId.job;
    return ofVisitor.person === null ? ofVisitor.search.job : ofVisitor.pages.job;
  }

  /** Whether the user may do what a way needs, as far as is known. */
  mayUse(way: Way): boolean {
    const { capability } = this.#session;
    if (way === "id" || held(capability, kSeeRooms) !== "no") return true;
    return way === "list" && held(capability, kSeeAll) === "yes";
  }

  /** Somebody comes to this step. */
  enter(): void {
    this.isChanging = false;
    this.#start();
  }

  /** Shows another way. */
  use(way: Way): void {
    this.#way = way;
    this.#start();
    this.#world.changed();
  }

  /** Looks for another conversation than the chosen one. */
  change(): void {
    this.isChanging = true;
    this.#start();
    this.#world.changed();
  }

  choose(rid: string, document: RoomDocument | null = null): void {
    this.chosen = { rid, view: document?.view ?? null };
    this.isChanging = false;
    this.list.stop();
    this.#world.changed();
  }

  /** A conversation was read elsewhere: where it is the chosen one, more than its id is known now. */
  learn(rid: string, { view }: RoomDocument): void {
    if (this.chosen?.rid === rid) this.chosen = { rid, view };
  }

  /** A room was perhaps moved: nothing shows any more whose it was. Null: nobody has read it since. */
  outdate(rid: string, room: RoomDocument | null): void {
    if (this.chosen?.rid === rid) this.chosen = { rid, view: room?.view ?? null };
    this.list.pages.outdate();
    this.ofVisitor.pages.outdate();
    this.byId.outdate(rid, room);
    this.#world.changed();
  }

  /** Reads what is shown, where it is still to be read. */
  readOn(): void {
    this.#start();
  }

  /** Stops what was still to begin. Gives whether there was anything. */
  suspend(): boolean {
    return [this.list.suspend(), this.ofVisitor.search.suspend()].includes(true);
  }

  /** Forgets everything: another workspace, another user. */
  reset(): void {
    this.list.reset();
    this.ofVisitor.reset();
    this.byId.reset();
    this.chosen = null;
    this.#way = null;
    this.#world.changed();
  }

  // What another connection has read may be of another workspace or user; what was typed stays.
  #start(): void {
    const { chat } = this.#session;
    if (this.#readFrom !== chat) {
      this.#readFrom = chat;
      this.list.forget();
      this.ofVisitor.forget();
      this.byId.forget();
    }
    const isFinding = this.chosen === null || this.isChanging;
    if (!isFinding || !this.mayUse(this.way)) return;
    if (this.way === "list") this.list.start();
    if (this.way === "visitor") void this.ofVisitor.pages.readOn();
  }
}

// Finding a conversation by the visitor whose it is now: first the person, then the person's rooms.
import type { VisitorDocument } from "../../client/documents.js";
import { RoomPages } from "./room-pages.js";
import type { SessionFlow } from "./session-flow.js";
import { VisitorSearch } from "./visitor-search.js";
import type { World } from "./world.js";

/** See above. */
export class RoomsOfVisitorFlow {
  readonly search: VisitorSearch;
  readonly pages: RoomPages;
  /** Whose rooms are shown; null: nobody has been picked. */
  person: VisitorDocument | null = null;
  readonly #world: World;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.search = new VisitorSearch(world, session);
    this.pages = new RoomPages(world, session);
  }

  /** Shows the rooms of a person. */
  pick(person: VisitorDocument): void {
    this.person = person;
    const { id: visitorId } = person;
    const rid = lastRoomOf(person);
    if (rid === null || visitorId === null) {
      // Those of somebody else.
      this.pages.reset();
      this.#world.changed();
      return;
    }
    const key = JSON.stringify([visitorId, rid]);
    void this.pages.open(key, (chat, page, options) =>
      chat.chatHistory({ ...page, rid, visitorId }, options),
    );
  }

  /** Goes back to the people that were found. */
  leave(): void {
    this.person = null;
    this.pages.job.cancel();
    this.#world.changed();
  }

  /** Forgets what was read; what was typed stays. */
  forget(): void {
    const { typed } = this.search;
    this.reset();
    this.search.typed = typed;
  }

  /** Forgets everything. */
  reset(): void {
    this.search.reset();
    this.pages.reset();
    this.person = null;
  }
}

/** The room that the list of a person's rooms has to be asked through; null: none is known. */
export function lastRoomOf({ view }: VisitorDocument): string | null {
  const id: unknown = view.lastChat?._id;
  return typeof id === "string" && id !== "" ? id : null;
}

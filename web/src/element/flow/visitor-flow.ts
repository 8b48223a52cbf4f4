// The step in which the person is picked whom the conversation belongs to.
import type { Known } from "../../client/capability.js";
import type { VisitorDocument } from "../../client/documents.js";
import type { Job } from "./job.js";
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
  #active: string | null = null;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.session = session;
    this.search = new VisitorSearch(world, session);
    this.count = new VisitorCount(world, session);
    this.byId = new VisitorById(world, session);
  }

  get job(): Job {
    return this.search.job;
  }

  /** Whether this user may look people up. */
  get mayRead(): Known {
    const permissions = this.session.capability?.permissions ?? [];
    return permissions.find(({ permission }) => permission === kView)?.held ?? "not_known";
  }

  /** Those who are listed now. */
  get listed(): readonly VisitorDocument[] {
    return this.isOpen ? (this.search.found?.items ?? []) : [];
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
    // A move changes the numbers of two people.
    this.count.reset();
    this.#world.changed();
  }

  /** Forgets everything: another workspace, another user. */
  reset(): void {
    this.search.reset();
    this.count.reset();
    this.byId.reset();
    this.#active = null;
    this.isOpen = true;
    this.chosen = null;
    this.#world.changed();
  }
}

// What reading people needs on every version.
const kView = "view-l-room";

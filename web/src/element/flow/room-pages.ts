// A list of rooms, read page by page. Pages that were read are kept, so that going back is instant.
import type { Connection } from "../../client/connect.js";
import type { ListPart } from "../../client/documents.js";
import type { RoomDocument } from "../../client/room-document.js";
import { Job, type RunOptions } from "./job.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** A page of rooms. */
export type RoomPart = ListPart<RoomDocument>;

/** Reads the page that begins after `offset` rooms. */
export type ReadRooms = (
  chat: Connection,
  page: { readonly count: number; readonly offset: number },
  options: RunOptions,
) => Promise<RoomPart>;

/** How many rooms a page has. */
export const kPageLength = 25;

/** See above. */
export class RoomPages {
  readonly job: Job;
  /** How many rooms come before the page that is shown. */
  offset = 0;
  readonly #world: World;
  readonly #session: SessionFlow;
  readonly #parts = new Map<string, RoomPart>();
  #key = "";
  #read: ReadRooms | null = null;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.#session = session;
    this.job = new Job(world);
  }

  /** The page that is shown; null: it has not been read. */
  get part(): RoomPart | null {
    return this.#parts.get(this.#place()) ?? null;
  }

  /** Whether the list has got shorter than where the page begins. */
  get isPastEnd(): boolean {
    return this.part?.items.length === 0 && this.offset > 0;
  }

  /** Where the last page begins; the page before this one where the server does not say. */
  get lastOffset(): number {
    const total = this.part?.total ?? null;
    if (total === null) return Math.max(0, this.offset - kPageLength);
    return Math.max(0, Math.ceil(total / kPageLength) - 1) * kPageLength;
  }

  /** Whether a list was opened. */
  get isOpen(): boolean {
    return this.#read !== null;
  }

  /** Shows the first page of a list. Lists with equal keys are the same list. */
  open(key: string, read: ReadRooms): Promise<void> {
    this.#key = key;
    this.#read = read;
    return this.goTo(0);
  }

  /** Shows another page of it. */
  async goTo(offset: number): Promise<void> {
    this.offset = Math.max(0, offset);
    if (this.part === null) return this.#readPage();
    this.job.cancel();
    this.job.forget();
    this.#world.changed();
  }

  /** Reads the page that is shown once more, and forgets the others, which are as old. */
  refresh(): Promise<void> {
    const { part } = this;
    this.#parts.clear();
    if (part !== null) this.#parts.set(this.#place(), part);
    return this.#readPage();
  }

  /** Reads the page that is shown, if it is still to be read. */
  async readOn(): Promise<void> {
    if (this.part === null && !this.job.busy && this.job.problem === null) await this.#readPage();
  }

  /** Forgets what was read, because it may have changed. Which list is shown, and where, stays. */
  outdate(): void {
    this.job.cancel();
    this.#parts.clear();
  }

  /** Forgets all lists. */
  reset(): void {
    this.job.cancel();
    this.job.forget();
    this.#parts.clear();
    this.#read = null;
    this.offset = 0;
  }

  async #readPage(): Promise<void> {
    const read = this.#read;
    if (read === null) return;
    const place = this.#place();
    const page = { count: kPageLength, offset: this.offset };
    // Kept before the job ends, so that there is no moment with neither work nor rooms on show.
    await this.#session.ask(this.job, async (chat, options) => {
      const part = await read(chat, page, options);
      if (!options.signal.aborted) this.#keep(place, part);
    });
  }

  #keep(place: string, part: RoomPart): void {
    this.#parts.delete(place);
    this.#parts.set(place, part);
    const [oldest] = this.#parts.keys();
    if (this.#parts.size > kPagesKept && oldest !== undefined) this.#parts.delete(oldest);
  }

  #place(): string {
    return `${this.offset} ${this.#key}`;
  }
}

// A thousand rooms at most: who reads that far back searches instead.
const kPagesKept = 40;

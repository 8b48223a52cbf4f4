// Finding a conversation in the list of all, by its title, its agent and whether it is open.
import { isServerError } from "../../errors.js";
import { held } from "./permission.js";
import { type ReadRooms, RoomPages, type RoomPart } from "./room-pages.js";
import type { SessionFlow } from "./session-flow.js";
import { TypingPause } from "./typing-pause.js";
import { lengthProblem } from "./visitor-term.js";
import type { World } from "./world.js";

/** What is looked for. */
export interface RoomQuery {
  /** A part of the title; "" is any. */
  readonly title: string;
  /** The id of an agent; "" is everybody. */
  readonly agent: string;
  readonly state: "all" | "open" | "closed";
}

/** See above. */
export class RoomListFlow {
  query: RoomQuery = kEverything;
  readonly pages: RoomPages;
  readonly #world: World;
  readonly #session: SessionFlow;
  readonly #pause: TypingPause;
  // What was searched for last.
  #searched: RoomQuery = kEverything;
  readonly #agents = new Map<string, string>();
  #isRestricted = false;
  // A search that was stopped before it began.
  #isSuspended = false;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.#session = session;
    this.#pause = new TypingPause(world.timers);
    this.pages = new RoomPages(world, session);
  }

  /** Who serves the rooms that were read so far: user names by id. */
  get agents(): ReadonlyMap<string, string> {
    return this.#agents;
  }

  /** Whether the server lists nothing but the user's own rooms. */
  get isRestricted(): boolean {
    return this.#isRestricted || held(this.#session.capability, kSeeAll) === "no";
  }

  /** Why what stands in the field is not what the list answers, and will not be by itself. */
  get titleProblem(): "short" | "long" | null {
    const title = this.query.title.trim();
    if (title === "" || title === this.#searched.title.trim()) return null;
    return lengthProblem(title);
  }

  /** Takes what was typed or chosen, and searches after a pause. */
  edit(change: Partial<RoomQuery>): void {
    this.query = { ...this.query, ...change };
    const title = change.title?.trim() ?? "";
    if (title === "" || lengthProblem(title) === null) {
      this.#pause.restart(() => void this.search());
    } else if (!this.#isChoiceNew) {
      this.#pause.end();
    }
    this.#world.changed();
  }

  /** Searches at once. */
  search(): Promise<void> {
    this.stop();
    this.#searched = this.query;
    const query = { ...this.query, title: this.query.title.trim() };
    return this.pages.open(JSON.stringify(query), this.#reading(query));
  }

  /** Lists everything, if nobody has searched yet; else what was searched for, if it is to be read. */
  start(): void {
    const { job, part, isOpen } = this.pages;
    if (this.#isSuspended) void this.search();
    else if (isOpen) void this.pages.readOn();
    else if (part === null && !job.busy && job.problem === null) void this.search();
  }

  /** Does nothing that was still to be done. */
  stop(): void {
    this.#isSuspended = false;
    this.#pause.end();
  }

  /** Stops until start(): nobody sees it any more. Gives whether a search was still to begin. */
  suspend(): boolean {
    const isSuspended = this.#pause.isWaiting || this.#isSuspended;
    this.stop();
    this.#isSuspended = isSuspended;
    return isSuspended;
  }

  /** Forgets what was read; what was typed stays. */
  forget(): void {
    this.stop();
    this.pages.reset();
    this.#agents.clear();
    this.#isRestricted = false;
    this.query = { ...this.query, agent: "" };
  }

  /** Forgets everything. */
  reset(): void {
    this.forget();
    this.query = kEverything;
  }

  // A choice is searched for beside whatever title; one that is too short does not prevent that.
  get #isChoiceNew(): boolean {
    const { agent, state } = this.query;
    return agent !== this.#searched.agent || state !== this.#searched.state;
  }

  #reading({ title, agent, state }: RoomQuery): ReadRooms {
    return async (chat, page, options) => {
      const own = this.#session.capability?.user?.id;
      const read = async (agents: readonly string[] | undefined): Promise<RoomPart> => {
        const filter = {
          ...page,
          agents,
          roomName: title === "" ? undefined : title,
          open: state === "all" ? undefined : state === "open",
          sort: kNewestFirst,
        };
        const part = await chat.rooms(filter, options);
        this.#meet(part);
        return part;
      };
      if (this.isRestricted && own !== undefined) return read([own]);
      try {
        return await read(agent === "" ? undefined : [agent]);
      } catch (error) {
        const isRefused = isServerError(error) && error.code === "no_read_permission";
        if (!isRefused || own === undefined || agent === own) throw error;
        const part = await read([own]);
        this.#isRestricted = true;
        return part;
      }
    };
  }

  #meet({ items }: RoomPart): void {
    for (const { view } of items) {
      const { _id: id, username } = view.servedBy ?? {};
      if (typeof id === "string" && typeof username === "string") this.#agents.set(id, username);
    }
  }
}

/** Lets a user list the rooms of others. */
export const kSeeAll = "view-livechat-rooms";

const kEverything: RoomQuery = { title: "", agent: "", state: "all" };
const kNewestFirst = [["ts", "descending"]] as const;

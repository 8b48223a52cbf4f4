// Finds people by what is typed, with as few calls as can be: after a pause or on demand, from what is
// known where that is enough. What is typed meanwhile ends a search that it has outdated.
import type { Connection } from "../../client/connect.js";
import type { ListPart, VisitorDocument } from "../../client/documents.js";
import { isRoomVisitorError } from "../../errors.js";
import { Job, type RunOptions } from "./job.js";
import type { SessionFlow } from "./session-flow.js";
import { TypingPause } from "./typing-pause.js";
import { couldBeContact, hasIdForm, lengthProblem, visitorsWith } from "./visitor-term.js";
import type { World } from "./world.js";

/** People who fit a text. */
export interface Found {
  readonly term: string;
  readonly items: readonly VisitorDocument[];
  /** How many there are in all; null if that is not known. */
  readonly total: number | null;
  /** Whether nobody else fits. */
  readonly isComplete: boolean;
  /** "known": taken from earlier answers; "partly": the same, and the server is still to be asked. */
  readonly source: "server" | "known" | "partly";
}

/** See above. */
export class VisitorSearch {
  typed = "";
  /** Null: nothing is known for what is typed. */
  found: Found | null = null;
  /** Why Enter did not search. */
  refused: "short" | "long" | null = null;
  readonly job: Job;
  readonly #world: World;
  readonly #session: SessionFlow;
  readonly #pause: TypingPause;
  // Stopped because nobody saw it, and not answered yet.
  #isSuspended = false;
  #asked = "";
  // By term; the oldest first.
  readonly #answers = new Map<string, Found & { readonly at: number }>();

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.#session = session;
    this.job = new Job(world);
    this.#pause = new TypingPause(world.timers);
  }

  get term(): string {
    return this.typed.trim();
  }

  /** Whether an answer for what is typed is on its way or soon will be. */
  get isSearching(): boolean {
    return this.job.busy || this.#pause.isWaiting;
  }

  /** Takes what was typed. */
  type(typed: string): void {
    const before = this.term;
    this.typed = typed;
    this.refused = null;
    if (this.term !== before) this.#start();
    this.#world.changed();
  }

  /** Searches now, unless the server has just answered the same. */
  submit(): void {
    const { term } = this;
    this.refused = lengthProblem(term);
    const isAnswered = this.found?.source === "server" && this.found.items.length > 0;
    const isAsked = this.job.busy && this.#asked === term;
    if (this.refused === null && !isAnswered && !isAsked) void this.#ask(term);
    this.#world.changed();
  }

  /** Stops: nobody sees it any more. Gives whether there was anything to stop. */
  suspend(): boolean {
    // Twice without a resume() between: the first has stopped what there was.
    const isSuspended = this.isSearching || this.#isSuspended;
    this.#stop();
    this.#isSuspended = isSuspended;
    return isSuspended;
  }

  /** Begins again what suspend() stopped. */
  resume(): void {
    if (this.#isSuspended) this.#start();
  }

  /** Forgets everything. */
  reset(): void {
    this.#stop();
    this.typed = "";
    this.found = null;
    this.refused = null;
    this.#answers.clear();
  }

  #start(): void {
    this.#stop();
    const { term } = this;
    const shown = this.found;
    this.found = null;
    if (lengthProblem(term) !== null) return;
    this.found = this.#known(term) ?? partly(shown, term);
    if (this.found !== null && this.found.source !== "partly") return;
    this.#pause.restart(() => void this.#ask(term));
  }

  #stop(): void {
    this.#isSuspended = false;
    this.#pause.end();
    this.job.cancel();
    this.job.forget();
  }

  async #ask(term: string): Promise<void> {
    this.#stop();
    this.#asked = term;
    const list = await this.#session.ask(this.job, (chat, options) => find(chat, term, options));
    if (list === undefined) return;
    this.found = foundIn(list, term);
    this.#keep(this.found);
    this.#world.changed();
  }

  #keep(found: Found): void {
    this.#answers.delete(found.term);
    this.#answers.set(found.term, { ...found, at: this.#world.clock() });
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= kMostAnswers) break;
      this.#answers.delete(oldest);
    }
  }

  #known(term: string): Found | null {
    const now = this.#world.clock();
    const fresh = [...this.#answers.values()].filter(({ at }) => Math.abs(now - at) < kFreshFor);
    const same = fresh.find((answer) => answer.term === term);
    if (same !== undefined) return same;
    // An answer for less, all of it: whoever fits more is in it.
    const [base] = fresh
      .filter((answer) => answer.isComplete && isWithin(answer.term, term))
      .sort((one, other) => other.term.length - one.term.length);
    return base === undefined ? null : narrowed(base, term);
  }
}

// The person whom an id names is not everybody in whose name it is.
function isWithin(base: string, term: string): boolean {
  return !hasIdForm(base) && term.toLowerCase().includes(base.toLowerCase());
}

async function find(
  chat: Connection,
  term: string,
  options: RunOptions,
): Promise<ListPart<VisitorDocument>> {
  const named = hasIdForm(term) ? await byId(chat, term, options) : null;
  if (named !== null) return { items: [named], offset: 0, total: 1, isLast: true };
  return chat.searchVisitors({ term, count: kCount }, options);
}

// Null: nobody has this id. It may be part of a name all the same.
async function byId(
  chat: Connection,
  visitorId: string,
  options: RunOptions,
): Promise<VisitorDocument | null> {
  try {
    return await chat.visitorInfo({ visitorId }, options);
  } catch (error) {
    if (isRoomVisitorError(error) && error.code === "visitor_not_found") return null;
    throw error;
  }
}

function foundIn({ items, total, isLast }: ListPart<VisitorDocument>, term: string): Found {
  const isComplete = total === null ? isLast : items.length >= total;
  // A list that changes while it is read may hold somebody twice; without an id nobody can be picked.
  const byOwnId = new Map(items.map((item) => [item.id, item]));
  byOwnId.delete(null);
  return { term, items: [...byOwnId.values()], total, isComplete, source: "server" };
}

// The server is to have the last word where it may find people that the answer for less cannot hold.
function narrowed(base: Found, term: string): Found {
  const items = visitorsWith(base.items, term);
  const mayMiss = couldBeContact(term) || (items.length === 0 && base.items.length > 0);
  const total = items.length;
  return { term, items, total, isComplete: true, source: mayMiss ? "partly" : "known" };
}

// What fits of what is shown, until the server answers.
function partly(shown: Found | null, term: string): Found | null {
  if (shown === null) return null;
  const items = visitorsWith(shown.items, term);
  return { term, items, total: null, isComplete: false, source: "partly" };
}

// As many as can be looked through; the server's own default.
const kCount = 50;
const kMostAnswers = 40;
// Milliseconds. People who were registered since then are to be found.
const kFreshFor = 120_000;

// The record of earlier moves: list, look again, take back, forget.
import type { Connection, HistoryState } from "../../client/connect.js";
import type { HistoryEntry } from "../../client/history.js";
import type { Outcome } from "../../client/outcome.js";
import type { RoomDocument } from "../../client/room-document.js";
import type { VisitorUpdate } from "../../client/update.js";
import { receiptOf } from "../../client/receipt-of.js";
import { liveEntries } from "../../client/record.js";
import { Job, type RunOptions } from "./job.js";
import type { MayMove, OnSettled } from "./move-flow.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** The undoing of an entry. */
export interface TakenBack {
  /** Of the entry. */
  readonly id: string;
  readonly rid: string;
  /** Null: under way, or something went wrong (see the job), or the host did not allow it. */
  readonly outcome: Outcome | null;
  readonly vetoed: boolean;
}

/** What came of looking again. */
export interface LookedAgain {
  readonly count: number;
  /** How many of them are still not known. */
  readonly left: number;
}

/** See above. The three kinds of work do not end each other. */
export class HistoryFlow {
  /** Null: nobody has looked yet. */
  entries: readonly HistoryEntry[] | null = null;
  state: HistoryState | null = null;
  /** The part of the list that is shown, from 0. */
  page = 0;
  /** How many moves were found open on connecting, until somebody comes to look. */
  interrupted = 0;
  takenBack: TakenBack | null = null;
  /** Whether nobody has looked at what came of that. */
  isUnseen = false;
  /** Whether somebody looks at the list. */
  isOnShow = false;
  lookedAgain: LookedAgain | null = null;
  /** How many entries were forgotten just now. */
  forgotten: number | null = null;
  /** Whether it is being asked if the closed entries are to be forgotten. */
  asking = false;
  /** Listing and forgetting. */
  readonly job: Job;
  /** Reading the rooms of moves whose end is not known. */
  readonly looking: Job;
  /** Taking back: it goes on to its verdict whatever happens to this element. */
  undoing: Job;
  mayMove: MayMove = () => true;
  onSettled: OnSettled = () => undefined;
  /** Told what became of a move whose end was not known; true: whoever is told has told others, too. */
  onLearned: (update: VisitorUpdate, outcome: Outcome) => boolean = () => false;
  /** Told of the conversation that was perhaps moved back, and how it was read since; null: it was not. */
  onTakenBack: (rid: string, room: RoomDocument | null) => void = () => undefined;
  protected readonly session: SessionFlow;
  readonly #world: World;
  readonly #undos = new Set<string>();
  #stop: AbortController | null = null;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.session = session;
    this.job = new Job(world);
    this.looking = new Job(world);
    this.undoing = new Job(world);
  }

  /** Closed entries: those that can be forgotten. */
  get closed(): readonly HistoryEntry[] {
    return this.entries?.filter(({ end }) => end !== null) ?? [];
  }

  /** Entries whose rooms can be read again to learn what became of them. */
  get unsettled(): readonly HistoryEntry[] {
    return this.entries?.filter(isUnsettled) ?? [];
  }

  /** Whether taking back waits for the host to give credentials. */
  get waitsForHost(): boolean {
    return this.session.hostWaitOf(this.undoing.signal) !== null;
  }

  /** Somebody comes to look. */
  async visit(): Promise<void> {
    this.page = 0;
    this.interrupted = 0;
    this.#forgetNews();
    this.isUnseen = false;
    await this.list();
  }

  /** Lists the entries. */
  async list(): Promise<void> {
    const record = await this.session.ask(this.job, readRecord);
    this.#keep(record);
  }

  /** Shows another part of the list. */
  turnTo(page: number): void {
    this.page = page;
    this.#world.changed();
  }

  /**
   * After connecting: what an earlier page left open is looked at again, in the background, and said.
   * Moves that are under way on this page are not among them.
   */
  async resume(): Promise<void> {
    if (this.looking.busy) return;
    await this.session.ask(this.looking, async (chat, options) => {
      const open = (await chat.history({}, options)).filter(isInterrupted);
      this.interrupted = open.length;
      this.#world.changed();
      // Who waits for the end of a move of an earlier page is gone with it.
      if (open.length > 0) await this.#lookAgain(chat, options, false);
    });
    if (this.entries !== null) await this.list();
  }

  /** Reads the rooms of all moves whose end is not known. */
  async check(): Promise<void> {
    if (this.looking.busy) return;
    this.#forgetNews();
    const count = await this.session.ask(this.looking, (chat, options) =>
      this.#lookAgain(chat, options, true),
    );
    // What was read before it failed or was cancelled has been written down, too.
    await this.list();
    if (count === undefined) return;
    this.lookedAgain = { count, left: this.unsettled.length };
    this.#world.changed();
  }

  /** Moves the conversation of an entry back, unless the host objects. */
  async takeBack(id: string): Promise<void> {
    const entry = this.entries?.find((known) => known.id === id);
    const receipt = entry === undefined ? undefined : receiptOf(entry);
    if (receipt === undefined || this.undoing.busy) return;
    const { rid, oldVisitorId, newVisitorId } = receipt;
    const update = { rid, oldVisitorId: newVisitorId, newVisitorId: oldVisitorId };
    this.#forgetNews();
    this.undoing.forget();
    const vetoed = !this.mayMove(update, true);
    this.takenBack = { id, rid, outcome: null, vetoed };
    this.#world.changed();
    if (vetoed) return;
    this.note(update, true);
    const job = this.undoing;
    const stop = new AbortController();
    this.#stop = stop;
    job.ownSignal = stop.signal;
    const ended = await this.session.ask(job, async (chat, options) => {
      // Watched by this signal, as in a move.
      const own = this.session.options({ ...options, signal: stop.signal });
      const outcome = await chat.undo(receipt, own);
      if (this.undoing === job) this.takenBack = { id, rid, outcome, vetoed };
      this.onSettled(outcome, update, true);
      return outcome;
    });
    stop.abort();
    if (this.undoing !== job) return;
    this.isUnseen = !this.isOnShow;
    this.onTakenBack(rid, ended?.room ?? null);
    await this.list();
  }

  /** Sends nothing more for the undoing; its verdict follows. */
  stopTakingBack(): void {
    this.#stop?.abort();
  }

  /** Asks whether to forget the closed entries, or takes the question back. */
  ask(asking: boolean): void {
    this.#forgetNews();
    this.asking = asking;
    this.#world.changed();
  }

  /** Forgets the closed entries. */
  async forgetClosed(): Promise<void> {
    this.#forgetNews();
    const record = await this.session.ask(this.job, async (chat, options) => {
      this.forgotten = await chat.clearHistory(options);
      return readRecord(chat, options);
    });
    this.#keep(record);
  }

  /** Forgets what is shown: another workspace, another user. The record itself stays. */
  reset(): void {
    this.job.cancel();
    this.looking.cancel();
    this.looking.forget();
    // Not cancelled: a write that is under way goes on to its verdict, and the host is told of it.
    this.undoing = new Job(this.#world);
    this.#stop = null;
    this.entries = null;
    this.state = null;
    this.page = 0;
    this.interrupted = 0;
    this.takenBack = null;
    this.isUnseen = false;
    this.#forgetNews();
    this.#world.changed();
  }

  /** Takes down whether what is about to be sent takes an earlier move back. */
  note(update: VisitorUpdate, undo: boolean): void {
    if (undo) this.#undos.add(keyOf(update));
    else this.#undos.delete(keyOf(update));
  }

  // Reads what is not known and says how many that were. Rejects if what was seen cannot be kept.
  async #lookAgain(chat: Connection, options: RunOptions, tellsAll: boolean): Promise<number> {
    const rids = new Set(
      (await chat.history({}, options)).filter(isUnsettled).map(({ rid }) => rid),
    );
    let count = 0;
    let lost: Error | undefined;
    // One after the other, so that what was read before it ends early is told.
    for (const rid of rids) {
      for (const { entry, outcome } of await chat.recover({ ...options, rid })) {
        count += 1;
        lost ??= outcome.notRecorded;
        this.#learn(entry, outcome, tellsAll);
      }
    }
    if (lost !== undefined) throw lost;
    return count;
  }

  #learn(entry: HistoryEntry, outcome: Outcome, tellsAll: boolean): void {
    const { rid, oldVisitorId, newVisitorId, end } = entry;
    if (outcome.verdict !== "applied" && outcome.verdict !== "refused") return;
    const update = { rid, oldVisitorId, newVisitorId };
    // What could not be written down will be found again.
    const isNews = end?.verdict === "unknown" && outcome.notRecorded === undefined;
    if (!this.onLearned(update, outcome) && isNews && tellsAll)
      this.onSettled(outcome, update, this.#undos.has(keyOf(update)));
  }

  #keep(record: Kept | undefined): void {
    if (record !== undefined) {
      this.entries = record.entries;
      this.state = record.state;
    }
    this.#world.changed();
  }

  #forgetNews(): void {
    if (!this.undoing.busy && !this.isUnseen) this.takenBack = null;
    this.lookedAgain = null;
    this.forgotten = null;
    this.asking = false;
  }
}

interface Kept {
  readonly entries: readonly HistoryEntry[];
  readonly state: HistoryState;
}

async function readRecord(chat: Connection, options: RunOptions): Promise<Kept> {
  const entries = await chat.history({}, options);
  return { entries, state: await chat.historyState() };
}

function keyOf({ rid, oldVisitorId, newVisitorId }: VisitorUpdate): string {
  return JSON.stringify([rid, oldVisitorId, newVisitorId]);
}

/** Whether a move is under way on this very page. */
export function isUnderWay({ id, end }: HistoryEntry): boolean {
  return end === null && liveEntries.has(id);
}

function isInterrupted(entry: HistoryEntry): boolean {
  return entry.end === null && !isUnderWay(entry);
}

function isUnsettled(entry: HistoryEntry): boolean {
  return isInterrupted(entry) || entry.end?.verdict === "unknown";
}

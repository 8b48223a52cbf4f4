// The last steps: look at the move, make it, find out what came of it, take it back.
//
// A write, once handed over, is carried to its verdict whatever happens to what is shown: another
// choice, a sign-out and an element that is taken out of the page end no write, because the server may
// have carried it out already and somebody has to be told. It ends early only by cancel(), and then
// with a verdict, too.
import type { Change } from "../../client/answer.js";
import type { Connection } from "../../client/connect.js";
import type { HistoryEntry } from "../../client/history.js";
import type { Outcome } from "../../client/outcome.js";
import type { Preview, PreviewQuery } from "../../client/preview.js";
import { receiptOf } from "../../client/receipt-of.js";
import type { RoomDocument } from "../../client/room-document.js";
import type { VisitorUpdate } from "../../client/update.js";
import { Job, type RunOptions } from "./job.js";
import { canUndo, type Move, movePreviewed, moveUndone } from "./move.js";
import type { SessionFlow } from "./session-flow.js";
import type { ChosenVisitor } from "./visitor-flow.js";
import type { World } from "./world.js";

/** Asked before anything is sent: false is a veto of the host. */
export type MayMove = (update: VisitorUpdate, undo: boolean) => boolean;

/** Told of every verdict. */
export type OnSettled = (outcome: Outcome, update: VisitorUpdate, undo: boolean) => void;

/** A move with its verdict. */
export interface Settled extends Move {
  readonly outcome: Outcome;
  /** When it came, in epoch milliseconds of the world's clock. */
  readonly at: number;
  /** What differs from the room before; null where one of the two was not seen. */
  readonly changes: readonly Change[] | null;
  /** The room as it was read later, where the record could not tell; no verdict comes of it. */
  readonly seen: RoomDocument | null;
}

/** Holds the preview and the verdict. */
export class MoveFlow {
  preview: Preview | null = null;
  /** The old visitor as typed by hand, where the room cannot be read. */
  oldVisitorId = "";
  /** Of the move, or of its undoing, whichever was last. */
  settled: Settled | null = null;
  /** The same while nobody has looked at it. */
  unseen: Settled | null = null;
  /** What is being sent or waits for its verdict. */
  underWay: Move | null = null;
  /** Whether a cancel was asked for and the verdict is still out. */
  cancelled = false;
  /** Whether the host has just said no. */
  vetoed = false;
  /** Whether the request could be copied; null while nobody tried. */
  copied: boolean | null = null;
  /** Reading: the preview, or the room once more. */
  readonly job: Job;
  /** The write. */
  readonly sending: Job;
  mayMove: MayMove = () => true;
  onSettled: OnSettled = () => undefined;
  /** Told of what is about to be sent. */
  onBegun: (update: VisitorUpdate, undo: boolean) => void = () => undefined;
  /** Told of a conversation that is perhaps another's now, and how it was read since; null: it was not. */
  onChanged: (rid: string, room: RoomDocument | null) => void = () => undefined;
  /** Told of the conversation that a preview has read. */
  onRead: (rid: string, room: RoomDocument) => void = () => undefined;
  /** Told after a verdict that is on show. */
  onShown: () => void = () => undefined;
  protected readonly session: SessionFlow;
  readonly #world: World;
  #query: PreviewQuery | null = null;
  #newVisitor: ChosenVisitor | null = null;
  // The old visitor's id as it was typed when the preview was read.
  #lookedWith = "";
  #stop: AbortController | null = null;
  // Which of its two readings the job has been given.
  #isOfPreview = false;
  // Counts sessions: what comes of an earlier one is not shown in a later one.
  #epoch = 0;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.session = session;
    this.job = new Job(world);
    this.sending = new Job(world);
  }

  /** The move that was looked at, and can be made. */
  get offered(): Move | null {
    const { preview } = this;
    // What stands in the field is what is sent, or nothing is.
    const isLookedWith = this.oldVisitorId.trim() === this.#lookedWith;
    return preview === null || this.#newVisitor === null || !isLookedWith
      ? null
      : movePreviewed(preview, this.#newVisitor);
  }

  /** Whether anything is under way. */
  get busy(): boolean {
    return this.job.busy || this.sending.busy;
  }

  /** Whether the write waits for the host to give credentials. */
  get waitsForHost(): boolean {
    return this.session.hostWaitOf(this.sending.signal) !== null;
  }

  /** Reads what the move would change, unless that was read or is being read. */
  async look(rid: string, newVisitor: ChosenVisitor): Promise<void> {
    const { id: newVisitorId } = newVisitor;
    const query = this.#query;
    const isSame = query?.rid === rid && query.newVisitorId === newVisitorId;
    const isRead = this.preview !== null || (this.job.busy && this.#isOfPreview);
    if (isSame && isRead) return;
    if (!isSame) this.oldVisitorId = "";
    this.#query = { rid, newVisitorId };
    this.#newVisitor = newVisitor;
    await this.lookAgain();
  }

  /** Reads it anew. */
  async lookAgain(): Promise<void> {
    const query = this.#query;
    if (query === null) return;
    this.preview = null;
    this.#clearTrouble();
    const typed = this.oldVisitorId.trim();
    this.#lookedWith = typed;
    const oldVisitorId = typed === "" ? undefined : typed;
    this.#isOfPreview = true;
    // Kept before the job ends, so that there is no moment with neither work nor result on show.
    await this.session.ask(this.job, async (chat, options) => {
      const preview = await chat.preview({ ...query, oldVisitorId }, options);
      if (options.signal.aborted) return;
      this.preview = preview;
      if (preview.room !== null) this.onRead(query.rid, preview.room);
    });
  }

  typeOldVisitor(id: string): void {
    this.oldVisitorId = id;
    this.#world.changed();
  }

  /** Makes the move that was looked at. */
  async move(): Promise<void> {
    const { offered } = this;
    if (offered === null) return;
    await this.#carry(offered, (chat, options) => chat.updateRoomVisitor(offered.update, options));
  }

  /** Moves the conversation back to whom it had before. */
  async undo(): Promise<void> {
    const { settled } = this;
    if (settled === null || !canUndo(settled) || settled.outcome.verdict !== "applied") return;
    const { receipt } = settled.outcome;
    await this.#carry(moveUndone(settled), (chat, options) => chat.undo(receipt, options));
  }

  /** Sends nothing any more; the verdict follows. What is read for another move goes on. */
  cancel(): void {
    this.cancelled = this.#stop !== null;
    this.#stop?.abort();
    this.#world.changed();
  }

  /** Reads the room of an unclear move once more. */
  async checkAgain(): Promise<void> {
    const { settled } = this;
    if (settled === null || this.busy) return;
    const epoch = this.#epoch;
    this.#isOfPreview = false;
    await this.session.ask(this.job, async (chat, options) => {
      const found = await readAgain(chat, settled.update, options);
      if (options.signal.aborted) return;
      if ("verdict" in found) this.#settle(settled, found, epoch);
      else {
        this.settled = { ...settled, seen: found };
        this.onChanged(settled.update.rid, found);
      }
    });
  }

  /** What became known elsewhere of a move whose end was not; false: it is not the one on show. */
  learn({ rid, oldVisitorId, newVisitorId }: VisitorUpdate, outcome: Outcome): boolean {
    const { settled } = this;
    if (settled?.outcome.verdict !== "unknown") return false;
    const { update } = settled;
    const isSame =
      update.rid === rid &&
      update.oldVisitorId === oldVisitorId &&
      update.newVisitorId === newVisitorId;
    if (isSame) this.#settle(settled, outcome, this.#epoch);
    return isSame;
  }

  /**
   * Another choice: what was looked at for the old one is not used any more. A verdict that nobody has
   * looked at stays.
   */
  reset(): void {
    this.job.cancel();
    this.preview = null;
    if (this.unseen === null) this.settled = null;
    this.#clearTrouble();
    this.#query = null;
    this.#world.changed();
  }

  /** What came of the last move is no longer so. */
  forgetResult(): void {
    this.settled = null;
    this.unseen = null;
    this.#world.changed();
  }

  /** Another workspace, another user. */
  leave(): void {
    this.#epoch += 1;
    this.unseen = null;
    this.reset();
  }

  async #carry(
    move: Move,
    send: (chat: Connection, options: RunOptions) => Promise<Outcome>,
  ): Promise<void> {
    if (this.busy) return;
    const { update, undo } = move;
    this.vetoed = !this.mayMove(update, undo);
    this.#world.changed();
    // Whoever was asked may have begun a move meanwhile.
    if (this.vetoed || this.sending.busy) return;
    this.onBegun(update, undo);
    const epoch = this.#epoch;
    const stop = new AbortController();
    this.#stop = stop;
    this.sending.ownSignal = stop.signal;
    this.underWay = move;
    await this.session.ask(this.sending, async (chat, options) => {
      // Watched by this signal: credentials are told apart by the run that they were given to.
      const own = this.session.options({ ...options, signal: stop.signal });
      const outcome = await send(chat, own);
      this.underWay = null;
      this.#settle(move, outcome, epoch);
    });
    this.underWay = null;
    this.#stop = null;
    // Nobody waits any more for what it has asked for.
    stop.abort();
    this.cancelled = false;
    this.#world.changed();
  }

  #clearTrouble(): void {
    this.vetoed = false;
    this.sending.forget();
  }

  #settle(move: Move, outcome: Outcome, epoch: number): void {
    const { update, undo, before } = move;
    const isKnown = this.settled?.outcome.verdict === outcome.verdict && this.settled === move;
    const isOwn = epoch === this.#epoch;
    const { room } = outcome;
    const mayDiffer = outcome.verdict === "applied" || outcome.verdict === "unknown";
    // What another session has read is not for this one.
    if (mayDiffer || room !== undefined)
      this.onChanged(update.rid, isOwn && room !== undefined ? room : null);
    if (isOwn) {
      const changes = this.#changesIn(before, outcome);
      this.settled = { ...move, outcome, at: this.#world.clock(), changes, seen: null };
      this.unseen = this.settled;
      this.copied = null;
      // It shows the conversation as it was.
      if (this.#query?.rid === update.rid) {
        this.job.cancel();
        this.preview = null;
      }
      this.onShown();
    }
    // Looked at again without finding more: no news for anybody.
    if (!isKnown) this.onSettled(outcome, update, undo);
  }

  #changesIn(before: RoomDocument | null, { room }: Outcome): readonly Change[] | null {
    const { rv } = this.session;
    if (before === null || room === undefined || rv === null) return null;
    try {
      return rv.diff(before.text, room.text);
    } catch {
      // A verdict is told also where the core has stopped since.
      return null;
    }
  }
}

// By the record, so that what is seen is written down and gets the verdict that it allows; another page
// may have done so already. Where there is no entry, only the room is read.
async function readAgain(
  chat: Connection,
  { rid, oldVisitorId, newVisitorId }: VisitorUpdate,
  options: RunOptions,
): Promise<Outcome | RoomDocument> {
  const isOwn = (entry: HistoryEntry): boolean =>
    entry.rid === rid && entry.oldVisitorId === oldVisitorId && entry.newVisitorId === newVisitorId;
  const recovered = (await chat.recover({ ...options, rid })).find(({ entry }) => isOwn(entry));
  if (recovered !== undefined) return recovered.outcome;
  const room = await chat.roomInfo({ rid }, options);
  const latest = (await chat.history({}, options)).find(isOwn);
  const receipt = latest === undefined ? undefined : receiptOf(latest);
  // It was applied; whether it still is, only the room can say.
  const isThere = room.view.v?._id === newVisitorId;
  if (!isThere || receipt?.verdict !== "applied" || receipt.proof === null) return room;
  return { verdict: "applied", proof: receipt.proof, receipt, room };
}

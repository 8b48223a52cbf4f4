// The whole flow: which step somebody is at, which steps can be gone to, and what belongs together.
import type { Capability } from "../../client/capability.js";
import type { RoomDocument } from "../../client/room-document.js";
import { Absence } from "./absence.js";
import { ConversationFlow } from "./conversation-flow.js";
import { HistoryFlow } from "./history-flow.js";
import type { Job } from "./job.js";
import { MoveFlow } from "./move-flow.js";
import type { Place, Step, Target } from "./place.js";
import { isReachable } from "./reach.js";
import { RunningJobs } from "./running-jobs.js";
import { isSameSettings } from "./same-settings.js";
import { SessionFlow } from "./session-flow.js";
import { isSameSession, type SessionSettings } from "./session-settings.js";
import { VisitorFlow } from "./visitor-flow.js";
import { kNothing, targetOf } from "./wishes.js";
import type { World } from "./world.js";

/** See above. Calls the world's `changed` after each change. */
export class AdminFlow {
  readonly session: SessionFlow;
  readonly conversation: ConversationFlow;
  readonly visitor: VisitorFlow;
  readonly move: MoveFlow;
  readonly history: HistoryFlow;
  /** Called when it is known, or known anew, what can be done. */
  onConnected: (capability: Capability) => void = () => undefined;
  #step: Step = "connect";
  // Where to go as soon as what it needs is there.
  #wanted: Target | null = null;
  // What was asked for from outside, for the next session too.
  #asked: Target | null = null;
  readonly #world: World;
  readonly #jobs = new RunningJobs((job) => this.#isWrite(job));
  // What was asked for while a move was under way.
  #later: Later | null = null;
  readonly #absence: Absence;
  #known: Capability | null = null;
  #shownEnd: MoveFlow["settled"] = null;

  constructor(outer: World) {
    const world: World = {
      ...outer,
      changed: () => {
        this.#follow();
        outer.changed();
      },
      began: (job) => this.#jobs.admit(job),
      ended: (job) => {
        this.#jobs.ended(job);
      },
    };
    this.#world = world;
    this.session = new SessionFlow(world);
    this.#absence = new Absence(world, this.session);
    this.conversation = new ConversationFlow(world, this.session);
    this.visitor = new VisitorFlow(world, this.session);
    this.move = new MoveFlow(world, this.session);
    this.move.onShown = () => {
      this.#showResult();
    };
    this.move.onBegun = (update, undo) => {
      this.history.note(update, undo);
    };
    this.move.onRead = (rid, room) => {
      this.conversation.learn(rid, room);
    };
    this.history = new HistoryFlow(world, this.session);
    this.session.onEnded = () => {
      this.#forget();
    };
    this.move.onChanged = (rid, room) => {
      this.#outdate(rid, room);
    };
    this.history.onLearned = (update, outcome) => {
      if (this.move.learn(update, outcome)) return true;
      this.#outdate(update.rid, outcome.room ?? null);
      return false;
    };
    this.history.onTakenBack = (rid, room) => {
      this.#outdate(rid, room);
      if (this.move.sending.busy) return;
      // What was looked at, or is still to be, is no longer so.
      if (rid === this.move.settled?.update.rid) this.move.forgetResult();
      if (rid === this.conversation.chosen?.rid) this.move.reset();
      if (this.#step === "result" && this.move.settled === null) this.#enter("history");
    };
  }

  /** Whether something may be changed just now that is not to be disturbed. */
  get isMoving(): boolean {
    const { move, history } = this;
    return history.undoing.busy || move.sending.busy;
  }

  get step(): Step {
    return this.#step;
  }

  get place(): Place {
    const { chosen: room } = this.conversation;
    const { chosen: visitor } = this.visitor;
    return { step: this.#step, rid: room?.rid ?? "", newVisitorId: visitor?.id ?? "" };
  }

  /** Whether what a step needs is there. */
  canGo(step: Step): boolean {
    return isReachable(step, this);
  }

  /** Goes to a step, if what it needs is there. */
  go(step: Step): void {
    if (!this.canGo(step)) return;
    // Whoever waits there is still to go on.
    if (step !== "connect" || this.session.ready) this.#wanted = null;
    this.#enter(step);
  }

  /** Goes as near to a place as can be gone now, and on when more is there; not during a move. */
  goTo(place: Target): void {
    this.#asked = place;
    this.#head(place);
  }

  /** Takes what a host wishes, and goes where what has changed of it leads; see targetOf(). */
  wish(wishes: Target, changed: readonly (keyof Place)[]): void {
    this.#asked = wishes;
    const target = targetOf(wishes, changed, this.#later?.place ?? this.#wanted);
    if (target !== null) this.#head(target);
  }

  /**
   * Takes what the host says, and connects if nobody has to type anything for it. The same again is
   * nothing new. While a move is under way it has to wait, but for credentials that the move waits for.
   */
  configure(settings: SessionSettings): void {
    if (this.isMoving) {
      this.#later = { ...this.#later, settings };
      this.#serve();
    } else this.#apply(settings);
  }

  /** Stops what is only read: nobody sees it any more. A move goes on to its verdict. */
  suspend(): void {
    // Also what only waits for somebody to stop typing: nothing is sent from here on.
    const { conversation, visitor } = this;
    this.#jobs.leave([conversation.suspend(), visitor.suspend()].includes(true));
    this.#absence.begin();
  }

  /** Begins again what suspend() stopped, as far as this step needs it. */
  resume(): void {
    this.#absence.end();
    if (!this.#jobs.comeBack()) return;
    if (this.session.capability === null) {
      this.#connectAlone();
      return;
    }
    this.conversation.ofVisitor.search.resume();
    this.visitor.search.resume();
    if (this.#step === "history") void this.history.list();
    else if (this.#step === "preview") this.#look();
    else if (this.#step === "conversation") this.conversation.readOn();
    else if (this.#step === "visitor") void this.visitor.enter(this.conversation.chosen);
  }

  /** Connects, and goes on to the first step where there is something to do. */
  async connect(): Promise<void> {
    this.#wanted ??= kNothing;
    await this.session.connect();
  }

  /** Chooses a conversation: what was looked at for another one is forgotten. */
  chooseRoom(rid: string, ...known: [Parameters<ConversationFlow["choose"]>[1]?]): void {
    this.conversation.choose(rid, ...known);
    this.move.reset();
  }

  /** Chooses whom it belongs to. */
  chooseVisitor(id: string, ...known: [Parameters<VisitorFlow["choose"]>[1]?]): void {
    this.visitor.choose(id, ...known);
    this.move.reset();
  }

  /** Looks at the move on show once more, from whoever has the conversation now. */
  startOver(): void {
    const { settled } = this.move;
    if (settled === null) return;
    const { update, to } = settled;
    if (update.rid !== this.conversation.chosen?.rid) this.chooseRoom(update.rid);
    if (to.id !== this.visitor.chosen?.id) this.chooseVisitor(to.id, to.document);
    this.go("preview");
  }

  /** Begins with another conversation; the result on show stays until one is chosen. */
  findAnother(): void {
    this.go("conversation");
    if (this.#step === "conversation") this.conversation.change();
  }

  #head(place: Target): void {
    if (this.isMoving) {
      this.#later = { ...this.#later, place };
      return;
    }
    if (place.rid !== "" && place.rid !== this.conversation.chosen?.rid) {
      this.chooseRoom(place.rid);
      if (place.isAnew === true) this.visitor.unchoose();
    }
    if (place.newVisitorId !== "" && place.newVisitorId !== this.visitor.chosen?.id) {
      this.chooseVisitor(place.newVisitorId);
    }
    this.#wanted = place;
    this.#goOn();
  }

  // Whose a conversation was before is not to be shown as whose it is.
  #outdate(rid: string, room: RoomDocument | null): void {
    const { conversation, visitor } = this;
    conversation.outdate(rid, room);
    visitor.outdate(rid, room);
    if (this.#step === "conversation") conversation.readOn();
    if (this.#step === "visitor") void visitor.enter(conversation.chosen);
  }

  // Only somebody who waits for it is taken there: another step, or another choice, stays.
  #showResult(): void {
    if (this.#step === "result") this.move.unseen = null;
    const waits = kBeforeResult.has(this.#step);
    if (waits && this.move.settled?.update.rid === this.conversation.chosen?.rid) this.go("result");
  }

  #forget(): void {
    this.conversation.reset();
    this.visitor.reset();
    this.move.leave();
    this.history.reset();
    this.#enter("connect");
    if (this.#asked !== null) this.goTo(this.#asked);
  }

  // What follows from a change, whoever made it.
  #follow(): void {
    const { capability } = this.session;
    if (capability !== this.#known) {
      this.#known = capability;
      if (capability !== null && this.session.chat !== null) {
        this.onConnected(capability);
        void this.history.resume();
        if (this.#wanted !== null) this.#goOn();
      }
    }
    if (this.move.settled !== this.#shownEnd) {
      const { settled: end } = this.move;
      this.#shownEnd = end;
      if (this.#later?.place !== undefined) this.#later = { ...this.#later, end };
      if (this.#step === "history") void this.history.list();
    }
    this.#serve();
    this.#absence.follow();
    if (this.#later !== null && !this.isMoving) this.#world.timers.setTimeout(this.#obey, 0);
  }

  // Not in the middle of the change with which a move ends: its outcome is still to be taken.
  readonly #obey = (): void => {
    if (this.isMoving) return;
    const { settings, place, end } = this.#later ?? {};
    this.#later = null;
    if (settings !== undefined) this.#apply(settings);
    if (place === undefined) return;
    // It has been on show for no more than a moment.
    if (end === this.move.settled) this.move.unseen = end;
    this.#head(place);
    if (this.#step === "result") this.move.unseen = null;
  };

  // Else it would wait without end where a host has good credentials at hand.
  #serve(): void {
    const settings = this.#later?.settings;
    if (settings === undefined || !(this.move.waitsForHost || this.history.waitsForHost)) return;
    if (isSameSession(settings, this.session.settings)) this.#apply(settings);
  }

  #apply(settings: SessionSettings): void {
    if (isSameSettings(settings, this.session.settings)) return;
    this.session.configure(settings);
    if (!this.canGo(this.#step)) this.#enter("connect");
    if (this.session.chat === null) this.#connectAlone();
  }

  // With a provider there is nothing to type: the first step does itself.
  #connectAlone(): void {
    if (this.session.needsNobody) void this.connect();
  }

  #isWrite(job: Job): boolean {
    return job === this.history.undoing || job === this.move.sending;
  }

  #goOn(): void {
    const { step, isNamed = step !== "connect" } = this.#wanted ?? kNothing;
    const { rid, newVisitorId } = this.place;
    const named = isNamed && this.canGo(step);
    // The first step is a place to stay at only for whoever could go on.
    if (named && step === "connect" && !this.session.ready) {
      if (this.#step !== step) this.#enter(step);
      return;
    }
    const next = rid === "" ? "conversation" : newVisitorId === "" ? "visitor" : "preview";
    const target = named ? step : next;
    if (!this.canGo(target)) return;
    this.#wanted = null;
    this.#enter(target);
  }

  #enter(step: Step): void {
    this.#step = step;
    this.history.isOnShow = step === "history";
    if (step === "result") this.move.unseen = null;
    if (step === "preview") this.#look();
    if (step === "conversation") this.conversation.enter();
    if (step === "visitor") void this.visitor.enter(this.conversation.chosen);
    if (step === "history") void this.history.visit();
    this.#world.changed();
  }

  #look(): void {
    const { conversation, visitor, move } = this;
    if (conversation.chosen === null || visitor.chosen === null) return;
    void move.look(conversation.chosen.rid, visitor.chosen);
  }
}

interface Later {
  readonly settings?: SessionSettings;
  readonly place?: Target;
  /** The verdict that came meanwhile. */
  readonly end?: MoveFlow["settled"];
}

// With "connect", because a session may end while a move is under way.
const kBeforeResult: ReadonlySet<Step> = new Set(["connect", "preview", "result"]);

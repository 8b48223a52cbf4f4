// The whole flow: which step somebody is at, which steps can be gone to, and what belongs together.
import { ConversationFlow } from "./conversation-flow.js";
import { HistoryFlow } from "./history-flow.js";
import { MoveFlow } from "./move-flow.js";
import { kSteps, type Place, type Step } from "./place.js";
import { SessionFlow } from "./session-flow.js";
import type { SessionSettings } from "./session-settings.js";
import { VisitorFlow } from "./visitor-flow.js";
import type { World } from "./world.js";

/** See above. Calls the world's `changed` after each change. */
export class AdminFlow {
  readonly session: SessionFlow;
  readonly conversation: ConversationFlow;
  readonly visitor: VisitorFlow;
  readonly move: MoveFlow;
  readonly history: HistoryFlow;
  /** Called after the step has changed. */
  onStep: (place: Place) => void = () => undefined;
  #step: Step = "connect";
  // Where to go as soon as what it needs is there.
  #wanted: Place | null = null;
  // What was asked for from outside, for the next session too.
  #asked: Place | null = null;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.session = new SessionFlow(world);
    this.conversation = new ConversationFlow(world, this.session);
    this.visitor = new VisitorFlow(world, this.session);
    this.move = new MoveFlow(world, this.session);
    this.move.onShown = () => {
      this.#showResult();
    };
    this.history = new HistoryFlow(world, this.session);
    this.session.onEnded = () => {
      this.#forget();
    };
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
    const { session, conversation, visitor, move } = this;
    switch (step) {
      case "connect":
        return true;
      case "conversation":
        return session.ready;
      case "history":
        return session.chat !== null && session.capability !== null;
      case "visitor":
        return session.ready && conversation.chosen !== null;
      case "preview":
        return session.ready && conversation.chosen !== null && visitor.chosen !== null;
      case "result":
        return session.ready && move.settled !== null;
    }
  }

  /** Goes to a step, if what it needs is there. */
  go(step: Step): void {
    if (!this.canGo(step)) return;
    this.#wanted = null;
    this.#enter(step);
  }

  /** Goes as near to a place as can be gone now, and on when more is there. */
  goTo(place: Place): void {
    this.#asked = place;
    if (place.rid !== "" && place.rid !== this.conversation.chosen?.rid) {
      this.chooseRoom(place.rid);
    }
    if (place.newVisitorId !== "" && place.newVisitorId !== this.visitor.chosen?.id) {
      this.chooseVisitor(place.newVisitorId);
    }
    this.#wanted = place;
    this.#goOn();
  }

  /** Takes what the host says. */
  configure(settings: SessionSettings): void {
    this.session.configure(settings);
    if (!this.canGo(this.#step)) this.#enter("connect");
  }

  /** Connects, and goes on to the first step where there is something to do. */
  async connect(): Promise<void> {
    if (await this.session.connect()) this.#goOn();
  }

  /** Ends the session and forgets what was read with it. */
  disconnect(): void {
    this.session.disconnect();
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

  // Only somebody who waits for it is taken there: another step, or another choice, stays.
  #showResult(): void {
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

  #goOn(): void {
    const { rid, newVisitorId, step } = this.#wanted ?? kNowhere;
    const named = kSteps.indexOf(step) > kSteps.indexOf("connect") && this.canGo(step);
    const next = rid === "" ? "conversation" : newVisitorId === "" ? "visitor" : "preview";
    const target = named ? step : next;
    if (!this.canGo(target)) return;
    this.#wanted = null;
    this.#enter(target);
  }

  #enter(step: Step): void {
    const { conversation, visitor, move, history } = this;
    const isNew = this.#step !== step;
    this.#step = step;
    if (step === "preview" && conversation.chosen !== null && visitor.chosen !== null) {
      void move.look(conversation.chosen.rid, visitor.chosen);
    }
    if (step === "visitor") void visitor.enter(conversation.chosen);
    if (step === "history") void history.list();
    this.#world.changed();
    if (isNew) this.onStep(this.place);
  }
}

// With "connect", because a session may end while a move is under way.
const kBeforeResult: ReadonlySet<Step> = new Set(["connect", "preview", "result"]);
const kNowhere: Place = { step: "connect", rid: "", newVisitorId: "" };

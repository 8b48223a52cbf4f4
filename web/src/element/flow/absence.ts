// While the element is out of the page nobody logs in, and a host may have forgotten it: a move does not
// wait there without end for credentials.
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** See above. */
export class Absence {
  readonly #world: World;
  readonly #session: SessionFlow;
  #isAway = false;
  #patience: unknown = null;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.#session = session;
  }

  /** The element was taken out of the page. */
  begin(): void {
    this.#isAway = true;
    this.follow();
  }

  /** It was put back. */
  end(): void {
    this.#isAway = false;
    this.follow();
  }

  /** To be called after each change. */
  follow(): void {
    const { isAskingHost, isWaitedFor } = this.#session;
    if (this.#isAway && isAskingHost) {
      this.#patience ??= this.#world.timers.setTimeout(this.#giveUp, kPatience);
      return;
    }
    if (this.#patience !== null) this.#world.timers.clearTimeout(this.#patience);
    this.#patience = null;
    if (this.#isAway && isWaitedFor) this.#session.giveUp();
  }

  readonly #giveUp = (): void => {
    this.#patience = null;
    this.#session.giveUp();
  };
}

// Milliseconds: as long as an answer of the server may take.
const kPatience = 30_000;

// Waits until somebody has stopped typing: each route of the server takes ten calls a minute.
import type { Timers } from "../../client/send.js";

/** One thing to do after a pause; what comes later takes its place. */
export class TypingPause {
  readonly #timers: Timers;
  #timer: unknown = null;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Whether something is still to be done. */
  get isWaiting(): boolean {
    return this.#timer !== null;
  }

  /** Does `work` when nothing else has been typed for a while. */
  restart(work: () => void): void {
    this.end();
    this.#timer = this.#timers.setTimeout(() => {
      this.#timer = null;
      work();
    }, kPause);
  }

  /** Forgets what was to be done. */
  end(): void {
    if (this.#timer !== null) this.#timers.clearTimeout(this.#timer);
    this.#timer = null;
  }
}

// Longer than between two keys, shorter than patience lasts.
const kPause = 600;

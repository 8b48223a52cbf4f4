// Wakes whoever waits: at a time, or when something has happened on the same connection.
import type { Timers } from "./send.js";

/** A bell that all updates of a connection share: an answer to one may let another go on. */
export class Bell {
  readonly #timers: Timers;
  readonly #waiting = new Set<() => void>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  ring(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves after so many milliseconds, or when the bell rings. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        resolve();
        // A timer that cannot be cleared wakes nobody any more.
        try {
          this.#timers.clearTimeout(timer);
        } catch {
          return;
        }
      };
      this.#waiting.add(wake);
      const timer = this.#timers.setTimeout(wake, Math.min(milliseconds, kLongestTimer));
    });
  }
}

// What is longer, timers take for no time at all.
const kLongestTimer = 2 ** 31 - 1;

// Wakes whoever waits: at a time, or when something has happened on a connection of the same core.
import type { Timers } from "./send.js";

/**
 * A bell that all calls of a core share, each connection with its own timers: the core paces the calls
 * to a server whoever makes them, so an answer to one connection may let another go on.
 */
export class Bell {
  readonly #timers: Timers;
  readonly #waiting: Set<() => void>;

  constructor(timers: Timers, core: object) {
    this.#timers = timers;
    this.#waiting = kWaiting.get(core) ?? new Set();
    kWaiting.set(core, this.#waiting);
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

const kWaiting = new WeakMap<object, Set<() => void>>();
// What is longer, timers take for no time at all.
const kLongestTimer = 2 ** 31 - 1;

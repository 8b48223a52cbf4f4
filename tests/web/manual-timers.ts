// Timers that move only when a test says so.
import type { Timers } from "../../web/src/client/send.js";

/** Timers with a clock of their own; `advance` runs what falls due. */
export class ManualTimers implements Timers {
  now = 0;
  #next = 1;
  readonly #due = new Map<number, { at: number; callback: () => void }>();

  get pending(): number {
    return this.#due.size;
  }

  setTimeout(callback: () => void, milliseconds: number): number {
    const id = this.#next;
    this.#next += 1;
    this.#due.set(id, { at: this.now + milliseconds, callback });
    return id;
  }

  clearTimeout(timer: unknown): void {
    this.#due.delete(timer as number);
  }

  advance(milliseconds: number): void {
    this.now += milliseconds;
    for (const [id, { at, callback }] of [...this.#due]) {
      if (at > this.now) continue;
      this.#due.delete(id);
      callback();
    }
  }
}

// What the one polite live region says: what the step says, and beside it a notice of the whole
// element, which is said once and not again with every later word of the step.

/** Holds what was said last. */
export class Spoken {
  #notice = "";
  #beside: string | null = null;

  /** What to say now. */
  say(status: string, notice: string): string {
    if (notice !== this.#notice) {
      this.#notice = notice;
      this.#beside = status;
    }
    if (status !== this.#beside) this.#beside = null;
    const parts = this.#beside === null ? [status] : [status, notice];
    return parts.filter((part) => part !== "").join(" ");
  }
}

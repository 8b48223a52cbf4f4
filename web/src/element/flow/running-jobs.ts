// The work that is under way, and what of it is put off while the element is out of the page.
import type { Job } from "./job.js";

/** See above. A write is never put off: what was handed over is carried to its verdict. */
export class RunningJobs {
  readonly #running = new Set<Job>();
  readonly #isWrite: (job: Job) => boolean;
  #isAway = false;
  #isPutOff = false;

  constructor(isWrite: (job: Job) => boolean) {
    this.#isWrite = isWrite;
  }

  /** Whether a job may begin. */
  admit(job: Job): boolean {
    const isAdmitted = !this.#isAway || this.#isWrite(job);
    if (isAdmitted) this.#running.add(job);
    else this.#isPutOff = true;
    return isAdmitted;
  }

  ended(job: Job): void {
    this.#running.delete(job);
  }

  /** Ends what is only read, and lets nothing of it begin. `isMore`: something else was stopped, too. */
  leave(isMore: boolean): void {
    this.#isAway = true;
    if (isMore) this.#isPutOff = true;
    for (const job of [...this.#running]) {
      if (this.#isWrite(job)) continue;
      job.cancel();
      this.#isPutOff = true;
    }
  }

  /** Lets it begin again. Gives whether there is anything to begin. */
  comeBack(): boolean {
    const isPutOff = this.#isPutOff;
    this.#isAway = false;
    this.#isPutOff = false;
    return isPutOff;
  }
}

// A person whose id is at hand: read where that is allowed, taken as it stands where it is not.
import type { VisitorDocument } from "../../client/documents.js";
import type { Issue } from "../../errors.js";
import { Job } from "./job.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** See above. */
export class VisitorById {
  typed = "";
  /** What is wrong with the id that was to be used. */
  issues: readonly Issue[] = [];
  /** The id that the server does not let this user look up. */
  unread: string | null = null;
  readonly job: Job;
  readonly #world: World;
  readonly #session: SessionFlow;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.#session = session;
    this.job = new Job(world);
  }

  get id(): string {
    return this.typed.trim();
  }

  /** Takes what was typed. */
  type(typed: string): void {
    this.typed = typed;
    this.issues = [];
    this.unread = null;
    this.job.cancel();
    this.job.forget();
    this.#world.changed();
  }

  /** Whether the id can be sent at all; what is wrong with it is in `issues`. */
  isUsable(): boolean {
    const { id } = this;
    const update = { rid: id, oldVisitorId: id, newVisitorId: id };
    const all = this.#session.rv?.validate(update).issues ?? [];
    this.issues = all.filter((issue) => issue.path === "/newVisitorId" && isError(issue));
    this.#world.changed();
    return this.issues.length === 0;
  }

  /** Reads the person; undefined for all other ends, which `issues`, `unread` and the job tell. */
  async lookUp(): Promise<VisitorDocument | undefined> {
    if (!this.isUsable()) return undefined;
    const { id: visitorId } = this;
    const document = await this.#session.ask(this.job, (chat, options) =>
      chat.visitorInfo({ visitorId }, options),
    );
    if (this.job.problem?.code === "no_read_permission") {
      this.unread = visitorId;
      this.job.forget();
    }
    return document;
  }

  /** Forgets everything. */
  reset(): void {
    this.type("");
  }
}

function isError({ severity }: Issue): boolean {
  return severity === "error";
}

// Naming a conversation by its id, or by the address under which an agent sees it.
import type { RoomDocument } from "../../client/room-document.js";
import type { Issue } from "../../errors.js";
import { Job } from "./job.js";
import { type PastedRoom, ridIn } from "./rid-in.js";
import type { SessionFlow } from "./session-flow.js";
import type { World } from "./world.js";

/** See above. */
export class RoomByIdFlow {
  text = "";
  /** Whether somebody has tried to use the text as it stands. */
  wasTried = false;
  found: { readonly rid: string; readonly document: RoomDocument } | null = null;
  readonly job: Job;
  readonly #world: World;
  readonly #session: SessionFlow;

  constructor(world: World, session: SessionFlow) {
    this.#world = world;
    this.#session = session;
    this.job = new Job(world);
  }

  /** What the text says. */
  get pasted(): PastedRoom {
    return ridIn(this.text, this.#session.chat?.server ?? this.#session.server);
  }

  /** What the rules say about the id in the text. */
  get issues(): readonly Issue[] {
    const { rid } = this.pasted;
    const { rv } = this.#session;
    if (rid === null || rv === null) return [];
    return rv.validate({ rid, ...kOthers }).issues.filter(({ path }) => path === "/rid");
  }

  /** The id, if nothing is wrong with it. */
  get rid(): string | null {
    const isWrong = this.issues.some(({ severity }) => severity === "error");
    return isWrong ? null : this.pasted.rid;
  }

  edit(text: string): void {
    this.text = text;
    this.wasTried = false;
    this.#drop();
    this.#world.changed();
  }

  /** Reads the room, for somebody to see that it is the one. */
  async lookUp(): Promise<void> {
    this.wasTried = true;
    this.#drop();
    this.#world.changed();
    const { rid } = this;
    if (rid === null) return;
    // Kept before the job ends, so that there is no moment with neither work nor room on show.
    await this.#session.ask(this.job, async (chat, options) => {
      const document = await chat.roomInfo({ rid }, options);
      if (!options.signal.aborted) this.found = { rid, document };
    });
  }

  /** The room was perhaps moved. Null: nobody has read it since. */
  outdate(rid: string, document: RoomDocument | null): void {
    if (this.rid !== rid) return;
    this.job.cancel();
    if (this.found !== null) this.found = document === null ? null : { rid, document };
  }

  /** Forgets what was read; what was typed stays. */
  forget(): void {
    this.wasTried = false;
    this.#drop();
  }

  /** Forgets everything. */
  reset(): void {
    this.forget();
    this.text = "";
  }

  #drop(): void {
    this.job.cancel();
    this.job.forget();
    this.found = null;
  }
}

// Nothing is said about these two.
const kOthers = { oldVisitorId: "a".repeat(24), newVisitorId: "b".repeat(24) };

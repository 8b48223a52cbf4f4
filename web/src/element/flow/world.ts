// What the flow needs of the world, so that all of it can be tested without a browser.
import type { Connection } from "../../client/connect.js";
import type { RoomVisitor } from "../../client/load.js";
import type { ConnectOptions } from "../../client/options.js";
import type { Timers } from "../../client/send.js";
import type { Job } from "./job.js";

/** The effects of the flow. */
export interface World {
  readonly connect: (options: ConnectOptions) => Promise<Connection>;
  /** The compiled core, for what needs no connection: hiding secrets, writing a request as curl. */
  readonly load: (options: ConnectOptions["wasm"]) => Promise<RoomVisitor>;
  readonly timers: Timers;
  /** Wall time in epoch milliseconds: for what is shown, never for a decision about an update. */
  readonly clock: () => number;
  /** To be called after every change of what is shown. */
  readonly changed: () => void;
  /** Told of each piece of work, by whoever has to end them all; false: it is not to begin. */
  readonly began?: (job: Job) => boolean;
  readonly ended?: (job: Job) => unknown;
}

// What every call of a connection shares: the core, the target, the sender and the credentials.
import { isRoomVisitorError, type RoomVisitorError, toError } from "../errors.js";
import { Bell } from "./bell.js";
import { codeError } from "./code-error.js";
import type { Core, ServerInfo, Target } from "./core.js";
import type { Effects } from "./effects.js";
import type { Credentials, HttpRequest } from "./http.js";
import { unwrap } from "./load.js";
import { onceUnlessFailed, withSignal } from "./once.js";
import { type ConnectOptions, senderOptions } from "./options.js";
import { send, type SenderOptions, type SendFailure, type SentAnswer } from "./send.js";

/** The shared half of all calls. Keeps no credentials. */
export class Transport {
  readonly core: Core;
  readonly target: Target;
  /** Milliseconds that one attempt may take. */
  readonly timeLimit: number;
  readonly effects: Pick<Effects, "now" | "random" | "bell">;
  readonly #clock: () => number;
  readonly #provider: ConnectOptions["credentials"];
  readonly #sender: SenderOptions;
  readonly #serverInfo: () => Promise<ServerInfo>;

  constructor(core: Core, options: ConnectOptions) {
    this.core = core;
    this.target = { server: options.server, allowInsecure: options.allowInsecure ?? false };
    this.#clock = options.clock ?? Date.now;
    this.#provider = options.credentials;
    this.#sender = senderOptions(options);
    this.timeLimit = this.#sender.timeLimit;
    this.effects = {
      now: options.monotonicClock ?? kMonotonicClock,
      random: options.random ?? Math.random,
      bell: new Bell(this.#sender.timers),
    };
    // Shared by all callers, so it listens to no caller's signal; its time limit ends it.
    this.#serverInfo = onceUnlessFailed(() => this.#readServerInfo());
  }

  async serverInfo(signal: AbortSignal | undefined): Promise<ServerInfo> {
    try {
      return await withSignal(this.#serverInfo(), signal);
    } catch (cause) {
      throw isRoomVisitorError(cause) ? cause : codeError(this.core, "cancelled", { cause });
    }
  }

  /** Asks the provider. Rejects with `missing_credentials` or `cancelled`. */
  async credentials(signal: AbortSignal | undefined): Promise<Credentials> {
    try {
      const { userId, authToken } = await withSignal(this.#askProvider(signal), signal);
      return { userId, authToken };
    } catch (cause) {
      if (signal?.aborted === true) throw codeError(this.core, "cancelled", { cause });
      const found = "the credentials provider gave none";
      throw codeError(this.core, "missing_credentials", { found, cause });
    }
  }

  /** The clock's time; undefined when it gives none that a date can hold. */
  now(): Date | undefined {
    try {
      const date = new Date(this.#clock());
      return Number.isNaN(date.getTime()) ? undefined : date;
    } catch {
      return undefined;
    }
  }

  send(request: HttpRequest, signal: AbortSignal | undefined): Promise<SentAnswer | SendFailure> {
    return send(request, this.#sender, signal);
  }

  /** Sends and gives the answer; rejects if there is none. For requests that change nothing. */
  async read(request: HttpRequest, signal: AbortSignal | undefined): Promise<SentAnswer> {
    const result = await this.send(request, signal);
    if (result.kind === "answer") return result;
    throw this.#failureError(result);
  }

  async #askProvider(signal: AbortSignal | undefined): Promise<Credentials> {
    // A provider may open a dialogue; nobody wants that after a cancel.
    signal?.throwIfAborted();
    return this.#provider({ signal });
  }

  async #readServerInfo(): Promise<ServerInfo> {
    const { request } = unwrap(this.core.serverInfoRequest(this.target));
    const { status, headers, body } = await this.read(request, undefined);
    const { version, profile } = unwrap(this.core.readServerInfo({ status, headers }, body));
    return { version, profile };
  }

  #failureError({ reason, sent, cause }: SendFailure): RoomVisitorError {
    const { error } = this.core.readFailure(reason, sent);
    if (error === null) return codeError(this.core, "network_failed", { cause });
    return toError(error, [], { cause });
  }
}

// One function for all connections of a page: they share what is known of a server's limits.
const kMonotonicClock = (): number => performance.now();

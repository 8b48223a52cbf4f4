// What every call of a connection shares: the core, the target, the sender, the credentials, and what
// was found out about the workspace.
import { isRoomVisitorError } from "../errors.js";
import { ask } from "./ask.js";
import { Bell } from "./bell.js";
import type { Capability } from "./capability.js";
import { codeError } from "./code-error.js";
import type { Core, ServerInfo, Target } from "./core.js";
import type { CallOptions, Effects } from "./effects.js";
import type { History } from "./history.js";
import type { Credentials, HttpRequest } from "./http.js";
import { unwrap } from "./load.js";
import { onceUnlessFailed, withSignal } from "./once.js";
import { type ConnectOptions, senderOptions } from "./options.js";
import { send, type SenderOptions, type SendFailure, type SentAnswer } from "./send.js";

/** The shared half of all calls. Keeps no credentials. */
export class Transport {
  readonly core: Core;
  readonly target: Target;
  /** The target's address in its one usual form: what receipts and the history are kept by. */
  readonly server: string;
  /** Milliseconds that one attempt may take. */
  readonly timeLimit: number;
  readonly effects: Pick<Effects, "now" | "random" | "bell">;
  readonly history: History | undefined;
  readonly newId: () => string;
  readonly #clock: () => number;
  readonly #provider: ConnectOptions["credentials"];
  readonly #sender: SenderOptions;
  #serverInfo: () => Promise<ServerInfo>;
  #check: Promise<Capability> | undefined;
  // Whether an answer to a call with a token could be read.
  #isReadable = false;

  /** Throws the error of an address that cannot be used. */
  constructor(core: Core, options: ConnectOptions, history: History | undefined) {
    this.core = core;
    this.target = { server: options.server, allowInsecure: options.allowInsecure ?? false };
    this.server = unwrap(core.serverInfoRequest(this.target)).request.url.replace(kInfo, "");
    this.#clock = options.clock ?? Date.now;
    this.#provider = options.credentials;
    this.#sender = senderOptions(options);
    this.timeLimit = this.#sender.timeLimit;
    this.effects = {
      now: options.monotonicClock ?? kMonotonicClock,
      random: options.random ?? Math.random,
      bell: new Bell(this.#sender.timers, core),
    };
    this.history = history;
    this.newId = options.newId ?? kRandomId;
    this.#serverInfo = this.#newServerInfo();
  }

  async serverInfo(signal: AbortSignal | undefined): Promise<ServerInfo> {
    try {
      return await withSignal(this.#serverInfo(), signal);
    } catch (cause) {
      throw isRoomVisitorError(cause) ? cause : codeError(this.core, "cancelled", { cause });
    }
  }

  /** What is known of the workspace; found out once, until it is forgotten. */
  async check(options: CallOptions): Promise<Capability> {
    const known = await this.#check?.catch(() => undefined);
    if (known !== undefined) return known;
    const run = this.#runCheck(options);
    this.#check = run;
    return run;
  }

  /** An answer contradicts what is known. */
  forget(): void {
    this.#check = undefined;
    this.#serverInfo = this.#newServerInfo();
  }

  /** Asks the provider. Rejects with `missing_credentials` or `cancelled`. */
  async credentials(signal: AbortSignal | undefined): Promise<Credentials> {
    try {
      const { userId, authToken } = await withSignal(this.#askProvider(signal), signal);
      for (const [path, text] of [
        ["/userId", userId],
        ["/authToken", authToken],
      ] as const) {
        if (text === "") throw codeError(this.core, "missing_credentials", { path });
      }
      return { userId, authToken };
    } catch (cause) {
      if (isRoomVisitorError(cause)) throw cause;
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

  async send(
    request: HttpRequest,
    signal: AbortSignal | undefined,
  ): Promise<SentAnswer | SendFailure> {
    const sent = await send(request, this.#sender, signal);
    // Calls with and without a token are allowed separately: only those with one are preflighted.
    const hasToken = request.headers.some(([name]) => name === "X-Auth-Token");
    if (!hasToken) return sent;
    if (sent.kind === "answer") this.#isReadable = true;
    // What this page could read a moment ago is hidden by no setting.
    else if (sent.reason === "cors" && this.#isReadable) return { ...sent, reason: "network" };
    return sent;
  }

  async #askProvider(signal: AbortSignal | undefined): Promise<Credentials> {
    // A provider may open a dialogue; nobody wants that after a cancel.
    signal?.throwIfAborted();
    const own = signal ?? new AbortController().signal;
    return this.#provider({ signal: own, server: this.server });
  }

  async #runCheck(options: CallOptions): Promise<Capability> {
    const credentials = await this.#credentialsIfAny(options.signal);
    const { reply } = await ask<{ readonly capability: Capability }>(
      this,
      { ask: "check" },
      { ...options, credentials },
    );
    return unwrap(reply).capability;
  }

  // Without any the check says so itself.
  async #credentialsIfAny(signal: AbortSignal | undefined): Promise<Credentials | undefined> {
    try {
      return await this.credentials(signal);
    } catch (error) {
      if (signal?.aborted === true) throw error;
      return undefined;
    }
  }

  // Shared by all callers, so it listens to no caller's signal; its time limit ends it.
  #newServerInfo(): () => Promise<ServerInfo> {
    return onceUnlessFailed(async () => {
      const { reply, toError } = await ask<ServerInfo>(this, { ask: "server" }, {});
      if (!reply.ok) throw toError(reply.error);
      const { version, profile } = reply;
      return { version, profile };
    });
  }
}

const kInfo = /\/api\/info$/;

// One function for all connections of a page: they share what is known of a server's limits.
const kMonotonicClock = (): number => performance.now();

// crypto.randomUUID is missing on plain http.
const kRandomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

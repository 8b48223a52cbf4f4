// Where the calls of one session get their credentials: from the host's provider, or from what somebody
// logged in with here. When the server no longer takes them, whoever asks waits until there are
// others. Held in memory only.
import type { CallOptions, Progress } from "../../client/effects.js";
import type { Credentials } from "../../client/http.js";
import type { CredentialsProvider } from "../../client/options.js";
import type { Timers } from "../../client/send.js";

/** What a desk is made with. */
export interface DeskOptions {
  /** Null: somebody logs in here. */
  readonly provider: CredentialsProvider | null;
  /** What the calls are told that cannot have any. */
  readonly refusal: () => Error;
  readonly changed: () => void;
  readonly timers: Timers;
  /** The provider gave another user than the one who was logged in: everything read is another's. */
  readonly otherUser: () => void;
}

/** Of a call that is told apart from others by its signal. */
export type WatchedOptions = CallOptions & { readonly signal: AbortSignal };

/** How long the host has been asked: only what is slow is worth a word. */
export type HostWait = "short" | "long";

type Asked = Parameters<CredentialsProvider>[0];

interface Waiting {
  readonly asked: Asked;
  /** Tells the host that nobody wants its answer any more. */
  stop: AbortController;
  wait: HostWait;
  readonly resolve: (credentials: Credentials) => void;
  readonly reject: (reason: unknown) => void;
}

/** See above. */
export class CredentialsDesk {
  /** True from when the server no longer takes what it had taken, until there are others. */
  expired = false;
  /** Who is logged in; null until the server has said so. */
  userId: string | null = null;
  #provider: CredentialsProvider | null;
  readonly #options: DeskOptions;
  #held: Credentials | null = null;
  readonly #closed = new AbortController();
  readonly #waiting = new Set<Waiting>();
  readonly #refused = new Set<string>();
  readonly #given = new WeakMap<object, Credentials>();
  readonly #impatient = new WeakSet<AbortSignal>();

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#provider = options.provider;
  }

  /** Whether calls wait for credentials. */
  get isWaitedFor(): boolean {
    return this.#waiting.size > 0;
  }

  /** Whether the host's provider has been asked and has not answered. */
  get isAsking(): boolean {
    return this.#provider !== null && this.isWaitedFor;
  }

  /** The same of one run: for how long; null: not at all. */
  hostWaitOf(signal: AbortSignal): HostWait | null {
    if (!this.isAsking) return null;
    return [...this.#waiting].find(({ asked }) => asked.signal === signal)?.wait ?? null;
  }

  /** What a connection asks. */
  readonly give: CredentialsProvider = async (asked) => {
    // A call tells of a refusal in the same turn in which it asks again, but after it.
    await Promise.resolve();
    asked.signal.throwIfAborted();
    if (this.#closed.signal.aborted) throw this.#options.refusal();
    if (this.#provider !== null) return this.#wait(asked);
    const held = this.#held;
    if (held !== null && !this.#refused.has(held.authToken)) return this.#hand(asked, held);
    if (held === null || this.#impatient.has(asked.signal)) {
      throw this.#options.refusal();
    }
    this.expired = true;
    return this.#wait(asked);
  };

  /** A run whose calls are refused rather than wait for somebody to log in. */
  doNotWait(signal: AbortSignal): void {
    this.#impatient.add(signal);
  }

  /** The options of a call that also tell when its credentials are refused. */
  watch<Given extends WatchedOptions>(given: Given): Given & Required<CallOptions> {
    const { signal, onProgress } = given;
    return {
      ...given,
      signal,
      onProgress: (progress: Progress) => {
        if (progress.step === "credentials") this.refuse(signal);
        onProgress?.(progress);
      },
    };
  }

  /** The server has refused what the calls of a run were given last. */
  refuse(signal: AbortSignal): void {
    const given = this.#given.get(signal);
    if (given === undefined) return;
    this.#refused.add(given.authToken);
    // Others may have come since; and nothing has expired that never was taken.
    if (this.userId === null || given.authToken !== this.#held?.authToken) return;
    this.expired = true;
    this.#options.changed();
  }

  /** Somebody has logged in: those who waited go on. */
  use(credentials: Credentials): void {
    this.#held = credentials;
    this.expired = false;
    for (const waiting of this.#takeAll()) waiting.resolve(this.#hand(waiting.asked, credentials));
    this.#options.changed();
  }

  /** The server has said who is logged in. */
  establish(userId: string): void {
    this.userId = userId;
    this.expired = false;
  }

  /** The host has another provider: whoever waits is served by it, and whose it is is looked at. */
  replace(provider: CredentialsProvider, server: string): void {
    this.#provider = provider;
    if (this.isWaitedFor) for (const waiting of this.#waiting) this.#askHost(waiting);
    else if (this.userId !== null) {
      void this.#wait({ signal: this.#closed.signal, server }).catch(() => null);
    }
  }

  /** Ends those who wait; the next call asks again. What the server refused stays expired. */
  giveUp(): void {
    const held = this.#held;
    // Nothing has expired that never was taken.
    this.expired = this.userId !== null && held !== null && this.#refused.has(held.authToken);
    for (const { reject } of this.#takeAll()) reject(this.#options.refusal());
    this.#options.changed();
  }

  /** Ends the session: credentials are forgotten, and nobody is given any again. */
  close(): void {
    this.#closed.abort();
    this.#held = null;
    this.expired = false;
    for (const { reject } of this.#takeAll()) reject(this.#options.refusal());
  }

  #wait(asked: Asked): Promise<Credentials> {
    const { timers, changed } = this.#options;
    let timer: unknown = null;
    const answer = new Promise<Credentials>((resolve, reject) => {
      const stop = new AbortController();
      const waiting: Waiting = { asked, stop, wait: "short", resolve, reject };
      timer = timers.setTimeout(() => {
        waiting.wait = "long";
        changed();
      }, kShortest);
      this.#waiting.add(waiting);
      asked.signal.addEventListener("abort", () => {
        waiting.stop.abort();
        if (this.#waiting.delete(waiting)) reject(new Error("aborted"));
      });
      this.#askHost(waiting);
      changed();
    });
    const clear = (): void => {
      timers.clearTimeout(timer);
    };
    answer.then(clear, clear);
    return answer;
  }

  #askHost(waiting: Waiting): void {
    const provider = this.#provider;
    if (provider === null) return;
    // An answer of a provider that was replaced is nobody's any more.
    const take = (): boolean => this.#provider === provider && this.#waiting.delete(waiting);
    waiting.stop.abort();
    waiting.stop = new AbortController();
    Promise.resolve({ ...waiting.asked, signal: waiting.stop.signal })
      .then(provider)
      .then(copyOf)
      .then(
        (given) => {
          if (take()) this.#pass(waiting, given);
        },
        (reason: unknown) => {
          if (take()) waiting.reject(reason);
        },
      )
      .finally(this.#options.changed);
  }

  #pass(waiting: Waiting, given: Credentials): void {
    const { resolve, reject, asked } = waiting;
    // Whatever a host gives that is no credentials, the client says so.
    if (!isUsable(given)) {
      resolve(given);
    } else if (this.userId !== null && given.userId !== this.userId) {
      reject(this.#options.refusal());
      this.#options.otherUser();
    } else {
      this.#held = given;
      this.expired &&= this.#refused.has(given.authToken);
      resolve(this.#hand(asked, given));
    }
  }

  #hand({ signal }: Asked, credentials: Credentials): Credentials {
    this.#given.set(signal, credentials);
    return credentials;
  }

  #takeAll(): readonly Waiting[] {
    const all = [...this.#waiting];
    this.#waiting.clear();
    for (const { stop } of all) stop.abort();
    return all;
  }
}

// Milliseconds: until then somebody thinks that it is at work.
const kShortest = 1000;

// Read once: what a host gives may throw, or be another each time.
function copyOf(given: Credentials): Credentials {
  if (!isObject(given)) return given;
  const { userId, authToken } = given;
  return { userId, authToken };
}

function isUsable(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { userId, authToken } = given;
  return typeof userId === "string" && userId !== "" && typeof authToken === "string";
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null;
}

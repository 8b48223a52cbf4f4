// The login of the page round the element, as a host keeps it: handed out until it is refused, and
// from then on asked for again.
import type { Credentials } from "../src/client/http.js";
import type { CredentialsProvider } from "../src/client/options.js";

interface Waiting {
  readonly give: (credentials: Credentials) => void;
  readonly stop: (reason: unknown) => void;
}

/** See above. Calls `changed` when somebody begins or ceases to wait. */
export class HostSession {
  #credentials: Credentials;
  #refused = false;
  #waiting: readonly Waiting[] = [];
  readonly #changed: () => void;

  constructor(credentials: Credentials, changed: () => void) {
    this.#credentials = credentials;
    this.#changed = changed;
  }

  /** Whether a login is needed for somebody to go on. */
  get wanted(): boolean {
    return this.#waiting.length > 0;
  }

  /** For the element. */
  readonly provide: CredentialsProvider = ({ signal }) => {
    if (!this.#refused) return this.#credentials;
    return new Promise<Credentials>((resolve, reject) => {
      const waiting: Waiting = { give: resolve, stop: reject };
      const leave = (): void => {
        this.#leave(waiting);
        reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting = [...this.#waiting, waiting];
      this.#changed();
    });
  };

  /** The server no longer takes this token. */
  refuse(authToken: string): void {
    if (authToken === this.#credentials.authToken) this.#refused = true;
  }

  /** Somebody has logged in again: whoever waits goes on. */
  renew(credentials: Credentials): void {
    this.#credentials = credentials;
    this.#refused = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { give } of waiting) give(credentials);
    this.#changed();
  }

  /** Ends all waits. */
  close(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { stop } of waiting) stop(new Error("the workspace was replaced"));
  }

  #leave(waiting: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== waiting);
    this.#changed();
  }
}

// The only file that calls fetch for the API: one request out, one answer or failure back, never a
// throw. Redirects are not followed, because some hosts would repeat the credentials elsewhere.
import type { FailureKind } from "./answer.js";
import { type Header, headerPairs, type HttpRequest, parsedUrl } from "./http.js";

/** The part of the global timers that is used. */
export interface Timers {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The effects and limits of a sender. */
export interface SenderOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  /** Milliseconds from the call to the last byte of the answer. */
  readonly timeLimit: number;
  /** Bytes of an answer's body; what is larger is not read to its end. */
  readonly bodyLimit: number;
  /** The origin of the page, if there is one: decides whether a failure can be CORS. */
  readonly pageOrigin: string | undefined;
}

/** A complete answer. */
export interface SentAnswer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
}

/** No complete answer. `sent` is false only if nothing was handed to the transport. */
export interface SendFailure {
  readonly kind: "failure";
  readonly reason: FailureKind;
  readonly sent: boolean;
  readonly cause: unknown;
}

/** Sends one request. Resolves in any case, also when `signal` is aborted. */
export async function send(
  request: HttpRequest,
  options: SenderOptions,
  signal?: AbortSignal,
): Promise<SentAnswer | SendFailure> {
  if (signal?.aborted === true) return failure("aborted", false, signal.reason);
  const crossOrigin = isCrossOrigin(request.url, options.pageOrigin);
  let deadline: Deadline | undefined;
  let response: Response | undefined;
  try {
    deadline = new Deadline(options, signal);
    response = await deadline.race(callFetch(request, options, deadline.signal));
    if (!isRedirect(response)) return await deadline.race(readAnswer(response, options.bodyLimit));
    cancelBody(response);
    return failure("redirected", true, undefined);
  } catch (cause) {
    if (deadline === undefined) return failure("network", false, cause);
    if (deadline.reason !== null) return failure(deadline.reason, true, cause);
    const refused = response === undefined && crossOrigin;
    return failure(refused && cause instanceof TypeError ? "cors" : "network", true, cause);
  } finally {
    deadline?.end();
  }
}

async function callFetch(
  request: HttpRequest,
  options: SenderOptions,
  signal: AbortSignal,
): Promise<Response> {
  const { fetch } = options;
  return fetch(request.url, {
    method: request.method,
    headers: request.headers.map(([name, value]): [string, string] => [name, value]),
    ...(request.body === "" ? {} : { body: request.body }),
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    signal,
  });
}

// A browser hides a redirect it was told not to follow; Node shows its status.
function isRedirect(response: Response): boolean {
  return response.type === "opaqueredirect" || kRedirects.has(response.status);
}

async function readAnswer(response: Response, limit: number): Promise<SentAnswer | SendFailure> {
  const body = await readBody(response, limit);
  if (body === null) return failure("too_large", true, undefined);
  return { kind: "answer", status: response.status, headers: headerPairs(response.headers), body };
}

// A byte-order mark is kept and malformed bytes become U+FFFD: judging them is the core's business.
async function readBody(response: Response, limit: number): Promise<string | null> {
  if (response.body === null) return "";
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const reader = response.body.getReader();
  const parts: string[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return parts.join("") + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
}

function cancelBody(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

// There, fetch reports a refused preflight and a broken line with the same TypeError.
function isCrossOrigin(url: string, pageOrigin: string | undefined): boolean {
  return pageOrigin !== undefined && parsedUrl(url)?.origin !== pageOrigin;
}

function failure(reason: FailureKind, sent: boolean, cause: unknown): SendFailure {
  return { kind: "failure", reason, sent, cause };
}

/** Ends a send at the time limit or at the caller's abort, even if fetch ignores its signal. */
class Deadline {
  reason: "timeout" | "aborted" | null = null;
  readonly #controller = new AbortController();
  readonly #timers: Timers;
  readonly #timer: unknown;
  readonly #outer: AbortSignal | undefined;
  readonly #ended: Promise<never>;
  #reject: (cause: unknown) => void = () => undefined;

  constructor(options: SenderOptions, outer: AbortSignal | undefined) {
    this.#timers = options.timers;
    this.#outer = outer;
    this.#ended = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    this.#ended.catch(() => undefined);
    outer?.addEventListener("abort", this.#onAbort, { once: true });
    this.#timer = options.timers.setTimeout(() => {
      this.#stop("timeout", new Error("time limit reached"));
    }, options.timeLimit);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#ended]);
  }

  end(): void {
    // A timer that cannot be cleared changes nothing any more.
    try {
      this.#timers.clearTimeout(this.#timer);
    } catch {
      // The answer counts.
    }
    this.#outer?.removeEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => {
    this.#stop("aborted", this.#outer?.reason);
  };

  #stop(reason: "timeout" | "aborted", cause: unknown): void {
    this.reason ??= reason;
    this.#controller.abort(cause);
    this.#reject(cause);
  }
}

/** The host's fetch, looked up at each call, so that a later replacement is honoured. */
export const kGlobalFetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);

const kRedirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

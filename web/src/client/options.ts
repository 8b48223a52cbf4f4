// The options of connect() and what they are when left out.
import type { LoadOptions } from "../wasm/source.js";
import type { History } from "./history.js";
import type { Credentials } from "./http.js";
import { kGlobalFetch, type SenderOptions, type Timers } from "./send.js";

/** Gives the credentials when a request needs them. May ask a person; may throw to refuse. */
export type CredentialsProvider = (options: {
  /** Aborted when nobody waits for them any more. */
  readonly signal: AbortSignal;
  /** The workspace that they go to, in its usual form: those of another are not to be given. */
  readonly server: string;
}) => Credentials | Promise<Credentials>;

/** How to reach a workspace. */
export interface ConnectOptions {
  /** Address of the workspace: "https://chat.example.com"; a path is kept as prefix. */
  readonly server: string;
  readonly credentials: CredentialsProvider;
  /** Allows plain http to hosts other than loopback. Credentials then travel unencrypted. */
  readonly allowInsecure?: boolean | undefined;
  /** Replaces the global fetch. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Wall time in epoch milliseconds, for receipts only. */
  readonly clock?: (() => number) | undefined;
  /** Monotonic milliseconds, for waits and time limits. Default: performance.now. */
  readonly monotonicClock?: (() => number) | undefined;
  /** Chance from 0 up to, not including, 1: spreads repetitions. Default: Math.random. */
  readonly random?: (() => number) | undefined;
  readonly timers?: Timers | undefined;
  /** Milliseconds that one request may take to the last byte of its answer. Default 30,000. */
  readonly timeLimit?: number | undefined;
  /** The origin that requests come from; default: the page's. */
  readonly pageOrigin?: string | undefined;
  /** Makes ids that are unique for ever, for the history. Default: 128 random bits. */
  readonly newId?: (() => string) | undefined;
  /**
   * Keeps the record of every update. Default: a database of the browser, or memory where there is
   * none (Node has a file: openFileHistory of "room-visitor/node"). `null`: no record at all.
   */
  readonly history?: History | null | undefined;
  /** Where the WebAssembly module is. */
  readonly wasm?: LoadOptions | undefined;
}

/** The sender's options with the browser's defaults. */
export function senderOptions(options: ConnectOptions): SenderOptions {
  return {
    fetch: options.fetch ?? kGlobalFetch,
    timers: options.timers ?? kGlobalTimers,
    timeLimit: options.timeLimit ?? kTimeLimit,
    bodyLimit: kBodyLimit,
    pageOrigin: options.pageOrigin ?? pageOrigin(),
  };
}

// A page without an origin of its own (a file, a sandboxed frame) reports the text "null".
function pageOrigin(): string | undefined {
  return typeof location === "undefined" ? undefined : location.origin;
}

/** The platform's timers. */
export const kGlobalTimers: Timers = {
  setTimeout: (callback, milliseconds) => globalThis.setTimeout(callback, milliseconds),
  clearTimeout: (timer) => {
    globalThis.clearTimeout(timer as ReturnType<typeof globalThis.setTimeout>);
  },
};

// The server answers within seconds; a longer wait only keeps people from knowing.
const kTimeLimit = 30_000;
// The documented limit for one answer; no room comes near it.
const kBodyLimit = 32 * 1024 * 1024;

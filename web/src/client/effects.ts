// What carrying out a task needs of the world, and what it tells about itself.
import { isRoomVisitorError } from "../errors.js";
import type { Bell } from "./bell.js";
import type { Credentials, HttpRequest } from "./http.js";
import type { SendFailure, SentAnswer } from "./send.js";
import type { RequestKind, Route, WaitReason } from "./steps.js";
import type { Transport } from "./transport.js";

/** What a call is doing just now. */
export type Progress =
  | { readonly step: "send"; readonly kind: RequestKind | Route }
  | { readonly step: "wait"; readonly why: WaitReason; readonly forMs: number }
  | { readonly step: "credentials" };

/** The effects of drive(). */
export interface Effects {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
  readonly bell: Bell;
  readonly send: (
    request: HttpRequest,
    signal: AbortSignal,
    kind: RequestKind | Route,
  ) => Promise<SentAnswer | SendFailure>;
  /** Undefined: there are none. */
  readonly credentials: () => Promise<Credentials | undefined>;
  readonly onProgress: (progress: Progress) => void;
}

/** The machine's last step, and what the last failure was caused by. */
export interface Driven<Done> {
  readonly done: Done;
  readonly cause: unknown;
}

/** What a caller may say about any call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with what the call does next: what is sent, what is waited for, and for how long. */
  readonly onProgress?: ((progress: Progress) => unknown) | undefined;
}

/** The effects of one call; `use` is told of other credentials before they are used. */
export function effectsOf(
  transport: Transport,
  { signal, onProgress }: CallOptions,
  use: (credentials: Credentials) => void,
): Effects {
  return {
    ...transport.effects,
    send: (request, ownSignal) => transport.send(request, ownSignal),
    credentials: async () => {
      try {
        const credentials = await transport.credentials(signal);
        use(credentials);
        return credentials;
      } catch (error) {
        if (isRoomVisitorError(error)) return undefined;
        throw error;
      }
    },
    onProgress: (progress) => {
      tell(onProgress, progress);
    },
  };
}

// What a host does with news is not to end a call on its way, neither now nor in a promise.
function tell(listener: CallOptions["onProgress"], progress: Progress): void {
  try {
    Promise.resolve(listener?.(progress)).catch(() => undefined);
  } catch {
    return;
  }
}

// One request to a stand-in and its answer, as plain values.

/** Names and values in the order of the wire. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** `url` is origin-form: the path with its query. */
export interface StandinRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

/**
 * One answer. Every ending but "complete" is a fault: with "cut" the connection ends after `cutAt` bytes
 * of the body, with "reset" nothing arrives, with "stall" nothing or `cutAt` bytes and then nothing.
 */
export interface StandinExchange {
  /** 0 if the server wrote nothing. */
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
  /** How long the server waits before it answers; a host decides whether it does. */
  readonly delayMs: number;
  /** What a fault adds to that. */
  readonly slowMs: number;
  readonly ending: "complete" | "cut" | "reset" | "stall";
  readonly cutAt?: number;
}

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

/** `delayMs` is how long the server waits before it answers; a host decides whether it does. */
export interface StandinExchange {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
  readonly delayMs: number;
  readonly ending: "complete";
}

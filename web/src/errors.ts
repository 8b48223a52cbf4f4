// What this package throws, rejects with and reports: one class per family of errors, all with a
// stable code, a sentence that says what happened (message) and one that says what to do (remedy).
// No message ever contains a secret.

/** Whose error it is: the caller's, the server's, the world's (no usable answer), or the loader's. */
export type ErrorFamily = "caller" | "server" | "world" | "loader";

/** One error as data, as the core reports it. */
export interface ErrorData {
  readonly code: string;
  readonly family: ErrorFamily;
  /** Where in the input: "/rid"; "" when the error is not about one place. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  /** What happened, with what was found and what would be right. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** One finding of validation. A warning does not prevent sending. */
export interface Issue extends Omit<ErrorData, "family"> {
  readonly severity: "error" | "warning";
}

/** The base of every error of this package. */
export abstract class RoomVisitorError extends Error implements ErrorData {
  abstract override readonly name: string;
  readonly code: string;
  readonly family: ErrorFamily;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;

  constructor(data: ErrorData, options?: ErrorOptions) {
    super(data.message, options);
    this.code = data.code;
    this.family = data.family;
    this.path = data.path;
    this.found = data.found;
    this.expected = data.expected;
    this.remedy = data.remedy;
  }
}

/** An argument is wrong; nothing was sent. `issues` lists every finding about the update. */
export class CallerError extends RoomVisitorError {
  override readonly name = "CallerError";
  readonly issues: readonly Issue[];

  constructor(data: ErrorData, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(data, options);
    this.issues = issues;
  }
}

/** The server refused and said why. */
export class ServerError extends RoomVisitorError {
  override readonly name = "ServerError";
}

/** No answer, or one that cannot be understood. */
export class WorldError extends RoomVisitorError {
  override readonly name = "WorldError";
}

/** The WebAssembly module could not be loaded or stopped working. Loading again is allowed. */
export class LoaderError extends RoomVisitorError {
  override readonly name = "LoaderError";
}

/** Makes the class that belongs to the error's family. */
export function toError(
  data: ErrorData,
  issues: readonly Issue[] = [],
  options?: ErrorOptions,
): RoomVisitorError {
  switch (data.family) {
    case "caller":
      return new CallerError(data, issues, options);
    case "server":
      return new ServerError(data, options);
    case "world":
      return new WorldError(data, options);
    case "loader":
      return new LoaderError(data, options);
  }
}

const kNames: ReadonlySet<string> = new Set([
  "CallerError",
  "ServerError",
  "WorldError",
  "LoaderError",
]);

/** True for every error of this package, also of a second copy of it on the same page. */
export function isRoomVisitorError(value: unknown): value is RoomVisitorError {
  return value instanceof Error && kNames.has(value.name) && "code" in value && "remedy" in value;
}

/** True for an error that was found before anything was sent. */
export function isCallerError(value: unknown): value is CallerError {
  return isRoomVisitorError(value) && value.name === "CallerError";
}

/** True for a refusal of the server. */
export function isServerError(value: unknown): value is ServerError {
  return isRoomVisitorError(value) && value.name === "ServerError";
}

/** True for a missing or incomprehensible answer. */
export function isWorldError(value: unknown): value is WorldError {
  return isRoomVisitorError(value) && value.name === "WorldError";
}

/** True for a failure to load the WebAssembly module. */
export function isLoaderError(value: unknown): value is LoaderError {
  return isRoomVisitorError(value) && value.name === "LoaderError";
}

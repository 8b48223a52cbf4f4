// Why a workspace could not be made or a request not be read.

/** The fields of an error as core writes them; docs/errors.md lists the codes. */
export interface StandinErrorFields {
  readonly code: string;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * A stand-in was asked for something it cannot do: `unsupported_version`, `invalid_version`,
 * `invalid_seed` or `invalid_input`. `path` is a JSON Pointer into the options.
 */
export class StandinError extends Error {
  override readonly name = "StandinError";
  readonly code: string;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;

  constructor(fields: StandinErrorFields) {
    super(fields.message);
    this.code = fields.code;
    this.path = fields.path;
    this.found = fields.found;
    this.expected = fields.expected;
    this.remedy = fields.remedy;
  }
}

/** Whether something caught is a StandinError, also one of another copy of this file. */
export function isStandinError(error: unknown): error is StandinError {
  return error instanceof Error && error.name === "StandinError";
}

// Errors that are found on this side of the boundary, in the words of the core's table.
import { type RoomVisitorError, toError } from "../errors.js";
import type { Core } from "./core.js";

/** What is special about one occurrence of an error. */
export interface ErrorDetails {
  readonly path?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly cause?: unknown;
}

/** Makes the error of a code of the table. */
export function codeError(core: Core, code: string, details: ErrorDetails = {}): RoomVisitorError {
  const { path = "", found = "", expected = "", cause } = details;
  const row = core.errorTable().find((entry) => entry.code === code);
  const { family, what, remedy } = row ?? { family: "caller", what: code, remedy: "" };
  const message = [
    what,
    found === "" ? "" : `Found: ${found}.`,
    expected === "" ? "" : `Expected: ${expected}.`,
  ];
  return toError(
    { code, family, path, found, expected, message: message.filter(Boolean).join(" "), remedy },
    [],
    cause === undefined ? undefined : { cause },
  );
}

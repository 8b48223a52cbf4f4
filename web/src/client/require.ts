// Arguments from JavaScript, checked although typed: a clear error in place of the engine's.
import { codeError } from "./code-error.js";
import type { Core } from "./core.js";

/** Throws `invalid_input` at `path` unless the value is an object. Never shows the value itself. */
export function requireObject(core: Core, value: unknown, path: string, expected: string): void {
  if (typeof value !== "object" || value === null) refuse(core, value, path, expected);
}

/** Throws `invalid_input` at `path` unless the value is text. Never shows the value itself. */
export function requireText(core: Core, value: unknown, path: string, expected = "text"): void {
  if (typeof value !== "string") refuse(core, value, path, expected);
}

function refuse(core: Core, value: unknown, path: string, expected: string): never {
  const found = value === null ? "null" : `a value of type ${typeof value}`;
  throw codeError(core, "invalid_input", { path, found, expected });
}

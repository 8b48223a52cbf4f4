// What stands beside one field: the findings of validation about it, and what the server said about
// the value that was sent.
import type { Issue } from "../errors.js";

/** One message beside a field. */
export interface FieldNote {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly remedy: string;
}

/** What a field shows. */
export interface FieldState {
  readonly invalid: boolean;
  readonly notes: readonly FieldNote[];
}

/** What a field's state depends on. */
export interface FieldInput {
  readonly name: string;
  readonly value: string;
  /** All findings about the update. */
  readonly issues: readonly Issue[];
  /** Whether the person has left the field or tried to send. */
  readonly visited: boolean;
  /** What the server said about the value that was sent, until the value is edited. */
  readonly refusal: FieldNote | null;
}

/** The state of one field. An untouched empty field is not called wrong before it is visited. */
export function fieldState({ name, value, issues, visited, refusal }: FieldInput): FieldState {
  if (value === "" && !visited) return kQuiet;
  const own = issues.filter(({ path }) => path === `/${name}`);
  const notes: FieldNote[] = own.map(({ severity, message, remedy }) => {
    return { severity, message, remedy };
  });
  if (refusal !== null) notes.unshift(refusal);
  return { invalid: notes.some(({ severity }) => severity === "error"), notes };
}

const kQuiet: FieldState = { invalid: false, notes: [] };

// Why something could not be done, as it is shown beside the place where it can be repaired.
import { type ErrorData, isRoomVisitorError } from "../../errors.js";
import type { ErrorText } from "../text/texts.js";

/** An error in plain data. */
export interface Problem extends ErrorText {
  /** What was found; hostile text, "" where there is nothing to show. */
  readonly found: string;
  /** Where in what was given; "" for all of it, or where that is not known. */
  readonly path?: string;
}

/** What an error says; one that is not of this package is a fault of ours, and may hold anything. */
export function problemOf(error: unknown): Problem {
  if (isRoomVisitorError(error)) return problemIn(error);
  const found = error instanceof Error ? error.name : typeof error;
  return { code: kFault, message: "", remedy: "", found };
}

/** The same for an error that came as data. */
export function problemIn({ code, message, remedy, found, path }: ProblemData): Problem {
  return { code, message, remedy, found, path };
}

type ProblemData = Pick<ErrorData, "code" | "message" | "remedy" | "found" | "path">;

/** The code of what is nobody's fault but ours. */
export const kFault = "page_fault";

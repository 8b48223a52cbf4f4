// Errors that are no outcome of an update, as the page shows them.
import { isRoomVisitorError, type RoomVisitorError } from "../src/errors.js";

/** What went wrong beside the outcome of an update. */
export type Failure = Pick<RoomVisitorError, "code" | "message" | "remedy">;

/** An error that is not of this package is a fault of the page; its text may hold anything. */
export function failureOf(error: unknown): Failure {
  if (isRoomVisitorError(error)) return error;
  const name = error instanceof Error ? error.name : typeof error;
  const code = "page_fault";
  const message = `The page made a mistake and stopped what it was doing (${name}).`;
  const remedy = "If an update was being sent, read the room before you send it again.";
  return { code, message, remedy };
}

// Errors that are no outcome of an update, as the page shows them.
import { isRoomVisitorError, type RoomVisitorError } from "../src/errors.js";
import type { FormInput } from "./form-model.js";

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

/** The browser stopped a call because the page may not call this origin; nothing was sent. */
export function policyFailure(origin: string): Failure {
  const message = `This page's own policy does not allow calls to ${origin}; nothing was sent.`;
  const remedy = `Start the page with CONNECT=${origin} npm start, or add the address to connect-src in its Content-Security-Policy header.`;
  return { code: "blocked_by_page_policy", message, remedy };
}

/** The same beside the server's field. */
export function policyRefusal(origin: string): Pick<FormInput, "refusals"> {
  const { message, remedy } = policyFailure(origin);
  return { refusals: { server: { severity: "error", message, remedy } } };
}

// Carries the task of an update to its outcome.
import { isRoomVisitorError, type RoomVisitorError } from "../errors.js";
import { release } from "./ask.js";
import { codeError } from "./code-error.js";
import { drive } from "./drive.js";
import type { CallOptions, Effects } from "./effects.js";
import type { Credentials } from "./http.js";
import type { Outcome } from "./outcome.js";
import { outcomeOf, type SentUpdate, writeReceipt } from "./outcome-of.js";
import type { UpdateDone } from "./steps.js";
import type { Task } from "./task.js";
import type { Transport } from "./transport.js";
import type { VisitorUpdate } from "./update.js";

/** What is remembered of an update that is about to be handed over. */
export function sentBy(update: VisitorUpdate, credentials: Credentials, since: Date): SentUpdate {
  return { update, userId: credentials.userId, since, secrets: [credentials.authToken] };
}

/** Resolves for every verdict, whatever is thrown on the way. */
export async function carry(
  transport: Transport,
  task: Task<UpdateDone>,
  sent: SentUpdate,
  effects: Effects,
  { signal }: CallOptions,
): Promise<Outcome> {
  try {
    return outcomeOf(transport, sent, await drive(task, effects, signal));
  } catch (cause) {
    // Something stopped after a write may have gone out: nobody knows now what it would have said.
    const error = isRoomVisitorError(cause) ? cause : unexpected(transport, cause);
    const end = { verdict: "unknown", proof: null } as const;
    const openUntil = transport.effects.now() + transport.timeLimit;
    return { ...end, error, receipt: writeReceipt(transport, sent, { ...end, openUntil }) };
  } finally {
    release(task, transport);
  }
}

// The core may have stopped, too; then its own error says so.
function unexpected({ core }: Transport, cause: unknown): RoomVisitorError {
  try {
    return codeError(core, "unexpected_answer", { found: "a fault on this side", cause });
  } catch (stopped) {
    if (isRoomVisitorError(stopped)) return stopped;
    throw stopped;
  }
}

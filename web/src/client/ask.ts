// One question to the server, carried to its answer: what it takes and gives is json_tasks.h's.
import { type ErrorData, isRoomVisitorError, type RoomVisitorError, toError } from "../errors.js";
import { codeError } from "./code-error.js";
import type { Reply } from "./core.js";
import { drive } from "./drive.js";
import { type CallOptions, effectsOf } from "./effects.js";
import type { Credentials } from "./http.js";
import { maskError } from "./mask-secrets.js";
import { startQuestion, type Task } from "./task.js";
import type { Transport } from "./transport.js";

/** A reply, and how to make the error that it may hold. */
export interface Asked<T> {
  readonly reply: Reply<T>;
  readonly toError: (error: ErrorData) => RoomVisitorError;
}

/** What asking needs besides the question. */
export interface AskOptions extends CallOptions {
  /** Undefined: the question needs none. */
  readonly credentials?: Credentials | undefined;
  /** What no error may show, besides tokens. */
  readonly secrets?: readonly string[];
}

/** Asks and gives the reply; rejects only for questions that cannot be asked and when cancelled. */
export async function ask<T>(
  transport: Transport,
  question: object,
  options: AskOptions,
): Promise<Asked<T>> {
  const { core, target, effects, timeLimit } = transport;
  const { credentials, signal } = options;
  const secrets = [...(options.secrets ?? [])];
  if (credentials !== undefined) secrets.push(credentials.authToken);
  const setup = { target, credentials, attemptLimit: Math.ceil(timeLimit) };
  const task = startQuestion(core, question, setup, effects.now);
  try {
    const use = ({ authToken }: Credentials): void => {
      secrets.push(authToken);
    };
    const { done, cause } = await drive(task, effectsOf(transport, options, use), signal);
    if (signal?.aborted === true) throw codeError(core, "cancelled", { cause: signal.reason });
    return {
      reply: done.reply as Reply<T>,
      toError: (error) =>
        toError(maskError(error, secrets), [], cause === undefined ? undefined : { cause }),
    };
  } finally {
    release(task, transport);
  }
}

/** Asks with credentials and gives the value; rejects with the error of a reply. */
export async function askAs<T>(
  transport: Transport,
  question: object,
  options: CallOptions,
): Promise<T> {
  const credentials = await transport.credentials(options.signal);
  const { reply, toError: errorOf } = await ask<T>(transport, question, {
    ...options,
    credentials,
  });
  if (!reply.ok) throw errorOf(reply.error);
  return reply;
}

/** Frees a task; whoever waited for it may go on. */
export function release(task: Task<unknown>, { effects }: Transport): void {
  try {
    task.end();
  } catch (error) {
    // The core has stopped; its memory goes with the module.
    if (!isRoomVisitorError(error)) throw error;
  }
  effects.bell.ring();
}

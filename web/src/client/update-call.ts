// One call of updateRoomVisitor, undo or recover: check, ask for credentials, carry through, keep the
// record. What may be claimed is the core's; this file only brings it the world and takes its words away.
import { isRoomVisitorError, type Issue, type RoomVisitorError, toError } from "../errors.js";
import type { Profile } from "./answer.js";
import { carry, sentBy } from "./carry.js";
import { codeError } from "./code-error.js";
import { type CallOptions, type Effects, effectsOf } from "./effects.js";
import type { Credentials } from "./http.js";
import type { Outcome } from "./outcome.js";
import type { SentUpdate } from "./outcome-of.js";
import { UpdateRecord } from "./record.js";
import { recoverRoom } from "./recovery.js";
import type { UpdateDone } from "./steps.js";
import { startUpdate, type Task } from "./task.js";
import type { Transport } from "./transport.js";
import type { VisitorUpdate } from "./update.js";

/** What a call may be given besides the update. */
export interface UpdateOptions extends CallOptions {
  /** Wall time until which a write of the update that is undone may still arrive. */
  readonly originalOpenUntil?: Date | undefined;
}

/** Carries one update through. Resolves for every verdict. */
export async function runUpdate(
  transport: Transport,
  input: VisitorUpdate,
  options: UpdateOptions,
): Promise<Outcome> {
  const ready = await prepare(transport, input, options);
  if ("verdict" in ready) return ready;
  const { task, sent } = ready;
  const record = new UpdateRecord(transport, sent);
  const outcome = await carry(
    transport,
    task,
    sent,
    recorded(transport, sent, record, options),
    options,
  );
  const notRecorded = await record.close(outcome);
  if (outcome.error !== undefined && kStale.has(outcome.error.code)) transport.forget();
  return notRecorded === undefined ? outcome : { ...outcome, notRecorded };
}

interface ReadyUpdate {
  readonly task: Task<UpdateDone>;
  readonly sent: SentUpdate;
}

async function prepare(
  transport: Transport,
  input: VisitorUpdate,
  options: UpdateOptions,
): Promise<ReadyUpdate | Outcome> {
  const { core } = transport;
  const { update, issues } = core.validate(input);
  if (update === undefined) return notSent(firstError(transport, issues));
  try {
    const profile = await readProfile(transport, options.signal);
    const credentials = await transport.credentials(options.signal);
    const since = transport.now();
    if (since === undefined) return notSent(clockError(transport));
    await recoverRoom(transport, update.rid, credentials, options);
    const task = start(transport, update, profile, credentials, options, since);
    return { task, sent: sentBy(update, credentials, since) };
  } catch (error) {
    if (isRoomVisitorError(error)) return notSent(error);
    throw error;
  }
}

function start(
  transport: Transport,
  update: VisitorUpdate,
  profile: Profile | undefined,
  credentials: Credentials,
  { originalOpenUntil }: UpdateOptions,
  since: Date,
): Task<UpdateDone> {
  const { core, target, effects, timeLimit } = transport;
  const openFor =
    originalOpenUntil === undefined ? 0 : originalOpenUntil.getTime() - since.getTime();
  const setup = { target, credentials, profile, attemptLimit: Math.ceil(timeLimit) };
  const open = openFor > 0 ? { originalOpenUntil: Math.ceil(effects.now() + openFor) } : {};
  return startUpdate(core, update, { ...setup, ...open }, effects.now);
}

// The record of a write is kept before it goes out; one without a record does not go out.
function recorded(
  transport: Transport,
  sent: SentUpdate,
  record: UpdateRecord,
  options: CallOptions,
): Effects {
  const effects = effectsOf(transport, options, (credentials) => {
    sent.userId = credentials.userId;
    sent.secrets.push(credentials.authToken);
  });
  return {
    ...effects,
    send: async (request, signal, kind) => {
      if (kind !== "write") return effects.send(request, signal, kind);
      const failure = await record.intend();
      if (failure === undefined) return effects.send(request, signal, kind);
      return { kind: "failure", reason: "not_recorded", sent: false, cause: failure.cause };
    },
  };
}

function clockError({ core }: Transport): RoomVisitorError {
  const expected = "a function that gives the time in epoch milliseconds";
  return codeError(core, "invalid_input", { path: "/clock", found: "no time", expected });
}

function firstError({ core }: Transport, issues: readonly Issue[]): RoomVisitorError {
  const first = issues.find(({ severity }) => severity === "error");
  if (first === undefined) return codeError(core, "invalid_input");
  return toError({ ...first, family: "caller" }, issues);
}

// What cannot be found out does not prevent sending.
async function readProfile(
  transport: Transport,
  signal: AbortSignal | undefined,
): Promise<Profile | undefined> {
  try {
    return (await transport.serverInfo(signal)).profile;
  } catch (error) {
    if (isRoomVisitorError(error)) return undefined;
    throw error;
  }
}

function notSent(error: RoomVisitorError): Outcome {
  return { verdict: "not_sent", error };
}

// Answers that contradict what a check of the workspace says: it is to be read again.
const kStale: ReadonlySet<string> = new Set([
  "not_logged_in",
  "no_permission",
  "no_change_permission",
  "endpoint_removed",
  "endpoint_absent",
  "endpoint_broken",
  "wrong_method",
]);

// One call of updateRoomVisitor or undo: check, ask for credentials, carry through, tell. What may be
// claimed is the core's; this file only brings it the world and takes its words away.
import { isRoomVisitorError, type Issue, type RoomVisitorError, toError } from "../errors.js";
import type { Profile } from "./answer.js";
import { codeError } from "./code-error.js";
import { drive } from "./drive.js";
import type { Progress } from "./effects.js";
import type { Credentials } from "./http.js";
import type { Outcome } from "./outcome.js";
import { outcomeOf, type SentUpdate, writeReceipt } from "./outcome-of.js";
import { Reassignment } from "./reassignment.js";
import type { Transport } from "./transport.js";
import type { VisitorUpdate } from "./update.js";

/** What a call may be given besides the update. */
export interface UpdateOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
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
  const { machine, sent } = ready;
  try {
    const driven = await drive(machine, effectsOf(transport, sent, options), options.signal);
    return outcomeOf(transport, sent, driven);
  } catch (cause) {
    // Something stopped after a write may have gone out: nobody knows now what it would have said.
    const error = isRoomVisitorError(cause) ? cause : unexpected(transport, cause);
    const receipt = writeReceipt(transport, sent, {
      verdict: "unknown",
      proof: null,
      openUntil: null,
    });
    return { verdict: "unknown", error, receipt };
  } finally {
    release(machine);
  }
}

interface ReadyUpdate {
  readonly machine: Reassignment;
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
  const profile = await readProfile(transport, options.signal);
  const pointless = profile === undefined ? null : core.checkProfile(profile);
  if (pointless !== null) return notSent(toError(pointless));
  try {
    const credentials = await transport.credentials(options.signal);
    const since = transport.now();
    if (since === undefined) return notSent(clockError(transport));
    const machine = start(transport, update, profile, credentials, options, since);
    return {
      machine,
      sent: { update, userId: credentials.userId, since, secrets: [credentials.authToken] },
    };
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
): Reassignment {
  const { core, target, effects, timeLimit } = transport;
  const openFor =
    originalOpenUntil === undefined ? 0 : originalOpenUntil.getTime() - since.getTime();
  const setup = { target, credentials, profile, attemptLimit: Math.ceil(timeLimit) };
  const open = openFor > 0 ? { originalOpenUntil: Math.ceil(effects.now() + openFor) } : {};
  return new Reassignment(core, update, { ...setup, ...open }, effects.now);
}

function effectsOf(transport: Transport, sent: SentUpdate, options: UpdateOptions) {
  return {
    ...transport.effects,
    send: transport.send.bind(transport),
    credentials: async (): Promise<Credentials | undefined> => {
      try {
        const credentials = await transport.credentials(options.signal);
        sent.secrets.push(credentials.authToken);
        return credentials;
      } catch (error) {
        if (isRoomVisitorError(error)) return undefined;
        throw error;
      }
    },
    onProgress: (progress: Progress): void => {
      // What a host does with news is not to end an update on its way.
      try {
        options.onProgress?.(progress);
      } catch {
        return;
      }
    },
  };
}

// The core has stopped; its memory goes with the module.
function release(machine: Reassignment): void {
  try {
    machine.end();
  } catch (error) {
    if (!isRoomVisitorError(error)) throw error;
  }
}

function clockError({ core }: Transport): RoomVisitorError {
  const expected = "a function that gives the time in epoch milliseconds";
  return codeError(core, "invalid_input", { path: "/clock", found: "no time", expected });
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

// One call of updateRoomVisitor: check, ask for credentials, send once, judge. Verdicts are the
// core's; this file only carries them.
import { isRoomVisitorError, type Issue, type RoomVisitorError, toError } from "../errors.js";
import type { Answer, Judgement, Meaning, Profile, RateLimit } from "./answer.js";
import { codeError } from "./code-error.js";
import type { Credentials, Header, HttpRequest } from "./http.js";
import { replyError } from "./load.js";
import { maskAnswer } from "./mask-secrets.js";
import type { Outcome, Receipt } from "./outcome.js";
import { roomDocument } from "./room-document.js";
import type { SendFailure, SentAnswer } from "./send.js";
import type { Transport } from "./transport.js";
import type { VisitorUpdate } from "./update.js";

/** Carries one update through. Resolves for every verdict. */
export async function runUpdate(
  transport: Transport,
  input: VisitorUpdate,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const ready = await prepare(transport, input, signal);
  if ("verdict" in ready) return ready;
  try {
    return judge(transport, ready, await transport.send(ready.request, signal));
  } catch (cause) {
    // Something stopped after a write went out: whatever it would have said, nobody knows now.
    const error = isRoomVisitorError(cause) ? cause : unexpected(transport, cause);
    return { verdict: "unknown", error, receipt: receipt(transport, ready, "unknown", null) };
  }
}

interface ReadyUpdate {
  readonly update: VisitorUpdate;
  readonly profile: Profile | undefined;
  readonly credentials: Credentials;
  readonly request: HttpRequest;
  /** The time before sending, for a receipt when the clock fails later. */
  readonly since: Date;
}

async function prepare(
  transport: Transport,
  input: VisitorUpdate,
  signal: AbortSignal | undefined,
): Promise<ReadyUpdate | Outcome> {
  const { core, target } = transport;
  const { update, issues } = core.validate(input);
  if (update === undefined) return notSent(firstError(transport, issues));
  const profile = await readProfile(transport, signal);
  const pointless = profile === undefined ? null : core.checkProfile(profile);
  if (pointless !== null) return notSent(toError(pointless));
  let credentials: Credentials;
  try {
    credentials = await transport.credentials(signal);
  } catch (error) {
    if (isRoomVisitorError(error)) return notSent(error);
    throw error;
  }
  const reply = core.updateRequest(update, target, credentials);
  if (!reply.ok) return notSent(replyError(reply));
  if (signal?.aborted === true) return notSent(codeError(core, "cancelled"));
  const since = transport.now();
  if (since === undefined) return notSent(clockError(transport));
  return { update, profile, credentials, request: reply.request, since };
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

function judge(
  transport: Transport,
  ready: ReadyUpdate,
  result: SentAnswer | SendFailure,
): Outcome {
  if (result.kind === "failure") {
    const judgement = transport.core.readFailure(result.reason, result.sent);
    return outcome(transport, ready, judgement, null, result.cause);
  }
  const { status, headers, body } = result;
  const { update, profile } = ready;
  const meta = { status, headers, update, profile };
  const read: Answer = transport.core.readUpdateAnswer(meta, body);
  const answer = maskAnswer(read, [ready.credentials.authToken]);
  const judgement = answer.outcome ?? { verdict: "unknown", proof: null, error: null };
  const { rateLimit } = answer.meaning;
  const timed = rateLimit === null ? null : withReset(rateLimit, headers);
  return outcome(transport, ready, judgement, { ...answer.meaning, rateLimit: timed }, undefined);
}

function withReset(rateLimit: RateLimit, headers: readonly Header[]): RateLimit {
  const [, date = ""] = headers.find(([name]) => name.toLowerCase() === "date") ?? [];
  const resetInMs = (rateLimit.resetAt ?? Number.NaN) - Date.parse(date);
  return Number.isNaN(resetInMs) ? rateLimit : { ...rateLimit, resetInMs: Math.max(0, resetInMs) };
}

function outcome(
  transport: Transport,
  ready: ReadyUpdate,
  { verdict, proof, error }: Judgement,
  meaning: Meaning | null,
  cause: unknown,
): Outcome {
  const details = meaning === null ? {} : detailsOf(meaning);
  if (verdict === "applied") {
    const known = proof ?? "answer";
    return {
      verdict,
      proof: known,
      receipt: receipt(transport, ready, verdict, known),
      ...details,
    };
  }
  const options = cause === undefined ? undefined : { cause };
  const why =
    error === null
      ? codeError(transport.core, "unexpected_answer", { cause })
      : toError(error, [], options);
  if (verdict === "not_sent") return { verdict, error: why, ...details };
  return { verdict, error: why, receipt: receipt(transport, ready, verdict, null), ...details };
}

function detailsOf({ roomText, rateLimit, deprecation, serverText }: Meaning) {
  return {
    ...(roomText === null ? {} : { room: roomDocument(roomText) }),
    ...(rateLimit === null ? {} : { rateLimit }),
    ...(deprecation === null ? {} : { deprecation }),
    ...(serverText === null ? {} : { serverText }),
  };
}

function receipt(
  transport: Transport,
  { update, credentials, since }: ReadyUpdate,
  verdict: Receipt["verdict"],
  proof: Receipt["proof"],
): Receipt {
  const at = (transport.now() ?? since).toISOString();
  const { userId } = credentials;
  const { rid, oldVisitorId, newVisitorId } = update;
  const { server } = transport.target;
  return Object.freeze({ server, userId, rid, oldVisitorId, newVisitorId, verdict, proof, at });
}

function notSent(error: RoomVisitorError): Outcome {
  return { verdict: "not_sent", error };
}

// One call of updateRoomVisitor: check, ask for credentials, send once, judge. Verdicts are the
// core's; this file only carries them.
import { isRoomVisitorError, type Issue, type RoomVisitorError, toError } from "../errors.js";
import type { Answer, Judgement, Meaning, Profile } from "./answer.js";
import { codeError } from "./code-error.js";
import type { Credentials, HttpRequest } from "./http.js";
import { replyError } from "./load.js";
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
  const result = await transport.send(ready.request, signal);
  try {
    return judge(transport, ready, result);
  } catch (error) {
    // The core stopped after a write went out: whatever it would have said, nobody knows now.
    if (!isRoomVisitorError(error)) throw error;
    return { verdict: "unknown", error, receipt: receipt(transport, ready, "unknown", null) };
  }
}

interface ReadyUpdate {
  readonly update: VisitorUpdate;
  readonly profile: Profile | undefined;
  readonly userId: string;
  readonly request: HttpRequest;
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
  return { update, profile, userId: credentials.userId, request: reply.request };
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
  const answer: Answer = transport.core.readUpdateAnswer(
    { status, headers, update, profile },
    body,
  );
  const judgement = answer.outcome ?? { verdict: "unknown", proof: null, error: null };
  return outcome(transport, ready, judgement, answer.meaning, undefined);
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
  { clock, target }: Transport,
  { update, userId }: ReadyUpdate,
  verdict: Receipt["verdict"],
  proof: Receipt["proof"],
): Receipt {
  const at = new Date(clock()).toISOString();
  const { rid, oldVisitorId, newVisitorId } = update;
  const { server } = target;
  return Object.freeze({ server, userId, rid, oldVisitorId, newVisitorId, verdict, proof, at });
}

function notSent(error: RoomVisitorError): Outcome {
  return { verdict: "not_sent", error };
}

// From the machine's end to what the caller gets: errors as classes, times as dates, secrets hidden.
import { toError } from "../errors.js";
import type { ErrorData } from "../errors.js";
import type { Meaning, RateLimit } from "./answer.js";
import { codeError } from "./code-error.js";
import type { Driven } from "./effects.js";
import { maskError, maskMeaning } from "./mask-secrets.js";
import type { LastSeen, Outcome, Receipt } from "./outcome.js";
import type { End, UpdateDone } from "./steps.js";
import { roomDocument } from "./room-document.js";
import type { Transport } from "./transport.js";
import type { VisitorUpdate } from "./update.js";

/** An update that was handed over, and by whom; other credentials may belong to another user. */
export interface SentUpdate {
  readonly update: VisitorUpdate;
  userId: string;
  /** The time before sending, for a receipt when the clock fails later. */
  readonly since: Date;
  /** The tokens that were used, which no text may show. */
  readonly secrets: string[];
}

/** The outcome of an update whose machine is done. */
export function outcomeOf(
  transport: Transport,
  sent: SentUpdate,
  driven: Driven<UpdateDone>,
): Outcome {
  const { outcome: end, meaning } = driven.done;
  const { verdict, proof } = end;
  const details = { ...detailsOf(meaning, sent), ...seen(transport, sent, end) };
  const receipt = writeReceipt(transport, sent, end);
  if (verdict === "applied") return { verdict, proof: proof ?? "answer", receipt, ...details };
  const error = errorOf(transport, sent, end.error, driven.cause);
  if (verdict === "not_sent") return { verdict, error, ...details };
  return { verdict, error, receipt, ...details };
}

/** The record of an update that was handed over. */
export function writeReceipt(
  transport: Transport,
  sent: SentUpdate,
  { verdict, proof, openUntil }: Pick<End, "verdict" | "proof" | "openUntil">,
): Receipt {
  const now = transport.now() ?? sent.since;
  const { rid, oldVisitorId, newVisitorId } = sent.update;
  return Object.freeze({
    server: transport.server,
    userId: sent.userId,
    rid,
    oldVisitorId,
    newVisitorId,
    verdict,
    proof,
    at: now.toISOString(),
    openUntil: openUntil === null ? null : wallTime(transport, now, openUntil).toISOString(),
  });
}

function errorOf(transport: Transport, sent: SentUpdate, error: ErrorData | null, cause: unknown) {
  if (error === null) return codeError(transport.core, "unexpected_answer", { cause });
  const masked = maskError(error, sent.secrets);
  return toError(masked, [], cause === undefined ? undefined : { cause });
}

function detailsOf(meaning: Meaning | null, { secrets }: SentUpdate) {
  if (meaning === null) return {};
  const { rateLimit, deprecation, serverText } = maskMeaning(meaning, secrets);
  return {
    ...(rateLimit === null ? {} : { rateLimit: rateLimit satisfies RateLimit }),
    ...(deprecation === null ? {} : { deprecation }),
    ...(serverText === null ? {} : { serverText }),
  };
}

function seen(transport: Transport, sent: SentUpdate, { lastSeen, roomText }: End) {
  const now = transport.now() ?? sent.since;
  const last: LastSeen | undefined =
    lastSeen === null
      ? undefined
      : { visitorId: lastSeen.visitorId, at: wallTime(transport, now, lastSeen.at).toISOString() };
  return {
    ...(roomText === null ? {} : { room: roomDocument(roomText) }),
    ...(last === undefined ? {} : { lastSeen: last }),
  };
}

// A time of the monotonic clock as wall time.
function wallTime({ effects }: Transport, now: Date, time: number): Date {
  return new Date(now.getTime() + Math.round(time - effects.now()));
}

// A verdict in plain words: what is known, why, and what to do. Claims nothing beyond the verdict.
import type { Outcome, Verdict } from "../client/outcome.js";
import type { Formatter } from "./format.js";

/** What is said about an outcome. */
export interface OutcomeView {
  readonly verdict: Verdict;
  /** One or two words, beside the heading. */
  readonly badge: string;
  readonly heading: string;
  /** What happened. */
  readonly what: string;
  /** What to do; "" where there is nothing to do. */
  readonly remedy: string;
  /** Further facts, one per line. */
  readonly facts: readonly string[];
  /** The server's own words; hostile text. */
  readonly serverText: string | null;
  readonly code: string | null;
}

/** Describes an outcome for a person. */
export function outcomeView(outcome: Outcome, formatter: Formatter): OutcomeView {
  const words = kWords[outcome.verdict];
  const serverText = outcome.serverText ?? null;
  const facts = [
    ...seenFacts(outcome, formatter),
    ...rateFacts(outcome, formatter),
    ...deprecationFacts(outcome),
  ];
  if (outcome.verdict === "applied") {
    const remedy = "";
    const what = kProofs[outcome.proof];
    return { verdict: "applied", ...words, what, remedy, facts, serverText: null, code: null };
  }
  const { message, remedy, code } = outcome.error;
  return { verdict: outcome.verdict, ...words, what: message, remedy, facts, serverText, code };
}

// The field of the form in which a refusal can be repaired.
const kFieldsOfCodes: Readonly<Record<string, FormField>> = {
  visitor_not_found: "newVisitorId",
  room_not_found: "rid",
  room_archived: "rid",
  voice_room: "rid",
  room_access_denied: "rid",
  visitor_mismatch: "oldVisitorId",
  not_logged_in: "authToken",
  missing_credentials: "authToken",
  invalid_credentials: "authToken",
  user_not_found: "userId",
  invalid_server_url: "server",
  insecure_server_url: "server",
};

/** The fields of the form that an error can belong to. */
export type FormField = "server" | "userId" | "authToken" | "rid" | "oldVisitorId" | "newVisitorId";

/** Where an error can be repaired, if it is in the form. */
export function fieldOfCode(code: string): FormField | undefined {
  return Object.hasOwn(kFieldsOfCodes, code) ? kFieldsOfCodes[code] : undefined;
}

function seenFacts({ verdict, lastSeen }: Outcome, formatter: Formatter): string[] {
  if (verdict === "applied" || lastSeen === undefined) return [];
  const { visitorId, at } = lastSeen;
  return [
    `When the room was last read, ${formatter.date(at) ?? at}, its visitor was ${visitorId}.`,
  ];
}

function rateFacts({ rateLimit }: Outcome, formatter: Formatter): string[] {
  if (rateLimit === undefined) return [];
  const { limit, remaining, resetInMs, waitMs } = rateLimit;
  const facts: string[] = [];
  if (limit !== null && remaining !== null) {
    const left = `${formatter.number(remaining)} of ${formatter.number(limit)} calls are left`;
    const reset =
      resetInMs === undefined ? undefined : formatter.duration(Math.ceil(resetInMs / 1000));
    facts.push(reset === undefined ? `${left}.` : `${left} for the next ${reset}.`);
  }
  const wait =
    waitMs === null || waitMs <= 0 ? undefined : formatter.duration(Math.ceil(waitMs / 1000));
  if (wait !== undefined) facts.push(`Wait ${wait} before the next call.`);
  return facts;
}

function deprecationFacts({ deprecation }: Outcome): string[] {
  if (deprecation === undefined) return [];
  const { version } = deprecation;
  if (version === null) return ["The server says that this call is deprecated."];
  return [`The server says that this call is deprecated and ends with version ${version}.`];
}

const kWords: Readonly<Record<Verdict, { readonly badge: string; readonly heading: string }>> = {
  applied: { badge: "Applied", heading: "The conversation belongs to the new visitor" },
  refused: { badge: "Refused", heading: "The server refused; nothing was changed" },
  not_sent: { badge: "Not sent", heading: "Nothing was sent" },
  unknown: { badge: "Unknown", heading: "It is not known whether the conversation was moved" },
};

const kProofs = {
  answer: "The server's answer shows the room with the new visitor.",
  read_back: "The room was read and has the new visitor; perhaps not by this call.",
  wanted_state: "The room already had this visitor.",
} as const;

// A verdict in plain words: what is known, why, and what to do. Claims nothing beyond the verdict.
import type { Outcome, Verdict } from "../client/outcome.js";
import { pageWords } from "./page-words.js";
import type { TextKey } from "./text/catalogue.js";
import type { Texts } from "./text/texts.js";
import { visibleText } from "./visible-text.js";

/** What is said about an outcome. */
export interface OutcomeView {
  readonly verdict: Verdict;
  readonly heading: TextKey;
  /** What comes first where nobody knows what came of the move; null elsewhere. */
  readonly lost: string | null;
  /** Whether `what` says why the conversation could not be read afterwards. */
  readonly isUnread: boolean;
  /** What happened; it may name what was found, which is hostile text. */
  readonly what: string;
  /** What to do; "" where there is nothing to do. */
  readonly remedy: string;
  /** When the conversation was last read, and whose it was; null where that tells nothing new. */
  readonly seen: string | null;
  /** The server's own words; hostile text. */
  readonly serverText: string | null;
  readonly code: string | null;
}

/** Describes an outcome for a person. */
export function outcomeView(outcome: Outcome, texts: Texts): OutcomeView {
  const { verdict } = outcome;
  const serverText = outcome.serverText ?? null;
  const seen = seenFact(outcome, texts);
  const isUnknown = verdict === "unknown";
  // Where it was read, that is said, and the error is of the move itself.
  const isUnread = isUnknown && outcome.lastSeen === undefined;
  const lost = isUnknown ? texts.text("outcome.lost") : null;
  const words = { verdict, heading: headingOf(verdict), lost, isUnread } as const;
  if (outcome.verdict === "applied") {
    const what = texts.text(`outcome.proof.${outcome.proof}`);
    return { ...words, what, remedy: "", seen, serverText: null, code: null };
  }
  const { code } = outcome.error;
  const error = pageWords(outcome.error, texts) ?? texts.error(outcome.error);
  const remedy =
    isUnread && kOfOthers.has(code)
      ? texts.text("outcome.askWhoSees")
      : !isUnknown && code === "cancelled"
        ? // Its remedy is for who does not know whether it was sent.
          ""
        : error.remedy;
  return { ...words, what: error.message, remedy, seen, serverText, code };
}

/**
 * Further facts, one per line, safe to be shown as they are. What the server said of its limit counts
 * from `at`, when the outcome came, in epoch milliseconds: never before the answer that said it.
 */
export function outcomeFacts(outcome: Outcome, at: number, texts: Texts): readonly string[] {
  // Else a call was made since the answer that said it.
  const isLatest =
    outcome.verdict === "applied" ? outcome.proof === "answer" : outcome.verdict !== "unknown";
  return [...(isLatest ? rateFacts(outcome, at, texts) : []), ...deprecationFacts(outcome, texts)];
}

/** An outcome in full, to be said aloud: what happened, why, what to do. */
export function spokenOutcome(outcome: Outcome, heading: TextKey, texts: Texts): string {
  const { lost, isUnread, what, remedy } = outcomeView(outcome, texts);
  const why = isUnread ? texts.text("outcome.notLookedUp", { why: what }) : what;
  return [`${texts.text(heading)}.`, lost, why, remedy].filter(Boolean).join(" ");
}

/** The verdict as the heading of a result. */
export function headingOf(verdict: Verdict): TextKey {
  return `outcome.heading.${verdict}`;
}

// What only somebody else may read, or is refused in words that nobody knows.
const kOfOthers: ReadonlySet<string> = new Set([
  "no_permission",
  "no_read_permission",
  "room_access_denied",
  "unrecognised_error",
]);

function seenFact({ verdict, lastSeen }: Outcome, texts: Texts): string | null {
  if (verdict === "applied" || lastSeen === undefined) return null;
  const { visitorId, at } = lastSeen;
  const time = texts.format.date(at) ?? at;
  return texts.text("outcome.lastSeen", { time, id: visibleText(visitorId) });
}

function rateFacts({ rateLimit }: Outcome, at: number, texts: Texts): string[] {
  if (rateLimit === undefined) return [];
  const { limit, remaining, resetInMs = null, waitMs } = rateLimit;
  const timeIn = (milliseconds: number | null): string =>
    milliseconds === null ? "" : texts.format.time(at + milliseconds);
  const facts: string[] = [];
  if (limit !== null && remaining !== null) {
    const values = { count: remaining, limit, time: timeIn(resetInMs) };
    const key = values.time === "" ? "outcome.callsLeft" : "outcome.callsLeftUntil";
    facts.push(texts.text(key, values));
  }
  const time = waitMs !== null && waitMs > 0 ? timeIn(waitMs) : "";
  if (time !== "") facts.push(texts.text("outcome.nextCall", { time }));
  return facts;
}

function deprecationFacts({ deprecation }: Outcome, texts: Texts): string[] {
  if (deprecation === undefined) return [];
  const { version } = deprecation;
  if (version === null) return [texts.text("outcome.deprecated")];
  return [texts.text("outcome.deprecatedUntil", { version: visibleText(version) })];
}

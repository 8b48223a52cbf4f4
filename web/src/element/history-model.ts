// The record of earlier moves in plain words.
import type { HistoryEntry } from "../client/history.js";
import { receiptOf } from "../client/receipt-of.js";
import type { Formatter } from "./format.js";

/** One earlier move. */
export interface HistoryRow {
  readonly id: string;
  readonly when: string;
  readonly rid: string;
  readonly from: string;
  readonly to: string;
  readonly verdict: "applied" | "refused" | "not_sent" | "unknown" | "open";
  /** One or two words. */
  readonly badge: string;
  /** What is known, in a sentence. */
  readonly what: string;
  readonly canUndo: boolean;
}

/** The rows of a record, in its order. */
export function historyRows(
  entries: readonly HistoryEntry[],
  formatter: Formatter,
): readonly HistoryRow[] {
  return entries.map((entry) => {
    const { id, startedAt, rid, oldVisitorId, newVisitorId, end } = entry;
    const verdict = end?.verdict ?? "open";
    return {
      id,
      when: formatter.date(startedAt) ?? startedAt,
      rid,
      from: oldVisitorId,
      to: newVisitorId,
      verdict,
      badge: kBadges[verdict],
      what: whatOf(entry, formatter),
      canUndo:
        verdict === "applied" && oldVisitorId !== newVisitorId && receiptOf(entry) !== undefined,
    };
  });
}

function whatOf({ end, oldVisitorId }: HistoryEntry, formatter: Formatter): string {
  if (end === null) return "The page ended before it knew. Check to read the room.";
  const at = formatter.date(end.at) ?? end.at;
  const { verdict, recovered, proof, lastSeen, code } = end;
  if (verdict === "applied") {
    if (proof === "answer") return "The server answered with the room at the new visitor.";
    const how = recovered ? "looked at again later" : "read back";
    return `The room was ${how} (${at}) and is the new visitor's, perhaps not by this move alone.`;
  }
  if (verdict === "not_sent") return "Nothing was sent.";
  if (verdict === "refused") return `The server refused it (${code ?? "no code"}).`;
  if (lastSeen === null) return `Nobody knows (${code ?? "no code"}). Check to read the room.`;
  const owner = lastSeen.visitorId === oldVisitorId ? "the old visitor" : lastSeen.visitorId;
  return `When last seen (${formatter.date(lastSeen.at) ?? lastSeen.at}) the room belonged to ${owner}. Check to read it again.`;
}

const kBadges = {
  applied: "Moved",
  refused: "Refused",
  not_sent: "Not sent",
  unknown: "Not known",
  open: "Interrupted",
} as const;

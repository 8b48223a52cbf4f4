// From the record of an update to what undo() takes.
import type { HistoryEntry } from "./history.js";
import type { Receipt } from "./outcome.js";

/** The receipt of a closed entry; undefined while it is open. */
export function receiptOf(entry: HistoryEntry): Receipt | undefined {
  const { server, userId, rid, oldVisitorId, newVisitorId, end } = entry;
  if (end === null) return undefined;
  const { verdict, proof, at, openUntil } = end;
  return Object.freeze({
    server,
    userId,
    rid,
    oldVisitorId,
    newVisitorId,
    verdict,
    proof,
    at,
    openUntil,
  });
}

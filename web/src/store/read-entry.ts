// The one place that says what an entry is: everything that goes into a store or comes out of one is
// copied here, member by member, so that nothing else (a token least of all) can travel with it.
import type { HistoryEnd, HistoryEntry } from "../client/history.js";

/** A frozen entry of nothing but its members, or undefined if the value is not one. */
export function readEntry(value: unknown): HistoryEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { id, startedAt, server, userId, rid, oldVisitorId, newVisitorId, writes } = value;
  const end = value["end"] === null ? null : readEnd(value["end"]);
  if (!isText(id) || id === "" || !isInstant(startedAt) || !isCount(writes)) return undefined;
  if (!isText(server) || !isText(userId) || !isText(rid)) return undefined;
  if (!isText(oldVisitorId) || !isText(newVisitorId) || end === undefined) return undefined;
  const owner = { server, userId };
  return Object.freeze({ id, startedAt, ...owner, rid, oldVisitorId, newVisitorId, writes, end });
}

/** A frozen end of nothing but its members, or undefined if the value is not one. */
export function readEnd(value: unknown): HistoryEnd | undefined {
  if (!isRecord(value)) return undefined;
  const { verdict, proof, code, at, openUntil, recovered } = value;
  const lastSeen = value["lastSeen"] === null ? null : readLastSeen(value["lastSeen"]);
  if (!isOneOf(kVerdicts, verdict) || !(proof === null || isOneOf(kProofs, proof))) {
    return undefined;
  }
  if (!(code === null || isText(code)) || !isInstant(at)) return undefined;
  if (!(openUntil === null || isInstant(openUntil)) || lastSeen === undefined) return undefined;
  if (typeof recovered !== "boolean") return undefined;
  return Object.freeze({ verdict, proof, code, at, openUntil, lastSeen, recovered });
}

/** An open entry to keep. Throws TypeError for what a store could not give back. */
export function requireOpenEntry(value: unknown): HistoryEntry {
  const entry = readEntry(value);
  if (entry === undefined) throw new TypeError("not an entry of the history; see HistoryEntry");
  if (entry.end === null) return entry;
  throw new TypeError("the entry has an end; only an open one can be intended");
}

/** An end to keep. Throws TypeError for what a store could not give back. */
export function requireEnd(value: unknown): HistoryEnd {
  const end = readEnd(value);
  if (end === undefined) throw new TypeError("not the end of an entry; see HistoryEnd");
  return end;
}

function readLastSeen(value: unknown): HistoryEnd["lastSeen"] | undefined {
  if (!isRecord(value)) return undefined;
  const { visitorId, at } = value;
  return isText(visitorId) && isInstant(at) ? Object.freeze({ visitorId, at }) : undefined;
}

function isRecord(value: unknown): value is Readonly<Partial<Record<string, unknown>>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

// Only this form, because the stores sort instants as text.
function isInstant(value: unknown): value is string {
  return isText(value) && kInstant.test(value) && !Number.isNaN(Date.parse(value));
}

function isOneOf<T extends string>(choices: readonly T[], value: unknown): value is T {
  return choices.some((choice) => choice === value);
}

const kVerdicts = ["applied", "refused", "not_sent", "unknown"] as const;
const kProofs = ["answer", "read_back", "wanted_state"] as const;
const kInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

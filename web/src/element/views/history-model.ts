// The record of earlier moves as it is shown: a part of the list, by day where it is long, each move
// with what is known of it. Without a DOM.
import type { HistoryState } from "../../client/connect.js";
import type { HistoryEntry, HistoryReason } from "../../client/history.js";
import type { Verdict } from "../../client/outcome.js";
import type { ErrorRow } from "../../client/answer.js";
import { isUnderWay } from "../flow/history-flow.js";
import type { TextKey } from "../text/catalogue.js";
import type { Texts } from "../text/texts.js";

/** A message and the values in it, which may be hostile text. */
export interface Sentence {
  readonly key: TextKey;
  readonly values: Readonly<Record<string, string>>;
}

/** One earlier move. */
export interface HistoryRow {
  readonly id: string;
  readonly state: Verdict | "open" | "underWay";
  readonly badge: TextKey;
  readonly when: string;
  readonly rid: string;
  readonly from: string;
  readonly to: string;
  readonly what: Sentence;
  /** Whether it was made, and a later one of the same conversation stands above it. */
  readonly isOutdated: boolean;
  readonly canUndo: boolean;
}

/** The moves of a day; without a name where the list is short. */
export interface HistoryDay {
  readonly day: string | null;
  readonly rows: readonly HistoryRow[];
}

/** A part of the list. */
export interface HistoryPage {
  readonly days: readonly HistoryDay[];
  /** Counted from 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Counted from 0; not always the one that was asked for, because the list may have become shorter. */
  readonly page: number;
  readonly pages: number;
}

/** Entries on one page. */
export const kPageSize = 50;

/** The part of the record, the latest first, that is to be shown. */
export function historyPage(
  entries: readonly HistoryEntry[],
  wanted: number,
  texts: Texts,
  errors: readonly ErrorRow[] = [],
): HistoryPage {
  const count = entries.length;
  const pages = Math.max(1, Math.ceil(count / kPageSize));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const first = page * kPageSize;
  const older = idsWithLater(entries);
  const rows = entries
    .slice(first, first + kPageSize)
    .map((entry) => ({ entry, row: rowOf(entry, older.has(entry.id), texts, errors) }));
  const byDay = count > kFewEntries;
  return {
    days: byDay ? days(rows, texts) : [{ day: null, rows: rows.map(({ row }) => row) }],
    from: count === 0 ? 0 : first + 1,
    to: first + rows.length,
    count,
    page,
    pages,
  };
}

/** Why the record is not kept for longer; the words of the host's own store as they are. */
export function keepingReason({ reason, reasonCode }: HistoryState, texts: Texts): string | null {
  // A store of the host's may say anything.
  const key = Object.hasOwn(kReasons, reasonCode ?? "") ? kReasons[reasonCode ?? ""] : undefined;
  return key === undefined ? reason : texts.text(key);
}

function days(
  rows: readonly { readonly entry: HistoryEntry; readonly row: HistoryRow }[],
  { format }: Texts,
): HistoryDay[] {
  const found: { day: string; rows: HistoryRow[] }[] = [];
  for (const { entry, row } of rows) {
    const day = format.day(entry.startedAt) ?? entry.startedAt;
    const last = found.at(-1);
    if (last?.day === day) last.rows.push(row);
    else found.push({ day, rows: [row] });
  }
  return found;
}

// Moved again since, or perhaps: taking the older move back would fail, or undo the wrong thing.
function idsWithLater(entries: readonly HistoryEntry[]): ReadonlySet<string> {
  const moved = new Set<string>();
  const older = new Set<string>();
  for (const { id, rid, end } of entries) {
    if (moved.has(rid)) older.add(id);
    if (end === null || end.verdict === "applied" || end.verdict === "unknown") moved.add(rid);
  }
  return older;
}

function rowOf(
  entry: HistoryEntry,
  hasLater: boolean,
  texts: Texts,
  errors: readonly ErrorRow[],
): HistoryRow {
  const { id, startedAt, rid, oldVisitorId: from, newVisitorId: to, end } = entry;
  const state = end?.verdict ?? (isUnderWay(entry) ? "underWay" : "open");
  const isMoved = state === "applied";
  return {
    id,
    state,
    badge: `history.badge.${state}`,
    when: texts.format.date(startedAt) ?? startedAt,
    rid,
    from,
    to,
    what: whatOf(entry, state, texts, errors),
    isOutdated: isMoved && hasLater,
    canUndo: isMoved && from !== to && !hasLater,
  };
}

function whatOf(
  { end, oldVisitorId }: HistoryEntry,
  state: HistoryRow["state"],
  texts: Texts,
  errors: readonly ErrorRow[],
): Sentence {
  if (end === null || state === "open" || state === "underWay") {
    return sentence(state === "underWay" ? "history.what.underWay" : "history.what.open");
  }
  const { recovered, proof, lastSeen, code, at } = end;
  const date = (instant: string): string => texts.format.date(instant) ?? instant;
  if (state === "applied") {
    if (proof === "answer") return sentence("history.what.answer");
    if (proof === "wanted_state") return sentence("history.what.wanted");
    const key = recovered ? "history.what.recovered" : "history.what.readBack";
    return sentence(key, { date: date(at) });
  }
  if (state === "not_sent") return sentence("history.what.notSent");
  if (state === "refused") return refusal(code, texts, errors);
  if (lastSeen === null) return sentence("history.what.unknown");
  const seen = { date: date(lastSeen.at), visitor: lastSeen.visitorId };
  const isOld = lastSeen.visitorId === oldVisitorId;
  return sentence(isOld ? "history.what.seenOld" : "history.what.seenOther", seen);
}

// The code alone where nobody has words for it: a record may be older or newer than this page.
function refusal(code: string | null, texts: Texts, errors: readonly ErrorRow[]): Sentence {
  const row = errors.find((known) => known.code === code);
  if (code === null || row === undefined) {
    return sentence("history.what.refusedCode", { code: code ?? "–" });
  }
  const { message } = texts.error({ code, message: row.what, remedy: row.remedy, found: "" });
  return sentence("history.what.refused", { reason: message });
}

function sentence(key: TextKey, values: Sentence["values"] = {}): Sentence {
  return { key, values };
}

// So many can be overlooked without headings.
const kFewEntries = 10;

const kReasons: Readonly<Record<string, TextKey>> = {
  no_database: "history.reason.no_database",
  forbidden: "history.reason.forbidden",
  no_storage: "history.reason.no_storage",
  full: "history.reason.full",
  not_answering: "history.reason.not_answering",
  newer_version: "history.reason.newer_version",
} satisfies Record<HistoryReason, TextKey>;

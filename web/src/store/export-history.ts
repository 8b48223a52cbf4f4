// The history for other programs: a table for people, JSON for machines. Both copy entries member by
// member, so that nothing but what is documented leaves.
import type { HistoryEntry } from "../client/history.js";
import { readEntry } from "./read-entry.js";

/**
 * A table as RFC 4180 says, with a header row; every cell is quoted. The verdict of an entry without
 * an end is "open". Spreadsheets take some texts for formulas: those get an apostrophe in front, so
 * what is to be read back exactly is better exported with historyToJson. Throws TypeError for a
 * value that is not an entry.
 */
export function historyToCsv(entries: readonly HistoryEntry[]): string {
  const rows = documented(entries).map((entry) => kColumns.map(([, cell]) => cell(entry)));
  return [kColumns.map(([name]) => name), ...rows].map(csvRow).join("");
}

/** All members of all entries. Throws TypeError for a value that is not an entry. */
export function historyToJson(entries: readonly HistoryEntry[]): string {
  return `${JSON.stringify(documented(entries), null, 2)}\n`;
}

function documented(entries: readonly HistoryEntry[]): HistoryEntry[] {
  return entries.map((value, index) => {
    const entry = readEntry(value);
    if (entry === undefined)
      throw new TypeError(`entries[${index}] is not an entry of the history`);
    return entry;
  });
}

function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${neutral(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;
}

function neutral(cell: string): string {
  const first = kFormula.test(cell) || kControlFirst.test(cell) ? "'" : "";
  return first + cell.replace(kFormulaInside, "$&'");
}

type Column = readonly [name: string, cell: (entry: HistoryEntry) => string];

const kColumns: readonly Column[] = [
  ["id", ({ id }) => id],
  ["startedAt", ({ startedAt }) => startedAt],
  ["server", ({ server }) => server],
  ["userId", ({ userId }) => userId],
  ["rid", ({ rid }) => rid],
  ["oldVisitorId", ({ oldVisitorId }) => oldVisitorId],
  ["newVisitorId", ({ newVisitorId }) => newVisitorId],
  ["writes", ({ writes }) => String(writes)],
  ["verdict", ({ end }) => end?.verdict ?? "open"],
  ["proof", ({ end }) => end?.proof ?? ""],
  ["code", ({ end }) => end?.code ?? ""],
  ["endedAt", ({ end }) => end?.at ?? ""],
  ["openUntil", ({ end }) => end?.openUntil ?? ""],
  ["lastSeenVisitorId", ({ end }) => end?.lastSeen?.visitorId ?? ""],
  ["lastSeenAt", ({ end }) => end?.lastSeen?.at ?? ""],
  ["recovered", ({ end }) => (end === null ? "" : String(end.recovered))],
];

// = + - @ with their full-width and small forms and the minus sign, after whatever is not seen:
// programs trim that, so the apostrophe stands before it.
const kFormula = /^[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u;
const kControlFirst = /^[\t\r\n]/u;
// The same behind what begins a cell where a program is set to another separator than the comma.
const kFormulaInside =
  /[;\t\r\n](?=(?:(?![\t\r\n])[\p{White_Space}\p{Cc}\p{Cf}])*[=+\-@＝＋－＠﹦﹢﹣﹫−])/gu;

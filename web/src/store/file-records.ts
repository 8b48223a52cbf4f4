// The lines of a history file: one JSON value each, written once and never changed. Blank lines mean
// nothing; one comes first, because two programs may begin a file at the same moment.
//
//   {"format":"room-visitor history","version":1}
//   {"entry":{"id":"…",…}}                what is known of an update, open or closed
//   {"close":{"id":"…","end":{…}}}        what became of one that is above
import type { HistoryEnd, HistoryEntry } from "../client/history.js";
import { Ledger } from "./ledger.js";
import { readEnd, readEntry } from "./read-entry.js";

/** What a file holds. */
export interface FileContent {
  readonly ledger: Ledger;
  /** Lines that are not blank. */
  readonly lines: number;
  /** True for a file of ours, or an empty one: it may be written to. */
  readonly ours: boolean;
  /** The version of the format if it is later than this one. */
  readonly laterVersion: number | undefined;
  readonly damaged: readonly DamagedLine[];
}

export interface DamagedLine {
  /** "line 7: ends early". */
  readonly place: string;
  /** The beginning of a record: nobody was told that it is kept, so it may be forgotten. */
  readonly torn: boolean;
  readonly bytes: Uint8Array;
}

export const kHeaderLine = JSON.stringify({ format: "room-visitor history", version: 1 });

export function entryLine(entry: HistoryEntry): string {
  return JSON.stringify({ entry });
}

export function closeLine(id: string, end: HistoryEnd): string {
  return JSON.stringify({ close: { id, end } });
}

/**
 * Reads all lines. A last line without its end is one that is being written, or was when the program
 * stopped: it is no damage.
 */
export function readContent(bytes: Uint8Array): FileContent {
  const ledger = new Ledger();
  const damaged: DamagedLine[] = [];
  let [lines, known] = [0, 0];
  let laterVersion: number | undefined;
  const all = splitLines(bytes);
  all.forEach((line, index) => {
    const text = decode(line);
    if (text?.trim() === "") return;
    lines += 1;
    const kind = text === undefined ? undefined : readLine(text, ledger);
    if (typeof kind === "object") laterVersion = kind.version;
    if (kind !== undefined) known += 1;
    else {
      const torn = isTorn(line);
      if (torn && index === all.length - 1) known += 1;
      else damaged.push({ place: placeOf(index, torn), torn, bytes: line });
    }
  });
  return { ledger, lines, ours: known > 0 || lines === 0, laterVersion, damaged };
}

function placeOf(index: number, torn: boolean): string {
  return `line ${index + 1}: ${torn ? "ends early" : "is not a record of the history"}`;
}

// Undefined: not a record.
function readLine(text: string, ledger: Ledger): "record" | { version: number } | undefined {
  const value = parse(text);
  if (typeof value !== "object" || value === null) return undefined;
  if ("entry" in value) {
    const entry = readEntry(value.entry);
    if (entry !== undefined) ledger.put(entry);
    return entry === undefined ? undefined : "record";
  }
  if ("close" in value) return readClose(value.close, ledger);
  if (!("format" in value && value.format === "room-visitor history")) return undefined;
  if (!("version" in value && Number.isSafeInteger(value.version))) return undefined;
  const version = Number(value.version);
  return version > kVersion ? { version } : "record";
}

function readClose(value: unknown, ledger: Ledger): "record" | undefined {
  if (typeof value !== "object" || value === null || !("id" in value && "end" in value)) {
    return undefined;
  }
  const end = readEnd(value.end);
  if (typeof value.id !== "string" || end === undefined) return undefined;
  // An entry that is gone stays gone.
  ledger.close(value.id, end);
  return "record";
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(kLineFeed, start);
    const end = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

// Undefined for what is not UTF-8: an id with a replaced character would be another id.
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// True for the beginning of a line as this file writes them: braces or a text are still open.
function isTorn(line: Uint8Array): boolean {
  const text = new TextDecoder().decode(line);
  if (!kBeginnings.some((start) => start.startsWith(text) || text.startsWith(start))) return false;
  let [depth, inText, escaped] = [0, false, false];
  for (const character of text) {
    if (escaped) escaped = false;
    else if (inText) {
      escaped = character === "\\";
      inText = character !== '"';
    } else if (character === '"') inText = true;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}

const kVersion = 1;
const kLineFeed = 0x0a;
const kBeginnings = ['{"entry":{', '{"close":{', '{"format":'];

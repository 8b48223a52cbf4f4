// Turns a room's exact text into readable sections: every value of the document is a row of exactly
// one section, in an order that a person expects, with what changed marked on it.
import type { Change } from "../client/answer.js";
import { type JsonLeaf, jsonLeaves, pointerOf } from "./json-leaves.js";
import {
  type FieldKind,
  fieldOf,
  fieldRank,
  kSections,
  type SectionName,
  sectionOf,
} from "./room-fields.js";
import { holdsSecret, type IsSecretKey } from "./secret-keys.js";
import { type ShownValue, shownLeaf, shownText } from "./shown-value.js";
import type { Texts } from "./text/texts.js";

/** One value of the room. */
export interface RoomRow {
  /** JSON pointer of the value. */
  readonly pointer: string;
  /** The server's name of the field: "v.lastMessageTs". */
  readonly path: string;
  readonly label: string;
  readonly value: ShownValue;
  /** The value before, when this one changed; null when it was added. */
  readonly before?: ShownValue | null;
}

/** A group of rows under one heading. */
export interface RoomSection {
  readonly name: SectionName;
  readonly heading: string;
  readonly rows: readonly RoomRow[];
  /** How many more values there are than rows: very large rooms are not shown in full. */
  readonly omitted: number;
}

/** What the view needs to know besides the room. */
export interface RoomViewInput {
  readonly text: string;
  readonly changes: readonly Change[];
  readonly isSecretKey: IsSecretKey;
  readonly texts: Texts;
}

// A leaf before it becomes a row: rows are made of what is shown only.
interface PlacedLeaf {
  readonly leaf: JsonLeaf;
  readonly pointer: string;
  readonly rank: number;
}

/** The sections of a room; sections without values are left out. */
export function roomSections(input: RoomViewInput): RoomSection[] {
  const leaves = new Map<SectionName, PlacedLeaf[]>();
  const changes = new Map(input.changes.map((change) => [change.path, change]));
  for (const leaf of jsonLeaves(input.text)) {
    const path = generalPath(leaf.segments);
    const section = fieldOf(path)?.section ?? sectionOf(leaf.segments[0] ?? "");
    const list = leaves.get(section) ?? [];
    list.push({ leaf, pointer: pointerOf(leaf.segments), rank: fieldRank(path) });
    leaves.set(section, list);
  }
  return kSections.flatMap((name) => {
    const all = lastOfEach(leaves.get(name) ?? []);
    if (all.length === 0) return [];
    all.sort((a, b) => a.rank - b.rank);
    const rows = all.slice(0, kMaxRows).map(({ leaf }) => rowOf(leaf, changes, input));
    const heading = input.texts.text(`section.${name}`);
    return [{ name, heading, rows, omitted: all.length - rows.length }];
  });
}

/** A label for a path of keys: the known one, or the server's own name. */
export function labelOf(segments: readonly string[], texts: Texts): string {
  const known = fieldOf(generalPath(segments));
  if (known !== undefined) {
    const index = segments.at(-1) ?? "";
    const label = texts.text(`field.${known.path}`);
    if (!isIndex(index)) return label;
    return `${label} ${texts.format.number(Number(index) + 1)}`;
  }
  // Below a section's own member the heading says the rest.
  return segments.slice(segments.length > 1 && kHeads.has(segments[0] ?? "") ? 1 : 0).join(" › ");
}

function rowOf(
  leaf: JsonLeaf,
  changes: ReadonlyMap<string, Change>,
  { isSecretKey, texts }: RoomViewInput,
): RoomRow {
  const { segments } = leaf;
  const pointer = pointerOf(segments);
  const kind: FieldKind = fieldOf(generalPath(segments))?.kind ?? "plain";
  const secret = segments.some(isSecretKey);
  const row: RoomRow = {
    pointer,
    path: segments.join("."),
    label: labelOf(segments, texts),
    value: shownLeaf(leaf, kind, secret, texts),
  };
  const change = changeAt(segments, changes);
  if (change === undefined) return row;
  const { beforeText } = change;
  if (beforeText === undefined) return { ...row, before: null };
  // What stands here now may be plain and still have replaced an object with a secret inside.
  const hidden = secret || holdsSecret(beforeText, isSecretKey);
  return { ...row, before: shownText(beforeText, kind, hidden, texts) };
}

// A whole object or array may have been added or replaced; then its first values say so, too.
function changeAt(
  segments: readonly string[],
  changes: ReadonlyMap<string, Change>,
): Change | undefined {
  for (let length = segments.length; length >= 0; length -= 1) {
    const change = changes.get(pointerOf(segments.slice(0, length)));
    if (change === undefined) continue;
    return length === segments.length ? change : { path: change.path, kind: "added" };
  }
  return undefined;
}

// Elements of lists such as tags are known by the name of the list.
function generalPath(segments: readonly string[]): string {
  const kept = isIndex(segments.at(-1) ?? "") ? segments.slice(0, -1) : segments;
  return kept.join(".");
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}

// Of a duplicate key the last one counts, as it does for the server.
function lastOfEach(leaves: readonly PlacedLeaf[]): PlacedLeaf[] {
  return [...new Map(leaves.map((leaf) => [leaf.pointer, leaf])).values()];
}

const kHeads: ReadonlySet<string> = new Set(["v", "lastMessage", "metrics"]);
// Beyond that a section helps nobody and stops the page; the raw document has the rest.
const kMaxRows = 500;

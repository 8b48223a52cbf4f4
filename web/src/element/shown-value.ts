// One value as a person reads it, with the exact value beside it where the two differ.
import { type JsonLeaf, jsonLeaves } from "./json-leaves.js";
import type { FieldKind } from "./room-fields.js";
import type { TextKey } from "./text/catalogue.js";
import type { Texts } from "./text/texts.js";

/** How to show one value. All text is the server's and is shown as text only. */
export type ShownValue =
  | {
      readonly kind: "text";
      readonly text: string;
      /** The exact value, where `text` is a rendering of it. */
      readonly exact?: string;
      /** ISO 8601, where the value is a date. */
      readonly dateTime?: string;
      /** True for ids and other text to be read character by character. */
      readonly code?: boolean;
    }
  | { readonly kind: "secret"; readonly secret: string }
  /** Words of ours for what has no text: "none", "empty". */
  | { readonly kind: "note"; readonly text: string };

/** Shows a leaf of a document. */
export function shownLeaf(
  leaf: JsonLeaf,
  kind: FieldKind,
  secret: boolean,
  texts: Texts,
): ShownValue {
  switch (leaf.kind) {
    case "string": {
      const text = JSON.parse(leaf.source) as string;
      return secret && text !== ""
        ? { kind: "secret", secret: text }
        : shownString(text, kind, texts);
    }
    case "number":
      if (secret) return { kind: "secret", secret: leaf.source };
      return shownNumber(leaf.source, kind, texts);
    case "boolean":
      return { kind: "text", text: texts.text(leaf.source === "true" ? "value.yes" : "value.no") };
    case "null":
      return { kind: "note", text: texts.text("value.null") };
    case "empty-array":
      return { kind: "note", text: texts.text("value.none") };
    case "empty-object":
      return { kind: "note", text: texts.text("value.empty") };
  }
}

/** Shows a JSON text, which may hold more than one value. */
export function shownText(
  json: string,
  kind: FieldKind,
  secret: boolean,
  texts: Texts,
): ShownValue {
  const [only, second] = jsonLeaves(json);
  if (only !== undefined && second === undefined && only.segments.length === 0) {
    return shownLeaf(only, kind, secret, texts);
  }
  return secret ? { kind: "secret", secret: json } : { kind: "text", text: json, code: true };
}

function shownString(text: string, kind: FieldKind, texts: Texts): ShownValue {
  if (text === "") return { kind: "note", text: texts.text("value.emptyText") };
  const date = texts.format.date(text);
  if (date !== undefined) return { kind: "text", text: date, exact: text, dateTime: text };
  const word = kind === "room-type" ? kRoomTypes.get(text) : undefined;
  if (word !== undefined) return { kind: "text", text: texts.text(word), exact: text };
  return kind === "id" ? { kind: "text", text, code: true } : { kind: "text", text };
}

function shownNumber(source: string, kind: FieldKind, texts: Texts): ShownValue {
  const value = Number(source);
  if (kind === "seconds") {
    const text = texts.format.duration(value);
    return text === undefined
      ? { kind: "text", text: source }
      : { kind: "text", text, exact: `${source} s` };
  }
  const text = texts.format.number(value);
  // Separators between the digits hide nothing; a double's rounding does.
  const plain = String(value) === source && Math.abs(value) < kExactBelow;
  return plain ? { kind: "text", text } : { kind: "text", text, exact: source };
}

const kRoomTypes: ReadonlyMap<string, TextKey> = new Map([
  ["l", "value.liveChat"],
  ["v", "value.voiceCall"],
]);
// From here on neighbouring whole numbers share one double.
const kExactBelow = 2 ** 53;

// Walks JSON text and gives every value that holds no other, with its place and its exact source
// text. A parsed view would round big numbers and reorder keys that look like numbers.

/** The kinds of values without members. Empty arrays and objects are leaves, too. */
export type LeafKind = "string" | "number" | "boolean" | "null" | "empty-array" | "empty-object";

/** One value that holds no other. */
export interface JsonLeaf {
  /** Keys from the root; elements of arrays by index. */
  readonly segments: readonly string[];
  readonly kind: LeafKind;
  /** The value as in the document: "1.50" stays "1.50". */
  readonly source: string;
}

/** Lists all leaves of a JSON text in document order. The text must be valid JSON. */
export function jsonLeaves(text: string): JsonLeaf[] {
  const leaves: JsonLeaf[] = [];
  const tokens = tokensOf(text);
  const take = (): string => tokens.next().value ?? "";
  const readMembers = (segments: readonly string[], close: string): void => {
    let first = true;
    for (let index = 0; ; index += 1) {
      let token = take();
      if (token === close || token === "") {
        if (first) {
          const kind = close === "]" ? "empty-array" : "empty-object";
          leaves.push({ segments, kind, source: close === "]" ? "[]" : "{}" });
        }
        return;
      }
      if (token === ",") token = take();
      first = false;
      let key = String(index);
      if (close === "}") {
        key = JSON.parse(token) as string;
        take();
        token = take();
      }
      readValue([...segments, key], token);
    }
  };
  const readValue = (segments: readonly string[], token: string): void => {
    if (token === "{") readMembers(segments, "}");
    else if (token === "[") readMembers(segments, "]");
    else leaves.push({ segments, kind: leafKind(token), source: token });
  };
  readValue([], take());
  return leaves;
}

/** Writes valid JSON text with line breaks and two spaces per level; values stay as they are. */
export function indentJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let previous = "";
  for (const token of tokensOf(text)) {
    const closes = token === "}" || token === "]";
    const opened = previous === "{" || previous === "[";
    if (closes) depth -= 1;
    if ((closes && !opened) || (!closes && opened) || previous === ",") {
      parts.push("\n", "  ".repeat(depth));
    }
    parts.push(token === ":" ? ": " : token);
    if (token === "{" || token === "[") depth += 1;
    previous = token;
  }
  return parts.join("");
}

/** A path as JSON pointer: "/v/_id". */
export function pointerOf(segments: readonly string[]): string {
  return segments.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The keys of a JSON pointer. */
export function segmentsOf(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function leafKind(token: string): LeafKind {
  if (token.startsWith('"')) return "string";
  if (token === "true" || token === "false") return "boolean";
  return token === "null" ? "null" : "number";
}

// By hand: a regular expression runs out of stack on a string of some megabytes.
function* tokensOf(text: string): Generator<string, undefined> {
  for (let at = 0; at < text.length;) {
    const first = text.charAt(at);
    if (kSpace.includes(first)) {
      at += 1;
      continue;
    }
    const end = tokenEnd(text, at, first);
    yield text.slice(at, end);
    at = end;
  }
}

function tokenEnd(text: string, from: number, first: string): number {
  if (kPunctuation.includes(first)) return from + 1;
  if (first !== '"') {
    let end = from + 1;
    while (end < text.length && !kLiteralEnd.includes(text.charAt(end))) end += 1;
    return end;
  }
  for (let quote = text.indexOf('"', from + 1); quote > 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charAt(quote - 1 - slashes) === "\\") slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

const kSpace = " \t\n\r";
const kPunctuation = "{}[],:";
const kLiteralEnd = kSpace + kPunctuation;

// Where a text stops being JSON, and how deeply it is nested. JSON.parse tells neither: its messages give
// no place that can be relied on. Written without recursion, so that no depth of nesting is too much.

/** Counted from 1; columns are characters. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** `depth` is that of the deepest container: 0 for `"x"`, 1 for `[]`. */
export type JsonScan =
  | { readonly isJson: true; readonly depth: number }
  | { readonly isJson: false; readonly endsAt: TextPlace };

/** Takes for JSON exactly what JSON.parse does. */
export function scanJson(text: string): JsonScan {
  const scanner = new Scanner(text);
  return scanner.scan()
    ? { isJson: true, depth: scanner.depth }
    : { isJson: false, endsAt: placeIn(text, scanner.at) };
}

class Scanner {
  readonly #text: string;
  readonly #open: ("]" | "}")[] = [];
  at = 0;
  depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): boolean {
    for (;;) {
      this.#space();
      const next = this.#text[this.at];
      if (next === "{" || next === "[") {
        const inside = this.#enter(next === "{" ? "}" : "]");
        if (inside === "wrong") return false;
        if (inside === "value") continue;
      } else if (!this.#scalar(next)) {
        return false;
      }
      const after = this.#afterValue();
      if (after !== "value") return after === "end";
    }
  }

  // Leaves the scanner at the first value or, if there is none, at the closing bracket.
  #enter(end: "]" | "}"): "value" | "empty" | "wrong" {
    this.at += 1;
    this.depth = Math.max(this.depth, this.#open.push(end));
    this.#space();
    if (this.#text[this.at] === end) return "empty";
    return end === "]" || this.#key() ? "value" : "wrong";
  }

  // Closes what ends here, and says whether the text ends or another value follows.
  #afterValue(): "value" | "end" | "wrong" {
    for (;;) {
      this.#space();
      const end = this.#open.at(-1);
      if (end === undefined) return this.at === this.#text.length ? "end" : "wrong";
      if (this.#take(end)) {
        this.#open.pop();
        continue;
      }
      if (!this.#take(",")) return "wrong";
      if (end === "]") return "value";
      this.#space();
      return this.#key() ? "value" : "wrong";
    }
  }

  #key(): boolean {
    if (this.#text[this.at] !== '"' || !this.#string()) return false;
    this.#space();
    return this.#take(":");
  }

  #scalar(next: string | undefined): boolean {
    if (next === '"') return this.#string();
    const word = kWords.find((known) => this.#text.startsWith(known, this.at));
    if (word === undefined) return this.#number();
    this.at += word.length;
    return true;
  }

  #string(): boolean {
    for (this.at += 1; this.at < this.#text.length; this.at += 1) {
      const next = this.#text[this.at] ?? "";
      if (next === '"') {
        this.at += 1;
        return true;
      }
      if (next < " ") return false;
      if (next === "\\" && !this.#escape()) return false;
    }
    return false;
  }

  // Leaves the scanner at the escape's last character.
  #escape(): boolean {
    this.at += 1;
    const name = this.#text[this.at] ?? "";
    if (name !== "u") return name !== "" && '"\\/bfnrt'.includes(name);
    if (!/^[\da-f]{4}$/i.test(this.#text.slice(this.at + 1, this.at + 5))) return false;
    this.at += 4;
    return true;
  }

  #number(): boolean {
    this.#take("-");
    if (!this.#take("0") && !this.#digits()) return false;
    if (this.#take(".") && !this.#digits()) return false;
    if (!this.#take("e") && !this.#take("E")) return true;
    if (!this.#take("+")) this.#take("-");
    return this.#digits();
  }

  #digits(): boolean {
    const start = this.at;
    while (isDigit(this.#text[this.at])) this.at += 1;
    return this.at > start;
  }

  #take(expected: string): boolean {
    if (this.#text[this.at] !== expected) return false;
    this.at += 1;
    return true;
  }

  #space(): void {
    while (isSpace(this.#text[this.at])) this.at += 1;
  }
}

function placeIn(text: string, at: number): TextPlace {
  const before = text.slice(0, at);
  const line = before.match(/\n/g)?.length ?? 0;
  const ofLine = before.slice(before.lastIndexOf("\n") + 1);
  const pairs = ofLine.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  return { line: line + 1, column: ofLine.length - pairs + 1 };
}

function isDigit(next: string | undefined): boolean {
  return next !== undefined && next >= "0" && next <= "9";
}

function isSpace(next: string | undefined): boolean {
  return next === " " || next === "\t" || next === "\n" || next === "\r";
}

const kWords = ["true", "false", "null"] as const;

// Texts in one reader's language: messages with values in them, plurals, errors, dates and numbers.
// Not a global setting: two elements on one page may speak two languages.
import { type Formatter, makeFormatter } from "../format.js";
import { visibleText } from "../visible-text.js";
import type { Catalogue, ErrorTexts, Message, TextKey } from "./catalogue.js";

/** Values for the places of a message: "{name}" takes `name`. `count` also chooses the plural form. */
export type TextValues = Readonly<Record<string, string | number>>;

/** An error as far as it is shown. */
export interface ErrorText {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** What was found: hostile text, "" for nothing. The message says it, too. */
  readonly found: string;
}

/** The texts of one catalogue for one locale. */
export class Texts {
  /** The reader's own locale, which may be more exact than the catalogue's: "de-AT". */
  readonly locale: string;
  /** The language of the words, for the attribute `lang`: "de". */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly format: Formatter;
  readonly #catalogue: Catalogue;
  readonly #plurals: Intl.PluralRules;

  constructor(locale: string, catalogue: Catalogue) {
    this.locale = locale;
    this.language = catalogue.language;
    this.direction = catalogue.direction;
    this.format = makeFormatter(locale);
    this.#catalogue = catalogue;
    this.#plurals = new Intl.PluralRules(locale);
  }

  /**
   * A message as plain text. Its values are isolated from the direction of the text around them, and
   * what is invisible in them is shown, so that no value can end its isolation.
   */
  text(key: TextKey, values: TextValues = {}): string {
    return this.#pieces(key, values)
      .map((piece) => (typeof piece === "string" ? piece : this.#isolated(piece.value)))
      .join("");
  }

  /** A message as pieces of a template, for values that are templates: names, ids, marked text. */
  rich(key: TextKey, values: Readonly<Record<string, unknown>>): readonly unknown[] {
    return this.#pieces(key, values).map((piece) =>
      typeof piece === "string" ? piece : this.#shown(piece.value),
    );
  }

  /** What happened and what to do, in this language where the catalogue knows the code. */
  error(error: ErrorText): ErrorText {
    const { code, found } = error;
    const errors: Readonly<Record<string, ErrorTexts>> = this.#catalogue.errors;
    const known = Object.hasOwn(errors, code) ? errors[code] : undefined;
    if (known === undefined) return error;
    const [what, remedy] = known;
    return { code, message: this.withFound(what, found), remedy, found };
  }

  /**
   * What happened with what was found. It is text of the server as a whole, which is shown with all that is
   * invisible in it: so nothing isolates what was found, and what is invisible there is shown at once.
   */
  withFound(what: string, found: string): string {
    if (found === "") return what;
    const detail = this.#pieces("shell.found", { found }).map((piece) =>
      typeof piece === "string" ? piece : visibleText(String(piece.value)),
    );
    return `${what} ${detail.join("")}`;
  }

  #pieces(
    key: TextKey,
    values: Readonly<Record<string, unknown>>,
  ): (string | { readonly value: unknown })[] {
    const form = this.#form(this.#catalogue.messages[key], values["count"]);
    return form.split(/\{(\w+)\}/).map((part, at) => {
      if (at % 2 === 0) return part;
      return Object.hasOwn(values, part) ? { value: values[part] } : `{${part}}`;
    });
  }

  #form(message: Message, count: unknown): string {
    if (typeof message === "string") return message;
    const rule = typeof count === "number" ? this.#plurals.select(count) : "other";
    return message[rule] ?? message.other;
  }

  #shown(value: unknown): unknown {
    return typeof value === "number" ? this.format.number(value) : value;
  }

  #isolated(value: unknown): string {
    if (typeof value === "number") return this.format.number(value);
    return `\u2068${visibleText(String(value))}\u2069`;
  }
}

// What a catalogue of texts is: one message for each key of the English one, which is the reference.
// A catalogue with a key missing or too many, or without a plural form of its language, does not compile.
import type { kEnglish } from "./en/index.js";
import type { ErrorCode } from "./error-code.js";

/** A message whose form depends on `{count}`; the categories are those of Intl.PluralRules. */
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** A text with places such as "{name}" for values, or its plural forms. */
export type Message = string | PluralMessage;

/** Messages by key. */
export type Messages = Readonly<Record<string, Message>>;

/** The keys of every catalogue. */
export type TextKey = keyof typeof kEnglish;

/** What happened and what to do, for one error code. */
export type ErrorTexts = readonly [what: string, remedy: string];

/** Both for every code. */
export type ErrorMessages = Readonly<Record<ErrorCode, ErrorTexts>>;

/** The texts of one language. */
export interface Catalogue {
  /** The tag of the language, for the attribute `lang`. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly messages: Readonly<Record<TextKey, Message>>;
  /** The core's own sentences, which are English, for those that are left out. */
  readonly errors: Partial<ErrorMessages>;
}

/** The plural categories of each language into which the English messages are translated. */
export interface PluralCategories {
  readonly de: "one" | "other";
  readonly "pt-BR": "one" | "many" | "other";
  readonly ar: Intl.LDMLPluralRule;
}

/** What a translation of some English messages has to hold: all of them, and each plural in all its forms. */
export type Translation<Language extends keyof PluralCategories, English extends Messages> = {
  readonly [Key in keyof English]:
    Forms<PluralCategories[Language]> | (English[Key] extends string ? string : never);
};

type Forms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category, string>>;

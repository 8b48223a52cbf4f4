// What a catalogue of texts is: one message for each key of the English one, which is the reference.
import type { kEnglish } from "./en/index.js";

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

/** The texts of one language. */
export interface Catalogue {
  readonly messages: Readonly<Record<TextKey, Message>>;
  /** By error code; null: the core's own sentences, which are English. */
  readonly errors: Readonly<Record<string, ErrorTexts>> | null;
}

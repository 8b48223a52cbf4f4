// What can be wrong with a catalogue that a type cannot see. Gives sentences, one for each fault.
import type { ErrorTexts, Message, Messages } from "../../../web/src/element/text/catalogue.js";

/** The texts to look at: messages, and errors by code. */
export interface CheckedTexts {
  readonly messages: Messages;
  readonly errors: Readonly<Record<string, ErrorTexts>>;
}

/** What is expected of a language. */
export interface LanguageRules {
  readonly language: string;
  /** What its letters are; a text begins with one of them unless it begins with a value. */
  readonly script: RegExp;
  /** Keys of texts that are right although they are the same in English. */
  readonly same: ReadonlySet<string>;
}

/** Everything that is wrong with a translation of `english`. */
export function catalogueFaults(
  { messages, errors }: CheckedTexts,
  english: CheckedTexts,
  rules: LanguageRules,
): string[] {
  return [
    ...keyFaults("message", Object.keys(messages), Object.keys(english.messages)),
    ...keyFaults("error", Object.keys(errors), Object.keys(english.errors)),
    ...shared(messages, english.messages).flatMap(([key, message, source]) => [
      ...categoryFaults(key, message, source, rules),
      ...Object.entries(formsOf(message)).flatMap(([form, text]) => [
        ...placeFaults(`${key} (${form})`, form, text, sourceOf(source)),
        ...textFaults(`${key} (${form})`, key, text, sourceOf(source), rules),
      ]),
    ]),
    ...shared(errors, english.errors).flatMap(([code, texts, source]) =>
      texts.flatMap((text, at) => textFaults(`error ${code}`, code, text, source[at] ?? "", rules)),
    ),
  ];
}

function keyFaults(kind: string, found: readonly string[], wanted: readonly string[]): string[] {
  return [
    ...wanted.filter((key) => !found.includes(key)).map((key) => `${kind} ${key} is missing`),
    ...found.filter((key) => !wanted.includes(key)).map((key) => `${kind} ${key} is too many`),
  ];
}

function shared<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
): [string, T, T][] {
  return Object.entries(one).flatMap(([key, value]): [string, T, T][] => {
    const same = other[key];
    return same === undefined ? [] : [[key, value, same]];
  });
}

function formsOf(message: Message): Readonly<Record<string, string>> {
  return typeof message === "string" ? { text: message } : message;
}

function sourceOf(message: Message): string {
  return typeof message === "string" ? message : message.other;
}

function categoryFaults(
  key: string,
  message: Message,
  source: Message,
  { language }: LanguageRules,
): string[] {
  if (typeof message === "string") {
    return typeof source === "string" ? [] : [`${key} has no plural forms`];
  }
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return keyFaults(`plural of ${key}:`, Object.keys(message), wanted);
}

function placeFaults(where: string, form: string, text: string, source: string): string[] {
  const places = placesOf(text);
  const wanted = placesOf(source);
  // "No conversation", "one conversation" and the Arabic dual may name the number by a word.
  const spoken = form === "zero" || form === "one" || form === "two";
  const missing = wanted.filter(
    (place) => !places.includes(place) && !(spoken && place === "count"),
  );
  const odd = places.filter((place) => !wanted.includes(place));
  return [
    ...missing.map((place) => `${where} lacks {${place}}`),
    ...odd.map((place) => `${where} has {${place}}, which nobody fills`),
  ];
}

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}

function textFaults(
  where: string,
  key: string,
  text: string,
  source: string,
  { script, same }: LanguageRules,
): string[] {
  const faults: string[] = [];
  const words = text.replace(/\{\w+\}/g, "");
  if (text === source && !same.has(key)) faults.push("is the same as in English");
  if (/[<>&{}]/.test(words)) faults.push("holds markup or half a place");
  if (text !== text.trim() || / {2}/.test(text)) faults.push("has a space too many");
  if (/[\p{Cc}\p{Cf}]/u.test(text)) faults.push("holds an invisible character");
  if (!same.has(key) && !text.startsWith("{") && !script.test(/\p{L}/u.exec(words)?.[0] ?? "")) {
    faults.push("begins in another script");
  }
  if (endOf(text) !== endOf(source)) faults.push(`ends otherwise than "${source}"`);
  for (const term of termsOf(source)) if (!text.includes(term)) faults.push(`lacks "${term}"`);
  return faults.map((fault) => `${where} ${fault}`);
}

// A heading stays a heading, a question a question.
function endOf(text: string): string {
  const last = /[.?؟!:…]$/.exec(text)?.[0] ?? "";
  return last === "؟" ? "?" : last;
}

// What is called the same in every language: settings, permissions, members, versions, numbers.
function termsOf(text: string): string[] {
  return (text.match(kTerm) ?? []).map((term) => term.replace(/[.,]+$/, ""));
}

const kTerm =
  /https:\S+|\bAPI_\w+|\b[a-z]+-[a-z]+-[a-z-]+|\b\w+\.wasm\b|\bwasmUrl\b|\bscript-src\b|\b(?:old|new)VisitorId\b|\brid\b|\bview-\w+|\d+(?:\.\d+)*/g;

// What a text that was typed can be searched for, and what of it can be answered from people who were
// found before.
import type { VisitorDocument } from "../../client/documents.js";

/** Why a text is not searched for; null: it is. */
export function lengthProblem(term: string): "short" | "long" | null {
  if (term.length > kLongestTerm) return "long";
  const shortest = kWordCharacters.test(term) ? kFewestWordCharacters : kFewestCharacters;
  return term.length < shortest ? "short" : null;
}

/** Whether a text has one of the two forms in which servers make ids. */
export function hasIdForm(term: string): boolean {
  return /^(?:[0-9A-Za-z]{17}|[0-9a-f]{24})$/.test(term);
}

/**
 * Whether a text could be a whole e-mail address or telephone number. The server finds these only by
 * the whole, so that people found for the beginning need not hold whom it would find now.
 */
export function couldBeContact(term: string): boolean {
  return /.@./.test(term) || /^\+?[\d\s()./-]{3,}$/.test(term);
}

/** Those of some people who have a text in name, user name, contacts or custom fields. */
export function visitorsWith(
  items: readonly VisitorDocument[],
  term: string,
): readonly VisitorDocument[] {
  const wanted = term.toLowerCase();
  return items.filter(({ name, username, view }) => {
    const { visitorEmails, phone, livechatData } = view;
    const searched: readonly unknown[] = [name, username, visitorEmails, phone, livechatData];
    return searched.some((value) => holds(value, wanted));
  });
}

// Documents may hold anything, so that a list is searched like an object. What is nested deeper than a
// contact in a list is none of it.
function holds(value: unknown, wanted: string, depth = 0): boolean {
  if (typeof value === "string") return value.toLowerCase().includes(wanted);
  if (!(value instanceof Object) || depth > 1) return false;
  return Object.values(value).some((member) => holds(member, wanted, depth + 1));
}

// What is shorter fits too many people for ten calls a minute.
const kFewestCharacters = 3;
// Scripts in which two characters are a whole name.
const kFewestWordCharacters = 2;
const kWordCharacters = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;
// It travels in an address; nobody's name is longer.
const kLongestTerm = 256;

// What tells one visitor from another, read from a document that may hold anything.
import type { VisitorDocument } from "../../client/documents.js";
import { visibleText } from "../visible-text.js";

/** Facts of one visitor; null or empty where there is nothing to show. */
export interface VisitorFacts {
  readonly name: string | null;
  readonly username: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** As the server wrote it; not always a date. */
  readonly lastActivity: string | null;
}

/** Reads the facts. */
export function visitorFacts({ name, username, view }: VisitorDocument): VisitorFacts {
  return {
    name: shownText(name),
    username: shownText(username),
    emails: textsIn(view.visitorEmails, "address"),
    phones: textsIn(view.phone, "phoneNumber"),
    lastActivity: shownText(memberOf(view.lastChat, "ts")),
  };
}

/** What a visitor is called where there is room for one name only; hostile text. */
export function visitorName(document: VisitorDocument | null, id: string): string {
  const facts = document === null ? null : visitorFacts(document);
  return facts?.name ?? facts?.username ?? idTail(id);
}

/** The same as a short plain text for what is said aloud, its invisible characters named. */
export function spokenName(document: VisitorDocument | null, id: string): string {
  return shortened(visibleText(visitorName(document, id)), kSpokenLength);
}

/** The end of an id, by which ids are told apart; the whole id where it is short. */
export function idTail(id: string): string {
  if (id.length <= kShortId) return id;
  return `…${id.slice(-kTailLength).replace(/^\p{Cs}/u, "")}`;
}

/** A text cut to so many code units, never inside of a character. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\p{Cs}$/u, "")}…`;
}

function textsIn(list: unknown, key: string): string[] {
  if (!Array.isArray(list)) return [];
  const texts = list.map((entry: unknown) => shownText(memberOf(entry, key)));
  return [...new Set(texts.filter((text) => text !== null))];
}

function memberOf(value: unknown, key: string): unknown {
  return value instanceof Object ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

// What looks like nothing counts as nothing; invisible characters are shown and so are something.
function shownText(value: unknown): string | null {
  return typeof value === "string" && visibleText(value).trim() !== "" ? value : null;
}

// The ends of 17 and of 24 characters are drawn by chance; six of them tell any two people apart that
// a list shows together.
const kTailLength = 6;
const kShortId = 10;
// A sentence that is read aloud is to end.
const kSpokenLength = 60;

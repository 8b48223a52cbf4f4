// What a preview says, in an order and in words for people. Without a DOM.
import type { Issue } from "../../errors.js";
import type { NotChecked, Preview, PreviewNote } from "../../client/preview.js";
import type { Step } from "../flow/place.js";
import type { TextKey } from "../text/catalogue.js";
import type { Texts } from "../text/texts.js";

/** One finding; several of one code are one. */
export interface Finding {
  readonly issue: Issue;
  /** What else was found for the same code; hostile text. */
  readonly others: readonly string[];
  /** How many more there are than named. */
  readonly more: number;
  /** Where it can be repaired; null: nowhere in the flow. */
  readonly step: Step | null;
}

/** The findings: errors first, each code once. */
export function findingsOf(issues: readonly Issue[]): readonly Finding[] {
  const byCode = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code} ${issue.path}`;
    byCode.set(key, [...(byCode.get(key) ?? []), issue]);
  }
  const findings = [...byCode.values()].flatMap(([issue, ...rest]) => {
    if (issue === undefined) return [];
    const others = rest.slice(0, kNamed).map(({ found }) => found);
    const place = issue.severity === "error" ? stepIn(kStepOfPath, issue.path) : null;
    const step = place ?? repairStep(issue.code);
    return [{ issue, others, more: rest.length - others.length, step }];
  });
  const isError = ({ issue }: Finding): boolean => issue.severity === "error";
  return [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
}

/** The step in which what a code says can be repaired; null where there is none. */
export function repairStep(code: string): Step | null {
  return stepIn(kStepOfCode, code);
}

/**
 * Whether only the old visitor's id is wanting: the room could not be read, so it has to be typed. A
 * room that was read and has no visitor is none that can be moved, nor is one that does not exist.
 */
export function wantsOldVisitor({ room, issues }: Preview): boolean {
  const wrong = issues.filter(({ severity }) => severity === "error");
  const exists = !issues.some(({ code }) => code === "room_not_found");
  return room === null && exists && wrong.every(({ path }) => path === kOldVisitor);
}

/** Whether the room was read and has nobody: it cannot be moved, whoever is chosen. */
export function hasNobody({ room, issues }: Preview): boolean {
  return room !== null && issues.some(isUntyped);
}

/**
 * What was found, as it is to be shown: of an id that nobody has typed yet nothing is wrong, and that
 * a room has no visitor is said where they would stand.
 */
export function shownIssues({ issues }: Preview): readonly Issue[] {
  return issues.filter((issue) => !isUntyped(issue));
}

/** What is wrong with the id that was typed. */
export function typedErrors({ issues }: Preview): readonly Issue[] {
  return issues.filter(
    (issue) => issue.path === kOldVisitor && issue.severity === "error" && !isUntyped(issue),
  );
}

/** What stays, without what this room does not have. */
export function staysOf({ stays, room }: Preview): readonly PreviewNote[] {
  return stays.filter(({ path, before }) => room === null || path === "" || before !== null);
}

/** A note in the reader's language; one that is not known yet in the client's words. */
export function noteText({ code, what }: PreviewNote, texts: Texts): string {
  const known = kNotes.find((name) => name === code);
  return known === undefined ? what : texts.text(`move.note.${known}`);
}

/** A value of a note. */
export interface NoteValue {
  readonly text: string;
  /** Whether it is to be read character by character. */
  readonly isCode: boolean;
}

/** A value of a note: dates as dates; null where there is nothing to show, or a token. */
export function noteValue(
  value: string | null,
  { path }: PreviewNote,
  texts: Texts,
): NoteValue | null {
  if (value === null || path === kToken) return null;
  const date = texts.format.date(value);
  return { text: date ?? value, isCode: date === undefined && kCodes.has(path) };
}

/** What was not looked at, as a sentence. */
export function uncheckedKey({ call }: NotChecked): TextKey {
  return `move.unchecked.${call}`;
}

function isUntyped({ path, code }: Issue): boolean {
  return path === kOldVisitor && code === "missing";
}

function stepIn(table: Readonly<Record<string, Step>>, key: string): Step | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}

const kOldVisitor = "/oldVisitorId";
const kToken = "/v/token";
const kCodes: ReadonlySet<string> = new Set(["/v/_id", "/v/username"]);

const kStepOfPath: Readonly<Record<string, Step>> = {
  "/rid": "conversation",
  "/newVisitorId": "visitor",
  [kOldVisitor]: "preview",
};

const kStepOfCode: Readonly<Record<string, Step>> = {
  room_not_found: "conversation",
  not_omnichannel: "conversation",
  room_archived: "conversation",
  voice_room: "conversation",
  room_access_denied: "conversation",
  visitor_not_found: "visitor",
  visitor_disabled: "visitor",
  same_visitor: "visitor",
  visitor_mismatch: "preview",
  not_logged_in: "connect",
  missing_credentials: "connect",
  invalid_credentials: "connect",
  user_not_found: "connect",
  invalid_server_url: "connect",
  insecure_server_url: "connect",
  // Nothing that was chosen would repair these.
  endpoint_absent: "connect",
  endpoint_broken: "connect",
  endpoint_removed: "connect",
  deprecation_enforced: "connect",
  wrong_method: "connect",
  no_permission: "connect",
  no_change_permission: "connect",
  cors_suspected: "connect",
};

// Of core/src/preview.cpp.
const kNotes = [
  "owner",
  "username",
  "token",
  "updated",
  "title",
  "visitor_name",
  "visitor_phone",
  "visitor_status",
  "visitor_activity",
  "agent",
  "department",
  "messages",
  "subscriptions",
  "inquiry",
  "visitors",
  "notices",
] as const;

// A person with a hundred open conversations needs no list of them here.
const kNamed = 3;

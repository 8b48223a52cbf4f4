// What the demo's address says, and the address of what is shown: enough to show somebody else the
// same thing. Never a secret: ids and names of choices only.
import { isStep, kSteps, type Step } from "../src/element/flow/place.js";
import { type FaultName, isFaultName, kFaultNames } from "./fault-plan.js";

/** The versions of the switch: one for each class of servers. */
export const kVersions = ["5.2", "6.4", "6.10", "7.2", "8.6"] as const;
/** The seeds that have somebody to log in as. */
export const kSeeds = ["story", "documentation"] as const;
/** The languages of the element. */
export const kLanguages = ["en", "de", "pt-BR", "ar"] as const;
/** "auto" is the reader's own. */
export const kThemes = ["auto", "light", "dark"] as const;

export type Seed = (typeof kSeeds)[number];
export type Language = (typeof kLanguages)[number];
export type Theme = (typeof kThemes)[number];

/** Everything that a link carries. */
export interface DemoState {
  readonly seed: Seed;
  /** One of the switch, or another that the stand-in knows. */
  readonly version: string;
  /** Generated conversations besides those of the seed. */
  readonly rooms: number;
  /** The faults that wait for the next move. */
  readonly faults: readonly FaultName[];
  /** "": the first that has something to do. */
  readonly step: Step | "";
  readonly rid: string;
  readonly newVisitorId: string;
  /** Who logs in: the page around the element, or a person in it. */
  readonly signIn: "host" | "self";
  readonly lang: Language;
  readonly theme: Theme;
}

/** A value of a link that could not be used. `found` may be hostile. */
export interface LinkNote {
  readonly name: string;
  readonly found: string;
  readonly expected: string;
  readonly used: string;
}

/** The story: guest-16 has said that she is Amara Mende, whom the workspace knows as guest-3. */
export const kStoryMove = { rid: "tcbbSmWSLR5uo5PBW", newVisitorId: "63d8f20a5be41c7790e6a1f4" };

/** What is shown without a link. */
export const kDefaultState: DemoState = {
  seed: "story",
  version: "6.4",
  rooms: 0,
  faults: [],
  step: "preview",
  ...kStoryMove,
  signIn: "host",
  lang: "en",
  theme: "auto",
};

/** Reads the query of an address. What cannot be used is left at its default, with a note. */
export function readLink(
  search: string,
  defaults: DemoState = kDefaultState,
): { state: DemoState; notes: readonly LinkNote[] } {
  const query = new URLSearchParams(search);
  const notes: LinkNote[] = [];
  const read = <T>(name: string, fallback: T, rule: Rule<T>): T => {
    const text = query.get(name);
    if (text === null) return fallback;
    const value = rule.read(text);
    if (value !== undefined) return value;
    notes.push({ name, found: text, expected: rule.expected, used: showUsed(fallback) });
    return fallback;
  };
  const chosen = query.has("rid") || query.has("newVisitorId");
  const ids = chosen ? { rid: "", newVisitorId: "" } : defaults;
  const state: DemoState = {
    seed: read("seed", defaults.seed, oneOf(kSeeds)),
    version: read("version", defaults.version, kVersionRule),
    rooms: read("rooms", defaults.rooms, kRoomsRule),
    faults: readFaults(query.get("faults") ?? "", notes),
    step: read("step", defaults.step, kStepRule),
    rid: read("rid", ids.rid, kIdRule),
    newVisitorId: read("newVisitorId", ids.newVisitorId, kIdRule),
    signIn: query.has("login") ? "self" : "host",
    lang: read("lang", defaults.lang, oneOf(kLanguages)),
    theme: read("theme", defaults.theme, oneOf(kThemes)),
  };
  return { state, notes };
}

/** The query for a state, "" for the default one. */
export function writeLink(state: DemoState, defaults: DemoState = kDefaultState): string {
  const query = new URLSearchParams();
  for (const name of ["seed", "version", "rooms", "step", "lang", "theme"] as const) {
    if (state[name] !== defaults[name]) query.set(name, String(state[name]));
  }
  if (state.faults.length > 0) query.set("faults", state.faults.join(","));
  const { rid, newVisitorId } = state;
  if (rid !== defaults.rid || newVisitorId !== defaults.newVisitorId) {
    query.set("rid", rid);
    query.set("newVisitorId", newVisitorId);
  }
  if (state.signIn === "self") query.set("login", "");
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

interface Rule<T> {
  readonly expected: string;
  /** Undefined: not a value. */
  readonly read: (text: string) => T | undefined;
}

function oneOf<T extends string>(values: readonly T[]): Rule<T> {
  return {
    expected: values.join(", "),
    read: (text) => values.find((value) => value === text),
  };
}

function readFaults(text: string, notes: LinkNote[]): readonly FaultName[] {
  const names = text.split(",").filter((name) => name !== "");
  const unknown = names.filter((name) => !isFaultName(name));
  if (unknown.length > 0) {
    const expected = kFaultNames.join(", ");
    notes.push({ name: "faults", found: unknown.join(","), expected, used: "the others" });
  }
  return kFaultNames.filter((name) => names.includes(name));
}

function showUsed(value: unknown): string {
  return value === "" ? "none" : String(value);
}

const kStepRule: Rule<Step> = {
  expected: kSteps.join(", "),
  read: (text) => (isStep(text) ? text : undefined),
};
// Its range is the stand-in's to judge.
const kVersionRule: Rule<string> = {
  expected: `${kVersions.join(", ")} or another that the stand-in knows`,
  read: (text) => (/^\d{1,2}\.\d{1,2}(\.\d{1,2})?$/.test(text) ? text : undefined),
};
// The most that the stand-in makes.
const kMostRooms = 1_000_000;
const kRoomsRule: Rule<number> = {
  expected: `a whole number from 0 to ${kMostRooms}`,
  read: (text) => (/^\d{1,7}$/.test(text) && Number(text) <= kMostRooms ? Number(text) : undefined),
};
// No id is longer (core's own limit); what it looks like is the element's to judge.
const kLongestId = 256;
const kIdRule: Rule<string> = {
  expected: `an id of at most ${kLongestId} characters`,
  read: (text) => (text.length <= kLongestId ? text : undefined),
};

// What the demo tells and invites next: first the move, then each failure, one at a time.
import type { Verdict } from "../src/client/outcome.js";
import type { ConnectedDetail, SettledDetail } from "../src/element/events.js";
import { type FaultName, kFaultNames } from "./fault-plan.js";

/** What has happened so far. */
export interface Progress {
  /** Why nothing can be moved; null: it can, or nobody knows yet. */
  readonly hindrance: "version" | "user" | null;
  readonly moved: boolean;
  /** What came of the last move; null before the first. */
  readonly end: End | null;
  /** Struck by a fault whose move is not settled yet. */
  readonly struck: ReadonlySet<FaultName>;
  /** Struck and settled, with the verdict. */
  readonly seen: ReadonlyMap<FaultName, Verdict>;
  /** The one that was settled last. */
  readonly last: FaultName | null;
}

/** The end of a move, or of taking one back. */
export type End = Pick<SettledDetail, "verdict" | "undo">;

/** Before anything has happened. */
export const kBeginning: Progress = {
  hindrance: null,
  moved: false,
  end: null,
  struck: new Set(),
  seen: new Map(),
  last: null,
};

/** Why nothing can be moved, by what was found out on connecting. */
export function hindranceIn({
  canUpdate,
  version,
}: Pick<ConnectedDetail, "canUpdate" | "version">): Progress["hindrance"] {
  if (canUpdate !== "no") return null;
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  const isThere = major === 6 || (major === 5 && minor >= 2);
  return isThere ? "user" : "version";
}

/** A move was settled. */
export function settled(progress: Progress, { verdict, undo }: End): Progress {
  const { struck } = progress;
  const moved = progress.moved || verdict === "applied";
  const seen = new Map(progress.seen);
  for (const name of struck) seen.set(name, verdict);
  const last = latest(struck);
  return { ...progress, moved, end: { verdict, undo }, struck: new Set(), seen, last };
}

/** A fault has struck a request. */
export function struck(progress: Progress, name: FaultName): Progress {
  return { ...progress, struck: new Set([...progress.struck, name]) };
}

/** One sentence or two to read, and the failure to try, if it is time for one. */
export interface Guidance {
  readonly told: string;
  readonly next: string;
  readonly invite: FaultName | null;
}

/** What is to be done before the first move. */
export type Beginning = "log_in" | "choose" | "move";

/** What to tell and to invite; `waiting` is the fault that strikes the next move. */
export function guidance(
  progress: Progress,
  waiting: FaultName | null,
  beginning: Beginning = "move",
): Guidance {
  const { hindrance, moved, seen, end } = progress;
  if (hindrance !== null) return kCannotMove[hindrance];
  const told = toldOf(progress);
  const pending = latest(progress.struck);
  if (pending !== null) return { told: kPending[pending], next: "", invite: null };
  if (waiting !== null) return { told, next: kWaiting[waiting], invite: null };
  if (!moved && seen.size === 0 && end === null) return kBegin[beginning];
  const invite = kFaultNames.find((name) => !seen.has(name)) ?? null;
  if (invite === null) return { told, next: kEnd, invite };
  return { told, next: kInvitations[invite], invite };
}

// In the order in which they struck: the last is what the widget shows.
function latest(struck: ReadonlySet<FaultName>): FaultName | null {
  return [...struck].at(-1) ?? null;
}

function toldOf({ end, seen, last }: Progress): string {
  if (end === null) return "";
  if (last === null) {
    if (end.verdict !== "applied") return kNotMoved;
    return end.undo ? kMovedBack : kMoved;
  }
  const verdict = seen.get(last);
  return verdict === undefined ? "" : kSeen[last][verdict === "applied" ? "applied" : "other"];
}

const kNothingMoves = "Nothing can be moved here, and the widget says why before anything is sent.";
const kCannotMove: Readonly<Record<"version" | "user", Guidance>> = {
  version: {
    told: kNothingMoves,
    next: "Choose version 5.2, 6.4 or 6.10 above to move a conversation.",
    invite: null,
  },
  user: {
    told: kNothingMoves,
    next: "Log in as somebody else, or press “Reset”, to move a conversation.",
    invite: null,
  },
};
const kBegin: Readonly<Record<Beginning, Guidance>> = {
  log_in: {
    told: "",
    next: "Log in in the widget. It moves nothing before you say so.",
    invite: null,
  },
  choose: {
    told: "",
    next: "Go on in the widget. It shows a preview, and moves nothing before you say so.",
    invite: null,
  },
  move: {
    told: "The conversation and the person are chosen already.",
    next: "Look at the preview in the widget, then press its button to move the conversation.",
    invite: null,
  },
};
const kMoved = "The conversation now belongs to the person who was chosen.";
const kMovedBack = "The move was taken back: the conversation belongs to whom it belonged before.";
const kNotMoved = "The widget says what came of that.";
const kEnd = "That was everything. Try other versions above, or press “Reset” to begin again.";

const kInvitations: Readonly<Record<FaultName, string>> = {
  lose: "Now lose the answer: the server makes the next move, but the page never hears of it.",
  conflict: "Now let another agent be faster, and see whose conversation it is then.",
  rate: "Now let the server ask for patience: it takes no more calls for eight seconds.",
  session: "Now let the session end in the middle of a move.",
};
const kWaiting: Readonly<Record<FaultName, string>> = {
  lose: "It is armed: move the conversation in the widget, or take a move back. Its answer will be lost.",
  conflict:
    "It is armed: move the conversation in the widget, or take a move back. Somebody will be faster.",
  rate: "It is armed: move the conversation in the widget, or take a move back. You will be asked to wait.",
  session:
    "It is armed: move the conversation in the widget, or take a move back. The login will be refused.",
};
// While the move that was struck goes on.
const kPending: Readonly<Record<FaultName, string>> = {
  lose: "The answer was lost. The widget now finds out whose the conversation is.",
  conflict: "Another agent was faster. The widget now finds out whose the conversation is.",
  rate: "The server has asked for patience. The move waits and goes on by itself.",
  session: "The session has ended. The move waits: log in again, and it goes on by itself.",
};
const kSeen: Readonly<Record<FaultName, Readonly<Record<"applied" | "other", string>>>> = {
  lose: {
    applied:
      "The answer was lost, and nothing was guessed: the widget read the conversation and saw whose it is.",
    other: "The answer was lost, and the widget claims no more than it could see.",
  },
  conflict: {
    applied: "Another agent was faster, and still the conversation is where it should be.",
    other: "Another agent was faster. Nothing was overwritten, and the widget names the new owner.",
  },
  rate: {
    applied: "The server asked for patience. The widget said until when, waited, and moved it.",
    other: "The server asked for patience, and the widget said until when.",
  },
  session: {
    applied: "The session ended, somebody logged in again, and the same move went on.",
    other: "The session ended before the move, and nothing was changed.",
  },
};

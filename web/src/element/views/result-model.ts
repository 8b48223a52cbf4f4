// What a result says and offers. Without a DOM.
import type { Change } from "../../client/answer.js";
import type { RoomVisitor } from "../../client/load.js";
import type { RoomDocument } from "../../client/room-document.js";
import type { Settled } from "../flow/move-flow.js";
import { visitorInRoom } from "../flow/move.js";
import type { Step } from "../flow/place.js";
import type { ChosenVisitor } from "../flow/visitor-flow.js";
import { headingOf } from "../outcome-model.js";
import type { TextKey } from "../text/catalogue.js";
import type { Texts } from "../text/texts.js";
import { repairStep } from "./preview-model.js";
import { spokenName } from "./visitor-facts.js";

/** What can be done next, besides taking it back and moving another conversation. */
export type NextAct =
  | { readonly kind: "check_again" }
  | { readonly kind: "start_over" }
  | { readonly kind: "repair"; readonly step: Step };

/** The acts, the most helpful first. `isLoggedIn`: the server takes what the session has. */
export function nextActs(settled: Settled, isLoggedIn: boolean): readonly NextAct[] {
  const { verdict, error } = settled.outcome;
  if (verdict === "applied") return [];
  const isMended = isLoggedIn && error.code === "not_logged_in";
  const step = (isMended ? null : repairStep(error.code)) ?? "preview";
  const repair: NextAct =
    strangerSeen(settled) === null ? { kind: "repair", step } : { kind: "start_over" };
  return verdict === "unknown" ? [{ kind: "check_again" }, repair] : [repair];
}

/** Who owns the conversation in place of both people; null where nobody else was seen. */
export function strangerSeen(settled: Settled): ChosenVisitor | null {
  const { outcome, update } = settled;
  const id = outcome.verdict === "applied" ? undefined : outcome.lastSeen?.visitorId;
  if (id === undefined || id === update.oldVisitorId || id === update.newVisitorId) return null;
  return { id, document: visitorInRoom(outcome.room ?? null, id) };
}

/** Whose it was when it was last read, after a verdict that is none of success; null where nobody knows. */
export function ownerSeen(settled: Settled): ChosenVisitor | null {
  const { outcome, from, to } = settled;
  const id = outcome.verdict === "applied" ? undefined : outcome.lastSeen?.visitorId;
  return [from, to].find((person) => person.id === id) ?? strangerSeen(settled);
}

/** The verdict as the heading: a move that somebody else was faster than has words of its own. */
export function resultHeading(settled: Settled): TextKey {
  const { verdict, error } = settled.outcome;
  // The server only asked for patience.
  if (verdict === "refused" && error.code === "cancelled") return "move.wasCancelled";
  const isOvertaken = verdict === "refused" && strangerSeen(settled) !== null;
  return isOvertaken ? "move.movedMeanwhile" : headingOf(verdict);
}

/** How a move has ended, in a line. */
export function endText(settled: Settled, texts: Texts): string {
  const { outcome, to } = settled;
  if (outcome.verdict !== "applied") return texts.text(resultHeading(settled));
  return texts.text("move.belongsTo", { name: spokenName(to.document, to.id) });
}

/** The heading of what changed. A move that was refused has changed nothing itself. */
export function changedHeading(
  { outcome }: Pick<Settled, "outcome">,
  { changes }: Pick<ShownRoom, "changes">,
): TextKey {
  const isOthers = outcome.verdict === "refused" && changes.length > 0;
  return isOthers ? "move.changedMeanwhile" : "move.changed";
}

/** The room on show and what is said of it; null where none was seen. */
export function shownRoom({ outcome, before, seen, changes }: Settled): ShownRoom | null {
  if (seen !== null)
    return { room: seen, heading: "move.roomRead", changes: kNone, compared: false };
  const { room } = outcome;
  if (room !== undefined) {
    const answered = outcome.verdict === "applied" && outcome.proof === "answer";
    const heading = answered ? "move.roomAnswered" : "move.roomRead";
    return { room, heading, changes: changes ?? kNone, compared: changes !== null };
  }
  if (before === null) return null;
  return { room: before, heading: "move.roomBefore", changes: kNone, compared: false };
}

/** See above. */
export interface ShownRoom {
  readonly room: RoomDocument;
  readonly heading: TextKey;
  readonly changes: readonly Change[];
  /** Whether there was a room to compare with. */
  readonly compared: boolean;
}

/** What a reading after the verdict says; null where there was none. */
export function seenKey({ seen, update }: Settled): "New" | "Old" | "Other" | null {
  if (seen === null) return null;
  const owner = seen.view.v?._id;
  if (owner === update.newVisitorId) return "New";
  return owner === update.oldVisitorId ? "Old" : "Other";
}

/** The request of the move as curl, its token hidden; "" where it cannot be written. */
export function curlOf(
  rv: RoomVisitor,
  { update, outcome }: Settled,
  session: CurlSession,
): string {
  const { server, allowInsecure, userId } = session;
  const credentials = { userId: outcome.receipt?.userId ?? userId, authToken: kHidden };
  try {
    const request = rv.buildRequest(update, server, credentials, { allowInsecure });
    return rv.toCurl(request);
  } catch {
    // It is an extra: the result stands without it.
    return "";
  }
}

/** Where the request went, and as whom. */
export interface CurlSession {
  readonly server: string;
  readonly allowInsecure: boolean;
  readonly userId: string;
}

// One list for all, so that nothing is drawn anew for it.
const kNone: readonly Change[] = [];

// Stands in the place of the token, which the curl command hides anyway.
const kHidden = "hidden";

// One move as it is shown before, while and after it is made: whose the conversation is, and whose it
// shall be.
import type { Outcome } from "../../client/outcome.js";
import type { Preview } from "../../client/preview.js";
import type { RoomDocument } from "../../client/room-document.js";
import type { VisitorUpdate } from "../../client/update.js";
import { type VisitorDocument, visitorDocument } from "../../client/documents.js";
import type { ChosenVisitor } from "./visitor-flow.js";

/** See above. */
export interface Move {
  readonly update: VisitorUpdate;
  /** Whether it takes an earlier move back. */
  readonly undo: boolean;
  readonly from: ChosenVisitor;
  readonly to: ChosenVisitor;
  /** The conversation before the move; null where it could not be read. */
  readonly before: RoomDocument | null;
  /** Whether the server was seen not to know the old visitor any more. */
  readonly isFinal: boolean;
}

/** The move that a preview offers; null while it offers none. */
export function movePreviewed(preview: Preview, chosen: ChosenVisitor): Move | null {
  const { update, room, issues } = preview;
  if (update === null) return null;
  return {
    update,
    undo: false,
    ...peopleIn(preview, chosen),
    before: room,
    isFinal: issues.some(({ code }) => code === "undo_impossible"),
  };
}

/** The people of a preview, as well as they are known; `from` is null while nobody knows. */
export function peopleIn(
  { update, room, oldVisitor, newVisitor }: Preview,
  chosen: ChosenVisitor,
): { readonly from: ChosenVisitor; readonly to: ChosenVisitor } {
  const { id } = chosen;
  const oldId = update?.oldVisitorId ?? room?.view.v?._id ?? "";
  const from = oldVisitor ?? (oldId === id ? newVisitor : null) ?? visitorInRoom(room, oldId);
  return {
    from: { id: oldId, document: from },
    to: { id, document: newVisitor ?? chosen.document },
  };
}

/** What a room says of its visitor; null if that is another one. The name in a room may be an earlier visitor's. */
export function visitorInRoom(room: RoomDocument | null, id: string): VisitorDocument | null {
  const visitor = room?.view.v;
  const username: unknown = visitor?.username;
  if (visitor?._id !== id || typeof username !== "string") return null;
  const text = JSON.stringify({ _id: id, username });
  return visitorDocument({ id, username, name: null, disabled: false, text });
}

/** The move that takes a move back. */
export function moveUndone({ update, from, to, before, outcome }: Move & Made): Move {
  const { rid, oldVisitorId, newVisitorId } = update;
  return {
    update: { rid, oldVisitorId: newVisitorId, newVisitorId: oldVisitorId },
    undo: true,
    from: to,
    to: from,
    before: outcome.room ?? before,
    isFinal: false,
  };
}

/** Whether taking it back would change anything. */
export function canUndo({ update, outcome }: Pick<Move, "update"> & Made): boolean {
  const { verdict } = outcome;
  return (
    verdict === "applied" &&
    outcome.proof !== "wanted_state" &&
    update.oldVisitorId !== update.newVisitorId
  );
}

interface Made {
  readonly outcome: Outcome;
}

// What a room that was read after an unclear outcome says about it.
import type { RoomDocument } from "../src/client/room-document.js";
import type { VisitorUpdate } from "../src/client/update.js";

/** Names the owner by its part in the update; claims nothing about how the room came there. */
export function ownerNote(
  { view }: RoomDocument,
  { oldVisitorId, newVisitorId }: VisitorUpdate,
): string {
  const owner = view.v?._id;
  if (owner === newVisitorId) return "The room was read again: it belongs to the new visitor.";
  if (owner === oldVisitorId) {
    return "The room was read again: it still belongs to the old visitor. A request that is still on its way could change that.";
  }
  return "The room was read again: it belongs to neither of the two visitors.";
}

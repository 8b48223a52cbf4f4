// A room in two forms: exact text for keeping, and a frozen view for looking at.
import type { Room } from "./room.js";

/** A room as it was read. */
export interface RoomDocument {
  /** The document's exact JSON text; write this one back, never the view. It contains tokens. */
  readonly text: string;
  /** The same as a frozen object. Numbers beyond a double's precision are rounded here. */
  readonly view: Room;
}

/** Makes the document of a room's text, which the core has already checked. */
export function roomDocument(text: string): RoomDocument {
  let view: Room | undefined;
  return Object.freeze({
    text,
    // Most callers of an update never look.
    get view(): Room {
      view ??= deepFreeze(JSON.parse(text)) as Room;
      return view;
    },
  });
}

/** Freezes a value that came from JSON, to its last member. */
export function deepFreeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}

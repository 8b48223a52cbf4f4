// What one conversation is shown as. Documents of the server may hold anything in any place.
import type { Room } from "../../client/room.js";
import type { RoomPart } from "../flow/room-pages.js";
import type { Formatter } from "../format.js";
import { visibleText } from "../visible-text.js";
import { idTail, shortened } from "./visitor-facts.js";

/** Where a conversation stands. */
export type RoomState = "open" | "queued" | "hold" | "closed";

/** One conversation; "" for what is not known. */
export interface RoomRow {
  readonly rid: string;
  /** The end of the id: enough to tell two alike apart. */
  readonly tail: string;
  readonly title: string;
  readonly visitorName: string;
  readonly visitorUsername: string;
  readonly agent: string;
  readonly state: RoomState;
  readonly started: string;
  readonly lastMessage: string;
  /** The same, short enough for a column. */
  readonly lastMinute: string;
  readonly messages: number | null;
  /** False only where the server says what else it is. */
  readonly isLiveChat: boolean;
}

/** See above. */
export function roomRow(room: Room, format: Formatter): RoomRow {
  const { name, username } = asRecord(room.v);
  const rid: unknown = room._id;
  const id = typeof rid === "string" ? rid : "";
  return {
    rid: id,
    tail: idTail(id),
    title: textOf(room.fname) || textOf(room.name),
    visitorName: textOf(name),
    visitorUsername: textOf(username),
    agent: textOf(asRecord(room.servedBy)["username"]),
    state: stateOf(room),
    started: dateOf(room.ts, format, "date"),
    lastMessage: dateOf(room.lm, format, "date"),
    lastMinute: dateOf(room.lm, format, "minute"),
    messages: typeof room.msgs === "number" ? room.msgs : null,
    isLiveChat: room.t === undefined || room.t === "l",
  };
}

/** The rooms of a page, each once: a list that changes while it is read repeats some. */
export function uniqueRooms({ items }: RoomPart): RoomPart["items"] {
  const seen = new Set<unknown>();
  return items.filter(({ view }) => {
    const isNew = !seen.has(view._id);
    seen.add(view._id);
    return isNew;
  });
}

/** Which rooms a page shows, counted from one; null where it shows none. */
export function rangeOf({
  items,
  offset,
}: RoomPart): { readonly from: number; readonly to: number } | null {
  return items.length === 0 ? null : { from: offset + 1, to: offset + items.length };
}

// A date in the reader's words; what is no date as it stands.
function dateOf(value: unknown, format: Formatter, form: "date" | "minute"): string {
  const text = textOf(value);
  return format[form](text) ?? text;
}

// What looks like nothing counts as nothing, and what is endless is cut.
function textOf(value: unknown): string {
  if (typeof value !== "string" || visibleText(value).trim() === "") return "";
  return shortened(value, kMostCharacters);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return value instanceof Object ? (value as Readonly<Record<string, unknown>>) : {};
}

function stateOf({ open, onHold, servedBy, status }: Room): RoomState {
  if (open !== true) return "closed";
  if (onHold === true) return "hold";
  return status === "queued" || servedBy === undefined ? "queued" : "open";
}

const kMostCharacters = 200;

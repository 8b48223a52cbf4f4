// What a room says of itself: what it is called, and whom it belongs to.
import type { Room } from "../../client/room.js";
import { idTail, shortened } from "./visitor-facts.js";

/** The present owner; null where the room does not say. */
export interface RoomOwner {
  readonly id: string;
  /** What there is to call them by; hostile text. */
  readonly name: string;
}

/** Reads the owner from a room that may hold anything. */
export function roomOwner(room: Room | null): RoomOwner | null {
  const { _id: id, name, username }: Readonly<Record<string, unknown>> = { ...room?.v };
  if (typeof id !== "string" || id === "") return null;
  const called = [name, username].find((text) => typeof text === "string" && text.trim() !== "");
  return { id, name: shortened(typeof called === "string" ? called : idTail(id), kMostCharacters) };
}

/** What a room that may hold anything is called; hostile text. */
export function roomTitle(room: Room | null, rid: string): string {
  const titles: readonly unknown[] = [room?.fname, room?.name];
  const title = titles.find((text) => typeof text === "string" && text.trim() !== "");
  return shortened(typeof title === "string" ? title : idTail(rid), kMostCharacters);
}

const kMostCharacters = 200;

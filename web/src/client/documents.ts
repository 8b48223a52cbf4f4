// Visitors and lists as the server gives them, each document in two forms.
import { deepFreeze, type RoomDocument, roomDocument } from "./room-document.js";
import type { Visitor } from "./room.js";

/** A visitor as it was read, without its token. */
export interface VisitorDocument {
  readonly id: string | null;
  readonly username: string | null;
  readonly name: string | null;
  /** 6.5 to 6.13: unknown to an update. */
  readonly disabled: boolean;
  /** The document's JSON text, its token hidden. */
  readonly text: string;
  /** The same as a frozen object. */
  readonly view: Visitor;
}

/** A part of a list. */
export interface ListPart<Document> {
  readonly items: readonly Document[];
  readonly offset: number;
  /** How many fit in all; null if the server did not say. */
  readonly total: number | null;
  /** Whether the server has said that nothing comes after these. */
  readonly isLast: boolean;
}

/** Which part of a list is wanted; the server's default is the first 50, its usual limit 100. */
export interface Page {
  readonly count?: number | undefined;
  readonly offset?: number | undefined;
}

/** What is left out does not restrict the list of rooms. */
export interface RoomFilter extends Page {
  /** Ids of agents. Who may not see all rooms has to name oneself as the only one. */
  readonly agents?: readonly string[] | undefined;
  /** A part of the title. */
  readonly roomName?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly createdAt?: DateRange | undefined;
  readonly closedAt?: DateRange | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly customFields?: Readonly<Record<string, string>> | undefined;
  readonly onHold?: boolean | undefined;
  /** Late 6.x; earlier servers refuse a request that has it. */
  readonly queued?: boolean | undefined;
  /** Members of a room, the first counts most: [["ts", "descending"]]. */
  readonly sort?: readonly (readonly [string, "ascending" | "descending"])[] | undefined;
}

/** A span of time, either end open. */
export interface DateRange {
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
}

/** A visitor as the core tells it. */
export type RawVisitor = Omit<VisitorDocument, "view">;

/** Makes the document of what the core tells. */
export function visitorDocument(raw: RawVisitor): VisitorDocument {
  return Object.freeze({ ...raw, view: deepFreeze(JSON.parse(raw.text)) as Visitor });
}

/** Makes a list of rooms of what the core tells. */
export function roomList(raw: ListPart<string>): ListPart<RoomDocument> {
  const { items, offset, total, isLast } = raw;
  return { items: items.map(roomDocument), offset, total, isLast };
}

/** Makes a list of visitors of what the core tells. */
export function visitorList(raw: ListPart<RawVisitor>): ListPart<VisitorDocument> {
  const { items, offset, total, isLast } = raw;
  return { items: items.map(visitorDocument), offset, total, isLast };
}

/** The filter as a question. */
export function roomQuestion(filter: RoomFilter): object {
  const { createdAt, closedAt, customFields, ...others } = filter;
  return {
    ...others,
    ask: "rooms",
    createdAt: rangeOf(createdAt),
    closedAt: rangeOf(closedAt),
    customFields: customFields === undefined ? undefined : Object.entries(customFields),
  };
}

// A time that is none becomes null in JSON, and the core says where.
function rangeOf(range: DateRange | undefined): object | undefined {
  if (range === undefined) return undefined;
  return { start: range.start?.getTime(), end: range.end?.getTime() };
}

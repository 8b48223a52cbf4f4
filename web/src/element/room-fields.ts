// What the fields of a room are called and where they stand. Fields that are not listed are shown
// under their own names in the section of their parent, or in the last one.
import type { TextKey } from "./text/catalogue.js";

/** The sections of a room, in reading order. */
export type SectionName =
  "conversation" | "visitor" | "agent" | "queue" | "last-message" | "everything-else";

/** How a value is meant. Dates are recognised by their form. */
export type FieldKind = "plain" | "id" | "seconds" | "text" | "room-type";

type PathIn<Key> = Key extends `field.${infer Path}` ? Path : never;

/** The path of a known field: `field.PATH` is the key of its label. */
export type FieldPath = PathIn<TextKey>;

/** One known field. */
export interface RoomField {
  readonly path: FieldPath;
  readonly section: SectionName;
  readonly kind: FieldKind;
}

/** All sections. */
export const kSections: readonly SectionName[] = [
  "conversation",
  "visitor",
  "agent",
  "queue",
  "last-message",
  "everything-else",
];

/** The section of the unlisted fields below a member of the room. */
export function sectionOf(member: string): SectionName {
  return kParents.get(member) ?? "everything-else";
}

/** The field of a path such as "v.lastMessageTs". */
export function fieldOf(path: string): RoomField | undefined {
  return kByPath.get(path);
}

/** Where a field stands among the others of its section. */
export function fieldRank(path: string): number {
  return kRanks.get(path) ?? kFields.length;
}

type FieldRow = readonly [path: FieldPath, kind?: FieldKind];

const kParents: ReadonlyMap<string, SectionName> = new Map<string, SectionName>(
  Object.entries({
    source: "conversation",
    email: "conversation",
    sms: "conversation",
    tags: "conversation",
    closedBy: "conversation",
    closingMessage: "conversation",
    transcriptRequest: "conversation",
    v: "visitor",
    servedBy: "agent",
    responseBy: "agent",
    metrics: "queue",
    omnichannel: "queue",
    lastMessage: "last-message",
  }),
);

const kConversation: readonly FieldRow[] = [
  ["fname", "text"],
  ["_id", "id"],
  ["t", "room-type"],
  ["open"],
  ["cl"],
  ["onHold"],
  ["waitingResponse"],
  ["topic", "text"],
  ["tags", "text"],
  ["source.type"],
  ["source.id", "id"],
  ["source.alias", "text"],
  ["source.label", "text"],
  ["source.sidebarIcon"],
  ["source.defaultIcon"],
  ["source.destination", "text"],
  ["ts"],
  ["lm"],
  ["msgs"],
  ["usersCount"],
  ["departmentId", "id"],
  ["closedAt"],
  ["closer"],
  ["closedBy._id", "id"],
  ["closedBy.username", "id"],
  ["contactId", "id"],
  ["verified"],
  ["_updatedAt"],
];

const kVisitor: readonly FieldRow[] = [
  ["v.name", "text"],
  ["v.username", "id"],
  ["v._id", "id"],
  ["v.status"],
  ["v.phone", "id"],
  ["v.lastMessageTs"],
  ["v.activity"],
  ["v.token"],
];

const kAgent: readonly FieldRow[] = [
  ["servedBy.username", "id"],
  ["servedBy._id", "id"],
  ["servedBy.ts"],
  ["responseBy.username", "id"],
  ["responseBy._id", "id"],
  ["responseBy.firstResponseTs"],
  ["responseBy.lastMessageTs"],
];

const kQueue: readonly FieldRow[] = [
  ["status"],
  ["queuedAt"],
  ["priorityWeight"],
  ["priorityId", "id"],
  ["slaId", "id"],
  ["estimatedWaitingTimeQueue"],
  ["autoTransferredAt"],
  ["autoTransferOngoing"],
  ["omnichannel.predictedVisitorAbandonmentAt"],
  ["metrics.chatDuration", "seconds"],
  ["metrics.serviceTimeDuration", "seconds"],
  ["metrics.visitorInactivity", "seconds"],
  ["metrics.reaction.fd"],
  ["metrics.reaction.ft", "seconds"],
  ["metrics.reaction.tt", "seconds"],
  ["metrics.response.fd"],
  ["metrics.response.ft", "seconds"],
  ["metrics.response.avg", "seconds"],
  ["metrics.response.tt", "seconds"],
  ["metrics.response.total"],
  ["metrics.v.lq"],
  ["metrics.servedBy.lr"],
];

const kLastMessage: readonly FieldRow[] = [
  ["lastMessage.msg", "text"],
  ["lastMessage.alias", "text"],
  ["lastMessage.u.name", "text"],
  ["lastMessage.u.username", "id"],
  ["lastMessage.u._id", "id"],
  ["lastMessage.ts"],
  ["lastMessage._updatedAt"],
  ["lastMessage._id", "id"],
  ["lastMessage.rid", "id"],
  ["lastMessage.token"],
  ["lastMessage.t"],
  ["lastMessage.urls"],
  ["lastMessage.mentions"],
  ["lastMessage.channels"],
  ["lastMessage.newRoom"],
  ["lastMessage.showConnecting"],
];

function rows(section: SectionName, list: readonly FieldRow[]): RoomField[] {
  return list.map(([path, kind = "plain"]) => ({ path, section, kind }));
}

const kFields: readonly RoomField[] = [
  ...rows("conversation", kConversation),
  ...rows("visitor", kVisitor),
  ...rows("agent", kAgent),
  ...rows("queue", kQueue),
  ...rows("last-message", kLastMessage),
];
const kByPath: ReadonlyMap<string, RoomField> = new Map(kFields.map((row) => [row.path, row]));
const kRanks: ReadonlyMap<string, number> = new Map(kFields.map(({ path }, rank) => [path, rank]));

// What the fields of a room are called and where they stand. Fields that are not listed are shown
// under their own names in the section of their parent, or in the last one.

/** The sections of a room, in reading order. */
export type SectionName =
  "conversation" | "visitor" | "agent" | "queue" | "last-message" | "everything-else";

/** How a value is meant. Dates are recognised by their form. */
export type FieldKind = "plain" | "id" | "seconds" | "text" | "room-type";

/** One known field. */
export interface RoomField {
  readonly path: string;
  readonly section: SectionName;
  readonly label: string;
  readonly kind: FieldKind;
}

/** The sections with their headings. */
export const kSections: readonly { readonly name: SectionName; readonly heading: string }[] = [
  { name: "conversation", heading: "Conversation" },
  { name: "visitor", heading: "Visitor" },
  { name: "agent", heading: "Agent" },
  { name: "queue", heading: "Queue and metrics" },
  { name: "last-message", heading: "Last message" },
  { name: "everything-else", heading: "Everything else" },
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

type FieldRow = readonly [path: string, label: string, kind?: FieldKind];

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
  ["fname", "Title", "text"],
  ["_id", "Room id", "id"],
  ["t", "Room type", "room-type"],
  ["open", "Open"],
  ["cl", "Closed"],
  ["onHold", "On hold"],
  ["waitingResponse", "Waiting for a reply"],
  ["topic", "Topic", "text"],
  ["tags", "Tags", "text"],
  ["source.type", "Channel"],
  ["source.id", "Channel id", "id"],
  ["source.alias", "Channel name", "text"],
  ["source.label", "Channel label", "text"],
  ["source.sidebarIcon", "Channel icon in the sidebar"],
  ["source.defaultIcon", "Channel icon"],
  ["source.destination", "Channel destination", "text"],
  ["ts", "Started"],
  ["lm", "Last message at"],
  ["msgs", "Messages"],
  ["usersCount", "Participants"],
  ["departmentId", "Department id", "id"],
  ["closedAt", "Closed at"],
  ["closer", "Closed by a"],
  ["closedBy._id", "Closed by, id", "id"],
  ["closedBy.username", "Closed by", "id"],
  ["contactId", "Contact id", "id"],
  ["verified", "Verified"],
  ["_updatedAt", "Last updated"],
];

const kVisitor: readonly FieldRow[] = [
  ["v.name", "Name", "text"],
  ["v.username", "Username", "id"],
  ["v._id", "Visitor id", "id"],
  ["v.status", "Status"],
  ["v.phone", "Phone", "id"],
  ["v.lastMessageTs", "Last message at"],
  ["v.activity", "Active in"],
  ["v.token", "Visitor token"],
];

const kAgent: readonly FieldRow[] = [
  ["servedBy.username", "Served by", "id"],
  ["servedBy._id", "Agent id", "id"],
  ["servedBy.ts", "Serving since"],
  ["responseBy.username", "Answered by", "id"],
  ["responseBy._id", "Answered by, id", "id"],
  ["responseBy.firstResponseTs", "First answer at"],
  ["responseBy.lastMessageTs", "Last answer at"],
];

const kQueue: readonly FieldRow[] = [
  ["status", "Queue status"],
  ["queuedAt", "Queued at"],
  ["priorityWeight", "Priority (1 highest, 99 none)"],
  ["priorityId", "Priority id", "id"],
  ["slaId", "Service level id", "id"],
  ["estimatedWaitingTimeQueue", "Estimated wait (9999999 is none)"],
  ["autoTransferredAt", "Transferred automatically at"],
  ["autoTransferOngoing", "Automatic transfer running"],
  ["omnichannel.predictedVisitorAbandonmentAt", "Counts as abandoned at"],
  ["metrics.chatDuration", "Length of the conversation", "seconds"],
  ["metrics.serviceTimeDuration", "Time in service", "seconds"],
  ["metrics.visitorInactivity", "Visitor inactive for", "seconds"],
  ["metrics.reaction.fd", "First reaction at"],
  ["metrics.reaction.ft", "First reaction after", "seconds"],
  ["metrics.reaction.tt", "Reaction time in total", "seconds"],
  ["metrics.response.fd", "First response at"],
  ["metrics.response.ft", "First response after", "seconds"],
  ["metrics.response.avg", "Response time on average", "seconds"],
  ["metrics.response.tt", "Response time in total", "seconds"],
  ["metrics.response.total", "Responses"],
  ["metrics.v.lq", "Visitor's last question at"],
  ["metrics.servedBy.lr", "Agent's last reply at"],
];

const kLastMessage: readonly FieldRow[] = [
  ["lastMessage.msg", "Text", "text"],
  ["lastMessage.alias", "Shown as", "text"],
  ["lastMessage.u.name", "Author", "text"],
  ["lastMessage.u.username", "Author's username", "id"],
  ["lastMessage.u._id", "Author's id", "id"],
  ["lastMessage.ts", "Sent"],
  ["lastMessage._updatedAt", "Last updated"],
  ["lastMessage._id", "Message id", "id"],
  ["lastMessage.rid", "In room", "id"],
  ["lastMessage.token", "Author's token"],
  ["lastMessage.t", "Message type"],
  ["lastMessage.urls", "Links"],
  ["lastMessage.mentions", "Mentions"],
  ["lastMessage.channels", "Channels"],
  ["lastMessage.newRoom", "Opened the room"],
  ["lastMessage.showConnecting", "Shows “connecting”"],
];

function rows(section: SectionName, list: readonly FieldRow[]): RoomField[] {
  return list.map(([path, label, kind = "plain"]) => ({ path, section, label, kind }));
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

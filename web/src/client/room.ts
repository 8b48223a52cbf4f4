// A room and what is in it, as the server sends them. Only `_id` is certain: real documents lack
// fields that the server's own types require, and hold more than is listed here. Dates are ISO 8601
// text in UTC.

/** A reference to a user. */
export interface UserReference {
  readonly _id: string;
  readonly username?: string;
  readonly name?: string;
}

/** Whom the room belongs to. `token` is a credential of the visitor. */
export interface VisitorReference {
  readonly _id: string;
  readonly username?: string;
  readonly token?: string;
  readonly status?: string;
  readonly name?: string;
  readonly activity?: readonly string[];
  readonly lastMessageTs?: string;
  readonly phone?: string;
}

/** Where the conversation came from. */
export interface RoomSource {
  readonly type?: string;
  readonly id?: string;
  readonly alias?: string;
  readonly label?: string;
  readonly sidebarIcon?: string;
  readonly defaultIcon?: string;
  readonly destination?: string;
}

/** A message. `token` is the credential of the visitor who wrote it. */
export interface Message {
  readonly _id?: string;
  readonly rid?: string;
  readonly msg?: string;
  readonly token?: string;
  readonly alias?: string;
  readonly t?: string;
  readonly ts?: string;
  readonly u?: UserReference;
  readonly _updatedAt?: string;
  readonly urls?: readonly unknown[];
  readonly mentions?: readonly unknown[];
  readonly channels?: readonly unknown[];
  readonly md?: readonly unknown[];
  readonly newRoom?: boolean;
  readonly showConnecting?: boolean;
}

/** Times of one kind of reply, in seconds; `fd` is documented with a date where a number is typed. */
export interface ReplyTimes {
  readonly tt?: number;
  readonly total?: number;
  readonly avg?: number;
  readonly ft?: number;
  readonly fd?: string | number;
}

/** What the server measured about the conversation. Durations are in seconds. */
export interface RoomMetrics {
  readonly serviceTimeDuration?: number;
  readonly chatDuration?: number;
  readonly visitorInactivity?: number;
  readonly v?: { readonly lq?: string };
  readonly servedBy?: { readonly lr?: string };
  readonly response?: ReplyTimes;
  readonly reaction?: ReplyTimes;
}

/** An omnichannel room. */
export interface Room {
  readonly _id: string;
  readonly t?: string;
  readonly msgs?: number;
  readonly usersCount?: number;
  readonly v?: VisitorReference;
  readonly u?: UserReference;
  readonly source?: RoomSource;
  readonly ts?: string;
  readonly waitingResponse?: unknown;
  readonly livechatData?: unknown;
  readonly priorityWeight?: number;
  readonly estimatedWaitingTimeQueue?: number;
  readonly _updatedAt?: string;
  readonly fname?: string;
  readonly name?: string;
  readonly topic?: string;
  readonly announcement?: string;
  readonly description?: string;
  readonly cl?: boolean;
  readonly open?: boolean;
  readonly ro?: boolean;
  readonly archived?: boolean;
  readonly onHold?: boolean;
  readonly default?: boolean;
  readonly encrypted?: boolean;
  readonly federated?: boolean;
  readonly lm?: string;
  readonly queuedAt?: string;
  readonly closedAt?: string;
  readonly autoTransferredAt?: string;
  readonly departmentId?: string;
  readonly priorityId?: string;
  readonly slaId?: string;
  readonly label?: string;
  readonly pdfTranscriptFileId?: string;
  readonly departmentAncestors?: readonly string[];
  readonly tags?: readonly string[];
  readonly usernames?: readonly string[];
  readonly uids?: readonly string[];
  readonly muted?: readonly string[];
  readonly servedBy?: UserReference & { readonly ts?: string };
  readonly closedBy?: UserReference;
  readonly closer?: string;
  readonly closingMessage?: Message;
  readonly lastMessage?: Message;
  readonly responseBy?: UserReference & {
    readonly firstResponseTs?: string;
    readonly lastMessageTs?: string;
  };
  readonly status?: string;
  readonly email?: {
    readonly inbox?: string;
    readonly thread?: readonly string[];
    readonly replyTo?: string;
    readonly subject?: string;
  };
  readonly sms?: { readonly from?: string };
  readonly transcriptRequest?: {
    readonly email?: string;
    readonly subject?: string;
    readonly requestedAt?: string;
    readonly requestedBy?: UserReference;
  };
  readonly pdfTranscriptRequested?: boolean;
  readonly autoTransferOngoing?: boolean;
  readonly omnichannel?: { readonly predictedVisitorAbandonmentAt?: string };
  readonly crmData?: unknown;
  readonly customFields?: Readonly<Record<string, unknown>>;
  readonly callStatus?: string;
  readonly webRtcCallStartTime?: string;
  readonly teamId?: string;
  readonly prid?: string;
  readonly avatarETag?: string;
  readonly contactId?: string;
  readonly verified?: boolean;
  readonly metrics?: RoomMetrics;
}

/** A visitor's own document. `token` is a credential of the visitor. */
export interface Visitor {
  readonly _id: string;
  readonly username?: string;
  readonly token?: string;
  readonly ts?: string;
  readonly _updatedAt?: string;
  readonly name?: string;
  readonly department?: string;
  readonly userAgent?: string;
  readonly ip?: string;
  readonly host?: string;
  readonly phone?: readonly { readonly phoneNumber?: string }[] | null;
  readonly visitorEmails?: readonly { readonly address?: string }[];
  readonly status?: string;
  readonly lastChat?: { readonly _id?: string; readonly ts?: string };
  readonly lastAgent?: {
    readonly username?: string;
    readonly agentId?: string;
    readonly ts?: string;
  };
  readonly livechatData?: Readonly<Record<string, unknown>>;
  readonly contactManager?: { readonly username?: string };
  readonly activity?: readonly string[];
  readonly disabled?: boolean;
  readonly contactId?: string;
  readonly externalIds?: readonly unknown[];
}
